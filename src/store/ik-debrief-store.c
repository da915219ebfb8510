#include "ik-debrief-store.h"

#include "ik-panel-member.h"
#include "ik-recommendation.h"
#include "ik-record.h"
#include "ik-rubric.h"
#include "ik-statement.h"
#include "ik-text.h"

/* Who interviewed one candidate in one round, and what they agree about. */

/**
 * ik_debrief_store_dup_candidate:
 * @database: a connection
 * @candidate_id: whom
 * @error: return location
 *
 * Returns: (transfer full): the name, without the files that belong to the person;
 *   %NULL with #IK_STORE_ERROR_NOT_FOUND where there is none
 */
char *
ik_debrief_store_dup_candidate (IkDatabase  *database,
                                const char  *candidate_id,
                                GError     **error)
{
  g_autoptr(IkStatement) find = NULL;
  g_autofree char *name = NULL;

  find = ik_database_prepare (database, "SELECT name FROM candidate WHERE id = ?1");
  ik_statement_bind_text (find, 1, candidate_id);
  if (ik_statement_next (find))
    name = ik_statement_dup_text (find, 0);

  if (!ik_statement_finish (find, error))
    return NULL;
  if (name == NULL)
    ik_record_set_not_found (IK_RECORD_CANDIDATE, candidate_id, error);

  return g_steal_pointer (&name);
}

/**
 * ik_debrief_store_find_round:
 * @database: a connection
 * @candidate_id: whose
 * @title: title of the round, "" for the interviews without one
 * @out_id: (out) (transfer full) (nullable): id of the round, %NULL where none is stored
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_debrief_store_find_round (IkDatabase  *database,
                             const char  *candidate_id,
                             const char  *title,
                             char       **out_id,
                             GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database,
                              "SELECT id FROM round WHERE candidate_id = ?1 AND title = ?2");
  ik_statement_bind_text (find, 1, candidate_id);
  ik_statement_bind_text (find, 2, title);
  *out_id = ik_statement_next (find) ? ik_statement_dup_text (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/**
 * ik_debrief_store_add_round:
 * @database: the writer
 * @candidate_id: whose
 * @title: title of the round, "" for the interviews without one
 * @error: return location
 *
 * Makes a round where there is none yet, to keep an agreement by.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_debrief_store_add_round (IkDatabase  *database,
                            const char  *candidate_id,
                            const char  *title,
                            GError     **error)
{
  g_autoptr(IkStatement) add = NULL;
  g_autofree char *id = g_uuid_string_random ();

  add = ik_database_prepare (database,
                             "INSERT INTO round (id, candidate_id, title, position) "
                             "VALUES (?1, ?2, ?3, (SELECT COUNT (*) FROM round WHERE candidate_id = ?2)) "
                             "ON CONFLICT (candidate_id, title) DO NOTHING");
  ik_statement_bind_text (add, 1, id);
  ik_statement_bind_text (add, 2, candidate_id);
  ik_statement_bind_text (add, 3, title);

  return ik_statement_run (add, error);
}

/**
 * ik_debrief_store_list_members:
 * @database: a connection
 * @candidate_id: whose
 * @title: title of the round, "" for the interviews without one
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkPanelMember): each interview with who
 *   holds it, by when it was planned; %NULL with @error set on failure
 */
GPtrArray *
ik_debrief_store_list_members (IkDatabase  *database,
                               const char  *candidate_id,
                               const char  *title,
                               GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) members = NULL;

  members = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_panel_member_free);
  list = ik_database_prepare (database,
                              "SELECT interview.id, interviewer_id, interviewer.name, set_title, state, "
                              "  handed_in_at, is_owner "
                              "FROM interview JOIN interviewer ON interviewer.id = interviewer_id "
                              "  LEFT JOIN round ON round.id = round_id "
                              "WHERE interview.candidate_id = ?1 AND COALESCE (round.title, '') = ?2 "
                              "ORDER BY COALESCE (planned_at, interview.created_at), interview.id");
  ik_statement_bind_text (list, 1, candidate_id);
  ik_statement_bind_text (list, 2, title);

  while (ik_statement_next (list))
    {
      IkPanelMember *member = g_new0 (IkPanelMember, 1);

      member->interview_id = ik_statement_dup_text (list, 0);
      member->interviewer_id = ik_statement_dup_text (list, 1);
      member->interviewer_name = ik_statement_dup_text (list, 2);
      member->set_title = ik_statement_dup_text (list, 3);
      ik_interview_state_from_nick (ik_statement_get_text (list, 4), &member->state);
      member->handed_in_at_us = ik_statement_get_time (list, 5);
      member->is_own = ik_statement_get_boolean (list, 6);
      g_ptr_array_add (members, member);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&members) : NULL;
}

static gboolean
load_scores (IkDatabase        *database,
             const char        *round_id,
             IkPanelAgreement  *agreement,
             GError           **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT name, rating, rubric_id, reason, agreed_by, agreed_at "
                              "FROM agreed_score WHERE round_id = ?1 ORDER BY name");
  ik_statement_bind_text (load, 1, round_id);

  while (ik_statement_next (load))
    {
      g_autofree char *name = ik_statement_dup_text (load, 0);
      IkAgreedScore *score = ik_agreed_score_new (name, ik_statement_get_int (load, 1));

      score->rubric_id = ik_statement_dup_id (load, 2);
      ik_text_set (&score->reason, ik_statement_get_text (load, 3));
      ik_text_set (&score->agreed_by, ik_statement_get_text (load, 4));
      score->agreed_at_us = ik_statement_get_time (load, 5);
      g_ptr_array_add (agreement->scores, score);
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_outcome (IkDatabase        *database,
              const char        *round_id,
              IkPanelAgreement  *agreement,
              GError           **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT recommendation, summary, agreed_by, agreed_at, rubric_id "
                              "FROM agreed_outcome WHERE round_id = ?1");
  ik_statement_bind_text (load, 1, round_id);

  if (ik_statement_next (load))
    {
      ik_recommendation_from_text (ik_statement_get_text (load, 0), &agreement->recommendation);
      ik_text_set (&agreement->summary, ik_statement_get_text (load, 1));
      ik_text_set (&agreement->agreed_by, ik_statement_get_text (load, 2));
      agreement->agreed_at_us = ik_statement_get_time (load, 3);
      agreement->rubric_id = ik_statement_dup_id (load, 4);
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_changes (IkDatabase        *database,
              const char        *round_id,
              IkPanelAgreement  *agreement,
              GError           **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT name, at, field, old_value, new_value, changed_by "
                              "FROM agreement_log WHERE round_id = ?1 ORDER BY seq");
  ik_statement_bind_text (load, 1, round_id);

  while (ik_statement_next (load))
    {
      IkAgreementChange *change = g_new0 (IkAgreementChange, 1);

      change->name = ik_statement_dup_text (load, 0);
      change->at_us = ik_statement_get_int64 (load, 1);
      change->field = ik_statement_dup_text (load, 2);
      change->old_value = ik_statement_dup_text (load, 3);
      change->new_value = ik_statement_dup_text (load, 4);
      change->changed_by = ik_statement_dup_text (load, 5);
      g_ptr_array_add (agreement->changes, change);
    }

  return ik_statement_finish (load, error);
}

/**
 * ik_debrief_store_load_agreement:
 * @database: a connection
 * @round_id: (nullable): a round, %NULL where none is stored
 * @error: return location
 *
 * Returns: (transfer full): what the panel agreed about, and how that came
 *   about; %NULL with @error set on failure
 */
IkPanelAgreement *
ik_debrief_store_load_agreement (IkDatabase  *database,
                                 const char  *round_id,
                                 GError     **error)
{
  g_autoptr(IkPanelAgreement) agreement = ik_panel_agreement_new ();

  if (round_id != NULL &&
      (!load_scores (database, round_id, agreement, error) ||
       !load_outcome (database, round_id, agreement, error) ||
       !load_changes (database, round_id, agreement, error)))
    return NULL;

  return g_steal_pointer (&agreement);
}

/**
 * ik_debrief_store_save_score:
 * @database: the writer
 * @round_id: a round
 * @score: what is agreed about; without a rating it is taken back
 * @error: return location
 *
 * Keeps an agreed score as of now in place of the one before, which stays in the
 * log.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_debrief_store_save_score (IkDatabase           *database,
                             const char           *round_id,
                             const IkAgreedScore  *score,
                             GError              **error)
{
  g_autoptr(IkStatement) save = NULL;

  if (score->rating == IK_RATING_NONE)
    save = ik_database_prepare (database,
                                "DELETE FROM agreed_score WHERE round_id = ?1 AND name = ?2");
  else
    save = ik_database_prepare (database,
                                "INSERT INTO agreed_score (round_id, name, rating, rubric_id, reason, agreed_by, agreed_at) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                "ON CONFLICT (round_id, name) DO UPDATE SET rating = ?3, rubric_id = ?4, "
                                "  reason = ?5, agreed_by = ?6, agreed_at = ?7");

  ik_statement_bind_text (save, 1, round_id);
  ik_statement_bind_text (save, 2, score->name);
  if (score->rating != IK_RATING_NONE)
    {
      ik_statement_bind_int (save, 3, score->rating);
      ik_statement_bind_text (save, 4, score->rubric_id);
      ik_statement_bind_text (save, 5, score->reason);
      ik_statement_bind_text (save, 6, score->agreed_by);
      ik_statement_bind_int (save, 7, ik_database_now_us (database));
    }

  return ik_statement_run (save, error) && ik_debrief_store_log (database, round_id, error);
}

/**
 * ik_debrief_store_save_outcome:
 * @database: the writer
 * @round_id: a round
 * @agreement: recommendation and summary; its scores are left alone
 * @error: return location
 *
 * Keeps what is agreed about the whole as of now; what stood there stays in the
 * log.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_debrief_store_save_outcome (IkDatabase              *database,
                               const char              *round_id,
                               const IkPanelAgreement  *agreement,
                               GError                 **error)
{
  g_autofree char *recommendation = ik_recommendation_to_text (agreement->recommendation);
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "INSERT INTO agreed_outcome (round_id, recommendation, summary, agreed_by, agreed_at, rubric_id) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                              "ON CONFLICT (round_id) DO UPDATE SET recommendation = ?2, summary = ?3, "
                              "  agreed_by = ?4, agreed_at = ?5, rubric_id = ?6");
  ik_statement_bind_text (save, 1, round_id);
  ik_statement_bind_text (save, 2, recommendation);
  ik_statement_bind_text (save, 3, agreement->summary);
  ik_statement_bind_text (save, 4, agreement->agreed_by);
  ik_statement_bind_int (save, 5, ik_database_now_us (database));
  ik_statement_bind_text (save, 6, agreement->rubric_id);

  return ik_statement_run (save, error) && ik_debrief_store_log (database, round_id, error);
}

/* A text that is being typed is saved again and again: one change as long as it
 * is no older than this. */
#define SAME_TEXT_US (5 * 60 * G_USEC_PER_SEC)

/* What stands, and what the log told last. */
#define STANDS_AND_TOLD \
  "WITH stands (name, field, value) AS (" \
  "  SELECT name, 'rating', CAST (rating AS TEXT) FROM agreed_score WHERE round_id = ?1 " \
  "  UNION ALL SELECT name, 'reason', reason FROM agreed_score WHERE round_id = ?1 " \
  "  UNION ALL SELECT '', 'recommendation', recommendation FROM agreed_outcome WHERE round_id = ?1 " \
  "  UNION ALL SELECT '', 'summary', summary FROM agreed_outcome WHERE round_id = ?1" \
  "), told (seq, name, field, value) AS (" \
  "  SELECT seq, name, field, new_value FROM agreement_log WHERE seq IN (" \
  "    SELECT MAX (seq) FROM agreement_log WHERE round_id = ?1 GROUP BY name, field)" \
  ") "

static gboolean
lengthen_texts (IkDatabase  *database,
                const char  *round_id,
                GError     **error)
{
  g_autoptr(IkStatement) update = NULL;

  update = ik_database_prepare (database,
                                STANDS_AND_TOLD
                                "UPDATE agreement_log SET new_value = stands.value "
                                "FROM stands JOIN told USING (name, field) "
                                "WHERE agreement_log.seq = told.seq AND at > ?2 "
                                "  AND stands.field IN ('reason', 'summary') "
                                "  AND stands.value <> '' AND told.value <> '' AND stands.value <> told.value");
  ik_statement_bind_text (update, 1, round_id);
  ik_statement_bind_int (update, 2, ik_database_now_us (database) - SAME_TEXT_US);

  return ik_statement_run (update, error);
}

static gboolean
add_changes (IkDatabase  *database,
             const char  *round_id,
             GError     **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             STANDS_AND_TOLD
                             "INSERT INTO agreement_log (round_id, name, at, field, old_value, new_value, changed_by) "
                             "SELECT ?1, name, ?2, field, COALESCE (told.value, ''), COALESCE (stands.value, ''), "
                             "  COALESCE ((SELECT interviewer.name FROM interviewer WHERE is_owner), '') "
                             "FROM stands FULL JOIN told USING (name, field) "
                             "WHERE COALESCE (told.value, '') <> COALESCE (stands.value, '') "
                             "ORDER BY name, field");
  ik_statement_bind_text (add, 1, round_id);
  ik_statement_bind_int (add, 2, ik_database_now_us (database));

  return ik_statement_run (add, error);
}

/**
 * ik_debrief_store_log:
 * @database: the writer
 * @round_id: a round
 * @error: return location
 *
 * Brings the log of an agreement up to what stands: it is compared with what
 * the log tells last, and what differs is appended, a text that is being typed
 * as one change. However a change came about, by hand or by undo, it leaves its
 * trace.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_debrief_store_log (IkDatabase  *database,
                      const char  *round_id,
                      GError     **error)
{
  return lengthen_texts (database, round_id, error) && add_changes (database, round_id, error);
}
