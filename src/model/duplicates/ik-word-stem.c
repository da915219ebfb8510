#include "ik-word-stem.h"

#include <string.h>

/* M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980: its
 * steps 1 and 5, which take off what bends a word. The steps between are left
 * out: they make one of "compile" and "compiler". */

static gboolean
is_vowel (const char *word,
          gsize       i)
{
  return strchr ("aeiou", word[i]) != NULL ||
         (word[i] == 'y' && i > 0 && !is_vowel (word, i - 1));
}

static gboolean
has_vowel (const char *word,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (is_vowel (word, i))
        return TRUE;
    }

  return FALSE;
}

/* How often consonants follow on vowels. */
static guint
measure (const char *word,
         gsize       length)
{
  guint n = 0;

  for (gsize i = 1; i < length; i++)
    {
      if (!is_vowel (word, i) && is_vowel (word, i - 1))
        n++;
    }

  return n;
}

/* As "hop" and "scal", which lost an "e", and not "show". */
static gboolean
is_short (const char *word,
          gsize       length)
{
  return length >= 3 && !is_vowel (word, length - 1) && is_vowel (word, length - 2) &&
         !is_vowel (word, length - 3) && strchr ("wxy", word[length - 1]) == NULL;
}

static gboolean
take_off (GString    *word,
          const char *suffix,
          const char *instead,
          gsize       least)
{
  gsize length = strlen (suffix);

  if (word->len < length + least || !g_str_has_suffix (word->str, suffix))
    return FALSE;

  g_string_truncate (word, word->len - length);
  g_string_append (word, instead);
  return TRUE;
}

static void
strip_plural (GString *word)
{
  if (take_off (word, "sses", "ss", 1) || take_off (word, "ies", "y", 2) ||
      g_str_has_suffix (word->str, "ss") || g_str_has_suffix (word->str, "us") ||
      g_str_has_suffix (word->str, "is"))
    return;

  take_off (word, "s", "", 3);
}

static void
mend_end (GString *word)
{
  gsize length = word->len;
  char last = word->str[length - 1];

  if (g_str_has_suffix (word->str, "at") || g_str_has_suffix (word->str, "bl") ||
      g_str_has_suffix (word->str, "iz"))
    g_string_append_c (word, 'e');
  else if (length >= 2 && last == word->str[length - 2] && strchr ("aeioulsz", last) == NULL)
    g_string_truncate (word, length - 1);
  else if (measure (word->str, length) == 1 && is_short (word->str, length))
    g_string_append_c (word, 'e');
}

static void
strip_tense (GString *word)
{
  static const struct { const char *suffix; gsize length; } suffixes[] = {
    { "ing", 3 }, { "ied", 2 }, { "ed", 2 },
  };

  if (g_str_has_suffix (word->str, "eed"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize length = suffixes[i].length;

      if (word->len < length + 3 || !g_str_has_suffix (word->str, suffixes[i].suffix) ||
          !has_vowel (word->str, word->len - length))
        continue;

      g_string_truncate (word, word->len - length);
      mend_end (word);
      return;
    }
}

static void
strip_e (GString *word)
{
  gsize length = word->len - 1;
  guint n;

  if (!g_str_has_suffix (word->str, "e") || length < 3)
    return;

  n = measure (word->str, length);
  if (n > 1 || (n == 1 && !is_short (word->str, length)))
    g_string_truncate (word, length);
}

/* Two ways to spell: "optimise", "organisation", "behaviour". */
static void
unify_spelling (GString *word)
{
  if (take_off (word, "isation", "ization", 2) || take_off (word, "ise", "ize", 4) ||
      take_off (word, "ising", "izing", 4) || take_off (word, "ised", "ized", 4))
    return;

  take_off (word, "our", "or", 3);
}

static void
stem_english (GString *word)
{
  strip_plural (word);
  unify_spelling (word);
  strip_tense (word);
  if (word->len > 2 && word->str[word->len - 1] == 'y' &&
      has_vowel (word->str, word->len - 1))
    word->str[word->len - 1] = 'i';
  strip_e (word);
}

static void
take_off_one (GString           *word,
              const char *const *suffixes,
              glong              least)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      gsize length = strlen (suffixes[i]);

      if (word->len > length && g_str_has_suffix (word->str, suffixes[i]) &&
          g_utf8_strlen (word->str, (gssize) (word->len - length)) >= least)
        {
          g_string_truncate (word, word->len - length);
          return;
        }
    }
}

static void
stem_german (GString *word)
{
  static const char *const endings[] = { "ern", "em", "en", "er", "es", "e", "n", "s", NULL };

  take_off_one (word, endings, 4);
}

static void
stem_romance (GString *word)
{
  static const char *const plurals[] = { "s", "x", NULL };
  static const char *const endings[] = { "e", "o", "a", "i", NULL };

  take_off_one (word, plurals, 4);
  take_off_one (word, endings, 4);
}

/**
 * ik_word_stem:
 * @word: (inout): a word as ik_wording_fold() makes it
 * @language: such as "en"; of a language it doesn't know it changes nothing
 *
 * Takes off what inflects a word: "caches" and "caching" become one, "compile"
 * and "compiler" don't. What is left need not be a word.
 */
void
ik_word_stem (GString    *word,
              const char *language)
{
  g_return_if_fail (word != NULL);

  if (g_str_equal (language, "en"))
    stem_english (word);
  else if (g_str_equal (language, "de") || g_str_equal (language, "nl"))
    stem_german (word);
  else if (g_strv_contains ((const char *const[]) { "es", "fr", "it", "pt", NULL }, language))
    stem_romance (word);
}
