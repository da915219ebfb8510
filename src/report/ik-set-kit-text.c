#include "ik-set-kit.h"

#include "ik-candidate-question.h"
#include "ik-csv.h"
#include "ik-list.h"
#include "ik-markdown-writer.h"
#include "ik-recommendation.h"

#include <glib/gi18n.h>

static void
append_blocks (GString    *markdown,
               const char *title,
               const char *commonmark)
{
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (commonmark);

  if (blocks->len == 0)
    return;

  if (title != NULL)
    g_string_append_printf (markdown, "\n**%s**\n", title);
  g_string_append_c (markdown, '\n');
  ik_markdown_append_blocks (markdown, blocks);
}

static void
append_list (GString    *markdown,
             const char *title,
             GPtrArray  *texts)
{
  if (texts->len == 0)
    return;

  g_string_append_printf (markdown, "\n**%s**\n\n", title);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(IkRichText) text = ik_rich_text_new_inline (texts->pdata[i]);

      g_string_append (markdown, "- ");
      ik_markdown_append_rich (markdown, text);
      g_string_append_c (markdown, '\n');
    }
}

static void
append_levels (GString        *markdown,
               const IkRubric *rubric)
{
  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      g_string_append (markdown, "- ");
      if (level->value <= IK_RUBRIC_MAX_VALUE)
        g_string_append_printf (markdown, "%d ", level->value);
      ik_markdown_append_text (markdown, level->label);
      if (*level->anchor != '\0')
        {
          g_string_append (markdown, ": ");
          ik_markdown_append_text (markdown, level->anchor);
        }
      g_string_append_c (markdown, '\n');
    }
}

static void
append_scale (GString               *markdown,
              const IkInterview     *blank,
              const IkInterviewItem *item)
{
  const IkRubric *rubric = item->scored ? ik_interview_get_rubric (blank, item) : NULL;

  if (rubric == NULL)
    return;

  g_string_append_printf (markdown, "\n**%s**\n\n", _("Rating"));
  append_levels (markdown, rubric);
}

static void
append_item (GString           *markdown,
             const IkInterview *blank,
             guint              index)
{
  const IkInterviewItem *item = blank->items->pdata[index];
  const IkInterviewerText *texts = &item->interviewer;
  g_autofree char *facts = ik_set_kit_format_facts (blank, item);

  ik_candidate_question_append_markdown (markdown, index, &item->candidate);
  g_string_append_c (markdown, '\n');
  ik_markdown_append_text (markdown, facts);
  g_string_append_c (markdown, '\n');
  append_list (markdown, _("Follow-ups"), texts->follow_ups);
  append_list (markdown, _("What a good candidate asks back"), texts->clarifying_questions);
  append_list (markdown, _("Listen for"), texts->positive_indicators);
  append_list (markdown, _("Red flags"), texts->red_flags);
  append_blocks (markdown, _("Reference answer"), texts->reference_answer);
  append_list (markdown, _("Steps to a solution"), texts->solution_steps);
  append_blocks (markdown, _("Why it matters"), texts->why_it_matters);
  append_scale (markdown, blank, item);
}

static gboolean
begins_section (const IkInterview *blank,
                guint              index)
{
  const IkInterviewItem *item = blank->items->pdata[index];
  const char *before = index > 0
                       ? ((IkInterviewItem *) blank->items->pdata[index - 1])->section : "";

  return *item->section != '\0' && !g_str_equal (item->section, before);
}

/**
 * ik_set_kit_render_markdown:
 * @blank: an interview that nobody held
 *
 * Returns: (transfer full): the kit as CommonMark, in UTF-8
 */
GBytes *
ik_set_kit_render_markdown (const IkInterview *blank)
{
  g_autoptr(GString) markdown = g_string_new ("# ");
  g_autofree char *head = ik_set_kit_format_head (blank);

  ik_markdown_append_text (markdown, blank->set_title);
  g_string_append (markdown, "\n\n");
  ik_markdown_append_text (markdown, head);
  g_string_append_c (markdown, '\n');
  append_blocks (markdown, _("Opening"), blank->opening);

  for (guint i = 0; i < blank->items->len; i++)
    {
      const IkInterviewItem *item = blank->items->pdata[i];

      if (begins_section (blank, i))
        {
          g_string_append (markdown, "\n## ");
          ik_markdown_append_text (markdown, item->section);
          g_string_append_c (markdown, '\n');
          append_blocks (markdown, NULL, item->section_introduction);
        }
      append_item (markdown, blank, i);
    }

  g_string_append_printf (markdown, "\n## %s\n\n", _("Recommendation"));
  append_levels (markdown, ik_interview_get_recommendation_scale (blank));

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

/* As the pack document names them; none is translated. */
static const char *const columns[] = {
  "position", "section", "required", "minutes", "kind", "competency", "prompt", "details",
  "sub_questions", "follow_ups", "positive_indicators", "red_flags", "answer",
};

/* @texts: one on each line of the cell */
static void
take_list (GPtrArray *cells,
           GPtrArray *texts)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (cell, "%s%s", i > 0 ? "\n" : "", (char *) texts->pdata[i]);
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
}

static const char *
get_competency (const IkInterview     *blank,
                const IkInterviewItem *item)
{
  for (guint i = 0; i < blank->competencies->len; i++)
    {
      const IkCompetency *competency =
        ((IkCompetencyRating *) blank->competencies->pdata[i])->competency;

      if (g_strcmp0 (competency->id, item->competency_id) == 0)
        return competency->name;
    }

  return "";
}

static void
append_csv_item (GString           *csv,
                 const IkInterview *blank,
                 guint              index)
{
  const IkInterviewItem *item = blank->items->pdata[index];
  g_autoptr(GPtrArray) cells = ik_text_list_new ();

  g_ptr_array_add (cells, g_strdup_printf ("%u", index + 1));
  ik_text_list_add (cells, item->section);
  ik_text_list_add (cells, item->required ? "true" : "false");
  g_ptr_array_add (cells, g_strdup_printf ("%u", item->minutes));
  ik_text_list_add (cells, ik_question_kind_to_nick (item->kind));
  ik_text_list_add (cells, get_competency (blank, item));
  ik_text_list_add (cells, item->candidate.prompt);
  ik_text_list_add (cells, item->candidate.details);
  take_list (cells, item->candidate.sub_questions);
  take_list (cells, item->interviewer.follow_ups);
  take_list (cells, item->interviewer.positive_indicators);
  take_list (cells, item->interviewer.red_flags);
  ik_text_list_add (cells, item->interviewer.reference_answer);
  g_assert (cells->len == G_N_ELEMENTS (columns));
  ik_csv_append_row (csv, cells);
}

/**
 * ik_set_kit_render_csv:
 * @blank: an interview that nobody held
 *
 * Returns: (transfer full): one row for each question below a row of names, by
 *   the rules of ik_csv_append_row(), with a byte order mark
 */
GBytes *
ik_set_kit_render_csv (const IkInterview *blank)
{
  g_autoptr(GString) csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (head, (gpointer) columns[i]);
  ik_csv_append_row (csv, head);
  for (guint i = 0; i < blank->items->len; i++)
    append_csv_item (csv, blank, i);

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
