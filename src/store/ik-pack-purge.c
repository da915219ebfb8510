#include "ik-pack-store.h"

#include "ik-question-index.h"
#include "ik-statement.h"
#include "ik-step-time.h"

/* An import says several times a second that it goes on. A pack that is hidden
 * and silent for longer was left by a program that crashed; at the start there
 * is no hurry, but who imports the same pack again must not wait for it. */
#define SILENT_AT_START_US G_TIME_SPAN_HOUR
#define SILENT_AT_IMPORT_US G_TIME_SPAN_MINUTE

/* How long a removed pack could still be brought back. */
#define REMOVED_FOR_US (30 * G_TIME_SPAN_DAY)

/* Questions that are looked for and removed at once. */
#define QUESTIONS_AT_ONCE 20

/**
 * ik_pack_store_find_stale:
 * @database: a connection
 * @error: return location
 *
 * Looks for a pack that may be purged: one that a crash left hidden, or one
 * that was removed a month ago and is used by no question set.
 *
 * Returns: (transfer full) (nullable): its id; %NULL without @error set if
 *   there is none
 */
char *
ik_pack_store_find_stale (IkDatabase  *database,
                          GError     **error)
{
  gint64 now_us = ik_database_now_us (database);
  g_autofree char *id = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM pack WHERE (is_hidden = 1 AND changed_at < ?1)"
                         " OR (removed_at < ?2 AND NOT EXISTS (SELECT 1 FROM set_item"
                         " JOIN question_set ON question_set.id = set_id"
                         " JOIN question ON question.id = question_id"
                         " JOIN section ON section.id = question.section_id"
                         " WHERE section.pack_id = pack.id"
                         " AND question_set.removed_at IS NULL)) LIMIT 1");

  ik_statement_bind_int (find, 1, now_us - SILENT_AT_START_US);
  ik_statement_bind_int (find, 2, now_us - REMOVED_FOR_US);
  if (ik_statement_next (find))
    id = ik_statement_dup_id (find, 0);

  return ik_statement_finish (find, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * ik_pack_store_is_left_over:
 * @database: a connection
 * @id: UUID of a pack that shall be imported
 * @out_is: (out): whether a crashed import left a part of it that has to be
 *   purged first
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
ik_pack_store_is_left_over (IkDatabase  *database,
                            const char  *id,
                            gboolean    *out_is,
                            GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT 1 FROM pack WHERE id = ?1 AND is_hidden = 1"
                         " AND changed_at < ?2");

  ik_statement_bind_text (find, 1, id);
  ik_statement_bind_int (find, 2, ik_database_now_us (database) - SILENT_AT_IMPORT_US);
  *out_is = ik_statement_next (find);

  return ik_statement_finish (find, error);
}

/* Returns the rows of the next questions. */
static GArray *
find_questions (IkDatabase  *database,
                const char  *id,
                GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT seq FROM question JOIN section ON section.id = section_id"
                         " WHERE pack_id = ?1 LIMIT ?2");

  ik_statement_bind_text (list, 1, id);
  ik_statement_bind_int (list, 2, QUESTIONS_AT_ONCE);
  while (ik_statement_next (list))
    {
      gint64 row = ik_statement_get_int64 (list, 0);

      g_array_append_val (rows, row);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&rows) : NULL;
}

static gboolean
purge_questions (IkDatabase  *database,
                 GArray      *rows,
                 GError     **error)
{
  g_autoptr(IkStatement) purge = ik_database_prepare (database,
                                                      "DELETE FROM question WHERE seq = ?1");

  if (!ik_question_index_remove_rows (database, rows, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      ik_statement_bind_int (purge, 1, g_array_index (rows, gint64, i));
      if (!ik_statement_run (purge, error))
        return FALSE;
    }

  return TRUE;
}

/* Scales that questions of other packs or sets use stay, without a pack. */
static gboolean
purge_row (IkDatabase  *database,
           const char  *id,
           GError     **error)
{
  return ik_database_run_for_id (database, "DELETE FROM competency WHERE pack_id = ?1"
                                 " AND NOT EXISTS (SELECT 1 FROM question"
                                 " WHERE competency_id = competency.id)", id, error) &&
         ik_database_run_for_id (database, "DELETE FROM rubric WHERE pack_id = ?1"
                                 " AND NOT EXISTS (SELECT 1 FROM question"
                                 " WHERE rubric_id = rubric.id)"
                                 " AND NOT EXISTS (SELECT 1 FROM question_set"
                                 " WHERE rubric.id IN (rubric_id, recommendation_rubric_id))",
                                 id, error) &&
         ik_database_run_for_id (database, "DELETE FROM pack WHERE id = ?1", id, error);
}

/**
 * ik_pack_store_purge_step:
 * @database: the writer
 * @library: the library of @database
 * @id: a pack that nobody sees
 * @out_done: (out): whether it is gone wholly
 * @error: return location
 *
 * Removes as much of a pack for good as one step has time for. Call it in a
 * transaction each, until it is done.
 *
 * Returns: whether the step succeeded
 */
gboolean
ik_pack_store_purge_step (IkDatabase  *database,
                          IkLibrary   *library,
                          const char  *id,
                          gboolean    *out_done,
                          GError     **error)
{
  IkStepTime step;

  *out_done = FALSE;
  ik_step_time_begin (&step, library);
  do
    {
      g_autoptr(GArray) rows = find_questions (database, id, error);

      if (rows == NULL)
        return FALSE;

      *out_done = rows->len == 0;
      if (!(*out_done ? purge_row (database, id, error) : purge_questions (database, rows, error)))
        return FALSE;

      step.n_done += rows->len;
    }
  while (!*out_done && ik_step_time_is_left (&step));

  return TRUE;
}
