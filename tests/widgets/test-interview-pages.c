#include "ik-adaptive-bin.h"
#include "ik-candidate-text-view.h"
#include "ik-candidate-view.h"
#include "ik-candidates.h"
#include "ik-candidates-page.h"
#include "ik-competency-row.h"
#include "ik-guidance-view.h"
#include "ik-indicator-button.h"
#include "ik-indicator-list.h"
#include "ik-interview-row.h"
#include "ik-interviews.h"
#include "ik-live-clock.h"
#include "ik-live-item-list.h"
#include "ik-live-item-row.h"
#include "ik-live-question-view.h"
#include "ik-notes-pane.h"
#include "ik-outcome-bar.h"
#include "ik-plan-dialog.h"
#include "ik-point-list.h"
#include "ik-rating-bar.h"
#include "ik-rating-button.h"
#include "ik-review-end-view.h"
#include "ik-review-item-view.h"
#include "ik-rich-view.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"
#include "ik-today-page.h"

#include <string.h>

/* Each class can be made and goes again. */
static void
test_every_class (void)
{
  GType (*const types[]) (void) = {
    ik_adaptive_bin_get_type, ik_candidate_text_view_get_type, ik_candidates_page_get_type,
    ik_competency_row_get_type, ik_guidance_view_get_type, ik_indicator_button_get_type,
    ik_indicator_list_get_type, ik_interview_row_get_type, ik_live_clock_get_type,
    ik_live_item_list_get_type, ik_live_item_row_get_type, ik_live_question_view_get_type,
    ik_notes_pane_get_type, ik_outcome_bar_get_type, ik_point_list_get_type,
    ik_rating_bar_get_type, ik_rating_button_get_type, ik_review_end_view_get_type,
    ik_review_item_view_get_type, ik_rich_view_get_type, ik_today_page_get_type,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i] (), NULL));

      g_assert_finalize_object (widget);
    }
}

static gboolean
shows_lists (gpointer data)
{
  GtkWidget *stack = ik_test_widgets_find (data, GTK_TYPE_STACK, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "lists") == 0;
}

static gboolean
shows_empty (gpointer data)
{
  GtkWidget *stack = ik_test_widgets_find (data, GTK_TYPE_STACK, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty") == 0;
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

static gboolean
names_both (gpointer data)
{
  return says (data, "Grace") && says (data, "Olga");
}

static void
plan_for_grace (IkTestLibrary *test,
                const char    *interview_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterview) own = ik_interviews_load (test->library, interview_id, NULL, &error);
  g_autoptr(IkInterview) of_grace = NULL;
  IkPlanRequest request = { .interviewer = "Grace" };

  g_assert_no_error (error);
  request.candidate_id = own->candidate_id;
  request.set_id = own->set_id;
  of_grace = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);
}

static void
test_today (IkTestLibrary *test,
            gconstpointer  data)
{
  GtkWidget *page = g_object_new (IK_TYPE_TODAY_PAGE, NULL);
  GtkWidget *window = ik_test_widgets_show (page);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_true (ik_interviews_set_owner (test->library, "Olga", NULL, &error));
  g_assert_no_error (error);
  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (shows_empty, page);

  id = ik_test_interview_plan (test);
  ik_test_widgets_wait (shows_lists, page);
  g_assert_nonnull (ik_test_widgets_find (page, IK_TYPE_INTERVIEW_ROW, NULL));
  g_assert_false (says (page, "Olga"));

  /* Lines about the same candidate tell who asks. */
  plan_for_grace (test, id);
  ik_test_widgets_wait (names_both, page);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *list = ik_test_widgets_find (data, GTK_TYPE_LIST_VIEW, "navigation-sidebar");
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  return g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
}

static gboolean
has_interviews (gpointer data)
{
  return ik_test_widgets_find (data, IK_TYPE_INTERVIEW_ROW, NULL) != NULL;
}

static void
test_candidates (IkTestLibrary *test,
                 gconstpointer  data)
{
  GtkWidget *page = g_object_new (IK_TYPE_CANDIDATES_PAGE, NULL);
  GtkWidget *window = ik_test_widgets_show (page);
  g_autofree char *id = NULL;
  GtkWidget *list;

  /* Nobody yet: one message over the whole page. */
  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (shows_empty, page);
  ik_test_widgets_settle ();
  g_assert_cmpint (gtk_widget_get_width (ik_test_widgets_find (page, ADW_TYPE_STATUS_PAGE, NULL)),
                   ==, gtk_widget_get_width (page));

  id = ik_test_interview_plan (test);
  ik_test_widgets_wait (has_rows, page);

  list = ik_test_widgets_find (page, GTK_TYPE_LIST_VIEW, "navigation-sidebar");
  g_signal_emit_by_name (list, "activate", 0u);
  ik_test_widgets_wait (has_interviews, page);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

/* In the order in which they can be removed. */
static const char *const exported[] = {
  "Ada Example/candidate.json", "Ada Example/interview-1.json", "Ada Example", ".",
};

static gboolean
has_folder_dialog (gpointer data)
{
  GtkWidget *dialog = ik_test_widgets_get_file_dialog ();

  return dialog != NULL &&
         gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) ==
         GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
}

/* The dialog may still be looking through folders. */
static gboolean
has_chosen_folder (gpointer data)
{
  g_autoptr(GFile) chosen =
    gtk_file_chooser_get_file (GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ()));

  return chosen != NULL && g_file_equal (chosen, data);
}

static gboolean
is_exported (gpointer data)
{
  g_autoptr(GFile) file = g_file_resolve_relative_path (data, "Ada Example/interview-1.json");

  return g_file_query_exists (file, NULL);
}

/* Everything held about a person comes into a folder of its own in the chosen one. */
static void
test_export (IkTestLibrary *test,
             gconstpointer  data)
{
  GtkWidget *page = g_object_new (IK_TYPE_CANDIDATES_PAGE, NULL);
  GtkWidget *window = ik_test_widgets_show (page);
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *path = g_dir_make_tmp ("ik-export-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  GtkWidget *dialog;

  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (has_rows, page);
  g_signal_emit_by_name (ik_test_widgets_find (page, GTK_TYPE_LIST_VIEW, "navigation-sidebar"),
                         "activate", 0u);
  ik_test_widgets_wait (has_interviews, page);

  gtk_widget_activate_action (ik_test_widgets_find (page, IK_TYPE_CANDIDATE_VIEW, NULL),
                              "candidate.export", NULL);
  ik_test_widgets_wait (has_folder_dialog, NULL);
  dialog = ik_test_widgets_get_file_dialog ();
  g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), folder, NULL));
  ik_test_widgets_wait (has_chosen_folder, folder);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ik_test_widgets_wait (is_exported, folder);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (exported); i++)
    {
      g_autoptr(GFile) file = g_file_resolve_relative_path (folder, exported[i]);

      g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

static gboolean
has_choices (gpointer data)
{
  GtkWidget *button = ik_test_widgets_find (data, GTK_TYPE_DROP_DOWN, NULL);

  return gtk_drop_down_get_model (GTK_DROP_DOWN (button)) != NULL &&
         g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (button))) > 1;
}

static void
planned_cb (IkPlanDialog  *dialog,
            const char    *id,
            char         **out_id)
{
  *out_id = g_strdup (id);
}

static gboolean
is_planned (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_plan (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *first_id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, first_id);
  GtkWidget *dialog = ik_plan_dialog_new (NULL, test->library, first->candidate_id);
  g_autoptr(IkInterview) second = NULL;
  g_autofree char *id = NULL;

  g_signal_connect (dialog, "planned", G_CALLBACK (planned_cb), &id);
  gtk_window_present (GTK_WINDOW (dialog));
  ik_test_widgets_wait (has_choices, dialog);
  gtk_widget_activate_action (dialog, "dialog.plan", NULL);
  ik_test_widgets_wait (is_planned, &id);

  /* A second one of the same person by the same set. */
  second = ik_test_interview_load (test->library, id);
  g_assert_cmpstr (second->candidate_id, ==, first->candidate_id);
  g_assert_cmpint (second->planned_at_us, >, 0);
  ik_test_widgets_settle ();
}

static gboolean
has_focus (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  return focus != NULL && (focus == data || gtk_widget_is_ancestor (focus, data));
}

/* The field of the dialog that is named by its placeholder or comes first. */
static GtkWidget *
find_entry (GtkWidget  *widget,
            const char *placeholder)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget) &&
      g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, placeholder);

  return found;
}

static void
ask_first_question (IkTestLibrary     *test,
                    const IkInterview *interview)
{
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();

  item->item_id = g_strdup (((IkInterviewItem *) interview->items->pdata[0])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  record->started_at_us = G_USEC_PER_SEC;
  g_ptr_array_add (record->items, item);
  recorded = ik_interviews_record (test->library, interview->id, record, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
names_known_question (gpointer data)
{
  GtkWidget *set = ik_test_widgets_find (data, GTK_TYPE_DROP_DOWN, "question-set");
  GtkWidget *row = gtk_widget_get_ancestor (set, ADW_TYPE_ACTION_ROW);

  return strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                 "was asked of this candidate before") != NULL;
}

static gboolean
names_none (gpointer data)
{
  return !names_known_question (data);
}

/* Before it is asked twice, it is said; of somebody else it is not. */
static void
test_plan_known (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *first_id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, first_id);
  GtkWidget *dialog;

  ask_first_question (test, first);
  dialog = ik_plan_dialog_new (NULL, test->library, first->candidate_id);
  gtk_window_present (GTK_WINDOW (dialog));
  ik_test_widgets_wait (names_known_question, dialog);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (ik_test_widgets_find (dialog, GTK_TYPE_DROP_DOWN,
                                                                   NULL)), 0);
  ik_test_widgets_wait (names_none, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ik_test_widgets_settle ();
}

/* Rounds that there were are offered; Return in any field plans. */
static void
test_plan_round (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *first_id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, first_id);
  IkPlanRequest request = {
    .set_id = first->set_id, .candidate_name = "Alan Example", .round = "Second_round",
  };
  g_autoptr(IkInterview) second = ik_interviews_plan (test->library, &request, NULL, NULL);
  GtkWidget *dialog = ik_plan_dialog_new (NULL, test->library, NULL);
  g_autoptr(IkInterview) third = NULL;
  g_autofree char *id = NULL;
  GtkWidget *round;

  g_signal_connect (dialog, "planned", G_CALLBACK (planned_cb), &id);
  gtk_window_present (GTK_WINDOW (dialog));
  ik_test_widgets_wait (has_choices, dialog);
  ik_test_widgets_press (dialog, "type 'Edsger Example'");
  gtk_widget_activate_action (dialog, "dialog.set-round", "s", "Second_round");
  round = find_entry (dialog, "Such as “First round”");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (round)), ==, "Second_round");
  g_assert_true (has_focus (round));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (round)), "activate");
  ik_test_widgets_wait (is_planned, &id);

  third = ik_test_interview_load (test->library, id);
  g_assert_cmpstr (third->round, ==, "Second_round");
  g_assert_cmpstr (third->candidate_name, ==, "Edsger Example");
  ik_test_widgets_settle ();
}

/* Who had extra time has it again, and somebody else doesn't. */
static void
test_plan_extra_time (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *first_id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, first_id);
  IkPlanRequest request = {
    .set_id = first->set_id, .candidate_id = first->candidate_id,
    .extra_time = IK_EXTRA_TIME_KEPT, .extra_time_percent = 50,
  };
  g_autoptr(IkInterview) second = ik_interviews_plan (test->library, &request, NULL, NULL);
  GtkWidget *dialog = ik_plan_dialog_new (NULL, test->library, first->candidate_id);
  GtkSpinButton *extra_time;
  GtkDropDown *candidate;
  g_autoptr(IkInterview) third = NULL;
  g_autoptr(IkCandidate) person = NULL;
  g_autofree char *id = NULL;

  g_signal_connect (dialog, "planned", G_CALLBACK (planned_cb), &id);
  gtk_window_present (GTK_WINDOW (dialog));
  ik_test_widgets_wait (has_choices, dialog);
  candidate = GTK_DROP_DOWN (ik_test_widgets_find (dialog, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         GTK_WIDGET (candidate)));
  extra_time = GTK_SPIN_BUTTON (ik_test_widgets_find (dialog, GTK_TYPE_SPIN_BUTTON, "extra-time"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (extra_time), ==, 50);
  gtk_drop_down_set_selected (candidate, 0);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (extra_time), ==, 0);
  gtk_drop_down_set_selected (candidate, 1);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (extra_time), ==, 50);

  gtk_spin_button_set_value (extra_time, 25);
  gtk_widget_activate_action (dialog, "dialog.plan", NULL);
  ik_test_widgets_wait (is_planned, &id);
  third = ik_test_interview_load (test->library, id);
  g_assert_cmpuint (third->extra_time_percent, ==, 25);
  person = ik_candidates_load (test->library, first->candidate_id, NULL, NULL);
  g_assert_cmpuint (person->extra_time_percent, ==, 25);
  ik_test_widgets_settle ();
}

/* Where somebody is expected is said until they have come. */
static void
test_room (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *first_id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, first_id);
  IkPlanRequest request = {
    .set_id = first->set_id, .candidate_name = "Alan Example", .room = "Garden room",
  };
  g_autoptr(IkInterview) second = ik_interviews_plan (test->library, &request, NULL, NULL);
  g_autoptr(GPtrArray) interviews = NULL;
  const IkInterviewSummary *summary;

  interviews = ik_interviews_list (test->library, second->candidate_id, NULL, NULL);
  summary = interviews->pdata[0];
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = g_object_ref_sink (ik_interview_row_new (summary, IK_INTERVIEW_ROW_OF_LIBRARY,
                                                                0));
      GtkWidget *subtitle = ik_test_widgets_find (row, GTK_TYPE_LABEL, "caption");

      g_assert_true ((strstr (gtk_label_get_text (GTK_LABEL (subtitle)),
                              " · Garden room · ") != NULL) == (i == 0));
      g_assert_finalize_object (row);
      ((IkInterviewSummary *) summary)->state = IK_INTERVIEW_STATE_REVIEW;
    }
}

/* A narrow row has its buttons below what it says, which nothing cuts then. */
static void
test_narrow_row (void)
{
  IkInterviewSummary summary = {
    .id = (char *) "1", .candidate_id = (char *) "2",
    .candidate_name = (char *) "Maximiliane Wolkenstein-Trostburg",
    .set_title = (char *) "Backend engineer, 60 minutes", .round = (char *) "First round",
    .room = (char *) "Garden room on the third floor", .state = IK_INTERVIEW_STATE_HANDED_IN,
    .handed_in_at_us = G_USEC_PER_SEC,
  };
  GtkWidget *row = ik_interview_row_new (&summary, IK_INTERVIEW_ROW_OF_LIBRARY, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkWidget *labels[2];
  graphene_rect_t bounds[2];

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ik_test_widgets_show_sized (list, 336, 300);
  labels[0] = ik_test_widgets_find (row, GTK_TYPE_LABEL, NULL);
  labels[1] = ik_test_widgets_find (row, GTK_TYPE_LABEL, "caption");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (labels[i]))));
  g_assert_true (gtk_widget_compute_bounds (labels[1], row, &bounds[0]));
  g_assert_true (gtk_widget_compute_bounds (ik_test_widgets_find (row, GTK_TYPE_MENU_BUTTON, NULL), row,
                                            &bounds[1]));
  g_assert_cmpfloat (bounds[1].origin.y, >=, bounds[0].origin.y + bounds[0].size.height);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The name of a new candidate is what is typed first; who is known needs none. */
static void
test_plan_focus (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) interview = ik_test_interview_load (test->library, id);
  GtkWidget *dialog = ik_plan_dialog_new (NULL, test->library, interview->candidate_id);
  GtkWidget *candidate = ik_test_widgets_find (dialog, GTK_TYPE_DROP_DOWN, NULL);
  GtkWidget *name = find_entry (dialog, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  ik_test_widgets_wait (has_choices, dialog);
  ik_test_widgets_wait (has_focus, candidate);

  /* "New candidate" is the first of the list. */
  ik_test_widgets_press (dialog, "key space");
  ik_test_widgets_press (dialog, "key Down Up Up Return");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (candidate)), ==, 0);
  g_assert_true (has_focus (name));

  /* The next one is the next field, not the row around it. */
  gtk_widget_child_focus (dialog, GTK_DIR_TAB_FORWARD);
  g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog))));

  gtk_window_destroy (GTK_WINDOW (dialog));
  ik_test_widgets_settle ();
}

/* A word of 100 kB in one label stops the program for 14 s. */
static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (100 * 1000, 'x');
  GtkWidget *view = ik_rich_view_new ();
  GtkWidget *window = ik_test_widgets_show (view);
  gint64 longest_us;

  ik_rich_view_set_text (IK_RICH_VIEW (view), word);
  longest_us = ik_test_widgets_settle ();
  g_assert_cmpint (longest_us, <, G_USEC_PER_SEC);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/interview-pages/every-class", test_every_class);
  g_test_add_func ("/widgets/interview-row/narrow", test_narrow_row);
  g_test_add_func ("/widgets/rich-view/long-word", test_long_word);
  g_test_add ("/widgets/today-page/lists", IkTestLibrary, NULL, ik_test_library_set_up, test_today,
              ik_test_library_tear_down);
  g_test_add ("/widgets/candidates-page/shows", IkTestLibrary, NULL, ik_test_library_set_up,
              test_candidates, ik_test_library_tear_down);
  g_test_add ("/widgets/candidates-page/exports", IkTestLibrary, NULL, ik_test_library_set_up,
              test_export, ik_test_library_tear_down);
  g_test_add ("/widgets/plan-dialog/plans-again", IkTestLibrary, NULL, ik_test_library_set_up,
              test_plan, ik_test_library_tear_down);

  g_test_add ("/widgets/plan-dialog/known", IkTestLibrary, NULL, ik_test_library_set_up,
              test_plan_known, ik_test_library_tear_down);
  g_test_add ("/widgets/plan-dialog/round", IkTestLibrary, NULL, ik_test_library_set_up,
              test_plan_round, ik_test_library_tear_down);
  g_test_add ("/widgets/plan-dialog/plan-extra-time", IkTestLibrary, NULL, ik_test_library_set_up,
              test_plan_extra_time, ik_test_library_tear_down);
  g_test_add ("/widgets/plan-dialog/room", IkTestLibrary, NULL, ik_test_library_set_up,
              test_room, ik_test_library_tear_down);
  g_test_add ("/widgets/plan-dialog/focus", IkTestLibrary, NULL, ik_test_library_set_up,
              test_plan_focus, ik_test_library_tear_down);

  return g_test_run ();
}
