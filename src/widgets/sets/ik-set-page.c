#include "ik-set-page-private.h"

#include <glib/gi18n.h>

#include "ik-adaptive-bin.h"
#include "ik-budget-bar.h"
#include "ik-even-layout.h"
#include "ik-focus.h"
#include "ik-list-focus.h"
#include "ik-page-header.h"
#include "ik-set-bank.h"
#include "ik-set-checks.h"
#include "ik-set-coverage-view.h"
#include "ik-set-entry.h"
#include "ik-set-hint-button.h"
#include "ik-set-lines.h"
#include "ik-set-row.h"
#include "ik-sets.h"
#include "ik-spin-button.h"
#include "ik-stack.h"
#include "ik-text-area.h"
#include "ik-text.h"
#include "ik-toast.h"
#include "ik-two-panes.h"

/* A pause in typing after which a title is saved, as one step to undo. */
#define SAVE_DELAY_MS 800

/**
 * IkSetPage:
 *
 * A question set to edit: what it is for, its questions in order with their
 * minutes, and the sum against the slot, live; beside it the bank to add questions
 * from. Each change is saved at once;
 * the copy shown here is ahead of the library until then.
 */
struct _IkSetPage
{
  IkPage              parent_instance;

  /* Template */
  IkAdaptiveBin      *adaptive;
  IkPageHeader       *header;
  GtkWidget          *plan_button;
  IkTwoPanes         *panes;
  IkSetBank          *bank;
  GtkWidget          *content;
  GtkExpander        *details;
  GtkEntry           *title;
  GtkEntry           *role;
  GtkSpinButton      *slot;
  GtkExpander        *script;
  IkTextArea         *opening;
  IkBudgetBar        *budget;
  IkSetCoverageView  *coverage;
  IkSetHintButton    *hints;
  GtkWidget          *add_button;
  GtkStack           *stack;
  GtkListView        *list;

  GListStore         *entries;      /* owned; element-type IkSetEntry */
  GtkSingleSelection *selection;    /* owned */
  char               *set_id;       /* owned, nullable */
  char               *removed_id;   /* owned, nullable; the line removed last, which may come back */
  IkQuestionSet      *set;          /* owned, nullable until loaded; as shown */
  GPtrArray          *offered;      /* owned, nullable; element-type IkCompetency: what it could measure */
  GQueue              to_save;      /* element-type SaveData, owned; the first is under way */
  char               *next_action;  /* owned, nullable; of the window, once all is stored */
  guint               save_id;      /* timeout for titles, 0 while all is saved */
  gboolean            is_filling;   /* the program changes the fields */
  gboolean            is_edited;    /* since the load under way began */
};

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSetPage, ik_set_page, IK_TYPE_PAGE)

typedef struct
{
  IkQuestionSet *set;
  char          *label;
} SaveData;

static void
save_data_free (SaveData *self)
{
  ik_question_set_free (self->set);
  g_free (self->label);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveData, save_data_free)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_set_checks_run (library, data, NULL, cancellable, error);
}

/* What the questions measure, and what is worth a look. */
static void
update_checks (IkSetPage *self)
{
  g_autoptr(IkSetCoverage) coverage = ik_set_coverage_new (self->set, self->offered);
  g_autoptr(GPtrArray) hints = ik_set_hints_list (self->set, NULL);

  ik_set_coverage_view_show (self->coverage, coverage);
  ik_set_hint_button_show (self->hints, hints);
}

static void
update_sums (IkSetPage *self)
{
  ik_budget_bar_set_minutes (self->budget,
                             ik_question_set_get_planned_minutes (self->set),
                             ik_question_set_get_required_minutes (self->set),
                             self->set->slot_minutes);
  update_checks (self);
}

/* A space at the end is no difference: a word may be about to follow. */
static void
set_entry_text (GtkEntry   *entry,
                const char *text)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *wanted = g_strstrip (g_strdup (text));

  if (!g_str_equal (shown, wanted))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Folded away, it still says whether there is one. */
static void
show_opening_state (IkSetPage *self)
{
  const char *label = *self->set->opening != '\0' ? _("Opening Script")
                                                  : _("Opening Script (none yet)");

  gtk_expander_set_label (self->script, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->script),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* The one button that does what comes next. */
static void
set_suggested (GtkWidget *button,
               gboolean   is_suggested)
{
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* Shows the lines as they are now. What had the focus may be gone: then the
 * line in its place is selected and has it, or one that came back. */
static void
update_entries (IkSetPage *self)
{
  GListModel *model = G_LIST_MODEL (self->entries);
  gboolean had_focus = ik_focus_is_within (self->list);
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_entries;

  if (!ik_set_entry_update_store (self->entries, self->set))
    return;

  n_entries = g_list_model_get_n_items (model);
  if (self->removed_id != NULL && ik_set_page_select (self, self->removed_id))
    {
      g_clear_pointer (&self->removed_id, g_free);
      return;
    }

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION &&
      position != GTK_INVALID_LIST_POSITION && n_entries > 0)
    gtk_single_selection_set_selected (self->selection, MIN (position, n_entries - 1));
  if (had_focus)
    ik_list_focus_selected (self->list);
}

/* With its first question a set wants its lines to be seen, once it is said what it
 * is for. */
static void
make_room (IkSetPage *self)
{
  if (self->set->items->len > 0 && self->set->slot_minutes > 0 &&
      g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    gtk_expander_set_expanded (self->details, FALSE);
}

static void
update_lines (IkSetPage *self)
{
  gboolean is_empty = self->set->items->len == 0 && self->set->sections->len == 0;

  ik_set_bank_show_set (self->bank, self->set);
  make_room (self);
  update_entries (self);
  ik_stack_show (self->stack, is_empty ? "empty" : "lines");
  set_suggested (self->add_button, self->set->items->len == 0);
  set_suggested (self->plan_button, self->set->items->len > 0);
  update_sums (self);
}

static void
fill (IkSetPage *self)
{
  self->is_filling = TRUE;
  set_entry_text (self->title, self->set->title);
  set_entry_text (self->role, self->set->role);
  gtk_spin_button_set_value (self->slot, self->set->slot_minutes);
  ik_text_area_set_text (self->opening, self->set->opening);
  show_opening_state (self);
  ik_page_header_set_title (self->header, self->set->title);
  update_lines (self);
  self->is_filling = FALSE;
}

/* Where there are no questions yet, the set wants its name first. */
static void
focus_first (IkSetPage *self)
{
  if (self->set->items->len == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      return;
    }

  gtk_single_selection_set_selected (self->selection, 0);
  ik_list_focus_selected (self->list);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkSetPage *self = IK_SET_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkSetCheck) loaded = ik_job_run_finish (result, &error);
  gboolean is_first = self->set == NULL;

  if (loaded == NULL)
    {
      if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
        ik_set_page_emit_gone (self);
      else
        ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is shown is newer. */
  if (self->is_edited || self->save_id != 0 || !g_queue_is_empty (&self->to_save) ||
      g_strcmp0 (loaded->set->id, self->set_id) != 0)
    return;

  /* Where something is still to be said, the fields are open. */
  if (is_first)
    gtk_expander_set_expanded (self->details, loaded->set->items->len == 0 ||
                               loaded->set->slot_minutes == 0);

  g_clear_pointer (&self->set, ik_question_set_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->set = g_steal_pointer (&loaded->set);
  self->offered = g_steal_pointer (&loaded->offered);
  fill (self);
  if (is_first)
    focus_first (self);
}

static void
ik_set_page_load (IkPage *page)
{
  IkSetPage *self = IK_SET_PAGE (page);

  ik_page_set_library (IK_PAGE (self->bank), ik_page_get_library (page));
  self->is_edited = FALSE;
  if (self->set_id != NULL)
    ik_page_load (page, load_job, g_strdup (self->set_id), g_free,
                  (GDestroyNotify) ik_set_check_free, loaded_cb);
}

static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const SaveData *save = data;

  return ik_sets_save (library, save->set, save->label, cancellable, error)
         ? g_strdup (save->set->id) : NULL;
}

static void save_first (IkSetPage *self);

/* What makes something of the set that is stored, which is the one shown now. */
static void
go_on (IkSetPage *self)
{
  g_autofree char *action = g_steal_pointer (&self->next_action);

  if (action != NULL && self->set_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", self->set_id);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkSetPage *self = IK_SET_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);
  g_autoptr(SaveData) sent = g_queue_pop_head (&self->to_save);

  if (id == NULL)
    {
      g_clear_pointer (&self->next_action, g_free);
      ik_toast_show_error (GTK_WIDGET (self), error);
    }
  if (!g_queue_is_empty (&self->to_save))
    {
      save_first (self);
      return;
    }

  ik_page_reload (IK_PAGE (self));
  go_on (self);
}

/* One at a time: two threads could change places. */
static void
save_first (IkSetPage *self)
{
  const SaveData *first = g_queue_peek_head (&self->to_save);
  SaveData *data;

  if (ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  data = g_new0 (SaveData, 1);
  data->set = ik_question_set_copy (first->set);
  data->label = g_strdup (first->label);
  ik_page_write (IK_PAGE (self), save_job, data, (GDestroyNotify) save_data_free, g_free,
                 saved_cb);
}

static gboolean
save_texts_cb (gpointer data)
{
  IkSetPage *self = data;

  self->save_id = 0;
  ik_set_page_commit (self, _("Edit Question Set"));

  return G_SOURCE_REMOVE;
}

static void
save_now (IkSetPage *self)
{
  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  save_texts_cb (self);
}

static void
texts_changed_cb (IkSetPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *opening = NULL;

  if (self->is_filling || self->set == NULL)
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  if (title[0] != '\0')
    ik_text_set (&self->set->title, title);
  ik_text_set (&self->set->role, gtk_editable_get_text (GTK_EDITABLE (self->role)));
  self->set->slot_minutes = (guint) gtk_spin_button_get_value_as_int (self->slot);
  opening = ik_text_area_dup_text (self->opening);
  ik_text_set (&self->set->opening, opening);
  show_opening_state (self);
  update_sums (self);

  self->is_edited = TRUE;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_texts_cb, self);
}

/* Beside the buttons of a narrow window there is no room for words. */
static void
arrange_cb (IkSetPage *self)
{
  if (ik_adaptive_bin_is_narrow (self->adaptive))
    gtk_button_set_icon_name (GTK_BUTTON (self->plan_button), "x-office-calendar-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->plan_button), _("_Plan…"));
}

/* Each hint leads to where something can be done about it. */
static void
go_to_hint (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  guint kind;
  const char *line_id;

  g_variant_get (parameter, "(u&s)", &kind, &line_id);
  switch ((IkSetHintKind) kind)
    {
    case IK_SET_HINT_OVER_SLOT:
      gtk_expander_set_expanded (self->details, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->slot));
      break;

    case IK_SET_HINT_NO_OPENING:
      gtk_expander_set_expanded (self->script, TRUE);
      ik_text_area_focus (self->opening, FALSE);
      break;

    case IK_SET_HINT_NO_CLOSING:
      ik_set_page_go_to_bank (self);
      ik_set_bank_show_kinds (self->bank, 1 << IK_QUESTION_KIND_CLOSING |
                              1 << IK_QUESTION_KIND_CANDIDATE_QUESTIONS);
      break;

    case IK_SET_HINT_MANY_COMPETENCIES:
      ik_set_coverage_view_reveal (self->coverage);
      break;

    case IK_SET_HINT_LONG_SECTION:
    case IK_SET_HINT_LONG_QUESTION:
    case IK_SET_HINT_ASKED_BEFORE:
    default:
      ik_set_page_select (self, line_id);
      break;
    }
}

static void
setup_cb (IkSetPage   *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ik_set_row_new ());
  gtk_list_item_set_activatable (list_item, FALSE);
  ik_list_focus_select_with (list_item);
}

static void
bind_cb (IkSetPage   *self,
         GtkListItem *list_item)
{
  ik_set_row_set_entry (IK_SET_ROW (gtk_list_item_get_child (list_item)),
                        gtk_list_item_get_item (list_item));
}

static void
unbind_cb (IkSetPage   *self,
           GtkListItem *list_item)
{
  ik_set_row_set_entry (IK_SET_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Leaving the page is a pause in typing as well. */
static void
ik_set_page_unmap (GtkWidget *widget)
{
  save_now (IK_SET_PAGE (widget));

  GTK_WIDGET_CLASS (ik_set_page_parent_class)->unmap (widget);
}

static void
ik_set_page_dispose (GObject *object)
{
  IkSetPage *self = IK_SET_PAGE (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (ik_set_page_parent_class)->dispose (object);
}

static void
ik_set_page_finalize (GObject *object)
{
  IkSetPage *self = IK_SET_PAGE (object);

  g_free (self->set_id);
  g_free (self->removed_id);
  g_free (self->next_action);
  g_clear_pointer (&self->set, ik_question_set_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_queue_clear_full (&self->to_save, (GDestroyNotify) save_data_free);

  G_OBJECT_CLASS (ik_set_page_parent_class)->finalize (object);
}

static void
ik_set_page_class_init (IkSetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_set_page_dispose;
  object_class->finalize = ik_set_page_finalize;
  widget_class->unmap = ik_set_page_unmap;
  IK_PAGE_CLASS (klass)->load = ik_set_page_load;

  /* The set is there no more. */
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", IK_TYPE_SET_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_BUDGET_BAR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_TEXT_AREA);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_EVEN_LAYOUT);
  g_type_ensure (IK_TYPE_SET_BANK);
  g_type_ensure (IK_TYPE_SET_COVERAGE_VIEW);
  g_type_ensure (IK_TYPE_SET_HINT_BUTTON);
  g_type_ensure (IK_TYPE_TWO_PANES);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-set-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, plan_button);
  gtk_widget_class_bind_template_child_full (widget_class, "bank_button", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, panes);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, bank);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, content);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, details);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, title);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, role);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, slot);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, script);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, opening);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, budget);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, hints);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkSetPage, list);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);
  gtk_widget_class_bind_template_callback (widget_class, texts_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  gtk_widget_class_install_action (widget_class, "set.go-to-hint", "(us)", go_to_hint);
  ik_set_page_class_install_panes (widget_class);
  ik_set_page_class_install_adding (widget_class);
  ik_set_page_class_install_actions (widget_class);
}

static void
ik_set_page_init (IkSetPage *self)
{
  g_queue_init (&self->to_save);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->slot);
  self->is_filling = FALSE;

  self->entries = g_list_store_new (IK_TYPE_SET_ENTRY);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  ik_set_page_init_panes (self);
}

/**
 * ik_set_page_show:
 * @set_id: a question set
 *
 * Saves what was typed and goes to another set.
 */
void
ik_set_page_show (IkSetPage  *self,
                  const char *set_id)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));
  g_return_if_fail (set_id != NULL);

  if (g_strcmp0 (self->set_id, set_id) != 0)
    {
      save_now (self);
      ik_two_panes_go_home (self->panes);
      g_free (self->set_id);
      self->set_id = g_strdup (set_id);
      g_clear_pointer (&self->removed_id, g_free);
      g_clear_pointer (&self->next_action, g_free);
      g_clear_pointer (&self->set, ik_question_set_free);
    }
  ik_page_reload (IK_PAGE (self));
}

/**
 * ik_set_page_focus_lines:
 *
 * Moves the focus to the line that is selected, or to the first field.
 */
void
ik_set_page_focus_lines (IkSetPage *self)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));

  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    ik_list_focus_selected (self->list);
  else
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

IkQuestionSet *
ik_set_page_get_set (IkSetPage *self)
{
  g_return_val_if_fail (IK_IS_SET_PAGE (self), NULL);

  return self->set;
}

/**
 * ik_set_page_replace_set:
 * @set: the same set, changed elsewhere
 *
 * Takes over a change that was made to a copy; call commit() then.
 */
void
ik_set_page_replace_set (IkSetPage           *self,
                         const IkQuestionSet *set)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));
  g_return_if_fail (self->set != NULL && g_str_equal (self->set->id, set->id));

  ik_question_set_free (self->set);
  self->set = ik_question_set_copy (set);
}

/**
 * ik_set_page_commit:
 * @label: name of the change
 *
 * Shows and saves the set after a change.
 */
void
ik_set_page_commit (IkSetPage  *self,
                    const char *label)
{
  SaveData *data;

  g_return_if_fail (IK_IS_SET_PAGE (self));
  g_return_if_fail (self->set != NULL);

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->is_filling = TRUE;
  update_lines (self);
  ik_page_header_set_title (self->header, self->set->title);
  self->is_filling = FALSE;

  data = g_new0 (SaveData, 1);
  data->set = ik_question_set_copy (self->set);
  data->label = g_strdup (label);
  g_queue_push_tail (&self->to_save, data);
  if (g_queue_get_length (&self->to_save) == 1)
    save_first (self);
}

/**
 * ik_set_page_activate_when_stored:
 * @action_name: action of the window that takes the id of a set
 *
 * Saves what was typed and activates the action with this set once all changes
 * are stored, and not at all where one can't be.
 */
void
ik_set_page_activate_when_stored (IkSetPage  *self,
                                  const char *action_name)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));
  g_return_if_fail (action_name != NULL);

  if (self->set == NULL)
    return;

  g_free (self->next_action);
  self->next_action = g_strdup (action_name);
  save_now (self);
  if (g_queue_is_empty (&self->to_save))
    go_on (self);
}

/**
 * ik_set_page_get_selected_id:
 *
 * Returns: (nullable): id of the line that is selected
 */
const char *
ik_set_page_get_selected_id (IkSetPage *self)
{
  IkSetEntry *entry;

  g_return_val_if_fail (IK_IS_SET_PAGE (self), NULL);

  entry = gtk_single_selection_get_selected_item (self->selection);

  return entry != NULL ? ik_set_entry_get_id (entry) : NULL;
}

/**
 * ik_set_page_select:
 * @id: id of a line
 *
 * Selects a line, where it is now, and moves the focus to it.
 *
 * Returns: whether there is such a line
 */
gboolean
ik_set_page_select (IkSetPage  *self,
                    const char *id)
{
  g_return_val_if_fail (IK_IS_SET_PAGE (self), FALSE);

  if (!ik_set_lines_select (self->list, id))
    return FALSE;

  ik_list_focus_selected (self->list);
  return TRUE;
}

/**
 * ik_set_page_reveal:
 * @id: id of a line
 *
 * Selects a line, where it is now, and brings it into view; the focus stays.
 */
void
ik_set_page_reveal (IkSetPage  *self,
                    const char *id)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));

  if (ik_set_lines_select (self->list, id))
    ik_set_lines_scroll_later (self->list);
}

/**
 * ik_set_page_remember_removed:
 * @id: id of a line that is about to be removed
 *
 * Selects the line, so that the one below takes its place, and does so again
 * when undo brings it back.
 */
void
ik_set_page_remember_removed (IkSetPage  *self,
                              const char *id)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));
  g_return_if_fail (id != NULL);

  ik_set_page_select (self, id);
  g_free (self->removed_id);
  self->removed_id = g_strdup (id);
}

void
ik_set_page_emit_gone (IkSetPage *self)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}
