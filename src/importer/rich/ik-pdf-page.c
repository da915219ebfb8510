#include "ik-pdf-page.h"

#include <math.h>
#include <string.h>

#include "ik-pdf-layout.h"
#include "ik-pdf-script.h"
#include "ik-pdf-table.h"

/* Pieces whose middles are nearer than this share of their height stand in one
 * line. */
#define SAME_LINE_SHARE 0.4

/* Letters that are further apart, in sizes of the font, have a blank between
 * them, even if the page doesn't say so: a tab behind a number. */
#define MIN_GAP 0.3

/* Likewise in scripts from right to left, where the library finds blanks that
 * aren't there, and doesn't find some that are. */
#define MIN_RTL_GAP 0.15

/* Letters that are further apart, in heights of a line, may stand in two cells
 * of a table: the first where the page has no blank there. */
#define MIN_CELL_GAP 0.4
#define MIN_BLANK_CELL_GAP 0.6

/* Letters that are further before each other begin a line of their own. */
#define MIN_LINE_GAP 1.0

/* Letters of one line share this part of their height at least. */
#define SAME_HEIGHT_SHARE 0.3

/* A page has two columns if at most so many of its lines cross the middle and
 * at least so many stand on each side of it, in percent. */
#define MAX_CROSSING_PERCENT 20
#define MIN_SIDE_PERCENT 20
#define MIN_LINES 8u

/* The text of a page while its lines are read. */
typedef struct
{
  IkPdfLayout  text;
  const GList *look; /* (unowned): of the character being read */
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

static void
append_char (IkRichBlock *text,
             const char  *p,
             IkRichStyle  style)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = ik_pdf_script_take_apart (g_utf8_get_char (p), letters);

  for (gsize i = 0; i < n; i++)
    {
      char utf8[6];

      ik_rich_block_append (text, utf8, g_unichar_to_utf8 (letters[i], utf8), style, NULL);
    }
}

/* Whether a character stands so far from those before it in its line that
 * there is a blank between them. */
static gboolean
stands_apart (const IkPdfLine        *line,
              const PopplerRectangle *place,
              gunichar                ch)
{
  return line->x1 > line->x0 &&
         (place->x1 - line->x1 > line->size * MIN_GAP ||
          (ik_pdf_script_is_rtl (ch) && line->x0 - place->x2 > line->size * MIN_RTL_GAP));
}

/* Whether the letters around the blank at @i, one of them of a script from
 * right to left, touch each other, or it stands inside of a bracket or before
 * what ends a sentence. */
static gboolean
is_false_blank (const Layout *layout,
                const char   *blank,
                guint         i,
                guint         first)
{
  const char *before = g_utf8_prev_char (blank);
  const PopplerRectangle *last;
  const PopplerRectangle *next;

  if (i > first && layout->text.rtl && blank[1] != '\0' &&
      (*before == '(' || strchr (",.?!;:)", blank[1]) != NULL || g_str_has_prefix (blank + 1, "؟") ||
       g_str_has_prefix (blank + 1, "،")))
    return TRUE;
  if (i == first || i + 1 >= layout->text.n_places ||
      (!ik_pdf_script_is_rtl (g_utf8_get_char (blank + 1)) &&
       !ik_pdf_script_is_rtl (g_utf8_get_char (before))))
    return FALSE;
  last = &layout->text.places[i - 1];
  next = &layout->text.places[i + 1];

  return MAX (next->x1 - last->x2, last->x1 - next->x2) < fabs (next->y2 - next->y1) * MIN_RTL_GAP / 2;
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
      if (*text != ' ' && i < layout->text.n_places)
        {
          if (previous != ' ' && stands_apart (line, &layout->text.places[i], g_utf8_get_char (text)))
            ik_rich_block_append (line->text, " ", 1, style, NULL);
          extend (line, &layout->text.places[i]);
        }
      else if (is_false_blank (layout, text, i, first))
        continue;
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

      n_lines -= line->table > 0;
      left = MIN (left, line->x0);
      right = MAX (right, line->x1);
    }
  *middle = (left + right) / 2;
  for (guint i = first; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      if (line->table > 0)
        continue;
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
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;

  return compare_heights (a, b);
}

/* Puts the lines of a page into the order of reading: what crosses the columns
 * parts what stands above it from what stands below, and so does a table. */
static void
order (GPtrArray *lines,
       guint      first)
{
  double middle;
  gboolean columns = find_columns (lines, first, &middle);
  guint band = 0;
  guint table = 0;
  guint table_band = 0;

  qsort (lines->pdata + first, lines->len - first, sizeof (gpointer), compare_heights);
  for (guint i = first; i < lines->len; i++)
    {
      IkPdfLine *line = lines->pdata[i];
      gboolean across = columns && line->table == 0 && crosses (line, middle);

      if (line->table > table)
        {
          table = line->table;
          table_band = ++band;
          band++;
        }
      band += across;
      line->band = line->table > 0 ? table_band : band;
      line->column = !columns || across || line->table > 0 ? 0 : line->x0 >= middle ? 2 : 1;
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

  return line->table == 0 && next->table == 0 && line->band == next->band && line->column == next->column &&
         distance < height * SAME_LINE_SHARE &&
         (line->x1 <= next->x0 + 1 || next->x1 <= line->x0 + 1);
}

static void
take_piece (IkPdfLine *line,
            IkPdfLine *piece)
{
  if (!g_str_has_suffix (line->text->text->str, " "))
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

static void
keep_first (GPtrArray *lines,
            guint      n_kept)
{
  g_ptr_array_set_free_func (lines, NULL);
  g_ptr_array_set_size (lines, (int) n_kept);
  g_ptr_array_set_free_func (lines, (GDestroyNotify) ik_pdf_line_free);
}

/* Joins what was parted for tables and stands in none. */
static void
join_parts (GPtrArray *lines,
            guint      first)
{
  guint n_kept = first;

  for (guint i = first; i < lines->len; i++)
    {
      IkPdfLine *piece = lines->pdata[i];

      if (piece->joined && n_kept > first && piece->table == 0 &&
          ((IkPdfLine *) lines->pdata[n_kept - 1])->table == 0)
        take_piece (lines->pdata[n_kept - 1], piece);
      else
        lines->pdata[n_kept++] = piece;
    }
  keep_first (lines, n_kept);
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
      take_piece (line, piece);
    }
  keep_first (lines, n_kept);
}

/* What the library gives as one line may have letters in several, and in
 * several cells of a table. */
typedef enum
{
  BREAK_NONE,
  BREAK_CELL,
  BREAK_LINE,
} Break;

static Break
find_break (const PopplerRectangle *last,
            const PopplerRectangle *place,
            gboolean                rtl,
            gboolean                blank)
{
  double top = MAX (MIN (last->y1, last->y2), MIN (place->y1, place->y2));
  double bottom = MIN (MAX (last->y1, last->y2), MAX (place->y1, place->y2));
  double height = MIN (fabs (last->y2 - last->y1), fabs (place->y2 - place->y1));
  double right = place->x1 - last->x2;
  double left = last->x1 - place->x2;

  if (bottom - top < height * SAME_HEIGHT_SHARE ||
      (rtl ? right : left) > height * MIN_LINE_GAP)
    return BREAK_LINE;

  return (rtl ? left : right) > height * (blank ? MIN_BLANK_CELL_GAP : MIN_CELL_GAP)
         ? BREAK_CELL : BREAK_NONE;
}

/* The end of the piece that begins with the character @first, and how it ends.
 * Words that read the other way than the page may stand anywhere in a line. */
static guint
find_end (const Layout *layout,
          const char   *text,
          guint         first,
          guint         last,
          Break        *end)
{
  const PopplerRectangle *before = NULL;
  gboolean same = FALSE;
  gboolean blank = FALSE;

  *end = BREAK_LINE;
  for (guint i = first; i < last && i < layout->text.n_places; i++, text = g_utf8_next_char (text))
    {
      const PopplerRectangle *place = &layout->text.places[i];
      gboolean was_same = same;

      if (*text == ' ')
        {
          blank = TRUE;
          continue;
        }
      same = ik_pdf_script_is_rtl (g_utf8_get_char (text)) == layout->text.rtl;
      if (before != NULL && same && was_same)
        *end = find_break (before, place, layout->text.rtl, blank);
      if (before != NULL && same && was_same && *end != BREAK_NONE)
        return i;
      before = place;
      blank = FALSE;
    }
  *end = BREAK_LINE;

  return last;
}

/* Reads the pieces of a line. */
static void
read_pieces (Layout          *layout,
             const IkPdfLine *page,
             const char      *text,
             guint            first,
             guint            last,
             GPtrArray       *lines)
{
  Break end = BREAK_LINE;

  while (first < last)
    {
      gboolean joined = end == BREAK_CELL;
      guint next = find_end (layout, text, first, last, &end);
      IkPdfLine *line = read_line (layout, text, first, next);

      line->page = page->page;
      line->width = page->width;
      line->height = page->height;
      line->joined = joined;
      if (line->x1 > line->x0)
        g_ptr_array_add (lines, line);
      else
        ik_pdf_line_free (line);
      text = g_utf8_offset_to_pointer (text, (glong) (next - first));
      first = next;
    }
}

/* A page that reads from right to left is read as in a mirror: what follows
 * needs to know nothing of it. */
static void
mirror (GPtrArray *lines,
        guint      first)
{
  for (guint i = first; i < lines->len; i++)
    {
      IkPdfLine *line = lines->pdata[i];
      double x0 = line->x0;

      line->x0 = line->width - line->x1;
      line->x1 = line->width - x0;
      line->text = ik_pdf_script_order_words (line->text);
      ik_pdf_script_turn_lam (line->text->text->str);
    }
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
  g_auto(IkPdfLayout) text = { NULL };
  IkPdfLine whole = { .page = number };
  guint first_line = lines->len;
  guint first = 0;
  Layout layout;

  if (!ik_pdf_layout_read (&text, page))
    return;
  layout = (Layout) { text, text.looks };
  poppler_page_get_size (page, &whole.width, &whole.height);

  for (const char *line = text.text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      guint last = first + (guint) g_utf8_strlen (line, (gssize) length);

      read_pieces (&layout, &whole, line, first, last, lines);
      line += length + (line[length] != '\0');
      first = last + 1;
    }
  if (text.rtl)
    mirror (lines, first_line);
  ik_pdf_table_mark (lines, first_line);
  join_parts (lines, first_line);
  order (lines, first_line);
  join_pieces (lines, first_line);
}
