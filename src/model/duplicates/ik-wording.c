#include "ik-wording.h"

#include <string.h>

/* What may stand before the number of a question. */
static const char *const number_words[] = {
  "question", "frage", "pregunta", "pergunta", "domanda", "vraag", "вопрос", "q", "nr", "no",
};

/* Bytes before the number that such a word may take. */
#define MAX_NUMBER_WORD 24

/* "C", "C++" and "C#" are three questions, "==" and "===" two. What Markdown
 * marks text with is none of these. */
static gboolean
is_sign (gunichar c)
{
  return c < 0x80 ? c != 0 && strchr ("+#=<>|&%$@/^", (char) c) != NULL
                  : g_unichar_type (c) == G_UNICODE_MATH_SYMBOL ||
         g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * ik_wording_next:
 * @position: (inout): where to look, valid UTF-8; afterwards behind the word
 * @out_word: (out): where the word begins
 * @out_length: (out): its length in bytes
 *
 * Finds the next word of a text: letters and digits without a gap, or one sign
 * that means something, such as "+". All else, Markdown's marks included, only
 * parts words.
 *
 * Returns: whether there was one
 */
gboolean
ik_wording_next (const char **position,
                 const char **out_word,
                 gsize       *out_length)
{
  const char *p = *position;
  const char *start;

  while (*p != '\0' && !is_letter (g_utf8_get_char (p)) && !is_sign (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  start = p;
  if (is_sign (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  else
    while (*p != '\0' && is_letter (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);

  *position = p;
  *out_word = start;
  *out_length = (gsize) (p - start);

  return p > start;
}

/**
 * ik_wording_fold:
 * @out: where to append
 * @word: (array length=length): a word
 * @length: bytes
 *
 * Appends the form in which words are compared: in lower case, composed.
 */
void
ik_wording_fold (GString    *out,
                 const char *word,
                 gsize       length)
{
  g_autofree char *folded = NULL;
  g_autofree char *normal = NULL;
  gsize start = out->len;
  gsize i;

  for (i = 0; i < length && (guchar) word[i] < 0x80; i++)
    g_string_append_c (out, g_ascii_tolower (word[i]));
  if (i == length)
    return;

  g_string_truncate (out, start);
  folded = g_utf8_casefold (word, (gssize) length);
  normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  g_string_append (out, normal != NULL ? normal : folded);
}

/**
 * ik_wording_append:
 * @out: where to append
 * @text: valid UTF-8
 *
 * Appends the words of a text as they are compared, with one space for all that
 * is between them: the normal form by which two wordings are the same.
 */
void
ik_wording_append (GString    *out,
                   const char *text)
{
  gsize start = out->len;
  const char *word;
  gsize length;

  while (ik_wording_next (&text, &word, &length))
    {
      if (out->len > start)
        g_string_append_c (out, ' ');
      ik_wording_fold (out, word, length);
    }
}

/* The word before a number, if it is one that a number follows. */
static const char *
skip_number_word (const char *text)
{
  const char *p = text;
  const char *word;
  gsize length;
  g_autoptr(GString) folded = NULL;

  if (strcspn (text, "0123456789") > MAX_NUMBER_WORD || !ik_wording_next (&p, &word, &length))
    return text;

  folded = g_string_new (NULL);
  while (length > 0 && g_ascii_isdigit (word[length - 1]))
    length--;
  ik_wording_fold (folded, word, length);
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      if (g_str_equal (folded->str, number_words[i]))
        return word + length + strspn (word + length, " .#");
    }

  return text;
}

/* A number of three digits at most, or one in parts such as "2.1.4". */
static const char *
skip_digits (const char *text,
             guint      *out_n_parts)
{
  const char *p = text;

  *out_n_parts = 0;
  while (g_ascii_isdigit (*p))
    {
      gsize n = strspn (p, "0123456789");

      if (n > 3)
        return text;

      *out_n_parts += 1;
      p += n;
      if (*p == '.' && g_ascii_isdigit (p[1]))
        p++;
    }

  return p;
}

/**
 * ik_wording_skip_number:
 * @text: a prompt, valid UTF-8
 *
 * Passes over what only numbers a question: "12.", "(3)", "b)", "Q4:",
 * "Question 7 -", "2.1.4". What may be a part of it, such as "3.5 million" or
 * "2024", stays.
 *
 * Returns: where the wording begins, in @text
 */
const char *
ik_wording_skip_number (const char *text)
{
  const char *p = text + strspn (text, " \t([#*_");
  const char *number = skip_number_word (p);
  guint n_parts = 0;
  const char *end = skip_digits (number, &n_parts);
  gsize n_marks;

  if (end == number && number == p && g_ascii_isalpha (*p) && p[1] == ')')
    end = p + 1;
  if (end == number || number > end)
    return text;

  n_marks = strspn (end, ".)]:*_");
  if (n_marks == 0 && n_parts < 3 && !g_str_has_prefix (end, " - ") && !g_str_has_prefix (end, " – "))
    return text;
  if (end[n_marks] != ' ')
    return text;

  return end + n_marks + strspn (end + n_marks, " -–");
}
