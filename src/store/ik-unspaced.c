#include "ik-unspaced.h"

/* Chinese and Japanese have no spaces between words, so FTS5 takes a whole
 * sentence for a word. Each character counts as one instead, and words are
 * what stands side by side. */

/* The same as in migrations/0003.sql. */
static const struct
{
  gunichar first;
  gunichar last;
} ranges[] = {
  { 0x3041, 0x30ff },   /* Hiragana, Katakana */
  { 0x3400, 0x4dbf },   /* Han and its extensions */
  { 0x4e00, 0x9fff },
  { 0xf900, 0xfaff },
  { 0xff66, 0xff9d },   /* Katakana of half the width */
  { 0x20000, 0x33fff },
};

/* The first byte of each of these characters is this or a greater one. */
#define FIRST_BYTE 0xe3

/**
 * ik_unspaced_is:
 * @character: a character
 *
 * Returns: whether it is of a script without spaces
 */
gboolean
ik_unspaced_is (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (character >= ranges[i].first && character <= ranges[i].last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_hold_some (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p >= FIRST_BYTE)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_unspaced_spread:
 * @text: UTF-8
 *
 * Returns: (transfer full) (nullable): the text with spaces around each
 *   character of a script without spaces; %NULL where it has none
 */
char *
ik_unspaced_spread (const char *text)
{
  g_autoptr(GString) spread = NULL;
  gboolean has_some = FALSE;

  if (!may_hold_some (text))
    return NULL;

  spread = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_unspaced = ik_unspaced_is (character);

      has_some = has_some || is_unspaced;
      if (is_unspaced)
        g_string_append_c (spread, ' ');
      g_string_append_unichar (spread, character);
      if (is_unspaced)
        g_string_append_c (spread, ' ');
    }

  return has_some ? g_string_free (g_steal_pointer (&spread), FALSE) : NULL;
}
