#include "ik-window-private.h"

#include "ik-answers-page.h"
#include "ik-debrief-page.h"
#include "ik-panel-page.h"

/* The pages of a panel; most are about a candidate and the title of a round. */

static void
show_panel (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  const char *candidate_id;
  const char *round;

  g_variant_get (parameter, "(&s&s)", &candidate_id, &round);
  ik_window_show_full (IK_WINDOW (widget), ik_panel_page_new (candidate_id, round));
}

static void
show_debrief (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const char *candidate_id;
  const char *round;

  g_variant_get (parameter, "(&s&s)", &candidate_id, &round);
  ik_window_show_full (IK_WINDOW (widget), ik_debrief_page_new (candidate_id, round));
}

/* Of all candidates to one question, by way of a review or from a set. */
static void
show_answers (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const char *question_id;
  const char *interview_id;

  g_variant_get (parameter, "(&s&s)", &question_id, &interview_id);
  ik_window_show_full (IK_WINDOW (widget), ik_answers_page_new (question_id, interview_id));
}

void
ik_window_class_install_panel_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.panel", "(ss)", show_panel);
  gtk_widget_class_install_action (widget_class, "win.debrief", "(ss)", show_debrief);
  gtk_widget_class_install_action (widget_class, "win.answers", "(ss)", show_answers);
}
