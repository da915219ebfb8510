#include "ik-pdf-table.h"

#include <math.h>
#include <string.h>

#include "ik-marker.h"
#include "ik-pdf-spaces.h"
#include "ik-pdf-tight-rows.h"

/* Rows of a table are further apart than lines of a cell, by half a point of
 * a rule at least. */
#define MIN_ROW_GAP 0.35

/* They are no further apart than so many heights of a line. */
#define MAX_ROW_GAP 1.6

/* IkPdfSpace between columns, in points: cells have some at both sides. */
#define MIN_GUTTER 4.0
#define MAX_COLUMNS 8u
#define MAX_SPACES 64u

/* Where so many strips have columns in common and are none, what begins with
 * the next of them is none either. */
#define MAX_STRIPS_AGAIN 16u

/* So many rows with text in two columns are a table, unless their cells are
 * as long as the columns of a magazine. */
#define MIN_FULL_ROWS 3u
#define MAX_LINES_PER_ROW 16u

/* Numbers of pages and items say nothing themselves. */
#define MAX_SHORT_CHARS 3

#define GAP_STEPS 4
#define MAX_GAPS 100
#define MAX_LINES_BEFORE 300u

/* What stands beside each other, down to the next gap. */
typedef struct
{
  guint   first;  /* index among the pieces by height */
  guint   last;
  double  y0;
  double  y1;
  GArray *spaces; /* (owned) (element-type IkPdfSpace) */
} Strip;

typedef struct
{
  GPtrArray *pieces; /* (element-type IkPdfLine), highest first */
  GArray    *strips; /* (element-type Strip) */
  guint      n_tables;
} Finder;

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const IkPdfLine *first = *(IkPdfLine *const *) a;
  const IkPdfLine *second = *(IkPdfLine *const *) b;

  return first->y0 < second->y0 ? -1 : first->y0 > second->y0;
}

static IkPdfLine *
get_piece (const Finder *self,
           guint         i)
{
  return self->pieces->pdata[i];
}

static Strip *
get_strip (const Finder *self,
           guint         i)
{
  return &g_array_index (self->strips, Strip, i);
}

static void
count_gaps (guint     *counts,
            GPtrArray *lines,
            guint      first,
            guint      last)
{
  for (guint i = first + 1; i < last; i++)
    {
      const IkPdfLine *above = lines->pdata[i - 1];
      const IkPdfLine *line = lines->pdata[i];
      double step = (line->y0 - above->y1) * GAP_STEPS + MAX_GAPS / 2;

      if (line->y0 - above->y0 > (line->y1 - line->y0) / 2 && step >= 0 && step < MAX_GAPS)
        counts[(guint) step]++;
    }
}

/* The usual distance from the foot of a line to the top of the one below it,
 * also on the pages before; mostly less than nothing. */
static double
measure_gap (const Finder *self,
             GPtrArray    *lines,
             guint         first)
{
  guint counts[MAX_GAPS] = { 0 };
  guint best = 0;

  count_gaps (counts, lines, first > MAX_LINES_BEFORE ? first - MAX_LINES_BEFORE : 0, first);
  count_gaps (counts, self->pieces, 0, self->pieces->len);
  for (guint i = 1; i < MAX_GAPS; i++)
    best = counts[i] > counts[best] ? i : best;

  return counts[best] > 0 ? ((double) best - MAX_GAPS / 2.0) / GAP_STEPS : 0;
}

static void
add_strip (Finder *self,
           guint   first,
           guint   last)
{
  Strip strip = { first, last, G_MAXDOUBLE, 0, ik_pdf_spaces_new () };

  for (guint i = first; i < last; i++)
    {
      const IkPdfLine *piece = get_piece (self, i);

      strip.y0 = MIN (strip.y0, piece->y0);
      strip.y1 = MAX (strip.y1, piece->y1);
      strip.spaces = ik_pdf_spaces_take_out (strip.spaces, piece);
    }
  g_array_append_val (self->strips, strip);
}

static void
find_strips (Finder *self,
             double  gap)
{
  double foot = 0;
  guint first = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const IkPdfLine *piece = get_piece (self, i);

      if (i > first && piece->y0 - foot > gap)
        {
          add_strip (self, first, i);
          first = i;
          foot = 0;
        }
      foot = MAX (foot, piece->y1);
    }
  add_strip (self, first, self->pieces->len);
}

/* Rows may be as near to each other as the lines in them. Where no more than
 * that parts them, their texts tell where they begin. */
static void
part_strips (Finder *self)
{
  g_autoptr(GArray) strips = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < self->strips->len; i++)
    n_rows += ik_pdf_spaces_count_columns (get_strip (self, i)->spaces) > 1;
  if (n_rows >= MIN_FULL_ROWS)
    return;

  strips = g_steal_pointer (&self->strips);
  self->strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  for (guint i = 0; i < strips->len; i++)
    {
      Strip *strip = &g_array_index (strips, Strip, i);
      g_autoptr(GArray) starts = ik_pdf_tight_rows_find (self->pieces, strip->first, strip->last);

      for (guint k = 0; k < starts->len; k++)
        add_strip (self, g_array_index (starts, guint, k),
                   k + 1 < starts->len ? g_array_index (starts, guint, k + 1) : strip->last);
      g_array_unref (strip->spaces);
    }
}

/* The strips from @first on that have columns in common, without what stands
 * in one column below the last row; returns the one behind them. */
static guint
find_rows (const Finder  *self,
           guint          first,
           GArray       **spaces)
{
  guint last = first + 1;
  GArray *common = g_array_ref (get_strip (self, first)->spaces);

  *spaces = g_array_ref (common);
  for (guint i = first + 1; i < self->strips->len; i++)
    {
      const Strip *strip = get_strip (self, i);
      const IkPdfLine *piece = get_piece (self, strip->first);
      GArray *both;

      if (strip->y0 - get_strip (self, i - 1)->y1 > (piece->y1 - piece->y0) * MAX_ROW_GAP)
        break;
      both = ik_pdf_spaces_intersect (common, strip->spaces);
      g_array_unref (common);
      common = both;
      if (ik_pdf_spaces_count_columns (strip->spaces) < 2)
        continue;
      if (ik_pdf_spaces_count_columns (common) < 2)
        break;
      last = i + 1;
      g_array_unref (*spaces);
      *spaces = g_array_ref (common);
    }
  g_array_unref (common);

  return last;
}

/* "3", "•", "12." */
static gboolean
is_short (const IkPdfLine *piece)
{
  const char *text = piece->text->text->str;
  IkMarker marker;
  gsize length = ik_marker_parse (text, &marker);

  return g_utf8_strlen (text, -1) <= MAX_SHORT_CHARS || (length > 0 && text[length] == '\0');
}

/* Whether the columns say something beside each other in enough rows. */
static gboolean
is_table (const Finder *self,
          guint         first,
          guint         last,
          const GArray *spaces)
{
  guint n_columns = ik_pdf_spaces_count_columns (spaces);
  gboolean speaks[IK_PDF_MAX_CELLS] = { FALSE };
  guint n_full = 0;
  guint n_speaking = 0;
  gboolean fixed = TRUE;

  if (n_columns < 2 || n_columns > IK_PDF_MAX_CELLS)
    return FALSE;
  for (guint i = first; i < last; i++)
    {
      const Strip *strip = get_strip (self, i);

      if (strip->last - strip->first > MAX_LINES_PER_ROW * n_columns)
        return FALSE;
      n_full += ik_pdf_spaces_count_columns (strip->spaces) > 1;
      for (guint k = strip->first; k < strip->last; k++)
        {
          guint column = ik_pdf_spaces_find_column (spaces, get_piece (self, k));

          fixed = fixed && get_piece (self, k)->fixed;
          speaks[column] = speaks[column] || !is_short (get_piece (self, k));
        }
    }
  for (guint i = 0; i < n_columns; i++)
    n_speaking += speaks[i];

  return n_full >= MIN_FULL_ROWS && n_speaking > 1 && !fixed;
}

static void
mark_rows (Finder       *self,
           guint         first,
           guint         last,
           const GArray *spaces)
{
  self->n_tables++;
  for (guint i = first; i < last; i++)
    {
      const Strip *strip = get_strip (self, i);

      for (guint k = strip->first; k < strip->last; k++)
        {
          IkPdfLine *piece = get_piece (self, k);

          piece->table = self->n_tables;
          piece->row = i - first + 1;
          piece->cell = ik_pdf_spaces_find_column (spaces, piece);
          piece->n_cells = ik_pdf_spaces_count_columns (spaces);
        }
    }
}

/* Where the last page ended with a table, the first rows of this one may have
 * text in one column. */
static void
find_tables (Finder   *self,
             gboolean  goes_on)
{
  for (guint i = 0; i < self->strips->len;)
    {
      g_autoptr(GArray) spaces = NULL;
      guint last = i + 1;

      if ((goes_on && i == 0) || ik_pdf_spaces_count_columns (get_strip (self, i)->spaces) > 1)
        {
          last = find_rows (self, i, &spaces);
          if (is_table (self, i, last, spaces))
            mark_rows (self, i, last, spaces);
          else if (last - i < MAX_STRIPS_AGAIN)
            last = i + 1;
        }
      i = last;
    }
}

/**
 * ik_pdf_table_mark:
 * @lines: (element-type IkPdfLine): pieces of lines, see ik_pdf_page_read()
 * @first: index of the first one of the page
 *
 * Finds tables on a page by the space between their columns and rows, and
 * notes with each piece in which cell it stands. A page says nothing of tables
 * itself, and its rules can't be asked for.
 */
void
ik_pdf_table_mark (GPtrArray *lines,
                   guint      first)
{
  Finder finder = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (Strip)), 0 };

  for (guint i = first; i < lines->len; i++)
    g_ptr_array_add (finder.pieces, lines->pdata[i]);
  qsort (finder.pieces->pdata, finder.pieces->len, sizeof (gpointer), compare_tops);
  if (finder.pieces->len > 0)
    {
      find_strips (&finder, measure_gap (&finder, lines, first) + MIN_ROW_GAP);
      part_strips (&finder);
      find_tables (&finder, first > 0 && ((IkPdfLine *) lines->pdata[first - 1])->table > 0);
    }
  for (guint i = 0; i < finder.strips->len; i++)
    g_array_unref (get_strip (&finder, i)->spaces);
  g_array_unref (finder.strips);
  g_ptr_array_unref (finder.pieces);
}
