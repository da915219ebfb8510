#include "ik-review-item-view.h"

#include "ik-candidate-text-view.h"
#include "ik-guidance-view.h"
#include "ik-indicator-list.h"
#include "ik-note-marks.h"
#include "ik-outcome-bar.h"
#include "ik-rating-bar.h"
#include "ik-report-words.h"
#include "ik-text.h"
#include "ik-wheel.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkReviewItemView:
 *
 * One question in the review: what became of it, its rating with the anchors,
 * the evidence, the note and the indicators. It edits the item it is given,
 * which belongs to the page, and says so. Main loop only.
 */
struct _IkReviewItemView
{
  AdwBin               parent_instance;

  GtkLabel            *place;
  IkCandidateTextView *candidate_text;
  GtkLabel            *asked_as;
  IkOutcomeBar        *outcome_bar;
  IkRatingBar         *rating_bar;
  GtkLabel            *rating_hint;
  GtkLabel            *scoring;
  GtkWidget           *evidence_box;
  GtkEntry            *evidence;
  GtkLabel            *evidence_hint;
  GtkTextView         *note_view;
  IkGuidanceView      *guidance;
  IkIndicatorList     *indicator_list;

  const IkInterview   *interview; /* (nullable) (unowned): of the page */
  IkInterviewItem     *item;      /* (nullable) (unowned): of the page */
  char                *item_id;   /* (nullable): of the item */
  gboolean             locked;
  gboolean             narrow;
  gboolean             updating;
};

typedef enum
{
  SIGNAL_CHANGED,
} IkReviewItemViewSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkReviewItemView, ik_review_item_view, ADW_TYPE_BIN)

static const char *
get_rating_hint (IkReviewItemView *self)
{
  if (!self->item->scored)
    return _("This question is not rated.");
  if (self->locked)
    return "";
  if (self->item->outcome == IK_OUTCOME_NOT_ASKED && ik_interview_item_wants_review (self->item))
    return _("Asked, as its time and notes say: rate it, or mark it as not assessed.");
  if (ik_interview_item_wants_rating (self->item))
    return _("Not rated yet.");
  if (!ik_outcome_takes_rating (self->item->outcome))
    return _("A rating makes it answered.");

  return "";
}

/* What stands beside the mean: the level that has to be reached, and a weight. */
static void
update_scoring (IkReviewItemView *self)
{
  g_autofree char *knock_out = ik_report_format_knock_out (self->item);
  GString *text = g_string_new (knock_out);

  if (self->item->scored && self->item->weight != IK_WEIGHT_EQUAL)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Counts %u times: %s"), self->item->weight,
                              self->item->weight_reason);
    }

  gtk_label_set_text (self->scoring, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->scoring), text->len > 0);
  g_string_free (text, TRUE);
}

static void
update_evidence (IkReviewItemView *self,
                 const IkRubric   *rubric)
{
  gboolean is_asked = ik_interview_item_is_rated (self->item) && rubric != NULL &&
                      ik_rubric_is_extreme (rubric, self->item->rating) &&
                      !ik_interview_item_has_evidence (self->item);

  gtk_label_set_text (self->evidence_hint,
                      is_asked ? _("Evidence: the top and the bottom rating need a line, a tick "
                                   "or a note")
                               : _("Evidence"));
  if (is_asked)
    gtk_widget_add_css_class (self->evidence_box, "asked");
  else
    gtk_widget_remove_css_class (self->evidence_box, "asked");
}

static void
update (IkReviewItemView *self)
{
  const IkRubric *rubric = ik_interview_get_rubric (self->interview, self->item);

  ik_outcome_bar_set_outcome (self->outcome_bar, self->item->outcome);
  ik_outcome_bar_set_undecided (self->outcome_bar,
                                self->item->outcome == IK_OUTCOME_NOT_ASKED &&
                                ik_interview_item_was_asked (self->item));
  ik_rating_bar_set_rubric (self->rating_bar, rubric);
  ik_rating_bar_set_rating (self->rating_bar, self->item->rating);
  ik_rating_bar_set_not_assessed (self->rating_bar, self->item->not_assessed);
  gtk_widget_set_visible (GTK_WIDGET (self->rating_bar), self->item->scored);
  gtk_widget_set_visible (self->evidence_box,
                          self->item->scored && (!self->locked || *self->item->evidence != '\0'));
  gtk_label_set_text (self->rating_hint, get_rating_hint (self));
  update_scoring (self);
  update_evidence (self, rubric);
}

static void
emit_changed (IkReviewItemView *self,
              const char       *label)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, label);
}

static void
set_outcome (IkReviewItemView *self,
             IkOutcome         outcome)
{
  if (self->locked || self->item->outcome == outcome)
    return;

  self->item->outcome = outcome;
  if (!ik_outcome_takes_rating (self->item->outcome))
    self->item->rating = IK_RATING_NONE;
  emit_changed (self, _("Change Outcome"));
}

static void
outcome_chosen_cb (IkReviewItemView *self,
                   guint             outcome)
{
  set_outcome (self, (IkOutcome) outcome);
}

static void
rate (IkReviewItemView *self,
      int               value)
{
  if (self->locked)
    return;

  self->item->rating = self->item->rating == value ? IK_RATING_NONE : value;
  self->item->not_assessed = FALSE;
  if (!ik_outcome_takes_rating (self->item->outcome))
    self->item->outcome = IK_OUTCOME_ANSWERED;
  emit_changed (self, _("Rate Answer"));
}

static void
rated_cb (IkReviewItemView *self,
          int               value)
{
  rate (self, value);
}

static void
not_assessed_cb (IkReviewItemView *self,
                 gboolean          not_assessed)
{
  if (self->locked)
    return;

  self->item->not_assessed = not_assessed;
  if (not_assessed)
    self->item->rating = IK_RATING_NONE;
  emit_changed (self, _("Leave Rating Out"));
}

static void
ticked_cb (IkReviewItemView *self,
           guint             index)
{
  ik_review_item_view_tick (self, index);
}

static void
evidence_changed_cb (IkReviewItemView *self)
{
  if (self->updating || self->item == NULL)
    return;

  ik_text_set (&self->item->evidence, gtk_editable_get_text (GTK_EDITABLE (self->evidence)));
  emit_changed (self, _("Change Evidence"));
}

static char *
dup_note (IkReviewItemView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
note_changed_cb (IkReviewItemView *self)
{
  g_autofree char *text = NULL;

  if (self->updating || self->item == NULL)
    return;

  text = dup_note (self);
  if (ik_notes_update (self->item->notes, text, g_get_real_time ()))
    emit_changed (self, _("Change Note"));
}

static void
ik_review_item_view_finalize (GObject *object)
{
  g_free (IK_REVIEW_ITEM_VIEW (object)->item_id);

  G_OBJECT_CLASS (ik_review_item_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, place);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, candidate_text);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, asked_as);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, outcome_bar);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, rating_bar);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, rating_hint);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, scoring);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, evidence);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, evidence_hint);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, note_view);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, guidance);
  gtk_widget_class_bind_template_child (widget_class, IkReviewItemView, indicator_list);
}

static void
ik_review_item_view_class_init (IkReviewItemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_TEXT_VIEW);
  g_type_ensure (IK_TYPE_GUIDANCE_VIEW);
  g_type_ensure (IK_TYPE_INDICATOR_LIST);
  g_type_ensure (IK_TYPE_NOTE_MARKS);
  g_type_ensure (IK_TYPE_OUTCOME_BAR);
  g_type_ensure (IK_TYPE_RATING_BAR);

  G_OBJECT_CLASS (klass)->finalize = ik_review_item_view_finalize;

  /**
   * IkReviewItemView::changed:
   * @self: the view
   * @label: what was done, for undo
   *
   * The item was changed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_REVIEW_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-review-item-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, evidence_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_assessed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
ik_review_item_view_init (IkReviewItemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_wheel_leave_idle (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->note_view))));
}

static void
show_asked_as (IkReviewItemView      *self,
               const IkInterviewItem *item)
{
  g_autofree char *text = ik_words_format_asked_as (item);

  gtk_label_set_text (self->asked_as, text);
  gtk_widget_set_visible (GTK_WIDGET (self->asked_as), *text != '\0');
}

static void
show_place (IkReviewItemView *self)
{
  guint index = 0;
  gboolean knows_time = !self->interview->from_paper || self->item->elapsed_ms > 0;
  g_autofree char *time = knows_time ? ik_words_format_clock (self->item->elapsed_ms)
                                     : g_strdup ("–");
  g_autofree char *place = NULL;

  g_ptr_array_find (self->interview->items, self->item, &index);
  /* Translators: place of a question, time used, minutes planned */
  place = g_strdup_printf (_("Question %u of %u · %s of %u min"), index + 1,
                           self->interview->items->len, time, self->item->minutes);
  gtk_label_set_text (self->place, place);
}

static void
show_texts (IkReviewItemView *self,
            gboolean          is_same)
{
  g_autofree char *note = ik_notes_to_text (self->item->notes);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  g_autofree char *shown = dup_note (self);

  self->updating = TRUE;
  /* What is shown already keeps its cursor and its undo. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->evidence)), self->item->evidence))
    gtk_editable_set_text (GTK_EDITABLE (self->evidence), self->item->evidence);
  if (!is_same || !g_str_equal (shown, note))
    {
      gtk_text_buffer_begin_irreversible_action (buffer);
      gtk_text_buffer_set_text (buffer, note, -1);
      gtk_text_buffer_end_irreversible_action (buffer);
    }
  self->updating = FALSE;
}

/**
 * ik_review_item_view_set_item:
 * @self: a view
 * @interview: the interview, which outlives the view's use of it
 * @item: one of its items, which the view edits
 *
 * Shows @item.
 */
void
ik_review_item_view_set_item (IkReviewItemView  *self,
                              const IkInterview *interview,
                              IkInterviewItem   *item)
{
  gboolean is_same;

  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  is_same = self->item_id != NULL && g_str_equal (self->item_id, item->id);
  ik_text_set (&self->item_id, item->id);
  self->interview = interview;
  self->item = item;
  show_place (self);
  ik_candidate_text_view_set_candidate_text (self->candidate_text, &item->candidate);
  show_asked_as (self, item);
  if (!is_same)
    g_object_set (self->guidance, "reference-visible", FALSE, NULL);
  ik_indicator_list_set_indicators (self->indicator_list, item->indicators);
  ik_guidance_view_set_item (self->guidance, item);
  show_texts (self, is_same);
  update (self);
}

/* No key changes a record, and in little width there is no room for them. */
static void
update_keys (IkReviewItemView *self)
{
  g_object_set (self->outcome_bar, "show-keys", !self->narrow && !self->locked, NULL);
}

/**
 * ik_review_item_view_set_locked:
 * @self: a view
 * @locked: whether the interview was handed in
 *
 * Shows without letting anything be changed.
 */
void
ik_review_item_view_set_locked (IkReviewItemView *self,
                                gboolean          locked)
{
  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  /* To be read, not greyed. */
  self->locked = locked;
  gtk_widget_set_can_target (GTK_WIDGET (self->outcome_bar), !locked);
  gtk_widget_set_can_focus (GTK_WIDGET (self->outcome_bar), !locked);
  ik_rating_bar_set_locked (self->rating_bar, locked);
  gtk_editable_set_editable (GTK_EDITABLE (self->evidence), !locked);
  gtk_text_view_set_editable (self->note_view, !locked);
  gtk_text_view_set_cursor_visible (self->note_view, !locked);
  if (locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "record");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "record");
  update_keys (self);
}

/**
 * ik_review_item_view_set_narrow:
 * @self: a view
 * @narrow: whether there is little width
 *
 * Puts below each other what stands beside each other else.
 */
void
ik_review_item_view_set_narrow (IkReviewItemView *self,
                                gboolean          narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  self->narrow = narrow;
  g_object_set (self->outcome_bar, "orientation", orientation, NULL);
  g_object_set (self->rating_bar, "orientation", orientation, NULL);
  g_object_set (self->indicator_list, "orientation", orientation, NULL);
  update_keys (self);
}

/**
 * ik_review_item_view_rate:
 * @self: a view
 * @number: place in the scale from 0
 *
 * Rates the item, as its button does.
 */
void
ik_review_item_view_rate (IkReviewItemView *self,
                          guint             number)
{
  const IkRubric *rubric;

  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  if (self->item == NULL || self->locked || !self->item->scored)
    return;

  rubric = ik_interview_get_rubric (self->interview, self->item);
  if (rubric != NULL && number < rubric->levels->len)
    rate (self, ((IkRubricLevel *) rubric->levels->pdata[number])->value);
}

/**
 * ik_review_item_view_tick:
 * @self: a view
 * @index: index of an indicator of the item
 *
 * Turns its tick over, as its button does.
 */
void
ik_review_item_view_tick (IkReviewItemView *self,
                          guint             index)
{
  IkIndicator *indicator;

  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  if (self->item == NULL || self->locked || index >= self->item->indicators->len)
    return;

  indicator = self->item->indicators->pdata[index];
  indicator->ticked_at_us = indicator->ticked_at_us == 0 ? g_get_real_time () : 0;
  ik_indicator_list_update (self->indicator_list);
  emit_changed (self, _("Tick Indicator"));
}

/**
 * ik_review_item_view_toggle_reference:
 * @self: a view
 *
 * Unfolds the reference answer, or folds it again.
 */
void
ik_review_item_view_toggle_reference (IkReviewItemView *self)
{
  gboolean visible = FALSE;

  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  g_object_get (self->guidance, "reference-visible", &visible, NULL);
  g_object_set (self->guidance, "reference-visible", !visible, NULL);
}

/**
 * ik_review_item_view_set_outcome:
 * @self: a view
 * @outcome: what became of the question
 *
 * Changes the outcome, as its button does.
 */
void
ik_review_item_view_set_outcome (IkReviewItemView *self,
                                 IkOutcome         outcome)
{
  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  if (self->item != NULL)
    set_outcome (self, outcome);
}

/**
 * ik_review_item_view_toggle_not_assessed:
 * @self: a view
 *
 * Leaves the rating out on purpose, or no longer, as its button does.
 */
void
ik_review_item_view_toggle_not_assessed (IkReviewItemView *self)
{
  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  if (self->item != NULL && self->item->scored)
    not_assessed_cb (self, !self->item->not_assessed);
}

/**
 * ik_review_item_view_focus:
 * @self: a view
 * @name: "evidence", "note", "filter", or "rating"
 *
 * Gives the focus to a part.
 */
void
ik_review_item_view_focus (IkReviewItemView *self,
                           const char       *name)
{
  g_return_if_fail (IK_IS_REVIEW_ITEM_VIEW (self));

  if (g_str_equal (name, "evidence"))
    gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
  else if (g_str_equal (name, "note"))
    gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
  else if (g_str_equal (name, "filter"))
    ik_indicator_list_focus_filter (self->indicator_list);
  else if (self->item != NULL && self->item->scored)
    ik_rating_bar_focus (self->rating_bar);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->outcome_bar), GTK_DIR_TAB_FORWARD);
}
