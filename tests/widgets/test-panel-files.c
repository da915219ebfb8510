/* A panel by file, in the window: inviting, opening, sending and merging. */

#include "ik-invitation-dialog.h"
#include "ik-interviews.h"
#include "ik-keys-dialog.h"
#include "ik-member-row.h"
#include "ik-panel-dialog.h"
#include "ik-preparation-page.h"
#include "ik-test-panel.h"
#include "ik-test-window.h"
#include "ik-today-page.h"

#include <glib/gstdio.h>
#include <string.h>

/* The window is on a library of its own; the others are Olga's, Ben's, Cleo's. */
typedef struct
{
  IkTestWindow  window;
  IkTestPanel   panel;
  IkTestLibrary library; /* of the window, for what takes one */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_panel_set_up (&fixture->panel, data);
  g_assert_cmpint (g_chdir (fixture->panel.chair.directory), ==, 0);
  ik_test_window_set_up (&fixture->window, data);
  ik_test_window_wait_for (&fixture->window, IK_TYPE_TODAY_PAGE);
  fixture->library.library = ik_window_get_library (fixture->window.window);
  fixture->library.path = fixture->window.path;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ik_test_window_tear_down (&fixture->window, data);
  g_assert_cmpint (g_chdir (g_get_tmp_dir ()), ==, 0);
  ik_test_panel_tear_down (&fixture->panel, data);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static gboolean
has_invitation_dialog (gpointer data)
{
  return find_window (IK_TYPE_INVITATION_DIALOG) != NULL;
}

static gboolean
has_panel_dialog (gpointer data)
{
  return find_window (IK_TYPE_PANEL_DIALOG) != NULL;
}

static gboolean
has_message (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_file_dialog (gpointer data)
{
  return ik_test_widgets_get_file_dialog () != NULL;
}

static gboolean
has_file (gpointer data)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (data);

  return file != NULL;
}

static gboolean
exists (gpointer data)
{
  return g_file_query_exists (data, NULL);
}

static gboolean
shows_preparation (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *window = GTK_WIDGET (fixture->window.window);

  return ik_test_widgets_find (window, IK_TYPE_PREPARATION_PAGE, NULL) != NULL;
}

/* The body of the one message that is shown. */
static char *
dup_message (void)
{
  GtkWidget *dialog;

  ik_test_widgets_wait (has_message, NULL);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);

  return g_strdup (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
}

/* Saves under the name that is offered, in the folder of this process. */
static GFile *
save (void)
{
  GtkWidget *dialog;
  GFile *file;

  ik_test_widgets_wait (has_file_dialog, NULL);
  dialog = ik_test_widgets_get_file_dialog ();
  ik_test_widgets_wait (has_file, dialog);
  ik_test_widgets_settle ();
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ik_test_widgets_wait (exists, file);

  return file;
}

static GtkWidget *
get_child (GtkWidget  *widget,
           GType       type,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}

static void
open_file (Fixture *fixture,
           GFile   *file)
{
  ik_window_import (fixture->window.window, &file, 1);
}

/* From the invitation to the scorecard, as a member does it. */
static void
test_member (Fixture       *fixture,
             gconstpointer  data)
{
  IkLibrary *library = fixture->library.library;
  g_autofree char *words = ik_panels_dup_own_words (fixture->panel.chair.library, NULL, NULL);
  g_autoptr(GPtrArray) panels = NULL;
  g_autoptr(GFile) scorecard = NULL;
  g_autoptr(IkScorecardReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *told = NULL;
  GtkWidget *dialog;

  ik_test_panel_set_owner (&fixture->library, "Ben Ito");
  open_file (fixture, fixture->panel.invitation);
  ik_test_widgets_wait (has_invitation_dialog, NULL);
  dialog = find_window (IK_TYPE_INVITATION_DIALOG);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child (dialog, IK_TYPE_INVITATION_DIALOG,
                                                             "words"))), ==, words);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_child (dialog,
                                                                          IK_TYPE_INVITATION_DIALOG,
                                                                          "member"))), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         get_child (dialog, IK_TYPE_INVITATION_DIALOG, "member")));
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.accept", NULL));
  ik_test_widgets_wait (shows_preparation, fixture);

  panels = ik_panels_list (library, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (panels->len, ==, 1);
  id = g_strdup (((IkSeatStatus *) ((IkInvitationStatus *) panels->pdata[0])->seats->pdata[0])->id);

  ik_test_panel_hand_in (&fixture->library, id, 3, "Good");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window.window), "win.send-scorecard", "s", id);
  scorecard = save ();
  told = dup_message ();
  g_assert_nonnull (strstr (told, "key"));
  ik_test_widgets_answer_dialog ("close");

  receipt = ik_panels_import (fixture->panel.chair.library, scorecard, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (receipt->member_name, ==, "Ben Ito");
}

static gboolean
can_invite (gpointer data)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (data));
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static char *
dup_key (Fixture    *fixture,
         const char *candidate_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) panels = ik_panels_list (fixture->library.library, candidate_id, NULL,
                                                &error);
  const IkInvitationStatus *panel;

  g_assert_no_error (error);
  panel = panels->pdata[0];
  return g_strdup (((IkSeatStatus *) panel->seats->pdata[0])->public_key);
}

/* A new computer has a new key: the old one goes, and comes back by undo. */
static void
forget_key (Fixture    *fixture,
            const char *candidate_id,
            const char *words)
{
  GtkWidget *window = GTK_WIDGET (fixture->window.window);
  g_autofree char *before = dup_key (fixture, candidate_id);
  g_autofree char *forgotten = NULL;
  g_autofree char *after = NULL;
  GtkWidget *dialog;
  GtkWidget *row;

  gtk_widget_activate_action (window, "win.panel-keys", "s", candidate_id);
  dialog = ik_test_widgets_find_window (IK_TYPE_KEYS_DIALOG);
  g_assert_nonnull (dialog);
  row = ik_test_widgets_find (dialog, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, words);
  g_signal_emit_by_name (ik_test_window_find_button (dialog, "keys.forget"), "clicked");
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_KEYS_DIALOG));
  forgotten = dup_key (fixture, candidate_id);
  g_assert_null (forgotten);

  gtk_widget_activate_action (window, "win.undo", NULL);
  ik_test_widgets_settle ();
  after = dup_key (fixture, candidate_id);
  g_assert_cmpstr (after, ==, before);
}

/* From the dialog to the merged scorecard, as the chair does it. */
static void
test_chair (Fixture       *fixture,
            gconstpointer  data)
{
  IkLibrary *library = fixture->library.library;
  GtkWidget *window = GTK_WIDGET (fixture->window.window);
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *id = NULL;
  g_autofree char *told = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GFile) invitation = NULL;
  g_autoptr(IkInterview) merged = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;
  GtkWidget *member;

  ik_test_library_fill (&fixture->library);
  ik_test_panel_set_owner (&fixture->library, "Olga");
  candidate_id = ik_test_panel_add_candidate (&fixture->library);
  set_id = ik_test_panel_add_set (&fixture->library, "Baker");

  gtk_widget_activate_action (window, "win.invite-panel", "s", candidate_id);
  ik_test_widgets_wait (has_panel_dialog, NULL);
  dialog = find_window (IK_TYPE_PANEL_DIALOG);
  g_assert_false (can_invite (dialog));
  set_text (get_child (dialog, IK_TYPE_PANEL_DIALOG, "round"), "Second round");
  member = ik_test_widgets_find (dialog, IK_TYPE_MEMBER_ROW, NULL);
  set_text (get_child (member, IK_TYPE_MEMBER_ROW, "name"), "Ben Ito");
  ik_test_widgets_wait (can_invite, dialog);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         get_child (dialog, IK_TYPE_PANEL_DIALOG, "set")));
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.invite", NULL));
  invitation = save ();

  id = ik_panels_open (fixture->panel.ben.library, invitation, NULL, NULL, &error);
  g_assert_no_error (error);
  ik_test_panel_hand_in (&fixture->panel.ben, id, 3, "Good");
  ik_test_panel_send (&fixture->panel, &fixture->panel.ben, id);
  words = ik_panels_dup_own_words (fixture->panel.ben.library, NULL, NULL);

  open_file (fixture, fixture->panel.scorecard);
  told = dup_message ();
  g_assert_nonnull (strstr (told, words));
  ik_test_widgets_answer_dialog ("close");
  merged = ik_interviews_load (library, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (merged->state, ==, IK_INTERVIEW_STATE_HANDED_IN);
  g_assert_cmpstr (merged->summary, ==, "Good");

  forget_key (fixture, candidate_id, words);
}

static void
assert_asks (IkMemberRow *row,
             const char  *asks)
{
  g_autoptr(IkSeat) seat = ik_member_row_make_seat (row);
  GtkWidget *label = get_child (GTK_WIDGET (row), IK_TYPE_MEMBER_ROW, "chosen");
  g_autofree char *text = NULL;

  g_ptr_array_add (seat->asks, NULL);
  text = g_strjoinv (", ", (char **) seat->asks->pdata);
  g_assert_cmpstr (text, ==, asks);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==,
                   *asks != '\0' ? asks : "Asks everything");
}

static gboolean
is_open (gpointer data)
{
  GtkWidget *parts = data;

  return gtk_widget_get_mapped (parts);
}

/* Several parts for one member, by keys. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const parts[] = { "Soil", "Water", "Soil", "Trees", NULL };
  static const char *const others[] = { "Trees", "Roses", NULL };
  GtkWidget *row = ik_member_row_new ();
  GtkWidget *window = ik_test_widgets_show (row);
  GtkWidget *list = get_child (row, IK_TYPE_MEMBER_ROW, "parts");

  assert_asks (IK_MEMBER_ROW (row), "");
  ik_member_row_set_parts (IK_MEMBER_ROW (row), parts);
  assert_asks (IK_MEMBER_ROW (row), "");

  gtk_widget_grab_focus (row);
  ik_test_widgets_press (window, "key Tab space");
  ik_test_widgets_wait (is_open, list);
  ik_test_widgets_press (window, "key space Tab Tab space Escape");
  assert_asks (IK_MEMBER_ROW (row), "Soil, Trees");

  ik_member_row_set_parts (IK_MEMBER_ROW (row), others);
  assert_asks (IK_MEMBER_ROW (row), "Trees");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GFile *
file_of (Fixture    *fixture,
         const char *name)
{
  return g_file_new_build_filename (fixture->panel.chair.directory, name, NULL);
}

/* Invites to a panel of the window's own, whose members all hand in. */
static void
hand_in_all (Fixture  *fixture,
             GFile   **files,
             char    **words)
{
  static const char *const names[] = { "Ben Ito", "Cleo Marsh", NULL };
  IkTestLibrary *members[] = { &fixture->panel.ben, &fixture->panel.cleo };
  g_autoptr(GPtrArray) seats = ik_test_panel_make_seats (names);
  g_autoptr(GFile) invitation = file_of (fixture, "own.ikpanel");
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *panel_id = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (&fixture->library);
  ik_test_panel_set_owner (&fixture->library, "Olga");
  candidate_id = ik_test_panel_add_candidate (&fixture->library);
  set_id = ik_test_panel_add_set (&fixture->library, "Baker");
  panel_id = ik_panels_invite (fixture->library.library,
                               &(IkPanelRequest) { candidate_id, set_id, TEST_ROUND, seats },
                               invitation, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *id = ik_panels_open (members[i]->library, invitation, NULL, NULL, &error);

      g_assert_no_error (error);
      ik_test_panel_hand_in (members[i], id, 3, "Good");
      ik_panels_send (members[i]->library, id, files[i], NULL, &error);
      g_assert_no_error (error);
      words[i] = ik_panels_dup_own_words (members[i]->library, NULL, NULL);
    }
}

/* The files of a whole panel are told of in one message. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) bens = file_of (fixture, "ben.ikscore");
  g_autoptr(GFile) cleos = file_of (fixture, "cleo.ikscore");
  g_autoptr(GFile) letter = file_of (fixture, "letter.ikscore");
  GFile *files[] = { bens, letter, cleos };
  char *words[2] = { NULL, NULL };
  g_autofree char *told = NULL;
  GtkWidget *dialog;

  hand_in_all (fixture, (GFile *[]) { bens, cleos }, words);
  g_file_set_contents (g_file_peek_path (letter), "Dear Olga", -1, NULL);
  ik_window_import (fixture->window.window, files, G_N_ELEMENTS (files));
  told = dup_message ();
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "2 Scorecards Merged");
  g_assert_nonnull (strstr (told, words[0]));
  g_assert_nonnull (strstr (told, words[1]));
  g_assert_nonnull (strstr (told, "letter.ikscore"));
  ik_test_widgets_answer_dialog ("close");
  ik_test_widgets_settle ();
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_free (words[0]);
  g_free (words[1]);
}

/* What is refused is said in a message, with the name of the file. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *told = NULL;
  GtkWidget *dialog;

  g_file_set_contents (g_file_peek_path (fixture->panel.scorecard), "Dear Olga", -1, NULL);
  open_file (fixture, fixture->panel.scorecard);
  told = dup_message ();
  g_assert_nonnull (strstr (told, "not a scorecard"));
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)),
                            "ada.ikscore"));
  ik_test_widgets_answer_dialog ("close");
}

int
main (int   argc,
      char *argv[])
{
  ik_test_window_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/widgets/panel-files/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("member", test_member);
  ADD ("chair", test_chair);
  ADD ("parts", test_parts);
  ADD ("several", test_several);
  ADD ("refused", test_refused);

  return g_test_run ();
}
