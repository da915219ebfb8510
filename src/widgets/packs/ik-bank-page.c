#include "ik-bank-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank-view.h"
#include "ik-page-header.h"

/**
 * IkBankPage:
 *
 * All questions of the bank to look through, several of them changed at once. Emits
 * "opened" for one that a person wants to see whole.
 */
struct _IkBankPage
{
  IkPage        parent_instance;

  /* Template */
  IkPageHeader *header;
  IkBankView   *view;
  IkBankBar    *bar;
  GMenuModel   *edit_menu;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankPage, ik_bank_page, IK_TYPE_PAGE)

/* In view the list fills itself. */
static void
ik_bank_page_load (IkPage *page)
{
  IkPage *view = IK_PAGE (IK_BANK_PAGE (page)->view);

  ik_page_set_library (view, ik_page_get_library (page));
  if (!gtk_widget_get_mapped (GTK_WIDGET (view)))
    ik_page_fill_ahead (view);
}

static void
found_cb (IkBankPage *self,
          guint       n_found)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%'u question", "%'u questions",
                                                        n_found), n_found);

  ik_page_header_set_subtitle (self->header, text);
}

static void
opened_cb (IkBankPage *self,
           guint       position)
{
  const IkQuestionSummary *summary = ik_bank_view_get_summary (self->view, position);

  if (summary != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, summary->pack_id, summary->id);
}

static void
selection_changed_cb (IkBankPage *self,
                      guint       n_selected)
{
  ik_bank_bar_set_selected (self->bar, n_selected);
  ik_bank_page_enable_actions (self, n_selected);
}

static void
ik_bank_page_class_init (IkBankPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IK_PAGE_CLASS (klass)->load = ik_bank_page_load;

  /* The ids of a pack and of a question in it. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", IK_TYPE_BANK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_BANK_BAR);
  g_type_ensure (IK_TYPE_BANK_VIEW);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, view);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, bar);
  gtk_widget_class_bind_template_child (widget_class, IkBankPage, edit_menu);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);

  ik_bank_page_class_install_actions (widget_class);
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
  gtk_widget_add_controller (ik_bank_view_get_list (self->view), controller);
}

static void
ik_bank_page_init (IkBankPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "bank-view",
                                  ik_bank_view_get_actions (self->view));
  ik_bank_view_capture_keys (self->view, GTK_WIDGET (self));
  ik_bank_bar_set_menu (self->bar, self->edit_menu);
  add_delete_key (self);
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

  ik_bank_view_search (self->view, query);
}

void
ik_bank_page_focus_search (IkBankPage *self)
{
  g_return_if_fail (IK_IS_BANK_PAGE (self));

  ik_bank_view_focus_search (self->view);
}

/* Returns: (element-type gint64): the rows of what is selected, in their order. */
GArray *
ik_bank_page_list_selected (IkBankPage *self)
{
  return ik_bank_view_list_selected (self->view);
}

void
ik_bank_page_select_none (IkBankPage *self)
{
  ik_bank_view_select_none (self->view);
}

void
ik_bank_page_open_selected (IkBankPage *self)
{
  ik_bank_view_open_selected (self->view);
}

IkBankBar *
ik_bank_page_get_bar (IkBankPage *self)
{
  return self->bar;
}
