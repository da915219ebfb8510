#include "ik-review-end-view.h"

#include "ik-column-layout.h"
#include "ik-competency-row.h"
#include "ik-finding-list.h"
#include "ik-note-marks.h"
#include "ik-recommendation-bar.h"
#include "ik-recommendation.h"
#include "ik-review-remarks.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-text.h"
#include "ik-timeline-view.h"
#include "ik-wheel.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* Frames until everything has its place: a choice of ours, plenty. */
#define N_SETTLING 8

/**
 * IkReviewEndView:
 *
 * The whole after its parts: the competencies, then the recommendation, which
 * opens once all answers are rated, with the computed mean beside it, then the
 * summary, the strengths and the concerns. It edits the interview it is given, which belongs to the page. Main
 * loop only.
 */
struct _IkReviewEndView
{
  AdwBin       parent_instance;

  GtkWidget   *competency_group;
  GtkBox      *competencies;
  IkRecommendationBar *recommendation_bar;
  GtkLabel    *recommendation_hint;
  GtkLabel    *recommendation_keys;
  GtkLabel    *mean;
  GtkLabel    *knock_outs;
  GtkTextView *summary_view;
  GtkTextView *general_view;
  GtkLabel    *reopened;

  IkFindingList *strengths;
  IkFindingList *concerns;
  IkReviewRemarks *remarks;
  IkTimelineView *timeline;

  IkInterview *interview;                  /* (nullable) (unowned): of the page */
  guint        active;                     /* competency that the keys rate, their number for none */
  gboolean     locked;
  gboolean     updating;
  gboolean     narrow;
  guint        n_settling;                 /* frames in which the focus is brought into view */
};

typedef enum
{
  SIGNAL_CHANGED,
} IkReviewEndViewSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkReviewEndView, ik_review_end_view, ADW_TYPE_BIN)

static void
emit_changed (IkReviewEndView *self,
              const char      *label)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, label);
}

static GtkWidget *
get_row (IkReviewEndView *self,
         guint            index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->competencies));

  for (; index > 0 && row != NULL; index--)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
set_active (IkReviewEndView *self,
            guint            index)
{
  guint i = 0;

  self->active = index;
  for (GtkWidget *row = get_row (self, 0); row != NULL; row = gtk_widget_get_next_sibling (row))
    ik_competency_row_set_active (IK_COMPETENCY_ROW (row), i++ == index && !self->locked);
}

/* The next competency that waits for a rating, in a circle; the one at hand
 * where none does, and none at all once the recommendation is at hand. */
static guint
find_unrated (IkReviewEndView *self,
              guint            from)
{
  guint n = self->interview->competencies->len;

  for (guint i = 0; i < n; i++)
    {
      guint index = (from + i) % n;

      if (ik_competency_rating_wants_review (self->interview->competencies->pdata[index],
                                             self->interview))
        return index;
    }

  return MIN (self->active, n);
}

static void
competency_changed_cb (IkReviewEndView *self,
                       GtkWidget       *row)
{
  for (guint i = 0; i < self->interview->competencies->len; i++)
    {
      if (get_row (self, i) == row)
        set_active (self, i);
    }
  emit_changed (self, _("Rate Competency"));
}

static void
update_recommendation (IkReviewEndView *self)
{
  const IkRubric *scale = ik_interview_get_recommendation_scale (self->interview);
  gboolean is_open = self->locked || ik_interview_check_parts (self->interview, NULL);
  g_autofree char *keys = g_strdup_printf (_("Alt ⇧ 1…%u"), scale->levels->len);

  ik_recommendation_bar_set_recommendation (self->recommendation_bar, scale,
                                            self->interview->recommendation);
  gtk_widget_set_sensitive (GTK_WIDGET (self->recommendation_bar), is_open);
  gtk_widget_set_can_target (GTK_WIDGET (self->recommendation_bar), !self->locked);
  gtk_widget_set_can_focus (GTK_WIDGET (self->recommendation_bar), !self->locked);
  gtk_label_set_text (self->recommendation_keys, keys);
  gtk_label_set_text (self->recommendation_hint,
                      is_open ? _("Your own judgement of the whole, after its parts.")
                              : _("Opens when every answer, and every competency with a rated "
                                  "answer, is rated or marked as not assessed: first the parts, "
                                  "then the whole."));
}

/* The level again takes it back. */
static void
recommended_cb (IkReviewEndView *self,
                int              value)
{
  if (self->locked)
    return;

  self->interview->recommendation =
    self->interview->recommendation == value ? IK_RATING_NONE : value;
  update_recommendation (self);
  emit_changed (self, _("Change Recommendation"));
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
summary_changed_cb (IkReviewEndView *self)
{
  g_autofree char *text = NULL;

  if (self->updating || self->interview == NULL)
    return;

  text = dup_text (self->summary_view);
  ik_text_set (&self->interview->summary, text);
  emit_changed (self, _("Change Summary"));
}

static void
strengths_changed_cb (IkReviewEndView *self)
{
  emit_changed (self, _("Change Strengths"));
}

static void
concerns_changed_cb (IkReviewEndView *self)
{
  emit_changed (self, _("Change Concerns"));
}

static void
general_changed_cb (IkReviewEndView *self)
{
  g_autofree char *text = NULL;

  if (self->updating || self->interview == NULL)
    return;

  text = dup_text (self->general_view);
  if (ik_notes_update (self->interview->notes, text, g_get_real_time ()))
    emit_changed (self, _("Change Note"));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, competency_group);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, competencies);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, recommendation_bar);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, recommendation_hint);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, recommendation_keys);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, mean);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, knock_outs);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, summary_view);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, general_view);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, reopened);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, strengths);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, concerns);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, remarks);
  gtk_widget_class_bind_template_child (widget_class, IkReviewEndView, timeline);
}

static void
ik_review_end_view_class_init (IkReviewEndViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_COLUMN_LAYOUT);
  g_type_ensure (IK_TYPE_FINDING_LIST);
  g_type_ensure (IK_TYPE_NOTE_MARKS);
  g_type_ensure (IK_TYPE_RECOMMENDATION_BAR);
  g_type_ensure (IK_TYPE_REVIEW_REMARKS);
  g_type_ensure (IK_TYPE_TIMELINE_VIEW);

  /**
   * IkReviewEndView::changed:
   * @self: the view
   * @label: what was done, for undo
   *
   * The interview was changed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_REVIEW_END_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-review-end-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, concerns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, general_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recommended_cb);
  gtk_widget_class_bind_template_callback (widget_class, strengths_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, summary_changed_cb);
}

static void
ik_review_end_view_init (IkReviewEndView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_wheel_leave_idle (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->summary_view))));
  ik_wheel_leave_idle (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->general_view))));
}

static void
append_row (IkReviewEndView *self)
{
  GtkWidget *row = ik_competency_row_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (competency_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ik_competency_row_set_narrow (IK_COMPETENCY_ROW (row), self->narrow);
  ik_competency_row_set_locked (IK_COMPETENCY_ROW (row), self->locked);
  gtk_box_append (self->competencies, row);
}

/* The rows stay from copy to copy of the interview, and the focus with them. */
static void
fill_competencies (IkReviewEndView *self)
{
  guint n = self->interview->competencies->len;
  GtkWidget *rest;

  for (guint i = 0; i < n; i++)
    {
      if (get_row (self, i) == NULL)
        append_row (self);
      ik_competency_row_set_rating (IK_COMPETENCY_ROW (get_row (self, i)), self->interview,
                                    self->interview->competencies->pdata[i]);
    }
  while ((rest = get_row (self, n)) != NULL)
    gtk_box_remove (self->competencies, rest);

  gtk_widget_set_visible (self->competency_group, n > 0);
  set_active (self, find_unrated (self, self->active));
}

static void
set_text (GtkTextView *view,
          const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *shown = dup_text (view);

  /* What is shown already keeps its cursor and its undo. */
  if (g_str_equal (shown, text))
    return;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
show_reopened (IkReviewEndView *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->interview->reopened->len; i++)
    {
      const IkReopening *reopening = self->interview->reopened->pdata[i];
      g_autofree char *time = ik_words_format_time (reopening->at_us, g_get_real_time ());

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Reopened %s: %s"), time, reopening->reason);
    }
  label = g_string_free (text, FALSE);
  gtk_label_set_text (self->reopened, label);
  gtk_widget_set_visible (GTK_WIDGET (self->reopened), *label != '\0');
}

/**
 * ik_review_end_view_set_interview:
 * @self: a view
 * @interview: the interview, which the view edits
 *
 * Shows @interview.
 */
void
ik_review_end_view_set_interview (IkReviewEndView *self,
                                  IkInterview     *interview)
{
  g_autofree char *notes = NULL;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  self->interview = interview;
  notes = ik_notes_to_text (interview->notes);
  self->updating = TRUE;
  set_text (self->summary_view, interview->summary);
  set_text (self->general_view, notes);
  self->updating = FALSE;
  ik_finding_list_set_findings (self->strengths, interview->strengths);
  ik_finding_list_set_findings (self->concerns, interview->concerns);
  fill_competencies (self);
  ik_timeline_view_set_interview (self->timeline, interview);
  show_reopened (self);
  ik_review_end_view_update (self);
}

static void
show_knock_outs (IkReviewEndView *self)
{
  guint n[IK_N_KNOCK_OUTS];
  g_autofree char *text = NULL;

  ik_interview_count_knock_outs (self->interview, n);
  text = g_strdup_printf (_("Knock-outs, which are no part of the mean: %u failed, %u open, "
                            "%u passed"), n[IK_KNOCK_OUT_FAILED], n[IK_KNOCK_OUT_OPEN],
                          n[IK_KNOCK_OUT_PASSED]);
  gtk_label_set_text (self->knock_outs, text);
  gtk_widget_set_visible (GTK_WIDGET (self->knock_outs), n[IK_KNOCK_OUT_NONE] < self->interview->items->len);
  if (n[IK_KNOCK_OUT_FAILED] > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->knock_outs), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->knock_outs), "warning");
}

/**
 * ik_review_end_view_update:
 * @self: a view
 *
 * Shows means and recommendation as they are now.
 */
void
ik_review_end_view_update (IkReviewEndView *self)
{
  g_autoptr(GArray) means = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  means = ik_interview_compute_means (self->interview, NULL);
  words = ik_words_format_means (means);
  text = g_strdup_printf (_("Mean of all rated answers: %s"), words);
  gtk_label_set_text (self->mean, text);
  show_knock_outs (self);
  ik_review_remarks_set_interview (self->remarks, self->interview);
  update_recommendation (self);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->competencies));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ik_competency_row_update (IK_COMPETENCY_ROW (row));
}

/**
 * ik_review_end_view_set_locked:
 * @self: a view
 * @locked: whether the interview was handed in
 *
 * Shows without letting anything be changed.
 */
void
ik_review_end_view_set_locked (IkReviewEndView *self,
                               gboolean         locked)
{
  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  self->locked = locked;
  for (GtkWidget *row = get_row (self, 0); row != NULL; row = gtk_widget_get_next_sibling (row))
    ik_competency_row_set_locked (IK_COMPETENCY_ROW (row), locked);
  set_active (self, self->active);
  gtk_text_view_set_editable (self->summary_view, !locked);
  gtk_text_view_set_editable (self->general_view, !locked);
  gtk_text_view_set_cursor_visible (self->summary_view, !locked);
  gtk_text_view_set_cursor_visible (self->general_view, !locked);
  ik_finding_list_set_locked (self->strengths, locked);
  ik_finding_list_set_locked (self->concerns, locked);
  if (locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "record");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "record");
  if (self->interview != NULL)
    update_recommendation (self);
}

/**
 * ik_review_end_view_set_narrow:
 * @self: a view
 * @narrow: whether there is little width
 *
 * Puts below each other what stands beside each other else.
 */
void
ik_review_end_view_set_narrow (IkReviewEndView *self,
                               gboolean         narrow)
{
  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  self->narrow = narrow;
  ik_recommendation_bar_set_narrow (self->recommendation_bar, narrow);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->competencies));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ik_competency_row_set_narrow (IK_COMPETENCY_ROW (row), narrow);
}

/* On to the next one that waits, which may stand below what is in view. */
static void
go_on (IkReviewEndView *self)
{
  set_active (self, find_unrated (self, self->active));
  ik_competency_row_focus (IK_COMPETENCY_ROW (get_row (self, self->active)));
}

/**
 * ik_review_end_view_rate:
 * @self: a view
 * @number: place in the scale from 0
 *
 * Rates the competency that shows the keys, and goes on to the next one that
 * waits for it.
 */
void
ik_review_end_view_rate (IkReviewEndView *self,
                         guint            number)
{
  GtkWidget *row;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  row = get_row (self, self->active);
  if (row == NULL || self->locked)
    return;

  ik_competency_row_rate (IK_COMPETENCY_ROW (row), number);
  go_on (self);
}

/**
 * ik_review_end_view_toggle_not_assessed:
 * @self: a view
 *
 * Leaves the competency that shows the keys out on purpose, or takes that back,
 * and goes on to the next one that waits.
 */
void
ik_review_end_view_toggle_not_assessed (IkReviewEndView *self)
{
  GtkWidget *row;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  row = get_row (self, self->active);
  if (row == NULL || self->locked)
    return;

  ik_competency_row_toggle_not_assessed (IK_COMPETENCY_ROW (row));
  go_on (self);
}

/**
 * ik_review_end_view_recommend:
 * @self: a view
 * @number: place among the recommendations from 0, the worst
 *
 * Chooses a recommendation, as its button does, once it is open.
 */
void
ik_review_end_view_recommend (IkReviewEndView *self,
                              guint            number)
{
  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  ik_recommendation_bar_choose (self->recommendation_bar, number);
}

static void
focus_competency (IkReviewEndView *self,
                  guint            index)
{
  set_active (self, index);
  ik_competency_row_focus (IK_COMPETENCY_ROW (get_row (self, index)));
}

/* The keys of the competencies go: one of them would take back what was rated last. */
static void
focus_recommendation (IkReviewEndView *self)
{
  set_active (self, self->interview->competencies->len);
  ik_recommendation_bar_focus (self->recommendation_bar);
}

static guint
find_next (IkReviewEndView *self)
{
  return self->active + 1 < self->interview->competencies->len ? self->active + 1 : 0;
}

/* A scrolled window follows the focus, but not to what has no place yet; in a
 * narrow window that changes once more. */
static gboolean
scroll_to_focus_cb (GtkWidget     *widget,
                    GdkFrameClock *frame_clock,
                    gpointer       user_data)
{
  IkReviewEndView *self = IK_REVIEW_END_VIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkAdjustment *adjustment;
  graphene_rect_t place;

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (scroller == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, widget) ||
      !gtk_widget_compute_bounds (focus, scroller, &place))
    {
      self->n_settling = 0;
      return G_SOURCE_REMOVE;
    }

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  place.origin.y += (float) gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);

  return --self->n_settling > 0;
}

/**
 * ik_review_end_view_focus:
 * @self: a view
 * @name: "summary", "strengths", "concerns", "general", "timeline", "competency",
 *   which is the next one, or "missing": the next competency that waits for a rating, the recommendation
 *   where none does
 *
 * Gives the focus to a part.
 */
void
ik_review_end_view_focus (IkReviewEndView *self,
                          const char      *name)
{
  guint n;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  if (self->interview == NULL)
    return;

  n = self->interview->competencies->len;

  /* Also where the focus stays: it may have been scrolled away from. */
  if (self->n_settling == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_focus_cb, NULL, NULL);
  self->n_settling = N_SETTLING;
  if (g_str_equal (name, "summary"))
    gtk_widget_grab_focus (GTK_WIDGET (self->summary_view));
  else if (g_str_equal (name, "general"))
    gtk_widget_grab_focus (GTK_WIDGET (self->general_view));
  else if (g_str_equal (name, "strengths"))
    ik_finding_list_focus (self->strengths);
  else if (g_str_equal (name, "concerns"))
    ik_finding_list_focus (self->concerns);
  else if (g_str_equal (name, "timeline"))
    ik_timeline_view_focus (self->timeline);
  else if (g_str_equal (name, "missing") && gtk_widget_is_sensitive (GTK_WIDGET (self->recommendation_bar)))
    focus_recommendation (self);
  else if (n > 0)
    focus_competency (self, g_str_equal (name, "missing")
                            ? MIN (find_unrated (self, self->active), n - 1)
                            : find_next (self));
}

/**
 * ik_review_end_view_toggle_share:
 * @self: a view
 *
 * Marks the strength or concern with the focus for the candidate, or takes the
 * mark back.
 */
void
ik_review_end_view_toggle_share (IkReviewEndView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_if_fail (IK_IS_REVIEW_END_VIEW (self));

  if (!ik_finding_list_toggle_share (self->strengths, focus))
    ik_finding_list_toggle_share (self->concerns, focus);
}
