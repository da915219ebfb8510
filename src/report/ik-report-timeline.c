#include "ik-report-timeline.h"

#include "ik-report-words.h"
#include "ik-timeline-words.h"

#include <glib/gi18n.h>

static void
report_course_free (IkReportCourse *self)
{
  g_free (self->time);
  g_free (self->marks);
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
  self->summary = ik_timeline_words_format_summary (timeline, ik_report_format_duration);
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
