#include "ik-pdf-page.h"

#include <string.h>

/* Pieces whose middles are nearer than this share of their height stand in one
 * line. */
#define SAME_LINE_SHARE 0.4

/* Letters that are further apart, in sizes of the font, have a blank between
 * them, even if the page doesn't say so: a tab behind a number. */
#define MIN_GAP 0.3

/* A page has two columns if at most so many of its lines cross the middle and
 * at least so many stand on each side of it, in percent. */
#define MAX_CROSSING_PERCENT 20
#define MIN_SIDE_PERCENT 20
#define MIN_LINES 8u

/* The text of a page with the place and look of each character. */
typedef struct
{
  char             *text;     /* (owned) */
  PopplerRectangle *places;   /* (owned) (array) */
  guint             n_places;
  GList            *looks;    /* (owned) (element-type PopplerTextAttributes), in order */
  GList            *look;     /* (unowned): of the character being read */
} Layout;

/**
 * ik_pdf_line_free:
 * @self: (transfer full): a line
 */
void
ik_pdf_line_free (IkPdfLine *self)
{
  ik_rich_block_free (self->text);
  g_free (self);
}

static gboolean
has_word (const char        *font,
          const char *const *words)
{
  g_autofree char *folded = g_ascii_strdown (font, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* PDF doesn't say how a font looks; its name does. */
static IkRichStyle
find_style (const char *font)
{
  static const char *const bold[] = { "bold", "black", "heavy", "demi", "cmbx", "-bd", NULL };
  static const char *const fixed[] = { "mono", "courier", "consol", "menlo", "cmtt", "typewriter", NULL };

  if (font == NULL)
    return 0;

  return (has_word (font, bold) ? IK_RICH_STYLE_BOLD : 0) |
         (has_word (font, fixed) ? IK_RICH_STYLE_CODE : 0);
}

/* "ABCDEF+Family-BoldItalic" */
static const char *
find_family (const char *font)
{
  static const char *const ends[] = { "Bold", "Italic", "Oblique", "Regular", "Medium", "Light", "-", "," };
  const char *start = font != NULL && strlen (font) > 7 && font[6] == '+' ? font + 7 : font;
  gsize length = start != NULL ? strlen (start) : 0;
  g_autofree char *family = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends) && start != NULL; i++)
    {
      const char *end = g_strstr_len (start, (gssize) length, ends[i]);

      if (end != NULL)
        length = (gsize) (end - start);
    }
  family = g_strndup (start != NULL ? start : "", length);

  return g_intern_string (family);
}

static void
layout_clear (Layout *self)
{
  g_free (self->text);
  g_free (self->places);
  poppler_page_free_text_attributes (self->looks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static void
extend (IkPdfLine              *line,
        const PopplerRectangle *place)
{
  double top = MIN (place->y1, place->y2);
  double bottom = MAX (place->y1, place->y2);

  if (line->x1 <= line->x0)
    {
      line->x0 = place->x1;
      line->y0 = top;
      line->y1 = bottom;
    }
  line->x0 = MIN (line->x0, place->x1);
  line->x1 = MAX (line->x1, place->x2);
  line->y0 = MIN (line->y0, top);
  line->y1 = MAX (line->y1, bottom);
}

/* Ligatures become letters, bullets of symbol fonts bullets. */
static void
append_char (IkRichBlock *text,
             const char  *p,
             IkRichStyle  style)
{
  gunichar ch = g_utf8_get_char (p);
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { ch };
  gsize n = 1;

  if (ch >= 0xfb00 && ch <= 0xfb06)
    n = g_unichar_fully_decompose (ch, TRUE, letters, G_N_ELEMENTS (letters));
  else if (ch == 0xf0b7 || ch == 0xf0a7 || ch == 0xf0d8 || ch == 0xf076 || ch == 0xf0a8)
    letters[0] = 0x2022;
  for (gsize i = 0; i < n; i++)
    {
      char utf8[6];

      ik_rich_block_append (text, utf8, g_unichar_to_utf8 (letters[i], utf8), style, NULL);
    }
}

static const PopplerTextAttributes *
find_look (Layout *layout,
           guint   i)
{
  while (layout->look != NULL &&
         ((PopplerTextAttributes *) layout->look->data)->end_index < (int) i)
    layout->look = layout->look->next;

  return layout->look != NULL ? layout->look->data : NULL;
}

/* Reads the characters @first to @last, which stand in one line. */
static IkPdfLine *
read_line (Layout     *layout,
           const char *text,
           guint       first,
           guint       last)
{
  IkPdfLine *line = g_new0 (IkPdfLine, 1);
  IkRichStyle style = 0;
  const char *font = NULL;
  char previous = ' ';

  line->text = ik_rich_block_new (IK_RICH_PARAGRAPH);
  line->bold = line->fixed = TRUE;
  for (guint i = first; i < last; i++, text = g_utf8_next_char (text))
    {
      const PopplerTextAttributes *look = find_look (layout, i);

      if (*text != ' ' && look != NULL)
        {
          if (look->font_name != font)
            {
              const char *family = find_family (look->font_name);

              style = find_style (look->font_name);
              if (line->family != NULL && line->family != family)
                family = g_intern_static_string ("");
              line->family = family;
            }
          font = look->font_name;
          line->size = MAX (line->size, look->font_size);
          line->bold = line->bold && (style & IK_RICH_STYLE_BOLD) != 0;
          line->fixed = line->fixed && (style & IK_RICH_STYLE_CODE) != 0;
        }
      if (*text != ' ' && i < layout->n_places)
        {
          if (line->x1 > line->x0 && previous != ' ' &&
              layout->places[i].x1 - line->x1 > line->size * MIN_GAP)
            ik_rich_block_append (line->text, " ", 1, style, NULL);
          extend (line, &layout->places[i]);
        }
      else if (line->word <= 0)
        line->word = line->x1 - line->x0;
      append_char (line->text, text, style);
      previous = *text;
    }
  if (line->family == NULL)
    line->family = g_intern_static_string ("");
  if (line->word <= 0)
    line->word = line->x1 - line->x0;

  return line;
}

static gboolean
crosses (const IkPdfLine *line,
         double           middle)
{
  return line->x0 < middle && line->x1 > middle;
}

/* Whether the page has two columns, and where the middle is. */
static gboolean
find_columns (GPtrArray *lines,
              guint      first,
              double    *middle)
{
  double left = G_MAXDOUBLE;
  double right = 0;
  guint n_crossing = 0;
  guint n_right = 0;
  guint n_left = 0;
  guint n_lines = lines->len - first;

  for (guint i = first; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      left = MIN (left, line->x0);
      right = MAX (right, line->x1);
    }
  *middle = (left + right) / 2;
  for (guint i = first; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      n_crossing += crosses (line, *middle);
      n_right += line->x0 >= *middle;
      n_left += line->x1 <= *middle && line->x1 > left + (*middle - left) * 0.6;
    }

  return n_lines >= MIN_LINES && n_crossing * 100 <= n_lines * MAX_CROSSING_PERCENT &&
         n_right * 100 >= n_lines * MIN_SIDE_PERCENT && n_left * 100 >= n_lines * MIN_SIDE_PERCENT;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const IkPdfLine *first = *(IkPdfLine *const *) a;
  const IkPdfLine *second = *(IkPdfLine *const *) b;
  double first_y = first->y0 + first->y1;
  double second_y = second->y0 + second->y1;

  return first_y < second_y ? -1 : first_y > second_y;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const IkPdfLine *first = *(IkPdfLine *const *) a;
  const IkPdfLine *second = *(IkPdfLine *const *) b;

  if (first->band != second->band)
    return first->band < second->band ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return compare_heights (a, b);
}

/* Puts the lines of a page into the order of reading: what crosses the columns
 * parts what stands above it from what stands below. */
static void
order (GPtrArray *lines,
       guint      first)
{
  double middle;
  gboolean columns = find_columns (lines, first, &middle);
  guint band = 0;

  qsort (lines->pdata + first, lines->len - first, sizeof (gpointer), compare_heights);
  for (guint i = first; columns && i < lines->len; i++)
    {
      IkPdfLine *line = lines->pdata[i];
      gboolean across = crosses (line, middle);

      band += across;
      line->band = band;
      line->column = across ? 0 : line->x0 >= middle ? 2 : 1;
      band += across;
    }
  qsort (lines->pdata + first, lines->len - first, sizeof (gpointer), compare_places);
}

static gboolean
is_same_line (const IkPdfLine *line,
              const IkPdfLine *next)
{
  double distance = ABS (line->y0 + line->y1 - next->y0 - next->y1) / 2;
  double height = MAX (line->y1 - line->y0, next->y1 - next->y0);

  return line->band == next->band && line->column == next->column &&
         distance < height * SAME_LINE_SHARE &&
         (line->x1 <= next->x0 + 1 || next->x1 <= line->x0 + 1);
}

/* Joins the pieces of lines that stand far from each other: a bullet and its
 * text. */
static void
join_pieces (GPtrArray *lines,
             guint      first)
{
  guint n_kept = first;

  for (guint i = first; i < lines->len; i++)
    {
      IkPdfLine *piece = lines->pdata[i];
      IkPdfLine *line = n_kept > first ? lines->pdata[n_kept - 1] : NULL;

      if (line == NULL || !is_same_line (line, piece))
        {
          lines->pdata[n_kept++] = piece;
          continue;
        }
      if (piece->x0 < line->x0)
        {
          lines->pdata[n_kept - 1] = piece;
          piece = line;
          line = lines->pdata[n_kept - 1];
        }
      ik_rich_block_append (line->text, " ", 1, 0, NULL);
      ik_rich_block_append_part (line->text, piece->text, 0, piece->text->text->len);
      line->bold = piece->bold;
      line->fixed = piece->fixed;
      line->family = piece->family;
      line->size = MAX (line->size, piece->size);
      line->x1 = MAX (line->x1, piece->x1);
      line->y0 = MIN (line->y0, piece->y0);
      line->y1 = MAX (line->y1, piece->y1);
      ik_pdf_line_free (piece);
    }
  g_ptr_array_set_free_func (lines, NULL);
  g_ptr_array_set_size (lines, (int) n_kept);
  g_ptr_array_set_free_func (lines, (GDestroyNotify) ik_pdf_line_free);
}

/**
 * ik_pdf_page_read:
 * @page: a page
 * @number: its number, from 0
 * @lines: (element-type IkPdfLine): where its lines go, in the order of reading
 */
void
ik_pdf_page_read (PopplerPage *page,
                  guint        number,
                  GPtrArray   *lines)
{
  g_auto(Layout) layout = { 0 };
  guint first_line = lines->len;
  guint first = 0;
  double width, height;

  layout.text = poppler_page_get_text (page);
  if (layout.text == NULL || *layout.text == '\0' ||
      !poppler_page_get_text_layout (page, &layout.places, &layout.n_places))
    return;
  layout.looks = layout.look = poppler_page_get_text_attributes (page);
  poppler_page_get_size (page, &width, &height);

  for (const char *text = layout.text; *text != '\0';)
    {
      gsize length = strcspn (text, "\n");
      guint last = first + (guint) g_utf8_strlen (text, (gssize) length);
      IkPdfLine *line = read_line (&layout, text, first, last);

      line->page = number;
      line->width = width;
      line->height = height;
      if (line->x1 > line->x0)
        g_ptr_array_add (lines, line);
      else
        ik_pdf_line_free (line);
      text += length + (text[length] != '\0');
      first = last + 1;
    }
  order (lines, first_line);
  join_pieces (lines, first_line);
}
