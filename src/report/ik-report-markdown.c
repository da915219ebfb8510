#include "ik-report-markdown.h"

#include "ik-markdown-writer.h"
#include "ik-report-question.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

static void
append_heading (GString    *markdown,
                const char *marks,
                const char *title)
{
  g_string_append_printf (markdown, "%s ", marks);
  ik_markdown_append_text (markdown, title);
  g_string_append (markdown, "\n\n");
}

static void
append_fact (GString    *markdown,
             const char *label,
             const char *value)
{
  g_string_append_printf (markdown, "* **%s:** ", label);
  ik_markdown_append_text (markdown, value);
  g_string_append_c (markdown, '\n');
}

static void
append_cell (GString    *markdown,
             const char *text)
{
  g_string_append (markdown, "| ");
  ik_markdown_append_text (markdown, text);
  g_string_append_c (markdown, ' ');
}

static void
append_notes (GString   *markdown,
              GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const IkReportNote *note = notes->pdata[i];

      g_string_append (markdown, "- ");
      if (*note->time != '\0')
        g_string_append_printf (markdown, "%s: ", note->time);
      ik_markdown_append_text (markdown, note->text);
      g_string_append_c (markdown, '\n');
    }
  g_string_append_c (markdown, '\n');
}

static void
append_note_list (GString    *markdown,
                  const char *title,
                  GPtrArray  *notes)
{
  if (notes->len == 0)
    return;

  append_heading (markdown, "##", title);
  append_notes (markdown, notes);
}

static void
append_head (GString                *markdown,
             const IkReportDocument *document)
{
  g_autofree char *title = g_strdup_printf (_("Interview report: %s"), document->candidate);

  append_heading (markdown, "#", title);
  if (document->is_draft)
    g_string_append_printf (markdown, "**%s**\n\n", _("Draft – not handed in"));
  if (*document->role != '\0')
    append_fact (markdown, _("Role"), document->role);
  if (*document->set_title != '\0')
    append_fact (markdown, _("Question set"), document->set_title);

  for (guint i = 0; i < document->facts->len; i++)
    {
      const IkReportFact *fact = document->facts->pdata[i];

      append_fact (markdown, fact->label, fact->value);
    }
}

static void
append_verdict (GString                *markdown,
                const IkReportDocument *document)
{
  g_autofree char *mean = g_strdup_printf ("%s %s", document->mean, document->mean_counts);
  g_autofree char *time = NULL;

  if (*document->slot != '\0')
    time = g_strdup_printf (_("%s of %s planned"), document->used, document->slot);
  else
    time = g_strdup (document->used);

  append_fact (markdown, _("Recommendation"), document->recommendation);
  append_fact (markdown, _("Mean rating"), mean);
  append_fact (markdown, _("Time used"), time);
  for (guint i = 0; i < document->outcomes->len; i++)
    {
      const IkReportFact *fact = document->outcomes->pdata[i];

      append_fact (markdown, fact->label, fact->value);
    }
  g_string_append_c (markdown, '\n');
}

static void
append_summary (GString                *markdown,
                const IkReportDocument *document)
{
  if (document->summary->len == 0)
    return;

  append_heading (markdown, "##", _("Summary"));
  for (guint i = 0; i < document->summary->len; i++)
    {
      ik_markdown_append_text (markdown, document->summary->pdata[i]);
      g_string_append (markdown, "\n\n");
    }
}

static void
append_lines (GString    *markdown,
              const char *title,
              GPtrArray  *lines)
{
  if (lines->len == 0)
    return;

  append_heading (markdown, "##", title);
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (markdown, "- ");
      ik_markdown_append_text (markdown, lines->pdata[i]);
      g_string_append_c (markdown, '\n');
    }
  g_string_append_c (markdown, '\n');
}

static void
append_competencies (GString                *markdown,
                     const IkReportDocument *document)
{
  if (document->competencies->len == 0)
    return;

  append_heading (markdown, "##", _("Competencies"));
  g_string_append_printf (markdown, "| %s | %s | %s |\n|---|---|---|\n", _("Competency"),
                          _("Own rating"), _("Mean of answers"));
  for (guint i = 0; i < document->competencies->len; i++)
    {
      const IkReportCompetency *competency = document->competencies->pdata[i];

      append_cell (markdown, competency->name);
      append_cell (markdown, competency->rating);
      append_cell (markdown, competency->mean_text);
      g_string_append (markdown, "|\n");
    }
  g_string_append_c (markdown, '\n');
}

static void
append_timeline (GString                *markdown,
                 const IkReportDocument *document)
{
  const IkReportTimeline *timeline = document->timeline;

  if (timeline == NULL || timeline->courses->len == 0)
    return;

  append_heading (markdown, "##", _("How it went"));
  g_string_append_printf (markdown, "%s\n\n| %s | %s | %s |\n|---|---|---|\n", timeline->summary,
                          _("Question"), _("Time"), _("What happened"));
  for (guint i = 0; i < timeline->courses->len; i++)
    {
      g_autoptr(IkReportQuestion) question = ik_report_document_make_row (document, i);
      const IkReportCourse *course = timeline->courses->pdata[i];
      g_autofree char *prompt = g_strdup_printf ("%u. %s", question->number,
                                                 question->prompt->text);

      append_cell (markdown, prompt);
      append_cell (markdown, course->time);
      append_cell (markdown, course->marks);
      g_string_append (markdown, "|\n");
    }
  g_string_append_c (markdown, '\n');
}

static void
append_question_facts (GString                *markdown,
                       const IkReportQuestion *question)
{
  if (*question->asked_as != '\0')
    append_fact (markdown, _("Asked in other words"), question->asked_as);
  append_fact (markdown, _("Outcome"), question->outcome);
  if (question->time != NULL)
    append_fact (markdown, _("Time"), question->time);
  if (question->competency != NULL)
    append_fact (markdown, _("Competency"), question->competency);
  for (guint i = 0; i < question->marks->len; i++)
    g_string_append_printf (markdown, "* **%s**\n", (char *) question->marks->pdata[i]);
  if (question->rating != NULL)
    append_fact (markdown, _("Rating"), question->rating);
  if (question->anchor != NULL)
    append_fact (markdown, _("Anchor"), question->anchor);
  if (*question->evidence != '\0')
    append_fact (markdown, _("Evidence"), question->evidence);
  g_string_append_c (markdown, '\n');
}

static void
append_ticks (GString   *markdown,
              GPtrArray *ticks)
{
  if (ticks->len == 0)
    return;

  g_string_append_printf (markdown, "**%s**\n\n", _("Heard"));
  for (guint i = 0; i < ticks->len; i++)
    {
      const IkReportTick *tick = ticks->pdata[i];

      g_string_append_printf (markdown, "- %s%s%s", tick->time, *tick->time != '\0' ? ": " : "",
                              tick->side == IK_INDICATOR_RED_FLAG ? "⚑ " : "✓ ");
      if (tick->side == IK_INDICATOR_RED_FLAG)
        g_string_append_printf (markdown, "**%s** ", _("Red flag:"));
      ik_markdown_append_rich (markdown, tick->text);
      g_string_append_c (markdown, '\n');
    }
  g_string_append_c (markdown, '\n');
}

static void
append_wording (GString                *markdown,
                const IkReportQuestion *question)
{
  g_string_append_printf (markdown, "### %u. ", question->number);
  ik_markdown_append_rich (markdown, question->prompt);
  g_string_append (markdown, "\n\n");
  if (!question->is_asked)
    return;

  ik_markdown_append_blocks (markdown, question->details);
  for (guint i = 0; i < question->sub_questions->len; i++)
    {
      g_string_append_printf (markdown, "%u. ", i + 1);
      ik_markdown_append_rich (markdown, question->sub_questions->pdata[i]);
      g_string_append (markdown, "\n\n");
    }
}

static void
append_question (GString                *markdown,
                 const IkReportDocument *document,
                 guint                   index)
{
  g_autoptr(IkReportQuestion) question = ik_report_document_make_question (document, index);

  if (question->section != NULL)
    append_heading (markdown, "##", question->section);

  append_wording (markdown, question);
  append_question_facts (markdown, question);
  append_ticks (markdown, question->ticks);
  if (question->notes->len > 0)
    {
      g_string_append_printf (markdown, "**%s**\n\n", _("Notes"));
      append_notes (markdown, question->notes);
    }
}

static guint
count_questions (const IkReportDocument *document)
{
  return document->without & IK_REPORT_PART_QUESTIONS ? 0 : document->n_questions;
}

/**
 * ik_report_render_markdown:
 * @document: what to say
 *
 * Returns: (transfer full): the same as CommonMark with tables, in UTF-8
 */
GBytes *
ik_report_render_markdown (const IkReportDocument *document)
{
  g_autoptr(GString) markdown = g_string_new (NULL);

  append_head (markdown, document);
  if (!(document->without & IK_REPORT_PART_RECOMMENDATION))
    append_verdict (markdown, document);
  else
    g_string_append_c (markdown, '\n');
  append_summary (markdown, document);
  append_lines (markdown, _("Strengths"), document->strengths);
  append_lines (markdown, _("Concerns"), document->concerns);
  append_competencies (markdown, document);
  append_timeline (markdown, document);
  append_note_list (markdown, _("General notes"), document->notes);
  append_note_list (markdown, _("Opened again after it was handed in"), document->reopenings);

  for (guint i = 0; i < count_questions (document); i++)
    append_question (markdown, document, i);
  if (document->has_signature)
    ik_markdown_append_signature (markdown, document->interviewer);

  while (g_str_has_suffix (markdown->str, "\n\n"))
    g_string_truncate (markdown, markdown->len - 1);

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}
