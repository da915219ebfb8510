#pragma once

#include "ik-timeline.h"

G_BEGIN_DECLS

/**
 * IkReportCourse:
 * @time: what a question took of what was planned, in words
 * @marks: what else happened to it, in words; "" for nothing
 * @places: where its time was, in words; "" where it had none
 */
typedef struct
{
  char *time;
  char *marks;
  char *places;
} IkReportCourse;

/**
 * IkReportTimeline:
 * @timeline: how the interview went, in numbers
 * @summary: the same in a few sentences
 * @courses: (element-type IkReportCourse): one for each question, in order
 *
 * How an interview went, as a report says it.
 */
typedef struct
{
  IkTimeline *timeline;
  char       *summary;
  GPtrArray  *courses;
} IkReportTimeline;

IkReportTimeline *ik_report_timeline_new  (const IkInterview *interview);
void              ik_report_timeline_free (IkReportTimeline  *self);

G_END_DECLS
