#include "ik-role-store.h"

#include "ik-statement.h"

static gboolean
find_id (IkDatabase  *database,
         const char  *title,
         char       **out_id,
         GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT id FROM role WHERE title = ?1");

  ik_statement_bind_text (find, 1, title);
  if (ik_statement_next (find))
    *out_id = ik_statement_dup_id (find, 0);

  return ik_statement_finish (find, error);
}

/**
 * ik_role_store_get_id:
 * @database: the writer
 * @title: name of a role, "" for none
 * @out_id: (out) (transfer full) (nullable): its id, %NULL for none
 * @error: return location
 *
 * Finds a role by its name, adding it where it is new.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_role_store_get_id (IkDatabase  *database,
                      const char  *title,
                      char       **out_id,
                      GError     **error)
{
  g_autoptr(IkStatement) add = NULL;
  g_autofree char *id = NULL;

  *out_id = NULL;
  if (*title == '\0')
    return TRUE;

  if (!find_id (database, title, out_id, error) || *out_id != NULL)
    return *out_id != NULL;

  id = g_uuid_string_random ();
  add = ik_database_prepare (database, "INSERT INTO role (id, title) VALUES (?1, ?2)");
  ik_statement_bind_text (add, 1, id);
  ik_statement_bind_text (add, 2, title);
  if (!ik_statement_run (add, error))
    return FALSE;

  *out_id = g_steal_pointer (&id);
  return TRUE;
}
