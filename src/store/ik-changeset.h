#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * IkChangesetFunc:
 * @iter: one row of a changeset
 * @table: the table it belongs to
 * @operation: SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
 * @data: data of the caller
 *
 * Looks at a row.
 *
 * Returns: SQLITE_OK to go on
 */
typedef int (*IkChangesetFunc) (sqlite3_changeset_iter *iter,
                                const char             *table,
                                int                     operation,
                                gpointer                data);

int ik_changeset_foreach (GBytes           *changeset,
                          IkChangesetFunc   func,
                          gpointer          data);
int ik_changeset_get_key (sqlite3_changeset_iter  *iter,
                          int                      operation,
                          sqlite3_value          **out_key);

G_END_DECLS
