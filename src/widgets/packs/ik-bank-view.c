#include "ik-bank-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-adaptive-bin.h"
#include "ik-bank-chips.h"
#include "ik-bank-filter.h"
#include "ik-bank-list.h"
#include "ik-bank-rows.h"
#include "ik-bank-searches.h"
#include "ik-bank-selection.h"
#include "ik-found-questions.h"
#include "ik-list-focus.h"
#include "ik-stack.h"
#include "ik-toast.h"

/**
 * IkBankView:
 *
 * All questions of the bank, whatever their number: found by words and choices, in
 * any order, several of them selected at once. What is done with them is up to
 * what holds the view. It fills itself; main loop only.
 */
struct _IkBankView
{
  IkPage             parent_instance;

  /* Template */
  GtkSearchEntry    *search_entry;
  IkBankFilter      *filter;
  IkBankSearches    *searches;
  IkBankChips       *chips;
  GtkStack          *stack;
  IkAdaptiveBin     *adaptive;
  GtkScrolledWindow *scroller;
  GtkListView       *list;
  AdwStatusPage     *no_hits;
  GtkButton         *widen_button;

  IkBankList        *questions;   /* owned */
  GtkMultiSelection *selection;   /* owned */
  GSimpleAction     *sort;        /* owned */
  GSimpleAction     *descending;  /* owned */
  GSimpleActionGroup *actions;    /* owned: the order */
  IkBankRows        *rows;        /* owned */
  gboolean           is_other;    /* other questions are wanted, not the same ones anew */
  gboolean           is_looking;  /* and what is shown is not yet what was asked for */
  gboolean           is_entered;  /* the first one is wanted as soon as it is there */
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_ENTERED,
  SIGNAL_LEFT,
  SIGNAL_FOUND,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankView, ik_bank_view, IK_TYPE_PAGE)

static const char *
get_query (IkBankView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static IkQuestionFilter *
make_filter (IkBankView *self)
{
  g_autoptr(GVariant) sort = g_action_get_state (G_ACTION (self->sort));
  g_autoptr(GVariant) descending = g_action_get_state (G_ACTION (self->descending));
  IkQuestionSort order = IK_QUESTION_SORT_RELEVANCE;

  ik_question_sort_from_nick (g_variant_get_string (sort, NULL), &order);

  return ik_bank_filter_make (self->filter, get_query (self), order,
                              g_variant_get_boolean (descending));
}

/* Finding */

static gpointer
count_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ik_bank_count_questions (library, data, cancellable, error);
}

/* What is chosen, below the words. */
static void
show_choices (IkBankView *self)
{
  if (ik_bank_chips_show (self->chips, self->filter))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkBankView *self = IK_BANK_VIEW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionCounts) counts = ik_job_run_finish (result, &error);

  if (counts == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_bank_filter_set_counts (self->filter, counts);
  show_choices (self);
}

static void
count (IkBankView *self)
{
  if (ik_page_get_library (IK_PAGE (self)) != NULL)
    ik_page_load (IK_PAGE (self), count_job, make_filter (self),
                  (GDestroyNotify) ik_question_filter_free,
                  (GDestroyNotify) ik_question_counts_free, counted_cb);
}

/* Showing */

static void
show_no_hits (IkBankView *self)
{
  gboolean is_filtered = ik_bank_filter_is_set (self->filter);
  gboolean has_query = get_query (self)[0] != '\0';

  adw_status_page_set_description (self->no_hits,
                                   is_filtered && has_query
                                   ? _("No question fits both the words and the filters.")
                                   : is_filtered ? _("No question fits all of the filters.")
                                   : has_query ? _("Try another word, or the beginning of one.")
                                   : _("Import a document, or add questions to a pack."));
  gtk_button_set_label (self->widen_button, is_filtered ? _("_Clear Filters") : _("_Clear Search"));
  gtk_widget_set_visible (GTK_WIDGET (self->widen_button), is_filtered || has_query);
}

static void
show_found (IkBankView       *self,
            IkFoundQuestions *found)
{
  g_autoptr(GArray) selected = ik_bank_view_list_selected (self);

  ik_bank_rows_set_query (self->rows, get_query (self));
  ik_bank_list_set_rows (self->questions, get_query (self), found->rows, found->first,
                         found->is_all);
  if (selected->len > 0)
    ik_bank_selection_restore (GTK_SELECTION_MODEL (self->selection), self->questions, selected);
  if (found->rows->len == 0)
    show_no_hits (self);
  ik_stack_show (self->stack, found->rows->len > 0 ? "questions" : "no-hits");
}

static void
all_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  IkBankView *self = IK_BANK_VIEW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkFoundQuestions) found = ik_job_run_finish (result, &error);

  if (found == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  show_found (self, found);
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, found->rows->len);
  if (!self->is_other)
    ik_bank_list_read_again (self->questions);
  self->is_other = FALSE;
}

static void
find_all (IkBankView *self)
{
  ik_page_load (IK_PAGE (self), ik_found_questions_find_all, make_filter (self),
                (GDestroyNotify) ik_question_filter_free, (GDestroyNotify) ik_found_questions_free,
                all_found_cb);
}

/* What was asked for is the first one of what the words find, not of what they
 * found a moment ago. */
static void
enter (IkBankView *self)
{
  if (!self->is_entered || self->is_looking)
    return;

  self->is_entered = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->questions)) > 0)
    g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

/* The list keeps in view what was there, wherever it is among what is there now. */
static gboolean
scroll_up_cb (gpointer data)
{
  IkBankView *self = data;

  if (self->questions != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->questions)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);

  return G_SOURCE_REMOVE;
}

/* Not before the first ones are on the screen: more rows take longer. */
static gboolean
shown_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  IkBankView *self = IK_BANK_VIEW (widget);

  if (!self->is_looking && ik_page_get_library (IK_PAGE (self)) != NULL)
    find_all (self);

  return G_SOURCE_REMOVE;
}

static void
first_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkBankView *self = IK_BANK_VIEW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkFoundQuestions) found = ik_job_run_finish (result, &error);

  if (found == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_bank_view_select_none (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_found (self, found);
  g_idle_add_full (G_PRIORITY_LOW, scroll_up_cb, g_object_ref (self), g_object_unref);
  if (found->is_all)
    g_signal_emit (self, signals[SIGNAL_FOUND], 0, found->rows->len);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), shown_cb, NULL, NULL);
  self->is_other = !found->is_all;
  self->is_looking = FALSE;
  enter (self);
}

/* Other questions come first ones first; the same ones are looked for whole, so
 * that the list stays where it is. */
static void
ik_bank_view_load (IkPage *page)
{
  IkBankView *self = IK_BANK_VIEW (page);

  ik_bank_list_set_library (self->questions, ik_page_get_library (page));
  ik_page_set_library (IK_PAGE (self->searches), ik_page_get_library (page));
  if (self->is_other)
    ik_page_load (page, ik_found_questions_find_first, make_filter (self),
                  (GDestroyNotify) ik_question_filter_free, (GDestroyNotify) ik_found_questions_free,
                  first_found_cb);
  else
    find_all (self);

  if (ik_bank_filter_is_open (self->filter) || ik_bank_filter_is_set (self->filter))
    count (self);
}

static void
other_wanted_cb (IkBankView *self)
{
  self->is_other = TRUE;
  self->is_looking = TRUE;
  self->is_entered = FALSE;
  ik_page_reload (IK_PAGE (self));
}

static void
search_activated_cb (IkBankView *self)
{
  self->is_entered = TRUE;
  enter (self);
}

static void
filter_changed_cb (IkBankView *self)
{
  show_choices (self);
  other_wanted_cb (self);
}

static void
choice_removed_cb (IkBankView           *self,
                   const IkFilterChoice *choice)
{
  ik_bank_filter_drop (self->filter, choice);
}

static void
filter_opened_cb (IkBankView *self)
{
  count (self);
}

static void
clear_search (IkBankView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
stop_search_cb (IkBankView *self)
{
  if (get_query (self)[0] == '\0')
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  else
    clear_search (self);
}

/* Escape takes back the selection, then the words. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  IkBankView *self = IK_BANK_VIEW (widget);
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) > 1)
    {
      ik_bank_view_select_none (self);
      return TRUE;
    }
  if (get_query (self)[0] == '\0')
    return FALSE;

  clear_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

static void
narrow_cb (IkBankView *self)
{
  ik_bank_rows_set_narrow (self->rows, ik_adaptive_bin_is_narrow (self->adaptive));
}

static void
activated_cb (IkBankView *self,
              guint       position)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, position);
}

static void
selection_changed_cb (IkBankView *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0,
                 (guint) gtk_bitset_get_size (selected));
}

/* Actions */

static void
widen (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkBankView *self = IK_BANK_VIEW (widget);

  if (ik_bank_filter_is_set (self->filter))
    ik_bank_filter_reset (self->filter);
  else
    clear_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_searches (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ik_bank_searches_open (IK_BANK_VIEW (widget)->searches);
}

/* Keeps what is searched for now. */
static void
save_search (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkBankView *self = IK_BANK_VIEW (widget);

  ik_bank_searches_save (self->searches, make_filter (self));
}

static void
ik_bank_view_dispose (GObject *object)
{
  IkBankView *self = IK_BANK_VIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->questions);
  g_clear_object (&self->rows);
  g_clear_object (&self->sort);
  g_clear_object (&self->descending);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ik_bank_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, filter);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, searches);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, chips);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, list);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, no_hits);
  gtk_widget_class_bind_template_child (widget_class, IkBankView, widen_button);
  gtk_widget_class_bind_template_callback (widget_class, other_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, ik_bank_view_show_search);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
ik_bank_view_class_init (IkBankViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_bank_view_dispose;
  IK_PAGE_CLASS (klass)->load = ik_bank_view_load;

  /* The place of a question that was activated. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", IK_TYPE_BANK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /* Return in the search: the first question is what is wanted. There is one. */
  signals[SIGNAL_ENTERED] =
    g_signal_new ("entered", IK_TYPE_BANK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* Escape in the search, where there is nothing to take back. */
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", IK_TYPE_BANK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* How many questions there are to see. */
  signals[SIGNAL_FOUND] =
    g_signal_new ("found", IK_TYPE_BANK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /* How many are selected. */
  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", IK_TYPE_BANK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_BANK_CHIPS);
  g_type_ensure (IK_TYPE_BANK_FILTER);
  g_type_ensure (IK_TYPE_BANK_SEARCHES);
  bind_template (widget_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "bank.show-searches", NULL);
  gtk_widget_class_install_action (widget_class, "bank.widen", NULL, widen);
  gtk_widget_class_install_action (widget_class, "bank.show-searches", NULL, show_searches);
  gtk_widget_class_install_action (widget_class, "bank.save-search", NULL, save_search);
}

static void
state_changed_cb (IkBankView *self)
{
  other_wanted_cb (self);
}

static void
create_view_actions (IkBankView *self)
{
  self->actions = g_simple_action_group_new ();
  self->sort = g_simple_action_new_stateful
                 ("sort", G_VARIANT_TYPE_STRING,
                 g_variant_new_string (ik_question_sort_to_nick (IK_QUESTION_SORT_RELEVANCE)));
  self->descending = g_simple_action_new_stateful ("descending", NULL,
                                                   g_variant_new_boolean (FALSE));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (self->sort));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (self->descending));
  g_signal_connect_object (self->sort, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->descending, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ik_bank_view_init (IkBankView *self)
{
  self->is_other = TRUE;
  self->is_looking = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  create_view_actions (self);

  self->rows = ik_bank_rows_new (self->list);
  self->questions = ik_bank_list_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->questions)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  ik_list_focus_from_search (GTK_WIDGET (self->search_entry), self->list);
}

/**
 * ik_bank_view_show_search:
 * @filter: words, choices and order
 *
 * Takes the place of what is searched for, and has the focus go there.
 */
void
ik_bank_view_show_search (IkBankView             *self,
                          const IkQuestionFilter *filter)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));
  g_return_if_fail (filter != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                         filter->query != NULL ? filter->query : "");
  g_simple_action_set_state (self->sort,
                             g_variant_new_string (ik_question_sort_to_nick (filter->sort)));
  g_simple_action_set_state (self->descending, g_variant_new_boolean (filter->is_descending));
  ik_bank_filter_show (self->filter, filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * ik_bank_view_search:
 * @query: words
 *
 * Searches for words as if they had been typed, and goes on from there.
 */
void
ik_bank_view_search (IkBankView *self,
                     const char *query)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

void
ik_bank_view_focus_search (IkBankView *self)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * ik_bank_view_list_selected:
 *
 * Returns: (transfer full) (element-type gint64): the rows of what is selected, in
 *   the order of the list
 */
GArray *
ik_bank_view_list_selected (IkBankView *self)
{
  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  return ik_bank_selection_list (GTK_SELECTION_MODEL (self->selection), self->questions);
}

void
ik_bank_view_select_none (IkBankView *self)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * ik_bank_view_list_at:
 * @position: a place in the list
 *
 * Returns: (transfer full) (element-type gint64): the row there; all that are
 *   selected where it is one of several
 */
GArray *
ik_bank_view_list_at (IkBankView *self,
                      guint       position)
{
  GArray *rows;
  gint64 row;

  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    return ik_bank_view_list_selected (self);

  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  row = ik_bank_list_get_row (self->questions, position);
  g_array_append_val (rows, row);

  return rows;
}

/**
 * ik_bank_view_list_meant:
 *
 * Returns: (transfer full) (element-type gint64): the rows of what is selected; the
 *   one that a person is at where nothing is; none where there is no question
 */
GArray *
ik_bank_view_list_meant (IkBankView *self)
{
  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  return ik_bank_selection_list_meant (self->list, self->questions);
}

void
ik_bank_view_open_selected (IkBankView *self)
{
  g_autoptr(GtkBitset) selected = NULL;

  g_return_if_fail (IK_IS_BANK_VIEW (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (selected))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, gtk_bitset_get_minimum (selected));
}

/**
 * ik_bank_view_get_summary:
 * @position: a place in the list
 *
 * Returns: (nullable): the question there, %NULL where it is not read yet
 */
const IkQuestionSummary *
ik_bank_view_get_summary (IkBankView *self,
                          guint       position)
{
  g_autoptr(IkBankItem) item = NULL;

  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->questions), position);

  return item != NULL ? ik_bank_item_get_summary (item) : NULL;
}

/**
 * ik_bank_view_capture_keys:
 * @widget: what holds the view
 *
 * Has what is typed anywhere in @widget be words to search for.
 */
void
ik_bank_view_capture_keys (IkBankView *self,
                           GtkWidget  *widget)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));

  gtk_search_entry_set_key_capture_widget (self->search_entry, widget);
}

GActionGroup *
ik_bank_view_get_actions (IkBankView *self)
{
  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

GtkWidget *
ik_bank_view_get_list (IkBankView *self)
{
  g_return_val_if_fail (IK_IS_BANK_VIEW (self), NULL);

  return GTK_WIDGET (self->list);
}

/**
 * ik_bank_view_set_taken:
 * @ids: (element-type utf8): questions
 *
 * Has the rows offer to add their question by "bank.add", and to be dragged, and
 * marks those that are taken already.
 */
void
ik_bank_view_set_taken (IkBankView *self,
                        GHashTable *ids)
{
  g_return_if_fail (IK_IS_BANK_VIEW (self));
  g_return_if_fail (ids != NULL);

  ik_bank_rows_set_taken (self->rows, ids, self);
}
