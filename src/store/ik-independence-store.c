#include "ik-independence-store.h"

#include "ik-statement.h"

static gboolean
finish (IkStatement  *find,
        char        **out_id,
        GError      **error)
{
  g_autofree char *id = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  if (!ik_statement_finish (find, error))
    return FALSE;

  *out_id = g_steal_pointer (&id);
  return TRUE;
}

/**
 * ik_independence_store_find_own:
 * @database: a connection
 * @interview_id: an interview
 * @out_id: (out) (transfer full) (nullable): interview of the owner that has to
 *   be handed in first, %NULL where there is none
 * @error: return location
 *
 * Looks whether @interview_id is one that somebody else has begun or held while
 * the owner's own with the same candidate in the same round is still to be handed
 * in, see IK_INDEPENDENCE_SQL_OWN().
 *
 * Returns: whether it succeeded
 */
gboolean
ik_independence_store_find_own (IkDatabase  *database,
                                const char  *interview_id,
                                char       **out_id,
                                GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database,
                              "SELECT (" IK_INDEPENDENCE_SQL_OWN ("theirs.candidate_id", "their_round.title") ") "
                              "FROM interview AS theirs "
                              "  JOIN interviewer AS them ON them.id = theirs.interviewer_id "
                              "  LEFT JOIN round AS their_round ON their_round.id = theirs.round_id "
                              "WHERE theirs.id = ?1 AND them.is_owner = 0 "
                              "  AND theirs.state IN ('live', 'broken_off', 'review', 'handed_in')");
  ik_statement_bind_text (find, 1, interview_id);

  return finish (find, out_id, error);
}

/**
 * ik_independence_store_find_own_in:
 * @database: a connection
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @out_id: (out) (transfer full) (nullable): interview of the owner that has to
 *   be handed in first, %NULL where there is none
 * @error: return location
 *
 * Looks whether the ratings of a panel have to stay closed. Who holds no interview
 * in it has nothing to be led astray in.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_independence_store_find_own_in (IkDatabase  *database,
                                   const char  *candidate_id,
                                   const char  *round,
                                   char       **out_id,
                                   GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, IK_INDEPENDENCE_SQL_OWN ("?1", "?2"));
  ik_statement_bind_text (find, 1, candidate_id);
  ik_statement_bind_text (find, 2, round);

  return finish (find, out_id, error);
}
