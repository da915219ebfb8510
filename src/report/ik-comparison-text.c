#include "ik-comparison-report.h"

#include "ik-comparison-words.h"
#include "ik-csv.h"
#include "ik-json-members.h"
#include "ik-list.h"
#include "ik-markdown-writer.h"
#include "ik-recommendation.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Markdown ---------------------------------------------------------------- */

static void
append_cell (GString    *markdown,
             const char *text)
{
  g_string_append (markdown, "| ");
  ik_markdown_append_text (markdown, text);
  g_string_append_c (markdown, ' ');
}

static void
take_cell (GString *markdown,
           char    *text)
{
  append_cell (markdown, text);
  g_free (text);
}

static char *
format_cell (const IkComparisonCell *cell)
{
  g_autofree char *mean = ik_comparison_format_mean (cell);
  g_autofree char *counts = ik_comparison_format_counts (cell);
  g_autofree char *range = ik_comparison_format_range (cell);
  g_autofree char *missing = ik_comparison_format_missing (cell);

  if (cell->scale == NULL)
    return g_steal_pointer (&missing);

  return g_strdup_printf ("%s %s%s%s%s%s", mean, counts, *range != '\0' ? "; " : "", range,
                          *missing != '\0' ? "; " : "", missing);
}

static void
append_head (GString               *markdown,
             const IkComparison    *self,
             const IkReportOptions *options)
{
  append_cell (markdown, _("Candidate"));
  append_cell (markdown, _("Recommendations"));
  append_cell (markdown, _("Mean of answers"));
  append_cell (markdown, _("Knock-outs"));
  append_cell (markdown, _("Interviews"));
  if (!(options->without & IK_REPORT_PART_TIMELINE))
    append_cell (markdown, _("Time"));
  if (options->without & IK_REPORT_PART_COMPETENCIES)
    return;

  for (guint i = 0; i < ik_comparison_get_n_competencies (self); i++)
    append_cell (markdown, ik_comparison_get_competency (self, i));
}

static guint
count_columns (const IkComparison    *self,
               const IkReportOptions *options)
{
  guint n = 5;

  if (!(options->without & IK_REPORT_PART_TIMELINE))
    n++;
  if (!(options->without & IK_REPORT_PART_COMPETENCIES))
    n += ik_comparison_get_n_competencies (self);

  return n;
}

static void
append_row (GString               *markdown,
            const IkComparison    *self,
            const IkReportOptions *options,
            const IkComparisonRow *row)
{
  g_autofree char *mean = ik_report_format_mean (&row->mean);
  g_autofree char *counts = ik_comparison_format_answers (row);
  g_autofree char *answers = g_strdup_printf ("%s %s", mean, counts);
  g_autofree char *knock_outs = ik_comparison_format_knock_outs (row);

  append_cell (markdown, row->entry->candidate_name);
  take_cell (markdown, ik_comparison_format_recommendations (row));
  append_cell (markdown, g_strchomp (answers));
  append_cell (markdown, *knock_outs != '\0' ? knock_outs : "–");
  take_cell (markdown, ik_comparison_format_interviews (row));
  if (!(options->without & IK_REPORT_PART_TIMELINE))
    take_cell (markdown, ik_comparison_format_time (row));
  if (options->without & IK_REPORT_PART_COMPETENCIES)
    return;

  for (guint i = 0; i < ik_comparison_get_n_competencies (self); i++)
    take_cell (markdown, format_cell (ik_comparison_row_get_cell (row, i)));
}

/**
 * ik_comparison_render_markdown:
 * @self: a comparison
 * @options: parts
 *
 * Returns: (transfer full): one table of CommonMark, in UTF-8
 */
GBytes *
ik_comparison_render_markdown (const IkComparison    *self,
                               const IkReportOptions *options)
{
  g_autoptr(GString) markdown = g_string_new ("# ");
  g_autofree char *title = g_strdup_printf (_("Comparison: %s"), self->role);

  ik_markdown_append_text (markdown, title);
  g_string_append (markdown, "\n\n");
  append_head (markdown, self, options);
  g_string_append (markdown, "|\n");
  for (guint i = 0; i < count_columns (self, options); i++)
    g_string_append (markdown, "|---");
  g_string_append (markdown, "|\n");
  for (guint i = 0; i < self->rows->len; i++)
    {
      append_row (markdown, self, options, self->rows->pdata[i]);
      g_string_append (markdown, "|\n");
    }

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

/* JSON -------------------------------------------------------------------- */

/* As the CSV names them as well; none is translated. */
static const char *const kind_names[IK_N_PANEL_CELL_KINDS] = {
  "not_in_set", "not_handed_in", "not_asked", "no_evidence", "not_assessed", "unrated",
  "several_scales", "mean_of_answers", "rated",
};

static void
set_number (JsonObject *object,
            const char *name,
            gboolean    is_there,
            double      number)
{
  if (is_there)
    json_object_set_double_member (object, name, number);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
cell_to_object (const IkComparison     *self,
                const IkComparisonCell *cell,
                guint                   index)
{
  JsonObject *object = json_object_new ();
  JsonObject *counts = json_object_new ();
  gboolean has_mean = cell->scale != NULL;

  json_object_set_string_member (object, "name", ik_comparison_get_competency (self, index));
  ik_json_set_text_or_null (object, "rubric", has_mean ? cell->scale->id : NULL);
  set_number (object, "mean", has_mean, cell->mean);
  set_number (object, "lowest", has_mean, cell->spread.lowest);
  set_number (object, "highest", has_mean, cell->spread.highest);
  json_object_set_int_member (object, "rated", cell->n_rated);
  json_object_set_int_member (object, "of", cell->n_of);
  json_object_set_boolean_member (object, "disagreement",
                                  cell->spread.verdict == IK_PANEL_DISAGREE);
  for (guint i = 0; i < IK_N_PANEL_CELL_KINDS; i++)
    json_object_set_int_member (counts, kind_names[i], cell->n_kinds[i]);
  json_object_set_object_member (object, "counts", counts);

  return object;
}

static JsonArray *
list_interviews (const IkComparisonEntry *entry)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entry->interviews->len; i++)
    json_array_add_string_element (array, ((IkInterview *) entry->interviews->pdata[i])->id);

  return array;
}

static guint
count_word (const IkComparisonRow *row,
            int                    word)
{
  for (guint i = 0; i < row->recommendations->len; i++)
    {
      const IkRecommendationCount *count = ik_comparison_row_get_recommendation (row, i);

      if (count->value == word)
        return count->n;
    }

  return 0;
}

static JsonObject *
count_words (const IkComparisonRow *row)
{
  JsonObject *object = json_object_new ();

  for (int i = IK_RECOMMENDATION_STRONG_NO; i <= IK_RECOMMENDATION_STRONG_YES; i++)
    {
      g_autofree char *name = ik_recommendation_to_text (i);

      json_object_set_int_member (object, name, count_word (row, i));
    }

  return object;
}

/* Recommendations on scales of their own, the best first. */
static JsonArray *
count_own_recommendations (const IkComparisonRow *row)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < row->recommendations->len; i++)
    {
      const IkRecommendationCount *count = ik_comparison_row_get_recommendation (row, i);
      g_autofree char *label = ik_recommendation_dup_label (count->scale, count->value);
      JsonObject *object;

      if (count->scale == ik_recommendation_get_words ())
        continue;

      object = json_object_new ();
      json_object_set_string_member (object, "rubric", count->scale->id);
      json_object_set_int_member (object, "value", count->value);
      json_object_set_string_member (object, "label", label);
      json_object_set_int_member (object, "count", count->n);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
row_to_object (const IkComparison    *self,
               const IkComparisonRow *row)
{
  JsonObject *object = json_object_new ();
  JsonArray *competencies = json_array_new ();

  json_object_set_string_member (object, "candidate", row->entry->candidate_id);
  json_object_set_string_member (object, "candidate_name", row->entry->candidate_name);
  json_object_set_array_member (object, "interviews", list_interviews (row->entry));
  json_object_set_int_member (object, "open", row->entry->n_open);
  json_object_set_int_member (object, "withheld", row->entry->n_withheld);
  json_object_set_object_member (object, "recommendations", count_words (row));
  json_object_set_array_member (object, "own_recommendations", count_own_recommendations (row));
  set_number (object, "mean", row->mean.n_rated > 0 && !row->mean.is_mixed, row->mean.mean);
  json_object_set_int_member (object, "rated", row->mean.n_rated);
  json_object_set_int_member (object, "of", row->mean.n_of);
  json_object_set_int_member (object, "knock_outs_failed", row->knock_outs[IK_KNOCK_OUT_FAILED]);
  json_object_set_int_member (object, "seconds", row->used_ms / 1000);
  json_object_set_int_member (object, "planned_seconds", row->planned_ms / 1000);
  for (guint i = 0; i < ik_comparison_get_n_competencies (self); i++)
    json_array_add_object_element (competencies,
                                   cell_to_object (self, ik_comparison_row_get_cell (row, i), i));
  json_object_set_array_member (object, "competencies", competencies);

  return object;
}

/**
 * ik_comparison_render_json:
 * @self: a comparison
 *
 * Returns: (transfer full): one JSON object with the candidates in the order of
 *   their names; what has no number is null
 */
GBytes *
ik_comparison_render_json (const IkComparison *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *json = NULL;
  char *text;

  json_object_set_string_member (object, "role", self->role);
  for (guint i = 0; i < self->rows->len; i++)
    json_array_add_object_element (array, row_to_object (self, self->rows->pdata[i]));
  json_object_set_array_member (object, "candidates", array);

  node = ik_json_take_object (object);
  json = json_to_string (node, TRUE);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}

/* CSV --------------------------------------------------------------------- */

static const char *const columns[] = {
  "candidate", "candidate_name", "role", "interviews", "open", "withheld", "strong_no", "no",
  "yes", "strong_yes", "mean", "rated", "of", "knock_outs_failed", "seconds", "planned_seconds",
  "own_recommendations",
};

static const char *const competency_columns[] = {
  "mean", "lowest", "highest", "rated", "of", "missing",
};

static void
take_count (GPtrArray *cells,
            gint64     count)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, count));
}

/* No number is an empty cell: a 0 would count. The point is the same everywhere. */
static void
take_number (GPtrArray *cells,
             gboolean   is_there,
             double     number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  ik_text_list_add (cells, is_there ? g_ascii_formatd (buffer, sizeof buffer, "%.4g", number)
                                    : "");
}

static char *
list_own_recommendations (const IkComparisonRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->recommendations->len; i++)
    {
      const IkRecommendationCount *count = ik_comparison_row_get_recommendation (row, i);
      g_autofree char *label = ik_recommendation_dup_label (count->scale, count->value);

      if (count->scale != ik_recommendation_get_words ())
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? "; " : "", label, count->n);
    }

  return g_string_free (text, FALSE);
}

static char *
list_missing (const IkComparisonCell *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < IK_PANEL_CELL_MEAN; i++)
    {
      if (cell->n_kinds[i] > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? "; " : "", kind_names[i],
                                cell->n_kinds[i]);
    }

  return g_string_free (text, FALSE);
}

static void
add_cell (GPtrArray              *cells,
          const IkComparisonCell *cell)
{
  take_number (cells, cell->scale != NULL, cell->mean);
  take_number (cells, cell->scale != NULL, cell->spread.lowest);
  take_number (cells, cell->scale != NULL, cell->spread.highest);
  take_count (cells, cell->n_rated);
  take_count (cells, cell->n_of);
  g_ptr_array_add (cells, list_missing (cell));
}

static void
append_csv_row (GString               *csv,
                const IkComparison    *self,
                const IkComparisonRow *row)
{
  g_autoptr(GPtrArray) cells = ik_text_list_new ();

  ik_text_list_add (cells, row->entry->candidate_id);
  ik_text_list_add (cells, row->entry->candidate_name);
  ik_text_list_add (cells, self->role);
  take_count (cells, row->entry->interviews->len);
  take_count (cells, row->entry->n_open);
  take_count (cells, row->entry->n_withheld);
  for (int i = IK_RECOMMENDATION_STRONG_NO; i <= IK_RECOMMENDATION_STRONG_YES; i++)
    take_count (cells, count_word (row, i));
  take_number (cells, row->mean.n_rated > 0 && !row->mean.is_mixed, row->mean.mean);
  take_count (cells, row->mean.n_rated);
  take_count (cells, row->mean.n_of);
  take_count (cells, row->knock_outs[IK_KNOCK_OUT_FAILED]);
  take_count (cells, row->used_ms / 1000);
  take_count (cells, row->planned_ms / 1000);
  g_ptr_array_add (cells, list_own_recommendations (row));
  g_assert (cells->len == G_N_ELEMENTS (columns));
  for (guint i = 0; i < ik_comparison_get_n_competencies (self); i++)
    add_cell (cells, ik_comparison_row_get_cell (row, i));

  ik_csv_append_row (csv, cells);
}

/**
 * ik_comparison_render_csv:
 * @self: a comparison
 *
 * Returns: (transfer full): one row for each candidate below a row of names, with
 *   six columns for each competency behind its name; by the rules of
 *   ik_csv_append_row(), with a byte order mark
 */
GBytes *
ik_comparison_render_csv (const IkComparison *self)
{
  g_autoptr(GString) csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) head = ik_text_list_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ik_text_list_add (head, columns[i]);
  for (guint i = 0; i < ik_comparison_get_n_competencies (self); i++)
    for (guint k = 0; k < G_N_ELEMENTS (competency_columns); k++)
      g_ptr_array_add (head, g_strdup_printf ("%s: %s", ik_comparison_get_competency (self, i),
                                              competency_columns[k]));
  ik_csv_append_row (csv, head);
  for (guint i = 0; i < self->rows->len; i++)
    append_csv_row (csv, self, self->rows->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
