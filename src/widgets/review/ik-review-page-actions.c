#include "ik-review-page-private.h"

#include "ik-chord.h"
#include "ik-dialogs.h"
#include "ik-score.h"

#include <glib/gi18n.h>

static void
go (IkReviewPage *self,
    int           step)
{
  IkInterview *interview = ik_review_page_get_interview (self);
  int index = (int) ik_review_page_get_shown (self) + step;

  if (interview != NULL && index >= 0 && index <= (int) interview->items->len)
    ik_review_page_show_item (self, (guint) index);
}

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  go (IK_REVIEW_PAGE (widget), 1);
}

static void
previous (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  go (IK_REVIEW_PAGE (widget), -1);
}

static gboolean
lacks_evidence (const IkInterview     *interview,
                const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (interview, item);

  return ik_interview_item_is_rated (item) && rubric != NULL &&
         ik_rubric_is_extreme (rubric, item->rating) && !ik_interview_item_has_evidence (item);
}

/* The next item after @from that waits for a rating, or else for evidence;
 * behind the last one where there is none, which is the end of the review. */
static guint
find_missing (const IkInterview *interview,
              guint              from)
{
  guint n_items = interview->items->len;

  for (guint n = 1; n <= n_items; n++)
    {
      if (ik_interview_item_wants_rating (interview->items->pdata[(from + n) % n_items]))
        return (from + n) % n_items;
    }
  for (guint i = 0; i < n_items; i++)
    {
      if (lacks_evidence (interview, interview->items->pdata[i]))
        return i;
    }

  return n_items;
}

static void
show_missing (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);

  if (interview != NULL)
    ik_review_page_show_item (self, find_missing (interview, ik_review_page_get_shown (self)));
}

static void
rate (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_review_page_rate (IK_REVIEW_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
tick (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_review_page_tick (IK_REVIEW_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
toggle_reference (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ik_review_page_toggle_reference (IK_REVIEW_PAGE (widget));
}

static void
hand_in (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);

  if (interview == NULL)
    return;

  if (ik_interview_check_hand_in (interview, NULL))
    ik_review_page_hand_in (self);
  else
    show_missing (widget, action_name, parameter);
}

static void
reason_asked_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree char *reason = ik_dialogs_ask_text_finish (result);

  if (reason != NULL)
    ik_review_page_reopen (IK_REVIEW_PAGE (source), reason);
}

static void
reopen (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ik_dialogs_ask_text_async (widget, _("Reopen: Why?"), "", _("_Reopen"), reason_asked_cb, NULL);
}

static void
export_report (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-report", "s",
                              ik_review_page_get_interview_id (IK_REVIEW_PAGE (widget)));
}

void
ik_review_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "review.show-missing", NULL, show_missing);
  gtk_widget_class_install_action (widget_class, "review.rate", "u", rate);
  gtk_widget_class_install_action (widget_class, "review.tick", "u", tick);
  gtk_widget_class_install_action (widget_class, "review.reference", NULL, toggle_reference);
  gtk_widget_class_install_action (widget_class, "review.hand-in", NULL, hand_in);
  gtk_widget_class_install_action (widget_class, "review.reopen", NULL, reopen);
  gtk_widget_class_install_action (widget_class, "review.export-report", NULL, export_report);
}

static gboolean
take_chord (GtkWidget *widget,
            char       key,
            gboolean   is_shifted)
{
  if (is_shifted)
    return key >= '1' && key <= '9' &&
           gtk_widget_activate_action (widget, "review.tick", "u", (guint) (key - '1'));
  if (key >= '1' && key <= '7')
    return gtk_widget_activate_action (widget, "review.rate", "u", (guint) (key - '1'));
  if (key == 'n')
    return gtk_widget_activate_action (widget, "review.next", NULL);
  if (key == 'p')
    return gtk_widget_activate_action (widget, "review.previous", NULL);
  if (key == 'r')
    return gtk_widget_activate_action (widget, "review.reference", NULL);
  if (key == 'u')
    return gtk_widget_activate_action (widget, "review.show-missing", NULL);

  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkWidget             *widget)
{
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;

  if ((modifiers & ~GDK_SHIFT_MASK) != GDK_ALT_MASK)
    return FALSE;

  return take_chord (widget, ik_chord_from_key (gtk_widget_get_display (widget), keyval, keycode),
                     (modifiers & GDK_SHIFT_MASK) != 0);
}

void
ik_review_page_add_keys (IkReviewPage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
