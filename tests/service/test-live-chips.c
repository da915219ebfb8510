#include "ik-interviews.h"
#include "ik-list.h"
#include "ik-live-interview.h"
#include "ik-test-interview.h"

#define NOON_US G_GINT64_CONSTANT (1770000000000000)
#define SECOND_US G_USEC_PER_SEC

typedef struct
{
  IkTestLibrary    base;
  IkManualClock   *clock;
  char            *id;    /* of the interview */
  IkLiveInterview *live;
} Fixture;

static IkInterview *
load (Fixture *fixture)
{
  return ik_test_interview_load (fixture->base.library, fixture->id);
}

static void
make_live (Fixture *fixture)
{
  fixture->live = ik_live_interview_new (fixture->base.library, load (fixture),
                                         IK_CLOCK (fixture->clock));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->clock = ik_manual_clock_new (NOON_US);
  fixture->id = ik_test_interview_plan (&fixture->base);
  make_live (fixture);
}

static void
flush (Fixture *fixture)
{
  ik_test_interview_flush (fixture->live);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  flush (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

/* The program ends in the middle, and starts again. */
static void
restart (Fixture *fixture)
{
  flush (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
  ik_test_library_reopen (&fixture->base);
  make_live (fixture);
}

static const IkInterviewItem *
get_item (Fixture *fixture,
          guint    index)
{
  return ik_live_interview_get_interview (fixture->live)->items->pdata[index];
}

static void
advance (Fixture *fixture,
         gint64   elapsed_us)
{
  ik_manual_clock_advance (fixture->clock, elapsed_us);
}

static void
set_chips (Fixture    *fixture,
           const char *chips)
{
  g_autoptr(GPtrArray) texts = ik_text_list_new ();
  g_auto(GStrv) words = g_strsplit (chips, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    ik_text_list_add (texts, words[i]);
  ik_live_interview_set_chips (fixture->live, texts);
}

/* Those of the interviewer's own, a star behind each one that is ticked. */
static char *
join_own (Fixture *fixture)
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
assert_own (Fixture    *fixture,
            const char *expected)
{
  g_autofree char *own = join_own (fixture);

  g_assert_cmpstr (own, ==, expected);
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_brought = get_item (fixture, 1)->indicators->len;
  const IkIndicator *ticked;

  g_test_summary ("Chips of one's own stand behind the indicators and leave a tick with its time");

  g_assert_cmpuint (n_brought, ==, 3);
  set_chips (fixture, "Hint,Example");
  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  assert_own (fixture, "3 Hint, 4 Example");

  advance (fixture, SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  ik_live_interview_toggle_indicator (fixture->live, 0);
  assert_own (fixture, "3 Hint*, 4 Example*");
  ik_live_interview_toggle_indicator (fixture->live, 4);
  assert_own (fixture, "3 Hint*, 4 Example");

  /* Stored as what was heard, whatever becomes of the chips. */
  restart (fixture);
  assert_own (fixture, "3 Hint*");
  set_chips (fixture, "Example");
  assert_own (fixture, "3 Example, 4 Hint*");
  ticked = get_item (fixture, 1)->indicators->pdata[n_brought];
  g_assert_cmpstr (ticked->text, ==, "Hint");
  g_assert_cmpint (ticked->ticked_at_us, ==, NOON_US + SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  assert_own (fixture, "3 Example");
}

static void
test_undo_chips (Fixture       *fixture,
                 gconstpointer  data)
{
  set_chips (fixture, "Hint,Example");
  ik_live_interview_start (fixture->live);
  ik_live_interview_go_to (fixture->live, 1);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  ik_live_interview_toggle_indicator (fixture->live, 4);
  advance (fixture, SECOND_US);
  ik_live_interview_toggle_indicator (fixture->live, 3);
  assert_own (fixture, "3 Hint, 4 Example*");

  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint*, 4 Example*");
  g_assert_cmpint (((IkIndicator *) get_item (fixture, 1)->indicators->pdata[4])->ticked_at_us, ==,
                   NOON_US);
  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint*, 4 Example");
  ik_live_interview_undo (fixture->live);
  assert_own (fixture, "3 Hint, 4 Example");
  g_assert_false (ik_live_interview_can_undo (fixture->live));

  restart (fixture);
  g_assert_cmpuint (get_item (fixture, 1)->indicators->len, ==, 3);
}

#define ADD(name, func) \
  g_test_add ("/service/live-chips/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("tick", test_chips);
  ADD ("undo", test_undo_chips);

  return g_test_run ();
}
