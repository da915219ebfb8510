#include "ik-pdf-text.h"

#include <string.h>

/* What a side bar or a title bar has room for, in characters. */
#define LABEL_LENGTH 160

/**
 * ik_pdf_clean_text:
 * @text: any bytes
 *
 * Makes a text safe to set, without moving a byte, so that offsets into it
 * stay right: bytes that are not UTF-8 become question marks, control
 * characters but "\n" spaces.
 */
void
ik_pdf_clean_text (char *text)
{
  char *from = text;
  const char *invalid;

  while (!g_utf8_validate (from, -1, &invalid))
    {
      from += invalid - from;
      *from = '?';
    }

  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if ((g_unichar_iscntrl (character) && character != '\n') ||
          character == 0x2028 || character == 0x2029)
        memset (at, ' ', (gsize) (g_utf8_next_char (at) - at));
    }
}

/**
 * ik_pdf_make_label:
 * @text: any bytes
 *
 * Returns: (transfer full): a text of one line, cut with an ellipsis where it
 *   is long
 */
char *
ik_pdf_make_label (const char *text)
{
  g_autofree char *clean = g_strdup (text);
  g_autofree char *head = NULL;

  ik_pdf_clean_text (clean);
  g_strdelimit (g_strstrip (clean), "\n", ' ');
  if (g_utf8_strlen (clean, -1) <= LABEL_LENGTH)
    return g_steal_pointer (&clean);

  head = g_utf8_substring (clean, 0, LABEL_LENGTH - 1);
  return g_strconcat (head, "…", NULL);
}
