#include "ik-bank-place-dialog.h"

#include "ik-bank.h"
#include "ik-dialog-fit.h"

/**
 * IkBankPlaceDialog:
 *
 * Asks for a pack and a section of it. Emits "chosen" once with the id of the
 * one and the title of the other, then closes.
 */
struct _IkBankPlaceDialog
{
  AdwWindow    parent_instance;

  /* Template */
  GtkButton   *go_button;
  AdwComboRow *pack;
  GtkEditable *section;

  GPtrArray   *packs; /* owned; element-type IkPackSummary */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankPlaceDialog, ik_bank_place_dialog, ADW_TYPE_WINDOW)

static void
go (GtkWidget  *widget,
    const char *action_name,
    GVariant   *parameter)
{
  IkBankPlaceDialog *self = IK_BANK_PLACE_DIALOG (widget);
  guint selected = adw_combo_row_get_selected (self->pack);
  const IkPackSummary *pack;
  g_autofree char *section = NULL;

  if (selected >= self->packs->len)
    return;

  pack = self->packs->pdata[selected];
  section = g_strstrip (g_strdup (gtk_editable_get_text (self->section)));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pack->id, section);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_bank_place_dialog_finalize (GObject *object)
{
  g_clear_pointer (&IK_BANK_PLACE_DIALOG (object)->packs, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_bank_place_dialog_parent_class)->finalize (object);
}

static void
ik_bank_place_dialog_class_init (IkBankPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_bank_place_dialog_finalize;

  /* The id of a pack and the title of a section. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_BANK_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource
    (widget_class, "/com/example/InterviewKit/ui/ik-bank-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankPlaceDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, IkBankPlaceDialog, pack);
  gtk_widget_class_bind_template_child (widget_class, IkBankPlaceDialog, section);
  gtk_widget_class_install_action (widget_class, "place.go", NULL, go);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_bank_place_dialog_init (IkBankPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_bank_place_dialog_new:
 * @parent: the window it belongs to
 * @title: what is going to happen
 * @action_label: the same on the button, with a mnemonic
 * @packs: (element-type IkPackSummary): the packs to choose from, at least one
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
IkBankPlaceDialog *
ik_bank_place_dialog_new (GtkWindow  *parent,
                          const char *title,
                          const char *action_label,
                          GPtrArray  *packs)
{
  IkBankPlaceDialog *self;
  g_autoptr(GtkStringList) titles = NULL;

  g_return_val_if_fail (packs != NULL && packs->len > 0, NULL);

  self = g_object_new (IK_TYPE_BANK_PLACE_DIALOG, "transient-for", parent, "title", title, NULL);
  titles = gtk_string_list_new (NULL);
  self->packs = g_ptr_array_ref (packs);
  for (guint i = 0; i < packs->len; i++)
    gtk_string_list_append (titles, ((IkPackSummary *) packs->pdata[i])->title);
  adw_combo_row_set_model (self->pack, G_LIST_MODEL (titles));
  gtk_button_set_label (self->go_button, action_label);
  ik_dialog_fit (GTK_WINDOW (self));

  return self;
}
