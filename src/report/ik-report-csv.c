#include "ik-report-csv.h"

#include "ik-csv.h"
#include "ik-list.h"
#include "ik-score.h"
#include "ik-time.h"

/* As the JSON names them; none is translated, so that a script reads them
 * whatever the language. */
static const char *const columns[] = {
  "interview", "candidate_name", "set_title", "role", "interviewer", "round", "started_at",
  "position", "section", "prompt", "competency", "required", "scored", "off_script", "outcome",
  "minutes", "seconds", "rating", "rating_label", "not_assessed", "positive_indicators",
  "red_flags", "evidence", "weight", "weight_reason", "knock_out", "knock_out_result",
};

static void
add_number (GPtrArray *cells,
            gint64     number)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
add_boolean (GPtrArray *cells,
             gboolean   value)
{
  ik_text_list_add (cells, value ? "true" : "false");
}

static void
add_head (GPtrArray         *cells,
          const IkInterview *interview)
{
  ik_text_list_add (cells, interview->id);
  ik_text_list_add (cells, interview->candidate_name);
  ik_text_list_add (cells, interview->set_title);
  ik_text_list_add (cells, interview->role);
  ik_text_list_add (cells, interview->interviewer_name);
  ik_text_list_add (cells, interview->round);
  g_ptr_array_add (cells, interview->started_at_us != 0
                   ? ik_time_format_utc (interview->started_at_us) : g_strdup (""));
}

static const char *
get_competency_name (const IkInterview     *interview,
                     const IkInterviewItem *item)
{
  for (guint i = 0; item->competency_id != NULL && i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i];

      if (g_str_equal (rating->competency->id, item->competency_id))
        return rating->competency->name;
    }

  return "";
}

static guint
count_ticks (const IkInterviewItem *item,
             IkIndicatorSide        side)
{
  guint n = 0;

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      n += indicator->side == side && indicator->ticked_at_us != 0 ? 1 : 0;
    }

  return n;
}

/* No rating is an empty cell: a 0 would count in a mean. */
static void
add_rating (GPtrArray             *cells,
            const IkInterview     *interview,
            const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (interview, item);
  const IkRubricLevel *level = NULL;

  if (!ik_interview_item_is_rated (item))
    {
      ik_text_list_add (cells, "");
      ik_text_list_add (cells, "");
      return;
    }

  if (rubric != NULL)
    level = ik_rubric_find_level (rubric, item->rating);
  add_number (cells, item->rating);
  ik_text_list_add (cells, level != NULL ? level->label : "");
}

static void
add_scoring (GPtrArray             *cells,
             const IkInterviewItem *item)
{
  static const char *const results[IK_N_KNOCK_OUTS] = { "", "open", "passed", "failed" };

  add_number (cells, item->weight);
  ik_text_list_add (cells, item->weight_reason);
  if (item->knock_out == IK_RATING_NONE)
    ik_text_list_add (cells, "");
  else
    add_number (cells, item->knock_out);
  ik_text_list_add (cells, results[ik_interview_item_get_knock_out (item)]);
}

static void
append_item (GString           *csv,
             const IkInterview *interview,
             guint              index)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  g_autoptr(GPtrArray) cells = ik_text_list_new ();

  add_head (cells, interview);
  add_number (cells, index + 1);
  ik_text_list_add (cells, item->section);
  ik_text_list_add (cells, item->candidate.prompt);
  ik_text_list_add (cells, get_competency_name (interview, item));
  add_boolean (cells, item->required);
  add_boolean (cells, item->scored);
  add_boolean (cells, item->off_script);
  ik_text_list_add (cells, ik_outcome_to_nick (item->outcome));
  add_number (cells, item->minutes);
  add_number (cells, item->elapsed_ms / 1000);
  add_rating (cells, interview, item);
  add_boolean (cells, item->not_assessed);
  add_number (cells, count_ticks (item, IK_INDICATOR_POSITIVE));
  add_number (cells, count_ticks (item, IK_INDICATOR_RED_FLAG));
  ik_text_list_add (cells, item->evidence);
  add_scoring (cells, item);
  g_assert (cells->len == G_N_ELEMENTS (columns));
  ik_csv_append_row (csv, cells);
}

/**
 * ik_report_render_csv:
 * @interviews: (element-type IkInterview): interviews
 *
 * The scores, one row for each question, below a row of names. RFC 4180 in
 * UTF-8 with a byte order mark; a cell that a spreadsheet would calculate
 * begins with an apostrophe. `seconds` is the time used, `minutes` the time
 * planned, `positive_indicators` and `red_flags` count what was heard,
 * `knock_out` is the rating that an answer has to reach, if any.
 *
 * Returns: (transfer full): the table
 */
GBytes *
ik_report_render_csv (GPtrArray *interviews)
{
  g_autoptr(GString) csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (head, (gpointer) columns[i]);
  ik_csv_append_row (csv, head);
  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      for (guint k = 0; k < interview->items->len; k++)
        append_item (csv, interview, k);
    }

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
