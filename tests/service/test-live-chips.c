#include "ik-interviews.h"
#include "ik-list.h"
#include "ik-live-interview.h"
#include "ik-test-live.h"


static void
set_chips (IkTestLive *fixture,
           const char *chips)
{
  IkChips *all = ik_chips_new ();
  g_auto(GStrv) words = g_strsplit (chips, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    ik_text_list_add (all->common, words[i]);
  ik_live_interview_take_chips (fixture->live, all);
}

/* Those of the interviewer's own, a star behind each one that is ticked. */
static char *
join_own (IkTestLive *fixture)
{
  g_autoptr(GPtrArray) indicators =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_indicator_free);
  GString *text = g_string_new (NULL);

  ik_live_interview_fill_indicators (fixture->live, indicators);
  for (guint i = 0; i < indicators->len; i++)
    {
      const IkIndicator *indicator = indicators->pdata[i];

      if (indicator->side == IK_INDICATOR_OWN)
        g_string_append_printf (text, "%s%u %s%s", text->len > 0 ? ", " : "", i, indicator->text,
                                indicator->ticked_at_us != 0 ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_own (IkTestLive *fixture,
            const char *expected)
{
  g_autofree char *own = join_own (fixture);

  g_assert_cmpstr (own, ==, expected);
}

static void
test_chips (IkTestLive    *fixture,
            gconstpointer  data)
{
  guint n_brought = ik_test_live_get_item (fixture, 1)->indicators->len;
  const IkIndicator *ticked;

  g_test_summary ("Chips of one's own stand behind the indicators and leave a tick with its time");

  g_assert_cmpuint (n_brought, ==, 3);
  set_chips (fixture, "Hint,Example");
  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  assert_own (fixture, "3 Hint, 4 Example");

  ik_test_live_advance (fixture, SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  ik_live_interview_toggle_indicator (fixture->live, 0);
  assert_own (fixture, "3 Hint*, 4 Example*");
  ik_live_interview_toggle_indicator (fixture->live, 4);
  assert_own (fixture, "3 Hint*, 4 Example");

  /* Stored as what was heard, whatever becomes of the chips. */
  ik_test_live_restart (fixture);
  assert_own (fixture, "3 Hint*");
  set_chips (fixture, "Example");
  assert_own (fixture, "3 Example, 4 Hint*");
  ticked = ik_test_live_get_item (fixture, 1)->indicators->pdata[n_brought];
  g_assert_cmpstr (ticked->text, ==, "Hint");
  g_assert_cmpint (ticked->ticked_at_us, ==, NOON_US + SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  assert_own (fixture, "3 Example");
}

static void
test_undo_chips (IkTestLive    *fixture,
                 gconstpointer  data)
{
  set_chips (fixture, "Hint,Example");
  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  ik_test_live_advance (fixture, SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  assert_own (fixture, "3 Hint, 4 Example*");

  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint*, 4 Example*");
  g_assert_cmpint (((IkIndicator *) ik_test_live_get_item (fixture, 1)->indicators->pdata[4])->ticked_at_us, ==,
                   NOON_US);
  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint*, 4 Example");
  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint, 4 Example");
  g_assert_false (ik_live_interview_can_undo (fixture->live));

  ik_test_live_restart (fixture);
  g_assert_cmpuint (ik_test_live_get_item (fixture, 1)->indicators->len, ==, 3);
}

static void
test_rubric_chips (IkTestLive    *fixture,
                   gconstpointer  data)
{
  IkChips *chips = ik_chips_new ();
  GPtrArray *texts = ik_text_list_new ();

  g_test_summary ("Chips of a rubric stand only beside the questions that it rates");

  ik_text_list_add (chips->common, "Hint");
  ik_text_list_add (texts, "Example");
  g_hash_table_insert (chips->by_rubric, g_strdup (TEST_RUBRIC_ID), texts);
  ik_live_interview_take_chips (fixture->live, chips);
  ik_live_interview_start (fixture->live);
  assert_own (fixture, "0 Hint");
  ik_live_interview_go_to (fixture->live, 1);
  assert_own (fixture, "3 Hint, 4 Example");
  ik_live_interview_toggle_indicator (fixture->live, 4);
  assert_own (fixture, "3 Hint, 4 Example*");
  ik_live_interview_go_to (fixture->live, 2);
  assert_own (fixture, "0 Hint");
}

#define ADD(name, func) \
  g_test_add ("/service/live-chips/" name, IkTestLive, NULL, ik_test_live_set_up, func, \
              ik_test_live_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("tick", test_chips);
  ADD ("rubric", test_rubric_chips);
  ADD ("undo", test_undo_chips);

  return g_test_run ();
}
