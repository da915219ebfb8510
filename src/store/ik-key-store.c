#include "ik-key-store.h"

#include "ik-statement.h"

/* Whose key is whose: the owner has both halves, others the public one, from the
 * first file of theirs on. What the texts are is for their makers to know. */

/**
 * ik_key_store_get_secret:
 * @database: a connection
 * @out_secret: (out) (nullable): the owner's secret, for the caller to wipe; %NULL
 *   where there is none yet
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_key_store_get_secret (IkDatabase  *database,
                         char       **out_secret,
                         GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT secret_key FROM interviewer WHERE is_owner = 1");
  *out_secret = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/**
 * ik_key_store_set_owner:
 * @database: the writer
 * @public_key: what others know
 * @secret: what nobody else does
 * @error: return location
 *
 * Gives the owner keys, once.
 *
 * Returns: whether there is an owner, who had none
 */
gboolean
ik_key_store_set_owner (IkDatabase  *database,
                        const char  *public_key,
                        const char  *secret,
                        GError     **error)
{
  g_autoptr(IkStatement) set = NULL;

  set = ik_database_prepare (database,
                             "UPDATE interviewer SET public_key = ?1, secret_key = ?2 "
                             "WHERE is_owner = 1 AND secret_key IS NULL");
  ik_statement_bind_text (set, 1, public_key);
  ik_statement_bind_text (set, 2, secret);

  return ik_statement_run_one (set, error);
}

/**
 * ik_key_store_get_public:
 * @database: a connection
 * @interviewer_id: whose
 * @out_public_key: (out) (nullable): the key, %NULL while it isn't known
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_key_store_get_public (IkDatabase  *database,
                         const char  *interviewer_id,
                         char       **out_public_key,
                         GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT public_key FROM interviewer WHERE id = ?1");
  ik_statement_bind_text (find, 1, interviewer_id);
  *out_public_key = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/**
 * ik_key_store_set_public:
 * @database: the writer
 * @interviewer_id: whose; never the owner's
 * @public_key: (nullable): the key, %NULL to forget it
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_key_store_set_public (IkDatabase  *database,
                         const char  *interviewer_id,
                         const char  *public_key,
                         GError     **error)
{
  g_autoptr(IkStatement) set = NULL;

  set = ik_database_prepare (database,
                             "UPDATE interviewer SET public_key = ?2 WHERE id = ?1 AND is_owner = 0");
  ik_statement_bind_text (set, 1, interviewer_id);
  ik_statement_bind_text (set, 2, public_key);

  return ik_statement_run_one (set, error);
}

/**
 * ik_key_store_find:
 * @database: a connection
 * @public_key: a key
 * @out_id: (out) (nullable): whose it is, %NULL where nobody's
 * @out_name: (out) (nullable): that person's name
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_key_store_find (IkDatabase  *database,
                   const char  *public_key,
                   char       **out_id,
                   char       **out_name,
                   GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  *out_id = NULL;
  *out_name = NULL;
  find = ik_database_prepare (database, "SELECT id, name FROM interviewer WHERE public_key = ?1");
  ik_statement_bind_text (find, 1, public_key);
  if (ik_statement_next (find))
    {
      *out_id = ik_statement_dup_id (find, 0);
      *out_name = ik_statement_dup_text (find, 1);
    }

  return ik_statement_finish (find, error);
}
