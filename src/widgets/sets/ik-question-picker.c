#include "ik-question-picker.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-dialog-fit.h"
#include "ik-filter-button.h"
#include "ik-gradual-list.h"
#include "ik-list-click.h"
#include "ik-job.h"
#include "ik-list.h"
#include "ik-question-item.h"
#include "ik-question-row.h"
#include "ik-stack.h"
#include "ik-toast.h"

/**
 * IkQuestionPicker:
 *
 * Questions of all packs to choose from, in the order of choosing. What a
 * filter hides stays chosen. Emits "chosen" once, then closes.
 */
struct _IkQuestionPicker
{
  AdwWindow       parent_instance;

  /* Template */
  GtkButton      *add_button;
  GtkSearchEntry *search_entry;
  IkFilterButton *filter;
  GtkStack       *stack;
  GtkListView    *list;

  IkLibrary      *library;     /* owned */
  GPtrArray      *used_ids;    /* owned; element-type utf8; not offered */
  GListStore     *items;       /* owned; element-type IkQuestionItem */
  IkGradualList  *shown;       /* owned; of @items */
  GPtrArray      *chosen;      /* owned; element-type IkQuestionItem */
  GCancellable   *cancellable; /* owned, nullable; of the load under way */
  gboolean        is_filling;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkQuestionPicker, ik_question_picker, ADW_TYPE_WINDOW)

typedef struct
{
  char      *query;
  char      *pack_id; /* nullable */
  char      *tag;     /* nullable */
  char      *level;   /* nullable */
  char      *kind;    /* nullable */
  GPtrArray *used_ids;
} Request;

static void
request_free (Request *self)
{
  g_free (self->query);
  g_free (self->pack_id);
  g_free (self->tag);
  g_free (self->level);
  g_free (self->kind);
  g_ptr_array_unref (self->used_ids);
  g_free (self);
}

typedef struct
{
  GPtrArray *packs;
  GPtrArray *tags;
  GPtrArray *items;  /* element-type IkQuestionItem */
  GPtrArray *levels; /* element-type utf8: of the questions */
} Loaded;

static void
loaded_free (Loaded *self)
{
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
remove_unfit (GPtrArray *questions,
              GPtrArray *used_ids)
{
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < used_ids->len; i++)
    g_hash_table_add (used, g_ptr_array_index (used_ids, i));
  for (guint i = questions->len; i > 0; i--)
    {
      const IkQuestionSummary *question = g_ptr_array_index (questions, i - 1);

      if (question->state == IK_QUESTION_STATE_ARCHIVED ||
          g_hash_table_contains (used, question->id))
        g_ptr_array_remove_index (questions, i - 1);
    }
}

static GPtrArray *
collect_levels (GPtrArray *questions)
{
  GPtrArray *levels = ik_text_list_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->level[0] != '\0' &&
          !g_ptr_array_find_with_equal_func (levels, question->level, g_str_equal, NULL))
        ik_text_list_add (levels, question->level);
    }

  return levels;
}

/* The place of a group in the order in which the groups come up first. */
static guint
get_rank (GHashTable *ranks,
          char       *key) /* owned */
{
  gpointer rank;

  if (g_hash_table_lookup_extended (ranks, key, NULL, &rank))
    {
      g_free (key);
      return GPOINTER_TO_UINT (rank);
    }

  g_hash_table_insert (ranks, key, GUINT_TO_POINTER (g_hash_table_size (ranks)));
  return g_hash_table_size (ranks) - 1;
}

typedef struct
{
  guint    pack;
  guint    section;
  guint    index;
  gpointer question;
} Place;

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  const Place *a = one;
  const Place *b = other;

  if (a->pack != b->pack)
    return a->pack < b->pack ? -1 : 1;
  if (a->section != b->section)
    return a->section < b->section ? -1 : 1;

  return a->index < b->index ? -1 : a->index > b->index;
}

/* A search finds the best first, from here and there: what belongs together
 * comes together, at the place of the best of it. O(n log n). */
static void
group (GPtrArray *questions)
{
  g_autoptr(GHashTable) ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = g_ptr_array_index (questions, i);
      Place place = {
        .pack = get_rank (ranks, g_strdup (question->pack_id)),
        .section = get_rank (ranks, g_strjoin ("\n", question->pack_id, question->section, NULL)),
        .index = i,
        .question = g_ptr_array_index (questions, i),
      };

      g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);
  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_index (questions, i) = g_array_index (places, Place, i).question;
}

static GHashTable *
create_titles (GPtrArray *packs)
{
  GHashTable *titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = g_ptr_array_index (packs, i);

      g_hash_table_insert (titles, pack->id, pack->title);
    }

  return titles;
}

/* The packs whose title has all words of the query, or their beginnings. */
static GStrv
find_packs (const Request *request,
            GPtrArray     *packs)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = g_ptr_array_index (packs, i);

      if ((request->pack_id == NULL || g_str_equal (pack->id, request->pack_id)) &&
          g_str_match_string (request->query, pack->title, TRUE))
        g_strv_builder_add (ids, pack->id);
    }

  return g_strv_builder_end (ids);
}

/* Adds what another filter finds and @questions don't have yet. */
static gboolean
add_others (IkLibrary               *library,
            const IkQuestionFilter  *filter,
            GPtrArray               *questions,
            GCancellable            *cancellable,
            GError                 **error)
{
  g_autoptr(GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) others = ik_bank_list_questions (library, filter, cancellable, error);

  if (others == NULL)
    return FALSE;

  for (guint i = 0; i < questions->len; i++)
    g_hash_table_add (found, ((IkQuestionSummary *) g_ptr_array_index (questions, i))->id);
  for (guint i = others->len; i > 0; i--)
    {
      const IkQuestionSummary *question = g_ptr_array_index (others, i - 1);

      if (g_hash_table_contains (found, question->id))
        g_ptr_array_remove_index (others, i - 1);
    }
  g_ptr_array_extend_and_steal (questions, g_steal_pointer (&others));

  return TRUE;
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  const char *pack_ids[] = { request->pack_id, NULL };
  const char *tags[] = { request->tag, NULL };
  const char *levels[] = { request->level, NULL };
  IkQuestionFilter filter = {
    .query = request->query, .pack_ids = pack_ids, .tags = tags, .levels = levels,
    .kinds = ik_question_kinds_from_nick (request->kind),
  };
  g_autoptr(Loaded) loaded = g_new0 (Loaded, 1);
  g_autoptr(GPtrArray) questions = NULL;
  g_autoptr(GHashTable) titles = NULL;
  g_auto(GStrv) by_title = NULL;

  loaded->packs = ik_bank_list_packs (library, cancellable, error);
  if (loaded->packs == NULL)
    return NULL;
  loaded->tags = ik_bank_list_tags (library, cancellable, error);
  if (loaded->tags == NULL)
    return NULL;
  questions = ik_bank_list_questions (library, &filter, cancellable, error);
  if (questions == NULL)
    return NULL;

  /* Who types the title of a pack wants its questions, whatever their words. */
  by_title = find_packs (request, loaded->packs);
  filter.query = "";
  filter.pack_ids = (const char *const *) by_title;
  if (request->query[0] != '\0' && by_title[0] != NULL &&
      !add_others (library, &filter, questions, cancellable, error))
    return NULL;

  remove_unfit (questions, request->used_ids);
  group (questions);
  loaded->levels = collect_levels (questions);
  titles = create_titles (loaded->packs);
  loaded->items = ik_question_item_list_new (g_steal_pointer (&questions), titles);

  return g_steal_pointer (&loaded);
}

static void
update_add_button (IkQuestionPicker *self)
{
  guint n = self->chosen->len;
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "_Add %u Question",
                                                         "_Add %u Questions", n), n);

  gtk_button_set_label (self->add_button, n > 0 ? label : _("_Add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.add", n > 0);
}

static void
item_chosen_cb (IkQuestionPicker *self,
                GParamSpec       *pspec,
                IkQuestionItem   *item)
{
  const char *id = ik_question_item_get_summary (item)->id;
  guint index = 0;

  if (self->is_filling)
    return;

  while (index < self->chosen->len &&
         !g_str_equal (ik_question_item_get_summary (g_ptr_array_index (self->chosen, index))->id,
                       id))
    index++;

  if (ik_question_item_get_chosen (item) && index == self->chosen->len)
    g_ptr_array_add (self->chosen, g_object_ref (item));
  else if (!ik_question_item_get_chosen (item) && index < self->chosen->len)
    g_ptr_array_remove_index (self->chosen, index);
  update_add_button (self);
}

/* Ticks what was chosen before a filter hid it. */
static void
tick_chosen (IkQuestionPicker *self)
{
  GListModel *model = G_LIST_MODEL (self->items);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->chosen->len; i++)
    g_hash_table_add (ids, ik_question_item_get_summary (g_ptr_array_index (self->chosen, i))->id);

  self->is_filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(IkQuestionItem) item = g_list_model_get_item (model, i);
      const IkQuestionSummary *summary = ik_question_item_get_summary (item);

      if (summary == NULL)
        continue;
      ik_question_item_set_chosen (item, g_hash_table_contains (ids, summary->id));
    }
  self->is_filling = FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkQuestionPicker *self = IK_QUESTION_PICKER (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = ik_job_run_finish (result, &error);

  if (loaded == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_filter_button_set_packs (self->filter, loaded->packs);
  ik_filter_button_set_tags (self->filter, loaded->tags);
  if (!ik_filter_button_is_set (self->filter))
    ik_filter_button_set_levels (self->filter, loaded->levels);
  ik_stack_show (self->stack, loaded->items->len > 0 ? "questions" : "none");
  ik_gradual_list_restart (self->shown);
  ik_question_item_update_store (self->items, g_steal_pointer (&loaded->items));
  tick_chosen (self);
}

static void
reload (IkQuestionPicker *self)
{
  Request *request = g_new0 (Request, 1);

  request->query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  request->pack_id = g_strdup (ik_filter_button_get_pack (self->filter));
  request->tag = g_strdup (ik_filter_button_get_tag (self->filter));
  request->level = g_strdup (ik_filter_button_get_level (self->filter));
  request->kind = g_strdup (ik_filter_button_get_kind (self->filter));
  request->used_ids = g_ptr_array_ref (self->used_ids);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ik_job_run_async (self, self->library, load_job, request, (GDestroyNotify) request_free,
                    (GDestroyNotify) loaded_free, self->cancellable, loaded_cb, NULL);
}

static void
filter_changed_cb (IkQuestionPicker *self)
{
  if (self->library == NULL)
    return;

  ik_gradual_list_prepare (self->shown);
  reload (self);
}

/* In a field for one line Return does what the window is for. */
static void
search_activated_cb (IkQuestionPicker *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

/* Escape empties the search first, and closes the window then. */
static void
stop_search_cb (IkQuestionPicker *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (gtk_editable_get_text (entry)[0] == '\0')
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_editable_set_text (entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
stop_search (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  stop_search_cb (IK_QUESTION_PICKER (widget));
}

static void
focus_search (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkQuestionPicker *self = IK_QUESTION_PICKER (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
activated_cb (IkQuestionPicker *self,
              guint             position)
{
  g_autoptr(IkQuestionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  ik_question_item_set_chosen (item, !ik_question_item_get_chosen (item));
}

static gboolean
is_question (GtkWidget *row)
{
  return ik_question_row_is_question (IK_QUESTION_ROW (gtk_widget_get_first_child (row)));
}

/* From a heading on to the next question; up from the first one to the search.
 * A heading takes the focus of GTK, but there is nothing to do with it. */
static gboolean
skip_headings (IkQuestionPicker *self,
               GtkWidget        *row,
               gboolean          down)
{
  while (row != NULL && !is_question (row))
    row = down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);

  if (row != NULL)
    return gtk_widget_grab_focus (row);

  return !down && gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  IkQuestionPicker *self = user_data;
  gboolean down = g_variant_get_boolean (arguments);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return FALSE;

  row = down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);

  return row != NULL && !is_question (row) && skip_headings (self, row, down);
}

/* Down from the search leads to the first question, not to where one was. */
static gboolean
enter_list_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  IkQuestionPicker *self = user_data;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  return row != NULL && gtk_widget_get_mapped (row) && skip_headings (self, row, TRUE);
}

static void
add_arrow (GtkEventController *controller,
           guint               keyval,
           GtkShortcutFunc     func,
           IkQuestionPicker   *self)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                                            gtk_callback_action_new (func, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (keyval == GDK_KEY_Down));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Before the list and the field get them. */
static void
add_arrows (IkQuestionPicker *self)
{
  GtkEventController *of_list = gtk_shortcut_controller_new ();
  GtkEventController *of_search = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (of_list, GTK_PHASE_CAPTURE);
  add_arrow (of_list, GDK_KEY_Up, arrow_cb, self);
  add_arrow (of_list, GDK_KEY_Down, arrow_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), of_list);

  gtk_event_controller_set_propagation_phase (of_search, GTK_PHASE_CAPTURE);
  add_arrow (of_search, GDK_KEY_Down, enter_list_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), of_search);
}

static void
setup_cb (IkQuestionPicker *self,
          GtkListItem      *list_item)
{
  ik_question_row_setup (list_item, TRUE);
}

static void
bind_cb (IkQuestionPicker *self,
         GtkListItem      *list_item)
{
  /* Only what is in view can be ticked. */
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::chosen",
                           G_CALLBACK (item_chosen_cb), self, G_CONNECT_SWAPPED);
  ik_question_row_bind (list_item);
  /* Nothing is selected here; a first row that takes no focus would keep the
   * arrow keys out of the list. */
  gtk_list_item_set_selectable (list_item, TRUE);
}

static void
unbind_cb (IkQuestionPicker *self,
           GtkListItem      *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_chosen_cb, self);
  ik_question_row_unbind (list_item);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  IkQuestionPicker *self = IK_QUESTION_PICKER (widget);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->chosen);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_question_picker_dispose (GObject *object)
{
  IkQuestionPicker *self = IK_QUESTION_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_question_picker_parent_class)->dispose (object);
}

static void
ik_question_picker_finalize (GObject *object)
{
  IkQuestionPicker *self = IK_QUESTION_PICKER (object);

  g_clear_pointer (&self->used_ids, g_ptr_array_unref);
  g_ptr_array_unref (self->chosen);

  G_OBJECT_CLASS (ik_question_picker_parent_class)->finalize (object);
}

static void
ik_question_picker_class_init (IkQuestionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_question_picker_dispose;
  object_class->finalize = ik_question_picker_finalize;

  /* With a GPtrArray of IkQuestionItem, in the order of choosing. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_QUESTION_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (IK_TYPE_FILTER_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-question-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, IkQuestionPicker, add_button);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionPicker, filter);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  gtk_widget_class_install_action (widget_class, "picker.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "picker.search", NULL, focus_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "picker.search", NULL);
  gtk_widget_class_install_action (widget_class, "picker.stop-search", NULL, stop_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "picker.stop-search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "picker.add", NULL);
}

static void
ik_question_picker_init (IkQuestionPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_list_click_init (self->list);
  ik_list_click_add_space (self->list);
  add_arrows (self);

  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_list_store_new (IK_TYPE_QUESTION_ITEM);
  self->shown = ik_gradual_list_new (G_LIST_MODEL (self->items));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL
                             (gtk_no_selection_new
                               (g_object_ref (ik_gradual_list_get_model (self->shown)))));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  update_add_button (self);
}

/**
 * ik_question_picker_new:
 * @library: the library
 * @parent: the window it belongs to
 * @used_ids: (element-type utf8): questions not to offer
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkQuestionPicker *
ik_question_picker_new (IkLibrary *library,
                        GtkWindow *parent,
                        GPtrArray *used_ids)
{
  IkQuestionPicker *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (used_ids != NULL, NULL);

  self = g_object_new (IK_TYPE_QUESTION_PICKER, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->used_ids = g_ptr_array_ref (used_ids);
  reload (self);

  return self;
}
