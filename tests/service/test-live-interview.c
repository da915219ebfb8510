#include "ik-interviews.h"
#include "ik-live-interview.h"
#include "ik-test-live.h"

#include "ik-text.h"

#include <libglib-testing/signal-logger.h>

#define MINUTE_US (60 * G_USEC_PER_SEC)

static char *
join_events (IkTestLive *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = ik_interviews_list_events (fixture->base.library, fixture->id,
                                                           NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      const IkInterviewEvent *event = events->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", event->kind);
      if (g_str_equal (event->kind, "rated") || g_str_equal (event->kind, "outcome"))
        g_string_append_printf (text, "=%s", event->value);
    }

  return g_string_free (text, FALSE);
}

static void
assert_events (IkTestLive *fixture,
               const char *expected)
{
  g_autofree char *events = NULL;

  ik_test_live_flush (fixture);
  events = join_events (fixture);
  g_assert_cmpstr (events, ==, expected);
}

static void
test_start (IkTestLive    *fixture,
            gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;

  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 0);
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 90 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 90000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 90000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 1), ==, 0);

  assert_events (fixture, "started shown");
  stored = ik_test_live_load (fixture);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_LIVE);
  g_assert_cmpint (stored->started_at_us, ==, NOON_US);
  g_assert_cmpint (stored->started.wall_us, ==, NOON_US);
  g_assert_cmpstr (stored->started.boot_id, ==, "boot-1");
}

static void
test_slot (IkTestLive    *fixture,
           gconstpointer  data)
{
  gboolean estimated = TRUE;

  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 5 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_slot_remaining_ms (fixture->live, &estimated), ==,
                   15 * 60 * 1000);
  g_assert_false (estimated);
  ik_test_live_advance (fixture, 20 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_slot_remaining_ms (fixture->live, NULL), ==,
                   -5 * 60 * 1000);

  /* A changed wall clock changes nothing within a boot. */
  ik_manual_clock_set_wall_us (fixture->clock, NOON_US - 3 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (ik_live_interview_get_slot_remaining_ms (fixture->live, &estimated), ==,
                   -5 * 60 * 1000);
  g_assert_false (estimated);

  /* Across a boot it is all there is. */
  ik_manual_clock_reboot (fixture->clock, "boot-2");
  ik_live_interview_get_slot_remaining_ms (fixture->live, &estimated);
  g_assert_true (estimated);
}

static void
test_pause (IkTestLive    *fixture,
            gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  g_assert_true (ik_live_interview_is_paused (fixture->live));
  ik_test_live_advance (fixture, 30 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 10000);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 40000);

  /* Still paused after a restart, and the slot runs on. */
  ik_test_live_restart (fixture);
  ik_live_interview_start (fixture->live);
  g_assert_true (ik_live_interview_is_paused (fixture->live));
  g_assert_false (ik_live_interview_is_interrupted (fixture->live));
  ik_test_live_advance (fixture, 20 * SECOND_US);
  ik_live_interview_set_paused (fixture->live, FALSE, NULL);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->paused_ms, ==, 50000);
  ik_test_live_advance (fixture, 5 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 15000);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 65000);
  assert_events (fixture, "started shown paused restarted resumed");
}

/* What a pause is for is known after a restart as well. */
static void
test_interruption (IkTestLive    *fixture,
                   gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_live_interview_set_paused (fixture->live, TRUE, "interruption");
  g_assert_true (ik_live_interview_is_interrupted (fixture->live));
  ik_test_live_restart (fixture);
  ik_live_interview_start (fixture->live);
  g_assert_true (ik_live_interview_is_interrupted (fixture->live));
  ik_live_interview_set_paused (fixture->live, FALSE, NULL);
  g_assert_false (ik_live_interview_is_interrupted (fixture->live));
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  g_assert_false (ik_live_interview_is_interrupted (fixture->live));
}

/* Quiet time is time of its item, goes on across a restart, and ends with the
 * focus or a pause. */
static void
test_quiet (IkTestLive    *fixture,
            gconstpointer  data)
{
  ik_live_interview_set_quiet (fixture->live, TRUE);
  g_assert_false (ik_live_interview_is_quiet (fixture->live));

  ik_live_interview_start (fixture->live);
  ik_live_interview_set_quiet (fixture->live, TRUE);
  ik_test_live_advance (fixture, 30 * SECOND_US);
  ik_test_live_restart (fixture);
  ik_live_interview_start (fixture->live);
  g_assert_cmpint (ik_live_interview_get_quiet_ms (fixture->live), ==, 30000);
  ik_test_live_advance (fixture, 15 * SECOND_US);
  ik_live_interview_next (fixture->live);
  g_assert_false (ik_live_interview_is_quiet (fixture->live));
  g_assert_cmpint (ik_test_live_get_item (fixture, 0)->quiet_ms, ==, 45000);
  g_assert_cmpint (ik_test_live_get_item (fixture, 0)->elapsed_ms, ==, 45000);

  ik_live_interview_set_quiet (fixture->live, TRUE);
  ik_test_live_advance (fixture, 5 * SECOND_US);
  ik_live_interview_set_paused (fixture->live, TRUE, "interruption");
  ik_live_interview_set_quiet (fixture->live, TRUE);
  ik_test_live_advance (fixture, 5 * SECOND_US);
  g_assert_false (ik_live_interview_is_quiet (fixture->live));
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->quiet_ms, ==, 5000);
  assert_events (fixture, "started shown quiet restarted quiet shown quiet quiet paused");
}

/* Leaving out goes to the next open one; an outcome takes it in again. */
static void
test_omit (IkTestLive    *fixture,
           gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;

  ik_live_interview_start (fixture->live);
  ik_live_interview_set_omitted (fixture->live, TRUE);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  g_assert_true (ik_test_live_get_item (fixture, 0)->omitted);
  ik_live_interview_undo (fixture->live);
  g_assert_false (ik_test_live_get_item (fixture, 0)->omitted);

  ik_live_interview_set_omitted (fixture->live, TRUE);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_PARTLY);
  g_assert_false (ik_test_live_get_item (fixture, 1)->omitted);
  ik_live_interview_set_omitted (fixture->live, TRUE);
  g_assert_false (ik_test_live_get_item (fixture, 1)->omitted);
  ik_live_interview_go_to (fixture->live, 2);
  ik_live_interview_set_omitted (fixture->live, TRUE);

  ik_test_live_flush (fixture);
  stored = ik_test_live_load (fixture);
  g_assert_true (((IkInterviewItem *) stored->items->pdata[2])->omitted);
  g_assert_false (((IkInterviewItem *) stored->items->pdata[1])->omitted);
}

/* One key leaves out what no longer fits, and one takes all of it back. */
static void
test_trim (IkTestLive    *fixture,
           gconstpointer  data)
{
  g_autoptr(GArray) proposed = NULL;
  g_autoptr(GArray) trimmed = NULL;

  for (guint i = 1; i < 3; i++)
    ((IkInterviewItem *) ik_test_live_get_item (fixture, i))->required = FALSE;
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * 60 * (gint64) MINUTE_US);
  proposed = ik_live_interview_propose_trim (fixture->live);
  g_assert_cmpuint (proposed->len, ==, 2);

  ik_live_interview_trim (fixture->live);
  g_assert_true (ik_test_live_get_item (fixture, 1)->omitted);
  g_assert_true (ik_test_live_get_item (fixture, 2)->omitted);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 0);
  ik_live_interview_trim (fixture->live);
  trimmed = ik_live_interview_get_trimmed (fixture->live);
  g_assert_cmpuint (trimmed->len, ==, 2);
  g_assert_cmpuint (g_array_index (trimmed, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (trimmed, guint, 1), ==, 2);
  ik_live_interview_undo (fixture->live);
  g_assert_false (ik_test_live_get_item (fixture, 1)->omitted);
  g_assert_false (ik_test_live_get_item (fixture, 2)->omitted);
  g_assert_false (ik_live_interview_can_undo (fixture->live));
}

static void
test_section_time (IkTestLive    *fixture,
                   gconstpointer  data)
{
  gint64 budget_ms;

  for (guint i = 0; i < 3; i++)
    ik_text_set (&((IkInterviewItem *) ik_test_live_get_item (fixture, i))->section, "");
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 5 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_section_elapsed_ms (fixture->live, &budget_ms), ==, 0);
  g_assert_cmpint (budget_ms, ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      IkInterviewItem *item = (IkInterviewItem *) ik_test_live_get_item (fixture, i);

      ik_text_set (&item->section, "Soil");
      item->minutes = 4;
    }
  ik_live_interview_next (fixture->live);
  ik_test_live_advance (fixture, 7 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_section_elapsed_ms (fixture->live, &budget_ms), ==, 12000);
  g_assert_cmpint (budget_ms, ==, 8 * MINUTE_US / 1000);
}

static void
test_go_to (IkTestLive    *fixture,
            gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;

  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  g_assert_true (ik_live_interview_next (fixture->live));
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  ik_test_live_advance (fixture, 7 * SECOND_US);
  g_assert_true (ik_live_interview_next (fixture->live));
  g_assert_false (ik_live_interview_next (fixture->live));
  g_assert_true (ik_live_interview_previous (fixture->live));
  ik_test_live_advance (fixture, SECOND_US);
  ik_live_interview_go_to (fixture->live, 0);
  g_assert_false (ik_live_interview_previous (fixture->live));
  ik_live_interview_go_to (fixture->live, 3);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 0);

  ik_test_live_flush (fixture);
  stored = ik_test_live_load (fixture);
  g_assert_cmpint (((IkInterviewItem *) stored->items->pdata[0])->elapsed_ms, ==, 10000);
  g_assert_cmpint (((IkInterviewItem *) stored->items->pdata[1])->elapsed_ms, ==, 8000);
  g_assert_cmpint (((IkInterviewItem *) stored->items->pdata[1])->outcome, ==,
                   IK_OUTCOME_NOT_ASKED);
}

static void
test_skip (IkTestLive    *fixture,
           gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_live_interview_skip (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_ANSWERED);
  ik_live_interview_go_to (fixture->live, 2);
  ik_live_interview_skip (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 0);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_ANSWERED);
  ik_live_interview_skip (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 2);
  ik_live_interview_skip (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 2);
  g_assert_cmpuint (ik_test_live_get_item (fixture, 2)->n_skipped, ==, 2);
}

static void
test_rate (IkTestLive    *fixture,
           gconstpointer  data)
{
  ik_live_interview_start (fixture->live);

  /* Not scored */
  ik_live_interview_rate (fixture->live, 3);
  g_assert_cmpint (ik_test_live_get_item (fixture, 0)->rating, ==, IK_RATING_NONE);

  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_rate (fixture->live, 3);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, 3);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->outcome, ==, IK_OUTCOME_ANSWERED);

  /* Not on the scale of three */
  ik_live_interview_rate (fixture->live, 4);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, 3);

  ik_live_interview_rate (fixture->live, 3);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->outcome, ==, IK_OUTCOME_ANSWERED);

  ik_live_interview_rate (fixture->live, 2);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_NO_EVIDENCE);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, IK_RATING_NONE);

  ik_live_interview_rate (fixture->live, 1);
  ik_live_interview_set_not_assessed (fixture->live, TRUE);
  g_assert_true (ik_test_live_get_item (fixture, 1)->not_assessed);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, IK_RATING_NONE);
  ik_live_interview_rate (fixture->live, 1);
  g_assert_false (ik_test_live_get_item (fixture, 1)->not_assessed);

  assert_events (fixture,
                 "started shown shown outcome=answered rated=3 rated= rated=2 "
                 "outcome=no_evidence rated= outcome=answered rated=1 rated= not_assessed "
                 "rated=1 not_assessed");
}

static void
test_undo (IkTestLive    *fixture,
           gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  g_assert_false (ik_live_interview_can_undo (fixture->live));
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_toggle_indicator (fixture->live, 1);
  ik_live_interview_rate (fixture->live, 3);
  ik_live_interview_go_to (fixture->live, 2);

  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->outcome, ==, IK_OUTCOME_NOT_ASKED);
  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (((IkIndicator *) ik_test_live_get_item (fixture, 1)->indicators->pdata[1])->ticked_at_us,
                   ==, 0);
  g_assert_false (ik_live_interview_can_undo (fixture->live));
  ik_live_interview_undo (fixture->live);

  assert_events (fixture, "started shown shown ticked outcome=answered rated=3 shown "
                 "outcome=not_asked rated= unticked");
}

/* Each command is taken back in its turn: the rating before them is not. */
static void
test_undo_asking (IkTestLive    *fixture,
                  gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_rate (fixture->live, 3);
  ik_live_interview_set_asked_as (fixture->live, "Shorter");
  ik_live_interview_set_asked_as (fixture->live, "Shorter still");
  ik_live_interview_skip (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_skip (fixture->live);

  ik_live_interview_undo (fixture->live);
  g_assert_cmpuint (ik_test_live_get_item (fixture, 1)->n_skipped, ==, 1);
  ik_live_interview_undo (fixture->live);
  g_assert_cmpuint (ik_test_live_get_item (fixture, 1)->n_skipped, ==, 0);
  ik_live_interview_undo (fixture->live);
  g_assert_cmpstr (ik_test_live_get_item (fixture, 1)->asked_as, ==, "Shorter");
  ik_live_interview_undo (fixture->live);
  g_assert_cmpstr (ik_test_live_get_item (fixture, 1)->asked_as, ==, "");
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, 3);
  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->rating, ==, IK_RATING_NONE);
  g_assert_false (ik_live_interview_can_undo (fixture->live));
}

static void
test_texts (IkTestLive    *fixture,
            gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;
  const IkInterviewItem *item;

  /* Nothing before the start */
  ik_live_interview_set_note (fixture->live, "Too early");
  g_assert_cmpuint (ik_test_live_get_item (fixture, 0)->notes->len, ==, 0);

  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_set_note (fixture->live, "First");
  ik_test_live_advance (fixture, SECOND_US);
  ik_live_interview_set_note (fixture->live, "First line\nSecond");
  ik_live_interview_set_evidence (fixture->live, "40 %");
  ik_live_interview_set_general_note (fixture->live, "On time");
  ik_live_interview_toggle_indicator (fixture->live, 0);
  ik_live_interview_toggle_indicator (fixture->live, 17);
  ik_test_live_flush (fixture);

  stored = ik_test_live_load (fixture);
  item = stored->items->pdata[1];
  g_assert_cmpuint (item->notes->len, ==, 2);
  g_assert_cmpstr (((IkNote *) item->notes->pdata[0])->text, ==, "First line");
  g_assert_cmpint (((IkNote *) item->notes->pdata[0])->at_us, ==, NOON_US);
  g_assert_cmpint (((IkNote *) item->notes->pdata[1])->at_us, ==, NOON_US + SECOND_US);
  g_assert_cmpstr (item->evidence, ==, "40 %");
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[0])->ticked_at_us, ==,
                   NOON_US + SECOND_US);
  g_assert_cmpstr (((IkNote *) stored->notes->pdata[0])->text, ==, "On time");
}

static void
test_restart (IkTestLive    *fixture,
              gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  ik_live_interview_go_to (fixture->live, 2);
  ik_live_interview_set_note (fixture->live, "In the middle of a sen");
  ik_test_live_advance (fixture, 40 * SECOND_US);

  ik_test_live_restart (fixture);
  ik_test_live_advance (fixture, 20 * SECOND_US);
  ik_live_interview_start (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 2);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 70000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 10000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 2), ==, 60000);
  g_assert_cmpstr (((IkNote *) ik_test_live_get_item (fixture, 2)->notes->pdata[0])->text, ==,
                   "In the middle of a sen");

  /* The next day: the slot is long over, the item got no time in between. */
  ik_test_live_restart (fixture);
  ik_test_live_advance (fixture, 20 * G_TIME_SPAN_HOUR);
  ik_live_interview_start (fixture->live);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 2), <=, 60000);
}

static void
test_break_off (IkTestLive    *fixture,
                gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  ik_live_interview_break_off (fixture->live);
  ik_live_interview_rate (fixture->live, 1);
  ik_test_live_restart (fixture);
  ik_test_live_advance (fixture, MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 10000);
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, SECOND_US);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 11000);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 11000);
  assert_events (fixture, "started shown broken_off restarted");
}

static void
reboot (IkTestLive *fixture)
{
  static guint n_boots = 1;
  g_autofree char *boot_id = g_strdup_printf ("boot-%u", ++n_boots);

  ik_manual_clock_reboot (fixture->clock, boot_id);
}

/* The slot waits for however many nights, and so does a pause. */
static void
check_another_day (IkTestLive *fixture,
                   gint64      n_days,
                   gboolean    reboots)
{
  const IkInterview *interview;
  gint64 left_ms;
  gboolean estimated;

  ik_live_interview_start (fixture->live);
  left_ms = ik_live_interview_get_slot_remaining_ms (fixture->live, NULL);
  ik_test_live_advance (fixture, MINUTE_US);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  ik_test_live_advance (fixture, MINUTE_US);
  ik_live_interview_break_off (fixture->live);
  ik_test_live_restart (fixture);
  if (reboots)
    reboot (fixture);
  ik_test_live_advance (fixture, n_days * 24 * 60 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 120000);
  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, MINUTE_US);
  ik_test_live_restart (fixture);
  ik_live_interview_start (fixture->live);
  ik_live_interview_set_paused (fixture->live, FALSE, NULL);

  interview = ik_live_interview_get_interview (fixture->live);
  g_assert_cmpint (interview->paused_ms, ==, 120000);
  g_assert_cmpint (ik_live_interview_get_slot_remaining_ms (fixture->live, &estimated), ==,
                   left_ms - 180000);
  g_assert_false (estimated);

  ik_test_live_advance (fixture, MINUTE_US);
  ik_live_interview_end (fixture->live);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 240000);
  g_assert_cmpint (interview->ended_at_us, ==,
                   NOON_US + n_days * 24 * 60 * MINUTE_US + 4 * MINUTE_US);
}

static void
test_another_day (IkTestLive    *fixture,
                  gconstpointer  data)
{
  check_another_day (fixture, 1, FALSE);
}

static void
test_another_boot (IkTestLive    *fixture,
                   gconstpointer  data)
{
  check_another_day (fixture, 1, TRUE);
}

static void
test_another_week (IkTestLive    *fixture,
                   gconstpointer  data)
{
  check_another_day (fixture, 7, TRUE);
}

/* The computer starts again with a wall clock that is an hour slow: what was counted
 * until then stays, the clock goes on from there and says that it is a guess; the
 * right time that comes later harms nothing. */
static void
test_wrong_boot (IkTestLive    *fixture,
                 gconstpointer  data)
{
  gboolean estimated;

  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * MINUTE_US);
  ik_live_interview_go_to (fixture->live, 1);
  ik_test_live_restart (fixture);
  reboot (fixture);
  ik_manual_clock_set_wall_us (fixture->clock, NOON_US - G_TIME_SPAN_HOUR);
  ik_live_interview_start (fixture->live);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 10 * 60 * 1000);

  ik_test_live_advance (fixture, 5 * MINUTE_US);
  ik_manual_clock_set_wall_us (fixture->clock, NOON_US + 16 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 15 * 60 * 1000);
  ik_live_interview_get_slot_remaining_ms (fixture->live, &estimated);
  g_assert_true (estimated);
  ik_live_interview_end (fixture->live);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 15 * 60 * 1000);
}

/* Somebody sets the wall clock a day on, and another time two days back. */
static void
test_wall_clock (IkTestLive    *fixture,
                 gconstpointer  data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);

  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * MINUTE_US);
  ik_manual_clock_set_wall_us (fixture->clock, NOON_US + G_TIME_SPAN_DAY);
  ik_test_live_advance (fixture, 10 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 20 * 60 * 1000);

  ik_manual_clock_set_wall_us (fixture->clock, NOON_US - G_TIME_SPAN_DAY);
  ik_test_live_advance (fixture, 10 * MINUTE_US);
  ik_live_interview_end (fixture->live);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 30 * 60 * 1000);
  g_assert_cmpint (interview->ended_at_us - interview->started_at_us, ==, 30 * MINUTE_US);
}

static void
test_end (IkTestLive    *fixture,
          gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;

  ik_live_interview_start (fixture->live);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  ik_test_live_advance (fixture, 10 * SECOND_US);
  ik_live_interview_end (fixture->live);
  ik_test_live_advance (fixture, MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 20000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 10000);
  ik_live_interview_rate (fixture->live, 1);
  g_assert_false (ik_live_interview_next (fixture->live));
  ik_test_live_flush (fixture);
  stored = ik_test_live_load (fixture);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_REVIEW);
  g_assert_cmpint (stored->ended_at_us, ==, NOON_US + 20 * SECOND_US);

  ik_live_interview_resume (fixture->live);
  ik_test_live_advance (fixture, SECOND_US);
  g_assert_cmpint (ik_live_interview_get_elapsed_ms (fixture->live), ==, 81000);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 11000);
  assert_events (fixture, "started shown paused resumed ended resumed_from_review");
}

static void
test_pace (IkTestLive    *fixture,
           gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  g_assert_cmpint (ik_live_interview_get_behind_ms (fixture->live), ==, 0);
  ik_test_live_advance (fixture, 5 * MINUTE_US);
  g_assert_cmpint (ik_live_interview_get_behind_ms (fixture->live), ==, 2 * 60 * 1000);
  ik_live_interview_go_to (fixture->live, 1);
  g_assert_cmpint (ik_live_interview_get_behind_ms (fixture->live), ==, 2 * 60 * 1000);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_PARTLY);
  ik_live_interview_go_to (fixture->live, 2);
  g_assert_cmpint (ik_live_interview_get_behind_ms (fixture->live), ==, -10 * 60 * 1000);
}

static void
test_signals (IkTestLive    *fixture,
              gconstpointer  data)
{
  g_autoptr(GtSignalLogger) log = gt_signal_logger_new ();

  ik_live_interview_start (fixture->live);
  gt_signal_logger_connect (log, fixture->live, "notify::current-item");
  gt_signal_logger_connect (log, fixture->live, "notify::paused");
  gt_signal_logger_connect (log, fixture->live, "notify::state");
  gt_signal_logger_connect (log, fixture->live, "item-changed");

  ik_live_interview_set_note (fixture->live, "A");
  gt_signal_logger_assert_emission_pop (log, fixture->live, "item-changed", NULL);
  ik_live_interview_set_note (fixture->live, "A");
  gt_signal_logger_assert_no_emissions (log);
  ik_live_interview_go_to (fixture->live, 1);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "item-changed", NULL);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "notify::current-item", NULL);
  ik_live_interview_rate (fixture->live, 2);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "item-changed", NULL);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "notify::paused", NULL);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  gt_signal_logger_assert_no_emissions (log);
  ik_live_interview_set_paused (fixture->live, FALSE, NULL);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "notify::paused", NULL);
  ik_live_interview_end (fixture->live);
  gt_signal_logger_assert_emission_pop (log, fixture->live, "notify::state", NULL);
  gt_signal_logger_assert_no_emissions (log);
}

#define ADD(name, func) \
  g_test_add ("/service/live-interview/" name, IkTestLive, NULL, ik_test_live_set_up, func, \
              ik_test_live_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("start", test_start);
  ADD ("slot", test_slot);
  ADD ("pause", test_pause);
  ADD ("quiet", test_quiet);
  ADD ("omit", test_omit);
  ADD ("interruption", test_interruption);
  ADD ("trim", test_trim);
  ADD ("section-time", test_section_time);
  ADD ("go-to", test_go_to);
  ADD ("skip", test_skip);
  ADD ("rate", test_rate);
  ADD ("undo", test_undo);
  ADD ("undo-asking", test_undo_asking);
  ADD ("texts", test_texts);
  ADD ("restart", test_restart);
  ADD ("break-off", test_break_off);
  ADD ("another-day", test_another_day);
  ADD ("another-boot", test_another_boot);
  ADD ("another-week", test_another_week);
  ADD ("wrong-boot", test_wrong_boot);
  ADD ("wall-clock", test_wall_clock);
  ADD ("end", test_end);
  ADD ("pace", test_pace);
  ADD ("signals", test_signals);

  return g_test_run ();
}
