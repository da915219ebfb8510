#include "ik-timeline.h"

/* A question in focus for less was passed on the way to another one: a choice
 * of ours. */
#define PASSING_MS 3000

/* Between two events: what lay there, and where it was by the wall clock. */
typedef struct
{
  guint  item;
  gint64 wall_from_us;
  gint64 wall_to_us;
  gint64 from_us;
  gint64 to_us;
} Stretch;

/* The interview as it stood after the events that were read. */
typedef struct
{
  const IkInterview *interview;
  IkTimeline        *timeline;
  GHashTable        *indices;    /* (element-type utf8 guint): item by id */
  GArray            *stretches;  /* (element-type Stretch): those without a break */
  IkInstant          at;         /* of the last event that counts */
  gint64             now_us;     /* the same, from the start */
  guint              item;       /* in focus */
  gboolean           began;
  gboolean           runs;       /* not broken off and not in review */
  IkTimelineSpanKind kind;       /* of what goes on */
} Reading;

static guint
find_item (const Reading *self,
           const char    *id)
{
  gpointer index = NULL;

  if (id == NULL || !g_hash_table_lookup_extended (self->indices, id, NULL, &index))
    return IK_TIMELINE_NO_ITEM;

  return GPOINTER_TO_UINT (index);
}

static void
add_span (Reading *self,
          gint64   from_ms,
          gint64   to_ms)
{
  GArray *spans = self->timeline->spans;
  IkTimelineSpan span = { self->kind, self->item, from_ms, to_ms };
  IkTimelineSpan *last;

  if (from_ms == to_ms)
    return;

  last = spans->len > 0 ? &g_array_index (spans, IkTimelineSpan, spans->len - 1) : NULL;
  if (last != NULL && last->kind == span.kind && last->item == span.item)
    last->to_ms = to_ms;
  else
    g_array_append_val (spans, span);
}

/* What lies between the last event and @at went on as it was, but for the last
 * @away_ms of it. */
static void
go_to (Reading         *self,
       const IkInstant *at,
       gint64           away_ms)
{
  gint64 elapsed_us = ik_instant_elapsed_us (&self->at, at, NULL);
  Stretch stretch = { self->item, self->at.wall_us, at->wall_us, self->now_us, 0 };

  elapsed_us -= MIN (elapsed_us, away_ms * 1000);
  self->now_us += elapsed_us;
  self->at = *at;
  stretch.to_us = self->now_us;
  stretch.wall_to_us -= away_ms * 1000;
  g_array_append_val (self->stretches, stretch);
  add_span (self, stretch.from_us / 1000, stretch.to_us / 1000);
}

static void
add_break (Reading             *self,
           IkTimelineBreakKind  kind,
           gint64               length_ms)
{
  IkTimelineBreak gap = { kind, self->now_us / 1000, length_ms };

  g_array_append_val (self->timeline->breaks, gap);
}

static void
add_moment (Reading              *self,
            IkTimelineMomentKind  kind,
            guint                 item,
            gint64                at_us)
{
  IkTimelineMoment moment = { kind, item, at_us / 1000 };

  g_array_append_val (self->timeline->moments, moment);
}

/* What an item has once is where it was done last, or nowhere where it was taken
 * back. */
static void
set_moment (Reading              *self,
            IkTimelineMomentKind  kind,
            guint                 item,
            gboolean              stands)
{
  GArray *moments = self->timeline->moments;

  for (guint i = moments->len; i > 0; i--)
    {
      const IkTimelineMoment *moment = &g_array_index (moments, IkTimelineMoment, i - 1);

      if (moment->kind == kind && moment->item == item)
        g_array_remove_index (moments, i - 1);
    }

  if (stands)
    add_moment (self, kind, item, self->now_us);
}

static void
remove_last_moment (Reading              *self,
                    IkTimelineMomentKind  kind,
                    guint                 item)
{
  GArray *moments = self->timeline->moments;

  for (guint i = moments->len; i > 0; i--)
    {
      const IkTimelineMoment *moment = &g_array_index (moments, IkTimelineMoment, i - 1);

      if (moment->kind == kind && moment->item == item)
        {
          g_array_remove_index (moments, i - 1);
          return;
        }
    }
}

/* The state of the interview, and where its time goes. */

static gint64
get_break_ms (const Reading          *self,
              const IkInterviewEvent *event)
{
  return ik_instant_break_us (&self->at, &event->at) / 1000;
}

static void
begin (Reading                *self,
       const IkInterviewEvent *event)
{
  if (self->began)
    return;

  self->began = TRUE;
  self->runs = TRUE;
  self->at = event->at;
}

static void
stop (Reading                *self,
      const IkInterviewEvent *event)
{
  go_to (self, &event->at, 0);
  self->runs = FALSE;
}

static void
go_on (Reading                *self,
       const IkInterviewEvent *event,
       IkTimelineBreakKind     kind)
{
  gint64 length_ms;

  if (self->runs)
    {
      length_ms = MAX (0, g_ascii_strtoll (event->value, NULL, 10));
      length_ms = MIN (length_ms, get_break_ms (self, event));
      go_to (self, &event->at, length_ms);
      if (length_ms > 0)
        add_break (self, IK_TIMELINE_AWAY, length_ms);
      return;
    }

  add_break (self, kind, get_break_ms (self, event));
  self->at = event->at;
  self->runs = TRUE;
}

/* Returns: whether the event was about that. */
static gboolean
read_state (Reading                *self,
            const IkInterviewEvent *event)
{
  if (g_str_equal (event->kind, "started"))
    begin (self, event);
  else if (!self->began)
    return TRUE;
  else if (g_str_equal (event->kind, "restarted"))
    go_on (self, event, IK_TIMELINE_BROKEN_OFF);
  else if (g_str_equal (event->kind, "resumed_from_review"))
    go_on (self, event, IK_TIMELINE_REVIEWED);
  else if (!self->runs)
    return TRUE;
  else if (g_str_equal (event->kind, "broken_off") || g_str_equal (event->kind, "ended"))
    stop (self, event);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_clock (Reading                *self,
            const IkInterviewEvent *event)
{
  if (g_str_equal (event->kind, "shown"))
    self->item = find_item (self, event->item_id);
  else if (g_str_equal (event->kind, "paused"))
    self->kind = g_str_equal (event->value, "interruption") ? IK_TIMELINE_INTERRUPTION
                                                            : IK_TIMELINE_PAUSE;
  else if (g_str_equal (event->kind, "resumed"))
    self->kind = IK_TIMELINE_QUESTION;
  else if (g_str_equal (event->kind, "quiet"))
    self->kind = g_str_equal (event->value, "true") ? IK_TIMELINE_QUIET : IK_TIMELINE_QUESTION;
  else
    return FALSE;

  return TRUE;
}

static void
read_moment (Reading                *self,
             const IkInterviewEvent *event)
{
  guint item = find_item (self, event->item_id);

  if (item == IK_TIMELINE_NO_ITEM)
    return;

  if (g_str_equal (event->kind, "skipped") && g_str_equal (event->value, "false"))
    remove_last_moment (self, IK_TIMELINE_SKIP, item);
  else if (g_str_equal (event->kind, "skipped"))
    add_moment (self, IK_TIMELINE_SKIP, item, self->now_us);
  else if (g_str_equal (event->kind, "added"))
    add_moment (self, IK_TIMELINE_ADDITION, item, self->now_us);
  else if (g_str_equal (event->kind, "rated"))
    set_moment (self, IK_TIMELINE_RATING, item, *event->value != '\0');
  else if (g_str_equal (event->kind, "omitted"))
    set_moment (self, IK_TIMELINE_OMISSION, item, g_str_equal (event->value, "true"));
  else if (g_str_equal (event->kind, "reworded"))
    set_moment (self, IK_TIMELINE_REWORDING, item, *event->value != '\0');
}

static void
read_event (Reading                *self,
            const IkInterviewEvent *event)
{
  if (read_state (self, event))
    return;

  go_to (self, &event->at, 0);
  if (!read_clock (self, event))
    read_moment (self, event);
}

/* Notes and ticks have a wall time only, and the wall clock may have been changed
 * between two events: they belong where they lie from either of them on. */
static gboolean
find_in_stretch (const Stretch *stretch,
                 gint64         wall_us,
                 gint64        *out_us)
{
  gint64 length_us = stretch->to_us - stretch->from_us;
  gint64 after_us = wall_us - stretch->wall_from_us;
  gint64 before_us = stretch->wall_to_us - wall_us;

  if (after_us >= 0 && after_us <= length_us)
    *out_us = stretch->from_us + after_us;
  else if (before_us >= 0 && before_us <= length_us)
    *out_us = stretch->to_us - before_us;
  else
    return FALSE;

  return TRUE;
}

/* Where several stretches had that wall time, in one of the item. What came in
 * the review lies in none. */
static void
add_at_wall_time (Reading              *self,
                  IkTimelineMomentKind  kind,
                  guint                 item,
                  gint64                wall_us)
{
  gint64 found_us = -1;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      gint64 at_us;

      if ((found_us >= 0 && stretch->item != item) || !find_in_stretch (stretch, wall_us, &at_us))
        continue;

      found_us = at_us;
      if (stretch->item == item)
        break;
    }

  if (found_us >= 0)
    add_moment (self, kind, item, found_us);
}

static void
add_notes (Reading         *self,
           const GPtrArray *notes,
           guint            item)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const IkNote *note = notes->pdata[i];

      if (*note->text != '\0')
        add_at_wall_time (self, IK_TIMELINE_NOTE, item, note->at_us);
    }
}

static void
add_written (Reading *self)
{
  const GPtrArray *items = self->interview->items;

  add_notes (self, self->interview->notes, IK_TIMELINE_NO_ITEM);
  for (guint i = 0; i < items->len; i++)
    {
      const IkInterviewItem *item = items->pdata[i];

      add_notes (self, item->notes, i);
      for (guint k = 0; k < item->indicators->len; k++)
        {
          const IkIndicator *indicator = item->indicators->pdata[k];

          if (indicator->ticked_at_us != 0)
            add_at_wall_time (self, IK_TIMELINE_TICK, i, indicator->ticked_at_us);
        }
    }
}

static gint
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const IkTimelineMoment *left = a;
  const IkTimelineMoment *right = b;

  if (left->at_ms != right->at_ms)
    return left->at_ms < right->at_ms ? -1 : 1;
  if (left->item != right->item)
    return left->item < right->item ? -1 : 1;

  return (gint) left->kind - (gint) right->kind;
}

static void
add_questions (Reading *self)
{
  const GPtrArray *items = self->interview->items;

  for (guint i = 0; i < items->len; i++)
    {
      const IkInterviewItem *item = items->pdata[i];
      IkTimelineQuestion question = {
        .planned_ms = ik_interview_get_budget_ms (self->interview, item),
        .used_ms = item->elapsed_ms,
        .quiet_ms = item->quiet_ms,
        .first_ms = -1,
      };

      g_array_append_val (self->timeline->questions, question);
    }
}

/* A pause doesn't end a visit, another question does. */
static void
count_visits (IkTimeline *self)
{
  guint visited = IK_TIMELINE_NO_ITEM;
  gint64 visit_ms = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (self->spans, IkTimelineSpan, i);
      gint64 length_ms = span->to_ms - span->from_ms;
      IkTimelineQuestion *question;

      if (span->item == IK_TIMELINE_NO_ITEM)
        continue;

      question = &g_array_index (self->questions, IkTimelineQuestion, span->item);
      if (question->first_ms < 0)
        question->first_ms = span->from_ms;
      if (span->kind == IK_TIMELINE_PAUSE || span->kind == IK_TIMELINE_INTERRUPTION)
        {
          question->paused_ms += length_ms;
          continue;
        }

      if (span->item != visited)
        visit_ms = 0;
      visited = span->item;
      if (visit_ms < PASSING_MS && visit_ms + length_ms >= PASSING_MS)
        question->n_visits++;
      visit_ms += length_ms;
    }
}

static void
read_interview (Reading *self)
{
  const IkInterview *interview = self->interview;

  for (guint i = 0; i < interview->items->len; i++)
    g_hash_table_insert (self->indices, ((IkInterviewItem *) interview->items->pdata[i])->id,
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < interview->events->len; i++)
    read_event (self, interview->events->pdata[i]);

  /* One that is still live went on until its clock was stored last. */
  if (self->runs && interview->focused.wall_us != 0 &&
      interview->state == IK_INTERVIEW_STATE_LIVE)
    go_to (self, &interview->focused, 0);

  add_written (self);
  g_array_sort (self->timeline->moments, compare_moments);
  self->timeline->length_ms = self->now_us / 1000;
}

/**
 * ik_timeline_new:
 * @interview: an interview with its events
 *
 * Redraws an interview from its log. What lay between two events is told by the
 * clock that nobody sets, so that a changed wall clock harms nothing; after
 * another boot, and in logs that have no such times, by the wall clock, where
 * times before the last one count nothing. What was taken back is left out, as
 * is what came in the review. Costs the product of notes and events.
 *
 * Returns: (transfer full): how it went
 */
IkTimeline *
ik_timeline_new (const IkInterview *interview)
{
  IkTimeline *self = g_new0 (IkTimeline, 1);
  Reading reading = { .interview = interview, .timeline = self, .item = IK_TIMELINE_NO_ITEM };
  g_autoptr(GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  self->slot_ms = ik_interview_get_slot_ms (interview);
  self->spans = g_array_new (FALSE, FALSE, sizeof (IkTimelineSpan));
  self->moments = g_array_new (FALSE, FALSE, sizeof (IkTimelineMoment));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (IkTimelineBreak));
  self->questions = g_array_new (FALSE, FALSE, sizeof (IkTimelineQuestion));
  reading.indices = indices;
  reading.stretches = stretches;

  add_questions (&reading);
  read_interview (&reading);
  count_visits (self);

  return self;
}

/**
 * ik_timeline_free:
 * @self: (transfer full): a timeline
 */
void
ik_timeline_free (IkTimeline *self)
{
  g_array_unref (self->spans);
  g_array_unref (self->moments);
  g_array_unref (self->breaks);
  g_array_unref (self->questions);
  g_free (self);
}

/**
 * ik_timeline_get_over_ms:
 * @self: a timeline
 *
 * Returns: how much longer than planned it took in milliseconds, 0 where no slot
 *   was planned
 */
gint64
ik_timeline_get_over_ms (const IkTimeline *self)
{
  return self->slot_ms != 0 ? MAX (0, self->length_ms - self->slot_ms) : 0;
}
