#include "ik-changeset.h"

/**
 * ik_changeset_foreach:
 * @changeset: what a session recorded
 * @func: called for each row, in the changeset's order
 * @data: data for @func
 *
 * Returns: SQLITE_OK, or the first other code that @func or SQLite gave
 */
int
ik_changeset_foreach (GBytes          *changeset,
                      IkChangesetFunc  func,
                      gpointer         data)
{
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                     (void *) g_bytes_get_data (changeset, NULL));
  int end_code;

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      int operation;

      code = sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      if (code == SQLITE_OK)
        code = func (iter, table, operation, data);
    }

  /* What the iteration itself ran into comes with its end. */
  end_code = sqlite3changeset_finalize (iter);
  return code != SQLITE_OK ? code : end_code;
}

/**
 * ik_changeset_get_key:
 * @iter: one row of a changeset, of a table whose first column is (part of)
 *   its key
 * @operation: what happens to the row
 * @out_key: (out) (transfer none): that first column
 *
 * The key of a row stands in the old values, or in the new ones of an insert.
 *
 * Returns: a code of SQLite
 */
int
ik_changeset_get_key (sqlite3_changeset_iter  *iter,
                      int                      operation,
                      sqlite3_value          **out_key)
{
  return operation == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, out_key)
                                    : sqlite3changeset_old (iter, 0, out_key);
}
