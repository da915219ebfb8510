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
  item->omitted = TRUE;
  g_assert_false (ik_interview_item_is_open (item));
  item->omitted = FALSE;
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

/* Minutes, competency and whether it is required, for each question. */
typedef struct
{
  guint       minutes;
  const char *competency;
  gboolean    required;
} Planned;

static IkInterview *
new_planned (const Planned *planned,
             gsize          n_planned)
{
  IkInterview *interview = ik_interview_new ();

  for (gsize i = 0; i < n_planned; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("Why?");
      IkInterviewItem *item;

      question->minutes = planned[i].minutes;
      question->competency_id = g_strdup (planned[i].competency);
      item = ik_interview_item_new (question);
      item->required = planned[i].required;
      g_ptr_array_add (interview->items, item);
    }

  return interview;
}

static void
assert_trim (const IkInterview *interview,
             guint              behind_minutes,
             const char        *expected)
{
  g_autoptr(GArray) indexes = ik_interview_propose_trim (interview,
                                                         behind_minutes * 2 * HALF_MINUTE_MS);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < indexes->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (indexes, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_trim (void)
{
  static const Planned planned[] = {
    { 5, "care", FALSE },   /* in focus */
    { 5, "care", TRUE },
    { 8, "speed", FALSE },  /* the only one of its competency */
    { 6, "care", FALSE },
    { 4, NULL, FALSE },
    { 4, "care", FALSE },
  };
  g_autoptr(IkInterview) interview = new_planned (planned, G_N_ELEMENTS (planned));

  assert_trim (interview, 0, "");
  assert_trim (interview, 3, "5");    /* the shortest that is enough, the last of two */
  assert_trim (interview, 5, "3");    /* one is enough, and "speed" stays measured */
  assert_trim (interview, 7, "2");    /* one only is as long */
  assert_trim (interview, 9, "3 5");  /* two that lose nothing, before the longest one */
  assert_trim (interview, 13, "2 3");
  assert_trim (interview, 22, "2 3 4 5");
  assert_trim (interview, 60, "2 3 4 5"); /* as far as it goes */

  ((IkInterviewItem *) interview->items->pdata[3])->omitted = TRUE;
  ((IkInterviewItem *) interview->items->pdata[5])->outcome = IK_OUTCOME_ANSWERED;
  assert_trim (interview, 9, "2 4");
  interview->extra_time_percent = 100; /* 16 and 8 minutes */
  assert_trim (interview, 9, "2");
}

/* Leaving out what is proposed makes it fit, with as few as can be; by trying
 * every choice of five optional questions. */
static void
test_trim_is_least (void)
{
  static const Planned planned[] = {
    { 3, NULL, TRUE }, { 9, "a", FALSE }, { 2, "a", FALSE }, { 5, "b", FALSE },
    { 7, NULL, FALSE }, { 5, "c", FALSE },
  };
  g_autoptr(IkInterview) interview = new_planned (planned, G_N_ELEMENTS (planned));

  for (guint behind = 1; behind <= 28; behind++)
    {
      g_autoptr(GArray) indexes = NULL;
      guint least = G_MAXUINT;
      guint freed = 0;

      indexes = ik_interview_propose_trim (interview, behind * 2 * HALF_MINUTE_MS);
      for (guint i = 0; i < indexes->len; i++)
        freed += planned[g_array_index (indexes, guint, i)].minutes;
      for (guint mask = 0; mask < 32; mask++)
        {
          guint minutes = 0;
          guint n = 0;

          for (guint i = 0; i < 5; i++)
            {
              minutes += (mask >> i & 1) != 0 ? planned[i + 1].minutes : 0;
              n += mask >> i & 1;
            }
          if (minutes >= behind)
            least = MIN (least, n);
        }

      g_assert_cmpuint (freed, >=, behind);
      g_assert_cmpuint (indexes->len, ==, least);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/pace/behind", test_behind);
  g_test_add_func ("/model/pace/open", test_open);
  g_test_add_func ("/model/pace/find-open", test_find_open);
  g_test_add_func ("/model/pace/trim", test_trim);
  g_test_add_func ("/model/pace/trim-is-least", test_trim_is_least);

  return g_test_run ();
}
