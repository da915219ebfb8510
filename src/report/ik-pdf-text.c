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

/**
 * ik_pdf_text_is_plain:
 * @text: UTF-8
 * @length: bytes of @text
 *
 * Latin, Greek and Cyrillic letters and the signs that go with them, without
 * marks that join a letter: what a font sets one letter after the other.
 *
 * Returns: whether all of it is
 */
gboolean
ik_pdf_text_is_plain (const char *text,
                      gsize       length)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } ranges[] = {
    { 0x20, 0x7e },     { 0xa1, 0xac },     { 0xae, 0x24f },    { 0x370, 0x482 },
    { 0x48a, 0x52f },   { 0x1e00, 0x1fff }, { 0x2010, 0x2027 }, { 0x2030, 0x205e },
    { 0x20a0, 0x20bf }, { 0x2100, 0x214f }, { 0x2190, 0x25ff },
  };

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      guint i = 0;

      while (i < G_N_ELEMENTS (ranges) && letter > ranges[i].last)
        i++;
      if (i == G_N_ELEMENTS (ranges) || letter < ranges[i].first)
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_pdf_append_number:
 * @out: where to
 * @number: a length in points
 *
 * Appends a number to a thousandth, and a space. The language of the system
 * doesn't matter, and it takes a tenth of the time of g_ascii_formatd().
 */
void
ik_pdf_append_number (GString *out,
                      double   number)
{
  char digits[24];
  gsize at = sizeof digits;
  gint64 thousandths = (gint64) (number * 1000 + (number < 0 ? -0.5 : 0.5));
  guint64 rest = (guint64) ABS (thousandths);
  guint n_decimals = 3;

  while (n_decimals > 0 && rest % 10 == 0)
    {
      rest /= 10;
      n_decimals--;
    }

  digits[--at] = ' ';
  if (n_decimals > 0)
    {
      for (; n_decimals > 0; n_decimals--, rest /= 10)
        digits[--at] = (char) ('0' + rest % 10);
      digits[--at] = '.';
    }
  do
    {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  if (thousandths < 0)
    digits[--at] = '-';

  g_string_append_len (out, digits + at, (gssize) (sizeof digits - at));
}

/**
 * ik_pdf_append_units:
 * @out: where to
 * @text: UTF-8
 *
 * Appends a text as UTF-16 in hexadecimal digits.
 */
void
ik_pdf_append_units (GString    *out,
                     const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
}

/**
 * ik_pdf_append_text:
 * @out: where to
 * @text: UTF-8
 *
 * Appends a text as PDF has those that no font sets.
 */
void
ik_pdf_append_text (GString    *out,
                    const char *text)
{
  g_string_append (out, "<FEFF");
  ik_pdf_append_units (out, text);
  g_string_append_c (out, '>');
}
