#include "ik-unindexed-matches.h"

#include "ik-statement.h"
#include "ik-tokenizer.h"

/* What the full-text indexes would answer about the questions that they don't
 * know yet, found by going through their texts: some 10 µs for each. */

#define N_TEXTS 4

/* A word of the query, split as texts are. */
typedef struct
{
  IkTokens text;
  IkTokens spread;
  gboolean may_begin;
} Phrase;

typedef struct
{
  IkTokenizer *tokenizer;
  GArray      *phrases;         /* (element-type Phrase) */
  IkTokens     texts[N_TEXTS];  /* of one question */
} Search;

static void
clear_phrase_cb (gpointer data)
{
  Phrase *phrase = data;

  ik_tokens_clear (&phrase->text);
  ik_tokens_clear (&phrase->spread);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->tokenizer, ik_tokenizer_free);
  g_clear_pointer (&self->phrases, g_array_unref);
  for (int i = 0; i < N_TEXTS; i++)
    ik_tokens_clear (&self->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
add_phrase (Search             *self,
            const IkMatchWord  *word,
            GError            **error)
{
  Phrase phrase = { .may_begin = word->may_begin };

  ik_tokens_init (&phrase.text);
  ik_tokens_init (&phrase.spread);
  g_array_append_val (self->phrases, phrase);

  return ik_tokenizer_split (self->tokenizer, word->text, &phrase.text, error) &&
         ik_tokenizer_split (self->tokenizer, word->spread, &phrase.spread, error);
}

static gboolean
search_init (Search      *self,
             IkDatabase  *database,
             GArray      *words,
             GError     **error)
{
  for (int i = 0; i < N_TEXTS; i++)
    ik_tokens_init (&self->texts[i]);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_array_set_clear_func (self->phrases, clear_phrase_cb);

  self->tokenizer = ik_tokenizer_new (database, error);
  if (self->tokenizer == NULL)
    return FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      if (!add_phrase (self, &g_array_index (words, IkMatchWord, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Returns what a phrase adds to the rank. */
static int
get_rank (const IkTokens *texts,
          int             n_texts,
          const IkTokens *phrase,
          gboolean        is_beginning,
          gboolean       *out_has)
{
  for (int i = 0; i < n_texts; i++)
    {
      int place = ik_tokens_find (&texts[i], phrase, is_beginning);

      *out_has = place >= 0;
      if (*out_has)
        return i * IK_MATCH_TEXT_WEIGHT + MIN (place, IK_MATCH_LAST_PLACE);
    }

  return IK_MATCH_LACK_WEIGHT;
}

/* A word that is there as it is comes before one that only begins so. */
static gboolean
prompt_fits (const Search *self,
             int          *out_rank)
{
  *out_rank = 0;
  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (self->phrases, Phrase, i);
      gboolean has;

      *out_rank += get_rank (self->texts, 1, &phrase->text, FALSE, &has);
      *out_rank += get_rank (self->texts, 1, &phrase->text, TRUE, &has);
      if (!has)
        return FALSE;
    }

  return TRUE;
}

static gboolean
texts_fit (const Search *self,
           int          *out_rank)
{
  *out_rank = 0;
  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (self->phrases, Phrase, i);
      gboolean has;

      *out_rank += get_rank (self->texts, N_TEXTS, &phrase->spread, phrase->may_begin, &has);
      if (!has)
        return FALSE;
    }

  return TRUE;
}

static gboolean
look_at (Search              *self,
         IkStatement         *question,
         IkUnindexedMatches  *matches,
         GError             **error)
{
  IkQuestionMatch match = { .row = ik_statement_get_int64 (question, 0) };

  for (int i = 0; i < N_TEXTS; i++)
    {
      if (!ik_tokenizer_split (self->tokenizer, ik_statement_get_text (question, i + 1),
                               &self->texts[i], error))
        return FALSE;
    }

  if (prompt_fits (self, &match.rank))
    g_array_append_val (matches->of_prompts, match);
  if (texts_fit (self, &match.rank))
    g_array_append_val (matches->of_texts, match);

  return TRUE;
}

static gboolean
look_through (IkDatabase          *database,
              GArray              *words,
              IkUnindexedMatches  *matches,
              GError             **error)
{
  g_auto(Search) search = { NULL };
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT question.seq, prompt, details, reference_answer,"
                         " search_text FROM question WHERE seq IN"
                         " (SELECT seq FROM unindexed_question) ORDER BY seq");

  if (!search_init (&search, database, words, error))
    return FALSE;

  while (ik_statement_next (list))
    {
      if (!look_at (&search, list, matches, error))
        return FALSE;
    }

  return ik_statement_finish (list, error);
}

static gboolean
list_rows (IkDatabase          *database,
           IkUnindexedMatches  *matches,
           GError             **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database,
                                                     "SELECT seq FROM unindexed_question");

  while (ik_statement_next (list))
    {
      gint64 row = ik_statement_get_int64 (list, 0);

      g_hash_table_add (matches->rows, g_memdup2 (&row, sizeof row));
    }

  return ik_statement_finish (list, error);
}

/**
 * ik_unindexed_matches_load:
 * @database: a connection in a transaction
 * @words: (element-type IkMatchWord): the words of a query
 * @error: return location
 *
 * Takes 10 µs for each question that is not indexed, and no time where all are.
 *
 * Returns: (transfer full): which questions these are, and which of them fit
 */
IkUnindexedMatches *
ik_unindexed_matches_load (IkDatabase  *database,
                           GArray      *words,
                           GError     **error)
{
  g_autoptr(IkUnindexedMatches) self = g_new0 (IkUnindexedMatches, 1);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->of_prompts = g_array_new (FALSE, FALSE, sizeof (IkQuestionMatch));
  self->of_texts = g_array_new (FALSE, FALSE, sizeof (IkQuestionMatch));

  if (!list_rows (database, self, error) ||
      (g_hash_table_size (self->rows) > 0 && !look_through (database, words, self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ik_unindexed_matches_free:
 * @self: (transfer full): matches
 */
void
ik_unindexed_matches_free (IkUnindexedMatches *self)
{
  g_hash_table_unref (self->rows);
  g_array_unref (self->of_prompts);
  g_array_unref (self->of_texts);
  g_free (self);
}

/**
 * ik_unindexed_matches_has:
 * @self: matches
 * @row: question.seq
 *
 * Returns: whether what the full-text indexes say of the question doesn't count
 */
gboolean
ik_unindexed_matches_has (const IkUnindexedMatches *self,
                          gint64                    row)
{
  return g_hash_table_size (self->rows) > 0 && g_hash_table_contains (self->rows, &row);
}
