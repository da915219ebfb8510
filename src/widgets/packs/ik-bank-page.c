#include "ik-bank-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-adaptive-bin.h"
#include "ik-bank-chips.h"
#include "ik-bank-filter.h"
#include "ik-bank-list.h"
#include "ik-bank-row.h"
#include "ik-bank-searches.h"
#include "ik-page-header.h"
#include "ik-stack.h"
#include "ik-toast.h"

/* What is found and read first: what is in view, so that it is there at once. */
#define FIRST_ROWS 24

/**
 * IkBankPage:
 *
 * All questions of the bank, whatever their number: found by words and choices,
 * in any order, several of them changed at once. Emits "opened" for one that a
 * person wants to see whole.
 */
struct _IkBankPage
{
  IkPage             parent_instance;

  /* Template */
  IkPageHeader      *header;
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
  IkBankBar         *bar;
  GMenuModel        *edit_menu;

  IkBankList        *questions;   /* owned */
  GtkMultiSelection *selection;   /* owned */
  GSimpleAction     *sort;        /* owned */
  GSimpleAction     *descending;  /* owned */
  char              *shown_query; /* owned: what is marked */
  gboolean           is_other;    /* other questions are wanted, not the same ones anew */
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankPage, ik_bank_page, IK_TYPE_PAGE)

static const char *
get_query (IkBankPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static IkQuestionFilter *
make_filter (IkBankPage *self)
{
  g_autoptr(GVariant) sort = g_action_get_state (G_ACTION (self->sort));
  g_autoptr(GVariant) descending = g_action_get_state (G_ACTION (self->descending));
  IkQuestionSort order = IK_QUESTION_SORT_RELEVANCE;

  ik_question_sort_from_nick (g_variant_get_string (sort, NULL), &order);

  return ik_bank_filter_make (self->filter, get_query (self), order,
                              g_variant_get_boolean (descending));
}

/* Finding */

typedef struct
{
  GArray    *rows;  /* owned; element-type gint64 */
  GPtrArray *first; /* owned; element-type IkQuestionSummary, nullable */
} Found;

static void
found_free (Found *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
find_first_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(Found) found = g_new0 (Found, 1);
  IkQuestionFilter *filter = data;

  filter->limit = FIRST_ROWS;
  found->rows = ik_bank_find_questions (library, filter, cancellable, error);
  if (found->rows == NULL)
    return NULL;

  found->first = ik_bank_load_rows (library, (const gint64 *) found->rows->data, found->rows->len,
                                    cancellable, error);
  return found->first != NULL ? g_steal_pointer (&found) : NULL;
}

static gpointer
find_all_job (IkLibrary     *library,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(Found) found = g_new0 (Found, 1);

  found->rows = ik_bank_find_questions (library, data, cancellable, error);
  return found->rows != NULL ? g_steal_pointer (&found) : NULL;
}

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
show_choices (IkBankPage *self)
{
  if (ik_bank_chips_show (self->chips, self->filter))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkBankPage *self = IK_BANK_PAGE (source);
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
count (IkBankPage *self)
{
  if (ik_page_get_library (IK_PAGE (self)) != NULL)
    ik_page_load (IK_PAGE (self), count_job, make_filter (self),
                  (GDestroyNotify) ik_question_filter_free,
                  (GDestroyNotify) ik_question_counts_free, counted_cb);
}

/* Showing */

static void
show_number (IkBankPage *self,
             guint       n_found)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%'u question", "%'u questions",
                                                        n_found), n_found);

  ik_page_header_set_subtitle (self->header, text);
}

static void
show_no_hits (IkBankPage *self)
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

/* As the words are marked, and as wide as there is room. */
static void
dress_row (IkBankPage *self,
           GtkWidget  *row)
{
  IkBankRow *content = IK_BANK_ROW (gtk_widget_get_first_child (row));

  ik_bank_row_set_query (content, self->shown_query);
  ik_bank_row_set_narrow (content, ik_adaptive_bin_is_narrow (self->adaptive));
}

static void
mark_query (IkBankPage *self)
{
  const char *query = get_query (self);

  if (g_strcmp0 (self->shown_query, query) == 0)
    return;

  g_free (self->shown_query);
  self->shown_query = g_strdup (query);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    dress_row (self, row);
}

/* Those that were selected and are still there. */
static void
restore_selection (IkBankPage *self,
                   GArray     *selected)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GtkBitset) bits = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = NULL;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->questions));

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (wanted, &g_array_index (selected, gint64, i));
  for (guint i = 0; i < n_items && g_hash_table_size (wanted) > 0; i++)
    {
      gint64 row = ik_bank_list_get_row (self->questions, i);

      if (g_hash_table_contains (wanted, &row))
        gtk_bitset_add (bits, i);
    }

  mask = gtk_bitset_new_range (0, n_items);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), bits, mask);
}

static void
show_found (IkBankPage *self,
            Found      *found)
{
  g_autoptr(GArray) selected = ik_bank_page_list_selected (self);

  mark_query (self);
  ik_bank_list_set_rows (self->questions, found->rows, found->first);
  if (selected->len > 0)
    restore_selection (self, selected);
  if (found->rows->len == 0)
    show_no_hits (self);
  ik_stack_show (self->stack, found->rows->len > 0 ? "questions" : "no-hits");
}

static void
all_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  IkBankPage *self = IK_BANK_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Found) found = ik_job_run_finish (result, &error);

  if (found == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  show_found (self, found);
  show_number (self, found->rows->len);
  if (!self->is_other)
    ik_bank_list_read_again (self->questions);
  self->is_other = FALSE;
}

static void
find_all (IkBankPage *self)
{
  ik_page_load (IK_PAGE (self), find_all_job, make_filter (self),
                (GDestroyNotify) ik_question_filter_free, (GDestroyNotify) found_free,
                all_found_cb);
}

static void
first_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkBankPage *self = IK_BANK_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Found) found = ik_job_run_finish (result, &error);

  if (found == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_bank_page_select_none (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_found (self, found);
  if (found->rows->len == FIRST_ROWS)
    find_all (self);
  else
    show_number (self, found->rows->len);
  self->is_other = found->rows->len == FIRST_ROWS;
}

/* Other questions come first ones first; the same ones are looked for whole, so
 * that the list stays where it is. */
static void
ik_bank_page_load (IkPage *page)
{
  IkBankPage *self = IK_BANK_PAGE (page);

  ik_bank_list_set_library (self->questions, ik_page_get_library (page));
  ik_page_set_library (IK_PAGE (self->searches), ik_page_get_library (page));
  if (self->is_other)
    ik_page_load (page, find_first_job, make_filter (self),
                  (GDestroyNotify) ik_question_filter_free, (GDestroyNotify) found_free,
                  first_found_cb);
  else
    find_all (self);

  if (ik_bank_filter_is_open (self->filter) || ik_bank_filter_is_set (self->filter))
    count (self);
}

static void
other_wanted_cb (IkBankPage *self)
{
  self->is_other = TRUE;
  ik_page_reload (IK_PAGE (self));
}

static void
filter_changed_cb (IkBankPage *self)
{
  show_choices (self);
  other_wanted_cb (self);
}

static void
choice_removed_cb (IkBankPage           *self,
                   const IkFilterChoice *choice)
{
  ik_bank_filter_drop (self->filter, choice);
}

static void
filter_opened_cb (IkBankPage *self)
{
  count (self);
}

static void
search_chosen_cb (IkBankPage             *self,
                  const IkQuestionFilter *filter)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                         filter->query != NULL ? filter->query : "");
  g_simple_action_set_state (self->sort,
                             g_variant_new_string (ik_question_sort_to_nick (filter->sort)));
  g_simple_action_set_state (self->descending, g_variant_new_boolean (filter->is_descending));
  ik_bank_filter_show (self->filter, filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
stop_search_cb (IkBankPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Escape takes back the selection, then the words. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  IkBankPage *self = IK_BANK_PAGE (widget);
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) > 1)
    {
      ik_bank_page_select_none (self);
      return TRUE;
    }
  if (get_query (self)[0] == '\0')
    return FALSE;

  stop_search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

/* Rows */

static void
setup_cb (IkBankPage  *self,
          GtkListItem *list_item)
{
  GtkWidget *row = ik_bank_row_new ();

  ik_bank_row_set_narrow (IK_BANK_ROW (row), ik_adaptive_bin_is_narrow (self->adaptive));
  ik_bank_row_set_query (IK_BANK_ROW (row), self->shown_query);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (IkBankPage  *self,
         GtkListItem *list_item)
{
  ik_bank_row_set_item (IK_BANK_ROW (gtk_list_item_get_child (list_item)),
                        gtk_list_item_get_item (list_item));
}

static void
unbind_cb (IkBankPage  *self,
           GtkListItem *list_item)
{
  ik_bank_row_set_item (IK_BANK_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
narrow_cb (IkBankPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    dress_row (self, row);
}

static void
open_position (IkBankPage *self,
               guint       position)
{
  g_autoptr(IkBankItem) item = g_list_model_get_item (G_LIST_MODEL (self->questions), position);
  const IkQuestionSummary *summary = item != NULL ? ik_bank_item_get_summary (item) : NULL;

  if (summary != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, summary->pack_id, summary->id);
}

static void
activated_cb (IkBankPage *self,
              guint       position)
{
  open_position (self, position);
}

static void
selection_changed_cb (IkBankPage *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint) gtk_bitset_get_size (selected);

  ik_bank_bar_set_selected (self->bar, n_selected);
  ik_bank_page_enable_actions (self, n_selected);
}

static void
ik_bank_page_dispose (GObject *object)
{
  IkBankPage *self = IK_BANK_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->questions);
  g_clear_object (&self->sort);
  g_clear_object (&self->descending);

  G_OBJECT_CLASS (ik_bank_page_parent_class)->dispose (object);
}

static void
ik_bank_page_finalize (GObject *object)
{
  IkBankPage *self = IK_BANK_PAGE (object);

  g_free (self->shown_query);

  G_OBJECT_CLASS (ik_bank_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, filter);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, searches);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, chips);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, list);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, no_hits);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, widen_button);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, bar);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, edit_menu);
  gtk_widget_class_bind_template_callback (widget_class, other_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
ik_bank_page_class_init (IkBankPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_bank_page_dispose;
  object_class->finalize = ik_bank_page_finalize;
  IK_PAGE_CLASS (klass)->load = ik_bank_page_load;

  /* The ids of a pack and of a question in it. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", IK_TYPE_BANK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_BANK_BAR);
  g_type_ensure (IK_TYPE_BANK_CHIPS);
  g_type_ensure (IK_TYPE_BANK_FILTER);
  g_type_ensure (IK_TYPE_BANK_SEARCHES);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  bind_template (widget_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "bank.show-searches", NULL);
  ik_bank_page_class_install_actions (widget_class);
}

static void
state_changed_cb (IkBankPage *self)
{
  other_wanted_cb (self);
}

static void
create_view_actions (IkBankPage *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  self->sort = g_simple_action_new_stateful
                 ("sort", G_VARIANT_TYPE_STRING,
                 g_variant_new_string (ik_question_sort_to_nick (IK_QUESTION_SORT_RELEVANCE)));
  self->descending = g_simple_action_new_stateful ("descending", NULL,
                                                   g_variant_new_boolean (FALSE));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->sort));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->descending));
  g_signal_connect_object (self->sort, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->descending, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bank-view", G_ACTION_GROUP (group));
}

/* By itself the focus goes to what stands below the end of the entry, which is
 * the button of the filters until the rows have their places. */
static gboolean
enter_list_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  return gtk_widget_grab_focus (GTK_WIDGET (((IkBankPage *) data)->list));
}

static void
add_down_key (IkBankPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                      gtk_callback_action_new (enter_list_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
}

/* Of the list: one of the page would be behind the entry, which takes what is
 * typed anywhere, this key included. */
static void
add_delete_key (IkBankPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_named_action_new ("bank.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
ik_bank_page_init (IkBankPage *self)
{
  self->is_other = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  create_view_actions (self);
  ik_bank_bar_set_menu (self->bar, self->edit_menu);

  self->questions = ik_bank_list_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->questions)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_delete_key (self);
  add_down_key (self);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  ik_bank_page_enable_actions (self, 0);
}

/**
 * ik_bank_page_search:
 * @query: words
 *
 * Searches for words as if they had been typed, and goes on from there.
 */
void
ik_bank_page_search (IkBankPage *self,
                     const char *query)
{
  g_return_if_fail (IK_IS_BANK_PAGE (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

void
ik_bank_page_focus_search (IkBankPage *self)
{
  g_return_if_fail (IK_IS_BANK_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/* Returns: (element-type gint64): the rows of what is selected, in their order. */
GArray *
ik_bank_page_list_selected (IkBankPage *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean has = gtk_bitset_iter_init_first (&iter, selected, &position);
       has;
       has = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 row = ik_bank_list_get_row (self->questions, position);

      g_array_append_val (rows, row);
    }

  return rows;
}

void
ik_bank_page_select_none (IkBankPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

void
ik_bank_page_open_selected (IkBankPage *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (selected))
    open_position (self, gtk_bitset_get_minimum (selected));
}

/* Takes back the filters, or the words where there are none. */
void
ik_bank_page_widen (IkBankPage *self)
{
  if (ik_bank_filter_is_set (self->filter))
    ik_bank_filter_reset (self->filter);
  else
    stop_search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
ik_bank_page_show_searches (IkBankPage *self)
{
  ik_bank_searches_open (self->searches);
}

/* Keeps what is searched for now. */
void
ik_bank_page_save_search (IkBankPage *self)
{
  ik_bank_searches_save (self->searches, make_filter (self));
}

IkBankBar *
ik_bank_page_get_bar (IkBankPage *self)
{
  return self->bar;
}
