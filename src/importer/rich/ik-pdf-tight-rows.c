#include "ik-pdf-tight-rows.h"

#include <string.h>

/* Pieces stand beside each other if they begin within this share of their
 * height. */
#define SAME_LEVEL_SHARE 0.4

/* The next line of a text is no further away than so many heights of a line. */
#define MAX_PITCH_RATIO 1.6

/* Width of a blank, in sizes of the font. */
#define BLANK_WIDTH 0.25

/* So many rows are a table, if in one of so many a column goes on that had
 * ended, or if they have no more than so many lines. */
#define MIN_ROWS 3u
#define MIN_VOID_SHARE 4u
#define MAX_SHORT_ROW 2u

/* Pieces in columns, from the highest to the lowest. */
typedef struct
{
  GPtrArray       *pieces;                  /* (element-type IkPdfLine) */
  const GArray    *spaces;                  /* (element-type IkPdfSpace) */
  const IkPdfLine *last[IK_PDF_MAX_CELLS];  /* (nullable): the last one of each column */
  double           right[IK_PDF_MAX_CELLS]; /* where each column ends */
  guint            n_levels;
  guint            n_voids;                 /* rows in which a column goes on that had ended */
} Columns;

static const IkPdfLine *
get_piece (GPtrArray *pieces,
           guint      i)
{
  return pieces->pdata[i];
}

/* The first piece below those beside @first. */
static guint
find_level_end (GPtrArray *pieces,
                guint      first,
                guint      last)
{
  const IkPdfLine *top = get_piece (pieces, first);
  guint i = first + 1;

  while (i < last &&
         get_piece (pieces, i)->y0 - top->y0 < (top->y1 - top->y0) * SAME_LEVEL_SHARE)
    i++;

  return i;
}

static GArray *
take_out_level (GArray    *spaces,
                GPtrArray *pieces,
                guint      first,
                guint      last)
{
  for (guint i = first; i < last; i++)
    spaces = ik_pdf_spaces_take_out (spaces, get_piece (pieces, i));

  return spaces;
}

static gboolean
has_columns (const GArray *spaces)
{
  return ik_pdf_spaces_count_columns (spaces) > 1;
}

/* The levels from @first on that have columns in common, or those that have
 * none; returns the end. */
static guint
find_run (GPtrArray  *pieces,
          guint       first,
          guint       last,
          GArray    **spaces)
{
  guint end = find_level_end (pieces, first, last);

  *spaces = take_out_level (ik_pdf_spaces_new (), pieces, first, end);
  while (end < last)
    {
      guint next = find_level_end (pieces, end, last);
      GArray *level = take_out_level (ik_pdf_spaces_new (), pieces, end, next);
      GArray *common = has_columns (*spaces) ? ik_pdf_spaces_intersect (*spaces, level)
                                             : g_array_ref (level);
      gboolean goes_on = has_columns (*spaces) == has_columns (common);

      g_array_unref (level);
      if (!goes_on)
        {
          g_array_unref (common);
          return end;
        }
      g_array_unref (*spaces);
      *spaces = common;
      end = next;
    }

  return end;
}

/* Whether a line has room for the first word of the one below it. */
static gboolean
is_short (const IkPdfLine *line,
          const IkPdfLine *next,
          double           right)
{
  return line->x1 + line->size * BLANK_WIDTH + next->word < right - 1;
}

static gboolean
ends_sentence (const IkPdfLine *line)
{
  static const char *const ends[] = { ".", "?", "!", ":", "。", "？", "！", "؟" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (line->text->text->str, ends[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether the pieces of a level begin a row: a column that had ended goes on
 * there, or the texts of all columns end above it. */
static gboolean
begins_row (Columns *self,
            guint    first,
            guint    last)
{
  gboolean empty = FALSE;
  gboolean ended = TRUE;
  gboolean room = FALSE;

  for (guint i = first; i < last; i++)
    {
      const IkPdfLine *piece = get_piece (self->pieces, i);
      guint column = ik_pdf_spaces_find_column (self->spaces, piece);
      const IkPdfLine *above = self->last[column];
      gboolean fits = above != NULL && is_short (above, piece, self->right[column]);

      if (above == NULL || piece->y0 - above->y0 > (piece->y1 - piece->y0) * MAX_PITCH_RATIO)
        empty = TRUE;
      else
        ended = ended && (fits || ends_sentence (above) || (above->bold && !piece->bold));
      room = room || fits;
    }
  if (last - first < 2)
    return FALSE;
  self->n_voids += empty && self->n_levels > 0;

  return empty || (ended && room);
}

/* Appends where the rows of a run begin; only where it does, if they are none:
 * in the columns of a magazine texts don't begin at the same height again and
 * again. */
static void
part_run (GPtrArray    *pieces,
          guint         first,
          guint         last,
          const GArray *spaces,
          GArray       *starts)
{
  Columns self = { .pieces = pieces, .spaces = spaces };
  guint n_before = starts->len;
  guint n_rows;

  g_array_append_val (starts, first);
  if (!has_columns (spaces) || ik_pdf_spaces_count_columns (spaces) > IK_PDF_MAX_CELLS)
    return;
  for (guint i = first; i < last; i++)
    {
      const IkPdfLine *piece = get_piece (pieces, i);
      guint column = ik_pdf_spaces_find_column (spaces, piece);

      self.right[column] = MAX (self.right[column], piece->x1);
    }
  for (guint i = first; i < last; self.n_levels++)
    {
      guint end = find_level_end (pieces, i, last);

      if (begins_row (&self, i, end) && i > first)
        g_array_append_val (starts, i);
      for (; i < end; i++)
        self.last[ik_pdf_spaces_find_column (spaces, get_piece (pieces, i))] = get_piece (pieces, i);
    }
  n_rows = starts->len - n_before;
  if (n_rows < MIN_ROWS ||
      (self.n_voids * MIN_VOID_SHARE < n_rows && self.n_levels > n_rows * MAX_SHORT_ROW))
    g_array_set_size (starts, n_before + 1);
}

/**
 * ik_pdf_tight_rows_find:
 * @pieces: (element-type IkPdfLine): pieces of lines, from the highest to the
 *   lowest
 * @first: index of the first one
 * @last: index behind the last one
 *
 * Finds rows of a table that are as near to each other as the lines in them.
 *
 * Returns: (transfer full) (element-type guint): index of the first piece of
 *   each row, and of the text between tables; never empty
 */
GArray *
ik_pdf_tight_rows_find (GPtrArray *pieces,
                        guint      first,
                        guint      last)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_runs = 0;

  for (guint i = first; i < last; n_runs++)
    {
      g_autoptr(GArray) spaces = NULL;
      guint end = find_run (pieces, i, last, &spaces);

      part_run (pieces, i, end, spaces, starts);
      i = end;
    }
  if (starts->len == n_runs)
    g_array_set_size (starts, 1);

  return starts;
}
