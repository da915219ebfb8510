#include "ik-question-index.h"

#include "ik-statement.h"

/* The full-text index has the words and not the texts, so a question has to be
 * taken out of it before its row changes, while the words are still known.
 *
 * Triggers would do that by themselves, but SQLite 3.40 lets none touch FTS5
 * while trusted_schema is off, and that stays off: it keeps a library that
 * somebody prepared from doing anything. So whatever inserts, changes or
 * deletes rows of "question" calls these functions. */

#define ADD \
  "INSERT INTO question_fts (rowid, prompt, details, reference_answer, search_text)" \
  " SELECT seq, prompt, details, reference_answer, search_text FROM question WHERE "

#define REMOVE \
  "INSERT INTO question_fts (question_fts, rowid, prompt, details, reference_answer, search_text)" \
  " SELECT 'delete', seq, prompt, details, reference_answer, search_text FROM question WHERE "

/**
 * ik_question_index_add:
 * @database: the writer
 * @id: a question that is not in the index
 * @error: return location
 *
 * To be called after a question was inserted or changed.
 *
 * Returns: whether it can be found now
 */
gboolean
ik_question_index_add (IkDatabase  *database,
                       const char  *id,
                       GError     **error)
{
  return ik_database_run_for_id (database, ADD "id = ?1", id, error);
}

/**
 * ik_question_index_remove:
 * @database: the writer
 * @id: a question that is in the index
 * @error: return location
 *
 * To be called before a question is changed or deleted.
 *
 * Returns: whether it can't be found any more
 */
gboolean
ik_question_index_remove (IkDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  return ik_database_run_for_id (database, REMOVE "id = ?1", id, error);
}

static gboolean
run_for_rows (IkDatabase  *database,
              const char  *sql,
              GArray      *rows,
              GError     **error)
{
  g_autoptr(IkStatement) statement = ik_database_prepare (database, sql);

  for (guint i = 0; i < rows->len; i++)
    {
      ik_statement_bind_int (statement, 1, g_array_index (rows, gint64, i));
      if (!ik_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_question_index_add_rows:
 * @database: the writer
 * @rows: (element-type gint64): values of question.seq; those without a row are
 *   passed over
 * @error: return location
 *
 * Like ik_question_index_add(), for many.
 *
 * Returns: whether they can be found now
 */
gboolean
ik_question_index_add_rows (IkDatabase  *database,
                            GArray      *rows,
                            GError     **error)
{
  return run_for_rows (database, ADD "seq = ?1", rows, error);
}

/**
 * ik_question_index_remove_rows:
 * @database: the writer
 * @rows: (element-type gint64): values of question.seq; those without a row are
 *   passed over
 * @error: return location
 *
 * Like ik_question_index_remove(), for many.
 *
 * Returns: whether they can't be found any more
 */
gboolean
ik_question_index_remove_rows (IkDatabase  *database,
                               GArray      *rows,
                               GError     **error)
{
  return run_for_rows (database, REMOVE "seq = ?1", rows, error);
}
