/* The matrix of a panel and its debrief, as people use them. */

#include "ik-agreed-bar.h"
#include "ik-agreed-by.h"
#include "ik-answer-card.h"
#include "ik-answers-page.h"
#include "ik-candidates.h"
#include "ik-debrief-page.h"
#include "ik-debriefs.h"
#include "ik-interviews.h"
#include "ik-matrix-row.h"
#include "ik-panel-page.h"
#include "ik-rating-bar.h"
#include "ik-recommendation.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-test-widgets.h"
#include "ik-text.h"

#include <string.h>

#define ROUND "Second round"
#define EVIDENCE "Named the cost of the index"

typedef struct
{
  IkTestLibrary  base;
  char          *candidate_id;
  char          *own;
  char          *other;
  GtkWidget     *page;
  GtkWidget     *window;
  const char    *wanted; /* text that is waited for */
} Fixture;

static char *
plan (Fixture    *fixture,
      const char *interviewer)
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest set_request = { .title = "Screening", .pack_ids = packs };
  IkPlanRequest request = { .candidate_id = fixture->candidate_id, .interviewer = interviewer,
                            .round = ROUND };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;

  set = ik_sets_create (fixture->base.library, &set_request, NULL, &error);
  g_assert_no_error (error);
  request.set_id = set->id;
  interview = ik_interviews_plan (fixture->base.library, &request, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (interview->id);
}

/* Answers the one question about "Design", on a scale from 1 to 3. */
static void
record (Fixture    *fixture,
        const char *id,
        int         rating)
{
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterview) planned = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();

  planned = ik_interviews_load (fixture->base.library, id, NULL, &error);
  g_assert_no_error (error);
  item->item_id = g_strdup (((IkInterviewItem *) planned->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = MIN (rating, 3);
  ik_text_set (&item->evidence, EVIDENCE);
  g_ptr_array_add (record->items, item);
  g_hash_table_insert (record->competency_ratings, g_strdup (TEST_COMPETENCY_ID),
                       GINT_TO_POINTER (rating));
  record->recommendation = rating > 3 ? IK_RECOMMENDATION_YES : IK_RECOMMENDATION_NO;
  interview = ik_interviews_record (fixture->base.library, id, record, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(GError) error = NULL;

  ik_test_library_set_up (&fixture->base, data);
  ik_test_library_fill (&fixture->base);
  ik_interviews_set_owner (fixture->base.library, "Olga", NULL, &error);
  g_assert_no_error (error);
  ik_candidates_save (fixture->base.library, candidate, NULL, &error);
  g_assert_no_error (error);
  fixture->candidate_id = g_strdup (candidate->id);
  fixture->own = plan (fixture, NULL);
  fixture->other = plan (fixture, "Grace");
  record (fixture, fixture->other, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  g_free (fixture->candidate_id);
  g_free (fixture->own);
  g_free (fixture->other);
  ik_test_library_tear_down (&fixture->base, data);
}

typedef gboolean (*MatchFunc) (const char *shown,
                               const char *text);

static GtkWidget *
find_label (GtkWidget  *widget,
            MatchFunc   matches,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      matches (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, matches, text);

  return found;
}

/* A label in view whose text begins with @text. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  return find_label (widget, g_str_has_prefix, text);
}

static gboolean
ends_with (gpointer data)
{
  Fixture *fixture = data;

  return find_label (fixture->page, g_str_has_suffix, fixture->wanted) != NULL;
}

static void
wait_for_end (Fixture    *fixture,
              const char *text)
{
  fixture->wanted = text;
  ik_test_widgets_wait_for (text, ends_with, fixture);
}

static gboolean
shows_text (gpointer data)
{
  Fixture *fixture = data;

  return find_text (fixture->page, fixture->wanted) != NULL;
}

static void
wait_for_text (Fixture    *fixture,
               const char *text)
{
  fixture->wanted = text;
  ik_test_widgets_wait_for (text, shows_text, fixture);
}

static void
show (Fixture   *fixture,
      GtkWidget *page,
      int        width)
{
  fixture->page = page;
  fixture->window = ik_test_widgets_show_sized (page, width, 720);
  ik_page_set_library (IK_PAGE (page), fixture->base.library);
}

static IkDebrief *
load (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  IkDebrief *debrief = ik_debriefs_load (fixture->base.library, fixture->candidate_id, ROUND, NULL,
                                         &error);

  g_assert_no_error (error);
  return debrief;
}

static gboolean
has_score (gpointer data)
{
  g_autoptr(IkDebrief) debrief = load (data);

  return ik_panel_agreement_find_score (debrief->agreement, "Design") != NULL;
}

static gboolean
has_no_score (gpointer data)
{
  return !has_score (data);
}

static gboolean
has_reason (gpointer data)
{
  g_autoptr(IkDebrief) debrief = load (data);
  const IkAgreedScore *score = ik_panel_agreement_find_score (debrief->agreement, "Design");

  return score != NULL && g_str_equal (score->reason, "Met in the middle");
}

static gboolean
has_recommendation (gpointer data)
{
  g_autoptr(IkDebrief) debrief = load (data);

  return debrief->agreement->recommendation == IK_RECOMMENDATION_NO;
}

static void
test_sealed (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("Before the own interview is handed in, the page says who did and no more");

  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "What the others rated is shown once");
  g_assert_nonnull (find_text (fixture->page, "Grace"));
  g_assert_nonnull (find_text (fixture->page, "Screening · Handed in"));
  g_assert_null (find_text (fixture->page, "Design"));
  g_assert_null (ik_test_widgets_find (fixture->page, IK_TYPE_MATRIX_ROW, NULL));

  /* It opens by itself as soon as they may see it. */
  record (fixture, fixture->own, 4);
  wait_for_text (fixture, "2 of 2 handed in · disagreement about 1 competency");
  g_assert_nonnull (find_text (fixture->page, "4 · Strong"));
}

/* Opened again, elsewhere. */
static void
test_sealed_again (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_test_summary ("The page closes as soon as the own interview is opened again");

  record (fixture, fixture->own, 4);
  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "≠ 2 levels apart, across the middle");
  g_assert_true (ik_interviews_reopen (fixture->base.library, fixture->own, "A note was missing",
                                       NULL, &error));
  g_assert_no_error (error);
  ik_page_reload (IK_PAGE (fixture->page));
  wait_for_text (fixture, "What the others rated is shown once");

  /* Nothing of it is left behind the words, where keys would still reach it. */
  g_assert_null (ik_test_widgets_find (fixture->page, IK_TYPE_MATRIX_ROW, NULL));
  gtk_widget_activate_action (fixture->page, "panel.expand-all", "b", TRUE);
}

static void
test_matrix (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *toggle;

  g_test_summary ("Cells, flags in words, and what stands behind a row");

  record (fixture, fixture->own, 4);
  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "≠ 2 levels apart, across the middle · 2–4");
  g_assert_nonnull (find_text (fixture->page, "4 · Strong"));
  g_assert_nonnull (find_text (fixture->page, "2 · Weak"));
  g_assert_nonnull (find_text (fixture->page, "3.0 from 1 of"));
  g_assert_null (find_text (fixture->page, "Evidence: " EVIDENCE));

  row = ik_test_widgets_find (fixture->page, IK_TYPE_MATRIX_ROW, NULL);
  toggle = ik_test_widgets_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Design: 2 levels apart, across the middle");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  wait_for_text (fixture, "Evidence: " EVIDENCE);
  g_assert_nonnull (find_text (row, "5 · Outstanding: Beyond what was asked"));
  g_assert_nonnull (find_text (row, "Grace: 2 · Weak"));

  /* Agreed beside the two, which stay */
  ik_agreed_bar_choose (IK_AGREED_BAR (ik_test_widgets_find (row, IK_TYPE_AGREED_BAR, NULL)), 2);
  ik_test_widgets_wait (has_score, fixture);
  wait_for_text (fixture, "Agreed by Olga, Grace");
  g_assert_nonnull (find_text (fixture->page, "4 · Strong"));
  wait_for_text (fixture, "How the agreed score came about");

  /* Again takes it back. */
  ik_agreed_bar_choose (IK_AGREED_BAR (ik_test_widgets_find (row, IK_TYPE_AGREED_BAR, NULL)), 2);
  ik_test_widgets_wait (has_no_score, fixture);
  wait_for_end (fixture, "Olga: score “3” taken back");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("In 360 pixels a row names who gave what");

  record (fixture, fixture->own, 4);
  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 360);
  wait_for_text (fixture, "Olga: 4 · Strong");
  g_assert_nonnull (find_text (fixture->page, "Grace: 2 · Weak"));
  ik_test_widgets_settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
}

static double
get_left (Fixture    *fixture,
          const char *text)
{
  double left = 0;

  gtk_widget_translate_coordinates (find_text (fixture->page, text), fixture->page, 0, 0, &left,
                                    NULL);
  return left;
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  g_test_summary ("The columns follow the direction of the script, header and cells alike");

  record (fixture, fixture->own, 4);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "4 · Strong");
  ik_test_widgets_settle ();
  g_assert_cmpfloat (get_left (fixture, "Olga"), >, get_left (fixture, "Grace"));
  g_assert_cmpfloat (get_left (fixture, "4 · Strong"), >, get_left (fixture, "2 · Weak"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution;

  g_test_summary ("Cells stand below the head of their column at each size of text");

  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  record (fixture, fixture->own, 4);
  show (fixture, ik_panel_page_new (fixture->candidate_id, ROUND), 1400);
  wait_for_text (fixture, "4 · Strong");
  ik_test_widgets_settle ();
  g_assert_cmpfloat_with_epsilon (get_left (fixture, "Olga"), get_left (fixture, "4 · Strong"), 1);
  g_assert_cmpfloat_with_epsilon (get_left (fixture, "Grace"), get_left (fixture, "2 · Weak"), 1);
  g_assert_cmpfloat_with_epsilon (get_left (fixture, "Agreed"), get_left (fixture, "Nothing yet"),
                                  1);
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
}

static gboolean
has_typed (gpointer reason)
{
  return g_str_equal (gtk_editable_get_text (reason), "Met");
}

static gboolean
has_gone_on (gpointer reason)
{
  return g_str_equal (gtk_editable_get_text (reason), "Metx");
}

static void
test_debrief (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *reason;

  g_test_summary ("A meeting by keys: score, reason, recommendation, summary");

  record (fixture, fixture->own, 4);
  show (fixture, ik_debrief_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "1 of 3");
  g_assert_nonnull (find_text (fixture->page, "Design"));
  g_assert_nonnull (find_text (fixture->page, "2 · Weak"));

  /* Without a score there is no reason; taking it back there leaves the keys alive. */
  ik_test_widgets_press (fixture->window, "key alt+i x alt+3");
  ik_test_widgets_wait (has_score, fixture);
  ik_test_widgets_press (fixture->window, "key alt+3");
  ik_test_widgets_wait (has_no_score, fixture);
  ik_test_widgets_press (fixture->window, "key alt+3");
  ik_test_widgets_wait (has_score, fixture);
  reason = ik_test_widgets_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "");
  /* What is typed after a score is its reason, and goes on where it was. */
  ik_test_widgets_press (fixture->window, "type Met");
  ik_test_widgets_wait (has_typed, reason);
  ik_test_widgets_press (fixture->window, "key alt+3 alt+3 x");
  ik_test_widgets_wait (has_gone_on, reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Met in the middle");
  /* Going on keeps what was typed a moment before. */
  ik_test_widgets_press (fixture->window, "key alt+n");
  wait_for_text (fixture, "2 of 3");
  ik_test_widgets_wait (has_reason, fixture);
  g_assert_nonnull (find_text (fixture->page, "Recommendation"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "");

  /* How it came about stands there in words. */
  ik_test_widgets_press (fixture->window, "key alt+4");
  wait_for_end (fixture, "Olga: recommendation “Strong yes”");
  ik_test_widgets_press (fixture->window, "key alt+2");
  ik_test_widgets_wait (has_recommendation, fixture);
  wait_for_end (fixture, "Olga: recommendation from “Strong yes” to “No”");
  ik_test_widgets_press (fixture->window, "key alt+w");
  wait_for_text (fixture, "What Was Agreed");
  g_assert_nonnull (find_text (fixture->page, "Design: 3 · Solid"));
  g_assert_nonnull (find_text (fixture->page, "Met in the middle"));
  g_assert_nonnull (find_text (fixture->page, "Recommendation: No"));

  ik_test_widgets_press (fixture->window, "key alt+p");
  ik_test_widgets_press (fixture->window, "key alt+p");
  wait_for_text (fixture, "1 of 3");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "Met in the middle");
}

/* German words are longer. */
static void
test_debrief_in_german (Fixture       *fixture,
                        gconstpointer  data)
{
  int min_width;

  g_test_summary ("The meeting fits 360 pixels in German, too");

  if (!ik_test_widgets_speak_german ())
    return;

  record (fixture, fixture->own, 4);
  show (fixture, ik_debrief_page_new (fixture->candidate_id, ROUND), 360);
  wait_for_text (fixture, "1 von 3");
  ik_test_widgets_settle ();
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  g_assert_cmpint (min_width, <=, 360);

  ik_test_widgets_speak_english ();
}

static gboolean
is_rated (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(IkInterview) interview = ik_interviews_load (fixture->base.library, fixture->own, NULL,
                                                         NULL);

  return ((IkInterviewItem *) interview->items->pdata[1])->rating == 2;
}

static gboolean
is_not_assessed (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(IkInterview) interview = ik_interviews_load (fixture->base.library, fixture->own, NULL,
                                                         NULL);

  return ((IkInterviewItem *) interview->items->pdata[1])->not_assessed;
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(IkInterviewRecord) draft = ik_interview_record_new ();
  g_autoptr(IkInterview) planned = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();
  const IkChord *answer_chords;
  gsize n_chords;
  GtkWidget *bar;

  g_test_summary ("Answers to one question without names; the own open one is rated by key");

  planned = ik_interviews_load (fixture->base.library, fixture->own, NULL, &error);
  g_assert_no_error (error);
  item->item_id = g_strdup (((IkInterviewItem *) planned->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  ik_text_set (&item->evidence, "Said what is written last");
  g_ptr_array_add (draft->items, item);
  interview = ik_interviews_record (fixture->base.library, fixture->own, draft, TRUE, NULL, &error);
  g_assert_no_error (error);

  show (fixture, ik_answers_page_new (TEST_CACHE_ID, ""), 1080);
  wait_for_text (fixture, "Candidate 1 · Answered");
  g_assert_nonnull (find_text (fixture->page, "Evidence: Said what is written last"));
  /* Grace's is about the same candidate and stays closed. */
  g_assert_null (find_text (fixture->page, "Candidate 2"));
  g_assert_null (find_text (fixture->page, "Evidence: " EVIDENCE));
  g_assert_null (find_text (fixture->page, "Ada Example"));

  answer_chords = ik_answers_page_get_chords (&n_chords);
  ik_test_widgets_check_keys (fixture->page, "panel", answer_chords, n_chords);
  ik_test_widgets_press (fixture->window, "key alt+0");
  ik_test_widgets_wait (is_not_assessed, fixture);
  ik_test_widgets_press (fixture->window, "key alt+2");
  ik_test_widgets_wait (is_rated, fixture);

  /* Handed in, both are shown and neither is rated. */
  record (fixture, fixture->own, 4);
  wait_for_text (fixture, "2 answers · 1 candidate");
  wait_for_text (fixture, "Rated 2");
  g_assert_null (find_text (fixture->page, "Candidate 2"));
  g_assert_nonnull (find_text (fixture->page, "Rated 3"));
  bar = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BAR, NULL);
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_false (gtk_widget_get_can_target (bar));
}

static gboolean
is_agreed_by_grace (gpointer data)
{
  g_autoptr(IkDebrief) debrief = load (data);
  const IkAgreedScore *score = ik_panel_agreement_find_score (debrief->agreement, "Design");

  return score != NULL && g_str_equal (score->agreed_by, "Grace, Hana");
}

static gboolean
is_outcome_by_grace (gpointer data)
{
  g_autoptr(IkDebrief) debrief = load (data);

  return g_str_equal (debrief->agreement->agreed_by, "Grace, Hana");
}

static void
test_who (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *who;

  g_test_summary ("Who agreed is corrected by keys, kept for what follows, and never nobody");

  record (fixture, fixture->own, 4);
  show (fixture, ik_debrief_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "1 of 3");
  ik_test_widgets_press (fixture->window, "key alt+b");
  ik_test_widgets_press (fixture->window, "key alt+3");
  wait_for_text (fixture, "Agreed by Olga, Grace");

  /* The first check is that of the first member. */
  ik_test_widgets_press (fixture->window, "key alt+b");
  ik_test_widgets_press (fixture->window, "key space");
  wait_for_text (fixture, "Agreed by Grace ·");
  ik_test_widgets_press (fixture->window, "key Tab Tab");
  ik_test_widgets_press (fixture->window, "type Hana");
  ik_test_widgets_press (fixture->window, "key Return");
  ik_test_widgets_wait (is_agreed_by_grace, fixture);

  ik_test_widgets_press (fixture->window, "key alt+n");
  wait_for_text (fixture, "2 of 3");
  ik_test_widgets_press (fixture->window, "key alt+4");
  ik_test_widgets_wait (is_outcome_by_grace, fixture);

  who = ik_test_widgets_find (fixture->page, IK_TYPE_AGREED_BY, NULL);
  ik_test_widgets_press (fixture->window, "key alt+b");
  ik_test_widgets_press (fixture->window, "key Tab space Tab ctrl+a BackSpace Escape");
  wait_for_text (fixture, "Agreed by Hana ·");
  ik_agreed_by_popup (IK_AGREED_BY (who));
  ik_test_widgets_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ik_test_widgets_find (who, GTK_TYPE_ENTRY,
                                                                              NULL))), ==, "Hana");
  ik_test_widgets_press (fixture->window, "key Escape");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gsize n_chords;
  const IkChord *debrief_chords = ik_debrief_page_get_chords (&n_chords);

  g_test_summary ("Each key of the debrief stands on a control and among the shortcuts");

  record (fixture, fixture->own, 4);
  show (fixture, ik_debrief_page_new (fixture->candidate_id, ROUND), 1080);
  wait_for_text (fixture, "1 of 3");
  ik_test_widgets_check_keys (fixture->page, "panel", debrief_chords, n_chords);
}

#define add(path, func) \
  g_test_add ("/widgets/panel-pages/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_widgets_init (&argc, &argv);

  add ("sealed", test_sealed);
  add ("sealed-again", test_sealed_again);
  add ("matrix", test_matrix);
  add ("narrow", test_narrow);
  add ("right-to-left", test_right_to_left);
  add ("large-text", test_large_text);
  add ("debrief", test_debrief);
  add ("debrief-in-german", test_debrief_in_german);
  add ("keys", test_keys);
  add ("answers", test_answers);
  add ("who", test_who);

  return g_test_run ();
}
