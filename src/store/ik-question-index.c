#include "ik-question-index.h"

#include "ik-database-private.h"
#include "ik-statement.h"

/* The full-text indexes have the words and not the texts, so a question has to
 * be taken out of them before its row changes, while the words are still known.
 *
 * Triggers would do that by themselves, but SQLite 3.40 lets none touch FTS5
 * while trusted_schema is off, and that stays off: it keeps a library that
 * somebody prepared from doing anything. So whatever inserts, changes or
 * deletes rows of "question" calls these functions. */

#define COLUMNS "prompt, details, reference_answer, search_text"
#define N_TEXTS 4

#define BY_ID "SELECT seq, " COLUMNS " FROM question WHERE id = ?1"
#define BY_ROW "SELECT seq, " COLUMNS " FROM question WHERE seq = ?1"

/* What writes one row: ?1 the row, ?2 to ?5 its texts. */
typedef struct
{
  const char *all_texts;
  const char *prompt;
} Writing;

static const Writing adding = {
  "INSERT INTO question_fts (rowid, " COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)",
  "INSERT INTO prompt_fts (rowid, prompt) VALUES (?1, ?2)",
};

static const Writing removing = {
  "INSERT INTO question_fts (question_fts, rowid, " COLUMNS ") VALUES ('delete', ?1, ?2, ?3, ?4, ?5)",
  "INSERT INTO prompt_fts (prompt_fts, rowid, prompt) VALUES ('delete', ?1, ?2)",
};

static gboolean
write_all_texts (IkDatabase         *database,
                 const Writing      *writing,
                 gint64              row,
                 const char *const   texts[N_TEXTS],
                 GError            **error)
{
  g_autoptr(IkStatement) all_texts = ik_database_prepare (database, writing->all_texts);

  ik_statement_bind_int (all_texts, 1, row);
  for (int i = 0; i < N_TEXTS; i++)
    ik_statement_bind_kept_text (all_texts, i + 2, texts[i]);

  return ik_statement_run (all_texts, error);
}

static gboolean
write_prompt (IkDatabase     *database,
              const Writing  *writing,
              gint64          row,
              const char     *text,
              GError        **error)
{
  g_autoptr(IkStatement) prompt = ik_database_prepare (database, writing->prompt);

  ik_statement_bind_int (prompt, 1, row);
  ik_statement_bind_kept_text (prompt, 2, text);

  return ik_statement_run (prompt, error);
}

static gboolean
write_texts (IkDatabase            *database,
             const Writing         *writing,
             IkQuestionIndexParts   parts,
             gint64                 row,
             const char *const      texts[N_TEXTS],
             GError               **error)
{
  return ((parts & IK_QUESTION_INDEX_TEXTS) == 0 ||
          write_all_texts (database, writing, row, texts, error)) &&
         ((parts & IK_QUESTION_INDEX_PROMPTS) == 0 ||
          write_prompt (database, writing, row, texts[0], error));
}

/* Reading and writing are two statements: one that did both could fail half
 * done, and FTS5 writes all it has in memory before each of that kind, which
 * made an import take twice as long. */
static gboolean
write_row (IkDatabase            *database,
           const Writing         *writing,
           IkQuestionIndexParts   parts,
           IkStatement           *find,
           GError               **error)
{
  const char *texts[N_TEXTS];

  if (!ik_statement_next (find))
    return ik_statement_finish (find, error);

  for (int i = 0; i < N_TEXTS; i++)
    texts[i] = ik_statement_get_text (find, i + 1);

  return write_texts (database, writing, parts, ik_statement_get_int64 (find, 0), texts, error) &&
         ik_statement_finish (find, error);
}

static gboolean
write_for_id (IkDatabase     *database,
              const Writing  *writing,
              const char     *id,
              GError        **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, BY_ID);

  ik_statement_bind_text (find, 1, id);
  return write_row (database, writing, IK_QUESTION_INDEX_ALL, find, error);
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
  return write_for_id (database, &adding, id, error);
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
  const char *const texts[N_TEXTS] = {
    question->candidate.prompt, question->candidate.details,
    question->interviewer.reference_answer, search_text,
  };

  return write_texts (database, &adding, IK_QUESTION_INDEX_ALL,
                      ik_database_get_last_row (database), texts, error);
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
  return write_for_id (database, &removing, id, error);
}

static gboolean
write_for_rows (IkDatabase            *database,
                const Writing         *writing,
                IkQuestionIndexParts   parts,
                GArray                *rows,
                GError               **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, BY_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      ik_statement_bind_int (find, 1, g_array_index (rows, gint64, i));
      if (!write_row (database, writing, parts, find, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_question_index_add_rows:
 * @database: the writer
 * @parts: which of the two indexes; both have to follow where a prompt changes
 * @rows: (element-type gint64): values of question.seq; those without a row are
 *   passed over
 * @error: return location
 *
 * Like ik_question_index_add(), for many.
 *
 * Returns: whether they can be found now
 */
gboolean
ik_question_index_add_rows (IkDatabase            *database,
                            IkQuestionIndexParts   parts,
                            GArray                *rows,
                            GError               **error)
{
  return write_for_rows (database, &adding, parts, rows, error);
}

/**
 * ik_question_index_remove_rows:
 * @database: the writer
 * @parts: which of the two indexes; both have to follow where a prompt changes
 * @rows: (element-type gint64): values of question.seq; those without a row are
 *   passed over
 * @error: return location
 *
 * Like ik_question_index_remove(), for many.
 *
 * Returns: whether they can't be found any more
 */
gboolean
ik_question_index_remove_rows (IkDatabase            *database,
                               IkQuestionIndexParts   parts,
                               GArray                *rows,
                               GError               **error)
{
  return write_for_rows (database, &removing, parts, rows, error);
}

static gboolean
store_search_text (IkDatabase  *database,
                   gint64       row,
                   const char  *search_text,
                   GError     **error)
{
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE question SET search_text = ?2, changed_at = ?3"
                         " WHERE seq = ?1");

  ik_statement_bind_int (update, 1, row);
  ik_statement_bind_kept_text (update, 2, search_text);
  ik_statement_bind_int (update, 3, ik_database_now_us (database));

  return ik_statement_run (update, error);
}

static gboolean
replace_search_text (IkDatabase  *database,
                     gint64       row,
                     const char  *texts[N_TEXTS],
                     const char  *search_text,
                     GError     **error)
{
  if (!write_all_texts (database, &removing, row, texts, error) ||
      !store_search_text (database, row, search_text, error))
    return FALSE;

  texts[N_TEXTS - 1] = search_text;
  return write_all_texts (database, &adding, row, texts, error);
}

/**
 * ik_question_index_edit_search_text:
 * @database: the writer
 * @row: value of question.seq; one without a row is passed over
 * @edit: (scope call): says what the text shall be
 * @data: data for @edit
 * @error: return location
 *
 * Changes the text of a question that is there for searching alone, and the
 * index with it. The prompts have an index of their own, which stays as it is.
 * Rows that come in order are three times as fast.
 *
 * Returns: whether it can be found by the new text
 */
gboolean
ik_question_index_edit_search_text (IkDatabase           *database,
                                    gint64                row,
                                    IkQuestionIndexEdit   edit,
                                    gpointer              data,
                                    GError              **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, BY_ROW);
  g_autofree char *search_text = NULL;
  const char *texts[N_TEXTS];

  ik_statement_bind_int (find, 1, row);
  if (!ik_statement_next (find))
    return ik_statement_finish (find, error);

  for (int i = 0; i < N_TEXTS; i++)
    texts[i] = ik_statement_get_text (find, i + 1);
  search_text = edit (texts[N_TEXTS - 1], data);

  return replace_search_text (database, row, texts, search_text, error) &&
         ik_statement_finish (find, error);
}

/* Merging. Each commit leaves a segment in each index; FTS5 merges four of them
 * when it commits the fourth, these again, and so on. An import leaves hundreds
 * in a row, which are merged in one go for a third of that. */

/* Pages of an index that are written before it is looked whether to go on: less
 * than 10 ms. */
#define PAGES_PER_MERGE 200

/**
 * ik_question_index_set_bulk:
 * @database: the writer
 * @is_bulk: whether many questions are going to be stored
 * @error: return location
 *
 * Leaves merging to ik_question_index_merge(), from this commit on and for all
 * programs, until it is said that it is over.
 *
 * Returns: whether that was written
 */
gboolean
ik_question_index_set_bulk (IkDatabase  *database,
                            gboolean     is_bulk,
                            GError     **error)
{
  static const char *const sql[] = {
    "INSERT INTO question_fts (question_fts, rank) VALUES ('automerge', ?1)",
    "INSERT INTO prompt_fts (prompt_fts, rank) VALUES ('automerge', ?1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr(IkStatement) set = ik_database_prepare (database, sql[i]);

      ik_statement_bind_int (set, 1, is_bulk ? 0 : 4);
      if (!ik_statement_run (set, error))
        return FALSE;
    }

  return TRUE;
}

/* What FTS5 did shows in the rows that it changed: one is the command itself. */
static gboolean
merge (IkDatabase  *database,
       const char  *sql,
       gboolean    *out_merged,
       GError     **error)
{
  int n_changed = sqlite3_total_changes (database->handle);
  g_autoptr(IkStatement) command = ik_database_prepare (database, sql);

  ik_statement_bind_int (command, 1, PAGES_PER_MERGE);
  if (!ik_statement_run (command, error))
    return FALSE;

  *out_merged = sqlite3_total_changes (database->handle) - n_changed > 1;
  return TRUE;
}

/**
 * ik_question_index_merge:
 * @database: the writer
 * @out_done: (out): whether there was nothing left to merge
 * @error: return location
 *
 * Merges a little of what many commits left. Call it until it is done.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_question_index_merge (IkDatabase  *database,
                         gboolean    *out_done,
                         GError     **error)
{
  gboolean merged;

  *out_done = FALSE;
  if (!merge (database, "INSERT INTO question_fts (question_fts, rank) VALUES ('merge', ?1)",
              &merged, error))
    return FALSE;
  if (merged)
    return TRUE;

  if (!merge (database, "INSERT INTO prompt_fts (prompt_fts, rank) VALUES ('merge', ?1)",
              &merged, error))
    return FALSE;

  *out_done = !merged;
  return TRUE;
}

/**
 * ik_question_index_optimize:
 * @database: the writer
 * @error: return location
 *
 * Leaves no word in the index that no question has. Linear in its size.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_question_index_optimize (IkDatabase  *database,
                            GError     **error)
{
  return ik_database_run (database, "INSERT INTO question_fts (question_fts) VALUES ('optimize');"
                          "INSERT INTO prompt_fts (prompt_fts) VALUES ('optimize');", error);
}

/**
 * ik_question_index_check:
 * @database: the writer
 * @error: return location
 *
 * Compares the index with the questions; linear in both. FTS5 takes its
 * commands as rows that are inserted, so the reader can't do this. The 1 has
 * it look at the texts too.
 *
 * Returns: whether they fit
 */
gboolean
ik_question_index_check (IkDatabase  *database,
                         GError     **error)
{
  return ik_database_run (database, "INSERT INTO question_fts (question_fts, rank)"
                          " VALUES ('integrity-check', 1);"
                          "INSERT INTO prompt_fts (prompt_fts, rank)"
                          " VALUES ('integrity-check', 1);", error);
}
