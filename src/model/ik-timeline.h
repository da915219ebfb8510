#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* What is about no question. */
#define IK_TIMELINE_NO_ITEM G_MAXUINT

typedef enum
{
  IK_TIMELINE_QUESTION,
  IK_TIMELINE_QUIET,        /* time of a question as well */
  IK_TIMELINE_PAUSE,
  IK_TIMELINE_INTERRUPTION, /* a pause with that reason */
} IkTimelineSpanKind;

typedef enum
{
  IK_TIMELINE_NOTE,
  IK_TIMELINE_TICK,
  IK_TIMELINE_RATING,
  IK_TIMELINE_SKIP,
  IK_TIMELINE_OMISSION,
  IK_TIMELINE_ADDITION,
  IK_TIMELINE_REWORDING,
} IkTimelineMomentKind;

typedef enum
{
  IK_TIMELINE_BROKEN_OFF, /* until it was gone on with */
  IK_TIMELINE_AWAY,       /* without the program, for longer than a crash takes */
  IK_TIMELINE_REVIEWED,   /* ended, and taken back */
} IkTimelineBreakKind;

/**
 * IkTimelineSpan:
 * @kind: what happened
 * @item: index of the question in focus, %IK_TIMELINE_NO_ITEM where there are none
 * @from_ms: milliseconds from the start
 * @to_ms: milliseconds from the start, more than @from_ms
 */
typedef struct
{
  IkTimelineSpanKind kind;
  guint              item;
  gint64             from_ms;
  gint64             to_ms;
} IkTimelineSpan;

/**
 * IkTimelineMoment:
 * @kind: what happened
 * @item: index of the question it is about; %IK_TIMELINE_NO_ITEM for the note
 *   on the whole interview
 * @at_ms: milliseconds from the start
 */
typedef struct
{
  IkTimelineMomentKind kind;
  guint                item;
  gint64               at_ms;
} IkTimelineMoment;

/**
 * IkTimelineBreak:
 * @kind: why nothing went on
 * @at_ms: milliseconds from the start
 * @length_ms: its length, which counts nowhere else
 */
typedef struct
{
  IkTimelineBreakKind kind;
  gint64              at_ms;
  gint64              length_ms;
} IkTimelineBreak;

/**
 * IkTimelineQuestion:
 * @planned_ms: its budget, extra time included
 * @used_ms: its time, as the interview counted it
 * @quiet_ms: quiet time within @used_ms
 * @paused_ms: pauses while it was in focus, beside @used_ms
 * @first_ms: when it got the focus first, milliseconds from the start; -1 for
 *   never
 * @n_visits: how often it had the focus for longer than in passing
 */
typedef struct
{
  gint64 planned_ms;
  gint64 used_ms;
  gint64 quiet_ms;
  gint64 paused_ms;
  gint64 first_ms;
  guint  n_visits;
} IkTimelineQuestion;

/**
 * IkTimeline:
 * @length_ms: from the start to the end, breaks left out
 * @slot_ms: what was planned, extra time included; 0 where not said
 * @spans: (element-type IkTimelineSpan): what happened, without a gap, in order
 * @moments: (element-type IkTimelineMoment): in order
 * @breaks: (element-type IkTimelineBreak): in order
 * @questions: (element-type IkTimelineQuestion): one for each item, in its order
 *
 * How an interview went. One that was entered from paper has questions only.
 */
typedef struct
{
  gint64  length_ms;
  gint64  slot_ms;
  GArray *spans;
  GArray *moments;
  GArray *breaks;
  GArray *questions;
} IkTimeline;

IkTimeline *ik_timeline_new         (const IkInterview *interview);
void        ik_timeline_free        (IkTimeline        *self);
gint64      ik_timeline_get_over_ms (const IkTimeline  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTimeline, ik_timeline_free)

G_END_DECLS
