#include "ik-snippet.h"

#include "ik-question-summary.h"
#include "ik-unspaced.h"

#include <string.h>

/**
 * IkSnippet:
 *
 * Shows where a query stands in a question. FTS5's snippet() would run the
 * whole query again for that; here the texts of what is shown are looked
 * through once, by the same rules: letters and digits make words, case and
 * accents don't matter, each word of the query may be the beginning of one.
 */
struct _IkSnippet
{
  GPtrArray *queries; /* (element-type GPtrArray (element-type GArray (element-type gunichar))):
                       * for each word that was typed its parts, such as "c" and "d" of "c/d" */
};

/* Words that are shown, and bytes before the first match: few, so that it is in view
 * where there is little room (choices of ours). */
#define N_SHOWN 14
#define MAX_BEFORE 24

/* Whoever wants to see more of a text opens the question. */
#define MAX_BYTES 20000

/* As many words of a query as there are bits. */
#define MAX_QUERIES 32

/* A word of a text. */
typedef struct
{
  guint   start;   /* bytes */
  guint   end;
  guint32 queries; /* bit i: query i matches from here on */
  guint   n_words; /* that the longest of these matches spans, 0 for none */
} Word;

/* Case and accents */

static gunichar
fold (gunichar character)
{
  gunichar base = character;
  gunichar rest;

  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((char) character);

  /* Syllables of Hangul would lose their vowels. */
  if (character >= 0xac00 && character <= 0xd7a3)
    return character;

  while (g_unichar_decompose (base, &base, &rest))
    ;
  return g_unichar_tolower (base);
}

static gboolean
is_of_word (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character);

  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Returns whether there is another word from *@end on. */
static gboolean
find_word (const char  *text,
           const char **start,
           const char **end)
{
  const char *p = *end;

  while (*p != '\0' && !is_of_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  *start = p;
  if (*p == '\0')
    return FALSE;

  if (ik_unspaced_is (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  else
    {
      while (*p != '\0' && is_of_word (g_utf8_get_char (p)) && !ik_unspaced_is (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }

  *end = p;
  return TRUE;
}

/* The query */

static GPtrArray *
split_query (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const char *start;
  const char *end = text;

  while (find_word (text, &start, &end))
    {
      GArray *part = g_array_new (FALSE, FALSE, sizeof (gunichar));

      for (const char *p = start; p < end; p = g_utf8_next_char (p))
        {
          gunichar character = fold (g_utf8_get_char (p));

          if (!g_unichar_ismark (character))
            g_array_append_val (part, character);
        }
      g_ptr_array_add (parts, part);
    }

  return parts;
}

/**
 * ik_snippet_new:
 * @query: what was typed
 *
 * Returns: (transfer full): what makes snippets for it
 */
IkSnippet *
ik_snippet_new (const char *query)
{
  IkSnippet *self = g_new0 (IkSnippet, 1);
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_auto(GStrv) words = g_strsplit_set (valid, " \t\r\n\"", -1);

  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; words[i] != NULL && self->queries->len < MAX_QUERIES; i++)
    {
      g_autoptr(GPtrArray) parts = split_query (words[i]);

      if (parts->len > 0)
        g_ptr_array_add (self->queries, g_steal_pointer (&parts));
    }

  return self;
}

/**
 * ik_snippet_free:
 * @self: (transfer full): a maker of snippets
 */
void
ik_snippet_free (IkSnippet *self)
{
  g_ptr_array_unref (self->queries);
  g_free (self);
}

/* Matching */

static gboolean
word_matches (const char   *text,
              const Word   *word,
              const GArray *part,
              gboolean      may_go_on)
{
  const char *p = text + word->start;
  const char *end = text + word->end;
  guint i = 0;

  for (; p < end && i < part->len; p = g_utf8_next_char (p))
    {
      gunichar character = fold (g_utf8_get_char (p));

      if (g_unichar_ismark (character))
        continue;
      if (character != g_array_index (part, gunichar, i))
        return FALSE;
      i++;
    }

  return i == part->len && (may_go_on || p == end);
}

static gboolean
query_matches (const GPtrArray *query,
               const char      *text,
               const GArray    *words,
               guint            first)
{
  if (first + query->len > words->len)
    return FALSE;

  for (guint i = 0; i < query->len; i++)
    {
      if (!word_matches (text, &g_array_index (words, Word, first + i), query->pdata[i],
                         i + 1 == query->len))
        return FALSE;
    }

  return TRUE;
}

static GArray *
split_text (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start;
  const char *end = text;

  while (end - text < MAX_BYTES && find_word (text, &start, &end))
    {
      const Word word = { .start = (guint) (start - text), .end = (guint) (end - text) };

      g_array_append_val (words, word);
    }

  return words;
}

static void
find_matches (const IkSnippet *self,
              const char      *text,
              GArray          *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);

      for (guint j = 0; j < self->queries->len; j++)
        {
          const GPtrArray *query = self->queries->pdata[j];

          if (!query_matches (query, text, words, i))
            continue;

          word->queries |= 1u << j;
          word->n_words = MAX (word->n_words, query->len);
        }
    }
}

/* Choosing */

/* Returns where a part begins that has this word in it. */
static guint
get_first (const GArray *words,
           guint         match)
{
  guint first = match;

  while (first > 0 && g_array_index (words, Word, match).start -
         g_array_index (words, Word, first - 1).start <= MAX_BEFORE)
    first--;

  return first;
}

static guint
count_queries (const GArray *words,
               guint         first)
{
  guint32 queries = 0;

  for (guint i = first; i < words->len && i < first + N_SHOWN; i++)
    queries |= g_array_index (words, Word, i).queries;

  return (guint) __builtin_popcount (queries);
}

/* Returns how many queries stand in the best part; the first of equal ones. */
static guint
find_part (const GArray *words,
           guint        *out_first)
{
  guint most = 0;

  *out_first = 0;
  for (guint i = 0; i < words->len; i++)
    {
      guint first = get_first (words, i);
      guint n;

      if (g_array_index (words, Word, i).n_words == 0)
        continue;

      n = count_queries (words, first);
      if (n > most)
        {
          most = n;
          *out_first = first;
        }
    }

  return most;
}

static char *
show_part (const char   *text,
           const GArray *words,
           guint         first)
{
  guint end = MIN (first + N_SHOWN, words->len);
  guint match_end = 0;
  gboolean is_cut = end < words->len || (words->len > 0 && strlen (text) > MAX_BYTES);
  const char *from = first > 0 ? text + g_array_index (words, Word, first).start : text;
  GString *shown = g_string_new (first > 0 ? "…" : "");

  for (guint i = first; i < end; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      g_string_append_len (shown, from, text + word->start - from);
      if (word->n_words > 0 && i >= match_end)
        {
          g_string_append (shown, IK_SNIPPET_MATCH_BEGIN);
          match_end = MIN (i + word->n_words, end);
        }

      g_string_append_len (shown, text + word->start, word->end - word->start);
      if (i + 1 == match_end)
        g_string_append (shown, IK_SNIPPET_MATCH_END);
      from = text + word->end;
    }

  g_string_append (shown, is_cut ? "…" : from);
  return g_string_free (shown, FALSE);
}

/* What holds the most so far. */
typedef struct
{
  char   *line;  /* owned, nullable until there is one */
  GArray *words; /* owned */
  guint   text;
  guint   first;
  guint   n_queries;
} Best;

static void
look_at (const IkSnippet *self,
         char            *line, /* taken */
         guint            text,
         Best            *best)
{
  GArray *words = split_text (line);
  guint first;
  guint n;

  find_matches (self, line, words);
  n = find_part (words, &first);
  if (best->line != NULL && n <= best->n_queries)
    {
      g_free (line);
      g_array_unref (words);
      return;
    }

  g_free (best->line);
  g_clear_pointer (&best->words, g_array_unref);
  *best = (Best) { line, words, text, first, n };
}

/**
 * ik_snippet_make:
 * @self: a maker of snippets
 * @texts: (array zero-terminated=1): the texts of a question, the most
 *   important one first, at least one
 * @out_text: (out) (optional): the place of the text that is shown
 *
 * Shows the first line of those that hold most of what was typed: the lines of a
 * text are often items of a list, which have nothing to do with each other. Only the
 * first 20 kB of each text are looked through.
 *
 * Returns: (transfer full): some words around the matches, each of these
 *   between #IK_SNIPPET_MATCH_BEGIN and #IK_SNIPPET_MATCH_END; the beginning of
 *   the first text where nothing was found
 */
char *
ik_snippet_make (const IkSnippet   *self,
                 const char *const *texts,
                 guint             *out_text)
{
  Best best = { NULL };
  char *shown;

  for (guint i = 0; texts[i] != NULL && best.n_queries < self->queries->len; i++)
    {
      for (const char *line = texts[i]; line != NULL && line - texts[i] < MAX_BYTES;)
        {
          const char *end = strchr (line, '\n');

          look_at (self, end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line), i,
                   &best);
          line = end != NULL ? end + 1 : NULL;
        }
    }

  if (out_text != NULL)
    *out_text = best.text;
  shown = best.line != NULL ? show_part (best.line, best.words, best.first) : g_strdup ("");
  g_free (best.line);
  g_clear_pointer (&best.words, g_array_unref);

  return shown;
}
