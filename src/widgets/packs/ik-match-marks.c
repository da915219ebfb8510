#include "ik-match-marks.h"

#include <string.h>

/* What a search found, as a person sees it: words that begin with one of those
 * that were typed, whatever their case and accents. The index folds in the same
 * way; where the two differ, a word is not marked, and found all the same. */

static const char *
skip_word (const char *at)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
skip_other (const char *at)
{
  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* Without case and accents. */
static char *
fold (const char *word,
      gssize      length)
{
  g_autofree char *spread = g_utf8_normalize (word, length, G_NORMALIZE_ALL);
  g_autofree char *folded = spread != NULL ? g_utf8_casefold (spread, -1) : g_strdup ("");
  GString *text = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (text, character);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
split_query (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = skip_other (query); *at != '\0'; at = skip_other (at))
    {
      const char *end = skip_word (at);

      g_ptr_array_add (words, fold (at, end - at));
      at = end;
    }

  return words;
}

static gboolean
is_match (GPtrArray  *words,
          const char *word,
          gssize      length)
{
  g_autofree char *folded = fold (word, length);

  for (guint i = 0; i < words->len; i++)
    {
      if (g_str_has_prefix (folded, words->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static void
append_escaped (GString    *markup,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/**
 * ik_match_marks_make:
 * @text: a text on one line
 * @query: what was searched for
 *
 * Returns: (transfer full): Pango markup of the text with the words in bold that
 *   begin with one of the query
 */
char *
ik_match_marks_make (const char *text,
                     const char *query)
{
  g_autoptr(GPtrArray) words = NULL;
  GString *markup;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  words = split_query (query);
  markup = g_string_new (NULL);
  while (*at != '\0')
    {
      const char *word = skip_other (at);
      const char *end = skip_word (word);
      gboolean is_bold = end > word && is_match (words, word, end - word);

      append_escaped (markup, at, word - at);
      g_string_append (markup, is_bold ? "<b>" : "");
      append_escaped (markup, word, end - word);
      g_string_append (markup, is_bold ? "</b>" : "");
      at = end;
    }

  return g_string_free (markup, FALSE);
}

/**
 * ik_match_marks_from_snippet:
 * @snippet: one line with matches between #IK_SNIPPET_MATCH_BEGIN and
 *   #IK_SNIPPET_MATCH_END
 *
 * Returns: (transfer full): Pango markup of the text with the matches in bold
 */
char *
ik_match_marks_from_snippet (const char *snippet)
{
  g_autofree char *escaped = NULL;
  GString *markup;

  g_return_val_if_fail (snippet != NULL, NULL);

  /* Escaping writes control characters as references: those of matches, too. */
  escaped = g_markup_escape_text (snippet, -1);
  markup = g_string_new (escaped);
  g_string_replace (markup, "&#x2;", "<b>", 0);
  g_string_replace (markup, "&#x3;", "</b>", 0);

  return g_string_free (markup, FALSE);
}
