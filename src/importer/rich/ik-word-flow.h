#pragma once

#include "ik-rich-document.h"
#include "ik-xml.h"

G_BEGIN_DECLS

/**
 * IkWordFlow:
 * @document: (owned): the document so far
 * @tables: open tables, one in the other; for its own use
 * @field: (nullable): where the text goes that is metadata
 * @note: (owned): the paragraph of a note that is open
 * @full: whether there is more than may be read
 *
 * What the readers of word processors' documents keep alike: paragraphs, the
 * tables that they stand in, and metadata.
 */
typedef struct
{
  IkRichDocument  *document;
  GArray          *tables;
  char           **field;
  GString         *note;
  gboolean         full;
} IkWordFlow;

void         ik_word_flow_init          (IkWordFlow  *self);
void         ik_word_flow_clear         (IkWordFlow  *self);
IkRichBlock *ik_word_flow_add           (IkWordFlow  *self,
                                         IkRichKind   kind);
void         ik_word_flow_append        (IkWordFlow  *self,
                                         IkRichBlock *block,
                                         const char  *text,
                                         gsize        length,
                                         IkRichStyle  style,
                                         const char  *link);
const char  *ik_word_flow_intern        (IkWordFlow  *self,
                                         const char  *address);
void         ik_word_flow_begin_table   (IkWordFlow  *self);
void         ik_word_flow_begin_row     (IkWordFlow  *self);
void         ik_word_flow_begin_cell    (IkWordFlow  *self);
void         ik_word_flow_widen_cell    (IkWordFlow  *self,
                                         int          n_columns);
void         ik_word_flow_end_table     (IkWordFlow  *self);
gboolean     ik_word_flow_parse_fields  (IkWordFlow  *self,
                                         IkArchive   *archive,
                                         const char  *member,
                                         const char  *name,
                                         GError     **error);
gboolean     ik_word_flow_parse_notes   (IkWordFlow  *self,
                                         IkArchive   *archive,
                                         const char  *member,
                                         const char  *name,
                                         GError     **error);

G_END_DECLS
