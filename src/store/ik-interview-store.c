#include "ik-interview-store.h"

#include "ik-answer-store.h"
#include "ik-finding-store.h"
#include "ik-interview-item-store.h"
#include "ik-interview-log-store.h"
#include "ik-plan-store.h"
#include "ik-recommendation.h"
#include "ik-record.h"
#include "ik-statement.h"

#include "ik-text.h"

static IkInterviewSummary *
read_summary (IkStatement *row)
{
  IkInterviewSummary *summary = g_new0 (IkInterviewSummary, 1);

  summary->id = ik_statement_dup_text (row, 0);
  ik_interview_state_from_nick (ik_statement_get_text (row, 1), &summary->state);
  summary->candidate_id = ik_statement_dup_text (row, 2);
  summary->candidate_name = ik_statement_dup_text (row, 3);
  summary->set_id = ik_statement_dup_id (row, 4);
  summary->set_title = ik_statement_dup_text (row, 5);
  summary->role = ik_statement_dup_text (row, 6);
  summary->interviewer_name = ik_statement_dup_text (row, 7);
  summary->round = ik_statement_dup_text (row, 8);
  summary->planned_at_us = ik_statement_get_time (row, 9);
  summary->started_at_us = ik_statement_get_time (row, 10);
  summary->ended_at_us = ik_statement_get_time (row, 11);
  summary->handed_in_at_us = ik_statement_get_time (row, 12);
  summary->slot_minutes = ik_statement_get_uint (row, 13);
  summary->extra_time_percent = ik_statement_get_uint (row, 14);
  ik_recommendation_from_text (ik_statement_get_text (row, 15), &summary->recommendation);
  summary->recommendation_rubric_id = ik_statement_dup_id (row, 19);
  summary->n_items = ik_statement_get_uint (row, 16);
  summary->n_unrated = ik_statement_get_uint (row, 17);
  summary->room = ik_statement_dup_text (row, 18);

  return summary;
}

/**
 * ik_interview_store_list:
 * @database: a connection
 * @candidate_id: (nullable): whose, %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewSummary): the latest
 *   planned first, those without a time by when they were made; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_interview_store_list (IkDatabase  *database,
                         const char  *candidate_id,
                         GError     **error)
{
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT interview.id, interview.state, interview.candidate_id, candidate.name, set_id, "
                              "  set_title, role, interviewer.name, round.title, planned_at, started_at, ended_at, "
                              "  handed_in_at, slot_minutes, extra_time_percent, recommendation, "
                              "  COUNT (interview_item.id), TOTAL (is_scored AND outcome IN ('partly', 'answered') AND "
                              "                                    rating IS NULL AND NOT not_assessed), room, "
                              "  NULLIF (recommendation_rubric_id, '') "
                              "FROM interview JOIN candidate ON candidate.id = interview.candidate_id "
                              "  JOIN interviewer ON interviewer.id = interviewer_id "
                              "  LEFT JOIN round ON round.id = round_id "
                              "  LEFT JOIN interview_item ON interview_item.interview_id = interview.id "
                              "WHERE ?1 IS NULL OR interview.candidate_id = ?1 "
                              "GROUP BY interview.id "
                              "ORDER BY COALESCE (planned_at, interview.created_at) DESC, interview.id");
  ik_statement_bind_text (list, 1, candidate_id);

  interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_summary_free);
  while (ik_statement_next (list))
    g_ptr_array_add (interviews, read_summary (list));

  return ik_statement_finish (list, error) ? g_steal_pointer (&interviews) : NULL;
}

/**
 * ik_interview_store_list_rounds:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full): titles of the rounds of all candidates, each once,
 *   the most frequent one first; %NULL with @error set on failure
 */
GStrv
ik_interview_store_list_rounds (IkDatabase  *database,
                                GError     **error)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT title FROM round WHERE title <> '' GROUP BY title ORDER BY COUNT (*) DESC, title");
  while (ik_statement_next (list))
    g_strv_builder_add (titles, ik_statement_get_text (list, 0));

  return ik_statement_finish (list, error) ? g_strv_builder_end (titles) : NULL;
}

/* Reads three columns of an instant. */
static void
read_instant (IkStatement *row,
              int          column,
              IkInstant   *instant)
{
  instant->wall_us = ik_statement_get_int64 (row, column);
  instant->boot_us = ik_statement_get_int64 (row, column + 1);
  g_strlcpy (instant->boot_id, ik_statement_get_text (row, column + 2), sizeof instant->boot_id);
}

static void
read_clock (IkStatement *row,
            IkInterview *interview)
{
  read_instant (row, 16, &interview->started);
  read_instant (row, 19, &interview->paused);
  interview->paused_ms = ik_statement_get_int64 (row, 22);
  interview->current_item = ik_statement_get_uint (row, 23);
  read_instant (row, 24, &interview->focused);
  read_instant (row, 31, &interview->quiet);
  interview->broken_off_ms = ik_statement_get_int64 (row, 35);
}

static IkInterview *
read_head (IkStatement *row)
{
  IkInterview *interview = ik_interview_new ();

  ik_text_set (&interview->id, ik_statement_get_text (row, 0));
  ik_interview_state_from_nick (ik_statement_get_text (row, 1), &interview->state);
  ik_text_set (&interview->candidate_id, ik_statement_get_text (row, 2));
  ik_text_set (&interview->candidate_name, ik_statement_get_text (row, 3));
  interview->set_id = ik_statement_dup_id (row, 4);
  ik_text_set (&interview->set_title, ik_statement_get_text (row, 5));
  ik_text_set (&interview->role, ik_statement_get_text (row, 6));
  ik_text_set (&interview->interviewer_id, ik_statement_get_text (row, 7));
  ik_text_set (&interview->interviewer_name, ik_statement_get_text (row, 8));
  ik_text_set (&interview->round, ik_statement_get_text (row, 9));
  interview->planned_at_us = ik_statement_get_time (row, 10);
  interview->ended_at_us = ik_statement_get_time (row, 11);
  interview->slot_minutes = ik_statement_get_uint (row, 12);
  interview->extra_time_percent = ik_statement_get_uint (row, 13);
  ik_recommendation_from_text (ik_statement_get_text (row, 14), &interview->recommendation);
  interview->recommendation_rubric_id = ik_statement_dup_id (row, 36);
  ik_text_set (&interview->summary, ik_statement_get_text (row, 15));
  interview->started_at_us = ik_statement_get_time (row, 16);
  interview->handed_in_at_us = ik_statement_get_time (row, 27);
  ik_text_set (&interview->opening, ik_statement_get_text (row, 28));
  ik_text_set (&interview->room, ik_statement_get_text (row, 29));
  interview->from_paper = ik_statement_get_boolean (row, 30);
  interview->large_print = ik_statement_get_boolean (row, 34);
  read_clock (row, interview);

  return interview;
}

static IkInterview *
load_head (IkDatabase  *database,
           const char  *id,
           GError     **error)
{
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT interview.id, interview.state, interview.candidate_id, candidate.name, set_id, "
                              "  set_title, role, interviewer_id, interviewer.name, round.title, planned_at, ended_at, "
                              "  slot_minutes, interview.extra_time_percent, recommendation, summary, "
                              "  started_at, started_boot_at, started_boot_id, "
                              "  paused_wall_at, paused_boot_at, paused_boot_id, paused_ms, current_item, "
                              "  focused_wall_at, focused_boot_at, focused_boot_id, handed_in_at, opening, room, is_from_paper, "
                              "  quiet_wall_at, quiet_boot_at, quiet_boot_id, COALESCE (large_print, 0), broken_off_ms, "
                              "  NULLIF (recommendation_rubric_id, '') "
                              "FROM interview JOIN candidate ON candidate.id = interview.candidate_id "
                              "  JOIN interviewer ON interviewer.id = interviewer_id "
                              "  LEFT JOIN adjustment ON adjustment.candidate_id = interview.candidate_id "
                              "  LEFT JOIN round ON round.id = round_id "
                              "WHERE interview.id = ?1");
  ik_statement_bind_text (load, 1, id);
  if (ik_statement_next (load))
    interview = read_head (load);

  if (!ik_statement_finish (load, error))
    return NULL;
  if (interview == NULL)
    ik_record_set_not_found (IK_RECORD_INTERVIEW, id, error);

  return g_steal_pointer (&interview);
}

static gboolean
load_rubrics (IkDatabase   *database,
              IkInterview  *interview,
              GError      **error)
{
  g_autoptr(IkStatement) load = NULL;
  IkRubric *rubric = NULL;

  load = ik_database_prepare (database,
                              "SELECT rubric_id, name, value, label, text, version "
                              "FROM interview_rubric LEFT JOIN interview_anchor USING (interview_id, rubric_id) "
                              "WHERE interview_id = ?1 ORDER BY position, rubric_id, value");
  ik_statement_bind_text (load, 1, interview->id);

  while (ik_statement_next (load))
    {
      const char *id = ik_statement_get_text (load, 0);

      if (rubric == NULL || !g_str_equal (rubric->id, id))
        {
          rubric = ik_rubric_new (id, ik_statement_get_text (load, 1));
          rubric->version = ik_statement_get_uint (load, 5);
          g_ptr_array_add (interview->rubrics, rubric);
        }
      if (!ik_statement_is_null (load, 2))
        {
          g_autofree char *label = ik_statement_dup_text (load, 3);

          g_ptr_array_add (rubric->levels,
                           ik_rubric_level_new (ik_statement_get_int (load, 2), label,
                                                ik_statement_get_text (load, 4)));
        }
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_competencies (IkDatabase   *database,
                   IkInterview  *interview,
                   GError      **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT competency_id, name, description, rating, not_assessed FROM competency_rating "
                              "WHERE interview_id = ?1 ORDER BY position");
  ik_statement_bind_text (load, 1, interview->id);

  while (ik_statement_next (load))
    {
      g_autoptr(IkCompetency) competency = NULL;
      IkCompetencyRating *rating;

      competency = ik_competency_new (ik_statement_get_text (load, 0),
                                      ik_statement_get_text (load, 1),
                                      ik_statement_get_text (load, 2));
      rating = ik_competency_rating_new (competency);
      if (!ik_statement_is_null (load, 3))
        rating->rating = ik_statement_get_int (load, 3);
      rating->not_assessed = ik_statement_get_boolean (load, 4);
      g_ptr_array_add (interview->competencies, rating);
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_events (IkDatabase   *database,
             IkInterview  *interview,
             GError      **error)
{
  GPtrArray *events = ik_interview_log_store_list_events (database, interview->id, error);

  if (events == NULL)
    return FALSE;

  g_ptr_array_unref (interview->events);
  interview->events = events;

  return TRUE;
}

/**
 * ik_interview_store_load:
 * @database: a connection
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): the interview with all its items, notes, files and
 *   events;
 *   %NULL with #IK_STORE_ERROR_NOT_FOUND where there is none
 */
IkInterview *
ik_interview_store_load (IkDatabase  *database,
                         const char  *id,
                         GError     **error)
{
  g_autoptr(IkInterview) interview = load_head (database, id, error);

  if (interview == NULL ||
      !load_rubrics (database, interview, error) ||
      !load_competencies (database, interview, error) ||
      !ik_interview_item_store_load (database, interview, error) ||
      !ik_answer_store_load_notes (database, interview, error) ||
      !ik_finding_store_load (database, interview, error) ||
      !ik_interview_log_store_load_reopenings (database, interview->id, interview->reopened, error) ||
      !load_events (database, interview, error))
    return NULL;

  return g_steal_pointer (&interview);
}

/* Inserting */

static gboolean
insert_head (IkDatabase         *database,
             const IkInterview  *interview,
             GError            **error)
{
  g_autoptr(IkStatement) insert = NULL;
  g_autofree char *round_id = NULL;

  if (!ik_plan_store_join_round (database, interview, &round_id, error))
    return FALSE;

  insert = ik_database_prepare (database,
                                "INSERT INTO interview (id, candidate_id, interviewer_id, round_id, set_id, set_title, role, "
                                "  state, planned_at, slot_minutes, extra_time_percent, created_at, opening, room, is_from_paper, "
                                "  recommendation_rubric_id) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, COALESCE (?16, ''))");
  ik_statement_bind_text (insert, 1, interview->id);
  ik_statement_bind_text (insert, 2, interview->candidate_id);
  ik_statement_bind_text (insert, 3, interview->interviewer_id);
  ik_statement_bind_text (insert, 4, round_id);
  ik_statement_bind_text (insert, 5, interview->set_id);
  ik_statement_bind_text (insert, 6, interview->set_title);
  ik_statement_bind_text (insert, 7, interview->role);
  ik_statement_bind_text (insert, 8, ik_interview_state_to_nick (interview->state));
  ik_statement_bind_time (insert, 9, interview->planned_at_us);
  ik_statement_bind_int (insert, 10, interview->slot_minutes);
  ik_statement_bind_int (insert, 11, interview->extra_time_percent);
  ik_statement_bind_int (insert, 12, ik_database_now_us (database));
  ik_statement_bind_text (insert, 13, interview->opening);
  ik_statement_bind_text (insert, 14, interview->room);
  ik_statement_bind_int (insert, 15, interview->from_paper);
  ik_statement_bind_text (insert, 16, interview->recommendation_rubric_id);

  return ik_statement_run (insert, error);
}

static gboolean
insert_anchors (IkDatabase      *database,
                const char      *interview_id,
                const IkRubric  *rubric,
                GError         **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO interview_anchor (interview_id, rubric_id, value, label, text) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
  ik_statement_bind_text (insert, 1, interview_id);
  ik_statement_bind_text (insert, 2, rubric->id);

  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      ik_statement_bind_int (insert, 3, level->value);
      ik_statement_bind_text (insert, 4, level->label);
      ik_statement_bind_text (insert, 5, level->anchor);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_rubrics (IkDatabase         *database,
                const IkInterview  *interview,
                GError            **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO interview_rubric (interview_id, rubric_id, position, name, version) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
  ik_statement_bind_text (insert, 1, interview->id);

  for (guint i = 0; i < interview->rubrics->len; i++)
    {
      const IkRubric *rubric = interview->rubrics->pdata[i];

      ik_statement_bind_text (insert, 2, rubric->id);
      ik_statement_bind_int (insert, 3, i);
      ik_statement_bind_text (insert, 4, rubric->name);
      ik_statement_bind_int (insert, 5, rubric->version);
      if (!ik_statement_run (insert, error) ||
          !insert_anchors (database, interview->id, rubric, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_competencies (IkDatabase         *database,
                     const IkInterview  *interview,
                     GError            **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO competency_rating (interview_id, competency_id, position, name, description) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
  ik_statement_bind_text (insert, 1, interview->id);

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkCompetency *competency =
        ((IkCompetencyRating *) interview->competencies->pdata[i])->competency;

      ik_statement_bind_text (insert, 2, competency->id);
      ik_statement_bind_int (insert, 3, i);
      ik_statement_bind_text (insert, 4, competency->name);
      ik_statement_bind_text (insert, 5, competency->description);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_interview_store_insert:
 * @database: the writer
 * @interview: planned, with items, rubrics and competencies and no answers
 * @error: return location
 *
 * Stores a new interview with its frozen wording; its interviewer joins the
 * panel of the round, which is made where it is new.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_store_insert (IkDatabase         *database,
                           const IkInterview  *interview,
                           GError            **error)
{
  if (!insert_head (database, interview, error) ||
      !insert_rubrics (database, interview, error) ||
      !insert_competencies (database, interview, error))
    return FALSE;

  for (guint i = 0; i < interview->items->len; i++)
    {
      if (!ik_interview_item_store_insert (database, interview->id, interview->items->pdata[i], i,
                                           error))
        return FALSE;
    }

  return TRUE;
}

/* Changing */

static gboolean
save_competencies (IkDatabase         *database,
                   const IkInterview  *interview,
                   GError            **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "UPDATE competency_rating SET rating = ?3, not_assessed = ?4 "
                              "WHERE interview_id = ?1 AND competency_id = ?2 AND "
                              "  (rating, not_assessed) IS NOT (?3, ?4)");
  ik_statement_bind_text (save, 1, interview->id);

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *competency = interview->competencies->pdata[i];

      ik_statement_bind_text (save, 2, competency->competency->id);
      if (competency->rating == IK_RATING_NONE)
        ik_statement_bind_null (save, 3);
      else
        ik_statement_bind_int (save, 3, competency->rating);
      ik_statement_bind_int (save, 4, competency->not_assessed);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_verdict (IkDatabase         *database,
              const IkInterview  *interview,
              GError            **error)
{
  g_autoptr(IkStatement) save = NULL;
  g_autofree char *recommendation = ik_recommendation_to_text (interview->recommendation);

  save = ik_database_prepare (database,
                              "UPDATE interview SET recommendation = ?2, summary = ?3 WHERE id = ?1");
  ik_statement_bind_text (save, 1, interview->id);
  ik_statement_bind_text (save, 2, recommendation);
  ik_statement_bind_text (save, 3, interview->summary);

  return ik_statement_run_one (save, error);
}

static gboolean
has_item (IkDatabase  *database,
          const char  *id,
          gboolean    *out_has,
          GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT 1 FROM interview_item WHERE id = ?1");
  ik_statement_bind_text (find, 1, id);
  *out_has = ik_statement_next (find);

  return ik_statement_finish (find, error);
}

/**
 * ik_interview_store_save_answers:
 * @database: the writer
 * @interview: a stored interview; its items may be more than are stored
 * @error: return location
 *
 * Stores all answers: of the items (new ones with their wording), competency
 * ratings, notes, recommendation, summary, strengths and concerns. State and clock stay.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_store_save_answers (IkDatabase         *database,
                                 const IkInterview  *interview,
                                 GError            **error)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];
      gboolean is_stored;

      if (!has_item (database, item->id, &is_stored, error) ||
          (!is_stored &&
           !ik_interview_item_store_insert (database, interview->id, item, i, error)) ||
          !ik_answer_store_save_item (database, interview->id, item, error))
        return FALSE;
    }

  return save_competencies (database, interview, error) &&
         save_verdict (database, interview, error) &&
         ik_finding_store_save (database, interview, error) &&
         ik_answer_store_save_notes (database, interview->id, NULL, interview->notes, error);
}

/**
 * ik_interview_store_save_state:
 * @database: the writer
 * @interview: a stored interview
 * @error: return location
 *
 * Stores the state, when it started, ended and was handed in, and whether it
 * was on paper.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_interview_store_save_state (IkDatabase         *database,
                               const IkInterview  *interview,
                               GError            **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "UPDATE interview SET state = ?2, started_at = ?3, ended_at = ?4, handed_in_at = ?5, "
                              "  is_from_paper = ?6, planned_at = ?7 "
                              "WHERE id = ?1");
  ik_statement_bind_text (save, 1, interview->id);
  ik_statement_bind_text (save, 2, ik_interview_state_to_nick (interview->state));
  ik_statement_bind_time (save, 3, interview->started_at_us);
  ik_statement_bind_time (save, 4, interview->ended_at_us);
  ik_statement_bind_time (save, 5, interview->handed_in_at_us);
  ik_statement_bind_int (save, 6, interview->from_paper);
  ik_statement_bind_time (save, 7, interview->planned_at_us);

  return ik_statement_run_one (save, error);
}
