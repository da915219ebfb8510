#include "ik-answer-card.h"

#include "ik-rating-bar.h"
#include "ik-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A wrapped label takes time that grows with the square of its longest word. */
#define MAX_LETTERS 4000

/**
 * IkAnswerCard:
 *
 * One candidate's answer to a question, by a number in place of a name: notes,
 * ticks and evidence, and the levels with their anchors. One that can't be rated
 * shows its rating. Main loop only.
 */
struct _IkAnswerCard
{
  AdwBin       parent_instance;

  /* Template */
  GtkLabel    *title;
  GtkLabel    *text;
  GtkLabel    *locked;
  IkRatingBar *rating_bar;

  char        *interview_id; /* (nullable) (owned) */
  char        *item_id;      /* (nullable) (owned) */
  IkRubric    *rubric;       /* (nullable) (owned) */
  int          rating;
  gboolean     not_assessed;
  gboolean     can_rate;
};

typedef enum
{
  SIGNAL_RATED,
} IkAnswerCardSignal;

static guint signals[SIGNAL_RATED + 1];

G_DEFINE_FINAL_TYPE (IkAnswerCard, ik_answer_card, ADW_TYPE_BIN)

static void
tell (IkAnswerCard *self,
      int           rating,
      gboolean      not_assessed)
{
  if (!self->can_rate)
    return;

  self->rating = rating;
  self->not_assessed = not_assessed;
  ik_rating_bar_set_rating (self->rating_bar, rating);
  ik_rating_bar_set_not_assessed (self->rating_bar, not_assessed);
  g_signal_emit (self, signals[SIGNAL_RATED], 0, rating, not_assessed);
}

static void
rated_cb (IkAnswerCard *self,
          int           value)
{
  tell (self, value == self->rating ? IK_RATING_NONE : value, FALSE);
}

static void
not_assessed_cb (IkAnswerCard *self,
                 gboolean      not_assessed)
{
  tell (self, IK_RATING_NONE, not_assessed);
}

static void
ik_answer_card_finalize (GObject *object)
{
  IkAnswerCard *self = IK_ANSWER_CARD (object);

  g_free (self->interview_id);
  g_free (self->item_id);
  g_clear_pointer (&self->rubric, ik_rubric_free);

  G_OBJECT_CLASS (ik_answer_card_parent_class)->finalize (object);
}

static void
ik_answer_card_class_init (IkAnswerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_RATING_BAR);

  G_OBJECT_CLASS (klass)->finalize = ik_answer_card_finalize;

  /**
   * IkAnswerCard::rated:
   * @self: the card
   * @rating: value of a level, or IK_RATING_NONE
   * @not_assessed: whether it is left out on purpose
   *
   * Somebody rated the answer, or took that back.
   */
  signals[SIGNAL_RATED] =
    g_signal_new ("rated", IK_TYPE_ANSWER_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-answer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAnswerCard, title);
  gtk_widget_class_bind_template_child (widget_class, IkAnswerCard, text);
  gtk_widget_class_bind_template_child (widget_class, IkAnswerCard, locked);
  gtk_widget_class_bind_template_child (widget_class, IkAnswerCard, rating_bar);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_assessed_cb);
}

static void
ik_answer_card_init (IkAnswerCard *self)
{
  self->rating = IK_RATING_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_answer_card_new:
 *
 * Returns: (transfer floating): a card, to be shown an answer
 */
GtkWidget *
ik_answer_card_new (void)
{
  return g_object_new (IK_TYPE_ANSWER_CARD, NULL);
}

static void
add_line (GString    *text,
          const char *line)
{
  if (*line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Notes, what was ticked, evidence; no word of who it was. */
static char *
describe (const IkInterviewItem *item)
{
  g_autoptr(GString) text = g_string_new ("");
  g_autofree char *notes = ik_notes_to_text (item->notes);
  g_autofree char *evidence = g_strdup_printf (_("Evidence: %s"), item->evidence);

  add_line (text, notes);
  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %s",
                                               indicator->side == IK_INDICATOR_RED_FLAG ? "⚑" : "✓",
                                               indicator->text);

      if (indicator->ticked_at_us != 0)
        add_line (text, line);
    }
  if (*item->evidence != '\0')
    add_line (text, evidence);
  if (text->len == 0)
    add_line (text, _("Nothing was noted."));

  if (g_utf8_strlen (text->str, -1) <= MAX_LETTERS)
    return g_strdup (text->str);

  g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, MAX_LETTERS) - text->str));
  g_string_append (text, "…");
  return g_strdup (text->str);
}

static void
show_locked (IkAnswerCard          *self,
             const IkInterviewItem *item)
{
  g_autofree char *level = self->rubric != NULL && ik_interview_item_is_rated (item)
                           ? ik_rubric_dup_level_text (self->rubric, item->rating) : NULL;
  g_autofree char *rated = level != NULL
                           ? g_strdup_printf (_("Rated %s; handed in, so it stays as it is"), level)
                           : NULL;

  if (rated != NULL)
    gtk_label_set_text (self->locked, rated);
  else
    gtk_label_set_text (self->locked, item->not_assessed
                        ? _("Not assessed; handed in, so it stays as it is")
                        : _("Not rated; handed in, so it stays as it is"));
}

static void
show_levels (IkAnswerCard          *self,
             const IkInterviewItem *item)
{
  ik_rating_bar_set_rubric (self->rating_bar, self->rubric);
  ik_rating_bar_set_rating (self->rating_bar, item->rating);
  ik_rating_bar_set_not_assessed (self->rating_bar, item->not_assessed);
  ik_rating_bar_set_locked (self->rating_bar, !self->can_rate);
  if (self->can_rate)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "record");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "record");
}

/**
 * ik_answer_card_show:
 * @self: a card
 * @answer: an answer
 *
 * Shows an answer as it is stored.
 */
void
ik_answer_card_show (IkAnswerCard   *self,
                     const IkAnswer *answer)
{
  const IkInterviewItem *item = answer->item;
  g_autofree char *title = g_strdup_printf (_("Candidate %u · %s"), answer->number,
                                            ik_words_for_outcome (item->outcome));
  g_autofree char *text = describe (item);
  gboolean has_levels = answer->rubric != NULL && ik_outcome_takes_rating (item->outcome);

  g_return_if_fail (IK_IS_ANSWER_CARD (self));

  g_free (self->interview_id);
  g_free (self->item_id);
  g_clear_pointer (&self->rubric, ik_rubric_free);
  self->interview_id = g_strdup (answer->interview_id);
  self->item_id = g_strdup (item->id);
  self->rubric = answer->rubric != NULL ? ik_rubric_copy (answer->rubric) : NULL;
  self->rating = item->rating;
  self->not_assessed = item->not_assessed;
  self->can_rate = has_levels && answer->can_rate;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->rating_bar), has_levels);
  gtk_widget_set_visible (GTK_WIDGET (self->locked), !answer->can_rate);
  if (!answer->can_rate)
    show_locked (self, item);
  if (has_levels)
    show_levels (self, item);
}

/**
 * ik_answer_card_get_item:
 * @self: a card
 *
 * Returns: (nullable) (transfer none): id of the answer
 */
const char *
ik_answer_card_get_item (IkAnswerCard *self)
{
  return self->item_id;
}

/**
 * ik_answer_card_get_interview:
 * @self: a card
 *
 * Returns: (nullable) (transfer none): id of the interview it belongs to
 */
const char *
ik_answer_card_get_interview (IkAnswerCard *self)
{
  return self->interview_id;
}

/**
 * ik_answer_card_rate:
 * @self: a card
 * @index: place of a level, from 0; nothing happens where there is none
 *
 * Does what the button of the level does.
 */
void
ik_answer_card_rate (IkAnswerCard *self,
                     guint         index)
{
  g_return_if_fail (IK_IS_ANSWER_CARD (self));

  if (self->can_rate && index < self->rubric->levels->len)
    rated_cb (self, ((IkRubricLevel *) self->rubric->levels->pdata[index])->value);
}

/**
 * ik_answer_card_toggle_not_assessed:
 * @self: a card
 *
 * Does what the button "not assessed" does.
 */
void
ik_answer_card_toggle_not_assessed (IkAnswerCard *self)
{
  g_return_if_fail (IK_IS_ANSWER_CARD (self));

  if (self->can_rate)
    not_assessed_cb (self, !self->not_assessed);
}

/**
 * ik_answer_card_set_narrow:
 * @self: a card
 * @narrow: whether there is little width
 *
 * Puts the levels below each other, or beside.
 */
void
ik_answer_card_set_narrow (IkAnswerCard *self,
                           gboolean      narrow)
{
  g_return_if_fail (IK_IS_ANSWER_CARD (self));

  g_object_set (self->rating_bar,
                "orientation", narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                NULL);
}
