#include "ik-setting-store.h"

#include "ik-statement.h"

/**
 * ik_setting_store_find:
 * @database: a connection
 * @key: name of a setting
 * @out_value: (out) (transfer full) (nullable): its value, %NULL where it was
 *   never made or was taken back
 * @error: return location
 *
 * Finds what was set for the whole library.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_setting_store_find (IkDatabase  *database,
                       const char  *key,
                       char       **out_value,
                       GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT value FROM setting WHERE key = ?1");

  ik_statement_bind_text (find, 1, key);
  *out_value = ik_statement_next (find) ? ik_statement_dup_text (find, 0) : NULL;
  if (ik_statement_finish (find, error))
    return TRUE;

  g_clear_pointer (out_value, g_free);
  return FALSE;
}

/**
 * ik_setting_store_save:
 * @database: the writer
 * @key: name of a setting
 * @value: (nullable): its value, %NULL to take it back
 * @error: return location
 *
 * Sets something for the whole library.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_setting_store_save (IkDatabase  *database,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  g_autoptr(IkStatement) change = NULL;

  if (value != NULL)
    change = ik_database_prepare (database,
                                  "INSERT INTO setting (key, value) VALUES (?1, ?2) "
                                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  else
    change = ik_database_prepare (database, "DELETE FROM setting WHERE key = ?1");

  ik_statement_bind_text (change, 1, key);
  if (value != NULL)
    ik_statement_bind_text (change, 2, value);

  return ik_statement_run (change, error);
}
