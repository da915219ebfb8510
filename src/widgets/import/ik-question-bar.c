#include "ik-question-bar.h"

#include <glib/gi18n.h>

#include "ik-even-layout.h"
#include "ik-key-button.h"

/**
 * IkQuestionBar:
 *
 * What a person can do with a question of a draft, and with all of them: buttons
 * for actions of the page around it, each with its key.
 */
struct _IkQuestionBar
{
  GtkWidget    parent_instance;

  /* Template */
  IkKeyButton *toggle;
  IkKeyButton *all;
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
  gtk_widget_class_bind_template_child (widget_class, IkQuestionBar, toggle);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionBar, all);
}

static void
ik_question_bar_init (IkQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_question_bar_show (self, TRUE, TRUE);
}

/**
 * ik_question_bar_show:
 * @accepted: whether the selected question is to be stored
 * @all_accepted: whether all of the draft are
 *
 * Offers what changes that.
 */
void
ik_question_bar_show (IkQuestionBar *self,
                      gboolean       accepted,
                      gboolean       all_accepted)
{
  g_return_if_fail (IK_IS_QUESTION_BAR (self));

  g_object_set (self->toggle,
                "text", accepted ? _("Leave Out") : _("Accept"),
                "tooltip-text", accepted ? _("Don't add the question (Space)")
                                         : _("Add the question (Space)"),
                NULL);
  g_object_set (self->all,
                "text", all_accepted ? _("Accept None") : _("Accept All"),
                "key", all_accepted ? _("Ctrl Shift A") : _("Ctrl A"),
                "tooltip-text", all_accepted ? _("Leave out all questions (Ctrl+Shift+A)")
                                             : _("Accept all questions (Ctrl+A)"),
                NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "b", !all_accepted);
}
