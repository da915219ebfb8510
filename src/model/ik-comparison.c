#include "ik-comparison.h"

#include "ik-recommendation.h"

#include <string.h>

/**
 * ik_comparison_entry_new:
 * @candidate_id: the person
 * @candidate_name: name
 *
 * Returns: (transfer full): an entry without interviews
 */
IkComparisonEntry *
ik_comparison_entry_new (const char *candidate_id,
                         const char *candidate_name)
{
  IkComparisonEntry *self = g_new0 (IkComparisonEntry, 1);

  self->candidate_id = g_strdup (candidate_id);
  self->candidate_name = g_strdup (candidate_name);
  self->interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);

  return self;
}

/**
 * ik_comparison_entry_free:
 * @self: (transfer full): an entry
 */
void
ik_comparison_entry_free (IkComparisonEntry *self)
{
  g_free (self->candidate_id);
  g_free (self->candidate_name);
  g_ptr_array_unref (self->interviews);
  g_free (self);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);

  return g_strdup (g_strstrip (folded));
}

/**
 * ik_comparison_is_for:
 * @role: a role
 * @candidate_role: the role that a candidate applied for, "" where not said
 * @set_role: the role of the set of an interview with that candidate, "" where
 *   not said
 *
 * The role of the person decides; only where there is none, that of the set does.
 * Case and the space around a role don't count.
 *
 * Returns: whether the interview is one for @role
 */
gboolean
ik_comparison_is_for (const char *role,
                      const char *candidate_role,
                      const char *set_role)
{
  g_autofree char *wanted = fold (role);
  g_autofree char *own = fold (candidate_role);
  g_autofree char *of_set = fold (set_role);

  return g_str_equal (wanted, *own != '\0' ? own : of_set);
}

/* Answers ----------------------------------------------------------------- */

typedef struct
{
  IkMean mean;
  gint64 sum;
  gint64 weights;
} Sums;

static void
add_answer (Sums                  *self,
            const IkInterview     *interview,
            const IkInterviewItem *item)
{
  const IkRubric *scale = ik_interview_get_rubric (interview, item);

  self->mean.n_of++;
  if (!ik_interview_item_is_rated (item))
    return;

  self->mean.n_rated++;
  self->sum += (gint64) item->weight * item->rating;
  self->weights += item->weight;
  self->mean.is_weighted |= item->weight != IK_WEIGHT_EQUAL;
  if (self->mean.n_rated == 1)
    self->mean.scale = scale;
  else if (scale == NULL || self->mean.scale == NULL
           ? scale != self->mean.scale
           : !ik_rubric_has_values_of (self->mean.scale, scale))
    self->mean.is_mixed = TRUE;
}

/* The mean of ik_interview_compute_means() over the answers of all interviews at
 * once: an interview with more answers counts for more, so that the sum can be
 * done over by anybody who has the answers before them. */
static IkMean
compute_mean (GPtrArray *interviews)
{
  Sums sums = { 0 };

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      for (guint k = 0; k < interview->items->len; k++)
        {
          const IkInterviewItem *item = interview->items->pdata[k];

          if (item->scored)
            add_answer (&sums, interview, item);
        }
    }

  if (sums.mean.is_mixed)
    sums.mean.scale = NULL;
  else if (sums.weights > 0)
    sums.mean.mean = (double) sums.sum / (double) sums.weights;

  return sums.mean;
}

/* Competencies ------------------------------------------------------------ */

static void
add_cell (IkComparisonCell    *self,
          GArray              *ratings,
          const IkPanelColumn *column,
          const IkPanelCell   *cell)
{
  IkPanelRating rating = {
    .rater = column->interview->interviewer_id,
    .scale = cell->scale,
    .value = cell->value,
  };

  self->n_kinds[cell->kind]++;
  self->n_of += cell->kind != IK_PANEL_CELL_NOT_IN_SET ? 1 : 0;
  if (!ik_panel_cell_has_number (cell))
    return;

  rating.level = ik_rubric_compute_level (cell->scale, cell->value);
  rating.n_levels = cell->scale->levels->len;
  g_array_append_val (ratings, rating);
  self->n_rated++;
  self->scale = cell->scale;
  self->mean += cell->value;
}

/* The interviews of a person are columns that follow each other. */
static IkComparisonCell
make_cell (const IkPanelMatrix *matrix,
           const IkPanelRow    *row,
           guint                first,
           guint                n_columns)
{
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (IkPanelRating));
  IkComparisonCell cell = { 0 };

  for (guint i = first; i < first + n_columns; i++)
    add_cell (&cell, ratings, ik_panel_matrix_get_column (matrix, i),
              ik_panel_row_get_cell (row, i));

  cell.spread = ik_panel_spread_compute (ratings);
  if (cell.spread.is_mixed)
    {
      cell.scale = NULL;
      cell.mean = 0;
    }
  else if (cell.n_rated > 0)
    {
      cell.mean /= cell.n_rated;
    }

  return cell;
}

/* Rows -------------------------------------------------------------------- */

static void
comparison_row_free (IkComparisonRow *self)
{
  g_array_unref (self->recommendations);
  g_array_unref (self->cells);
  g_free (self);
}

static gboolean
is_same_level (const IkRecommendationCount *one,
               const IkRecommendationCount *other)
{
  g_autofree char *label = ik_recommendation_dup_label (one->scale, one->value);
  g_autofree char *other_label = ik_recommendation_dup_label (other->scale, other->value);

  return one->value == other->value && g_str_equal (one->scale->id, other->scale->id) &&
         g_str_equal (label, other_label);
}

static void
count_recommendation (IkComparisonRow   *self,
                      const IkInterview *interview)
{
  const IkRubric *scale = ik_interview_get_recommendation_scale (interview);
  IkRecommendationCount count = { scale, interview->recommendation, 0, 1 };
  guint at = 0;

  if (interview->recommendation == IK_RATING_NONE)
    return;

  count.share = ik_rubric_compute_level (scale, count.value) / MAX (scale->levels->len - 1, 1);
  for (guint i = 0; i < self->recommendations->len; i++)
    {
      IkRecommendationCount *known =
        &g_array_index (self->recommendations, IkRecommendationCount, i);

      if (is_same_level (known, &count))
        {
          known->n++;
          return;
        }
      if (known->share >= count.share)
        at = i + 1;
    }

  g_array_insert_val (self->recommendations, at, count);
}

static void
count_interview (IkComparisonRow   *self,
                 const IkInterview *interview)
{
  gint64 slot_ms = ik_interview_get_slot_ms (interview);
  guint knock_outs[IK_N_KNOCK_OUTS];

  count_recommendation (self, interview);
  ik_interview_count_knock_outs (interview, knock_outs);
  for (guint i = 0; i < IK_N_KNOCK_OUTS; i++)
    self->knock_outs[i] += knock_outs[i];

  if (slot_ms > 0)
    {
      self->used_ms += ik_interview_get_used_ms (interview);
      self->planned_ms += slot_ms;
    }
}

static IkComparisonRow *
comparison_row_new (const IkComparisonEntry *entry,
                    const IkPanelMatrix     *matrix,
                    guint                    first)
{
  IkComparisonRow *self = g_new0 (IkComparisonRow, 1);

  self->entry = entry;
  self->mean = compute_mean (entry->interviews);
  self->recommendations = g_array_new (FALSE, FALSE, sizeof (IkRecommendationCount));
  for (guint i = 0; i < entry->interviews->len; i++)
    count_interview (self, entry->interviews->pdata[i]);

  self->cells = g_array_new (FALSE, FALSE, sizeof (IkComparisonCell));
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      IkComparisonCell cell = make_cell (matrix, matrix->rows->pdata[i], first,
                                         entry->interviews->len);

      g_array_append_val (self->cells, cell);
    }

  return self;
}

static gint
compare_names_cb (gconstpointer one,
                  gconstpointer other)
{
  return ik_comparison_compare (*(const IkComparisonRow *const *) one,
                                *(const IkComparisonRow *const *) other, IK_COMPARISON_NAME);
}

/**
 * ik_comparison_new:
 * @role: what for
 * @entries: (element-type IkComparisonEntry): who; all interviews in them are
 *   handed in. The comparison keeps a reference
 *
 * Puts candidates side by side. Competencies of two interviews are the same by the
 * rule of ik_panel_matrix_new(), whose cells are what is compared: the rating that
 * an interviewer gave a competency, or else the mean of the answers about it. Each
 * interview counts once.
 *
 * Returns: (transfer full): the comparison
 */
IkComparison *
ik_comparison_new (const char *role,
                   GPtrArray  *entries)
{
  IkComparison *self = g_new0 (IkComparison, 1);
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  guint first = 0;

  self->role = g_strdup (role);
  self->entries = g_ptr_array_ref (entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const IkComparisonEntry *entry = entries->pdata[i];

      for (guint k = 0; k < entry->interviews->len; k++)
        g_ptr_array_add (interviews, entry->interviews->pdata[k]);
    }

  self->matrix = ik_panel_matrix_new (interviews);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) comparison_row_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const IkComparisonEntry *entry = entries->pdata[i];

      g_ptr_array_add (self->rows, comparison_row_new (entry, self->matrix, first));
      first += entry->interviews->len;
    }
  g_ptr_array_sort (self->rows, compare_names_cb);

  return self;
}

/**
 * ik_comparison_free:
 * @self: (transfer full): a comparison
 */
void
ik_comparison_free (IkComparison *self)
{
  g_ptr_array_unref (self->rows);
  ik_panel_matrix_free (self->matrix);
  g_ptr_array_unref (self->entries);
  g_free (self->role);
  g_free (self);
}

/**
 * ik_comparison_get_n_competencies:
 * @self: a comparison
 *
 * Returns: cells of each row
 */
guint
ik_comparison_get_n_competencies (const IkComparison *self)
{
  return self->matrix->rows->len;
}

/**
 * ik_comparison_get_competency:
 * @self: a comparison
 * @index: which competency
 *
 * Returns: its name
 */
const char *
ik_comparison_get_competency (const IkComparison *self,
                              guint               index)
{
  g_return_val_if_fail (index < self->matrix->rows->len, NULL);

  return ((const IkPanelRow *) self->matrix->rows->pdata[index])->name;
}

/**
 * ik_comparison_row_get_cell:
 * @self: a row
 * @competency: index of a competency
 *
 * Returns: (transfer none): its cell
 */
const IkComparisonCell *
ik_comparison_row_get_cell (const IkComparisonRow *self,
                            guint                  competency)
{
  g_return_val_if_fail (competency < self->cells->len, NULL);

  return &g_array_index (self->cells, IkComparisonCell, competency);
}

/**
 * ik_comparison_row_get_recommendation:
 * @self: a row
 * @index: which, the best first
 *
 * Returns: (transfer none): how often it was given
 */
const IkRecommendationCount *
ik_comparison_row_get_recommendation (const IkComparisonRow *self,
                                      guint                  index)
{
  g_return_val_if_fail (index < self->recommendations->len, NULL);

  return &g_array_index (self->recommendations, IkRecommendationCount, index);
}

/* Putting in order -------------------------------------------------------- */

static int
compare_numbers (double one,
                 double other)
{
  return one < other ? -1 : one > other;
}

/* The middle of the recommendations from 0, the lowest level, to 1; -1 without
 * any. It puts rows in an order and is shown nowhere: words have no mean. */
static double
get_middle (const IkComparisonRow *row)
{
  guint n = 0;
  guint seen = 0;
  double sum = 0;

  for (guint i = 0; i < row->recommendations->len; i++)
    n += ik_comparison_row_get_recommendation (row, i)->n;
  if (n == 0)
    return -1;

  for (guint i = 0; i < row->recommendations->len; i++)
    {
      const IkRecommendationCount *count = ik_comparison_row_get_recommendation (row, i);
      guint before = seen;

      seen += count->n;
      if (before <= (n - 1) / 2 && (n - 1) / 2 < seen)
        sum += count->share;
      if (before <= n / 2 && n / 2 < seen)
        sum += count->share;
    }

  return sum / 2;
}

/* What has no number stands below what has one. */
static double
get_number (const IkComparisonRow *row,
            guint                  column)
{
  const IkComparisonCell *cell;

  switch (column)
    {
    case IK_COMPARISON_RECOMMENDATION:
      return get_middle (row);

    case IK_COMPARISON_MEAN:
      return row->mean.n_rated > 0 && !row->mean.is_mixed ? row->mean.mean : -G_MAXDOUBLE;

    case IK_COMPARISON_INTERVIEWS:
      return row->entry->interviews->len;

    case IK_COMPARISON_TIME:
      return row->planned_ms > 0 ? (double) row->used_ms / (double) row->planned_ms : -1;

    default:
      cell = ik_comparison_row_get_cell (row, column - IK_COMPARISON_COMPETENCY);
      return cell->scale != NULL ? cell->mean : -G_MAXDOUBLE;
    }
}

/**
 * ik_comparison_compare:
 * @one: a row
 * @other: another row of the same comparison
 * @column: #IkComparisonColumn, or that of a competency
 *
 * Recommendations are put in order by their median; what has no number stands
 * below all that has; rows that are equal are in the order of their names.
 *
 * Returns: less than, equal to or more than 0, as for strcmp()
 */
int
ik_comparison_compare (const IkComparisonRow *one,
                       const IkComparisonRow *other,
                       guint                  column)
{
  int order = column == IK_COMPARISON_NAME ? 0 : compare_numbers (get_number (one, column),
                                                                  get_number (other, column));

  if (order == 0)
    order = g_utf8_collate (one->entry->candidate_name, other->entry->candidate_name);

  return order != 0 ? order : strcmp (one->entry->candidate_id, other->entry->candidate_id);
}
