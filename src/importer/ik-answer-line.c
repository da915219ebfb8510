#include "ik-answer-line.h"

#include <string.h>

/* Nobody lets choose more than these at once: "ABDE". */
#define MAX_LETTERS 5u
#define MAX_NUMBER 1000u

/* Fewer are a sentence with a number in it. */
#define LEAST_ANSWERS 2

static const char *
skip (const char *text,
      const char *characters)
{
  while (*text != '\0' && g_utf8_strchr (characters, -1, g_utf8_get_char (text)) != NULL)
    text = g_utf8_next_char (text);

  return text;
}

static guint
take_number (const char **text)
{
  gsize n_digits = strspn (*text, "0123456789");
  guint64 number = n_digits <= 3 ? g_ascii_strtoull (*text, NULL, 10) : 0;

  *text += n_digits;

  return number < MAX_NUMBER ? (guint) number : 0;
}

/* The letters of options that a text begins with, in a script that has no words
 * of so few of them, or Latin ones near the beginning of the alphabet. */
static guint
take_letters (const char **text)
{
  guint n_letters = 0;

  while (g_unichar_isalpha (g_utf8_get_char (*text)) || g_utf8_get_char (*text) == 0x221a ||
         g_utf8_get_char (*text) == 0xd7) /* a tick and a cross */
    {
      if ((**text & 0x80) == 0 && g_ascii_tolower (**text) > 'j')
        return 0;
      *text = g_utf8_next_char (*text);
      n_letters++;
    }

  return n_letters;
}

static void
add_answer (GArray     *answers,
            guint       number,
            const char *text,
            gsize       length)
{
  IkNumberedAnswer answer = { number, { text, length } };

  g_array_append_val (answers, answer);
}

/* "1-5 ABDCA": a letter for each number. */
static gboolean
take_range (const char **text,
            guint        first,
            GArray      *answers)
{
  const char *p = skip (*text, " -–—~～至");
  guint last = p > *text ? take_number (&p) : 0;
  const char *letters = skip (p, " :：");
  const char *end = letters;
  guint n_letters;

  if (last <= first)
    return FALSE;
  n_letters = take_letters (&end);
  if (n_letters != last - first + 1 || (gsize) (end - letters) != n_letters)
    return FALSE;
  for (guint i = 0; i < n_letters; i++)
    add_answer (answers, first + i, letters + i, 1);
  *text = end;

  return TRUE;
}

/* "1-a", "1) б", "1．A", "1: BD" */
static gboolean
take_pair (const char **text,
           guint        number,
           GArray      *answers)
{
  const char *letters = skip (*text, " .):-–—=>、．：）→");
  const char *end = letters;
  guint n_letters = take_letters (&end);

  if (n_letters == 0 || n_letters > MAX_LETTERS)
    return FALSE;
  add_answer (answers, number, letters, (gsize) (end - letters));
  *text = end;

  return TRUE;
}

/**
 * ik_answer_line_parse:
 * @line: plain text
 * @first: number that stood before it, 0 for none
 *
 * Reads a line of nothing but letters for numbered questions, such as
 * "1-a, 2-b, 3-c", "1.A 2.BD" or "1-5 ABDCA".
 *
 * Returns: (transfer full) (nullable) (element-type IkNumberedAnswer): the
 *   answers in the line's order, at least two; %NULL if it is another text
 */
GArray *
ik_answer_line_parse (const char *line,
                      guint       first)
{
  g_autoptr(GArray) answers = g_array_new (FALSE, FALSE, sizeof (IkNumberedAnswer));
  const char *p = skip (line, " ");

  for (; *p != '\0'; p = skip (p, " ,;.\t\n、，；。،؛|/"))
    {
      guint number = first;

      if (first == 0)
        {
          p = skip (p, "(（[");
          number = take_number (&p);
        }
      if (number == 0 || (!take_range (&p, number, answers) && !take_pair (&p, number, answers)))
        return NULL;
      first = 0;
      if (*p != '\0' && skip (p, " ,;.\t\n、，；。،؛|/") == p)
        return NULL;
    }

  return answers->len >= LEAST_ANSWERS ? g_steal_pointer (&answers) : NULL;
}
