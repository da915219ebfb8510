#include "ik-test-panel.h"

#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-sets.h"
#include "ik-text.h"

#include <string.h>

void
ik_test_panel_set_owner (IkTestLibrary *test,
                         const char    *name)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ik_interviews_set_owner (test->library, name, NULL, &error));
  g_assert_no_error (error);
}

char *
ik_test_panel_add_candidate (IkTestLibrary *test)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(GError) error = NULL;

  ik_text_set (&candidate->email, "ada@example.com");
  ik_text_set (&candidate->pronouns, "she/her");
  ik_text_set (&candidate->pronunciation, "AY-da");
  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);
  ik_test_library_run_sql (test, "INSERT INTO adjustment (candidate_id, extra_time_percent, "
                           "  large_print) SELECT id, 25, 1 FROM candidate "
                           "WHERE id NOT IN (SELECT candidate_id FROM adjustment)");

  return g_strdup (candidate->id);
}

static char *
add_set (IkTestLibrary *test,
         const char    *role,
         const char    *recommendation_rubric_id) /* nullable */
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest request = {
    .title = "Screening", .pack_ids = packs, .slot_minutes = 40,
    .recommendation_rubric_id = recommendation_rubric_id,
  };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(GError) error = NULL;

  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  ik_text_set (&set->role, role);
  g_assert_true (ik_sets_save (test->library, set, NULL, NULL, &error));
  g_assert_no_error (error);

  return g_strdup (set->id);
}

char *
ik_test_panel_add_set (IkTestLibrary *test,
                       const char    *role)
{
  return add_set (test, role, NULL);
}

GPtrArray *
ik_test_panel_make_seats (const char *const *names)
{
  GPtrArray *seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (seats, ik_seat_new (names[i]));

  return seats;
}

char *
ik_test_panel_invite (IkTestPanel  *self,
                      GPtrArray    *seats,
                      GError      **error)
{
  IkPanelRequest request = { self->candidate_id, self->set_id, TEST_ROUND, seats };

  return ik_panels_invite (self->chair.library, &request, self->invitation, NULL, error);
}

/* @data is the rubric that the recommendation stands on, NULL for the four words. */
void
ik_test_panel_set_up (IkTestPanel   *self,
                      gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", "Cleo Marsh", "Olga", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autoptr(GError) error = NULL;

  ik_test_library_set_up (&self->chair, NULL);
  ik_test_library_set_up (&self->ben, NULL);
  ik_test_library_set_up (&self->cleo, NULL);
  ik_test_library_fill (&self->chair);
  ik_test_panel_set_owner (&self->chair, "Olga");
  ik_test_panel_set_owner (&self->ben, "Ben Ito");
  ik_test_panel_set_owner (&self->cleo, "Cleo Marsh");
  self->candidate_id = ik_test_panel_add_candidate (&self->chair);
  self->set_id = add_set (&self->chair, "Baker", data);
  self->invitation = g_file_new_build_filename (self->chair.directory, "ada.ikpanel", NULL);
  self->scorecard = g_file_new_build_filename (self->ben.directory, "ada.ikscore", NULL);

  ((IkSeat *) seats->pdata[0])->planned_at_us = 1800000000000000;
  ik_text_set (&((IkSeat *) seats->pdata[0])->room, "Room 4");
  self->panel_id = ik_test_panel_invite (self, seats, &error);
  g_assert_no_error (error);
}

void
ik_test_panel_tear_down (IkTestPanel   *self,
                         gconstpointer  data)
{
  g_file_delete (self->invitation, NULL, NULL);
  g_file_delete (self->scorecard, NULL, NULL);
  g_object_unref (self->invitation);
  g_object_unref (self->scorecard);
  g_free (self->panel_id);
  g_free (self->set_id);
  g_free (self->candidate_id);
  ik_test_library_tear_down (&self->cleo, data);
  ik_test_library_tear_down (&self->ben, data);
  ik_test_library_tear_down (&self->chair, data);
}

char *
ik_test_panel_open (IkTestPanel   *self,
                    IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  char *id = ik_panels_open (test->library, self->invitation, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
  return id;
}

IkInterview *
ik_test_panel_load (IkTestLibrary *test,
                    const char    *id)
{
  g_autoptr(GError) error = NULL;
  IkInterview *interview = ik_interviews_load (test->library, id, NULL, &error);

  g_assert_no_error (error);
  return interview;
}

/* Answers the second question, leaves the others, and hands in. */
void
ik_test_panel_hand_in (IkTestLibrary *test,
                       const char    *id,
                       int            rating,
                       const char    *summary)
{
  g_autoptr(IkInterview) planned = ik_test_panel_load (test, id);
  const IkInterviewItem *item = planned->items->pdata[1];
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  IkItemRecord *answer = ik_item_record_new ();
  IkItemRecord *extra = ik_item_record_new ();
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;

  answer->item_id = g_strdup (item->id);
  answer->outcome = IK_OUTCOME_ANSWERED;
  answer->rating = rating;
  answer->elapsed_ms = 61000;
  ik_text_set (&answer->evidence, "Named three ways");
  g_ptr_array_add (answer->notes, ik_note_new ("Drew a picture", 1800000001000000));
  g_ptr_array_add (answer->indicator_ids,
                   g_strdup (((IkIndicator *) item->indicators->pdata[0])->id));
  g_ptr_array_add (record->items, answer);
  extra->prompt = g_strdup ("Why now?");
  extra->outcome = IK_OUTCOME_PARTLY;
  extra->not_assessed = TRUE;
  g_ptr_array_add (record->extra, extra);
  g_ptr_array_add (record->notes, ik_note_new ("Came early", 1800000002000000));
  g_ptr_array_add (record->strengths, ik_finding_new ("Explains well", TRUE));
  g_ptr_array_add (record->concerns, ik_finding_new ("Slow start", FALSE));
  record->recommendation = planned->recommendation_rubric_id != NULL ? rating
                                                                     : IK_RECOMMENDATION_YES;
  ik_text_set (&record->summary, summary);

  interview = ik_interviews_record (test->library, id, record, FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* The chair has handed in, so that the others' are open. */
void
ik_test_panel_hand_in_own (IkTestPanel *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInvitationStatus) status = ik_panels_load (self->chair.library, self->panel_id,
                                                         NULL, &error);

  g_assert_no_error (error);
  ik_test_panel_hand_in (&self->chair, ((IkSeatStatus *) status->seats->pdata[2])->id, 2, "My own");
}

void
ik_test_panel_reopen (IkTestLibrary *test,
                      const char    *id)
{
  g_autoptr(GError) error = NULL;

  ik_interviews_reopen (test->library, id, "Misread my notes", NULL, &error);
  g_assert_no_error (error);
}

void
ik_test_panel_send (IkTestPanel   *self,
                    IkTestLibrary *test,
                    const char    *id)
{
  g_autoptr(GError) error = NULL;

  ik_panels_send (test->library, id, self->scorecard, NULL, &error);
  g_assert_no_error (error);
}

IkScorecardReceipt *
ik_test_panel_import (IkTestPanel *self)
{
  g_autoptr(GError) error = NULL;
  IkScorecardReceipt *receipt = ik_panels_import (self->chair.library, self->scorecard, NULL,
                                                  NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
  return receipt;
}

/* One sentence, and nothing has changed. */
void
ik_test_panel_assert_refused (IkTestPanel   *self,
                              IkTestLibrary *test,
                              const char    *panel_id,
                              const char    *part)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autofree char *words = ik_panels_dup_own_words (test->library, NULL, &error);

  g_assert_no_error (error);
  before = ik_test_library_dump (test);
  receipt = ik_panels_import (test->library, self->scorecard, panel_id, NULL, &error);
  after = ik_test_library_dump (test);

  g_assert_null (receipt);
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpstr (before, ==, after);
}
