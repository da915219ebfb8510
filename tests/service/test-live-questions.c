#include "ik-interviews.h"
#include "ik-live-interview.h"
#include "ik-test-live.h"

#include "ik-list.h"

/* Questions that an interview was not planned with, or not in these words. */

static void
assert_events (IkTestLive *fixture,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GString) kinds = g_string_new (NULL);

  ik_test_live_flush (fixture);
  events = ik_interviews_list_events (fixture->base.library, fixture->id, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "",
                            ((IkInterviewEvent *) events->pdata[i])->kind);
  g_assert_cmpstr (kinds->str, ==, expected);
}

static void
test_add_question (IkTestLive    *fixture,
                   gconstpointer  data)
{
  g_autoptr(IkInterview) planned = ik_test_live_load (fixture);
  g_autoptr(IkInterview) stored = NULL;
  const IkInterviewItem *item;

  ik_live_interview_start (fixture->live);
  ik_live_interview_next (fixture->live);
  ik_live_interview_add_question (fixture->live, " Why not two queues? ");
  ik_live_interview_set_note (fixture->live, "It depends.");
  ik_live_interview_rate (fixture->live, 4);
  ik_test_live_advance (fixture, 60 * SECOND_US);
  ik_live_interview_add_question (fixture->live, "  ");
  ik_live_interview_next (fixture->live);

  ik_test_live_restart (fixture);
  stored = ik_test_live_load (fixture);
  g_assert_cmpuint (stored->items->len, ==, planned->items->len + 1);
  g_assert_cmpuint (stored->current_item, ==, 3);
  item = stored->items->pdata[2];
  g_assert_cmpstr (item->candidate.prompt, ==, "Why not two queues?");
  g_assert_true (item->off_script);
  g_assert_false (item->required);
  g_assert_true (item->scored);
  g_assert_null (item->question_id);
  g_assert_cmpuint (item->minutes, ==, 3);
  g_assert_cmpint (item->elapsed_ms, ==, 60000);
  g_assert_cmpint (item->rating, ==, 4);
  g_assert_cmpuint (item->notes->len, ==, 1);
  for (guint i = 2; i < planned->items->len; i++)
    g_assert_cmpstr (((IkInterviewItem *) stored->items->pdata[i + 1])->id, ==,
                     ((IkInterviewItem *) planned->items->pdata[i])->id);
}

static void
test_asked_as (IkTestLive    *fixture,
               gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_live_interview_set_asked_as (fixture->live, " In one sentence? ");
  ik_live_interview_set_asked_as (fixture->live, "In one sentence?");
  ik_test_live_restart (fixture);
  g_assert_cmpstr (ik_test_live_get_item (fixture, 0)->asked_as, ==, "In one sentence?");

  ik_live_interview_set_asked_as (fixture->live, "");
  g_assert_cmpstr (ik_test_live_get_item (fixture, 0)->asked_as, ==, "");
  assert_events (fixture, "started shown reworded reworded");
}

/* Before it was stored, and after. */
static void
test_undo_add_question (IkTestLive    *fixture,
                        gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;
  guint n_items = ik_live_interview_get_interview (fixture->live)->items->len;

  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 2);
  ik_live_interview_rate (fixture->live, 3);
  ik_live_interview_go_to (fixture->live, 1);
  for (guint i = 0; i < 2; i++)
    {
      ik_live_interview_add_question (fixture->live, "Why?");
      if (i == 1)
        ik_test_live_flush (fixture);
      ik_test_live_advance (fixture, 10 * SECOND_US);
      ik_live_interview_undo (fixture->live);
    }

  ik_test_live_flush (fixture);
  g_assert_null (ik_live_interview_get_save_error (fixture->live));
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  g_assert_cmpint (ik_test_live_get_item (fixture, 1)->elapsed_ms, ==, 20000);
  stored = ik_test_live_load (fixture);
  g_assert_cmpuint (stored->items->len, ==, n_items);
  g_assert_cmpint (((IkInterviewItem *) stored->items->pdata[1])->elapsed_ms, ==, 20000);

  /* What was rated before stands where it stood. */
  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (ik_test_live_get_item (fixture, 2)->rating, ==, IK_RATING_NONE);
}

static gint64
get_elapsed_ms (IkTestLive *fixture,
                guint       index)
{
  return ik_test_live_get_item (fixture, index)->elapsed_ms;
}

/* Two that were added, one below the other, and visited in turn. */
static void
test_undo_visited_questions (IkTestLive    *fixture,
                             gconstpointer  data)
{
  static const guint visited[] = { 3, 1, 0, 1, 2, 4 };

  g_test_summary ("The time of a question that is taken out is that of those before it");

  ik_live_interview_start (fixture->live);
  ik_live_interview_add_question (fixture->live, "Why?");
  ik_live_interview_add_question (fixture->live, "Why not?");
  for (guint i = 0; i < G_N_ELEMENTS (visited); i++)
    {
      ik_live_interview_go_to (fixture->live, visited[i]);
      ik_test_live_advance (fixture, 10 * SECOND_US);
    }
  ik_live_interview_go_to (fixture->live, 0);

  /* "Why not?" had ten seconds after "Why?", which go with that in turn. */
  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (get_elapsed_ms (fixture, 1), ==, 30000);
  ik_live_interview_undo (fixture->live);
  g_assert_cmpint (get_elapsed_ms (fixture, 0), ==, 30000);
  g_assert_cmpint (get_elapsed_ms (fixture, 1), ==, 20000);
  g_assert_cmpint (get_elapsed_ms (fixture, 2), ==, 10000);
}

static void
test_added_question_stays (IkTestLive    *fixture,
                           gconstpointer  data)
{
  guint n_items = ik_live_interview_get_interview (fixture->live)->items->len;

  ik_live_interview_start (fixture->live);
  ik_live_interview_add_question (fixture->live, "Why?");
  ik_live_interview_set_note (fixture->live, "Because.");
  ik_live_interview_undo (fixture->live);
  g_assert_cmpuint (ik_live_interview_get_interview (fixture->live)->items->len, ==, n_items + 1);
  assert_events (fixture, "started shown added shown");
}

static void
failed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_live_interview_flush_finish (IK_LIVE_INTERVIEW (source), result, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  *done = TRUE;
}

/* What was taken back while its save failed is never stored. */
static void
test_undo_unsaved_question (IkTestLive    *fixture,
                            gconstpointer  data)
{
  guint n_items = ik_live_interview_get_interview (fixture->live)->items->len;
  gboolean done = FALSE;

  ik_live_interview_start (fixture->live);
  ik_test_live_flush (fixture);
  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'handed_in'");
  ik_live_interview_add_question (fixture->live, "Why?");
  ik_live_interview_undo (fixture->live);
  ik_live_interview_flush_async (fixture->live, failed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'live'");
  while (ik_live_interview_get_save_error (fixture->live) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ik_live_interview_get_interview (fixture->live)->items->len, ==, n_items);
  assert_events (fixture, "started shown removed shown");
}

#define ADD(name, func) \
  g_test_add ("/service/live-questions/" name, IkTestLive, NULL, ik_test_live_set_up, func, \
              ik_test_live_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("add", test_add_question);
  ADD ("asked-as", test_asked_as);
  ADD ("undo", test_undo_add_question);
  ADD ("undo-visited", test_undo_visited_questions);
  ADD ("stays", test_added_question_stays);
  ADD ("undo-unsaved", test_undo_unsaved_question);

  return g_test_run ();
}
