#include "ik-duplicates-bar.h"

#include "ik-even-layout.h"
#include "ik-key-button.h"

/**
 * IkDuplicatesBar:
 *
 * What a person can decide about all questions of a draft that the bank has
 * already: buttons for actions of the page around it, each with its key.
 */
struct _IkDuplicatesBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IkDuplicatesBar, ik_duplicates_bar, GTK_TYPE_WIDGET)

static void
ik_duplicates_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_duplicates_bar_parent_class)->dispose (object);
}

static void
ik_duplicates_bar_class_init (IkDuplicatesBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_duplicates_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (IK_TYPE_EVEN_LAYOUT);
  g_type_ensure (IK_TYPE_KEY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-duplicates-bar.ui");
}

static void
ik_duplicates_bar_init (IkDuplicatesBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
