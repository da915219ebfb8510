#include "ik-live-page-private.h"

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_live_interview_next (ik_live_page_get_live (IK_LIVE_PAGE (widget)));
}

/* To the next one, and after the last one to what was left for later. */
static void
done (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));

  if (!ik_live_interview_next (live))
    ik_live_interview_next_open (live);
}

static void
previous (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ik_live_interview_previous (ik_live_page_get_live (IK_LIVE_PAGE (widget)));
}

static void
skip (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_live_interview_skip (ik_live_page_get_live (IK_LIVE_PAGE (widget)));
}

static void
toggle_pause (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));

  ik_live_interview_set_paused (live, !ik_live_interview_is_paused (live), NULL);
}

static void
toggle_interrupted (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));

  ik_live_interview_set_paused (live, !ik_live_interview_is_paused (live), "interruption");
}

static void
toggle_quiet (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));

  ik_live_interview_set_quiet (live, !ik_live_interview_is_quiet (live));
}

static void
trim (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_live_interview_trim (ik_live_page_get_live (IK_LIVE_PAGE (widget)));
}

static void
toggle_hidden (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkLivePage *self = IK_LIVE_PAGE (widget);

  ik_live_page_set_hidden (self, !ik_live_page_is_hidden (self));
}

static void
toggle_candidate_window (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  ik_live_page_toggle_candidate_window (IK_LIVE_PAGE (widget));
}

static void
toggle_blank (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ik_live_page_toggle_blank (IK_LIVE_PAGE (widget));
}

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_live_interview_undo (ik_live_page_get_live (IK_LIVE_PAGE (widget)));
}

static void
toggle_reference (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ik_live_page_toggle_reference (IK_LIVE_PAGE (widget));
}

static void
toggle_opening (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ik_live_page_toggle_opening (IK_LIVE_PAGE (widget));
}

static void
end (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  ik_live_page_end (IK_LIVE_PAGE (widget));
}

/* Asks nothing, as ending doesn't: the toast goes on with it. */
static void
break_off (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ik_live_page_break_off (IK_LIVE_PAGE (widget));
}

static void
show_part (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ik_live_page_show_part (IK_LIVE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
focus_filter (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ik_live_page_show_part (IK_LIVE_PAGE (widget), "filter");
}

static void
scroll (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ik_live_page_scroll (IK_LIVE_PAGE (widget), g_variant_get_int32 (parameter));
}

static const IkInterviewItem *
get_current_item (IkLiveInterview *live)
{
  const IkInterview *interview = ik_live_interview_get_interview (live);
  guint index = ik_live_interview_get_current (live);

  return index < interview->items->len ? interview->items->pdata[index] : NULL;
}

static void
toggle_omitted (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));
  const IkInterviewItem *item = get_current_item (live);

  if (item != NULL)
    ik_live_interview_set_omitted (live, !item->omitted);
}

static void
set_outcome (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkOutcome outcome;

  if (ik_outcome_from_nick (g_variant_get_string (parameter, NULL), &outcome))
    ik_live_interview_set_outcome (ik_live_page_get_live (IK_LIVE_PAGE (widget)), outcome);
}

/* By the place in the scale, which is what the keys count. */
static void
rate (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));
  const IkInterviewItem *item = get_current_item (live);
  const IkRubric *rubric;
  guint number = g_variant_get_uint32 (parameter);

  if (item == NULL || !item->scored)
    return;

  rubric = ik_interview_get_rubric (ik_live_interview_get_interview (live), item);
  if (rubric != NULL && number < MIN (rubric->levels->len, IK_RUBRIC_MAX_LEVELS))
    ik_live_page_rate (IK_LIVE_PAGE (widget),
                       ((IkRubricLevel *) rubric->levels->pdata[number])->value);
}

static void
toggle_not_assessed (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  IkLiveInterview *live = ik_live_page_get_live (IK_LIVE_PAGE (widget));
  const IkInterviewItem *item = get_current_item (live);

  if (item != NULL && item->scored)
    ik_live_interview_set_not_assessed (live, !item->not_assessed);
}

static void
tick (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  ik_live_interview_toggle_indicator (ik_live_page_get_live (IK_LIVE_PAGE (widget)), index);
  ik_live_page_reveal_indicator (IK_LIVE_PAGE (widget), index);
}

void
ik_live_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "live.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "live.done", NULL, done);
  gtk_widget_class_install_action (widget_class, "live.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "live.skip", NULL, skip);
  gtk_widget_class_install_action (widget_class, "live.pause", NULL, toggle_pause);
  gtk_widget_class_install_action (widget_class, "live.interrupt", NULL, toggle_interrupted);
  gtk_widget_class_install_action (widget_class, "live.quiet", NULL, toggle_quiet);
  gtk_widget_class_install_action (widget_class, "live.omit", NULL, toggle_omitted);
  gtk_widget_class_install_action (widget_class, "live.trim", NULL, trim);
  gtk_widget_class_install_action (widget_class, "live.hide", NULL, toggle_hidden);
  gtk_widget_class_install_action (widget_class, "live.candidate-window", NULL,
                                   toggle_candidate_window);
  gtk_widget_class_install_action (widget_class, "live.blank", NULL, toggle_blank);
  gtk_widget_class_install_action (widget_class, "live.reference", NULL, toggle_reference);
  gtk_widget_class_install_action (widget_class, "live.opening", NULL, toggle_opening);
  gtk_widget_class_install_action (widget_class, "live.end", NULL, end);
  gtk_widget_class_install_action (widget_class, "live.break-off", NULL, break_off);
  gtk_widget_class_install_action (widget_class, "live.filter", NULL, focus_filter);
  gtk_widget_class_install_action (widget_class, "live.not-assessed", NULL, toggle_not_assessed);
  gtk_widget_class_install_action (widget_class, "live.outcome", "s", set_outcome);
  gtk_widget_class_install_action (widget_class, "live.rate", "u", rate);
  gtk_widget_class_install_action (widget_class, "live.scroll", "i", scroll);
  gtk_widget_class_install_action (widget_class, "live.show-part", "s", show_part);
  gtk_widget_class_install_action (widget_class, "live.tick", "u", tick);
  gtk_widget_class_install_action (widget_class, "live.undo", NULL, undo);

  /* On the way up: what is open in the page closes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "live.show-part", "s",
                                       "note");
}
