#include "ik-live-answer-bar.h"

#include "ik-live-steps.h"
#include "ik-outcome-bar.h"
#include "ik-rating-bar.h"
#include "ik-note-marks.h"
#include "ik-settings.h"

#include <glib/gi18n.h>

/**
 * IkLiveAnswerBar:
 *
 * What became of the question in focus: outcome, the line of evidence and the
 * rating, with the way to the next question. Main loop only.
 */
struct _IkLiveAnswerBar
{
  AdwBin           parent_instance;

  GtkWidget       *tools;
  IkOutcomeBar    *outcome_bar;
  IkLiveSteps     *steps;
  GtkWidget       *evidence_box;
  GtkEntry        *evidence;
  IkRatingBar     *rating_bar;

  IkLiveInterview *live;     /* (nullable) (owned) */
  gboolean         updating; /* widgets follow the interview, not the person */
};

G_DEFINE_FINAL_TYPE (IkLiveAnswerBar, ik_live_answer_bar, ADW_TYPE_BIN)

static const IkInterviewItem *
get_current_item (IkLiveAnswerBar *self)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  guint index = ik_live_interview_get_current (self->live);

  return index < interview->items->len ? interview->items->pdata[index] : NULL;
}

/* The lowest and the highest rating ask for a line, in place and without
 * blocking anything. */
static void
update_evidence (IkLiveAnswerBar       *self,
                 const IkInterviewItem *item,
                 const IkRubric        *rubric)
{
  gboolean is_asked = ik_interview_item_is_rated (item) && rubric != NULL &&
                      ik_rubric_is_extreme (rubric, item->rating) &&
                      !ik_interview_item_has_evidence (item);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->evidence)), item->evidence))
    gtk_editable_set_text (GTK_EDITABLE (self->evidence), item->evidence);

  gtk_entry_set_placeholder_text (self->evidence,
                                  is_asked ? _("What did you hear? One line, a tick or a note.")
                                           : _("One line behind the rating"));
  if (is_asked)
    gtk_widget_add_css_class (self->evidence_box, "asked");
  else
    gtk_widget_remove_css_class (self->evidence_box, "asked");
}

/* It was asked by what was written or ticked or the time it had, though nobody
 * has said what became of it. */
static gboolean
lacks_outcome (const IkInterviewItem *item)
{
  return item->outcome == IK_OUTCOME_NOT_ASKED && !item->omitted &&
         ik_interview_item_was_asked (item);
}

static void
update_item (IkLiveAnswerBar *self)
{
  const IkInterviewItem *item = get_current_item (self);
  const IkRubric *rubric;

  if (item == NULL)
    return;

  self->updating = TRUE;
  rubric = ik_interview_get_rubric (ik_live_interview_get_interview (self->live), item);
  ik_outcome_bar_set_outcome (self->outcome_bar, item->outcome);
  ik_outcome_bar_set_undecided (self->outcome_bar, lacks_outcome (item));
  ik_rating_bar_set_rubric (self->rating_bar, rubric);
  ik_rating_bar_set_rating (self->rating_bar, item->rating);
  ik_rating_bar_set_not_assessed (self->rating_bar, item->not_assessed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rating_bar), item->scored);
  update_evidence (self, item, rubric);
  self->updating = FALSE;
}

static void
item_changed_cb (IkLiveAnswerBar *self,
                 guint            index)
{
  if (index == ik_live_interview_get_current (self->live))
    update_item (self);
}

static void
outcome_chosen_cb (IkLiveAnswerBar *self,
                   guint            outcome)
{
  ik_live_interview_set_outcome (self->live, (IkOutcome) outcome);
}

static void
rated_cb (IkLiveAnswerBar *self,
          int              value)
{
  ik_live_answer_bar_rate (self, value);
}

static void
not_assessed_cb (IkLiveAnswerBar *self,
                 gboolean         not_assessed)
{
  ik_live_interview_set_not_assessed (self->live, not_assessed);
}

static void
evidence_changed_cb (IkLiveAnswerBar *self)
{
  if (!self->updating)
    ik_live_interview_set_evidence (self->live,
                                    gtk_editable_get_text (GTK_EDITABLE (self->evidence)));
}

static void
evidence_activate_cb (IkLiveAnswerBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "live.show-part", "s", "note");
}

static void
ik_live_answer_bar_dispose (GObject *object)
{
  IkLiveAnswerBar *self = IK_LIVE_ANSWER_BAR (object);

  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_answer_bar_parent_class)->dispose (object);
}

static void
ik_live_answer_bar_class_init (IkLiveAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_live_answer_bar_dispose;

  g_type_ensure (IK_TYPE_LIVE_STEPS);
  g_type_ensure (IK_TYPE_NOTE_MARKS);
  g_type_ensure (IK_TYPE_OUTCOME_BAR);
  g_type_ensure (IK_TYPE_RATING_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-answer-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, tools);
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, outcome_bar);
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, steps);
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, evidence);
  gtk_widget_class_bind_template_child (widget_class, IkLiveAnswerBar, rating_bar);
  gtk_widget_class_bind_template_callback (widget_class, evidence_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_assessed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
}

static void
ik_live_answer_bar_init (IkLiveAnswerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_answer_bar_set_live:
 * @self: a bar without an interview
 * @live: the interview that is held
 *
 * Shows the question in focus of an interview from now on.
 */
void
ik_live_answer_bar_set_live (IkLiveAnswerBar *self,
                             IkLiveInterview *live)
{
  g_return_if_fail (IK_IS_LIVE_ANSWER_BAR (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));
  g_return_if_fail (self->live == NULL);

  self->live = g_object_ref (live);
  ik_rating_bar_set_room_for (self->rating_bar, ik_live_interview_get_interview (live)->rubrics);
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (update_item), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "item-changed", G_CALLBACK (item_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_item (self);
}

/**
 * ik_live_answer_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is little width
 *
 * Puts its parts below each other where there is little.
 */
void
ik_live_answer_bar_set_narrow (IkLiveAnswerBar *self,
                               gboolean         narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (IK_IS_LIVE_ANSWER_BAR (self));

  ik_live_steps_set_with_end (self->steps, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->evidence_box), orientation);
  gtk_widget_set_halign (GTK_WIDGET (self->outcome_bar),
                         narrow ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  g_object_set (self->outcome_bar, "orientation", orientation, "show-keys", !narrow, NULL);
  g_object_set (self->rating_bar, "orientation", orientation, NULL);
}

/* Whether the answer is done with its rating: a line is not still asked for. */
static gboolean
is_done (IkLiveAnswerBar *self)
{
  const IkInterviewItem *item = get_current_item (self);
  const IkRubric *rubric;

  if (item == NULL || !ik_interview_item_is_rated (item))
    return FALSE;

  rubric = ik_interview_get_rubric (ik_live_interview_get_interview (self->live), item);
  return rubric != NULL &&
         (!ik_rubric_is_extreme (rubric, item->rating) || ik_interview_item_has_evidence (item));
}

/**
 * ik_live_answer_bar_rate:
 * @self: a bar
 * @value: value of a level of the scale of the question in focus
 *
 * Rates as ik_live_interview_rate() does, and goes on to the next open question
 * where the person chose that and nothing more is asked of the answer.
 */
void
ik_live_answer_bar_rate (IkLiveAnswerBar *self,
                         int              value)
{
  g_return_if_fail (IK_IS_LIVE_ANSWER_BAR (self));

  ik_live_interview_rate (self->live, value);
  if (ik_settings_get_go_on_after_rating () && is_done (self))
    ik_live_interview_next_open (self->live);
}

/**
 * ik_live_answer_bar_focus_evidence:
 * @self: a bar
 *
 * Gives the line of evidence the focus.
 */
void
ik_live_answer_bar_focus_evidence (IkLiveAnswerBar *self)
{
  g_return_if_fail (IK_IS_LIVE_ANSWER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
}
