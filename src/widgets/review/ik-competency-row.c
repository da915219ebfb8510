#include "ik-competency-row.h"

#include "ik-rating-bar.h"
#include "ik-score.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkCompetencyRow:
 *
 * A competency in the review: its rating, which a person gives, and beside it
 * the mean of its questions, which is never put in its place. It edits what it
 * is given, which belongs to the page.
 */
struct _IkCompetencyRow
{
  AdwBin              parent_instance;

  GtkLabel           *name;
  GtkLabel           *mean;
  GtkLabel           *description;
  IkRatingBar        *rating_bar;

  const IkInterview  *interview; /* (unowned): of the page */
  IkCompetencyRating *rating;    /* (unowned): of the page */
  gboolean            locked;
};

typedef enum
{
  SIGNAL_CHANGED,
} IkCompetencyRowSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkCompetencyRow, ik_competency_row, ADW_TYPE_BIN)

static void
rated_cb (IkCompetencyRow *self,
          int              value)
{
  if (self->locked)
    return;

  self->rating->rating = self->rating->rating == value ? IK_RATING_NONE : value;
  self->rating->not_assessed = FALSE;
  ik_competency_row_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
not_assessed_cb (IkCompetencyRow *self,
                 gboolean         not_assessed)
{
  if (self->locked)
    return;

  self->rating->not_assessed = not_assessed;
  if (not_assessed)
    self->rating->rating = IK_RATING_NONE;
  ik_competency_row_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ik_competency_row_class_init (IkCompetencyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_RATING_BAR);

  /**
   * IkCompetencyRow::changed:
   * @self: the row
   *
   * It was rated, marked as not assessed, or neither any more.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_COMPETENCY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-competency-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyRow, name);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyRow, mean);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyRow, description);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyRow, rating_bar);
  gtk_widget_class_bind_template_callback (widget_class, not_assessed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
}

static void
ik_competency_row_init (IkCompetencyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_competency_row_new:
 *
 * Returns: (transfer floating): a row, to be given a rating
 */
GtkWidget *
ik_competency_row_new (void)
{
  return g_object_new (IK_TYPE_COMPETENCY_ROW, NULL);
}

/**
 * ik_competency_row_set_rating:
 * @self: a row
 * @interview: the interview, which outlives the row's use of it
 * @rating: one of its competencies, which the row edits
 *
 * Shows @rating.
 */
void
ik_competency_row_set_rating (IkCompetencyRow    *self,
                              const IkInterview  *interview,
                              IkCompetencyRating *rating)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  self->interview = interview;
  self->rating = rating;
  gtk_label_set_text (self->name, rating->competency->name);
  gtk_label_set_text (self->description, rating->competency->description);
  gtk_widget_set_visible (GTK_WIDGET (self->description),
                          *rating->competency->description != '\0');
  ik_rating_bar_set_rubric (self->rating_bar, ik_interview_get_rubric (interview, NULL));
  ik_competency_row_update (self);
}

/**
 * ik_competency_row_update:
 * @self: a row
 *
 * Shows rating and mean as they are now.
 */
void
ik_competency_row_update (IkCompetencyRow *self)
{
  g_autoptr(GArray) means = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  means = ik_interview_compute_means (self->interview, self->rating->competency->id);
  words = ik_words_format_means (means);
  text = g_strdup_printf (_("Mean of its questions: %s"), words);
  gtk_label_set_text (self->mean, text);
  ik_rating_bar_set_rating (self->rating_bar, self->rating->rating);
  ik_rating_bar_set_not_assessed (self->rating_bar, self->rating->not_assessed);
}

/**
 * ik_competency_row_set_narrow:
 * @self: a row
 * @narrow: whether there is little width
 *
 * Puts the levels below each other, or beside.
 */
void
ik_competency_row_set_narrow (IkCompetencyRow *self,
                              gboolean         narrow)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  g_object_set (self->rating_bar,
                "orientation", narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                NULL);
}

/**
 * ik_competency_row_set_active:
 * @self: a row
 * @active: whether the keys rate this one
 *
 * Shows the keys, or not.
 */
void
ik_competency_row_set_active (IkCompetencyRow *self,
                              gboolean         active)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  g_object_set (self->rating_bar, "show-keys", active, NULL);
}

/**
 * ik_competency_row_set_locked:
 * @self: a row
 * @locked: whether the interview was handed in
 *
 * Shows without letting anything be changed, to be read and not greyed.
 */
void
ik_competency_row_set_locked (IkCompetencyRow *self,
                              gboolean         locked)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  self->locked = locked;
  gtk_widget_set_can_target (GTK_WIDGET (self->rating_bar), !locked);
  gtk_widget_set_can_focus (GTK_WIDGET (self->rating_bar), !locked);
}

/**
 * ik_competency_row_rate:
 * @self: a row
 * @number: place in the scale from 0
 *
 * Rates the competency, as its button does.
 */
void
ik_competency_row_rate (IkCompetencyRow *self,
                        guint            number)
{
  const IkRubric *rubric;

  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  rubric = ik_interview_get_rubric (self->interview, NULL);
  if (rubric != NULL && number < rubric->levels->len)
    rated_cb (self, ((IkRubricLevel *) rubric->levels->pdata[number])->value);
}

/**
 * ik_competency_row_toggle_not_assessed:
 * @self: a row
 *
 * Leaves the competency out on purpose, or takes that back, as its button does.
 */
void
ik_competency_row_toggle_not_assessed (IkCompetencyRow *self)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  not_assessed_cb (self, !self->rating->not_assessed);
}

/**
 * ik_competency_row_focus:
 * @self: a row
 *
 * Gives the focus to its rating.
 */
void
ik_competency_row_focus (IkCompetencyRow *self)
{
  g_return_if_fail (IK_IS_COMPETENCY_ROW (self));

  ik_rating_bar_focus (self->rating_bar);
}
