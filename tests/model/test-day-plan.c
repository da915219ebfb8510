#include "ik-day-plan.h"

#include "ik-text.h"

/* 3 March 2026, 09:00 UTC */
#define NINE_US (G_GINT64_CONSTANT (1772528400) * G_USEC_PER_SEC)

static void
add_items (IkInterview *interview,
           const char  *competency_name,
           guint        n_items)
{
  g_autoptr(IkCompetency) competency = ik_competency_new (NULL, competency_name, "");

  g_ptr_array_add (interview->competencies, ik_competency_rating_new (competency));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("Why?");
      IkInterviewItem *item;

      question->minutes = 5;
      item = ik_interview_item_new (question);
      item->competency_id = g_strdup (competency->id);
      g_ptr_array_add (interview->items, item);
    }
}

static IkInterview *
plan (GPtrArray  *interviews,
      const char *interviewer,
      guint       minute,
      guint       slot_minutes)
{
  IkInterview *interview = ik_interview_new ();

  ik_text_set (&interview->interviewer_name, interviewer);
  interview->planned_at_us = NINE_US + minute * G_TIME_SPAN_MINUTE;
  interview->slot_minutes = slot_minutes;
  g_ptr_array_add (interviews, interview);

  return interview;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
}

static const IkDaySlot *
get_slot (const IkDayPlan *plan,
          guint            index)
{
  return plan->slots->pdata[index];
}

static void
test_order (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkDayPlan) day = NULL;

  plan (interviews, "Late", 120, 60);
  plan (interviews, "Called off", 30, 60)->state = IK_INTERVIEW_STATE_CANCELLED;
  plan (interviews, "Nobody came", 30, 60)->state = IK_INTERVIEW_STATE_NO_SHOW;
  plan (interviews, "Held", 0, 45)->state = IK_INTERVIEW_STATE_HANDED_IN;
  plan (interviews, "No time", 0, 60)->planned_at_us = 0;

  day = ik_day_plan_new (interviews);
  g_assert_cmpuint (day->slots->len, ==, 2);
  g_assert_cmpstr (get_slot (day, 0)->interview->interviewer_name, ==, "Held");
  g_assert_cmpint (get_slot (day, 0)->to_us - NINE_US, ==, 45 * G_TIME_SPAN_MINUTE);
  g_assert_cmpstr (get_slot (day, 1)->interview->interviewer_name, ==, "Late");
}

static void
test_overlaps (void)
{
  static const struct
  {
    guint    minute;       /* of the second one; the first one takes 0 to 60 */
    guint    slot_minutes;
    gboolean is_overlapping;
  } cases[] = {
    { 60, 60, FALSE }, /* they touch */
    { 59, 60, TRUE },
    { 10, 20, TRUE },  /* one within the other */
    { 0, 0, TRUE },    /* the same beginning, length not said */
    { 90, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) interviews = new_list ();
      g_autoptr(IkDayPlan) day = NULL;

      plan (interviews, "One", 0, 60);
      plan (interviews, "Other", cases[i].minute, cases[i].slot_minutes);
      plan (interviews, "Afternoon", 300, 60);
      day = ik_day_plan_new (interviews);

      g_assert_cmpint (get_slot (day, 0)->is_overlapping, ==, cases[i].is_overlapping);
      g_assert_cmpint (get_slot (day, 1)->is_overlapping, ==, cases[i].is_overlapping);
      g_assert_false (get_slot (day, 2)->is_overlapping);
    }
}

/* Extra time makes a slot longer, also where that runs into the next one. */
static void
test_extra_time (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkDayPlan) day = NULL;
  IkInterview *longer = plan (interviews, "One", 0, 60);

  add_items (longer, "Design", 2);
  longer->extra_time_percent = 50;
  plan (interviews, "Other", 60, 60);
  day = ik_day_plan_new (interviews);

  g_assert_cmpint (get_slot (day, 0)->to_us - NINE_US, ==, 90 * G_TIME_SPAN_MINUTE);
  g_assert_cmpint (get_slot (day, 0)->budget_ms, ==, 15 * 60 * 1000);
  g_assert_true (get_slot (day, 1)->is_overlapping);
}

static void
test_competencies (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkDayPlan) day = NULL;
  IkInterview *interview = plan (interviews, "One", 0, 60);
  IkInterviewItem *extra;

  add_items (interview, "Design", 2);
  add_items (interview, "Learning", 1);
  extra = interview->items->pdata[0];
  extra->off_script = TRUE;
  interview = plan (interviews, "Other", 60, 60);
  add_items (interview, "Code", 1);
  add_items (interview, "design", 3);

  day = ik_day_plan_new (interviews);
  g_assert_cmpuint (day->competencies->len, ==, 3);
  g_assert_cmpstr (day->competencies->pdata[0], ==, "Design");
  g_assert_cmpstr (day->competencies->pdata[2], ==, "Code");
  g_assert_cmpuint (get_slot (day, 0)->n_questions, ==, 2);
  g_assert_cmpuint (g_array_index (get_slot (day, 0)->n_per_competency, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (get_slot (day, 0)->n_per_competency, guint, 2), ==, 0);
  g_assert_cmpuint (g_array_index (get_slot (day, 1)->n_per_competency, guint, 0), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/day-plan/order", test_order);
  g_test_add_func ("/model/day-plan/overlaps", test_overlaps);
  g_test_add_func ("/model/day-plan/extra-time", test_extra_time);
  g_test_add_func ("/model/day-plan/competencies", test_competencies);

  return g_test_run ();
}
