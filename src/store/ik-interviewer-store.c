#include "ik-interviewer-store.h"

#include "ik-statement.h"

/**
 * ik_interviewer_store_get_owner:
 * @database: a connection
 * @out_id: (out) (transfer full) (nullable) (optional): id of the owner
 * @out_name: (out) (transfer full) (nullable) (optional): name of the owner
 * @error: return location
 *
 * Tells whose library it is; both are %NULL until somebody said so.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interviewer_store_get_owner (IkDatabase  *database,
                                char       **out_id,
                                char       **out_name,
                                GError     **error)
{
  g_autoptr(IkStatement) find = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  find = ik_database_prepare (database, "SELECT id, name FROM interviewer WHERE is_owner = 1");
  if (ik_statement_next (find))
    {
      id = ik_statement_dup_text (find, 0);
      name = ik_statement_dup_text (find, 1);
    }

  if (!ik_statement_finish (find, error))
    return FALSE;

  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  if (out_name != NULL)
    *out_name = g_steal_pointer (&name);
  return TRUE;
}

/**
 * ik_interviewer_store_set_owner:
 * @database: the writer
 * @name: a name
 * @error: return location
 *
 * Says whose library it is, or what the owner is called from now on. Somebody
 * of that name who has interviewed here before becomes the owner.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interviewer_store_set_owner (IkDatabase  *database,
                                const char  *name,
                                GError     **error)
{
  g_autoptr(IkStatement) set = NULL;
  g_autofree char *owner_id = NULL;

  if (!ik_interviewer_store_get_owner (database, &owner_id, NULL, error) ||
      (owner_id == NULL && !ik_interviewer_store_get_named (database, name, &owner_id, error)))
    return FALSE;

  set = ik_database_prepare (database,
                             "UPDATE interviewer SET name = ?2, is_owner = 1 WHERE id = ?1");
  ik_statement_bind_text (set, 1, owner_id);
  ik_statement_bind_text (set, 2, name);

  return ik_statement_run_one (set, error);
}

/* Finds a person as @find_sql does, whose ?1 is the name, adding one where it is new. */
static gboolean
get_person (IkDatabase  *database,
            const char  *find_sql,
            const char  *name,
            char       **out_id,
            GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, find_sql);
  g_autoptr(IkStatement) add = NULL;
  g_autofree char *id = NULL;

  ik_statement_bind_text (find, 1, name);
  if (ik_statement_next (find))
    id = ik_statement_dup_id (find, 0);
  if (!ik_statement_finish (find, error))
    return FALSE;

  if (id == NULL)
    {
      id = g_uuid_string_random ();
      add = ik_database_prepare (database, "INSERT INTO interviewer (id, name) VALUES (?1, ?2)");
      ik_statement_bind_text (add, 1, id);
      ik_statement_bind_text (add, 2, name);
      if (!ik_statement_run (add, error))
        return FALSE;
    }

  *out_id = g_steal_pointer (&id);
  return TRUE;
}

/**
 * ik_interviewer_store_get_named:
 * @database: the writer
 * @name: a name
 * @out_id: (out) (transfer full): the person's id
 * @error: return location
 *
 * Finds a person by name, the owner first, adding one where it is new.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interviewer_store_get_named (IkDatabase  *database,
                                const char  *name,
                                char       **out_id,
                                GError     **error)
{
  return get_person (database, "SELECT id FROM interviewer WHERE name = ?1 "
                     "ORDER BY is_owner DESC, rowid LIMIT 1", name, out_id, error);
}

/**
 * ik_interviewer_store_get_other:
 * @database: the writer
 * @name: a name
 * @out_id: (out) (transfer full): that person, never the owner
 * @error: return location
 *
 * Finds somebody else by name, adding them where they are new: a colleague may
 * well have the owner's name.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interviewer_store_get_other (IkDatabase  *database,
                                const char  *name,
                                char       **out_id,
                                GError     **error)
{
  return get_person (database, "SELECT id FROM interviewer WHERE name = ?1 AND is_owner = 0 "
                     "ORDER BY rowid LIMIT 1", name, out_id, error);
}
