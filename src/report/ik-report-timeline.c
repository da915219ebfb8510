#include "ik-report-timeline.h"

#include "ik-report-words.h"

#include <glib/gi18n.h>

/* Not worth a word. */
#define MIN_LENGTH_MS 1000

static void
report_course_free (IkReportCourse *self)
{
  g_free (self->time);
  g_free (self->marks);
  g_free (self);
}

static gboolean
is_pause (const IkTimelineSpan *span)
{
  return span->kind == IK_TIMELINE_PAUSE || span->kind == IK_TIMELINE_INTERRUPTION;
}

static void
append_length (GString          *text,
               const IkTimeline *timeline)
{
  g_autofree char *length = ik_report_format_duration (timeline->length_ms);
  g_autofree char *slot = ik_report_format_duration (timeline->slot_ms);
  g_autofree char *over = ik_report_format_duration (ik_timeline_get_over_ms (timeline));

  if (timeline->slot_ms == 0)
    g_string_append_printf (text, _("It took %s."), length);
  else if (ik_timeline_get_over_ms (timeline) >= MIN_LENGTH_MS)
    g_string_append_printf (text, _("It took %s of %s planned, %s too long."), length, slot, over);
  else
    g_string_append_printf (text, _("It took %s of %s planned."), length, slot);
}

/* A pause in which another question was looked at is one, in two spans. */
static void
append_pauses (GString          *text,
               const IkTimeline *timeline)
{
  g_autofree char *length = NULL;
  gint64 paused_ms = 0;
  guint n_pauses = 0;

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

      if (!is_pause (span))
        continue;
      if (i == 0 || !is_pause (span - 1))
        n_pauses++;
      paused_ms += span->to_ms - span->from_ms;
    }
  if (n_pauses == 0)
    return;

  length = ik_report_format_duration (paused_ms);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("%u pause took %s of it.", "%u pauses took %s of it.",
                                          n_pauses), n_pauses, length);
}

static void
append_break (GString               *text,
              const IkTimelineBreak *gap)
{
  g_autofree char *at = ik_report_format_duration (gap->at_ms);
  g_autofree char *length = ik_report_format_duration (gap->length_ms);

  g_string_append_c (text, ' ');
  switch (gap->kind)
    {
    case IK_TIMELINE_BROKEN_OFF:
      g_string_append_printf (text, _("Broken off at %s, and gone on with %s later."), at, length);
      break;

    case IK_TIMELINE_AWAY:
      g_string_append_printf (text, _("At %s it went on without the program for %s."), at, length);
      break;

    case IK_TIMELINE_REVIEWED:
      g_string_append_printf (text, _("Ended at %s, and taken back %s later."), at, length);
      break;
    }
}

static char *
format_summary (const IkTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  append_length (text, timeline);
  append_pauses (text, timeline);
  for (guint i = 0; i < timeline->breaks->len; i++)
    append_break (text, &g_array_index (timeline->breaks, IkTimelineBreak, i));

  return g_string_free (text, FALSE);
}

static void
take_word (GStrvBuilder *words,
           char         *word)
{
  g_strv_builder_add (words, word);
  g_free (word);
}

static void
add_lengths (GStrvBuilder             *words,
             const IkTimelineQuestion *question)
{
  g_autofree char *over = ik_report_format_duration (MAX (0, question->used_ms -
                                                          question->planned_ms));
  g_autofree char *quiet = ik_report_format_duration (question->quiet_ms);
  g_autofree char *paused = ik_report_format_duration (question->paused_ms);

  if (question->planned_ms > 0 && question->used_ms - question->planned_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s over"), over));
  if (question->quiet_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s quiet time"), quiet));
  if (question->paused_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s paused"), paused));
  if (question->n_visits > 1)
    take_word (words, g_strdup_printf (ngettext ("in focus %u time", "in focus %u times",
                                                 question->n_visits), question->n_visits));
}

static char *
format_marks (const IkInterviewItem    *item,
              const IkTimelineQuestion *question)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  if (item->off_script)
    g_strv_builder_add (builder, _("extra question"));
  if (item->omitted)
    g_strv_builder_add (builder, _("left out"));
  else if (!ik_interview_item_was_asked (item))
    g_strv_builder_add (builder, _("not asked"));
  if (*item->asked_as != '\0')
    g_strv_builder_add (builder, _("asked in other words"));
  if (item->n_skipped > 0)
    g_strv_builder_add (builder, _("skipped"));
  add_lengths (builder, question);
  words = g_strv_builder_end (builder);

  return g_strjoinv (" · ", words);
}

static IkReportCourse *
report_course_new (const IkInterviewItem    *item,
                   const IkTimelineQuestion *question)
{
  IkReportCourse *self = g_new0 (IkReportCourse, 1);
  g_autofree char *used = ik_report_format_duration (question->used_ms);
  g_autofree char *planned = ik_report_format_duration (question->planned_ms);

  /* Translators: minutes and seconds that a question took, and was planned for */
  self->time = g_strdup_printf (_("%s of %s"), used, planned);
  self->marks = format_marks (item, question);

  return self;
}

/**
 * ik_report_timeline_new:
 * @interview: an interview with its events
 *
 * Returns: (transfer full) (nullable): how it went, %NULL where it was not held
 *   with the program, so that no more is known than what each question says
 */
IkReportTimeline *
ik_report_timeline_new (const IkInterview *interview)
{
  g_autoptr(IkTimeline) timeline = ik_timeline_new (interview);
  IkReportTimeline *self;

  if (timeline->spans->len == 0)
    return NULL;

  self = g_new0 (IkReportTimeline, 1);
  self->summary = format_summary (timeline);
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) report_course_free);
  for (guint i = 0; i < interview->items->len; i++)
    g_ptr_array_add (self->courses,
                     report_course_new (interview->items->pdata[i],
                                        &g_array_index (timeline->questions, IkTimelineQuestion,
                                                        i)));
  self->timeline = g_steal_pointer (&timeline);

  return self;
}

/**
 * ik_report_timeline_free:
 * @self: (transfer full): how it went
 */
void
ik_report_timeline_free (IkReportTimeline *self)
{
  ik_timeline_free (self->timeline);
  g_free (self->summary);
  g_ptr_array_unref (self->courses);
  g_free (self);
}
