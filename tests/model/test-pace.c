#include "ik-pace.h"

#define HALF_MINUTE_MS (30 * 1000)

/* A slot of 20 minutes for three questions of 5, 8 and 4 minutes. */
static IkInterview *
new_interview (void)
{
  static const guint minutes[] = { 5, 8, 4 };
  IkInterview *interview = ik_interview_new ();

  interview->slot_minutes = 20;
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("Why?");

      question->minutes = minutes[i];
      g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Silence"));
      g_ptr_array_add (interview->items, ik_interview_item_new (question));
    }

  return interview;
}

static void
test_behind (void)
{
  static const struct
  {
    guint  slot_minutes;
    guint  extra_time_percent;
    guint  current;
    gint64 slot_elapsed; /* these three in half minutes */
    gint64 item_elapsed;
    gint64 behind;
  } cases[] = {
    { 20, 0, 0, 0, 0, -6 },     /* 5 + 8 + 4 of 20 minutes */
    { 20, 0, 0, 8, 8, -6 },     /* on time, 1 left of the first */
    { 20, 0, 0, 18, 18, 2 },    /* 4 over: nothing left of the first */
    { 20, 100, 0, 0, 0, -12 },  /* extra time scales slot and budgets */
    { 20, 50, 1, 20, 4, 7 },    /* 10 + (12 - 2) + 7.5 + 6 - 30 minutes */
    { 0, 0, 0, 120, 120, 0 },   /* no slot */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInterview) interview = new_interview ();
      gint64 behind_ms;

      interview->slot_minutes = cases[i].slot_minutes;
      interview->extra_time_percent = cases[i].extra_time_percent;
      interview->current_item = cases[i].current;
      behind_ms = ik_interview_compute_behind_ms (interview,
                                                  cases[i].slot_elapsed * HALF_MINUTE_MS,
                                                  cases[i].item_elapsed * HALF_MINUTE_MS);
      g_assert_cmpint (behind_ms, ==, cases[i].behind * HALF_MINUTE_MS);
    }
}

static void
test_open (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  IkInterviewItem *item = interview->items->pdata[0];

  g_assert_true (ik_interview_item_is_open (item));

  item->elapsed_ms = 20 * 1000;
  g_assert_true (ik_interview_item_is_open (item));
  item->elapsed_ms++;
  g_assert_false (ik_interview_item_is_open (item));
  item->n_skipped = 1;
  g_assert_true (ik_interview_item_is_open (item));
  item->outcome = IK_OUTCOME_NO_EVIDENCE;
  g_assert_false (ik_interview_item_is_open (item));

  item = interview->items->pdata[1];
  ik_notes_update (item->notes, "Said something", 1);
  g_assert_false (ik_interview_item_is_open (item));

  item = interview->items->pdata[2];
  ((IkIndicator *) item->indicators->pdata[0])->ticked_at_us = 1;
  g_assert_false (ik_interview_item_is_open (item));
}

static void
test_find_open (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  IkInterviewItem *first = interview->items->pdata[0];

  g_assert_cmpuint (ik_interview_find_open (interview, 0), ==, 1);
  g_assert_cmpuint (ik_interview_find_open (interview, 2), ==, 0);

  ((IkInterviewItem *) interview->items->pdata[1])->outcome = IK_OUTCOME_ANSWERED;
  g_assert_cmpuint (ik_interview_find_open (interview, 0), ==, 2);

  first->outcome = IK_OUTCOME_ANSWERED;
  g_assert_cmpuint (ik_interview_find_open (interview, 2), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/pace/behind", test_behind);
  g_test_add_func ("/model/pace/open", test_open);
  g_test_add_func ("/model/pace/find-open", test_find_open);

  return g_test_run ();
}
