/* What a set is changed by beside its page: how a question counts, scales, history. */

#include "ik-pack-page.h"
#include "ik-scoring-dialog.h"
#include "ik-set-entry.h"
#include "ik-set-history-dialog.h"
#include "ik-set-page.h"
#include "ik-set-scales-dialog.h"
#include "ik-sets.h"
#include "ik-test-window.h"

#include <string.h>

static IkQuestionSet *
load_set (IkTestWindow *test)
{
  IkLibrary *library = ik_window_get_library (test->window);
  g_autoptr(GPtrArray) sets = ik_sets_list (library, NULL, NULL);

  return ik_sets_load (library, ((const IkSetSummary *) g_ptr_array_index (sets, 0))->id, NULL,
                       NULL);
}

static gboolean
is_scored (gpointer data)
{
  g_autoptr(IkQuestionSet) set = load_set (data);

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = g_ptr_array_index (set->items, i);

      if (item->weight == 2 && g_str_equal (item->weight_reason, "Half of the job") &&
          item->knock_out != IK_RATING_NONE)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_scored_id (IkTestWindow *test)
{
  GListModel *model = ik_test_window_get_model (test, IK_TYPE_SET_PAGE);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(IkSetEntry) entry = g_list_model_get_item (model, i);
      const IkSetItem *item = ik_set_entry_get_item (entry);

      if (item != NULL && ik_question_kind_is_scored (item->kind))
        return g_strdup (item->id);
    }

  return NULL;
}

static void
test_score (IkTestWindow  *test,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *dialog;
  GtkWidget *save;

  g_test_summary ("A weight is saved with its reason only, and a level to reach with it");

  ik_test_window_open_full_set (test);
  id = dup_scored_id (test);
  g_assert_nonnull (id);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.score", "s", id);
  dialog = ik_test_widgets_find_window (IK_TYPE_SCORING_DIALOG);
  save = ik_test_window_find_button (dialog, "scoring.save");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ik_test_widgets_find (dialog, GTK_TYPE_SPIN_BUTTON,
                                                                    NULL)), 2);
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (ik_test_widgets_find (dialog, GTK_TYPE_ENTRY, NULL)),
                         "Half of the job");
  g_assert_true (gtk_widget_is_sensitive (save));
  adw_combo_row_set_selected (ADW_COMBO_ROW (ik_test_widgets_find (dialog, ADW_TYPE_COMBO_ROW,
                                                                   NULL)), 2);
  gtk_widget_activate_action (dialog, "scoring.save", NULL);
  ik_test_widgets_wait (is_scored, test);
}

/* A label whose text holds a word. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *word)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), word) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, word);

  return found;
}

static GtkWidget *
open_history (IkTestWindow *test)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.history", NULL);
  dialog = ik_test_widgets_find_window (IK_TYPE_SET_HISTORY_DIALOG);
  ik_test_widgets_settle ();

  return dialog;
}

static gboolean
has_own_scale (gpointer data)
{
  g_autoptr(IkQuestionSet) set = load_set (data);

  return g_strcmp0 (set->recommendation_rubric_id, IK_RUBRIC_BUILT_IN_ID) == 0;
}

static gboolean
has_four_words (gpointer data)
{
  return !has_own_scale (data);
}

static void
test_scales (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *recommendation;
  GtkWidget *row;

  g_test_summary ("A scale of the set's own is chosen for the recommendation, and undone");

  ik_test_window_open_full_set (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.scales", NULL);
  dialog = ik_test_widgets_find_window (IK_TYPE_SET_SCALES_DIALOG);
  recommendation =
    gtk_widget_get_next_sibling (ik_test_widgets_find (dialog, ADW_TYPE_COMBO_ROW, NULL));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (recommendation)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (recommendation), 1);
  gtk_widget_activate_action (dialog, "scales.save", NULL);
  ik_test_widgets_wait (has_own_scale, test);

  /* The history of the set tells of it. */
  dialog = open_history (test);
  row = ik_test_widgets_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (find_label (row, "Rating scales"));
  g_assert_null (find_label (row, "Order of the questions"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  ik_test_widgets_settle ();
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_four_words, test);
}

static gboolean
has_optional (gpointer data)
{
  g_autoptr(IkQuestionSet) set = load_set (data);

  for (guint i = 0; i < set->items->len; i++)
    {
      if (!((const IkSetItem *) g_ptr_array_index (set->items, i))->required)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_no_optional (gpointer data)
{
  return !has_optional (data);
}

/* The scale of a pack that was removed is no other scale, and is not taken away. */
static void
test_unlisted_scale (IkTestWindow  *test,
                     gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("Screening");
  g_autoptr(GPtrArray) rubrics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_free);
  IkSetScalesDialog *dialog;
  GtkWidget *answers;
  AdwComboRow *recommendation;
  GtkStringObject *chosen;

  set->recommendation_rubric_id = g_strdup ("of-a-removed-pack");
  g_ptr_array_add (rubrics, ik_rubric_new_built_in ());
  dialog = ik_set_scales_dialog_new (GTK_WINDOW (test->window), set, rubrics);
  answers = ik_test_widgets_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL);
  recommendation = ADW_COMBO_ROW (gtk_widget_get_next_sibling (answers));
  chosen = GTK_STRING_OBJECT (adw_combo_row_get_selected_item (recommendation));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "Of a pack that was removed");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (answers)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_history (IkTestWindow  *test,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *dialog;
  GtkWidget *row;

  g_test_summary ("What a set was before is compared with now, and restored");

  ik_test_window_open_full_set (test);
  id = dup_scored_id (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.set-required", "(sb)", id, FALSE);
  ik_test_widgets_wait (has_optional, test);
  dialog = open_history (test);
  row = ik_test_widgets_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_null (ik_test_window_find_button (row, "history.restore"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (find_label (row, "optional"));
  g_assert_null (find_label (row, "Opening"));
  g_signal_emit_by_name (ik_test_window_find_button (row, "history.restore"), "clicked");
  ik_test_widgets_wait (has_no_optional, test);

  ik_test_widgets_settle ();
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_optional, test);
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/set-dialogs/score", test_score);
  ADD ("/widgets/set-dialogs/scales", test_scales);
  ADD ("/widgets/set-dialogs/unlisted-scale", test_unlisted_scale);
  ADD ("/widgets/set-dialogs/history", test_history);

  return g_test_run ();
}
