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

/* Where texts of a row stand: those it has, and those that are indexed where
 * that was put off. */
#define NOW "SELECT " COLUMNS " FROM question WHERE seq = ?1"
#define INDEXED "SELECT " COLUMNS " FROM unindexed_question WHERE seq = ?1"

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
write_texts (IkDatabase         *database,
             const Writing      *writing,
             gint64              row,
             const char *const   texts[N_TEXTS],
             GError            **error)
{
  return write_all_texts (database, writing, row, texts, error) &&
         write_prompt (database, writing, row, texts[0], error);
}

/* Reading and writing are two statements: one that did both could fail half
 * done, and FTS5 writes all it has in memory before each of that kind, which
 * made an import take twice as long. */

/* Returns whether there is such a row; the texts are the statement's, and NULL
 * where the row has none. */
static gboolean
read_texts (IkStatement *find,
            gint64       row,
            const char  *texts[N_TEXTS])
{
  ik_statement_bind_int (find, 1, row);
  if (!ik_statement_next (find))
    return FALSE;

  for (int i = 0; i < N_TEXTS; i++)
    texts[i] = ik_statement_is_null (find, i) ? NULL : ik_statement_get_text (find, i);

  return TRUE;
}

static gboolean
add_row (IkDatabase  *database,
         gint64       row,
         GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, NOW);
  const char *texts[N_TEXTS];

  return (!read_texts (find, row, texts) ||
          write_texts (database, &adding, row, texts, error)) &&
         ik_statement_finish (find, error);
}

static gboolean
forget_postponed (IkDatabase  *database,
                  gint64       row,
                  GError     **error)
{
  g_autoptr(IkStatement) forget =
    ik_database_prepare (database, "DELETE FROM unindexed_question WHERE seq = ?1");

  ik_statement_bind_int (forget, 1, row);
  return ik_statement_run (forget, error);
}

/* Takes out what is indexed, which need not be what the question has now. */
static gboolean
remove_row (IkDatabase  *database,
            gint64       row,
            GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, INDEXED);
  g_autoptr(IkStatement) find_now = ik_database_prepare (database, NOW);
  const char *texts[N_TEXTS] = { NULL };
  gboolean is_postponed = read_texts (find, row, texts);

  if (!is_postponed)
    read_texts (find_now, row, texts);

  return (texts[0] == NULL || write_texts (database, &removing, row, texts, error)) &&
         ik_statement_finish (find, error) &&
         ik_statement_finish (find_now, error) &&
         (!is_postponed || forget_postponed (database, row, error));
}

static gboolean
write_for_id (IkDatabase  *database,
              gboolean   (*write_row)(IkDatabase *, gint64, GError **),
              const char  *id,
              GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT seq FROM question WHERE id = ?1");

  ik_statement_bind_text (find, 1, id);
  return (!ik_statement_next (find) ||
          write_row (database, ik_statement_get_int64 (find, 0), error)) &&
         ik_statement_finish (find, error);
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
  return write_for_id (database, add_row, id, error);
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

  return write_texts (database, &adding, ik_database_get_last_row (database), texts, error);
}

/**
 * ik_question_index_remove:
 * @database: the writer
 * @id: a question
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
  return write_for_id (database, remove_row, id, error);
}

/**
 * ik_question_index_remove_rows:
 * @database: the writer
 * @rows: (element-type gint64): values of question.seq; those without a row are
 *   passed over
 * @error: return location
 *
 * Like ik_question_index_remove(), for many. Rows that come in order are three
 * times as fast: FTS5 writes what it has in memory whenever one is smaller than
 * the one before.
 *
 * Returns: whether they can't be found any more
 */
gboolean
ik_question_index_remove_rows (IkDatabase  *database,
                               GArray      *rows,
                               GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (!remove_row (database, g_array_index (rows, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Putting off. The words of a question cost ten times what its other columns
 * do, so a change of many does not wait for them. */

static gboolean
postpone (IkDatabase  *database,
          const char  *sql,
          gint64       row,
          GError     **error)
{
  g_autoptr(IkStatement) insert = ik_database_prepare (database, sql);

  g_atomic_int_set (&database->has_unindexed, TRUE);
  ik_statement_bind_int (insert, 1, row);
  return ik_statement_run (insert, error);
}

/**
 * ik_question_index_postpone:
 * @database: the writer
 * @row: value of question.seq; one without a row is passed over
 * @error: return location
 *
 * To be called before a question is changed or deleted, instead of taking it
 * out of the index and putting it back. It is found by what it holds at once,
 * but searches take longer, some 10 µs for each: see
 * %IK_QUESTION_INDEX_MAX_POSTPONED.
 *
 * Returns: whether that was written
 */
gboolean
ik_question_index_postpone (IkDatabase  *database,
                            gint64       row,
                            GError     **error)
{
  return postpone (database, "INSERT OR IGNORE INTO unindexed_question (seq, " COLUMNS ")"
                   " SELECT seq, " COLUMNS " FROM question WHERE seq = ?1", row, error);
}

/**
 * ik_question_index_postpone_inserted:
 * @database: the writer
 * @row: value of question.seq, of a row that may have been inserted
 * @error: return location
 *
 * Like ik_question_index_postpone(), to be called after questions were inserted
 * that are not in the index. Those that were put off before stay so.
 *
 * Returns: whether that was written
 */
gboolean
ik_question_index_postpone_inserted (IkDatabase  *database,
                                     gint64       row,
                                     GError     **error)
{
  return postpone (database, "INSERT OR IGNORE INTO unindexed_question (seq) VALUES (?1)",
                   row, error);
}

static gboolean
texts_are_equal (const char *const one[N_TEXTS],
                 const char *const other[N_TEXTS])
{
  for (int i = 0; i < N_TEXTS; i++)
    {
      if (g_strcmp0 (one[i], other[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Prompts have an index of their own, which mostly stays as it is. */
static gboolean
replace_texts (IkDatabase         *database,
               gint64              row,
               const char *const   indexed[N_TEXTS],
               const char *const   now[N_TEXTS],
               GError            **error)
{
  gboolean same_prompt = g_strcmp0 (indexed[0], now[0]) == 0;

  if (texts_are_equal (indexed, now))
    return TRUE;

  return (indexed[0] == NULL || write_all_texts (database, &removing, row, indexed, error)) &&
         (now[0] == NULL || write_all_texts (database, &adding, row, now, error)) &&
         (indexed[0] == NULL || same_prompt ||
          write_prompt (database, &removing, row, indexed[0], error)) &&
         (now[0] == NULL || same_prompt || write_prompt (database, &adding, row, now[0], error));
}

static gboolean
index_row (IkDatabase  *database,
           gint64       row,
           GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, INDEXED);
  g_autoptr(IkStatement) find_now = ik_database_prepare (database, NOW);
  const char *indexed[N_TEXTS] = { NULL };
  const char *now[N_TEXTS] = { NULL };

  read_texts (find, row, indexed);
  read_texts (find_now, row, now);

  return replace_texts (database, row, indexed, now, error) &&
         ik_statement_finish (find, error) &&
         ik_statement_finish (find_now, error) &&
         forget_postponed (database, row, error);
}

/**
 * ik_question_index_catch_up:
 * @database: the writer
 * @limit: how many questions at most
 * @out_n_indexed: (out) (optional): how many there were, fewer than @limit once
 *   nothing is left
 * @error: return location
 *
 * Indexes questions that were put off, some 100 µs each, and has FTS5 merge
 * nothing in between; ik_question_index_set_bulk() says when that is over.
 *
 * Returns: whether the index knows them
 */
gboolean
ik_question_index_catch_up (IkDatabase  *database,
                            guint        limit,
                            guint       *out_n_indexed,
                            GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT seq FROM unindexed_question ORDER BY seq LIMIT ?1");

  ik_statement_bind_int (list, 1, limit);
  while (ik_statement_next (list))
    {
      gint64 row = ik_statement_get_int64 (list, 0);

      g_array_append_val (rows, row);
    }
  if (!ik_statement_finish (list, error) ||
      (rows->len > 0 && !ik_question_index_set_bulk (database, TRUE, error)))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!index_row (database, g_array_index (rows, gint64, i), error))
        return FALSE;
    }

  if (out_n_indexed != NULL)
    *out_n_indexed = rows->len;
  return TRUE;
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
