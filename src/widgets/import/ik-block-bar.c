#include "ik-block-bar.h"

#include "ik-even-layout.h"
#include "ik-key-button.h"

/**
 * IkBlockBar:
 *
 * Which lines of a document are selected, and what a person can say about them:
 * buttons for actions of the page around it, each with its key, about these
 * lines or about all that look alike.
 */
struct _IkBlockBar
{
  GtkWidget       parent_instance;

  /* Template */
  GtkLabel       *title;
  GtkCheckButton *alike;
  GtkLabel       *hint;
  GtkWidget      *buttons;
};

G_DEFINE_FINAL_TYPE (IkBlockBar, ik_block_bar, GTK_TYPE_WIDGET)

static void
ik_block_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_block_bar_parent_class)->dispose (object);
}

static void
ik_block_bar_class_init (IkBlockBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_block_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (IK_TYPE_EVEN_LAYOUT);
  g_type_ensure (IK_TYPE_KEY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-block-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBlockBar, title);
  gtk_widget_class_bind_template_child (widget_class, IkBlockBar, alike);
  gtk_widget_class_bind_template_child (widget_class, IkBlockBar, hint);
  gtk_widget_class_bind_template_child (widget_class, IkBlockBar, buttons);
}

static void
ik_block_bar_init (IkBlockBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_block_bar_show:
 * @title: which lines are selected, and what they became
 * @hint: (nullable): why less can be said about them than about others
 * @has_blocks: whether anything can be said about lines of this document
 *
 * Shows what is selected.
 */
void
ik_block_bar_show (IkBlockBar *self,
                   const char *title,
                   const char *hint,
                   gboolean    has_blocks)
{
  g_return_if_fail (IK_IS_BLOCK_BAR (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->alike), has_blocks);
  gtk_widget_set_visible (self->buttons, has_blocks);
}

/**
 * ik_block_bar_take_alike:
 *
 * Asks once whether what is said holds for all lines that look alike; much
 * comes of it, so that it has to be wanted again for the next time.
 *
 * Returns: whether it does
 */
gboolean
ik_block_bar_take_alike (IkBlockBar *self)
{
  gboolean alike;

  g_return_val_if_fail (IK_IS_BLOCK_BAR (self), FALSE);

  alike = gtk_check_button_get_active (self->alike);
  gtk_check_button_set_active (self->alike, FALSE);

  return alike;
}
