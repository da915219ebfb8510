#include "ik-panel-matrix.h"

#include "ik-recommendation.h"

#include <string.h>

static void
panel_row_free (gpointer data)
{
  IkPanelRow *self = data;

  g_free (self->name);
  g_free (self->description);
  g_array_unref (self->cells);
  g_free (self);
}

/* Cells ------------------------------------------------------------------- */

/* Why there is no number: what waits for somebody first, then what was decided,
 * then what came of asking. A competency without questions of its own can only
 * be rated as a whole. */
static IkPanelCellKind
find_reason (const IkInterview *interview,
             const char        *competency_id)
{
  guint counts[IK_N_ITEM_STANDINGS] = { 0 };
  guint n_items = 0;

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (!item->scored || g_strcmp0 (item->competency_id, competency_id) != 0)
        continue;
      counts[ik_interview_item_get_standing (item)]++;
      n_items++;
    }

  if (n_items == 0 || counts[IK_ITEM_UNRATED] > 0)
    return IK_PANEL_CELL_NOT_RATED;
  if (counts[IK_ITEM_NOT_ASSESSED] > 0)
    return IK_PANEL_CELL_NOT_ASSESSED;

  return counts[IK_ITEM_NO_EVIDENCE] > 0 ? IK_PANEL_CELL_NO_EVIDENCE : IK_PANEL_CELL_NOT_ASKED;
}

static IkPanelCell
make_cell (const IkPanelColumn      *column,
           const IkCompetencyRating *competency)
{
  const IkInterview *interview = column->interview;
  const char *id = competency->competency->id;
  IkPanelCell cell = { .kind = IK_PANEL_CELL_NOT_HANDED_IN, .competency = competency };

  if (!column->is_handed_in)
    return cell;

  cell.mean = ik_interview_compute_competency_mean (interview, id);

  if (competency->rating != IK_RATING_NONE)
    {
      cell.kind = IK_PANEL_CELL_RATED;
      cell.scale = ik_interview_get_rubric (interview, NULL);
      cell.value = competency->rating;
    }
  else if (competency->not_assessed)
    cell.kind = IK_PANEL_CELL_NOT_ASSESSED;
  else if (cell.mean.is_mixed)
    cell.kind = IK_PANEL_CELL_MIXED;
  else if (cell.mean.n_rated > 0)
    {
      cell.kind = IK_PANEL_CELL_MEAN;
      cell.scale = cell.mean.scale;
      cell.value = cell.mean.mean;
    }
  else
    cell.kind = find_reason (interview, id);

  return cell;
}

/* Rows -------------------------------------------------------------------- */

static IkPanelRow *
row_new (const IkCompetency *competency,
         guint               n_columns)
{
  IkPanelRow *row = g_new0 (IkPanelRow, 1);

  row->name = g_strdup (competency->name);
  row->description = g_strdup (competency->description);
  row->cells = g_array_new (FALSE, TRUE, sizeof (IkPanelCell));
  g_array_set_size (row->cells, n_columns);

  return row;
}

static IkPanelCell *
get_cell (const IkPanelRow *row,
          guint             column)
{
  return &g_array_index (row->cells, IkPanelCell, column);
}

static gboolean
holds_id (const IkPanelRow *row,
          const char       *id)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = get_cell (row, i);

      if (cell->competency != NULL && strcmp (cell->competency->competency->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);

  return g_strdup (g_strstrip (folded));
}

static gboolean
holds_name (const IkPanelRow *row,
            const char       *name)
{
  g_autofree char *one = fold_name (row->name);
  g_autofree char *other = fold_name (name);

  return strcmp (one, other) == 0;
}

static IkPanelRow *
find_row (const IkPanelMatrix *self,
          guint                column,
          const IkCompetency  *competency)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      IkPanelRow *row = self->rows->pdata[i];

      if (get_cell (row, column)->competency == NULL && holds_id (row, competency->id))
        return row;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      IkPanelRow *row = self->rows->pdata[i];

      if (get_cell (row, column)->competency == NULL && holds_name (row, competency->name))
        return row;
    }

  return NULL;
}

static gboolean
is_taken (const IkPanelMatrix *self,
          const char          *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (holds_name (self->rows->pdata[i], name))
        return TRUE;
    }

  return FALSE;
}

/* Two packs in one set may each bring a competency of the same name. What is
 * agreed about a row is kept by its name, so no other may have it. */
static void
add_row (IkPanelMatrix *self,
         IkPanelRow    *row)
{
  g_autofree char *name = g_strdup (row->name);

  for (guint n = 2; is_taken (self, row->name); n++)
    {
      g_free (row->name);
      row->name = g_strdup_printf ("%s (%u)", name, n);
    }

  g_ptr_array_add (self->rows, row);
}

static void
fill_column (IkPanelMatrix *self,
             guint          index)
{
  const IkPanelColumn *column = &g_array_index (self->columns, IkPanelColumn, index);

  for (guint i = 0; i < column->interview->competencies->len; i++)
    {
      const IkCompetencyRating *competency = column->interview->competencies->pdata[i];
      IkPanelRow *row = find_row (self, index, competency->competency);

      if (row == NULL)
        {
          row = row_new (competency->competency, self->columns->len);
          add_row (self, row);
        }

      *get_cell (row, index) = make_cell (column, competency);
      row->n_open += column->is_handed_in ? 0 : 1;
    }
}

/* Comparing --------------------------------------------------------------- */

static void
compare_row (const IkPanelMatrix *self,
             IkPanelRow          *row)
{
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (IkPanelRating));

  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = get_cell (row, i);
      IkPanelRating rating = {
        .rater = ik_panel_matrix_get_column (self, i)->interview->interviewer_id,
        .scale = cell->scale,
        .value = cell->value,
      };

      if (!ik_panel_cell_has_number (cell))
        continue;

      rating.level = ik_rubric_compute_level (cell->scale, cell->value);
      rating.n_levels = cell->scale->levels->len;
      g_array_append_val (ratings, rating);
      if (row->scale == NULL)
        row->scale = cell->scale;
    }

  row->spread = ik_panel_spread_compute (ratings);
  if (row->spread.is_mixed)
    row->scale = NULL;
}

static IkPanelSpread
compare_recommendations (const IkPanelMatrix *self)
{
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (IkPanelRating));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (self, i);
      const IkRubric *scale = ik_interview_get_recommendation_scale (column->interview);
      int recommendation = column->interview->recommendation;
      IkPanelRating rating = {
        .rater = column->interview->interviewer_id,
        .scale = scale,
        .value = recommendation,
        .level = ik_rubric_compute_level (scale, recommendation),
        .n_levels = scale->levels->len,
      };

      if (column->is_handed_in && recommendation != IK_RATING_NONE)
        g_array_append_val (ratings, rating);
    }

  return ik_panel_spread_compute (ratings);
}

static void
add_columns (IkPanelMatrix *self)
{
  for (guint i = 0; i < self->interviews->len; i++)
    {
      const IkInterview *interview = self->interviews->pdata[i];
      IkPanelColumn column = {
        .interview = interview,
        .is_handed_in = interview->state == IK_INTERVIEW_STATE_HANDED_IN,
      };

      if (interview->state == IK_INTERVIEW_STATE_CANCELLED ||
          interview->state == IK_INTERVIEW_STATE_NO_SHOW)
        continue;

      if (column.is_handed_in)
        column.mean = ik_interview_compute_mean (interview);
      g_array_append_val (self->columns, column);
    }
}

/**
 * ik_panel_matrix_new:
 * @interviews: (element-type IkInterview): those of one candidate and round; the
 *   matrix keeps a reference
 *
 * Puts what the members of a panel found side by side. An interview that was
 * cancelled, or that the candidate didn't come to, has no column; of one that is
 * not handed in nothing but the person and the competencies is taken.
 *
 * A cell is the rating that the competency got in the review; where there is none,
 * the mean of its rated questions by ik_interview_compute_competency_mean(), "from
 * n of m". Without a number it says why. Competencies of two interviews are the same
 * where their ids are, or else their names but for case.
 *
 * Returns: (transfer full): the matrix
 */
IkPanelMatrix *
ik_panel_matrix_new (GPtrArray *interviews)
{
  IkPanelMatrix *self = g_new0 (IkPanelMatrix, 1);

  self->interviews = g_ptr_array_ref (interviews);
  self->columns = g_array_new (FALSE, FALSE, sizeof (IkPanelColumn));
  self->rows = g_ptr_array_new_with_free_func (panel_row_free);

  add_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    fill_column (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    compare_row (self, self->rows->pdata[i]);
  self->recommendations = compare_recommendations (self);

  return self;
}

/**
 * ik_panel_matrix_free:
 * @self: (transfer full): a matrix
 */
void
ik_panel_matrix_free (IkPanelMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->interviews);
  g_free (self);
}

/**
 * ik_panel_matrix_get_column:
 * @self: a matrix
 * @column: which one
 *
 * Returns: (transfer none): the column
 */
const IkPanelColumn *
ik_panel_matrix_get_column (const IkPanelMatrix *self,
                            guint                column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, IkPanelColumn, column);
}

/**
 * ik_panel_row_get_cell:
 * @self: a row
 * @column: which one
 *
 * Returns: (transfer none): the cell
 */
const IkPanelCell *
ik_panel_row_get_cell (const IkPanelRow *self,
                       guint             column)
{
  g_return_val_if_fail (column < self->cells->len, NULL);

  return get_cell (self, column);
}

/**
 * ik_panel_matrix_get_scale:
 * @self: a matrix
 * @row: one of its rows
 *
 * What an agreed score of a row stands on: the scale of its ratings; where they
 * are on several, that of the first; where nobody rated it, what the first who
 * handed in rates competencies by.
 *
 * Returns: (transfer none) (nullable): a rubric, %NULL before anybody handed in
 */
const IkRubric *
ik_panel_matrix_get_scale (const IkPanelMatrix *self,
                           const IkPanelRow    *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = get_cell (row, i);

      if (ik_panel_cell_has_number (cell))
        return cell->scale;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (self, i);

      if (column->is_handed_in)
        return ik_interview_get_rubric (column->interview, NULL);
    }

  return NULL;
}

/**
 * ik_panel_matrix_find_rubric:
 * @self: a matrix
 * @id: (nullable): a rubric
 *
 * Returns: (transfer none) (nullable): the first interview's copy of it
 */
const IkRubric *
ik_panel_matrix_find_rubric (const IkPanelMatrix *self,
                             const char          *id)
{
  const IkRubric *rubric = NULL;

  for (guint i = 0; rubric == NULL && i < self->columns->len; i++)
    rubric = ik_interview_find_rubric (ik_panel_matrix_get_column (self, i)->interview, id);

  return rubric;
}

/**
 * ik_panel_matrix_get_recommendation_scale:
 * @self: a matrix
 * @agreement: (nullable): what the panel agreed about so far
 *
 * Returns: (transfer none): what the panel's own recommendation stands on, or
 *   would: the scale of the first who handed in, the four words before anybody did
 */
const IkRubric *
ik_panel_matrix_get_recommendation_scale (const IkPanelMatrix    *self,
                                          const IkPanelAgreement *agreement)
{
  if (agreement != NULL && agreement->recommendation != IK_RATING_NONE)
    {
      const IkRubric *own = ik_panel_matrix_find_rubric (self, agreement->rubric_id);

      return own != NULL ? own : ik_recommendation_get_words ();
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (self, i);

      if (column->is_handed_in)
        return ik_interview_get_recommendation_scale (column->interview);
    }

  return ik_recommendation_get_words ();
}

/**
 * ik_panel_matrix_dup_agreed_recommendation:
 * @self: a matrix
 * @agreement: what the panel agreed about
 *
 * Returns: (transfer full): the recommendation of the panel for people
 */
char *
ik_panel_matrix_dup_agreed_recommendation (const IkPanelMatrix    *self,
                                           const IkPanelAgreement *agreement)
{
  return ik_recommendation_dup_label (ik_panel_matrix_get_recommendation_scale (self, agreement),
                                      agreement->recommendation);
}

/**
 * ik_panel_cell_has_number:
 * @self: a cell
 *
 * Returns: whether it holds a rating or a mean; without a scale there is none
 */
gboolean
ik_panel_cell_has_number (const IkPanelCell *self)
{
  return (self->kind == IK_PANEL_CELL_RATED || self->kind == IK_PANEL_CELL_MEAN) &&
         self->scale != NULL && self->scale->levels->len > 0;
}

/**
 * ik_panel_matrix_count_verdicts:
 * @self: a matrix
 * @counts: (out caller-allocates): rows of each verdict; their sum is that of
 *   all rows
 */
void
ik_panel_matrix_count_verdicts (const IkPanelMatrix *self,
                                guint                counts[IK_N_PANEL_VERDICTS])
{
  memset (counts, 0, IK_N_PANEL_VERDICTS * sizeof *counts);
  for (guint i = 0; i < self->rows->len; i++)
    counts[((const IkPanelRow *) self->rows->pdata[i])->spread.verdict]++;
}

static int
compare_rows_cb (gconstpointer one,
                 gconstpointer other,
                 gpointer      data)
{
  const IkPanelMatrix *self = data;
  guint first = *(const guint *) one;
  guint second = *(const guint *) other;
  const IkPanelSpread *a = &((const IkPanelRow *) self->rows->pdata[first])->spread;
  const IkPanelSpread *b = &((const IkPanelRow *) self->rows->pdata[second])->spread;
  gboolean disagrees = a->verdict == IK_PANEL_DISAGREE;

  if (disagrees != (b->verdict == IK_PANEL_DISAGREE))
    return disagrees ? -1 : 1;
  if (a->share < b->share || a->share > b->share)
    return a->share > b->share ? -1 : 1;

  return first < second ? -1 : first > second;
}

/**
 * ik_panel_matrix_order_debrief:
 * @self: a matrix
 *
 * In what order a panel talks: disagreements before all else, then by the
 * share of the scale that lies between the two people who are furthest apart,
 * largest first, then as in the matrix.
 *
 * Returns: (transfer full) (element-type guint): indexes of all rows
 */
GArray *
ik_panel_matrix_order_debrief (const IkPanelMatrix *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_rows_cb, (gpointer) self);

  return order;
}
