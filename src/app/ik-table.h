#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkTable:
 *
 * Rows of text in aligned columns, for people.
 */
typedef struct _IkTable IkTable;

IkTable *ik_table_new       (const char  *marks,
                             const char  *heading,
                             ...) G_GNUC_NULL_TERMINATED;
IkTable *ik_table_new_strv  (const char  *marks,
                             const char *const *headings);
void     ik_table_free      (IkTable     *self);
void     ik_table_add       (IkTable     *self,
                             const char  *cell,
                             ...) G_GNUC_NULL_TERMINATED;
void     ik_table_add_strv  (IkTable     *self,
                             const char *const *cells);
char    *ik_table_to_text   (IkTable     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTable, ik_table_free)

G_END_DECLS
