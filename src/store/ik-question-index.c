#include "ik-question-index.h"

#include "ik-statement.h"

/* The full-text index has the words and not the texts, so a question has to be
 * taken out of it before its row changes, while the words are still known.
 *
 * Triggers would do that by themselves, but SQLite 3.40 lets none touch FTS5
 * while trusted_schema is off, and that stays off: it keeps a library that
 * somebody prepared from doing anything. So whatever inserts, changes or
 * deletes rows of "question" calls these functions. */

#define COLUMNS "prompt, details, reference_answer, search_text"
#define N_COLUMNS 5

#define BY_ID "SELECT seq, " COLUMNS " FROM question WHERE id = ?1"
#define BY_ROW "SELECT seq, " COLUMNS " FROM question WHERE seq = ?1"

#define ADD "INSERT INTO question_fts (rowid, " COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)"

#define ADD_INSERTED \
  "INSERT INTO question_fts (rowid, " COLUMNS ") VALUES (last_insert_rowid (), ?1, ?2, ?3, ?4)"

#define REMOVE \
  "INSERT INTO question_fts (question_fts, rowid, " COLUMNS ")" \
  " VALUES ('delete', ?1, ?2, ?3, ?4, ?5)"

/* Reading and writing are two statements: one that did both could fail half
 * done, and FTS5 writes all it has in memory before each of that kind, which
 * made an import take twice as long. */
static gboolean
write_row (IkStatement  *find,
           IkStatement  *write,
           GError      **error)
{
  gboolean is_there = ik_statement_next (find);

  if (is_there)
    {
      ik_statement_bind_int (write, 1, ik_statement_get_int64 (find, 0));
      for (int i = 1; i < N_COLUMNS; i++)
        ik_statement_bind_text (write, i + 1, ik_statement_get_text (find, i));
    }

  return ik_statement_finish (find, error) && (!is_there || ik_statement_run (write, error));
}

static gboolean
write_for_id (IkDatabase  *database,
              const char  *sql,
              const char  *id,
              GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, BY_ID);
  g_autoptr(IkStatement) write = ik_database_prepare (database, sql);

  ik_statement_bind_text (find, 1, id);
  return write_row (find, write, error);
}

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
  return write_for_id (database, ADD, id, error);
}

/**
 * ik_question_index_add_inserted:
 * @database: the writer
 * @question: the question whose row was inserted by the last statement
 * @search_text: what its column of that name holds
 * @error: return location
 *
 * Like ik_question_index_add(), without reading what is known.
 *
 * Returns: whether it can be found now
 */
gboolean
ik_question_index_add_inserted (IkDatabase        *database,
                                const IkQuestion  *question,
                                const char        *search_text,
                                GError           **error)
{
  g_autoptr(IkStatement) write = ik_database_prepare (database, ADD_INSERTED);

  ik_statement_bind_text (write, 1, question->candidate.prompt);
  ik_statement_bind_text (write, 2, question->candidate.details);
  ik_statement_bind_text (write, 3, question->interviewer.reference_answer);
  ik_statement_bind_text (write, 4, search_text);

  return ik_statement_run (write, error);
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
  return write_for_id (database, REMOVE, id, error);
}

static gboolean
write_for_rows (IkDatabase  *database,
                const char  *sql,
                GArray      *rows,
                GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, BY_ROW);
  g_autoptr(IkStatement) write = ik_database_prepare (database, sql);

  for (guint i = 0; i < rows->len; i++)
    {
      ik_statement_bind_int (find, 1, g_array_index (rows, gint64, i));
      if (!write_row (find, write, error))
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
  return write_for_rows (database, ADD, rows, error);
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
  return write_for_rows (database, REMOVE, rows, error);
}
