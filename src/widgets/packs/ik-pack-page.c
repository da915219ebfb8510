#include "ik-pack-page-private.h"

#include "ik-filter-button.h"
#include "ik-focus.h"
#include "ik-gradual-list.h"
#include "ik-list-click.h"
#include "ik-list-focus.h"
#include "ik-navigator.h"
#include "ik-pack-contents.h"
#include "ik-page-header.h"
#include "ik-question-editor.h"
#include "ik-question-item.h"
#include "ik-question-row.h"
#include "ik-question-words.h"
#include "ik-stack.h"
#include "ik-toast.h"

/**
 * IkPackPage:
 *
 * One pack: its questions by section, narrowed down by words and choices, and
 * the question that is selected beside them.
 */
struct _IkPackPage
{
  IkPage              parent_instance;

  /* Template */
  IkNavigator        *navigator;
  GtkWidget          *overview;
  IkPageHeader       *header;
  GtkSearchEntry     *search_entry;
  IkFilterButton     *filter;
  GtkStack           *stack;
  GtkListView        *list;
  IkQuestionEditor   *editor;

  GListStore         *items;     /* owned; element-type IkQuestionItem */
  IkGradualList      *shown;     /* owned; of @items */
  GtkSingleSelection *selection; /* owned */
  char               *pack_id;   /* owned, nullable */
  char               *title;     /* owned, nullable until loaded */
  char               *wanted_id; /* owned, nullable; question to show once loaded */
  gboolean            is_new;    /* @wanted_id was added just now */
  gboolean            wants_focus; /* the pack was opened just now */
  gboolean            is_other;    /* other questions are loaded, not the same ones anew */
  gboolean            is_filling;
};

enum
{
  SIGNAL_FILLED,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkPackPage, ik_pack_page, IK_TYPE_PAGE)

static void
show_selected (IkPackPage *self,
               gboolean    go_there)
{
  const IkQuestionSummary *summary = ik_pack_page_get_selected (self);

  if (summary == NULL)
    return;

  ik_question_editor_show (self->editor, summary->id);
  if (go_there)
    ik_navigator_show (self->navigator, GTK_WIDGET (self->editor));
}

static void
selected_cb (IkPackPage *self)
{
  if (!self->is_filling)
    show_selected (self, FALSE);
}

static void
activated_cb (IkPackPage *self,
              guint       position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_selected (self, TRUE);
}

/* The question that is shown is selected once the list has got so far. */
static void
shown_cb (IkPackPage *self)
{
  guint position;

  if (self->is_filling ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;

  position = ik_question_item_find (ik_gradual_list_get_model (self->shown),
                                    ik_question_editor_get_question_id (self->editor));
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
}

/* The question at @from or the next one, or else the one before. */
static guint
find_near (GListModel *model,
           guint       from)
{
  guint n_items = g_list_model_get_n_items (model);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && (i <= from || found == GTK_INVALID_LIST_POSITION); i++)
    {
      g_autoptr(IkQuestionItem) item = g_list_model_get_item (model, i);

      if (ik_question_item_get_summary (item) != NULL)
        found = i;
    }

  return found;
}

/* Whether the focus is in the editor, its buttons included. */
static gboolean
has_focus_in_editor (IkPackPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));
}

/* The question that was asked for, or the one that was shown, or one near it. */
static void
restore_selection (IkPackPage *self,
                   guint       old_position)
{
  GListModel *model = G_LIST_MODEL (self->items);
  guint position = ik_question_item_find (model, self->wanted_id);
  gboolean was_wanted = position != GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    position = ik_question_item_find (model,
                                      ik_question_editor_get_question_id (self->editor));
  if (position == GTK_INVALID_LIST_POSITION)
    {
      /* What had the focus is gone with its question. */
      self->wants_focus = self->wants_focus || has_focus_in_editor (self);
      position = find_near (model, old_position);
    }

  if (was_wanted)
    ik_gradual_list_show_all (self->shown);
  gtk_single_selection_set_selected (self->selection, position);
  if (position == GTK_INVALID_LIST_POSITION)
    ik_question_editor_show (self->editor, NULL);
  else if (gtk_single_selection_get_selected (self->selection) == position)
    show_selected (self, was_wanted);
  if (was_wanted)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (was_wanted && self->is_new)
    ik_question_editor_focus_prompt (self->editor);
  else if (self->wants_focus)
    ik_list_focus_selected (self->list);
  self->wants_focus = FALSE;
  self->is_new = FALSE;
  g_clear_pointer (&self->wanted_id, g_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkPackPage *self = IK_PACK_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPackContents) loaded = ik_job_run_finish (result, &error);
  g_autofree char *subtitle = NULL;
  guint old_position = gtk_single_selection_get_selected (self->selection);

  if (loaded == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (loaded->title == NULL)
    {
      ik_pack_page_emit_gone (self);
      return;
    }

  g_free (self->title);
  self->title = g_strdup (loaded->title);
  subtitle = ik_question_words_count (loaded->n_questions, loaded->n_sections);
  ik_page_header_set_title (self->header, loaded->title);
  ik_page_header_set_subtitle (self->header, subtitle);

  ik_filter_button_set_tags (self->filter, loaded->tags);
  ik_filter_button_set_levels (self->filter, loaded->levels);

  self->is_filling = TRUE;
  if (self->is_other)
    ik_gradual_list_restart (self->shown);
  self->is_other = FALSE;
  ik_question_item_update_store (self->items, g_steal_pointer (&loaded->items));
  self->is_filling = FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    ik_stack_show (self->stack, "questions");
  else
    ik_stack_show (self->stack, loaded->n_questions > 0 ? "no-hits" : "empty");

  g_signal_emit (self, signals[SIGNAL_FILLED], 0);

  /* Last: a list out of view takes no focus. */
  restore_selection (self, old_position != GTK_INVALID_LIST_POSITION ? old_position : 0);
}

static void
ik_pack_page_load (IkPage *page)
{
  IkPackPage *self = IK_PACK_PAGE (page);
  IkPackRequest *request;

  ik_page_set_library (IK_PAGE (self->editor), ik_page_get_library (page));
  if (self->pack_id == NULL)
    return;

  request = g_new0 (IkPackRequest, 1);
  request->pack_id = g_strdup (self->pack_id);
  request->query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  request->tag = g_strdup (ik_filter_button_get_tag (self->filter));
  request->level = g_strdup (ik_filter_button_get_level (self->filter));
  request->kind = g_strdup (ik_filter_button_get_kind (self->filter));
  ik_page_load (page, ik_pack_contents_load, request, (GDestroyNotify) ik_pack_request_free,
                (GDestroyNotify) ik_pack_contents_free, loaded_cb);
}

static void
filter_changed_cb (IkPackPage *self)
{
  self->is_other = TRUE;
  ik_gradual_list_prepare (self->shown);
  ik_page_reload (IK_PAGE (self));
}

static void
stop_search_cb (IkPackPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Escape leads from the questions found back to an empty search. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  IkPackPage *self = IK_PACK_PAGE (widget);

  if (!ik_focus_is_within (self->overview) || gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] == '\0')
    return FALSE;

  stop_search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

static void
setup_cb (IkPackPage  *self,
          GtkListItem *list_item)
{
  ik_question_row_setup (list_item);
}

static void
bind_cb (IkPackPage  *self,
         GtkListItem *list_item)
{
  ik_question_row_bind (list_item);
}

static void
unbind_cb (IkPackPage  *self,
           GtkListItem *list_item)
{
  ik_question_row_unbind (list_item);
}

static void
ik_pack_page_dispose (GObject *object)
{
  IkPackPage *self = IK_PACK_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ik_pack_page_parent_class)->dispose (object);
}

static void
ik_pack_page_finalize (GObject *object)
{
  IkPackPage *self = IK_PACK_PAGE (object);

  g_free (self->pack_id);
  g_free (self->title);
  g_free (self->wanted_id);

  G_OBJECT_CLASS (ik_pack_page_parent_class)->finalize (object);
}

static void
ik_pack_page_class_init (IkPackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_pack_page_dispose;
  object_class->finalize = ik_pack_page_finalize;
  IK_PAGE_CLASS (klass)->load = ik_pack_page_load;

  /* The questions are there to be seen. */
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", IK_TYPE_PACK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* The pack is there no more. */
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", IK_TYPE_PACK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_FILTER_BUTTON);
  g_type_ensure (IK_TYPE_QUESTION_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, overview);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, filter);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, list);
  gtk_widget_class_bind_template_child (widget_class, IkPackPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  ik_pack_page_class_install_actions (widget_class);
}

static void
ik_pack_page_init (IkPackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_list_click_init (self->list);

  self->items = g_list_store_new (IK_TYPE_QUESTION_ITEM);
  self->shown = ik_gradual_list_new (G_LIST_MODEL (self->items));
  g_signal_connect_object (ik_gradual_list_get_model (self->shown), "items-changed",
                           G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->selection = gtk_single_selection_new
                      (g_object_ref (ik_gradual_list_get_model (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * ik_pack_page_show:
 * @pack_id: a pack
 * @question_id: (nullable): one of its questions
 *
 * Shows a pack from its beginning, or at a question.
 */
void
ik_pack_page_show (IkPackPage *self,
                   const char *pack_id,
                   const char *question_id)
{
  g_return_if_fail (IK_IS_PACK_PAGE (self));
  g_return_if_fail (pack_id != NULL);

  ik_question_editor_save (self->editor);
  g_free (self->wanted_id);
  self->wanted_id = g_strdup (question_id);
  self->is_new = FALSE;
  self->wants_focus = TRUE;

  if (g_strcmp0 (self->pack_id, pack_id) != 0)
    {
      g_free (self->pack_id);
      self->pack_id = g_strdup (pack_id);
      ik_question_editor_show (self->editor, NULL);
      g_list_store_remove_all (self->items);
      self->is_other = TRUE;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  ik_filter_button_reset (self->filter);
  ik_navigator_show (self->navigator, self->overview);
  ik_page_reload (IK_PAGE (self));
}

/**
 * ik_pack_page_get_pack_id:
 *
 * Returns: (nullable): the pack that is shown
 */
const char *
ik_pack_page_get_pack_id (IkPackPage *self)
{
  g_return_val_if_fail (IK_IS_PACK_PAGE (self), NULL);

  return self->pack_id;
}

/**
 * ik_pack_page_get_title:
 *
 * Returns: (nullable): its title, %NULL until it is loaded
 */
const char *
ik_pack_page_get_title (IkPackPage *self)
{
  g_return_val_if_fail (IK_IS_PACK_PAGE (self), NULL);

  return self->title;
}

/**
 * ik_pack_page_get_selected:
 *
 * Returns: (nullable): the question that is selected
 */
const IkQuestionSummary *
ik_pack_page_get_selected (IkPackPage *self)
{
  IkQuestionItem *item;

  g_return_val_if_fail (IK_IS_PACK_PAGE (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? ik_question_item_get_summary (item) : NULL;
}

/**
 * ik_pack_page_show_new:
 * @question_id: a question that was added just now
 *
 * Shows the whole pack at that question, ready to be typed over.
 */
void
ik_pack_page_show_new (IkPackPage *self,
                       const char *question_id)
{
  g_return_if_fail (IK_IS_PACK_PAGE (self));
  g_return_if_fail (question_id != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  ik_filter_button_reset (self->filter);
  g_free (self->wanted_id);
  self->wanted_id = g_strdup (question_id);
  self->is_new = TRUE;
  ik_page_reload (IK_PAGE (self));
}

/* Says that the pack is there no more. */
void
ik_pack_page_emit_gone (IkPackPage *self)
{
  g_return_if_fail (IK_IS_PACK_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}
