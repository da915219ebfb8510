#include "ik-note.h"
#include "ik-text.h"
#include "ik-timeline.h"

#define NOON_US G_GINT64_CONSTANT (1770000000000000)
#define N_ITEMS 4

/* An interview of four questions, with a log that is written here. */
typedef struct
{
  IkInterview *interview;
  IkInstant    now;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->interview = ik_interview_new ();
  self->interview->slot_minutes = 10;
  self->interview->extra_time_percent = 50;
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("Why?");

      question->minutes = 2;
      g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Silence"));
      g_ptr_array_add (self->interview->items, ik_interview_item_new (question));
    }
  self->now = (IkInstant) { NOON_US, 1000000, "one" };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ik_interview_free (self->interview);
}

static IkInterviewItem *
get_item (Fixture *self,
          guint    index)
{
  return self->interview->items->pdata[index];
}

static void
wait_s (Fixture *self,
        gint64   seconds)
{
  self->now.wall_us += seconds * G_USEC_PER_SEC;
  self->now.boot_us += seconds * G_USEC_PER_SEC;
}

static void
log_event (Fixture    *self,
           const char *kind,
           guint       item,
           const char *value)
{
  IkInterviewEvent *event;

  event = ik_interview_event_new (0, item != IK_TIMELINE_NO_ITEM ? get_item (self, item)->id : NULL,
                                  kind, value);
  event->at = self->now;
  g_ptr_array_add (self->interview->events, event);
}

static void
say (Fixture    *self,
     const char *kind)
{
  log_event (self, kind, IK_TIMELINE_NO_ITEM, NULL);
}

/* As "Q0 0-60, P0 60-90", in seconds. */
static char *
describe_spans (const IkTimeline *timeline)
{
  static const char kinds[] = "QTPI";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

      g_string_append_printf (text, "%s%c%u %d-%d", i > 0 ? ", " : "", kinds[span->kind],
                              span->item, (int) (span->from_ms / 1000),
                              (int) (span->to_ms / 1000));
    }

  return g_string_free (text, FALSE);
}

/* As "N0 60, R1 90". */
static char *
describe_moments (const IkTimeline *timeline)
{
  static const char kinds[] = "NTRSOAW";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment = &g_array_index (timeline->moments, IkTimelineMoment, i);

      g_string_append_printf (text, "%s%c", i > 0 ? ", " : "", kinds[moment->kind]);
      if (moment->item != IK_TIMELINE_NO_ITEM)
        g_string_append_printf (text, "%u", moment->item);
      g_string_append_printf (text, " %d", (int) (moment->at_ms / 1000));
    }

  return g_string_free (text, FALSE);
}

static void
assert_spans (Fixture    *self,
              const char *expected)
{
  g_autoptr(IkTimeline) timeline = ik_timeline_new (self->interview);
  g_autofree char *spans = describe_spans (timeline);

  g_assert_cmpstr (spans, ==, expected);
}

static void
assert_break (const IkTimeline    *timeline,
              guint                index,
              IkTimelineBreakKind  kind,
              gint64               at_s,
              gint64               length_s)
{
  const IkTimelineBreak *gap = &g_array_index (timeline->breaks, IkTimelineBreak, index);

  g_assert_cmpuint (timeline->breaks->len, >, index);
  g_assert_cmpint (gap->kind, ==, kind);
  g_assert_cmpint (gap->at_ms, ==, at_s * 1000);
  g_assert_cmpint (gap->length_ms, ==, length_s * 1000);
}

static void
begin (Fixture *self)
{
  say (self, "started");
  log_event (self, "shown", 0, NULL);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(IkTimeline) timeline = NULL;
  g_autofree char *spans = NULL;
  const IkTimelineQuestion *first;

  begin (self);
  wait_s (self, 60);
  log_event (self, "shown", 1, NULL);
  wait_s (self, 30);
  log_event (self, "quiet", 1, "true");
  wait_s (self, 20);
  log_event (self, "quiet", 1, "false");
  log_event (self, "paused", IK_TIMELINE_NO_ITEM, "interruption");
  wait_s (self, 40);
  say (self, "resumed");
  wait_s (self, 2);
  log_event (self, "shown", 2, NULL);
  wait_s (self, 2);
  log_event (self, "shown", 0, NULL);
  wait_s (self, 900);
  say (self, "ended");
  get_item (self, 0)->elapsed_ms = 960 * 1000;

  timeline = ik_timeline_new (self->interview);
  spans = describe_spans (timeline);
  g_assert_cmpstr (spans, ==, "Q0 0-60, Q1 60-90, T1 90-110, I1 110-150, Q1 150-152, Q2 152-154, "
                   "Q0 154-1054");
  g_assert_cmpint (timeline->length_ms, ==, 1054 * 1000);
  g_assert_cmpint (timeline->slot_ms, ==, 900 * 1000);
  g_assert_cmpint (ik_timeline_get_over_ms (timeline), ==, 154 * 1000);

  first = &g_array_index (timeline->questions, IkTimelineQuestion, 0);
  g_assert_cmpint (first->planned_ms, ==, 180 * 1000);
  g_assert_cmpint (first->used_ms, ==, 960 * 1000);
  g_assert_cmpuint (first[0].n_visits, ==, 2);
  g_assert_cmpuint (first[1].n_visits, ==, 1);
  g_assert_cmpint (first[1].paused_ms, ==, 40 * 1000);
  g_assert_cmpuint (first[2].n_visits, ==, 0);
  g_assert_cmpint (first[2].first_ms, ==, 152 * 1000);
  g_assert_cmpint (first[3].first_ms, ==, -1);
}

static void
add_note (Fixture   *self,
          GPtrArray *notes)
{
  g_ptr_array_add (notes, ik_note_new ("Said so", self->now.wall_us));
}

static void
test_moments (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(IkTimeline) timeline = NULL;
  g_autofree char *moments = NULL;

  begin (self);
  wait_s (self, 5);
  add_note (self, get_item (self, 0)->notes);
  log_event (self, "rated", 0, "2");
  wait_s (self, 5);
  log_event (self, "rated", 0, "4");
  log_event (self, "skipped", 0, NULL);
  log_event (self, "skipped", 0, NULL);
  log_event (self, "skipped", 0, "false");
  log_event (self, "shown", 1, NULL);
  wait_s (self, 5);
  ((IkIndicator *) get_item (self, 1)->indicators->pdata[0])->ticked_at_us = self->now.wall_us;
  log_event (self, "reworded", 1, "Why not?");
  log_event (self, "omitted", 2, "true");
  log_event (self, "omitted", 3, "true");
  log_event (self, "omitted", 3, "false");
  log_event (self, "rated", 1, "3");
  log_event (self, "rated", 1, "");
  wait_s (self, 5);
  add_note (self, self->interview->notes);
  log_event (self, "added", 3, "What else?");
  wait_s (self, 5);
  say (self, "ended");
  wait_s (self, 5);
  add_note (self, get_item (self, 0)->notes);
  log_event (self, "rated", 2, "5");

  timeline = ik_timeline_new (self->interview);
  moments = describe_moments (timeline);
  g_assert_cmpstr (moments, ==, "N0 5, R0 10, S0 10, T1 15, W1 15, O2 15, A3 20, N 20");
}

static void
test_breaks (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(IkTimeline) timeline = NULL;
  g_autofree char *spans = NULL;

  begin (self);
  wait_s (self, 60);
  say (self, "broken_off");
  /* Three days later, after another boot. */
  self->now.wall_us += 3 * G_TIME_SPAN_DAY;
  self->now.boot_us = 0;
  g_strlcpy (self->now.boot_id, "two", sizeof self->now.boot_id);
  say (self, "restarted");
  wait_s (self, 30);
  /* A crash, back at once; then one for a quarter of an hour. */
  say (self, "restarted");
  wait_s (self, 10 + 900);
  log_event (self, "restarted", IK_TIMELINE_NO_ITEM, "900000");
  wait_s (self, 20);
  say (self, "ended");
  wait_s (self, 15);
  say (self, "resumed_from_review");
  wait_s (self, 5);
  say (self, "ended");

  timeline = ik_timeline_new (self->interview);
  spans = describe_spans (timeline);
  g_assert_cmpstr (spans, ==, "Q0 0-125");
  assert_break (timeline, 0, IK_TIMELINE_BROKEN_OFF, 60, 3 * 24 * 3600);
  assert_break (timeline, 1, IK_TIMELINE_AWAY, 100, 900);
  assert_break (timeline, 2, IK_TIMELINE_REVIEWED, 120, 15);
  g_assert_cmpuint (timeline->breaks->len, ==, 3);
}

static void
test_pause_across_break (Fixture       *self,
                         gconstpointer  data)
{
  begin (self);
  wait_s (self, 10);
  log_event (self, "paused", IK_TIMELINE_NO_ITEM, "");
  wait_s (self, 10);
  say (self, "broken_off");
  wait_s (self, 1000);
  say (self, "restarted");
  wait_s (self, 10);
  say (self, "resumed");
  wait_s (self, 10);
  say (self, "ended");

  assert_spans (self, "Q0 0-10, P0 10-30, Q0 30-40");
}

static void
test_wall_clock (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(IkTimeline) timeline = NULL;
  g_autofree char *spans = NULL;
  g_autofree char *moments = NULL;

  begin (self);
  wait_s (self, 60);
  add_note (self, get_item (self, 0)->notes);
  wait_s (self, 60);
  self->now.wall_us -= G_TIME_SPAN_DAY;
  wait_s (self, 30);
  add_note (self, get_item (self, 0)->notes);
  wait_s (self, 30);
  log_event (self, "shown", 1, NULL);
  self->now.wall_us += 2 * G_TIME_SPAN_DAY;
  wait_s (self, 60);
  say (self, "ended");

  timeline = ik_timeline_new (self->interview);
  spans = describe_spans (timeline);
  moments = describe_moments (timeline);
  g_assert_cmpstr (spans, ==, "Q0 0-180, Q1 180-240");
  g_assert_cmpstr (moments, ==, "N0 60, N0 150");
}

/* Before events had a boot time, and from the review. */
static void
test_wall_times_only (Fixture       *self,
                      gconstpointer  data)
{
  self->now.boot_us = 0;
  self->now.boot_id[0] = '\0';
  begin (self);
  wait_s (self, 60);
  log_event (self, "shown", 1, NULL);
  wait_s (self, -30);
  log_event (self, "shown", 2, NULL);
  wait_s (self, 60);
  say (self, "ended");

  assert_spans (self, "Q0 0-60, Q2 60-120");
}

static void
test_no_log (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(IkTimeline) timeline = NULL;

  say (self, "resumed");
  say (self, "recorded");
  say (self, "handed_in");
  get_item (self, 1)->elapsed_ms = 5000;
  timeline = ik_timeline_new (self->interview);
  g_assert_cmpint (timeline->length_ms, ==, 0);
  g_assert_cmpuint (timeline->spans->len, ==, 0);
  g_assert_cmpuint (timeline->moments->len, ==, 0);
  g_assert_cmpuint (timeline->questions->len, ==, N_ITEMS);
  g_assert_cmpint (g_array_index (timeline->questions, IkTimelineQuestion, 1).used_ms, ==, 5000);
}

/* Events that no program would write, in an order that makes no sense. */
static void
test_nonsense (Fixture       *self,
               gconstpointer  data)
{
  static const char *const kinds[] = {
    "started", "shown", "paused", "resumed", "quiet", "skipped", "omitted", "added", "reworded",
    "rated", "broken_off", "restarted", "ended", "resumed_from_review", "unheard of",
  };
  static const char *const values[] = { "", "true", "false", "interruption", "-5", "999999999999" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(IkTimeline) timeline = NULL;
      gint64 at_ms = 0;

      g_ptr_array_set_size (self->interview->events, 0);
      for (guint i = 0; i < 60; i++)
        {
          self->now.wall_us += g_test_rand_int_range (-100000, 100000) * G_GINT64_CONSTANT (1000);
          self->now.boot_us += g_test_rand_int_range (-1000, 100000) * G_GINT64_CONSTANT (1000);
          g_snprintf (self->now.boot_id, sizeof self->now.boot_id, "%d",
                      g_test_rand_int_range (0, 2));
          log_event (self, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))],
                     g_test_rand_bit () ? IK_TIMELINE_NO_ITEM
                                        : (guint) g_test_rand_int_range (0, N_ITEMS),
                     values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]);
        }

      timeline = ik_timeline_new (self->interview);
      for (guint i = 0; i < timeline->spans->len; i++)
        {
          const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

          g_assert_cmpint (span->from_ms, ==, at_ms);
          g_assert_cmpint (span->to_ms, >, span->from_ms);
          at_ms = span->to_ms;
        }
      g_assert_cmpint (timeline->length_ms, ==, at_ms);
    }
}

/* The same interview second by second: what stands in each of them, counted. */
typedef struct
{
  gint64   used_s[N_ITEMS];
  gint64   quiet_s[N_ITEMS];
  gint64   paused_s[N_ITEMS];
  gint64   break_s;
  gint64   all_s;
  guint    item;
  gboolean paused;
  gboolean quiet;
  gboolean broken;
} Count;

static void
count_second (Count *count)
{
  if (count->broken)
    {
      count->break_s++;
      return;
    }

  count->all_s++;
  if (count->paused)
    count->paused_s[count->item]++;
  else
    count->used_s[count->item]++;
  if (count->quiet)
    count->quiet_s[count->item]++;
}

static void
set_quiet (Fixture  *self,
           Count    *count,
           gboolean  quiet)
{
  if (count->quiet != quiet)
    log_event (self, "quiet", count->item, quiet ? "true" : "false");
  count->quiet = quiet;
}

static void
act (Fixture *self,
     Count   *count)
{
  if (count->broken)
    {
      say (self, "restarted");
      count->broken = FALSE;
      return;
    }

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      set_quiet (self, count, FALSE);
      count->paused = !count->paused;
      log_event (self, count->paused ? "paused" : "resumed", IK_TIMELINE_NO_ITEM,
                 count->paused && g_test_rand_bit () ? "interruption" : "");
      break;

    case 1:
      if (!count->paused)
        set_quiet (self, count, !count->quiet);
      break;

    case 2:
      set_quiet (self, count, FALSE);
      say (self, "broken_off");
      count->broken = TRUE;
      break;

    case 3:
      /* A crash, and a wall clock that is wrong from now on. */
      self->now.wall_us += (gint64) g_test_rand_int_range (-90000, 90000) * G_USEC_PER_SEC;
      say (self, "restarted");
      break;

    default:
      set_quiet (self, count, FALSE);
      count->item = (guint) g_test_rand_int_range (0, N_ITEMS);
      log_event (self, "shown", count->item, NULL);
    }
}

static void
assert_counted (const IkTimeline *timeline,
                const Count      *count)
{
  Count sum = { 0 };

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);
      gint64 length_s = (span->to_ms - span->from_ms) / 1000;

      if (span->kind == IK_TIMELINE_PAUSE || span->kind == IK_TIMELINE_INTERRUPTION)
        sum.paused_s[span->item] += length_s;
      else
        sum.used_s[span->item] += length_s;
      if (span->kind == IK_TIMELINE_QUIET)
        sum.quiet_s[span->item] += length_s;
    }
  for (guint i = 0; i < timeline->breaks->len; i++)
    sum.break_s += g_array_index (timeline->breaks, IkTimelineBreak, i).length_ms / 1000;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_assert_cmpint (sum.used_s[i], ==, count->used_s[i]);
      g_assert_cmpint (sum.quiet_s[i], ==, count->quiet_s[i]);
      g_assert_cmpint (sum.paused_s[i], ==, count->paused_s[i]);
    }
  g_assert_cmpint (sum.break_s, ==, count->break_s);
  g_assert_cmpint (timeline->length_ms, ==, count->all_s * 1000);
}

static void
test_counted_by_hand (Fixture       *self,
                      gconstpointer  data)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr(IkTimeline) timeline = NULL;
      Count count = { 0 };

      g_ptr_array_set_size (self->interview->events, 0);
      begin (self);
      for (guint second = 0; second < 1200; second++)
        {
          if (g_test_rand_int_range (0, 15) == 0)
            act (self, &count);
          count_second (&count);
          wait_s (self, 1);
        }
      if (count.broken)
        act (self, &count);
      set_quiet (self, &count, FALSE);
      say (self, "ended");

      timeline = ik_timeline_new (self->interview);
      assert_counted (timeline, &count);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/model/timeline/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("order", test_order);
  ADD ("moments", test_moments);
  ADD ("breaks", test_breaks);
  ADD ("pause-across-break", test_pause_across_break);
  ADD ("wall-clock", test_wall_clock);
  ADD ("wall-times-only", test_wall_times_only);
  ADD ("no-log", test_no_log);
  ADD ("nonsense", test_nonsense);
  ADD ("counted-by-hand", test_counted_by_hand);

  return g_test_run ();
}
