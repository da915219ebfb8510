#include "ik-packs-page.h"

#include <glib/gi18n.h>

#include "ik-adaptive-bin.h"
#include "ik-bank-page.h"
#include "ik-bank.h"
#include "ik-boxed-list.h"
#include "ik-dialogs.h"
#include "ik-duplicates-page.h"
#include "ik-focus.h"
#include "ik-link-row.h"
#include "ik-navigator.h"
#include "ik-pack-page.h"
#include "ik-page-header.h"
#include "ik-question-words.h"
#include "ik-stack.h"
#include "ik-starter-list.h"
#include "ik-toast.h"
#include "ik-welcome.h"

/**
 * IkPacksPage:
 *
 * The question bank: the list of packs, and behind it the list of all questions
 * and the page of one pack.
 */
struct _IkPacksPage
{
  IkPage          parent_instance;

  /* Template */
  IkAdaptiveBin  *adaptive;
  IkNavigator    *navigator;
  AdwSplitButton *import_button;
  GtkWidget      *import_icon;
  GtkLabel       *import_label;
  GtkWidget      *overview;
  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkListBox     *pack_list;
  IkStarterList  *starters;
  IkWelcome      *welcome;

  GtkListBox     *all_list;

  IkBankPage     *bank_page;   /* owned by @navigator, nullable */
  GtkWidget      *duplicates_page; /* owned by @navigator, nullable */
  IkPackPage     *pack_page;   /* owned by @navigator, nullable */
  guint           prepare_id;  /* idle source, 0 if none */
  gboolean        is_empty;    /* no packs */
  gboolean        is_opening;  /* a pack, which comes into view once it is filled */
  gboolean        wants_focus; /* once there is something to give it to */
};

G_DEFINE_FINAL_TYPE (IkPacksPage, ik_packs_page, IK_TYPE_PAGE)

static void
show_number (IkPacksPage *self,
             GPtrArray   *packs)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;
  guint n_questions = 0;

  for (guint i = 0; i < packs->len; i++)
    n_questions += ((IkPackSummary *) packs->pdata[i])->n_questions;
  subtitle = ik_question_words_count (n_questions, 0);

  g_ptr_array_add (rows, ik_link_row_new (_("All Questions"), subtitle,
                                          "packs.show-questions", ""));
  g_ptr_array_add (rows, ik_link_row_new (_("Duplicates"), _("Questions that ask the same"),
                                          "packs.find-duplicates", ""));
  ik_boxed_list_replace (self->all_list, rows);
}

static void
fill_packs (IkPacksPage *self,
            GPtrArray   *packs)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = g_ptr_array_index (packs, i);
      g_autofree char *subtitle = ik_question_words_count (pack->n_questions, pack->n_sections);

      g_ptr_array_add (rows, ik_link_row_new (pack->title, subtitle, "packs.open", pack->id));
    }
  ik_boxed_list_replace (self->pack_list, rows);
  self->is_empty = packs->len == 0;
  show_number (self, packs);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), !self->is_empty);
  ik_stack_show (self->stack, self->is_empty ? "welcome" : "packs");
}

static void
ik_packs_page_go_home (IkPage *page)
{
  IkPacksPage *self = IK_PACKS_PAGE (page);

  self->is_opening = FALSE;
  ik_navigator_show (self->navigator, self->overview);
  self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* It may turn out when the window is closed, and has no focus to move. */
static void
pack_gone_cb (IkPacksPage *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
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

static void ensure_pack_page (IkPacksPage *self);

static void
open_pack_page (IkPacksPage *self,
                const char  *pack_id,
                const char  *question_id)
{
  ensure_pack_page (self);
  ik_pack_page_show (self->pack_page, pack_id, question_id);
  self->is_opening = ik_page_get_library (IK_PAGE (self->pack_page)) != NULL;
  if (self->is_opening)
    ik_page_fill_ahead (IK_PAGE (self->pack_page));
  else
    ik_navigator_show (self->navigator, GTK_WIDGET (self->pack_page));
}

static void
question_opened_cb (IkPacksPage *self,
                    const char  *pack_id,
                    const char  *question_id)
{
  open_pack_page (self, pack_id, question_id);
}

/* Before the page of a pack, which leads back to it where it led there. */
static void
ensure_bank_page (IkPacksPage *self)
{
  if (self->bank_page != NULL)
    return;

  self->bank_page = g_object_new (IK_TYPE_BANK_PAGE, NULL);
  g_signal_connect_object (self->bank_page, "opened", G_CALLBACK (question_opened_cb), self,
                           G_CONNECT_SWAPPED);
  ik_navigator_add (self->navigator, GTK_WIDGET (self->bank_page));
  ik_page_set_library (IK_PAGE (self->bank_page), ik_page_get_library (IK_PAGE (self)));
}

static void
show_bank_page (IkPacksPage *self)
{
  ensure_bank_page (self);
  self->is_opening = FALSE;
  ik_navigator_set_passed_over (self->navigator, GTK_WIDGET (self->bank_page), FALSE);
  ik_navigator_show (self->navigator, GTK_WIDGET (self->bank_page));
}

static void
ensure_pack_page (IkPacksPage *self)
{
  if (self->pack_page != NULL)
    return;

  ensure_bank_page (self);
  self->pack_page = g_object_new (IK_TYPE_PACK_PAGE, NULL);
  g_signal_connect_object (self->pack_page, "gone", G_CALLBACK (pack_gone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pack_page, "filled", G_CALLBACK (pack_filled_cb), self,
                           G_CONNECT_SWAPPED);
  ik_navigator_add (self->navigator, GTK_WIDGET (self->pack_page));
  ik_page_set_library (IK_PAGE (self->pack_page), ik_page_get_library (IK_PAGE (self)));
}

/* Their many fields take as long as some frames: they are made while the person
 * looks for a pack, a page at a time. */
static gboolean
prepare_cb (gpointer data)
{
  IkPacksPage *self = data;

  if (self->bank_page == NULL)
    {
      ensure_bank_page (self);
      ik_page_fill_ahead (IK_PAGE (self->bank_page));
      return G_SOURCE_CONTINUE;
    }

  self->prepare_id = 0;
  ensure_pack_page (self);

  return G_SOURCE_REMOVE;
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
  /* Until now there were only the buttons of the header to give it to; a pack that
   * has been opened since keeps it. */
  if ((is_first && ik_focus_is_within (self->overview)) ||
      (self->wants_focus && ik_focus_is_within (self)))
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

/* What is typed here goes on in the list of all questions. */
static void
search_changed_cb (IkPacksPage *self)
{
  g_autofree char *query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (query[0] == '\0')
    return;

  show_bank_page (self);
  ik_bank_page_search (self->bank_page, query);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
show_questions (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkPacksPage *self = IK_PACKS_PAGE (widget);

  show_bank_page (self);
  ik_bank_page_focus_search (self->bank_page);
}

static void
open_pack (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ik_packs_page_open (IK_PACKS_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
find_duplicates (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkPacksPage *self = IK_PACKS_PAGE (widget);

  if (ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  if (self->duplicates_page == NULL)
    {
      self->duplicates_page = g_object_new (IK_TYPE_DUPLICATES_PAGE, NULL);
      ik_navigator_add (self->navigator, self->duplicates_page);
      ik_page_set_library (IK_PAGE (self->duplicates_page), ik_page_get_library (IK_PAGE (self)));
    }

  self->is_opening = FALSE;
  ik_navigator_show (self->navigator, self->duplicates_page);
  ik_duplicates_page_search (IK_DUPLICATES_PAGE (self->duplicates_page));
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
  if (self->bank_page != NULL)
    ik_page_set_library (IK_PAGE (self->bank_page), ik_page_get_library (page));
  if (self->duplicates_page != NULL)
    ik_page_set_library (IK_PAGE (self->duplicates_page), ik_page_get_library (page));

  ik_page_load (page, list_packs_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                packs_loaded_cb);
}

static void
ik_packs_page_dispose (GObject *object)
{
  IkPacksPage *self = IK_PACKS_PAGE (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);

  G_OBJECT_CLASS (ik_packs_page_parent_class)->dispose (object);
}

/* In little width there is no room for the word. */
static void
arrange_cb (IkPacksPage *self)
{
  gboolean is_narrow = ik_adaptive_bin_is_narrow (self->adaptive);

  gtk_widget_set_visible (self->import_icon, is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->import_label), !is_narrow);
}

static void
ik_packs_page_class_init (IkPacksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_packs_page_dispose;
  IK_PAGE_CLASS (klass)->load = ik_packs_page_load;
  IK_PAGE_CLASS (klass)->go_home = ik_packs_page_go_home;

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_STARTER_LIST);
  g_type_ensure (IK_TYPE_WELCOME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-packs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, import_icon);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, import_label);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, overview);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, pack_list);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, all_list);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, starters);
  gtk_widget_class_bind_template_child (widget_class, IkPacksPage, welcome);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);

  gtk_widget_class_install_action (widget_class, "packs.open", "s", open_pack);
  gtk_widget_class_install_action (widget_class, "packs.show-questions", "s", show_questions);
  gtk_widget_class_install_action (widget_class, "packs.create", NULL, create_pack);
  gtk_widget_class_install_action (widget_class, "packs.find-duplicates", "s", find_duplicates);
}

/* libadwaita 1.2 gives the arrow a tooltip, but no name, and GTK names no button by
 * the label in it. */
static void
name_parts (IkPacksPage *self)
{
  GtkWidget *import = gtk_widget_get_first_child (GTK_WIDGET (self->import_button));
  GtkWidget *arrow = gtk_widget_get_last_child (GTK_WIDGET (self->import_button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (import), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->import_label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_split_button_get_dropdown_tooltip (self->import_button), -1);
}

static void
ik_packs_page_init (IkPacksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_parts (self);
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
  ik_navigator_set_passed_over (self->navigator, GTK_WIDGET (self->bank_page), TRUE);
  open_pack_page (self, pack_id, question_id);
}

void
ik_packs_page_focus_search (IkPacksPage *self)
{
  g_return_if_fail (IK_IS_PACKS_PAGE (self));

  if (self->is_empty)
    return;

  show_bank_page (self);
  ik_bank_page_focus_search (self->bank_page);
}
