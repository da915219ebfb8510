/* Documents about several interviews, in the window. */

#include "ik-candidates.h"
#include "ik-comparison-page.h"
#include "ik-comparison.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-report-form.h"
#include "ik-report-view.h"
#include "ik-report-window.h"
#include "ik-test-interview.h"
#include "ik-test-window.h"
#include "ik-text.h"
#include "ik-today-page.h"
#include "ik-value.h"

#define ROLE "Engineer"

/* Hands an interview in with the only answer that is rated. */
static void
record (IkLibrary  *library,
        const char *id,
        int         rating)
{
  g_autoptr(IkInterview) interview = ik_test_interview_load (library, id);
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  IkItemRecord *item = ik_item_record_new ();
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(GError) error = NULL;

  item->item_id = g_strdup (((IkInterviewItem *) interview->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = rating;
  ik_text_set (&item->evidence, "Said so");
  g_ptr_array_add (record->items, item);
  record->recommendation = IK_RECOMMENDATION_YES;
  recorded = ik_interviews_record (library, id, record, FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* The first one is there already, without a role. */
static void
add_candidates (IkTestWindow *fixture)
{
  IkLibrary *library = ik_window_get_library (fixture->window);
  IkTestLibrary test = { .library = library, .path = fixture->path };
  g_autofree char *first = ik_test_interview_plan (&test);
  g_autoptr(IkInterview) interview = ik_test_interview_load (library, first);
  g_autoptr(IkCandidate) ada = NULL;
  g_autoptr(IkCandidate) zoe = ik_candidate_new ("Zoe Zero");
  g_autoptr(IkInterview) second = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { .set_id = interview->set_id };

  ada = ik_candidates_load (library, interview->candidate_id, NULL, &error);
  g_assert_no_error (error);
  ik_text_set (&ada->role, ROLE);
  ik_text_set (&zoe->role, ROLE);
  g_assert_true (ik_candidates_save (library, ada, NULL, &error));
  g_assert_true (ik_candidates_save (library, zoe, NULL, &error));
  request.candidate_id = zoe->id;
  second = ik_interviews_plan (library, &request, NULL, &error);
  g_assert_no_error (error);
  record (library, first, 3);
  record (library, second->id, 1);
}

static GtkColumnView *
get_view (IkTestWindow *fixture)
{
  GtkWidget *page = ik_window_get_full (fixture->window);

  return page != NULL ? GTK_COLUMN_VIEW (ik_test_widgets_find (page, GTK_TYPE_COLUMN_VIEW, NULL))
                      : NULL;
}

static gboolean
shows_both (gpointer data)
{
  GtkColumnView *view = get_view (data);

  return view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)) &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) == 2;
}

static void
assert_first (IkTestWindow *fixture,
              const char   *name)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (get_view (fixture)));
  g_autoptr(IkValue) value = g_list_model_get_item (model, 0);
  const IkComparisonRow *row = ik_value_get (value);

  g_assert_cmpstr (row->entry->candidate_name, ==, name);
}

static void
test_sort (IkTestWindow  *fixture,
           gconstpointer  data)
{
  GtkWidget *page;

  g_test_summary ("Each column sorts by its action, and turns round the second time");

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  add_candidates (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.compare", "s", "");
  ik_test_widgets_wait (shows_both, fixture);
  page = ik_window_get_full (fixture->window);
  assert_first (fixture, "Ada Example");

  gtk_widget_activate_action (page, "comparison.sort", "i", IK_COMPARISON_MEAN);
  assert_first (fixture, "Zoe Zero");
  gtk_widget_activate_action (page, "comparison.sort", "i", IK_COMPARISON_MEAN);
  assert_first (fixture, "Ada Example");
  gtk_widget_activate_action (page, "comparison.sort", "i", IK_COMPARISON_NAME);
  assert_first (fixture, "Ada Example");
  gtk_widget_activate_action (page, "comparison.sort", "i", IK_COMPARISON_NAME);
  assert_first (fixture, "Zoe Zero");

  gtk_widget_activate_action (page, "comparison.leave", NULL);
  g_assert_null (ik_window_get_full (fixture->window));
}

static gboolean
says_nothing (gpointer data)
{
  GtkWidget *page = ik_window_get_full (((IkTestWindow *) data)->window);
  GtkWidget *status = page != NULL ? ik_test_widgets_find (page, ADW_TYPE_STATUS_PAGE, NULL) : NULL;
  const char *text = status != NULL ? adw_status_page_get_description (ADW_STATUS_PAGE (status))
                                    : NULL;

  return text != NULL && *text != '\0' && gtk_widget_get_mapped (status);
}

static void
test_nothing (IkTestWindow  *fixture,
              gconstpointer  data)
{
  g_test_summary ("An empty library has nothing to compare, and the page says so");

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.compare", "s", "");
  ik_test_widgets_wait (says_nothing, fixture);
}

static gboolean
shows_toast (gpointer data)
{
  return ik_test_widgets_find (GTK_WIDGET (((IkTestWindow *) data)->window),
                               g_type_from_name ("AdwToastWidget"), NULL) != NULL;
}

/* Before anybody looks for a folder in vain. */
static void
test_refused (IkTestWindow  *fixture,
              gconstpointer  data)
{
  IkTestLibrary test = { .path = fixture->path };
  g_autofree char *id = NULL;
  g_autoptr(IkInterview) interview = NULL;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  test.library = ik_window_get_library (fixture->window);
  id = ik_test_interview_plan (&test);
  interview = ik_test_interview_load (test.library, id);
  g_assert_cmpint (interview->planned_at_us, ==, 0);

  if (g_str_equal (data, "packet"))
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-packet", "s",
                                interview->candidate_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-day", "(sx)",
                                interview->candidate_id, G_GINT64_CONSTANT (0));
  ik_test_widgets_wait (shows_toast, fixture);
}

static void
test_packet (IkTestWindow  *fixture,
             gconstpointer  data)
{
  IkTestLibrary test = { .path = fixture->path };
  g_autofree char *id = NULL;
  g_autoptr(IkInterview) interview = NULL;
  GtkWidget *report;
  GtkWidget *form;

  g_test_summary ("A packet is shown before it leaves the program");

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  test.library = ik_window_get_library (fixture->window);
  id = ik_test_interview_plan (&test);
  record (test.library, id, 3);
  interview = ik_test_interview_load (test.library, id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-packet", "s",
                              interview->candidate_id);
  report = ik_test_widgets_find_window (IK_TYPE_REPORT_WINDOW);
  g_assert_nonnull (report);
  form = ik_test_widgets_find (report, IK_TYPE_REPORT_FORM, NULL);
  g_assert_cmpint (ik_report_form_get_choices (IK_REPORT_FORM (form))->kind, ==,
                   IK_REPORT_KIND_PACKET);
  g_assert_true (gtk_widget_get_mapped (ik_test_widgets_find (report, IK_TYPE_REPORT_VIEW, NULL)));

  gtk_window_destroy (GTK_WINDOW (report));
  ik_test_widgets_settle ();
}

#define ADD(name, data, func) \
  g_test_add ("/widgets/window-documents/" name, IkTestWindow, data, ik_test_window_set_up, func, \
              ik_test_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_window_init (&argc, &argv);

  ADD ("compare", NULL, test_sort);
  ADD ("nothing-to-compare", NULL, test_nothing);
  ADD ("packet", NULL, test_packet);
  ADD ("packet-refused", "packet", test_refused);
  ADD ("day-refused", "day", test_refused);

  return g_test_run ();
}
