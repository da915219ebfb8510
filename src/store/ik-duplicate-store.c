#include "ik-duplicate-store.h"

#include "ik-question-list.h"
#include "ik-statement.h"

/* Of the packs that people see, archived questions left out. */
#define VISIBLE \
  " JOIN section ON section.id = question.section_id" \
  " JOIN pack ON pack.id = section.pack_id AND pack.removed_at IS NULL AND pack.is_hidden = 0" \
  " WHERE question.state <> 'archived'"

/* The interviews that asked a question, under whatever id it had by then. */
#define ASKED \
  "FROM interview_item JOIN interview ON interview.id = interview_item.interview_id" \
  " WHERE outcome <> 'not_asked' AND (question_id = question.id OR question_id IN" \
  " (SELECT id FROM merged_question WHERE merged_question.question_id = question.id))"

/**
 * ik_duplicate_store_count:
 * @database: a connection
 * @out_n: (out): how many questions are in the library, those that are not compared
 *   included
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
ik_duplicate_store_count (IkDatabase  *database,
                          guint       *out_n,
                          GError     **error)
{
  g_autoptr(IkStatement) count = ik_database_prepare (database, "SELECT count (*) FROM question");

  *out_n = ik_statement_next (count) ? ik_statement_get_uint (count, 0) : 0;
  return ik_statement_finish (count, error);
}

/**
 * ik_duplicate_store_visit:
 * @database: a connection
 * @after_row: where the last visit ended; -1 to begin
 * @limit: how many at most
 * @func: (scope call): gets one question after the other
 * @data: data for @func
 * @error: return location
 *
 * Goes through a part of the questions that the duplicate finder compares, in the
 * order in which they came into the library. Of a part, so that nothing else has
 * to wait for all of them.
 *
 * Returns: whether it came to the end of the part
 */
gboolean
ik_duplicate_store_visit (IkDatabase          *database,
                          gint64               after_row,
                          guint                limit,
                          IkComparedTextFunc   func,
                          gpointer             data,
                          GError             **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT question.seq, question.prompt, question.details"
                         " FROM question" VISIBLE " AND question.seq > ?1"
                         " ORDER BY question.seq LIMIT ?2");

  ik_statement_bind_int (list, 1, after_row);
  ik_statement_bind_int (list, 2, limit);
  while (ik_statement_next (list))
    {
      const IkComparedText text = {
        .row = ik_statement_get_int64 (list, 0),
        .prompt = ik_statement_get_text (list, 1),
        .details = ik_statement_get_text (list, 2),
      };

      func (&text, data);
    }

  return ik_statement_finish (list, error);
}

/**
 * ik_duplicate_store_list_apart:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the rows of questions that
 *   somebody said are not the same, two for each pair
 */
GArray *
ik_duplicate_store_list_apart (IkDatabase  *database,
                               GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT one.seq, other.seq FROM different_question"
                         " JOIN question AS one ON one.id = different_question.question_id"
                         " JOIN question AS other ON other.id = different_question.other_id");

  while (ik_statement_next (list))
    {
      const gint64 pair[] = { ik_statement_get_int64 (list, 0), ik_statement_get_int64 (list, 1) };

      g_array_append_vals (rows, pair, G_N_ELEMENTS (pair));
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&rows) : NULL;
}

/* NULL without an error for what is not in the bank any more. */
static IkQuestionSummary *
load_summary (IkDatabase  *database,
              gint64       row,
              GError     **error)
{
  g_autoptr(GPtrArray) summaries = ik_question_list_load_rows (database, NULL, &row, 1, error);

  return summaries != NULL ? g_steal_pointer (&g_ptr_array_index (summaries, 0)) : NULL;
}

/**
 * ik_duplicate_store_load:
 * @database: a connection
 * @row: where a question is
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the question; %NULL without @error if it is
 *   not in the bank any more
 */
IkDuplicate *
ik_duplicate_store_load (IkDatabase  *database,
                         gint64       row,
                         GError     **error)
{
  g_autoptr(IkDuplicate) found = NULL;
  g_autoptr(IkStatement) load =
    ik_database_prepare (database, "SELECT question.id, prompt, details, pack.id, pack.title,"
                         " section.title,"
                         " (SELECT count (DISTINCT set_id) FROM set_item"
                         "  JOIN question_set ON question_set.id = set_item.set_id"
                         "  WHERE question_id = question.id AND question_set.removed_at IS NULL),"
                         " (SELECT count (DISTINCT interview_id) " ASKED "),"
                         " (SELECT max (COALESCE (started_at, 0)) " ASKED "),"
                         " (SELECT count (*) FROM guidance_item"
                         "  WHERE question_id = question.id AND field <> 'sub_question')"
                         " FROM question" VISIBLE " AND question.seq = ?1");

  ik_statement_bind_int (load, 1, row);
  if (ik_statement_next (load))
    {
      found = g_new0 (IkDuplicate, 1);
      found->id = ik_statement_dup_text (load, 0);
      found->prompt = ik_statement_dup_text (load, 1);
      found->details = ik_statement_dup_text (load, 2);
      found->pack_id = ik_statement_dup_text (load, 3);
      found->pack_title = ik_statement_dup_text (load, 4);
      found->section = ik_statement_dup_text (load, 5);
      found->n_sets = ik_statement_get_uint (load, 6);
      found->n_asked = ik_statement_get_uint (load, 7);
      found->last_asked_at_us = ik_statement_get_time (load, 8);
      found->n_guidance = ik_statement_get_uint (load, 9);
    }
  if (!ik_statement_finish (load, error) || found == NULL)
    return NULL;

  found->summary = load_summary (database, row, error);
  return found->summary != NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
run_for_two (IkDatabase  *database,
             const char  *sql,
             const char  *one_id,
             const char  *other_id,
             GError     **error)
{
  g_autoptr(IkStatement) statement = ik_database_prepare (database, sql);

  ik_statement_bind_text (statement, 1, one_id);
  ik_statement_bind_text (statement, 2, other_id);

  return ik_statement_run (statement, error);
}

/**
 * ik_duplicate_store_set_apart:
 * @database: the writer
 * @one_id: a question
 * @other_id: another question
 * @error: return location
 *
 * Remembers that two questions are not the same.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_duplicate_store_set_apart (IkDatabase  *database,
                              const char  *one_id,
                              const char  *other_id,
                              GError     **error)
{
  return run_for_two (database, "INSERT OR IGNORE INTO different_question (question_id, other_id)"
                      " VALUES (min (?1, ?2), max (?1, ?2))", one_id, other_id, error);
}

/**
 * ik_duplicate_store_move_uses:
 * @database: the writer
 * @from_id: a question
 * @to_id: another question that takes its place
 * @error: return location
 *
 * Gives one question the uses of another: its places in sets that don't have the
 * one, what it is known not to be the same as, and the ids under which interviews
 * have it, its own among them. Interviews are not touched: they keep the wording and
 * the id they were planned with.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_duplicate_store_move_uses (IkDatabase  *database,
                              const char  *from_id,
                              const char  *to_id,
                              GError     **error)
{
  static const char *const steps[] = {
    "UPDATE set_item SET question_id = ?2 WHERE question_id = ?1 AND set_id NOT IN"
    " (SELECT set_id FROM set_item WHERE question_id = ?2)",
    "INSERT OR IGNORE INTO different_question (question_id, other_id)"
    " SELECT min (?2, other), max (?2, other) FROM"
    " (SELECT iif (question_id = ?1, other_id, question_id) AS other FROM different_question"
    "  WHERE question_id = ?1 OR other_id = ?1) WHERE other <> ?2",
    "UPDATE merged_question SET question_id = ?2 WHERE question_id = ?1",
    "INSERT OR REPLACE INTO merged_question (id, question_id) VALUES (?1, ?2)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!run_for_two (database, steps[i], from_id, to_id, error))
        return FALSE;
    }

  return TRUE;
}
