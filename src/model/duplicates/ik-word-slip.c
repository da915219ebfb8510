#include "ik-word-slip.h"

#include <string.h>

/* Whether one letter more or another one makes the longer of the shorter, or two
 * that are exchanged. */
static gboolean
is_one_letter_off (const char *longer,
                   gsize       n,
                   const char *shorter,
                   gsize       m)
{
  gsize start = 0;
  gsize end = 0;

  while (start < m && longer[start] == shorter[start])
    start++;
  while (end < m - start && longer[n - 1 - end] == shorter[m - 1 - end])
    end++;

  if (n - m <= 1 && start + end + 1 >= n)
    return TRUE;

  return n == m && start + end + 2 == n && longer[start] == shorter[start + 1] &&
         longer[start + 1] == shorter[start];
}

/**
 * ik_word_is_slip:
 * @one: a word
 * @other: another word
 *
 * Whether one may be the other, misspelt: long words with one letter too many,
 * too few, wrong or exchanged with the next. The first letter is right in a slip:
 * "typical" and "atypical" are two words.
 *
 * Returns: whether it may be
 */
gboolean
ik_word_is_slip (const char *one,
                 const char *other)
{
  gsize n = strlen (one);
  gsize m = strlen (other);

  if (*one != *other || MIN (n, m) < IK_MIN_SLIP)
    return FALSE;

  return n >= m ? is_one_letter_off (one, n, other, m) : is_one_letter_off (other, m, one, n);
}
