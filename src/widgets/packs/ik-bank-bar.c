#include "ik-bank-bar.h"

#include <glib/gi18n.h>

/**
 * IkBankBar:
 *
 * Below the list of questions while some are selected: how many, and what can be
 * done to them; while that takes long, how far it is.
 */
struct _IkBankBar
{
  GtkWidget       parent_instance;

  /* Template */
  GtkRevealer    *revealer;
  GtkStack       *stack;
  GtkLabel       *label;
  GtkWidget      *open_button;
  GtkMenuButton  *edit_button;
  GtkProgressBar *progress;

  guint           n_selected;
};

G_DEFINE_FINAL_TYPE (IkBankBar, ik_bank_bar, GTK_TYPE_WIDGET)

static gboolean
shows_progress (IkBankBar *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "progress") == 0;
}

static void
reveal (IkBankBar *self)
{
  gboolean is_shown = self->n_selected > 0 || shows_progress (self);

  gtk_revealer_set_reveal_child (self->revealer, is_shown);
}

static void
ik_bank_bar_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_bank_bar_parent_class)->dispose (object);
}

static void
ik_bank_bar_class_init (IkBankBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_bank_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, stack);
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, label);
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, open_button);
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, edit_button);
  gtk_widget_class_bind_template_child (widget_class, IkBankBar, progress);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_bank_bar_init (IkBankBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ik_bank_bar_set_menu (IkBankBar  *self,
                      GMenuModel *menu)
{
  g_return_if_fail (IK_IS_BANK_BAR (self));

  gtk_menu_button_set_menu_model (self->edit_button, menu);
}

/**
 * ik_bank_bar_set_selected:
 * @n_selected: how many questions are selected
 *
 * Shows the bar while it is more than none.
 */
void
ik_bank_bar_set_selected (IkBankBar *self,
                          guint      n_selected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_BANK_BAR (self));

  self->n_selected = n_selected;
  if (n_selected > 0)
    {
      text = g_strdup_printf (g_dngettext (NULL, "%'u selected", "%'u selected", n_selected),
                              n_selected);
      gtk_label_set_text (self->label, text);
    }
  gtk_widget_set_visible (self->open_button, n_selected == 1);
  reveal (self);
}

/**
 * ik_bank_bar_show_progress:
 * @n_done: questions that are done
 * @n_all: of so many
 *
 * Shows how far a change is, until ik_bank_bar_end_progress().
 */
void
ik_bank_bar_show_progress (IkBankBar *self,
                           guint      n_done,
                           guint      n_all)
{
  g_return_if_fail (IK_IS_BANK_BAR (self));
  g_return_if_fail (n_all > 0);

  gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_all);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  reveal (self);
}

void
ik_bank_bar_end_progress (IkBankBar *self)
{
  g_return_if_fail (IK_IS_BANK_BAR (self));

  gtk_stack_set_visible_child_name (self->stack, "selection");
  reveal (self);
}
