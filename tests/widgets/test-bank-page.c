/* The list of all questions, as a person goes through it with the keyboard. */

#include "ik-bank.h"
#include "ik-bank-chips.h"
#include "ik-bank-filter.h"
#include "ik-bank-page.h"
#include "ik-bank-change-dialog.h"
#include "ik-bank-row.h"
#include "ik-bank-searches.h"
#include "ik-packs-page.h"
#include "ik-question-editor.h"
#include "ik-test-window.h"

static GtkListView *
find_list (IkTestWindow *test)
{
  return GTK_LIST_VIEW (ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_BANK_PAGE)));
}

/* There is no list where no question is found. */
static guint
count_questions (IkTestWindow *test)
{
  GtkWidget *page = ik_test_window_find (test, IK_TYPE_BANK_PAGE);
  GtkWidget *list = page != NULL ? ik_test_window_find_list (page) : NULL;

  return list == NULL
         ? 0 : g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static guint
count_selected (IkTestWindow *test)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (gtk_list_view_get_model (find_list (test)));

  return (guint) gtk_bitset_get_size (selected);
}

static gboolean
has_rows (gpointer data)
{
  return count_questions (data) > 0;
}

static gboolean
has_no_questions (gpointer data)
{
  return count_questions (data) == 0;
}

static gboolean
has_few_questions (gpointer data)
{
  return count_questions (data) > 0 && count_questions (data) < 10;
}

static gboolean
has_many_questions (gpointer data)
{
  return count_questions (data) >= 20;
}

static gboolean
has_toast (gpointer data)
{
  return ik_test_window_find_button (GTK_WIDGET (((IkTestWindow *) data)->window), "win.undo") != NULL;
}

static gboolean
shows_bank (gpointer data)
{
  return gtk_widget_get_mapped (ik_test_window_find (data, IK_TYPE_BANK_PAGE));
}

static void
open_bank (IkTestWindow *test)
{
  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  ik_test_widgets_wait (has_rows, test);
  ik_test_widgets_wait (has_many_questions, test);
}

static void
select_all (IkTestWindow *test)
{
  ik_test_widgets_press (GTK_WIDGET (test->window), "key Down");
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+a");
  g_assert_cmpuint (count_selected (test), ==, count_questions (test));
}

static void
test_typed_in_packs (IkTestWindow  *test,
                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkEditable *focus;

  g_test_summary ("What is typed on the page of packs goes on in the list of all questions");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (window, "win.show-page", "s", "packs");
  ik_page_go_home (IK_PAGE (ik_test_window_find (test, IK_TYPE_PACKS_PAGE)));
  ik_test_widgets_settle ();
  ik_test_widgets_press (window, "type the");
  ik_test_widgets_wait (shows_bank, test);
  focus = GTK_EDITABLE (ik_test_window_get_focus (test));
  g_assert_cmpstr (gtk_editable_get_text (focus), ==, "the");
}

static void
test_back (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("The way back from a question leads to the list that led to it");

  open_bank (test);
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_wait (ik_test_window_has_questions, test);
  ik_test_widgets_press (window, "key alt+Left");
  ik_test_widgets_wait (shows_bank, test);
}

static void
test_delete (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  guint n_before;

  g_test_summary ("All that is selected is deleted by a key and comes back by one undo");

  open_bank (test);
  n_before = count_questions (test);
  select_all (test);
  ik_test_widgets_press (window, "key Delete");
  ik_test_widgets_wait (has_no_questions, test);
  ik_test_widgets_wait (has_toast, test);

  gtk_widget_activate_action (window, "win.undo", NULL);
  ik_test_widgets_wait (has_many_questions, test);
  g_assert_cmpuint (count_questions (test), ==, n_before);
}

static void
test_selection (IkTestWindow  *test,
                gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("Shift selects on, a change keeps the selection, Escape takes it back");

  open_bank (test);
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key shift+Down");
  g_assert_cmpuint (count_selected (test), ==, 2);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_BANK_PAGE), "bank.unarchive", NULL);
  ik_test_widgets_settle ();
  g_assert_cmpuint (count_selected (test), ==, 2);
  ik_test_widgets_press (window, "key Escape");
  g_assert_cmpuint (count_selected (test), ==, 0);
}

/* Moving and copying */

#define NEW_SECTION "Looking back"

/* Those of the new section, and all. */
static guint
count_stored (IkTestWindow *test,
              guint        *out_all)
{
  g_autoptr(GPtrArray) questions =
    ik_bank_list_questions (ik_window_get_library (test->window), NULL, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += g_str_equal (((const IkQuestionSummary *) questions->pdata[i])->section, NEW_SECTION);
  if (out_all != NULL)
    *out_all = questions->len;

  return n;
}

static gboolean
has_two_in_place (gpointer data)
{
  return count_stored (data, NULL) == 2;
}

static gboolean
has_none_in_place (gpointer data)
{
  return count_stored (data, NULL) == 0;
}

/* The dialog comes once it is known what there is to choose from. */
static GtkWidget *
ask (IkTestWindow *test,
     const char   *action_name)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_BANK_PAGE), action_name, NULL);
  while ((dialog = ik_test_widgets_find_window (IK_TYPE_BANK_CHANGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dialog;
}

static void
put_into_new_section (IkTestWindow *test,
                      const char   *action_name)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *dialog;

  ik_test_widgets_press (window, "key Home");
  ik_test_widgets_press (window, "key shift+Down");
  g_assert_cmpuint (count_selected (test), ==, 2);
  dialog = ask (test, action_name);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (dialog,
                                                                      IK_TYPE_BANK_CHANGE_DIALOG,
                                                                      "text")),
                         " " NEW_SECTION " ");
  gtk_widget_activate_action (dialog, "change.go", NULL);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_BANK_CHANGE_DIALOG));
  ik_test_widgets_wait (has_two_in_place, test);
  ik_test_widgets_wait (has_toast, test);
}

static void
test_places (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  guint n_before;
  guint n_moved;
  guint n_copied;

  g_test_summary ("Selected questions are moved and copied into a section, and each is one step back");

  open_bank (test);
  count_stored (test, &n_before);
  ik_test_widgets_press (window, "key Down");
  put_into_new_section (test, "bank.move");
  count_stored (test, &n_moved);
  g_assert_cmpuint (n_moved, ==, n_before);
  gtk_widget_activate_action (window, "win.undo", NULL);
  ik_test_widgets_wait (has_none_in_place, test);
  ik_test_widgets_settle ();

  put_into_new_section (test, "bank.copy");
  count_stored (test, &n_copied);
  g_assert_cmpuint (n_copied, ==, n_before + 2);
  gtk_widget_activate_action (window, "win.undo", NULL);
  ik_test_widgets_wait (has_none_in_place, test);
}

/* Levels and tags */

typedef struct
{
  IkTestWindow *test;
  const char   *level; /* "" for none */
  guint         n;
} OfLevel;

static gboolean
has_of_level (gpointer data)
{
  const OfLevel *wanted = data;
  const char *levels[] = { wanted->level, NULL };
  const IkQuestionFilter filter = { .levels = levels };
  g_autoptr(IkQuestionCounts) counts =
    ik_bank_count_questions (ik_window_get_library (wanted->test->window), &filter, NULL, NULL);

  return counts->n_found == wanted->n;
}

static gpointer
get_part (GtkWidget  *dialog,
          const char *name)
{
  return gtk_widget_get_template_child (dialog, IK_TYPE_BANK_CHANGE_DIALOG, name);
}

static void
give_level (IkTestWindow *test,
            const char   *words,
            const char   *level,
            guint         n)
{
  GtkWidget *dialog = ask (test, "bank.set-level");
  OfLevel wanted = { test, level, n };

  gtk_editable_set_text (get_part (dialog, "text"), words);
  gtk_widget_activate_action (dialog, "change.go", NULL);
  ik_test_widgets_wait (has_of_level, &wanted);
  ik_test_widgets_settle ();
}

static void
test_levels (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *dialog;
  GListModel *choices;

  g_test_summary ("Levels are offered by the words that lists have for them, and taken away");

  open_bank (test);
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key ctrl+a");
  dialog = ask (test, "bank.set-level");
  choices = gtk_drop_down_get_model (get_part (dialog, "choices_button"));
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (choices), 0), ==, "Junior");
  ik_test_widgets_press (dialog, "key Escape");

  give_level (test, "SENIOR", "senior", count_questions (test));
  give_level (test, " ", "", count_questions (test));
}

static void
test_own_tags (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *dialog;
  GListModel *offered[2];

  g_test_summary ("A tag is taken from questions that have it: no other is offered");

  open_bank (test);
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key shift+Down");
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      dialog = ask (test, i == 0 ? "bank.remove-tag" : "bank.add-tag");
      offered[i] = g_object_ref (gtk_drop_down_get_model (get_part (dialog, "choices_button")));
      ik_test_widgets_press (dialog, "key Escape");
    }
  g_assert_cmpuint (g_list_model_get_n_items (offered[0]), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (offered[0]), <, g_list_model_get_n_items (offered[1]));

  g_object_unref (offered[0]);
  g_object_unref (offered[1]);
}

static void
test_search (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("Words narrow the list, Escape widens it, and the order is chosen");

  open_bank (test);
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (has_few_questions, test);
  ik_test_widgets_press (window, "key Escape");
  ik_test_widgets_wait (has_many_questions, test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_BANK_PAGE), "bank-view.sort", "s", "prompt");
  ik_test_widgets_settle ();
  g_assert_true (has_many_questions (test));
}

static gboolean
has_bold (GtkInscription *inscription)
{
  PangoAttrList *attributes = gtk_inscription_get_attributes (inscription);
  g_autoptr(PangoAttrIterator) iterator =
    attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;

  while (iterator != NULL)
    {
      const PangoAttribute *weight = pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT);

      if (weight != NULL && ((const PangoAttrInt *) weight)->value >= PANGO_WEIGHT_BOLD)
        return TRUE;
      if (!pango_attr_iterator_next (iterator))
        break;
    }

  return FALSE;
}

/* The prompt, and the line below it. */
static void
find_lines (GtkWidget       *widget,
            GtkInscription **lines,
            guint           *n_lines)
{
  if (GTK_IS_INSCRIPTION (widget) && *n_lines < 2)
    lines[(*n_lines)++] = GTK_INSCRIPTION (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_lines (child, lines, n_lines);
}

static guint
count_marked_below (IkTestWindow *test)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (find_list (test)));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkInscription *lines[2];
      guint n_lines = 0;

      find_lines (row, lines, &n_lines);
      g_assert_true (has_bold (lines[0]) || has_bold (lines[1]));
      n += has_bold (lines[1]);
    }

  return n;
}

static gboolean
has_marks (IkTestWindow *test)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (find_list (test)));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkInscription *lines[2];
      guint n_lines = 0;

      find_lines (row, lines, &n_lines);
      if (has_bold (lines[0]) || has_bold (lines[1]))
        return TRUE;
    }

  return FALSE;
}

static void
test_snippets (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("Each question that is found shows where the words stand, also beyond the prompt");

  open_bank (test);
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (has_few_questions, test);
  ik_test_widgets_settle ();
  g_assert_cmpuint (count_marked_below (test), >, 0);

  /* The rows that stay show the other words. */
  ik_test_widgets_press (window, "key BackSpace");
  ik_test_widgets_press (window, "key BackSpace");
  ik_test_widgets_settle ();
  g_assert_cmpuint (count_marked_below (test), >, 0);
  ik_test_widgets_press (window, "key Escape");
  ik_test_widgets_wait (has_many_questions, test);
  g_assert_false (has_marks (test));
}

/* Saved searches */

static GtkWidget *
find_button (IkTestWindow *test,
             const char   *action_name)
{
  return ik_test_window_find_button (ik_test_window_find (test, IK_TYPE_BANK_SEARCHES), action_name);
}

static gboolean
has_saved (gpointer data)
{
  return find_button (data, "bank-searches.show") != NULL;
}

static gboolean
has_nothing_saved (gpointer data)
{
  return !has_saved (data);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
asks_to_replace (gpointer data)
{
  return has_dialog (data) &&
         g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find_dialog ())),
                      "Replace “disagree”?");
}

static void
open_searches (IkTestWindow    *test,
               IkTestCondition  is_listed)
{
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+shift+s");
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_mapped (find_button (test, "bank.save-search")));
  ik_test_widgets_wait (is_listed, test);
}

/* Saves the search under the name that is offered. */
static void
save_search (IkTestWindow    *test,
             IkTestCondition  is_listed)
{
  open_searches (test, is_listed);
  g_signal_emit_by_name (find_button (test, "bank.save-search"), "clicked");
  ik_test_widgets_wait (has_dialog, test);
  ik_test_widgets_answer_dialog ("do");
  ik_test_widgets_settle ();
}

static const char *
get_saved_name (IkTestWindow *test)
{
  GtkWidget *button = find_button (test, "bank-searches.show");

  return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))));
}

static gboolean
has_renamed (gpointer data)
{
  return has_saved (data) && g_str_equal (get_saved_name (data), "Quarrels");
}

static void
test_nothing_saved (IkTestWindow  *test,
                    gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *button;
  GtkWidget *contents;
  graphene_rect_t bounds;

  g_test_summary ("While no search is saved the popover has room for what it says");

  open_bank (test);
  ik_test_widgets_press (window, "type error");
  ik_test_widgets_wait (has_few_questions, test);
  open_searches (test, has_nothing_saved);
  button = find_button (test, "bank.save-search");
  contents = gtk_widget_get_first_child (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER));
  g_assert_true (gtk_widget_compute_bounds (button, contents, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (contents));
  ik_test_widgets_press (window, "key Escape");
}

static void
test_saved_searches (IkTestWindow  *test,
                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("A search is saved by keys and comes back whole, words and order");

  open_bank (test);
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (has_few_questions, test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_BANK_PAGE), "bank-view.sort", "s", "prompt");
  save_search (test, has_nothing_saved);

  ik_test_widgets_press (window, "key Escape");
  ik_test_widgets_wait (has_many_questions, test);
  open_searches (test, has_saved);
  g_assert_cmpstr (get_saved_name (test), ==, "disagree");
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_wait (has_few_questions, test);
}

static void
test_replaced_search (IkTestWindow  *test,
                      gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("A saved search is replaced by one of its name only after a question");

  open_bank (test);
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (has_few_questions, test);
  save_search (test, has_nothing_saved);

  save_search (test, has_saved);
  ik_test_widgets_wait (asks_to_replace, test);
  ik_test_widgets_answer_dialog ("do");
  ik_test_widgets_settle ();
  g_assert_null (find_dialog ());
  open_searches (test, has_saved);
  g_assert_null (gtk_widget_get_next_sibling
                   (gtk_widget_get_parent (find_button (test, "bank-searches.show"))));
  ik_test_widgets_press (window, "key Escape");
}

static void
test_deleted_search (IkTestWindow  *test,
                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("A saved search is renamed and deleted, and undo brings it back");

  open_bank (test);
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (has_few_questions, test);
  save_search (test, has_nothing_saved);

  open_searches (test, has_saved);
  g_signal_emit_by_name (find_button (test, "bank-searches.rename"), "clicked");
  ik_test_widgets_wait (has_dialog, test);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child
                                         (ADW_MESSAGE_DIALOG (find_dialog ()))), "Quarrels");
  ik_test_widgets_answer_dialog ("do");
  ik_test_widgets_settle ();

  open_searches (test, has_renamed);
  g_signal_emit_by_name (find_button (test, "bank-searches.remove"), "clicked");
  ik_test_widgets_settle ();
  open_searches (test, has_nothing_saved);
  gtk_widget_activate_action (window, "win.undo", NULL);
  ik_test_widgets_wait (has_renamed, test);
  ik_test_widgets_press (window, "key Escape");
}

static gboolean
has_count (gpointer data)
{
  return ik_test_widgets_find (ik_test_window_find (data, IK_TYPE_BANK_CHIPS), GTK_TYPE_LABEL, "numeric") != NULL;
}

static gboolean
is_ticked (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)))
    return TRUE;
  /* What is folded has no place in the tree. */
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    return is_ticked (gtk_expander_get_child (GTK_EXPANDER (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_ticked (child))
        return TRUE;
    }

  return FALSE;
}

/* The chips lie within what they were given; else the list lies over them. */
static int
count_chip_lines (GtkWidget *chips)
{
  GtkWidget *box = gtk_widget_get_first_child (chips);
  int n = 0, last = -1;

  for (GtkWidget *child = gtk_widget_get_first_child (box);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t chip;

      g_assert_true (gtk_widget_compute_bounds (child, chips, &chip));
      g_assert_cmpfloat (chip.origin.x + chip.size.width, <=, gtk_widget_get_width (chips));
      g_assert_cmpfloat (chip.origin.y + chip.size.height, <=, gtk_widget_get_height (chips));
      if ((int) chip.origin.y > last)
        n++;
      last = (int) chip.origin.y;
    }

  return n;
}

static void
test_chips (IkTestWindow  *test,
            gconstpointer  data)
{
  const char *const levels[] = { "SENIOR", NULL };
  const IkQuestionFilter senior = { .levels = levels, .minutes_from = 1 };
  GtkWidget *window = GTK_WIDGET (test->window);
  IkBankFilter *filter;
  GtkWidget *chips;
  guint n_all;

  g_test_summary ("What is filtered by stands below the words with its number, whatever its case, "
                  "and is taken back there by a key; two stand in one line");

  open_bank (test);
  n_all = count_questions (test);
  filter = IK_BANK_FILTER (ik_test_window_find (test, IK_TYPE_BANK_FILTER));
  chips = ik_test_window_find (test, IK_TYPE_BANK_CHIPS);
  g_assert_false (gtk_widget_get_visible (chips));

  ik_bank_filter_show (filter, &senior);
  ik_test_widgets_wait (has_count, test);
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_true (is_ticked (GTK_WIDGET (filter)));
  g_assert_cmpuint (count_questions (test), <, n_all);
  g_assert_cmpint (count_chip_lines (chips), ==, 1);

  gtk_widget_child_focus (chips, GTK_DIR_TAB_FORWARD);
  ik_test_widgets_press (window, "key space");
  g_assert_false (is_ticked (GTK_WIDGET (filter)));
  g_assert_true (gtk_widget_is_ancestor (ik_test_window_get_focus (test), chips));
  ik_test_widgets_press (window, "key space");
  g_assert_false (gtk_widget_get_visible (chips));
  g_assert_true (GTK_IS_TEXT (ik_test_window_get_focus (test)));
  g_assert_cmpuint (count_questions (test), ==, n_all);
}

static void
test_narrow (IkTestWindow  *test,
             gconstpointer  data)
{
  const IkQuestionFilter filter = { .used = IK_WANTED_NO, .answered = IK_WANTED_YES };

  g_test_summary ("All questions fit into 360 pixels in German, selected ones and one of them too");

  if (!ik_test_widgets_speak_german ())
    return;

  gtk_window_destroy (GTK_WINDOW (test->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &test->window);
  ik_test_window_open (test);
  open_bank (test);
  ik_bank_filter_show (IK_BANK_FILTER (ik_test_window_find (test, IK_TYPE_BANK_FILTER)), &filter);
  ik_test_widgets_wait (has_count, test);
  gtk_selection_model_select_all (gtk_list_view_get_model (find_list (test)));
  ik_test_widgets_settle ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  ik_test_widgets_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test->window)), ==, 360);
  g_assert_cmpint (count_chip_lines (ik_test_window_find (test, IK_TYPE_BANK_CHIPS)), >, 1);

  g_signal_emit_by_name (find_list (test), "activate", 0);
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_mapped (ik_test_window_find (test, IK_TYPE_QUESTION_EDITOR)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test->window)), ==, 360);
  ik_test_widgets_speak_english ();
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/bank-page/typed-in-packs", test_typed_in_packs);
  ADD ("/widgets/bank-page/back", test_back);
  ADD ("/widgets/bank-page/delete", test_delete);
  ADD ("/widgets/bank-page/selection", test_selection);
  ADD ("/widgets/bank-page/places", test_places);
  ADD ("/widgets/bank-page/levels", test_levels);
  ADD ("/widgets/bank-page/own-tags", test_own_tags);
  ADD ("/widgets/bank-page/search", test_search);
  ADD ("/widgets/bank-page/snippets", test_snippets);
  ADD ("/widgets/bank-page/chips", test_chips);
  ADD ("/widgets/bank-page/narrow", test_narrow);
  ADD ("/widgets/bank-page/saved-searches", test_saved_searches);
  ADD ("/widgets/bank-page/nothing-saved", test_nothing_saved);
  ADD ("/widgets/bank-page/replaced-search", test_replaced_search);
  ADD ("/widgets/bank-page/deleted-search", test_deleted_search);

  return g_test_run ();
}
