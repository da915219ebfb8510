#include "ik-review-page-private.h"

#include "ik-dialogs.h"
#include "ik-review-remarks.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-toast.h"

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

  for (guint n = 1; n <= n_items + 1; n++)
    {
      guint index = (from + n) % (n_items + 1);

      if (index < n_items && ik_interview_item_wants_review (interview->items->pdata[index]))
        return index;
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
  guint index;

  if (interview == NULL)
    return;

  index = find_missing (interview, ik_review_page_get_shown (self));
  ik_review_page_show_item (self, index);
  ik_review_page_focus (self, index < interview->items->len ? "rating" : "missing");
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
set_outcome (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkOutcome outcome;

  if (ik_outcome_from_nick (g_variant_get_string (parameter, NULL), &outcome))
    ik_review_page_set_outcome (IK_REVIEW_PAGE (widget), outcome);
}

static void
toggle_not_assessed (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ik_review_page_toggle_not_assessed (IK_REVIEW_PAGE (widget));
}

static void
focus (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_review_page_focus (IK_REVIEW_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_end (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);

  if (interview != NULL)
    ik_review_page_show_item (self, interview->items->len);
}

static void
show_item (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);
  guint index = g_variant_get_uint32 (parameter);

  if (interview != NULL && index < interview->items->len)
    ik_review_page_show_item (self, index);
}

static void
show_marked (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);
  const char *part;
  guint index;

  if (interview == NULL)
    return;

  part = ik_review_remarks_find_next (interview, ik_review_page_get_shown (self), &index);
  if (part == NULL)
    return;

  ik_review_page_show_item (self, index);
  ik_review_page_focus (self, part);
}

static gboolean
is_handed_in (IkReviewPage *self)
{
  const IkInterview *interview = ik_review_page_get_interview (self);

  return interview != NULL && interview->state == IK_INTERVIEW_STATE_HANDED_IN;
}

/* Everything is saved as it goes. */
static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-page", "s", "today");
}

static void
share (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_review_page_toggle_share (IK_REVIEW_PAGE (widget));
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
  if (!is_handed_in (IK_REVIEW_PAGE (widget)))
    return;

  ik_dialogs_ask_text_async (widget, _("Reopen: Why?"), "", _("_Reopen"), reason_asked_cb, NULL);
}

/* Before it is handed in as well: "Draft" stands on each page then. */
static void
export_feedback (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-feedback", "s",
                              ik_review_page_get_interview_id (IK_REVIEW_PAGE (widget)));
}

static void
export_report (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (!is_handed_in (IK_REVIEW_PAGE (widget)))
    return;

  gtk_widget_activate_action (widget, "win.export-report", "s",
                              ik_review_page_get_interview_id (IK_REVIEW_PAGE (widget)));
}

static void
load_stored (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ik_review_page_load_stored (IK_REVIEW_PAGE (widget));
}

/* What can't be saved stays where it is, and the page says so. */
static void
saved_to_compare_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  IkReviewPage *self = IK_REVIEW_PAGE (source);
  g_autofree char *question_id = user_data;

  if (ik_review_page_flush_finish (self, result, NULL) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.answers", "(ss)", question_id,
                                ik_review_page_get_interview_id (self));
}

static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkReviewPage *self = IK_REVIEW_PAGE (widget);
  IkInterview *interview = ik_review_page_get_interview (self);
  guint shown = ik_review_page_get_shown (self);
  const IkInterviewItem *item;

  if (interview == NULL || shown >= interview->items->len)
    return;

  item = interview->items->pdata[shown];
  if (item->question_id != NULL)
    ik_review_page_flush_async (self, saved_to_compare_cb, g_strdup (item->question_id));
  else
    ik_toast_show (widget, _("An extra question was asked in this interview only"));
}

void
ik_review_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "review.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "review.show-end", NULL, show_end);
  gtk_widget_class_install_action (widget_class, "review.focus", "s", focus);
  gtk_widget_class_install_action (widget_class, "review.outcome", "s", set_outcome);
  gtk_widget_class_install_action (widget_class, "review.not-assessed", NULL,
                                   toggle_not_assessed);
  gtk_widget_class_install_action (widget_class, "review.show-missing", NULL, show_missing);
  gtk_widget_class_install_action (widget_class, "review.show-marked", NULL, show_marked);
  gtk_widget_class_install_action (widget_class, "review.show-item", "u", show_item);
  gtk_widget_class_install_action (widget_class, "review.rate", "u", rate);
  gtk_widget_class_install_action (widget_class, "review.tick", "u", tick);
  gtk_widget_class_install_action (widget_class, "review.reference", NULL, toggle_reference);
  gtk_widget_class_install_action (widget_class, "review.share", NULL, share);
  gtk_widget_class_install_action (widget_class, "review.hand-in", NULL, hand_in);
  gtk_widget_class_install_action (widget_class, "review.reopen", NULL, reopen);
  gtk_widget_class_install_action (widget_class, "review.export-report", NULL, export_report);
  gtk_widget_class_install_action (widget_class, "review.export-feedback", NULL,
                                   export_feedback);
  gtk_widget_class_install_action (widget_class, "review.load-stored", NULL, load_stored);

  gtk_widget_class_install_action (widget_class, "review.compare", NULL, compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "review.compare", NULL);

  /* On the way up: what is open in the page, or hidden behind it, comes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "review.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "review.leave",
                                       NULL);
}
