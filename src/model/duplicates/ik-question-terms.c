#include "ik-question-terms.h"

#include "ik-word-list.h"
#include "ik-wording.h"

#include <string.h>

#define NO_TERM G_MAXUINT32

/* A word as it stands in texts, and what it is in each language. */
typedef struct
{
  const char *text;      /* in IkTermTable.texts */
  guint       languages; /* bits: those where it says nothing */
  struct
  {
    IkTerm       term;   /* NO_TERM until it is asked for */
    IkWordWeight weight;
  } in[IK_N_WORD_LANGUAGES];
} Word;

/* A word at its place. */
typedef struct
{
  Word     *word;
  gboolean  is_critical;
} Token;

typedef struct
{
  const char *text; /* in IkTermTable.texts */
  guint       n_uses;
} TermInfo;

/**
 * IkTermTable:
 *
 * Numbers the words that matter in questions, words of one meaning alike, and
 * counts their uses. For one thread at a time.
 */
struct _IkTermTable
{
  GStringChunk *texts;   /* (owned) */
  GHashTable   *words;   /* (owned) (element-type utf8 Word) */
  GHashTable   *numbers; /* (owned) (element-type utf8 guint): from a meaning to its number plus 1 */
  GArray       *terms;   /* (owned) (element-type TermInfo): by number */
  GArray       *tokens;  /* (owned) (element-type Token): of the text that is read */
  GString      *buffer;  /* (owned) */
};

/**
 * ik_term_table_new:
 *
 * Returns: (transfer full): an empty table
 */
IkTermTable *
ik_term_table_new (void)
{
  IkTermTable *self = g_new0 (IkTermTable, 1);

  self->texts = g_string_chunk_new (1 << 16);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->terms = g_array_new (FALSE, FALSE, sizeof (TermInfo));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  self->buffer = g_string_new (NULL);

  return self;
}

/**
 * ik_term_table_free:
 * @self: (transfer full): a table
 */
void
ik_term_table_free (IkTermTable *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->terms);
  g_array_unref (self->tokens);
  g_string_free (self->buffer, TRUE);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static Word *
make_word (IkTermTable *self,
           const char  *text)
{
  Word *word = g_new0 (Word, 1);

  word->text = g_string_chunk_insert (self->texts, text);
  for (guint i = 0; i < IK_N_WORD_LANGUAGES; i++)
    {
      IkWordWeight weight = ik_word_list_weigh (ik_word_list_get (i), text);

      word->in[i].weight = weight;
      word->in[i].term = NO_TERM;
      if (weight != IK_WORD_MATTERS)
        word->languages |= 1u << i;
    }
  g_hash_table_insert (self->words, (gpointer) word->text, word);

  return word;
}

static Word *
get_word (IkTermTable *self,
          const char  *text)
{
  Word *word = g_hash_table_lookup (self->words, text);

  return word != NULL ? word : make_word (self, text);
}

static IkTerm
number (IkTermTable *self,
        const char  *meaning)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, meaning));
  TermInfo info = { NULL, 0 };

  if (known > 0)
    return known - 1;

  info.text = g_string_chunk_insert (self->texts, meaning);
  g_array_append_val (self->terms, info);
  g_hash_table_insert (self->numbers, (gpointer) info.text, GUINT_TO_POINTER (self->terms->len));

  return self->terms->len - 1;
}

/* What the letters of a word say about it before case is folded. */
typedef struct
{
  guint    n_upper;
  guint    n_lower;
  gboolean has_digit;
  gboolean has_sign;
  gboolean has_hump; /* as in "JavaScript" */
} Shape;

static Shape
get_shape (const char *word,
           gsize       length)
{
  Shape shape = { 0 };

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c))
        {
          shape.has_hump = shape.has_hump || shape.n_lower > 0;
          shape.n_upper++;
        }
      else if (g_unichar_islower (c))
        shape.n_lower++;
      else if (g_unichar_isdigit (c))
        shape.has_digit = TRUE;
      else if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        shape.has_sign = TRUE;
    }

  return shape;
}

static gboolean
is_start (const char *text,
          const char *word)
{
  for (const char *p = word - 1; p >= text; p--)
    {
      if (*p != ' ')
        return strchr (".?!:;\n\"'([*_-", *p) != NULL;
    }

  return TRUE;
}

static gboolean
is_name (const Shape *shape,
         const char  *text,
         const char  *word)
{
  if (shape->has_hump || (shape->n_upper >= 2 && shape->n_lower == 0))
    return TRUE;

  return shape->n_upper == 1 && shape->n_lower == 0 && *word != 'I' && !is_start (text, word);
}

/* Scripts without spaces between words: each sign is taken for one. */
static gboolean
is_unspaced (gunichar c)
{
  GUnicodeScript script = c < 0x2e80 ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

static gsize
get_run (const char *word,
         gsize       length)
{
  const char *p = word;

  if (is_unspaced (g_utf8_get_char (p)))
    return (gsize) (g_utf8_next_char (p) - p);

  while (p < word + length && !is_unspaced (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return (gsize) (p - word);
}

/* "don't" and "do not". */
static gboolean
is_negation (const char *text,
             const char *word,
             gsize       length)
{
  const char *before = word;

  if (length != 1 || *word != 't' || word == text)
    return FALSE;

  before = g_utf8_prev_char (before);
  return before > text && before[-1] == 'n' &&
         (*before == '\'' || g_utf8_get_char (before) == 0x2019);
}

static void
add_token (IkTermTable *self,
           const char  *text,
           const char  *word,
           gsize        length,
           gboolean     has_case)
{
  Shape shape = get_shape (word, length);
  Token token = { .is_critical = shape.has_digit || shape.has_sign ||
                                 (has_case && is_name (&shape, text, word)) };

  g_string_truncate (self->buffer, 0);
  if (is_negation (text, word, length))
    g_string_append (self->buffer, "not");
  else
    ik_wording_fold (self->buffer, word, length);
  token.word = get_word (self, self->buffer->str);
  g_array_append_val (self->tokens, token);
}

static gboolean
has_lower_case (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static void
add_tokens (IkTermTable *self,
            const char  *text)
{
  gboolean has_case = has_lower_case (text);
  const char *position = text;
  const char *word;
  gsize length;

  while (ik_wording_next (&position, &word, &length))
    {
      for (const char *end = word + length; word < end;)
        {
          gsize run = get_run (word, (gsize) (end - word));

          add_token (self, text, word, run, has_case);
          word += run;
        }
    }
}

/* The language that has most of the words that say nothing. */
static guint
guess_language (IkTermTable *self)
{
  guint counts[IK_N_WORD_LANGUAGES] = { 0 };
  guint best = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint languages = g_array_index (self->tokens, Token, i).word->languages;

      for (guint j = 0; j < IK_N_WORD_LANGUAGES; j++)
        counts[j] += languages >> j & 1;
    }

  for (guint i = 1; i < IK_N_WORD_LANGUAGES; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best;
}

static IkTerm
get_term (IkTermTable *self,
          const Token *token,
          guint        language)
{
  Word *word = token->word;

  /* "IT" is not "it", and no plural of anything. */
  if (token->is_critical && !g_ascii_isdigit (*word->text))
    return number (self, word->text) | IK_TERM_IS_CRITICAL;

  if (word->in[language].term == NO_TERM)
    {
      g_string_assign (self->buffer, word->text);
      ik_word_list_simplify (ik_word_list_get (language), self->buffer);
      word->in[language].term = number (self, self->buffer->str);
    }

  if (token->is_critical || word->in[language].weight >= IK_WORD_FIXED)
    return word->in[language].term | IK_TERM_IS_CRITICAL;

  return word->in[language].term;
}

static gboolean
is_free (const Token *token,
         guint        language)
{
  IkWordWeight weight = token->word->in[language].weight;

  return !token->is_critical && (weight == IK_WORD_FREE || weight == IK_WORD_LEADS);
}

static gboolean
leads (const Token *token,
       guint        language)
{
  IkWordWeight weight = token->word->in[language].weight;

  return !token->is_critical && (weight == IK_WORD_BINDS || weight == IK_WORD_LEADS);
}

static int
compare_terms_cb (gconstpointer one,
                  gconstpointer other)
{
  IkTerm a = ik_term_get_number (*(const IkTerm *) one);
  IkTerm b = ik_term_get_number (*(const IkTerm *) other);

  return a < b ? -1 : a > b;
}

static void
add_terms (IkTermTable *self,
           guint        first,
           guint        end,
           guint        language,
           gboolean     takes_all,
           GArray      *terms)
{
  for (guint i = first; i < end; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);
      IkTerm term;

      if (!takes_all && is_free (token, language))
        continue;

      term = get_term (self, token, language);
      g_array_index (self->terms, TermInfo, ik_term_get_number (term)).n_uses++;
      g_array_append_val (terms, term);
    }

  g_array_sort (terms, compare_terms_cb);
}

static void
add_bonds (IkTermTable *self,
           guint        end,
           guint        language,
           GArray      *bonds)
{
  IkBond bond = { NO_TERM, NO_TERM };

  for (guint i = 0; i < end; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);

      if (leads (token, language))
        bond.lead = ik_term_get_number (get_term (self, token, language));
      else if (!is_free (token, language) && bond.lead != NO_TERM)
        {
          bond.target = ik_term_get_number (get_term (self, token, language));
          g_array_append_val (bonds, bond);
          bond.lead = NO_TERM;
        }
    }
}

/**
 * ik_term_table_read:
 * @self: a table
 * @prompt: what is asked, valid UTF-8
 * @details: what belongs to it, "" where nothing does
 * @terms: (out caller-allocates): made by ik_question_terms_init(); what it
 *   held is replaced
 *
 * Finds what matters in a question. A number in front of it doesn't, nor do
 * case, punctuation, inflection and words that say nothing by themselves; where
 * a prompt has nothing else, all of its words count. Some 3 µs for a line.
 */
void
ik_term_table_read (IkTermTable     *self,
                    const char      *prompt,
                    const char      *details,
                    IkQuestionTerms *terms)
{
  guint n_prompt;
  guint language;

  g_array_set_size (self->tokens, 0);
  g_array_set_size (terms->prompt, 0);
  g_array_set_size (terms->details, 0);
  g_array_set_size (terms->bonds, 0);

  add_tokens (self, ik_wording_skip_number (prompt));
  n_prompt = self->tokens->len;
  add_tokens (self, details);
  language = guess_language (self);

  add_terms (self, 0, n_prompt, language, FALSE, terms->prompt);
  if (terms->prompt->len == 0)
    add_terms (self, 0, n_prompt, language, TRUE, terms->prompt);
  add_terms (self, n_prompt, self->tokens->len, language, FALSE, terms->details);
  add_bonds (self, n_prompt, language, terms->bonds);
  terms->has_code = strpbrk (details, "`{}=") != NULL || strstr (details, ";\n") != NULL;
}

/**
 * ik_term_table_get_text:
 * @self: a table
 * @term: one of its terms
 *
 * Returns: the form that all words of the term share, no word for people
 */
const char *
ik_term_table_get_text (IkTermTable *self,
                        IkTerm       term)
{
  return g_array_index (self->terms, TermInfo, ik_term_get_number (term)).text;
}

/**
 * ik_term_table_count_uses:
 * @self: a table
 * @term: one of its terms
 *
 * Returns: how often it stands in all that was read
 */
guint
ik_term_table_count_uses (IkTermTable *self,
                          IkTerm       term)
{
  return g_array_index (self->terms, TermInfo, ik_term_get_number (term)).n_uses;
}

/**
 * ik_question_terms_init:
 * @self: (out caller-allocates): becomes empty
 */
void
ik_question_terms_init (IkQuestionTerms *self)
{
  self->prompt = g_array_new (FALSE, FALSE, sizeof (IkTerm));
  self->details = g_array_new (FALSE, FALSE, sizeof (IkTerm));
  self->bonds = g_array_new (FALSE, FALSE, sizeof (IkBond));
  self->has_code = FALSE;
}

/**
 * ik_question_terms_clear:
 * @self: gives back what it holds
 */
void
ik_question_terms_clear (IkQuestionTerms *self)
{
  g_clear_pointer (&self->prompt, g_array_unref);
  g_clear_pointer (&self->details, g_array_unref);
  g_clear_pointer (&self->bonds, g_array_unref);
}
