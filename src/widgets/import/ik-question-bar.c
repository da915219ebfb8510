#include "ik-question-bar.h"

#include "ik-even-layout.h"
#include "ik-key-button.h"

/**
 * IkQuestionBar:
 *
 * What a person can do with a question of a draft: buttons for actions of the
 * page around it, each with its key.
 */
struct _IkQuestionBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IkQuestionBar, ik_question_bar, GTK_TYPE_WIDGET)

static void
ik_question_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_question_bar_parent_class)->dispose (object);
}

static void
ik_question_bar_class_init (IkQuestionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_question_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (IK_TYPE_EVEN_LAYOUT);
  g_type_ensure (IK_TYPE_KEY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-question-bar.ui");
}

static void
ik_question_bar_init (IkQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
