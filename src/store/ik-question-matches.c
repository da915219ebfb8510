#include "ik-question-matches.h"

#include "ik-statement.h"
#include "ik-unspaced.h"

#include <sqlite3.h>

/**
 * IkQuestionMatches:
 *
 * The rows of the questions that fit a query, the best first: those whose
 * prompt fits, then those where another text has to help.
 *
 * What a search costs must not grow with the library. bm25(), FTS5's own order,
 * looks at every match and at all sizes, 2 µs each and a quarter of a second
 * for a common word in 100,000 questions. So matches come in the order of the
 * library, BATCH of them are ranked at a time by where their first words stand
 * (0.2 µs each), and who has enough asks no further.
 */
struct _IkQuestionMatches
{
  IkDatabase  *database; /* (unowned) */
  char        *query;

  guint        stage;
  IkStatement *list;     /* (nullable): of the stage */
  GArray      *batch;    /* (element-type Match): what is ranked of it */
  guint        next;     /* in the batch */
  GHashTable  *given;    /* (element-type gint64): set of the rows of the first stage; empty
                            where there is a check */

  IkQuestionMatchCheck check; /* (nullable) */
  gpointer             check_data;

  GError      *error;
};

/* So many cost some 3 ms. */
#define BATCH 10000

/* The index of all texts has none of the beginnings of words: a shorter word
 * has to be there as it is. "c*" would look through a tenth of all words. */
#define MIN_BEGINNING 3

typedef struct
{
  gint64 row;
  int    rank;
} Match;

static const char *const stages[] = {
  "SELECT rowid, match_rank (prompt_fts, ?2) FROM prompt_fts WHERE prompt_fts MATCH ?1"
  " ORDER BY rowid",
  "SELECT rowid, match_rank (question_fts, ?2) FROM question_fts WHERE question_fts MATCH ?1"
  " ORDER BY rowid",
};

/* What ?2 is. */
#define MATCHES_TYPE "ik-question-matches"

/* Ranking */

static gboolean
is_wanted (const IkQuestionMatches *self,
           gint64                   row)
{
  return self->check != NULL ? self->check (row, self->check_data)
                             : !g_hash_table_contains (self->given, &row);
}

/* A word late in a text counts as one that stands here. */
#define LAST_PLACE 99

/* A step from one text to the next, and the lack of a word that may be there. */
#define TEXT_WEIGHT 100
#define LACK_WEIGHT 1000

/* Adds up where each phrase stands first: the sooner, the better. Columns go
 * from the prompt to the least important text. NULL where the match isn't
 * wanted: most of the time of a search is spent here. */
static void
match_rank_cb (const Fts5ExtensionApi  *api,
               Fts5Context             *match,
               sqlite3_context         *context,
               int                      n_values,
               sqlite3_value          **values)
{
  const IkQuestionMatches *self = n_values == 1 ? sqlite3_value_pointer (values[0], MATCHES_TYPE)
                                                : NULL;
  int n_phrases = api->xPhraseCount (match);
  int rank = 0;

  if (self == NULL || !is_wanted (self, api->xRowid (match)))
    return;

  for (int i = 0; i < n_phrases; i++)
    {
      Fts5PhraseIter iter;
      int column;
      int place;
      int code = api->xPhraseFirst (match, i, &iter, &column, &place);

      if (code != SQLITE_OK)
        {
          sqlite3_result_error_code (context, code);
          return;
        }

      rank += column < 0 ? LACK_WEIGHT : column * TEXT_WEIGHT + MIN (place, LAST_PLACE);
    }

  sqlite3_result_int (context, rank);
}

/**
 * ik_question_matches_set_up:
 * @handle: a sqlite3 that was just opened
 *
 * Returns: what SQLite answered
 */
int
ik_question_matches_set_up (gpointer handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *get = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &get, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_bind_pointer (get, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (get);
  code = sqlite3_finalize (get);
  if (code != SQLITE_OK)
    return code;

  return api->xCreateFunction (api, "match_rank", NULL, match_rank_cb, NULL);
}

/* The query */

static gboolean
has_letters (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* A word that is there as it is comes before one that only begins so. */
static void
append_for_prompts (GString    *match,
                    const char *word)
{
  g_string_append_printf (match, "(\"%s\" OR \"%s\"*)", word, word);
}

/* Returns how long the last word is that FTS5 sees: 1 in "c++". */
static guint
count_last_letters (const char *word)
{
  guint n_letters = 0;
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      n = g_unichar_isalnum (character) && !ik_unspaced_is (character) ? n + 1 : 0;
      if (n > 0 || ik_unspaced_is (character))
        n_letters = MAX (n, 1);
    }

  return n_letters;
}

static void
append_for_texts (GString    *match,
                  const char *word)
{
  g_autofree char *spread = ik_unspaced_spread (word);

  g_string_append_printf (match, "\"%s\"%s", spread != NULL ? spread : word,
                          count_last_letters (word) >= MIN_BEGINNING ? "*" : "");
}

/* Makes a query of FTS5 of what somebody typed: each word may be the beginning
 * of one, all have to be there. In quotes, nothing has a meaning of its own.
 * Returns NULL where there is nothing to search for. */
static char *
build_match (const char *query,
             void      (*append)(GString *, const char *))
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_auto(GStrv) words = g_strsplit_set (valid, " \t\r\n\"", -1);
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!has_letters (words[i]))
        continue;

      if (match->len > 0)
        g_string_append (match, " AND ");
      append (match, words[i]);
    }

  return g_string_free (match, match->len == 0);
}

/**
 * ik_question_matches_has_words:
 * @query: what was typed
 *
 * Returns: whether there is a letter or a digit to search for
 */
gboolean
ik_question_matches_has_words (const char *query)
{
  g_autofree char *match = build_match (query, append_for_texts);

  return match != NULL;
}

/**
 * ik_question_matches_new:
 * @database: a connection that outlives the matches
 * @query: what was typed, with words in it; whatever stands in it, it is words
 *
 * Returns: (transfer full): the matches, before the first
 */
IkQuestionMatches *
ik_question_matches_new (IkDatabase *database,
                         const char *query)
{
  IkQuestionMatches *self = g_new0 (IkQuestionMatches, 1);

  self->database = database;
  self->query = g_strdup (query);
  self->batch = g_array_new (FALSE, FALSE, sizeof (Match));
  self->given = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

/**
 * ik_question_matches_free:
 * @self: (transfer full): matches
 */
void
ik_question_matches_free (IkQuestionMatches *self)
{
  g_clear_pointer (&self->list, ik_statement_release);
  g_array_unref (self->batch);
  g_hash_table_unref (self->given);
  g_clear_error (&self->error);
  g_free (self->query);
  g_free (self);
}

/**
 * ik_question_matches_set_check:
 * @self: matches, before the first
 * @check: tells whether a match is wanted; to take each row once is left to it
 * @data: data for @check, which outlives the matches
 *
 * Leaves matches out before they are ranked.
 */
void
ik_question_matches_set_check (IkQuestionMatches    *self,
                               IkQuestionMatchCheck  check,
                               gpointer              data)
{
  self->check = check;
  self->check_data = data;
}

static void
begin_stage (IkQuestionMatches *self)
{
  g_autofree char *match =
    build_match (self->query, self->stage == 0 ? append_for_prompts : append_for_texts);

  self->list = ik_database_prepare (self->database, stages[self->stage]);
  ik_statement_bind_text (self->list, 1, match);
  ik_statement_bind_pointer (self->list, 2, self, MATCHES_TYPE);
}

static int
compare_matches_cb (gconstpointer one,
                    gconstpointer other)
{
  const Match *a = one;
  const Match *b = other;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  return a->row < b->row ? -1 : 1;
}

/* Fills the batch from the stage that runs; an empty one ends the stage. */
static void
read_batch (IkQuestionMatches *self)
{
  g_array_set_size (self->batch, 0);
  self->next = 0;

  while (self->batch->len < BATCH && ik_statement_next (self->list))
    {
      const Match match = {
        .row = ik_statement_get_int64 (self->list, 0),
        .rank = ik_statement_get_int (self->list, 1),
      };

      if (!ik_statement_is_null (self->list, 1))
        g_array_append_val (self->batch, match);
    }

  g_array_sort (self->batch, compare_matches_cb);
}

static gboolean
end_stage (IkQuestionMatches *self)
{
  gboolean succeeded = ik_statement_finish (self->list, &self->error);

  g_clear_pointer (&self->list, ik_statement_release);
  self->stage++;
  return succeeded;
}

/* Goes to a batch that is not empty. */
static gboolean
find_batch (IkQuestionMatches *self)
{
  while (self->next == self->batch->len)
    {
      if (self->error != NULL || self->stage == G_N_ELEMENTS (stages))
        return FALSE;

      if (self->list == NULL)
        begin_stage (self);

      read_batch (self);
      if (self->batch->len == 0 && !end_stage (self))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_question_matches_next:
 * @self: matches
 * @out_row: (out): question.seq of the next one; the question need not be in a
 *   pack that people see
 *
 * Returns: whether there is one; if not, ik_question_matches_finish() tells
 *   whether that was the end
 */
gboolean
ik_question_matches_next (IkQuestionMatches *self,
                          gint64            *out_row)
{
  if (!find_batch (self))
    return FALSE;

  *out_row = g_array_index (self->batch, Match, self->next++).row;
  if (self->stage == 0 && self->check == NULL)
    g_hash_table_add (self->given, g_memdup2 (out_row, sizeof *out_row));

  return TRUE;
}

/**
 * ik_question_matches_finish:
 * @self: matches
 * @error: return location
 *
 * Returns: whether all went well so far
 */
gboolean
ik_question_matches_finish (IkQuestionMatches  *self,
                            GError            **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
visit_stage (IkDatabase            *database,
             const char            *sql,
             const char            *match,
             IkQuestionMatchCheck   check,
             gpointer               data,
             GError               **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, sql);

  ik_statement_bind_text (list, 1, match);
  while (ik_statement_next (list))
    check (ik_statement_get_int64 (list, 0), data);

  return ik_statement_finish (list, error);
}

/**
 * ik_question_matches_visit:
 * @database: a connection
 * @query: what was typed, with words in it
 * @check: (scope call): gets each match, and those whose prompt fits twice;
 *   what it returns doesn't matter
 * @data: data for @check
 * @error: return location
 *
 * Goes through all matches without ranking them, for a fifth of the time.
 *
 * Returns: whether it came to the end
 */
gboolean
ik_question_matches_visit (IkDatabase            *database,
                           const char            *query,
                           IkQuestionMatchCheck   check,
                           gpointer               data,
                           GError               **error)
{
  g_autofree char *prompts = build_match (query, append_for_prompts);
  g_autofree char *texts = build_match (query, append_for_texts);

  return visit_stage (database, "SELECT rowid FROM prompt_fts WHERE prompt_fts MATCH ?1"
                      " ORDER BY rowid", prompts, check, data, error) &&
         visit_stage (database, "SELECT rowid FROM question_fts WHERE question_fts MATCH ?1"
                      " ORDER BY rowid", texts, check, data, error);
}
