#pragma once

#include "ik-list-number.h"
#include "ik-xml.h"

G_BEGIN_DECLS

/**
 * IkDocxLevel:
 * @format: how it counts
 * @start: its first number
 * @indent: indent of its text in twips, -1 where not said
 * @text: (nullable): what is shown, "%1" for the number of the first level
 * @number: the number of its last item, 0 before the first one
 *
 * A level of a list.
 */
typedef struct
{
  IkListFormat  format;
  guint         start;
  int           indent;
  char         *text;
  guint         number;
} IkDocxLevel;

/**
 * IkDocxNumbering:
 *
 * The lists of an Office Open XML text and how far they have counted.
 */
typedef struct _IkDocxNumbering IkDocxNumbering;

IkDocxNumbering   *ik_docx_numbering_new       (void);
void               ik_docx_numbering_free      (IkDocxNumbering  *self);
const IkXmlHandler *ik_docx_numbering_get_handler (void);
const IkDocxLevel *ik_docx_numbering_count     (IkDocxNumbering  *self,
                                                int               num_id,
                                                guint             level);
char              *ik_docx_numbering_dup_label (IkDocxNumbering  *self,
                                                int               num_id,
                                                guint             level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDocxNumbering, ik_docx_numbering_free)

G_END_DECLS
