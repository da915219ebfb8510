#include "ik-live-steps.h"

/**
 * IkLiveSteps:
 *
 * The way from question to question, as buttons for the actions of the live
 * page around it; with the end of the interview where its header bar has no
 * room for that.
 */
struct _IkLiveSteps
{
  AdwBin     parent_instance;

  GtkWidget *end_button;
};

G_DEFINE_FINAL_TYPE (IkLiveSteps, ik_live_steps, ADW_TYPE_BIN)

static void
ik_live_steps_class_init (IkLiveStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveSteps, end_button);
}

static void
ik_live_steps_init (IkLiveSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_steps_set_with_end:
 * @self: the steps
 * @with_end: whether the end of the interview is among them
 *
 * Shows the end of the interview, or not.
 */
void
ik_live_steps_set_with_end (IkLiveSteps *self,
                            gboolean     with_end)
{
  g_return_if_fail (IK_IS_LIVE_STEPS (self));

  gtk_widget_set_visible (self->end_button, with_end);
}
