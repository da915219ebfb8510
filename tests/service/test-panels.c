/* Panels by file, between the libraries of a chair and two members. */

#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-test-panel.h"
#include "ik-text.h"

#include <sqlite3.h>
#include <string.h>

/* Inviting and opening */

static void
test_invite (IkTestPanel   *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInvitationStatus) status = ik_panels_load (fixture->chair.library, fixture->panel_id,
                                                         NULL, &error);
  const IkSeatStatus *ben;

  g_assert_no_error (error);
  g_assert_true (status->is_own);
  g_assert_cmpstr (status->candidate_name, ==, "Ada Example");
  g_assert_cmpstr (status->role, ==, "Baker");
  g_assert_cmpstr (status->round, ==, TEST_ROUND);
  g_assert_cmpuint (status->seats->len, ==, 3);
  g_assert_cmpuint (ik_invitation_status_count_handed_in (status), ==, 0);

  ben = status->seats->pdata[0];
  g_assert_cmpstr (ben->name, ==, "Ben Ito");
  g_assert_cmpstr (ben->room, ==, "Room 4");
  g_assert_cmpint (ben->planned_at_us, ==, 1800000000000000);
  g_assert_true (ben->is_here);
  g_assert_cmpint (ben->state, ==, IK_INTERVIEW_STATE_PLANNED);
  g_assert_null (ben->public_key);
  g_assert_false (ben->is_owner);
  g_assert_true (((IkSeatStatus *) status->seats->pdata[2])->is_owner);
}

/* What the law asks for: nothing of a candidate that the members don't need. */
static void
test_least_data (IkTestPanel   *fixture,
                 gconstpointer  data)
{
  static const char *const kept_back[] = { "ada@example.com", "she/her", "AY-da" };
  g_autoptr(GBytes) content = g_file_load_bytes (fixture->invitation, NULL, NULL, NULL);
  gsize size;
  const void *bytes = g_bytes_get_data (content, &size);

  g_assert_nonnull (memmem (bytes, size, "Ada Example", strlen ("Ada Example")));
  for (guint i = 0; i < G_N_ELEMENTS (kept_back); i++)
    g_assert_null (memmem (bytes, size, kept_back[i], strlen (kept_back[i])));
}

/* A program that knows no scale of the recommendation must not open an invitation with
 * one; any other it may. */
static void
test_version (IkTestPanel   *fixture,
              gconstpointer  data)
{
  const char *version = data != NULL ? "\"version\":2" : "\"version\":1";
  g_autoptr(GBytes) content = g_file_load_bytes (fixture->invitation, NULL, NULL, NULL);
  gsize size;
  const void *bytes = g_bytes_get_data (content, &size);

  g_assert_nonnull (memmem (bytes, size, version, strlen (version)));
}

static void
assert_same_wording (const IkInterview *one,
                     const IkInterview *other)
{
  g_assert_cmpuint (one->items->len, ==, other->items->len);
  for (guint i = 0; i < one->items->len; i++)
    {
      const IkInterviewItem *a = one->items->pdata[i];
      const IkInterviewItem *b = other->items->pdata[i];

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->question_id, ==, b->question_id);
      g_assert_cmpstr (a->section, ==, b->section);
      g_assert_cmpstr (a->candidate.prompt, ==, b->candidate.prompt);
      g_assert_cmpstr (a->candidate.details, ==, b->candidate.details);
      g_assert_cmpstr (a->interviewer.reference_answer, ==, b->interviewer.reference_answer);
      g_assert_cmpstr (a->competency_id, ==, b->competency_id);
      g_assert_cmpstr (a->rubric_id, ==, b->rubric_id);
      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->required, ==, b->required);
      g_assert_cmpuint (a->minutes, ==, b->minutes);
      g_assert_cmpuint (a->weight, ==, b->weight);
      g_assert_cmpint (a->knock_out, ==, b->knock_out);
      g_assert_cmpuint (a->indicators->len, ==, b->indicators->len);
      for (guint k = 0; k < a->indicators->len; k++)
        g_assert_cmpstr (((IkIndicator *) a->indicators->pdata[k])->id, ==,
                         ((IkIndicator *) b->indicators->pdata[k])->id);
    }
}

static void
test_open (IkTestPanel   *fixture,
           gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autofree char *again = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkInterview) here = ik_test_panel_load (&fixture->ben, id);
  g_autoptr(IkInterview) there = ik_test_panel_load (&fixture->chair, id);
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (id, ==, again);
  assert_same_wording (here, there);
  g_assert_cmpstr (here->candidate_id, ==, fixture->candidate_id);
  g_assert_cmpstr (here->candidate_name, ==, "Ada Example");
  g_assert_cmpstr (here->interviewer_name, ==, "Ben Ito");
  g_assert_cmpstr (here->role, ==, "Baker");
  g_assert_cmpstr (here->round, ==, TEST_ROUND);
  g_assert_cmpstr (here->room, ==, "Room 4");
  g_assert_cmpint (here->planned_at_us, ==, 1800000000000000);
  g_assert_cmpuint (here->slot_minutes, ==, 40);
  g_assert_cmpuint (here->extra_time_percent, ==, 25);
  g_assert_true (here->large_print);
  g_assert_cmpint (here->state, ==, IK_INTERVIEW_STATE_PLANNED);
  g_assert_cmpuint (here->rubrics->len, ==, there->rubrics->len);
  g_assert_true (ik_rubric_equal (here->rubrics->pdata[0], there->rubrics->pdata[0]));

  candidate = ik_candidates_load (fixture->ben.library, fixture->candidate_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (candidate->email, ==, "");
  g_assert_cmpstr (candidate->role, ==, "Baker");
}

static void
test_look_at (IkTestPanel   *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = ik_panels_dup_own_words (fixture->chair.library, NULL, &error);
  g_autofree char *before = ik_test_library_dump (&fixture->ben);
  g_autoptr(IkInvitationOffer) offer = NULL;
  g_autoptr(IkInvitationOffer) opened = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;

  offer = ik_panels_look_at (fixture->ben.library, fixture->invitation, NULL, &error);
  g_assert_no_error (error);
  after = ik_test_library_dump (&fixture->ben);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (offer->chair_words, ==, words);
  g_assert_cmpstr (offer->invitation->chair_name, ==, "Olga");
  g_assert_null (offer->known_name);
  g_assert_false (ik_invitation_offer_is_disputed (offer));
  g_assert_cmpstr (offer->seat->name, ==, "Ben Ito");
  g_assert_null (offer->interview_id);

  id = ik_test_panel_open (fixture, &fixture->ben);
  opened = ik_panels_look_at (fixture->ben.library, fixture->invitation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened->known_name, ==, "Olga");
  g_assert_false (ik_invitation_offer_is_disputed (opened));
  g_assert_cmpstr (opened->interview_id, ==, id);
}

/* Anybody can write anybody's name. */
static void
test_other_name (IkTestPanel   *fixture,
                 gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", NULL };
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autoptr(IkInvitationOffer) offer = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *panel_id = NULL;

  ik_test_panel_set_owner (&fixture->chair, "The Director");
  panel_id = ik_test_panel_invite (fixture, seats, &error);
  g_assert_no_error (error);

  offer = ik_panels_look_at (fixture->ben.library, fixture->invitation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offer->invitation->chair_name, ==, "The Director");
  g_assert_cmpstr (offer->known_name, ==, "Olga");
  g_assert_true (ik_invitation_offer_is_disputed (offer));
}

static void
test_open_as (IkTestPanel   *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  ik_test_panel_set_owner (&fixture->ben, "benito");
  g_assert_null (ik_panels_open (fixture->ben.library, fixture->invitation, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Ben Ito, Cleo Marsh, Olga"));
  g_clear_error (&error);

  g_assert_null (ik_panels_open (fixture->ben.library, fixture->invitation, "Dora", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  id = ik_panels_open (fixture->ben.library, fixture->invitation, "BEN ITO", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static void
test_own_invitation (IkTestPanel   *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_panels_open (fixture->chair.library, fixture->invitation, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "yourself"));
}

/* Who asks what: what is named for nobody, all ask. */
static void
test_parts (IkTestPanel   *fixture,
            gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", "Cleo Marsh", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autoptr(IkInvitationStatus) status = NULL;
  g_autoptr(IkInterview) ben = NULL;
  g_autoptr(IkInterview) cleo = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (((IkSeat *) seats->pdata[0])->asks, g_strdup ("warming up"));
  g_ptr_array_add (((IkSeat *) seats->pdata[1])->asks, g_strdup ("design"));
  id = ik_test_panel_invite (fixture, seats, &error);
  g_assert_no_error (error);

  status = ik_panels_load (fixture->chair.library, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((IkSeatStatus *) status->seats->pdata[1])->asks, ==, "design");
  ben = ik_test_panel_load (&fixture->chair, ((IkSeatStatus *) status->seats->pdata[0])->id);
  cleo = ik_test_panel_load (&fixture->chair, ((IkSeatStatus *) status->seats->pdata[1])->id);
  g_assert_cmpuint (ben->items->len, ==, 1);
  g_assert_cmpuint (ben->competencies->len, ==, 0);
  g_assert_cmpuint (cleo->items->len, ==, 2);
  g_assert_cmpuint (cleo->competencies->len, ==, 1);
}

static void
test_refused_invitations (IkTestPanel   *fixture,
                          gconstpointer  data)
{
  static const char *const nobody[] = { NULL };
  static const char *const twice[] = { "Ben Ito", "ben ito", NULL };
  static const char *const nameless[] = { "  ", NULL };
  static const char *const one[] = { "Ben Ito", NULL };
  const struct
  {
    const char *const *names;
    const char        *asks;
    const char        *part;
  } cases[] = {
    { nobody, NULL, "from 1 to 30" },
    { twice, NULL, "twice" },
    { nameless, NULL, "needs a name" },
    { one, "Juggling", "“Juggling”" },
  };
  g_autofree char *before = ik_test_library_dump (&fixture->chair);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (cases[i].names);
      g_autoptr(GError) error = NULL;

      if (cases[i].asks != NULL)
        g_ptr_array_add (((IkSeat *) seats->pdata[0])->asks, g_strdup (cases[i].asks));
      g_assert_null (ik_test_panel_invite (fixture, seats, &error));
      g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }

  {
    g_autofree char *after = ik_test_library_dump (&fixture->chair);

    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_locked_library (IkTestPanel   *fixture,
                     gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autofree char *path = g_build_filename (fixture->chair.directory, "library.db", NULL);
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *other = NULL;

  g_test_summary ("Where nothing could be planned, the file is what it was");

  g_assert_true (g_file_replace_contents (fixture->invitation, "before", 6, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, &error));
  before = g_file_load_bytes (fixture->invitation, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  g_assert_null (ik_test_panel_invite (fixture, seats, &error));
  g_assert_nonnull (error);
  sqlite3_close (other);
  after = g_file_load_bytes (fixture->invitation, NULL, NULL, NULL);
  g_assert_nonnull (after);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_unwritable (IkTestPanel   *fixture,
                 gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autofree char *before = ik_test_library_dump (&fixture->chair);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (fixture->invitation);
  fixture->invitation = g_file_new_build_filename (fixture->chair.directory, "none", "a.ikpanel",
                                                   NULL);
  g_assert_null (ik_test_panel_invite (fixture, seats, &error));
  g_assert_true (error->domain == G_IO_ERROR);
  after = ik_test_library_dump (&fixture->chair);
  g_assert_cmpstr (before, ==, after);
}

/* Sending and merging */

static void
assert_merged (const IkInterview *merged,
               const IkInterview *sent)
{
  const IkInterviewItem *item = merged->items->pdata[1];
  const IkInterviewItem *extra = merged->items->pdata[merged->items->len - 1];

  g_assert_cmpint (merged->state, ==, IK_INTERVIEW_STATE_HANDED_IN);
  g_assert_cmpint (merged->handed_in_at_us, ==, sent->handed_in_at_us);
  g_assert_cmpint (merged->started_at_us, ==, sent->started_at_us);
  g_assert_cmpint (merged->ended_at_us, ==, sent->ended_at_us);
  g_assert_cmpint (merged->recommendation, ==, sent->recommendation);
  g_assert_cmpstr (merged->recommendation_rubric_id, ==, sent->recommendation_rubric_id);
  g_assert_cmpstr (merged->summary, ==, sent->summary);
  g_assert_cmpuint (merged->items->len, ==, sent->items->len);
  g_assert_cmpint (item->rating, ==, ((IkInterviewItem *) sent->items->pdata[1])->rating);
  g_assert_cmpint (item->elapsed_ms, ==, 61000);
  g_assert_cmpstr (item->evidence, ==, "Named three ways");
  g_assert_cmpstr (((IkNote *) item->notes->pdata[0])->text, ==, "Drew a picture");
  g_assert_cmpint (((IkNote *) item->notes->pdata[0])->at_us, ==, 1800000001000000);
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[0])->ticked_at_us, !=, 0);
  g_assert_true (extra->off_script);
  g_assert_cmpstr (extra->candidate.prompt, ==, "Why now?");
  g_assert_true (extra->not_assessed);
  g_assert_cmpstr (((IkNote *) merged->notes->pdata[0])->text, ==, "Came early");
  g_assert_cmpstr (((IkFinding *) merged->strengths->pdata[0])->text, ==, "Explains well");
  g_assert_true (((IkFinding *) merged->strengths->pdata[0])->is_shareable);
  g_assert_false (((IkFinding *) merged->concerns->pdata[0])->is_shareable);
}

static void
test_merge (IkTestPanel   *fixture,
            gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkInterview) sent = NULL;
  g_autoptr(IkInterview) merged = NULL;
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autoptr(IkInvitationStatus) status = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  ik_test_panel_hand_in_own (fixture);
  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  receipt = ik_test_panel_import (fixture);
  words = ik_panels_dup_own_words (fixture->ben.library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (receipt->member_name, ==, "Ben Ito");
  g_assert_cmpstr (receipt->candidate_name, ==, "Ada Example");
  g_assert_cmpstr (receipt->member_words, ==, words);
  g_assert_cmpstr (receipt->interview_id, ==, id);
  g_assert_true (receipt->is_new_key);
  g_assert_false (receipt->is_replaced);

  sent = ik_test_panel_load (&fixture->ben, id);
  merged = ik_test_panel_load (&fixture->chair, id);
  assert_merged (merged, sent);
  g_assert_cmpstr (merged->recommendation_rubric_id, ==, data);

  status = ik_panels_load (fixture->chair.library, fixture->panel_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_invitation_status_count_handed_in (status), ==, 2);
  g_assert_cmpint (((IkSeatStatus *) status->seats->pdata[0])->handed_in_at_us, ==,
                   sent->handed_in_at_us);
  g_assert_nonnull (((IkSeatStatus *) status->seats->pdata[0])->public_key);
}

/* Nobody reads another's ratings before handing in their own, however they read. */
static void
test_independent (IkTestPanel   *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autoptr(IkInterview) closed = NULL;
  g_autoptr(IkInterview) open = NULL;
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->chair.directory, "export", NULL);
  const IkInterviewItem *item;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  receipt = ik_test_panel_import (fixture);

  closed = ik_test_panel_load (&fixture->chair, id);
  item = closed->items->pdata[1];
  g_assert_true (closed->is_withheld);
  g_assert_cmpint (closed->state, ==, IK_INTERVIEW_STATE_HANDED_IN);
  g_assert_cmpint (item->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_NOT_ASKED);
  g_assert_cmpstr (item->evidence, ==, "");
  g_assert_cmpuint (item->notes->len, ==, 0);
  g_assert_cmpuint (closed->notes->len, ==, 0);
  g_assert_cmpuint (closed->strengths->len, ==, 0);
  g_assert_cmpint (closed->recommendation, ==, IK_RATING_NONE);
  g_assert_cmpstr (closed->summary, ==, "");
  g_assert_cmpuint (closed->events->len, ==, 0);
  for (guint i = 0; i < closed->items->len; i++)
    g_assert_false (((IkInterviewItem *) closed->items->pdata[i])->off_script);

  g_assert_null (ik_interviews_list_changes (fixture->chair.library, id, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ik_candidates_export (fixture->chair.library, fixture->candidate_id, folder, NULL,
                                        &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  ik_test_panel_hand_in_own (fixture);
  open = ik_test_panel_load (&fixture->chair, id);
  g_assert_false (open->is_withheld);
  g_assert_cmpint (((IkInterviewItem *) open->items->pdata[1])->rating, ==, 3);
  log = ik_interviews_list_changes (fixture->chair.library, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 0);
}

static void
assert_change (GPtrArray  *changes,
               const char *field,
               const char *old_value,
               const char *new_value)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const IkInterviewChange *change = changes->pdata[i];

      if (g_str_equal (change->field, field) && g_str_equal (change->old_value, old_value) &&
          g_str_equal (change->new_value, new_value))
        {
          g_assert_cmpstr (change->reason, ==, "Misread my notes");
          return;
        }
    }

  g_error ("No change of %s from %s to %s", field, old_value, new_value);
}

static void
test_replace (IkTestPanel   *fixture,
              gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkScorecardReceipt) first = NULL;
  g_autoptr(IkScorecardReceipt) second = NULL;
  g_autoptr(IkInterview) merged = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GBytes) old = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in_own (fixture);
  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  old = g_file_load_bytes (fixture->scorecard, NULL, NULL, NULL);
  first = ik_test_panel_import (fixture);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "merged already");

  ik_test_panel_reopen (&fixture->ben, id);
  ik_test_panel_hand_in (&fixture->ben, id, 2, "Less good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  second = ik_test_panel_import (fixture);
  g_assert_true (second->is_replaced);
  g_assert_false (second->is_new_key);

  merged = ik_test_panel_load (&fixture->chair, id);
  g_assert_cmpint (((IkInterviewItem *) merged->items->pdata[1])->rating, ==, 2);
  g_assert_cmpuint (merged->reopened->len, ==, 1);
  g_assert_cmpstr (((IkReopening *) merged->reopened->pdata[0])->reason, ==, "Misread my notes");
  changes = ik_interviews_list_changes (fixture->chair.library, id, NULL, &error);
  g_assert_no_error (error);
  assert_change (changes, "rating", "3", "2");
  assert_change (changes, "summary", "Good", "Less good");

  g_file_replace_contents (fixture->scorecard, g_bytes_get_data (old, NULL), g_bytes_get_size (old),
                           NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "older than");
}

/* Only its author changes a scorecard. */
static void
test_read_only (IkTestPanel   *fixture,
                gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  receipt = ik_test_panel_import (fixture);

  g_assert_false (ik_interviews_reopen (fixture->chair.library, id, "I know better", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "only Ben Ito"));
}

/* The chair's key, which a member forgot, comes back with the invitation. */
static void
test_chair_forgotten (IkTestPanel   *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  g_assert_true (ik_panels_forget_key (fixture->ben.library, fixture->panel_id, "Olga", NULL,
                                       &error));
  g_assert_no_error (error);
  g_assert_false (ik_panels_send (fixture->ben.library, id, fixture->scorecard, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  again = ik_test_panel_open (fixture, &fixture->ben);
  g_assert_cmpstr (again, ==, id);
  ik_test_panel_send (fixture, &fixture->ben, id);
}

/* Keys and undo */

static void
test_keys_stay (IkTestPanel   *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = ik_panels_dup_own_words (fixture->chair.library, NULL, &error);
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *path = g_build_filename (fixture->chair.directory, "backup.db", NULL);
  g_autoptr(IkLibrary) backup = NULL;

  ik_test_library_reopen (&fixture->chair);
  after = ik_panels_dup_own_words (fixture->chair.library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before, ==, after);

  ik_library_backup (fixture->chair.library, path, NULL, &error);
  g_assert_no_error (error);
  backup = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
  restored = ik_panels_dup_own_words (backup, NULL, &error);
  g_assert_cmpstr (before, ==, restored);
  ik_library_close (backup);
}

static void
test_undo (IkTestPanel   *fixture,
           gconstpointer  data)
{
  static const char *const names[] = { "Dora", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autofree char *before = ik_test_library_dump (&fixture->chair);
  g_autofree char *bens = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;
  g_autofree char *still = NULL;
  g_autoptr(GError) error = NULL;

  words = ik_panels_dup_own_words (fixture->chair.library, NULL, &error);
  g_ptr_array_set_size (fixture->chair.changesets, 0);
  id = ik_test_panel_invite (fixture, seats, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (&fixture->chair, before);
  still = ik_panels_dup_own_words (fixture->chair.library, NULL, &error);
  g_assert_cmpstr (words, ==, still);

  g_object_unref (fixture->invitation);
  fixture->invitation = g_file_new_build_filename (fixture->chair.directory, "ada.ikpanel", NULL);
  g_ptr_array_set_size (fixture->ben.changesets, 0);
  bens = ik_test_library_dump (&fixture->ben);
  opened = ik_panels_open (fixture->ben.library, fixture->invitation, "Dora", NULL, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (&fixture->ben, bens);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/service/panels/" name, IkTestPanel, NULL, ik_test_panel_set_up, func, ik_test_panel_tear_down)
  ADD ("invite", test_invite);
  ADD ("least-data", test_least_data);
  ADD ("version", test_version);
  g_test_add ("/service/panels/version-own-scale", IkTestPanel, IK_RUBRIC_BUILT_IN_ID,
              ik_test_panel_set_up, test_version, ik_test_panel_tear_down);
  ADD ("open", test_open);
  ADD ("look-at", test_look_at);
  ADD ("other-name", test_other_name);
  ADD ("open-as", test_open_as);
  ADD ("own-invitation", test_own_invitation);
  ADD ("parts", test_parts);
  ADD ("refused-invitations", test_refused_invitations);
  ADD ("unwritable", test_unwritable);
  ADD ("locked-library", test_locked_library);
  ADD ("merge", test_merge);
  g_test_add ("/service/panels/merge-own-scale", IkTestPanel, IK_RUBRIC_BUILT_IN_ID,
              ik_test_panel_set_up, test_merge, ik_test_panel_tear_down);
  ADD ("independent", test_independent);
  ADD ("replace", test_replace);
  ADD ("read-only", test_read_only);
  ADD ("chair-forgotten", test_chair_forgotten);
  ADD ("keys-stay", test_keys_stay);
  ADD ("undo", test_undo);

  return g_test_run ();
}
