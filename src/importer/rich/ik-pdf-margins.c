#include "ik-pdf-margins.h"

#include <string.h>

#include "ik-pdf-page.h"

/* Headers and footers stand in this share of the page at each end. */
#define MARGIN_SHARE 0.13

/* They are on this share of the pages at least, at the same height. */
#define MIN_PAGES_PERCENT 30u
#define HEIGHT_STEP 6.0

/* What stands alone is at least so many lines from the next one. */
#define MIN_GAP 1.2

/* The text with each number as "#", and the height where it stands. */
static char *
make_key (const IkPdfLine *line)
{
  GString *key = g_string_new (NULL);
  const char *text = line->text->text->str;

  g_string_append_printf (key, "%d:", (int) (line->y0 / HEIGHT_STEP));
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar ch = g_utf8_get_char (text);

      if (!g_unichar_isdigit (ch))
        g_string_append_unichar (key, g_unichar_tolower (ch));
      else if (key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }

  return g_string_free (key, FALSE);
}

/* The head of a table is repeated as well, but belongs to its rows. */
static gboolean
is_at_top (const IkPdfLine *line)
{
  return line->table == 0 && line->y1 < line->height * MARGIN_SHARE;
}

static gboolean
is_at_bottom (const IkPdfLine *line)
{
  return line->table == 0 && line->y0 > line->height * (1 - MARGIN_SHARE);
}

/* Whether nothing of the text stands near it. */
static gboolean
stands_alone (GPtrArray *lines,
              guint      i)
{
  const IkPdfLine *line = lines->pdata[i];
  const IkPdfLine *above = i > 0 ? lines->pdata[i - 1] : NULL;
  const IkPdfLine *below = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;
  double height = (line->y1 - line->y0) * MIN_GAP;

  if (is_at_top (line))
    return below == NULL || below->page != line->page || below->y0 - line->y1 > height ||
           is_at_top (below);

  return above == NULL || above->page != line->page || line->y0 - above->y1 > height * 0.5 ||
         is_at_bottom (above);
}

/* "3", "- 3 -", "3/12", "Page 3": only the number of the page itself. */
static gboolean
is_page_number (const IkPdfLine *line)
{
  const char *text = line->text->text->str;
  const char *digits = text + strcspn (text, "0123456789");
  gsize n_other = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_other += g_ascii_isalpha (*p) || (guint8) *p >= 0x80;

  return g_ascii_strtoull (digits, NULL, 10) == line->page + 1 && n_other <= 12;
}

/* Takes over the line; of those that are alike the first one is kept. */
static void
set_aside (IkRichDocument *document,
           IkPdfLine      *line,
           GHashTable     *keys)
{
  g_autofree char *key = make_key (line);

  if (g_hash_table_remove (keys, key))
    ik_rich_document_set_aside (document, line->text->text->str);
  ik_pdf_line_free (line);
}

/**
 * ik_pdf_margins_drop:
 * @document: the document
 * @lines: (element-type IkPdfLine): lines of all pages in order
 * @n_pages: number of pages
 *
 * Sets headers, footers and page numbers aside, each once: what stands at the
 * same place in the margins of many pages and differs in numbers only. Linear.
 */
void
ik_pdf_margins_drop (IkRichDocument *document,
                     GPtrArray      *lines,
                     guint           n_pages)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *dropped = g_new0 (guint8, lines->len + 1);
  guint n_needed = MAX (2, (n_pages * MIN_PAGES_PERCENT + 99) / 100);
  guint n_kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      char *key;

      if (!is_at_top (line) && !is_at_bottom (line))
        continue;
      key = make_key (line);
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (
                             GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      g_autofree char *key = NULL;

      if (!is_at_top (line) && !is_at_bottom (line))
        continue;
      key = make_key (line);
      dropped[i] = (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) >= n_needed ||
                    is_page_number (line)) && stands_alone (lines, i);
    }

  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      if (dropped[i])
        set_aside (document, lines->pdata[i], counts);
      else
        lines->pdata[n_kept++] = lines->pdata[i];
    }
  g_ptr_array_set_size (lines, (int) n_kept);
  g_ptr_array_set_free_func (lines, (GDestroyNotify) ik_pdf_line_free);
}
