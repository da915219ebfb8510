#include "ik-packs-page.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-dialogs.h"
#include "ik-gradual-list.h"
#include "ik-link-row.h"
#include "ik-list-click.h"
#include "ik-navigator.h"
#include "ik-pack-page.h"
#include "ik-page-header.h"
#include "ik-question-words.h"
#include "ik-stack.h"
#include "ik-value.h"
#include "ik-search-row.h"
#include "ik-starter-list.h"
#include "ik-toast.h"
#include "ik-welcome.h"

/* More than this nobody looks through; they type another letter. */
#define MAX_HITS 200

/**
 * IkPacksPage:
 *
 * The question bank: the list of packs, the search over all of them, and the
 * page of one pack behind it.
 */
struct _IkPacksPage
{
  IkPage          parent_instance;

  /* Template */
  IkNavigator    *navigator;
  AdwSplitButton *import_button;
  GtkWidget      *overview;
  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkListBox     *pack_list;
  GtkListView    *hit_list;
  IkStarterList  *starters;
  IkWelcome      *welcome;

  IkPackPage     *pack_page;          /* owned by @navigator, nullable */
  GListStore     *hits;               /* owned; element-type IkValue of IkSearchHit */
  IkGradualList  *shown_hits;         /* owned */
  GCancellable   *search_cancellable; /* owned, nullable */
  guint           prepare_id;         /* idle source, 0 if none */
  gboolean        is_empty;           /* no packs */
  gboolean        is_opening;         /* a pack, which comes into view once it is filled */
  gboolean        wants_focus;        /* once there is something to give it to */
};

G_DEFINE_FINAL_TYPE (IkPacksPage, ik_packs_page, IK_TYPE_PAGE)

static const char *
get_query (IkPacksPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static void
show_result (IkPacksPage *self)
{
  const char *name = "packs";

  if (self->is_empty)
    name = "welcome";
  else if (get_query (self)[0] != '\0')
    name = g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0 ? "hits" : "no-hits";

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), !self->is_empty);
  ik_stack_show (self->stack, name);
}

static void
fill_packs (IkPacksPage *self,
            GPtrArray   *packs)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->pack_list))) != NULL)
    gtk_list_box_remove (self->pack_list, row);

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = g_ptr_array_index (packs, i);
      g_autofree char *subtitle = ik_question_words_count (pack->n_questions, pack->n_sections);

      gtk_list_box_append (self->pack_list,
                           ik_link_row_new (pack->title, subtitle, "packs.open", pack->id));
    }
  self->is_empty = packs->len == 0;
}

static void
ik_packs_page_go_home (IkPage *page)
{
  IkPacksPage *self = IK_PACKS_PAGE (page);

  self->is_opening = FALSE;
  ik_navigator_show (self->navigator, self->overview);
  self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
pack_gone_cb (IkPacksPage *self)
{
  ik_packs_page_go_home (IK_PAGE (self));
}

static void
pack_filled_cb (IkPacksPage *self)
{
  if (!self->is_opening)
    return;

  self->is_opening = FALSE;
  ik_navigator_show (self->navigator, GTK_WIDGET (self->pack_page));
}

static void
ensure_pack_page (IkPacksPage *self)
{
  if (self->pack_page != NULL)
    return;

  self->pack_page = g_object_new (IK_TYPE_PACK_PAGE, NULL);
  g_signal_connect_object (self->pack_page, "gone", G_CALLBACK (pack_gone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pack_page, "filled", G_CALLBACK (pack_filled_cb), self,
                           G_CONNECT_SWAPPED);
  ik_navigator_add (self->navigator, GTK_WIDGET (self->pack_page));
  ik_page_set_library (IK_PAGE (self->pack_page), ik_page_get_library (IK_PAGE (self)));
}

/* Its many fields take as long as a frame may: they are made while the person
 * looks for a pack. */
static gboolean
prepare_cb (gpointer data)
{
  IkPacksPage *self = data;

  self->prepare_id = 0;
  ensure_pack_page (self);

  return G_SOURCE_REMOVE;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
packs_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkPacksPage *self = IK_PACKS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) packs = ik_job_run_finish (result, &error);
  gboolean is_first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");

  if (packs == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  fill_packs (self, packs);
  show_result (self);
  /* Until now there were only the buttons of the header to give it to. */
  if ((is_first || self->wants_focus) && has_focus_within (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
  if (self->pack_page == NULL && self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static gpointer
list_packs_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_bank_list_packs (library, cancellable, error);
}

static void
hits_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  IkPacksPage *self = IK_PACKS_PAGE (source);
  g_autoptr(GError) error = NULL;
  GPtrArray *hits = ik_job_run_finish (result, &error);

  if (hits == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_gradual_list_restart (self->shown_hits);
  ik_value_fill_store (self->hits, hits, (GDestroyNotify) ik_search_hit_free);
  show_result (self);
}

static gpointer
search_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ik_bank_search (library, data, MAX_HITS, cancellable, error);
}

/* The search for what was typed before is of no use any more. */
static void
search (IkPacksPage *self)
{
  IkLibrary *library = ik_page_get_library (IK_PAGE (self));

  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
  if (library == NULL)
    return;
  if (get_query (self)[0] == '\0')
    {
      show_result (self);
      return;
    }

  self->search_cancellable = g_cancellable_new ();
  ik_job_run_async (self, library, search_job, g_strdup (get_query (self)), g_free,
                    (GDestroyNotify) g_ptr_array_unref, self->search_cancellable,
                    hits_found_cb, NULL);
}

static void
search_changed_cb (IkPacksPage *self)
{
  search (self);
}

static void
stop_search_cb (IkPacksPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Escape leads back to an empty search from wherever Down led to. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  IkPacksPage *self = IK_PACKS_PAGE (widget);

  if (get_query (self)[0] == '\0' || !gtk_widget_get_mapped (GTK_WIDGET (self->search_entry)))
    return FALSE;

  stop_search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

static void
hit_activated_cb (IkPacksPage *self,
                  guint        position)
{
  g_autoptr(IkValue) record = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  const IkSearchHit *hit = ik_value_get (record);

  ik_packs_page_open (self, hit->pack_id, hit->id);
}

static void
setup_hit_cb (IkPacksPage *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, ik_search_row_new ());
}

static void
bind_hit_cb (IkPacksPage *self,
             GtkListItem *item)
{
  ik_search_row_set_hit (IK_SEARCH_ROW (gtk_list_item_get_child (item)),
                         ik_value_get (gtk_list_item_get_item (item)));
}

static void
open_pack (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ik_packs_page_open (IK_PACKS_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static gpointer
create_pack_job (IkLibrary     *library,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_bank_create_pack (library, data, cancellable, error);
}

static void
pack_created_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id != NULL)
    ik_packs_page_open (IK_PACKS_PAGE (source), id, NULL);
  else
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
title_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  char *title = ik_dialogs_ask_text_finish (result);

  if (title != NULL)
    ik_page_write (IK_PAGE (source), create_pack_job, title, g_free, g_free, pack_created_cb);
}

static void
create_pack (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (ik_page_get_library (IK_PAGE (widget)) != NULL)
    ik_dialogs_ask_text_async (widget, _("New Pack"), _("My questions"), _("_Create"),
                               title_asked_cb, NULL);
}

static void
ik_packs_page_load (IkPage *page)
{
  IkPacksPage *self = IK_PACKS_PAGE (page);

  ik_page_set_library (IK_PAGE (self->welcome), ik_page_get_library (page));
  ik_page_set_library (IK_PAGE (self->starters), ik_page_get_library (page));
  if (self->pack_page != NULL)
    ik_page_set_library (IK_PAGE (self->pack_page), ik_page_get_library (page));

  ik_page_load (page, list_packs_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                packs_loaded_cb);
  if (get_query (self)[0] != '\0')
    search (self);
}

static void
ik_packs_page_dispose (GObject *object)
{
  IkPacksPage *self = IK_PACKS_PAGE (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
  g_clear_object (&self->shown_hits);
  g_clear_object (&self->hits);

  G_OBJECT_CLASS (ik_packs_page_parent_class)->dispose (object);
}

static void
ik_packs_page_class_init (IkPacksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_packs_page_dispose;
  IK_PAGE_CLASS (klass)->load = ik_packs_page_load;
  IK_PAGE_CLASS (klass)->go_home = ik_packs_page_go_home;

  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_STARTER_LIST);
  g_type_ensure (IK_TYPE_WELCOME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-packs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, overview);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, pack_list);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, hit_list);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, starters);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, welcome);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_hit_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_install_action (widget_class, "packs.open", "s", open_pack);
  gtk_widget_class_install_action (widget_class, "packs.create", NULL, create_pack);
}

/* libadwaita 1.2 gives the arrow a tooltip, but no name. */
static void
name_arrow (AdwSplitButton *button)
{
  GtkWidget *arrow = gtk_widget_get_last_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_split_button_get_dropdown_tooltip (button), -1);
}

static void
ik_packs_page_init (IkPacksPage *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrow (self->import_button);
  ik_list_click_init (self->hit_list);

  self->hits = g_list_store_new (IK_TYPE_VALUE);
  self->shown_hits = ik_gradual_list_new (G_LIST_MODEL (self->hits));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new
                                     (g_object_ref (ik_gradual_list_get_model (self->shown_hits))));
  gtk_list_view_set_model (self->hit_list, selection);
  gtk_search_entry_set_key_capture_widget (self->search_entry, self->overview);
}

/**
 * ik_packs_page_open:
 * @pack_id: a pack
 * @question_id: (nullable): one of its questions
 *
 * Shows a pack, and the question where one is named, once it is loaded.
 */
void
ik_packs_page_open (IkPacksPage *self,
                    const char  *pack_id,
                    const char  *question_id)
{
  g_return_if_fail (IK_IS_PACKS_PAGE (self));
  g_return_if_fail (pack_id != NULL);

  ensure_pack_page (self);
  ik_pack_page_show (self->pack_page, pack_id, question_id);
  self->is_opening = ik_page_get_library (IK_PAGE (self->pack_page)) != NULL;
  if (self->is_opening)
    ik_page_fill_ahead (IK_PAGE (self->pack_page));
  else
    ik_navigator_show (self->navigator, GTK_WIDGET (self->pack_page));
}

void
ik_packs_page_focus_search (IkPacksPage *self)
{
  g_return_if_fail (IK_IS_PACKS_PAGE (self));

  self->is_opening = FALSE;
  ik_navigator_show (self->navigator, self->overview);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
