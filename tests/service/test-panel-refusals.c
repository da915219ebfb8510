/* What a chair's library refuses of the files that people send, and says why. */

#include "ik-candidates.h"
#include "ik-key-store.h"
#include "ik-scorecard-json.h"
#include "ik-seal.h"
#include "ik-test-panel.h"

#include <string.h>

static void
test_refused (IkTestPanel   *fixture,
              gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(GBytes) content = NULL;
  g_autofree guint8 *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_assert_false (ik_panels_send (fixture->ben.library, id, fixture->scorecard, NULL, &error));
  g_assert_nonnull (strstr (error->message, "not handed in yet"));
  g_clear_error (&error);

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);

  /* A wrong key */
  ik_test_panel_assert_refused (fixture, &fixture->cleo, NULL, "another key");

  /* Altered, and of a newer version */
  content = g_file_load_bytes (fixture->scorecard, NULL, NULL, NULL);
  size = g_bytes_get_size (content);
  bytes = g_memdup2 (g_bytes_get_data (content, NULL), size);
  bytes[size / 2] ^= 1;
  g_file_set_contents (g_file_peek_path (fixture->scorecard), (char *) bytes, (gssize) size, NULL);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "altered");
  bytes[11] = 2;
  g_file_set_contents (g_file_peek_path (fixture->scorecard), (char *) bytes, (gssize) size, NULL);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "newer version");
  g_file_set_contents (g_file_peek_path (fixture->scorecard), "Dear Olga", -1, NULL);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "not a scorecard");

  /* The chair takes the panel back */
  ik_test_panel_send (fixture, &fixture->ben, id);
  g_assert_true (ik_candidates_erase (fixture->chair.library, fixture->candidate_id, FALSE, NULL,
                                      &error));
  g_assert_no_error (error);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "isn't in this library");
}

/* Panels of one chair, of which somebody looks at another one. */
static char *
invite_ben (IkTestPanel *fixture,
            const char  *candidate_id,
            const char  *set_id)
{
  g_autoptr(GPtrArray) seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_free);
  IkPanelRequest request = { candidate_id, set_id, TEST_ROUND, seats };
  g_autofree char *path = g_build_filename (fixture->chair.directory, "other.ikpanel", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  char *id;

  g_ptr_array_add (seats, ik_seat_new ("Ben Ito"));
  id = ik_panels_invite (fixture->chair.library, &request, file, NULL, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_other_panel (IkTestPanel   *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autofree char *candidate_id = ik_test_panel_add_candidate (&fixture->chair);
  g_autofree char *set_id = ik_test_panel_add_set (&fixture->chair, "Butcher");
  g_autofree char *of_role = invite_ben (fixture, fixture->candidate_id, set_id);
  g_autofree char *of_person = invite_ben (fixture, candidate_id, fixture->set_id);
  g_autofree char *again = invite_ben (fixture, fixture->candidate_id, fixture->set_id);

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);

  ik_test_panel_assert_refused (fixture, &fixture->chair, of_role, "for the role “Baker”");
  ik_test_panel_assert_refused (fixture, &fixture->chair, of_person, "about Ada Example");
  ik_test_panel_assert_refused (fixture, &fixture->chair, again, "another panel");
}

/* What a member with keys of their own may write into a scorecard. */
static gboolean
get_secret_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ik_key_store_get_secret (database, data, error);
}

static IkKeyPair *
load_keys (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  IkKeyPair *keys;
  char *secret = NULL;

  ik_library_read (test->library, get_secret_cb, &secret, NULL, &error);
  g_assert_no_error (error);
  keys = ik_key_pair_new_from_secret (secret);
  ik_key_secret_free (secret);

  return keys;
}

static void
forge (IkTestPanel   *fixture,
       IkTestLibrary *test,
       const char    *from,
       const char    *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = g_file_load_bytes (fixture->scorecard, NULL, NULL, &error);
  g_autoptr(IkKeyPair) chair = NULL;
  g_autoptr(IkKeyPair) member = NULL;
  g_autoptr(GBytes) document = NULL;
  g_autoptr(GBytes) changed = NULL;
  g_autoptr(GBytes) sealed = NULL;
  GString *text;
  gsize size;
  const char *bytes;
  IkPublicKey key;

  chair = load_keys (&fixture->chair);
  member = load_keys (test);
  document = ik_seal_open_scorecard (content, chair, &key, &error);
  g_assert_no_error (error);
  bytes = g_bytes_get_data (document, &size);
  text = g_string_new_len (bytes, (gssize) size);
  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  changed = g_string_free_to_bytes (text);
  sealed = ik_seal_scorecard (changed, member, ik_key_pair_get_public (chair));
  g_file_replace_contents (fixture->scorecard, g_bytes_get_data (sealed, NULL),
                           g_bytes_get_size (sealed), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static void
test_forged (IkTestPanel   *fixture,
             gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkInterview) held = NULL;
  g_autoptr(IkInvitationStatus) status = NULL;
  g_autofree char *stranger = g_uuid_string_random ();
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  held = ik_test_panel_load (&fixture->ben, id);
  status = ik_panels_load (fixture->chair.library, fixture->panel_id, NULL, &error);
  g_assert_no_error (error);

  {
    const struct
    {
      const char *from;
      const char *to;
      const char *part;
    } cases[] = {
      { fixture->candidate_id, stranger, "and this panel is about" },
      { "\"role\":\"Baker\"", "\"role\":\"Butcher\"", "for the role “Butcher”" },
      { status->digest, stranger, "another invitation" },
      { id, stranger, "has no seat" },
      { id, ((IkSeatStatus *) status->seats->pdata[2])->id, "your own seat" },
      { ((IkInterviewItem *) held->items->pdata[1])->id, stranger, "Its questions" },
      { "\"rating\":3", "\"rating\":44", "44" },
      { "\"revision\":1", "\"revision\":0", "revision" },
      { "\"version\":1", "\"version\":2", "newer version" },
      { "\"outcome\":\"answered\"", "\"outcome\":\"sung\"", "sung" },
      { "\"recommendation\":\"yes\"", "\"recommendation\":\"\"", "recommendation is missing" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        ik_test_panel_send (fixture, &fixture->ben, id);
        forge (fixture, &fixture->ben, cases[i].from, cases[i].to);
        ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, cases[i].part);
      }
  }
}

/* The same interviewer under another key, and one key for two. */
static void
test_keys (IkTestPanel   *fixture,
           gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autofree char *again = NULL;
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autoptr(IkScorecardReceipt) renewed = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  receipt = ik_test_panel_import (fixture);

  /* Ben's card comes from Cleo's library. */
  again = ik_panels_open (fixture->cleo.library, fixture->invitation, "Ben Ito", NULL, &error);
  g_assert_no_error (error);
  ik_test_panel_hand_in (&fixture->cleo, again, 1, "Bad");
  ik_test_panel_reopen (&fixture->cleo, again);
  ik_test_panel_hand_in (&fixture->cleo, again, 1, "Bad");
  ik_test_panel_send (fixture, &fixture->cleo, again);
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "another key than before");

  g_assert_true (ik_panels_forget_key (fixture->chair.library, fixture->panel_id, "ben ito", NULL,
                                       &error));
  g_assert_no_error (error);
  renewed = ik_test_panel_import (fixture);
  g_assert_true (renewed->is_new_key);
  g_assert_true (renewed->is_replaced);

  g_assert_false (ik_panels_forget_key (fixture->chair.library, fixture->panel_id, "Dora", NULL,
                                        &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

static void
test_one_key_for_two (IkTestPanel   *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autoptr(IkInvitationStatus) status = NULL;
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autofree char *cleos = ik_test_panel_open (fixture, &fixture->cleo);
  g_autoptr(GError) error = NULL;

  ik_test_panel_hand_in (&fixture->ben, id, 3, "Good");
  ik_test_panel_send (fixture, &fixture->ben, id);
  receipt = ik_test_panel_import (fixture);

  /* Cleo's answers, signed by Ben. */
  ik_test_panel_hand_in (&fixture->cleo, cleos, 3, "Great");
  ik_test_panel_send (fixture, &fixture->cleo, cleos);
  forge (fixture, &fixture->ben, "Great", "Awful");
  ik_test_panel_assert_refused (fixture, &fixture->chair, NULL, "signed with the key of Ben Ito");
}

/* A stranger who signs an invitation with the name of a chair who is known. */
static void
test_false_chair (IkTestPanel   *fixture,
                  gconstpointer  data)
{
  static const char *const names[] = { "Ben Ito", NULL };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autofree char *id = ik_test_panel_open (fixture, &fixture->ben);
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *panel_id = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (&fixture->cleo);
  ik_test_panel_set_owner (&fixture->cleo, "Olga");
  candidate_id = ik_test_panel_add_candidate (&fixture->cleo);
  set_id = ik_test_panel_add_set (&fixture->cleo, "Baker");
  {
    IkPanelRequest request = { candidate_id, set_id, TEST_ROUND, seats };

    panel_id = ik_panels_invite (fixture->cleo.library, &request, fixture->invitation, NULL,
                                 &error);
    g_assert_no_error (error);
  }

  g_assert_null (ik_panels_open (fixture->ben.library, fixture->invitation, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "another key than before"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/service/panel-refusals/" name, IkTestPanel, NULL, ik_test_panel_set_up, func, ik_test_panel_tear_down)
  ADD ("refused", test_refused);
  ADD ("other-panel", test_other_panel);
  ADD ("forged", test_forged);
  ADD ("keys", test_keys);
  ADD ("one-key-for-two", test_one_key_for_two);
  ADD ("false-chair", test_false_chair);

  return g_test_run ();
}
