#include "ik-pdf-measures.h"

#include <math.h>

#define MAX_PITCH 200u
#define MAX_HEADING_PERCENT 30

/* Letters this much larger than the text's are a heading's. */
#define HEADING_RATIO 1.08

/* Width of a blank, in sizes of the font. */
#define BLANK_WIDTH 0.25

/* Lines that end in this share of the width before the right edge show where
 * the edge is, if there are so many of them. */
#define NEAR_EDGE_SHARE 0.1
#define MIN_NEAR_EDGE 4u

static guint
half_points (double size)
{
  return (guint) CLAMP (lround (size * 2), 0, IK_PDF_MAX_SIZE - 1);
}

static guint
find_most (const guint *counts,
           guint        n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best;
}

/* The size and family in which most of the text is set. */
static void
measure_fonts (IkPdfMeasures *self,
               GPtrArray     *lines)
{
  g_autoptr(GHashTable) families = g_hash_table_new (NULL, NULL);
  guint counts[IK_PDF_MAX_SIZE] = { 0 };
  gsize most = 0;

  self->fixed = TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      gsize n = line->text->text->len;

      counts[half_points (line->size)] += (guint) n;
      self->fixed = self->fixed && line->fixed;
    }
  self->size = find_most (counts, IK_PDF_MAX_SIZE) / 2.0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (families, line->family)) + line->text->text->len;

      g_hash_table_insert (families, (gpointer) line->family, GSIZE_TO_POINTER (n));
      if (n > most)
        self->family = line->family;
      most = MAX (most, n);
    }
}

/* The usual distance from line to line, for each size of letters. */
static void
measure_pitches (IkPdfMeasures *self,
                 GPtrArray     *lines)
{
  g_autofree guint *counts = g_new0 (guint, IK_PDF_MAX_SIZE * MAX_PITCH);

  for (guint i = 1; i < lines->len; i++)
    {
      const IkPdfLine *above = lines->pdata[i - 1];
      const IkPdfLine *line = lines->pdata[i];
      double pitch = line->y1 - above->y1;

      if (above->page == line->page && line->table == 0 && pitch > 0 && pitch * 2 < MAX_PITCH &&
          pitch < line->size * 2 && half_points (above->size) == half_points (line->size))
        counts[half_points (line->size) * MAX_PITCH + (guint) lround (pitch * 2)]++;
    }
  for (guint i = 0; i < IK_PDF_MAX_SIZE; i++)
    {
      guint pitch = find_most (counts + i * MAX_PITCH, MAX_PITCH);

      self->pitches[i] = pitch > 0 ? pitch / 2.0 : i / 2.0 * 1.3;
    }
}

/* Where lines end that are full: where many end, else as far from the right
 * as they begin from the left. */
static void
measure_edges (IkPdfMeasures *self,
               GPtrArray     *lines)
{
  double width = 0;
  guint n_near = 0;

  for (guint i = 0; i < IK_PDF_N_COLUMNS; i++)
    self->left[i] = G_MAXDOUBLE;
  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      self->left[line->column] = MIN (self->left[line->column], line->x0);
      self->right[line->column] = MAX (self->right[line->column], line->x1);
      width = MAX (width, line->width);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      n_near += line->column == 0 && line->x1 > self->right[0] - (self->right[0] - self->left[0]) *
                NEAR_EDGE_SHARE;
    }
  if (n_near < MIN_NEAR_EDGE)
    self->right[0] = MAX (self->right[0], width - self->left[0]);
}

/* Larger than the text, or in a font of its own. */
static gboolean
stands_out (const IkPdfMeasures *self,
            const IkPdfLine     *line)
{
  return line->size >= self->size * HEADING_RATIO ||
         (line->family != self->family && *line->family != '\0' && !line->fixed &&
          line->size >= self->size * 0.9);
}

/* The index of the look of a heading; their number where it is none of them. */
static guint
find_look (const IkPdfMeasures *self,
           const IkPdfLine     *line)
{
  for (guint i = 0; i < self->n_headings; i++)
    {
      const IkPdfLook *look = &self->headings[i];

      if (look->size == (int) half_points (line->size) && look->family == line->family &&
          look->bold == line->bold)
        return i;
    }

  return self->n_headings;
}

/* Takes up the look of a line, the largest before the others. */
static guint
add_look (IkPdfMeasures   *self,
          const IkPdfLine *line)
{
  IkPdfLook look = { (int) half_points (line->size), line->family, line->bold, 0 };
  guint at = self->n_headings++;

  for (; at > 0 && self->headings[at - 1].size < look.size; at--)
    self->headings[at] = self->headings[at - 1];
  self->headings[at] = look;

  return at;
}

/* The looks of headings, the largest first, of the same size the first. What
 * much of the text looks like is none. */
static void
measure_headings (IkPdfMeasures *self,
                  GPtrArray     *lines)
{
  gsize n_text = 0;
  guint n_kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      guint look;

      n_text += line->text->text->len;
      if (!stands_out (self, line))
        continue;
      look = find_look (self, line);
      if (look == self->n_headings && look < IK_PDF_MAX_LOOKS)
        look = add_look (self, line);
      if (look < self->n_headings)
        self->headings[look].n_text += line->text->text->len;
    }
  for (guint i = 0; i < self->n_headings; i++)
    {
      if (self->headings[i].n_text * 100 <= n_text * MAX_HEADING_PERCENT)
        self->headings[n_kept++] = self->headings[i];
    }
  self->n_headings = n_kept;
}

/* A document in one look is a text file that was printed: its lines stay as
 * they are, with their indents. */
static gboolean
is_plain (const IkPdfMeasures *self,
          GPtrArray           *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      if (line->family != self->family || line->bold || line->column > 0 || line->table > 0 ||
          half_points (line->size) != half_points (self->size))
        return FALSE;
      for (guint k = 0; !self->fixed && line->text->spans != NULL && k < line->text->spans->len; k++)
        {
          if (g_array_index (line->text->spans, IkRichSpan, k).style & IK_RICH_STYLE_BOLD)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * ik_pdf_measures_take:
 * @self: (out caller-allocates): measures
 * @lines: (element-type IkPdfLine): lines of all pages in the order of reading
 *
 * Measures a document. Linear.
 */
void
ik_pdf_measures_take (IkPdfMeasures *self,
                      GPtrArray     *lines)
{
  *self = (IkPdfMeasures) { 0 };
  measure_fonts (self, lines);
  measure_pitches (self, lines);
  measure_edges (self, lines);
  measure_headings (self, lines);
  self->plain = is_plain (self, lines);
}

/**
 * ik_pdf_measures_find_level:
 * @self: measures
 * @line: a line
 *
 * Returns: the level of a heading, or 0
 */
guint
ik_pdf_measures_find_level (const IkPdfMeasures *self,
                            const IkPdfLine     *line)
{
  guint look = stands_out (self, line) ? find_look (self, line) : self->n_headings;

  return look < self->n_headings ? look + 1 : 0;
}

/**
 * ik_pdf_measures_get_pitch:
 * @self: measures
 * @line: a line
 *
 * Returns: the usual distance of such lines, in points
 */
double
ik_pdf_measures_get_pitch (const IkPdfMeasures *self,
                           const IkPdfLine     *line)
{
  return self->pitches[half_points (line->size)];
}

/**
 * ik_pdf_measures_is_full:
 * @self: measures
 * @line: a line
 * @next: the one below it
 *
 * Returns: whether the first word of @next had no room behind @line
 */
gboolean
ik_pdf_measures_is_full (const IkPdfMeasures *self,
                         const IkPdfLine     *line,
                         const IkPdfLine     *next)
{
  return line->x1 + line->size * BLANK_WIDTH + next->word >= self->right[line->column] - 1;
}

/**
 * ik_pdf_measures_is_long:
 * @self: measures
 * @line: a line
 *
 * Returns: whether it is at least half as long as a full one
 */
gboolean
ik_pdf_measures_is_long (const IkPdfMeasures *self,
                         const IkPdfLine     *line)
{
  return line->x1 - self->left[line->column] >
         (self->right[line->column] - self->left[line->column]) / 2;
}
