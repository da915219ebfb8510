#include "ik-pdf-spaces.h"

/* Space between columns, in points: cells have some at both sides. */
#define MIN_GUTTER 4.0
#define MAX_SPACES 64u

/**
 * ik_pdf_spaces_new:
 *
 * Returns: (transfer full) (element-type IkPdfSpace): all the width of a page
 */
GArray *
ik_pdf_spaces_new (void)
{
  GArray *spaces = g_array_new (FALSE, FALSE, sizeof (IkPdfSpace));
  IkPdfSpace all = { -G_MAXFLOAT, G_MAXFLOAT };

  g_array_append_val (spaces, all);

  return spaces;
}

/**
 * ik_pdf_spaces_take_out:
 * @spaces: (transfer full) (element-type IkPdfSpace): space
 * @piece: a piece of a line
 *
 * Returns: (transfer full) (element-type IkPdfSpace): the space without the
 *   place of the piece
 */
GArray *
ik_pdf_spaces_take_out (GArray          *spaces,
                        const IkPdfLine *piece)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (IkPdfSpace));

  for (guint i = 0; i < spaces->len; i++)
    {
      IkPdfSpace space = g_array_index (spaces, IkPdfSpace, i);
      IkPdfSpace left = { space.from, MIN (space.to, piece->x0) };
      IkPdfSpace right = { MAX (space.from, piece->x1), space.to };

      if (left.to - left.from >= MIN_GUTTER)
        g_array_append_val (rest, left);
      if (right.to - right.from >= MIN_GUTTER)
        g_array_append_val (rest, right);
    }
  g_array_unref (spaces);
  if (rest->len > MAX_SPACES)
    g_array_set_size (rest, 0);

  return rest;
}

/**
 * ik_pdf_spaces_intersect:
 * @spaces: (element-type IkPdfSpace): space
 * @others: (element-type IkPdfSpace): other space
 *
 * Returns: (transfer full) (element-type IkPdfSpace): the space that is free in
 *   both
 */
GArray *
ik_pdf_spaces_intersect (const GArray *spaces,
                         const GArray *others)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (IkPdfSpace));

  for (guint i = 0, k = 0; i < spaces->len && k < others->len;)
    {
      IkPdfSpace a = g_array_index (spaces, IkPdfSpace, i);
      IkPdfSpace b = g_array_index (others, IkPdfSpace, k);
      IkPdfSpace space = { MAX (a.from, b.from), MIN (a.to, b.to) };

      if (space.to - space.from >= MIN_GUTTER)
        g_array_append_val (both, space);
      if (a.to < b.to)
        i++;
      else
        k++;
    }

  return both;
}

/**
 * ik_pdf_spaces_count_columns:
 * @spaces: (element-type IkPdfSpace): space
 *
 * Returns: number of columns that the space parts; the first and the last one
 *   are the margins
 */
guint
ik_pdf_spaces_count_columns (const GArray *spaces)
{
  return spaces->len > 1 ? spaces->len - 1 : 0;
}

/**
 * ik_pdf_spaces_find_column:
 * @spaces: (element-type IkPdfSpace): space
 * @piece: a piece of a line
 *
 * Returns: the column that the piece stands in, from 0
 */
guint
ik_pdf_spaces_find_column (const GArray    *spaces,
                           const IkPdfLine *piece)
{
  double middle = (piece->x0 + piece->x1) / 2;
  guint column = 0;

  while (column + 2 < spaces->len && g_array_index (spaces, IkPdfSpace, column + 1).to < middle)
    column++;

  return column;
}
