#include "ik-report-timeline.h"

#include "ik-report-words.h"
#include "ik-timeline-words.h"

#include <glib/gi18n.h>

static void
report_course_free (IkReportCourse *self)
{
  g_free (self->time);
  g_free (self->marks);
  g_free (self->places);
  g_free (self);
}

static char *
format_marks (const IkInterviewItem    *item,
              const IkTimelineQuestion *question)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  ik_timeline_words_add_marks (builder, item, question, ik_report_format_duration);
  words = g_strv_builder_end (builder);

  return g_strjoinv (" · ", words);
}

static char *
format_place (const IkTimelineSpan *span)
{
  g_autofree char *from = ik_report_format_duration (span->from_ms);
  g_autofree char *to = ik_report_format_duration (span->to_ms);

  switch (span->kind)
    {
    case IK_TIMELINE_QUIET:
      /* Translators: two times from the start of an interview */
      return g_strdup_printf (_("%s to %s quiet time"), from, to);

    case IK_TIMELINE_PAUSE:
    case IK_TIMELINE_INTERRUPTION:
      /* Translators: two times from the start of an interview */
      return g_strdup_printf (_("%s to %s paused"), from, to);

    case IK_TIMELINE_QUESTION:
    default:
      /* Translators: two times from the start of an interview */
      return g_strdup_printf (_("%s to %s"), from, to);
    }
}

static char *
format_places (const IkTimeline *timeline,
               guint             index)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);
      g_autofree char *place = NULL;

      if (span->item != index)
        continue;
      place = format_place (span);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", place);
    }

  return g_string_free (text, FALSE);
}

static IkReportCourse *
report_course_new (const IkInterviewItem *item,
                   const IkTimeline      *timeline,
                   guint                  index)
{
  const IkTimelineQuestion *question = &g_array_index (timeline->questions, IkTimelineQuestion,
                                                       index);
  IkReportCourse *self = g_new0 (IkReportCourse, 1);
  g_autofree char *used = ik_report_format_duration (question->used_ms);
  g_autofree char *planned = ik_report_format_duration (question->planned_ms);

  /* Translators: minutes and seconds that a question took, and was planned for */
  self->time = g_strdup_printf (_("%s of %s"), used, planned);
  self->marks = format_marks (item, question);
  self->places = format_places (timeline, index);

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
  self->summary = ik_timeline_words_format_summary (timeline, ik_report_format_duration);
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) report_course_free);
  for (guint i = 0; i < interview->items->len; i++)
    g_ptr_array_add (self->courses,
                     report_course_new (interview->items->pdata[i], timeline, i));
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
