#pragma once

#include "ik-pack.h"

G_BEGIN_DECLS

/**
 * IkPackField:
 * @name: what it is called in a heading and in the head of a column; a word
 *   that the importer knows as well, for documents that people changed
 * @is_list: whether it holds several texts of one line
 *
 * A text of a question as written in Markdown and in tables.
 */
typedef struct
{
  const char *name;
  gboolean    is_list;

  /*< private >*/
  gsize       offset;
} IkPackField;

/**
 * IkPackProperty:
 *
 * What else is told of a question there, on one line.
 */
typedef enum
{
  IK_PACK_PROPERTY_KIND,
  IK_PACK_PROPERTY_LEVEL,
  IK_PACK_PROPERTY_MINUTES,
  IK_PACK_PROPERTY_TAGS,
  IK_PACK_PROPERTY_COMPETENCY,
  IK_PACK_PROPERTY_RUBRIC,
  IK_PACK_PROPERTY_STATE,
  IK_PACK_N_PROPERTIES,
} IkPackProperty;

/* Also with a level in brackets: "Answer (senior)". */
#define IK_PACK_FIELD_ANSWER "Answer"

const IkPackField *ik_pack_fields_get          (guint             *out_n_fields);
const IkPackField *ik_pack_field_find          (const char        *name);
const char        *ik_pack_field_get_text      (const IkPackField *self,
                                                const IkQuestion  *question);
GPtrArray         *ik_pack_field_get_list      (const IkPackField *self,
                                                const IkQuestion  *question);
void               ik_pack_field_add_text      (const IkPackField *self,
                                                IkQuestion        *question,
                                                const char        *text);

char              *ik_pack_field_name_answer   (const char        *level);
char              *ik_pack_field_dup_level     (const char        *name);

const char        *ik_pack_property_get_name   (IkPackProperty     property);
gboolean           ik_pack_property_find       (const char        *name,
                                                IkPackProperty    *out_property);
char              *ik_pack_property_dup        (IkPackProperty     property,
                                                const IkPack      *pack,
                                                const IkQuestion  *question);
void               ik_pack_property_set        (IkPackProperty     property,
                                                IkQuestion        *question,
                                                const char        *value);
void               ik_pack_resolve_names       (IkPack            *pack);

G_END_DECLS
