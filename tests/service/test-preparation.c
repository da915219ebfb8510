#include "ik-preparation.h"

#include "ik-interviews.h"
#include "ik-test-interview.h"
#include "ik-text.h"

/* Texts that would bias who interviews next. */
#define VERDICT "Zyxwvut"

typedef struct
{
  IkTestLibrary  base;
  char          *id;   /* of a planned interview */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->id = ik_test_interview_plan (&fixture->base);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

static IkPreparation *
load (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  IkPreparation *preparation = ik_preparation_load (fixture->base.library, fixture->id, NULL,
                                                    &error);

  g_assert_no_error (error);
  return preparation;
}

static void
save (Fixture           *fixture,
      const IkInterview *interview)
{
  g_autoptr(GError) error = NULL;

  ik_preparation_save_plan (fixture->base.library, interview, NULL, &error);
  g_assert_no_error (error);
}

static void
test_changes_plan (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *before = ik_test_library_dump (&fixture->base);
  g_autoptr(IkPreparation) planned = load (fixture);
  g_autoptr(IkPreparation) changed = NULL;

  ik_text_set (&planned->interview->round, "Second round");
  ik_text_set (&planned->interview->room, "Room 3");
  ik_text_set (&planned->interview->opening, "Welcome.");
  planned->interview->planned_at_us = G_GINT64_CONSTANT (1780000000000000);
  planned->interview->slot_minutes = 45;
  planned->interview->extra_time_percent = 25;
  planned->interview->large_print = TRUE;
  save (fixture, planned->interview);

  changed = load (fixture);
  g_assert_cmpstr (changed->interview->round, ==, "Second round");
  g_assert_cmpstr (changed->interview->room, ==, "Room 3");
  g_assert_cmpstr (changed->interview->opening, ==, "Welcome.");
  g_assert_cmpint (changed->interview->planned_at_us, ==, G_GINT64_CONSTANT (1780000000000000));
  g_assert_cmpuint (changed->interview->slot_minutes, ==, 45);
  g_assert_cmpuint (changed->interview->extra_time_percent, ==, 25);
  g_assert_true (changed->interview->large_print);
  ik_test_library_assert_undoes_to (&fixture->base, before);
}

static void
test_leaves_no_rounds (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const typed[] = { "F", "Fir", "First round" };
  g_autoptr(IkPreparation) planned = load (fixture);
  g_autoptr(IkPreparation) changed = NULL;

  g_test_summary ("What was saved while a round was typed is no round");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      ik_text_set (&planned->interview->round, typed[i]);
      save (fixture, planned->interview);
    }

  changed = load (fixture);
  g_assert_cmpuint (g_strv_length (changed->rounds), ==, 1);
  g_assert_cmpstr (changed->rounds[0], ==, "First round");
}

static void
test_plan_is_over (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(IkPreparation) planned = load (fixture);
  g_autoptr(GError) error = NULL;

  ik_interviews_set_state (fixture->base.library, fixture->id, IK_INTERVIEW_STATE_NO_SHOW, NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_false (ik_preparation_save_plan (fixture->base.library, planned->interview, NULL,
                                            &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

static void
test_saves_files (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = ik_test_library_dump (&fixture->base);
  g_autoptr(IkPreparation) planned = load (fixture);
  g_autoptr(IkPreparation) changed = NULL;
  g_autoptr(GBytes) content = g_bytes_new ("Ada", 3);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (planned->candidate->attachments,
                   ik_attachment_new ("cv.txt", "text/plain", IK_SIDE_INTERVIEWER, content));
  ik_preparation_save_files (fixture->base.library, planned->candidate->id,
                             planned->candidate->attachments, NULL, &error);
  g_assert_no_error (error);

  changed = load (fixture);
  g_assert_cmpuint (changed->candidate->attachments->len, ==, 1);
  ik_test_library_assert_undoes_to (&fixture->base, before);
}

/* Holds the planned interview on paper: one of its questions was asked. */
static void
record (Fixture *fixture)
{
  g_autoptr(IkInterview) interview = ik_test_interview_load (fixture->base.library, fixture->id);
  g_autoptr(IkInterviewRecord) paper = ik_interview_record_new ();
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();

  ik_text_set (&item->item_id, ((IkInterviewItem *) interview->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  ik_text_set (&item->evidence, VERDICT);
  g_ptr_array_add (paper->items, item);
  ik_text_set (&paper->summary, VERDICT);
  recorded = ik_interviews_record (fixture->base.library, fixture->id, paper, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static char *
plan_another (Fixture *fixture)
{
  g_autoptr(IkInterview) first = ik_test_interview_load (fixture->base.library, fixture->id);
  IkPlanRequest request = { .set_id = first->set_id, .candidate_id = first->candidate_id };
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterview) second = ik_interviews_plan (fixture->base.library, &request, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (second->id);
}

static void
test_earlier (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(IkPreparation) next = NULL;
  g_autofree char *called_off = NULL;
  char *next_id;
  const IkEarlierInterview *earlier;

  g_test_summary ("Who comes next learns what was asked before, and by whom; nothing else");

  record (fixture);
  called_off = plan_another (fixture);
  ik_interviews_set_state (fixture->base.library, called_off, IK_INTERVIEW_STATE_CANCELLED, NULL,
                           NULL);
  next_id = plan_another (fixture);
  g_free (fixture->id);
  fixture->id = next_id;

  next = load (fixture);
  g_assert_cmpuint (next->earlier->len, ==, 1);
  earlier = next->earlier->pdata[0];
  g_assert_cmpstr (earlier->set_title, ==, "Screening");
  g_assert_cmpstr (earlier->interviewer_name, !=, "");
  g_assert_cmpuint (earlier->asked->len, ==, 1);
  g_assert_cmpstr (earlier->asked->pdata[0], !=, VERDICT);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/service/preparation/changes-plan", test_changes_plan);
  ADD ("/service/preparation/leaves-no-rounds", test_leaves_no_rounds);
  ADD ("/service/preparation/plan-is-over", test_plan_is_over);
  ADD ("/service/preparation/saves-files", test_saves_files);
  ADD ("/service/preparation/earlier", test_earlier);

  return g_test_run ();
}
