#include "ik-question-answer-store.h"

#include "ik-independence-store.h"
#include "ik-statement.h"

/**
 * ik_answer_place_free:
 * @self: (transfer full): a place
 */
void
ik_answer_place_free (IkAnswerPlace *self)
{
  g_free (self->interview_id);
  g_free (self->item_id);
  g_free (self);
}

/**
 * ik_question_answer_store_list:
 * @database: a connection
 * @question_id: a question of the bank
 * @limit: how many at most, the latest ones
 * @error: return location
 *
 * Where it was asked, by anybody: in interviews of the owner's own that are in
 * review or handed in, and in handed-in ones of others unless an own interview
 * with the same candidate in the same round is still to be handed in.
 *
 * Returns: (transfer full) (element-type IkAnswerPlace): the answers; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_question_answer_store_list (IkDatabase  *database,
                               const char  *question_id,
                               guint        limit,
                               GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) places = NULL;

  places = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_answer_place_free);
  list = ik_database_prepare (database,
                              "SELECT interview.id, interview_item.id, who.is_owner "
                              "FROM interview_item JOIN interview ON interview.id = interview_id "
                              "  JOIN interviewer AS who ON who.id = interview.interviewer_id "
                              "  LEFT JOIN round ON round.id = interview.round_id "
                              "WHERE question_id = ?1 AND outcome <> 'not_asked' AND is_scored "
                              "  AND (interview.state = 'handed_in' OR (who.is_owner AND interview.state = 'review')) "
                              "  AND (who.is_owner OR NOT EXISTS ("
                              IK_INDEPENDENCE_SQL_OWN ("interview.candidate_id", "round.title") ")) "
                              "ORDER BY COALESCE (interview.started_at, interview.created_at) DESC, interview.id LIMIT ?2");
  ik_statement_bind_text (list, 1, question_id);
  ik_statement_bind_int (list, 2, limit);

  while (ik_statement_next (list))
    {
      IkAnswerPlace *place = g_new0 (IkAnswerPlace, 1);

      place->interview_id = ik_statement_dup_text (list, 0);
      place->item_id = ik_statement_dup_text (list, 1);
      place->is_own = ik_statement_get_boolean (list, 2);
      g_ptr_array_add (places, place);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&places) : NULL;
}

static IkQuestionAsking *
read_asking (IkStatement *row)
{
  IkQuestionAsking *asking = g_new0 (IkQuestionAsking, 1);

  asking->interview_id = ik_statement_dup_text (row, 0);
  asking->candidate = ik_statement_dup_text (row, 1);
  asking->interviewer = ik_statement_dup_text (row, 2);
  asking->is_own = ik_statement_get_boolean (row, 3);
  asking->at_us = ik_statement_get_time (row, 4);

  return asking;
}

/**
 * ik_question_answer_store_list_askings:
 * @database: a connection
 * @question_id: a question of the bank
 * @limit: how many at most, the latest ones
 * @error: return location
 *
 * When it was asked and of whom, by whomever, also before it was merged; how that
 * went is not told.
 *
 * Returns: (transfer full) (element-type IkQuestionAsking): the latest first; %NULL
 *   with @error set on failure
 */
GPtrArray *
ik_question_answer_store_list_askings (IkDatabase  *database,
                                       const char  *question_id,
                                       guint        limit,
                                       GError     **error)
{
  g_autoptr(GPtrArray) askings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_asking_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT interview.id, candidate.name, who.name, who.is_owner,"
                         " COALESCE (started_at, planned_at, interview.created_at) AS at"
                         " FROM interview_item JOIN interview ON interview.id = interview_id"
                         " JOIN candidate ON candidate.id = candidate_id"
                         " JOIN interviewer AS who ON who.id = interviewer_id"
                         " WHERE outcome <> 'not_asked' AND (question_id = ?1 OR question_id IN"
                         " (SELECT id FROM merged_question WHERE merged_question.question_id = ?1))"
                         " ORDER BY at DESC, interview.id LIMIT ?2");

  ik_statement_bind_text (list, 1, question_id);
  ik_statement_bind_int (list, 2, limit);
  while (ik_statement_next (list))
    g_ptr_array_add (askings, read_asking (list));

  return ik_statement_finish (list, error) ? g_steal_pointer (&askings) : NULL;
}
