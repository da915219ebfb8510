#include "ik-question-matches.h"

#include "ik-statement.h"
#include "ik-tokenizer.h"
#include "ik-unindexed-matches.h"
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
  IkDatabase         *database;  /* (unowned) */
  GArray             *words;     /* (element-type IkMatchWord) */
  IkUnindexedMatches *unindexed; /* (nullable): known from the first stage on */

  guint               stage;
  IkStatement        *list;      /* (nullable): of the stage */
  guint               next_unindexed; /* of the stage */
  GArray             *batch;     /* (element-type IkQuestionMatch): what is ranked of it */
  guint               next;      /* in the batch */
  GHashTable         *given;     /* (element-type gint64): set of the rows of the first stage;
                                    empty where there is a check */

  IkQuestionMatchCheck check; /* (nullable) */
  gpointer             check_data;

  GError      *error;
};

/* So many cost some 3 ms. */
#define BATCH 10000

/* The index of all texts has none of the beginnings of words: a shorter word
 * has to be there as it is. "c*" would look through a tenth of all words. */
#define MIN_BEGINNING 3

/* What ?2 of a stage is. */
#define MATCHES_TYPE "ik-question-matches"

/* Ranking */

static gboolean
is_wanted (const IkQuestionMatches *self,
           gint64                   row)
{
  return self->check != NULL ? self->check (row, self->check_data)
                             : !g_hash_table_contains (self->given, &row);
}

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

  if (self == NULL || ik_unindexed_matches_has (self->unindexed, api->xRowid (match)) ||
      !is_wanted (self, api->xRowid (match)))
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

      rank += column < 0 ? IK_MATCH_LACK_WEIGHT
                         : column * IK_MATCH_TEXT_WEIGHT + MIN (place, IK_MATCH_LAST_PLACE);
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
  int code = ik_tokenizer_get_fts5 (handle, &api);

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
clear_word_cb (gpointer data)
{
  IkMatchWord *word = data;

  g_free (word->text);
  g_free (word->spread);
}

static void
add_word (GArray     *words,
          const char *text)
{
  char *spread = ik_unspaced_spread (text);
  const IkMatchWord word = {
    .text = g_strdup (text),
    .spread = spread != NULL ? spread : g_strdup (text),
    .may_begin = count_last_letters (text) >= MIN_BEGINNING,
  };

  g_array_append_val (words, word);
}

/* Returns the words that somebody typed: each may be the beginning of one, all
 * have to be there. */
static GArray *
split_words (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_auto(GStrv) texts = g_strsplit_set (valid, " \t\r\n\"", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (IkMatchWord));

  g_array_set_clear_func (words, clear_word_cb);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (has_letters (texts[i]))
        add_word (words, texts[i]);
    }

  return words;
}

/* A word that is there as it is comes before one that only begins so. */
static void
append_for_prompts (GString           *match,
                    const IkMatchWord *word)
{
  g_string_append_printf (match, "(\"%s\" OR \"%s\"*)", word->text, word->text);
}

static void
append_for_texts (GString           *match,
                  const IkMatchWord *word)
{
  g_string_append_printf (match, "\"%s\"%s", word->spread, word->may_begin ? "*" : "");
}

/* First the prompts, then all texts: how the words are asked for, and what lists
 * the rows. */
static const struct
{
  void      (*append)(GString *, const IkMatchWord *);
  const char *rank;
  const char *visit;
} stages[] = {
  { append_for_prompts,
    "SELECT rowid, match_rank (prompt_fts, ?2) FROM prompt_fts WHERE prompt_fts MATCH ?1"
    " ORDER BY rowid",
    "SELECT rowid FROM prompt_fts WHERE prompt_fts MATCH ?1 ORDER BY rowid" },
  { append_for_texts,
    "SELECT rowid, match_rank (question_fts, ?2) FROM question_fts WHERE question_fts MATCH ?1"
    " ORDER BY rowid",
    "SELECT rowid FROM question_fts WHERE question_fts MATCH ?1 ORDER BY rowid" },
};

static GArray *
get_unindexed (const IkUnindexedMatches *unindexed,
               guint                     stage)
{
  return stage == 0 ? unindexed->of_prompts : unindexed->of_texts;
}

/* What a stage asks of FTS5. In quotes, nothing has a meaning of its own. */
static char *
build_match (GArray *words,
             guint   stage)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (match, " AND ");
      stages[stage].append (match, &g_array_index (words, IkMatchWord, i));
    }

  return g_string_free (match, FALSE);
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
  g_autoptr(GArray) words = split_words (query);

  return words->len > 0;
}

/**
 * ik_question_matches_new:
 * @database: a connection in a transaction, which outlives the matches
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
  self->words = split_words (query);
  self->batch = g_array_new (FALSE, FALSE, sizeof (IkQuestionMatch));
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
  g_clear_pointer (&self->unindexed, ik_unindexed_matches_free);
  g_array_unref (self->words);
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

static gboolean
begin_stage (IkQuestionMatches *self)
{
  g_autofree char *match = build_match (self->words, self->stage);

  if (self->unindexed == NULL)
    self->unindexed = ik_unindexed_matches_load (self->database, self->words, &self->error);
  if (self->unindexed == NULL)
    return FALSE;

  self->next_unindexed = 0;
  self->list = ik_database_prepare (self->database, stages[self->stage].rank);
  ik_statement_bind_text (self->list, 1, match);
  ik_statement_bind_pointer (self->list, 2, self, MATCHES_TYPE);
  return TRUE;
}

static int
compare_matches_cb (gconstpointer one,
                    gconstpointer other)
{
  const IkQuestionMatch *a = one;
  const IkQuestionMatch *b = other;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  return a->row < b->row ? -1 : 1;
}

/* Adds what the index doesn't know yet of the part of the library that a batch
 * goes through. */
static void
add_unindexed (IkQuestionMatches *self,
               gint64             last_row)
{
  GArray *unindexed = get_unindexed (self->unindexed, self->stage);

  for (; self->next_unindexed < unindexed->len; self->next_unindexed++)
    {
      const IkQuestionMatch *match = &g_array_index (unindexed, IkQuestionMatch,
                                                     self->next_unindexed);

      if (match->row > last_row)
        return;
      if (is_wanted (self, match->row))
        g_array_append_val (self->batch, *match);
    }
}

/* Fills the batch from the stage that runs; an empty one ends the stage. */
static void
read_batch (IkQuestionMatches *self)
{
  gint64 last_row = G_MAXINT64;

  g_array_set_size (self->batch, 0);
  self->next = 0;

  while (self->batch->len < BATCH && ik_statement_next (self->list))
    {
      const IkQuestionMatch match = {
        .row = ik_statement_get_int64 (self->list, 0),
        .rank = ik_statement_get_int (self->list, 1),
      };

      if (!ik_statement_is_null (self->list, 1))
        g_array_append_val (self->batch, match);
    }

  if (self->batch->len == BATCH)
    last_row = g_array_index (self->batch, IkQuestionMatch, BATCH - 1).row;
  add_unindexed (self, last_row);
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

      if (self->list == NULL && !begin_stage (self))
        return FALSE;

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

  *out_row = g_array_index (self->batch, IkQuestionMatch, self->next++).row;
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
visit_stage (IkDatabase                *database,
             guint                      stage,
             GArray                    *words,
             const IkUnindexedMatches  *unindexed,
             IkQuestionMatchCheck       check,
             gpointer                   data,
             GError                   **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, stages[stage].visit);
  g_autofree char *match = build_match (words, stage);
  GArray *others = get_unindexed (unindexed, stage);

  ik_statement_bind_text (list, 1, match);
  while (ik_statement_next (list))
    {
      gint64 row = ik_statement_get_int64 (list, 0);

      if (!ik_unindexed_matches_has (unindexed, row))
        check (row, data);
    }
  for (guint i = 0; i < others->len; i++)
    check (g_array_index (others, IkQuestionMatch, i).row, data);

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
  g_autoptr(GArray) words = split_words (query);
  g_autoptr(IkUnindexedMatches) unindexed = ik_unindexed_matches_load (database, words, error);

  if (unindexed == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (!visit_stage (database, i, words, unindexed, check, data, error))
        return FALSE;
    }

  return TRUE;
}
