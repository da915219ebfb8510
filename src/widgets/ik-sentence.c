#include "ik-sentence.h"

#include <string.h>

/**
 * ik_sentence_from_error:
 *
 * Makes a sentence of the sentence part that errors carry: a capital at the
 * beginning, a full stop at the end.
 *
 * Returns: the sentence
 */
char *
ik_sentence_from_error (const GError *error)
{
  g_autofree char *first = NULL;
  const char *rest;
  gunichar last;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->message[0] == '\0')
    return g_strdup ("");

  first = g_utf8_strup (error->message, g_utf8_next_char (error->message) - error->message);
  rest = g_utf8_next_char (error->message);
  last = g_utf8_get_char (g_utf8_prev_char (error->message + strlen (error->message)));

  return g_strconcat (first, rest, g_unichar_ispunct (last) && last != '"' && last != 0x201d ? "" : ".",
                      NULL);
}
