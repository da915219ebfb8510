#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkTable:
 *
 * Rows of text in aligned columns, for people. A column whose heading begins
 * with ">" is aligned at its end, one with "#" holds ids and shows as much of
 * them as is needed to name a record, one with "*" is shown whole; the others
 * are cut to keep a row on one line.
 */
typedef struct _IkTable IkTable;

IkTable *ik_table_new       (const char  *heading,
                             ...) G_GNUC_NULL_TERMINATED;
void     ik_table_free      (IkTable     *self);
void     ik_table_add       (IkTable     *self,
                             const char  *cell,
                             ...) G_GNUC_NULL_TERMINATED;
char    *ik_table_to_text   (IkTable     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTable, ik_table_free)

G_END_DECLS
