#include "ik-plan-store.h"

#include "ik-statement.h"

#include "ik-earlier-interview.h"

static gboolean
get_round_id (IkDatabase         *database,
              const IkInterview  *interview,
              char              **out_id,
              GError            **error)
{
  g_autoptr(IkStatement) find = NULL;
  g_autoptr(IkStatement) add = NULL;
  g_autofree char *id = g_uuid_string_random ();

  *out_id = NULL;
  if (*interview->round == '\0')
    return TRUE;

  add = ik_database_prepare (database,
                             "INSERT INTO round (id, candidate_id, title, position) "
                             "VALUES (?1, ?2, ?3, (SELECT COUNT (*) FROM round WHERE candidate_id = ?2)) "
                             "ON CONFLICT (candidate_id, title) DO NOTHING");
  ik_statement_bind_text (add, 1, id);
  ik_statement_bind_text (add, 2, interview->candidate_id);
  ik_statement_bind_text (add, 3, interview->round);
  if (!ik_statement_run (add, error))
    return FALSE;

  find = ik_database_prepare (database,
                              "SELECT id FROM round WHERE candidate_id = ?1 AND title = ?2");
  ik_statement_bind_text (find, 1, interview->candidate_id);
  ik_statement_bind_text (find, 2, interview->round);
  if (ik_statement_next (find))
    *out_id = ik_statement_dup_id (find, 0);

  return ik_statement_finish (find, error);
}

static gboolean
join_panel (IkDatabase         *database,
            const IkInterview  *interview,
            const char         *round_id,
            GError            **error)
{
  g_autoptr(IkStatement) join = NULL;

  if (round_id == NULL)
    return TRUE;

  join = ik_database_prepare (database,
                              "INSERT INTO panel (round_id, interviewer_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
  ik_statement_bind_text (join, 1, round_id);
  ik_statement_bind_text (join, 2, interview->interviewer_id);

  return ik_statement_run (join, error);
}

/**
 * ik_plan_store_join_round:
 * @database: the writer
 * @interview: candidate, interviewer and title of the round
 * @out_id: (out) (nullable): id of the round, %NULL where there is none
 * @error: return location
 *
 * Finds the round of the candidate by its title, or makes it; the interviewer
 * joins its panel.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_plan_store_join_round (IkDatabase         *database,
                          const IkInterview  *interview,
                          char              **out_id,
                          GError            **error)
{
  return get_round_id (database, interview, out_id, error) &&
         join_panel (database, interview, *out_id, error);
}

static gboolean
save_adjustment (IkDatabase         *database,
                 const IkInterview  *interview,
                 GError            **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "INSERT INTO adjustment (candidate_id, extra_time_percent, large_print) VALUES (?1, ?2, ?3) "
                              "ON CONFLICT (candidate_id) DO UPDATE SET extra_time_percent = ?2, large_print = ?3 "
                              "WHERE (extra_time_percent, large_print) IS NOT (?2, ?3)");
  ik_statement_bind_text (save, 1, interview->candidate_id);
  ik_statement_bind_int (save, 2, interview->extra_time_percent);
  ik_statement_bind_int (save, 3, interview->large_print);

  return ik_statement_run (save, error);
}

/**
 * ik_plan_store_keep_extra_time:
 * @database: the writer
 * @candidate_id: whose
 * @extra_time_percent: 0 to 300
 * @error: return location
 *
 * Makes the extra time of one plan that of the candidate, which later plans
 * begin with. Nothing is stored of who never had any.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_plan_store_keep_extra_time (IkDatabase  *database,
                               const char  *candidate_id,
                               guint        extra_time_percent,
                               GError     **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "INSERT INTO adjustment (candidate_id, extra_time_percent) SELECT ?1, ?2 "
                              "WHERE ?2 > 0 OR EXISTS (SELECT 1 FROM adjustment WHERE candidate_id = ?1) "
                              "ON CONFLICT (candidate_id) DO UPDATE SET extra_time_percent = ?2 "
                              "WHERE extra_time_percent <> ?2");
  ik_statement_bind_text (save, 1, candidate_id);
  ik_statement_bind_int (save, 2, extra_time_percent);

  return ik_statement_run (save, error);
}

/* While a title is typed, a round of each of its beginnings is made and left. */
static gboolean
drop_round (IkDatabase  *database,
            const char  *round_id,
            GError     **error)
{
  g_autoptr(IkStatement) drop = NULL;

  if (round_id == NULL)
    return TRUE;

  drop = ik_database_prepare (database,
                              "DELETE FROM round WHERE id = ?1 AND "
                              "  NOT EXISTS (SELECT 1 FROM interview WHERE round_id = ?1) AND "
                              "  NOT EXISTS (SELECT 1 FROM agreed_score WHERE round_id = ?1)");
  ik_statement_bind_text (drop, 1, round_id);

  return ik_statement_run (drop, error);
}

static gboolean
find_round (IkDatabase  *database,
            const char  *interview_id,
            char       **out_id,
            GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT round_id FROM interview WHERE id = ?1");
  ik_statement_bind_text (find, 1, interview_id);
  *out_id = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/**
 * ik_plan_store_save:
 * @database: the writer
 * @interview: a stored interview
 * @error: return location
 *
 * Stores round, room, date, slot, adjustments and opening script. The
 * adjustments become those of the candidate as well; a round that nobody has an
 * interview in any more goes.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_plan_store_save (IkDatabase         *database,
                    const IkInterview  *interview,
                    GError            **error)
{
  g_autoptr(IkStatement) save = NULL;
  g_autofree char *old_round_id = NULL;
  g_autofree char *round_id = NULL;

  if (!find_round (database, interview->id, &old_round_id, error) ||
      !ik_plan_store_join_round (database, interview, &round_id, error) ||
      !save_adjustment (database, interview, error))
    return FALSE;

  save = ik_database_prepare (database,
                              "UPDATE interview SET round_id = ?2, room = ?3, planned_at = ?4, slot_minutes = ?5, "
                              "  extra_time_percent = ?6, opening = ?7 "
                              "WHERE id = ?1");
  ik_statement_bind_text (save, 1, interview->id);
  ik_statement_bind_text (save, 2, round_id);
  ik_statement_bind_text (save, 3, interview->room);
  ik_statement_bind_time (save, 4, interview->planned_at_us);
  ik_statement_bind_int (save, 5, interview->slot_minutes);
  ik_statement_bind_int (save, 6, interview->extra_time_percent);
  ik_statement_bind_text (save, 7, interview->opening);

  return ik_statement_run_one (save, error) && drop_round (database, old_round_id, error);
}

/* Earlier interviews */

static IkEarlierInterview *
read_earlier (IkStatement *row)
{
  IkEarlierInterview *earlier = ik_earlier_interview_new ();

  earlier->id = ik_statement_dup_text (row, 0);
  earlier->set_title = ik_statement_dup_text (row, 1);
  earlier->round = ik_statement_dup_text (row, 2);
  earlier->interviewer_name = ik_statement_dup_text (row, 3);
  earlier->started_at_us = ik_statement_get_time (row, 4);

  return earlier;
}

static gboolean
load_asked (IkDatabase          *database,
            IkEarlierInterview  *earlier,
            GError             **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT prompt FROM interview_item "
                              "WHERE interview_id = ?1 AND outcome <> 'not_asked' ORDER BY position");
  ik_statement_bind_text (list, 1, earlier->id);
  while (ik_statement_next (list))
    g_ptr_array_add (earlier->asked, ik_statement_dup_text (list, 0));

  return ik_statement_finish (list, error);
}

/**
 * ik_plan_store_list_earlier:
 * @database: a connection
 * @candidate_id: whose
 * @except_id: an interview that is left out
 * @error: return location
 *
 * Reads nothing of what was thought of an answer.
 *
 * Returns: (transfer full) (element-type IkEarlierInterview): those that were
 *   begun, the latest first; %NULL with @error set on failure
 */
GPtrArray *
ik_plan_store_list_earlier (IkDatabase  *database,
                            const char  *candidate_id,
                            const char  *except_id,
                            GError     **error)
{
  g_autoptr(GPtrArray) earlier = NULL;
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT interview.id, set_title, COALESCE (round.title, ''), interviewer.name, started_at "
                              "FROM interview JOIN interviewer ON interviewer.id = interviewer_id "
                              "  LEFT JOIN round ON round.id = round_id "
                              "WHERE interview.candidate_id = ?1 AND interview.id <> ?2 AND "
                              "  state IN ('live', 'broken_off', 'review', 'handed_in') "
                              "ORDER BY started_at DESC, interview.id");
  ik_statement_bind_text (list, 1, candidate_id);
  ik_statement_bind_text (list, 2, except_id);

  earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_earlier_interview_free);
  while (ik_statement_next (list))
    g_ptr_array_add (earlier, read_earlier (list));
  if (!ik_statement_finish (list, error))
    return NULL;

  for (guint i = 0; i < earlier->len; i++)
    {
      if (!load_asked (database, earlier->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&earlier);
}
