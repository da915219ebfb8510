#include "ik-pdf-script.h"

#include <string.h>

/* Marks of direction that the library puts around words; they stand nowhere on
 * the page. */
#define FIRST_MARK 0x202a
#define LAST_MARK 0x202e

/* Letters of Arabic, each two bytes long. */
#define ALEF "\xd8\xa7"
#define LAM "\xd9\x84"

/**
 * ik_pdf_script_is_rtl:
 * @ch: a character
 *
 * Returns: whether it is of a script that is written from right to left
 */
gboolean
ik_pdf_script_is_rtl (gunichar ch)
{
  return (ch >= 0x0590 && ch <= 0x08ff) || (ch >= 0xfb1d && ch <= 0xfdff) ||
         (ch >= 0xfe70 && ch <= 0xfefc);
}

/**
 * ik_pdf_script_reads_rtl:
 * @text: text of a page
 *
 * Returns: whether most of it is written from right to left
 */
gboolean
ik_pdf_script_reads_rtl (const char *text)
{
  gsize n_rtl = 0;
  gsize n_other = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar ch = g_utf8_get_char (text);

      n_rtl += ik_pdf_script_is_rtl (ch);
      n_other += !ik_pdf_script_is_rtl (ch) && g_unichar_isalpha (ch);
    }

  return n_rtl > n_other;
}

/**
 * ik_pdf_script_drop_marks:
 * @text: text of a page as the library gives it
 *
 * Returns: (transfer full): the characters that have a place on the page
 */
char *
ik_pdf_script_drop_marks (const char *text)
{
  GString *kept = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar ch = g_utf8_get_char (text);

      if (ch < FIRST_MARK || ch > LAST_MARK)
        g_string_append_len (kept, text, g_utf8_next_char (text) - text);
    }

  return g_string_free (kept, FALSE);
}

/**
 * ik_pdf_script_take_apart:
 * @ch: a character of a font
 * @letters: (out) (array length=G_UNICHAR_MAX_DECOMPOSITION_LENGTH): letters
 *
 * Makes letters of ligatures and of the shapes that letters have at the end
 * of a word, bullets of the signs of symbol fonts.
 *
 * Returns: number of letters
 */
gsize
ik_pdf_script_take_apart (gunichar  ch,
                          gunichar *letters)
{
  letters[0] = ch;
  if ((ch >= 0xfb00 && ch <= 0xfb06) || (ch >= 0xfb1d && ch <= 0xfdfb) ||
      (ch >= 0xfe80 && ch <= 0xfefc))
    return g_unichar_fully_decompose (ch, TRUE, letters, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  if (ch == 0xf0b7 || ch == 0xf0a7 || ch == 0xf0d8 || ch == 0xf076 || ch == 0xf0a8)
    letters[0] = 0x2022;

  return 1;
}

/* Whether a word holds letters of a direction. */
static gboolean
has_letter (const char *word,
            gsize       length,
            gboolean    rtl)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (rtl ? ik_pdf_script_is_rtl (ch) : g_unichar_isalpha (ch) && !ik_pdf_script_is_rtl (ch))
        return TRUE;
    }

  return FALSE;
}

/* The end of the words from @start on that read from left to right: from the
 * first with letters to the last with letters. */
static gsize
find_run (const char *text,
          gsize       start)
{
  gsize end = start;
  gsize at = start;

  while (text[at] != '\0')
    {
      gsize length = strcspn (text + at, " ");

      if (has_letter (text + at, length, TRUE))
        break;
      if (has_letter (text + at, length, FALSE))
        end = at + length;
      else if (end == start)
        break;
      at += length;
      at += strspn (text + at, " ");
    }

  return end;
}

/* Appends words from @start to @end in the other order. */
static void
append_turned (IkRichBlock       *ordered,
               const IkRichBlock *line,
               gsize              start,
               gsize              end)
{
  const char *text = line->text->str;

  while (end > start)
    {
      gsize from = end;

      while (from > start && text[from - 1] != ' ')
        from--;
      ik_rich_block_append_part (ordered, line, from, end);
      end = from;
      while (from > start && text[from - 1] == ' ')
        from--;
      ik_rich_block_append_part (ordered, line, from, end);
      end = from;
    }
}

/* ".1" is how "1." stands on the page. Returns its length, 0 for none. */
static gsize
append_number (IkRichBlock       *ordered,
               const IkRichBlock *line)
{
  const char *text = line->text->str;
  gsize n_digits = *text == '.' || *text == ')' ? strspn (text + 1, "0123456789") : 0;

  if (n_digits == 0 || text[n_digits + 1] != ' ')
    return 0;
  ik_rich_block_append_part (ordered, line, 1, n_digits + 1);
  ik_rich_block_append_part (ordered, line, 0, 1);

  return n_digits + 1;
}

/**
 * ik_pdf_script_order_words:
 * @line: (transfer full): a line of a page that reads from right to left
 *
 * The library gives the words of such a line from the right to the left, also
 * several Latin words in it, which read the other way.
 *
 * Returns: (transfer full): the line with all words as they are read
 */
IkRichBlock *
ik_pdf_script_order_words (IkRichBlock *line)
{
  IkRichBlock *ordered = ik_rich_block_new (line->kind);
  const char *text = line->text->str;

  for (gsize at = append_number (ordered, line); text[at] != '\0';)
    {
      gsize length = strcspn (text + at, " ");
      gsize run = find_run (text, at);

      length += strspn (text + at + length, " ");
      if (run > at)
        append_turned (ordered, line, at, run);
      else
        ik_rich_block_append_part (ordered, line, at, at + length);
      at = run > at ? run : at + length;
    }
  ik_rich_block_free (line);

  return ordered;
}

/**
 * ik_pdf_script_turn_lam:
 * @text: text from right to left
 *
 * Lam and alef make one shape, which the library reads from the left in some
 * fonts. No word has an alef behind an alef: behind the article's the other
 * letter comes first.
 */
void
ik_pdf_script_turn_lam (char *text)
{
  static const char *const alefs[] = { ALEF, "\xd8\xa2", "\xd8\xa3", "\xd8\xa5" };

  for (text = strstr (text, ALEF); text != NULL; text = strstr (text + strlen (ALEF), ALEF))
    {
      char *second = text + strlen (ALEF);

      for (guint i = 0; i < G_N_ELEMENTS (alefs); i++)
        {
          if (!g_str_has_prefix (second, alefs[i]) || !g_str_has_prefix (second + strlen (ALEF), LAM))
            continue;
          memcpy (second, LAM, strlen (LAM));
          memcpy (second + strlen (LAM), alefs[i], strlen (ALEF));
          break;
        }
    }
}
