#include "ik-timeline-row.h"

#include "ik-rich-view.h"
#include "ik-timeline-lane.h"
#include "ik-timeline-words.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* A label is given no more of a wording than fits in any window. */
#define MAX_PROMPT_CHARS 400

/**
 * IkTimelineRow:
 *
 * One question of an interview as it went: what was used of what was planned,
 * where it lay in the interview, and what happened, in words as well. Main loop
 * only.
 */
struct _IkTimelineRow
{
  GtkListBoxRow   parent_instance;

  GtkLabel       *prompt;
  GtkLabel       *time;
  IkTimelineLane *lane;
  GtkLabel       *marks;
};

G_DEFINE_FINAL_TYPE (IkTimelineRow, ik_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static void
ik_timeline_row_class_init (IkTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TIMELINE_LANE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTimelineRow, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineRow, time);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineRow, lane);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineRow, marks);
}

static void
ik_timeline_row_init (IkTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_timeline_row_new:
 *
 * Returns: (transfer floating): a row, to be given a question
 */
GtkWidget *
ik_timeline_row_new (void)
{
  return g_object_new (IK_TYPE_TIMELINE_ROW, NULL);
}

static char *
format_time (const IkTimelineQuestion *question)
{
  g_autofree char *used = ik_words_format_clock (question->used_ms);
  g_autofree char *planned = ik_words_format_clock (question->planned_ms);

  /* Translators: minutes and seconds that a question took, and was planned for */
  return g_strdup_printf (_("%s of %s"), used, planned);
}

static void
take_word (GStrvBuilder *words,
           char         *word)
{
  g_strv_builder_add (words, word);
  g_free (word);
}

static guint
count_moments (const IkTimeline     *timeline,
               guint                 item,
               IkTimelineMomentKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment = &g_array_index (timeline->moments, IkTimelineMoment, i);

      if (moment->item == item && moment->kind == kind)
        n++;
    }

  return n;
}

static void
add_moments (GStrvBuilder     *words,
             const IkTimeline *timeline,
             guint             index)
{
  guint n_notes = count_moments (timeline, index, IK_TIMELINE_NOTE);
  guint n_ticks = count_moments (timeline, index, IK_TIMELINE_TICK);

  if (n_notes > 0)
    take_word (words, g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes));
  if (n_ticks > 0)
    take_word (words, g_strdup_printf (ngettext ("%u tick", "%u ticks", n_ticks), n_ticks));

  for (guint i = 0; i < timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment = &g_array_index (timeline->moments, IkTimelineMoment, i);
      g_autofree char *at = ik_words_format_clock (moment->at_ms);

      if (moment->item == index && moment->kind == IK_TIMELINE_RATING)
        /* Translators: minutes and seconds from the start of the interview */
        take_word (words, g_strdup_printf (_("rated at %s"), at));
    }
}

static char *
format_marks (const IkInterview *interview,
              const IkTimeline  *timeline,
              guint              index)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  ik_timeline_words_add_marks (builder, item,
                               &g_array_index (timeline->questions, IkTimelineQuestion, index),
                               ik_words_format_clock);
  add_moments (builder, timeline, index);
  words = g_strv_builder_end (builder);

  return g_strjoinv (" · ", words);
}

/**
 * ik_timeline_row_set_question:
 * @self: a row
 * @interview: an interview
 * @timeline: its timeline, which outlives the row's use of it
 * @index: index of the question
 *
 * Shows a question.
 */
void
ik_timeline_row_set_question (IkTimelineRow     *self,
                              const IkInterview *interview,
                              const IkTimeline  *timeline,
                              guint              index)
{
  const IkInterviewItem *item;
  g_autofree char *start = NULL;
  g_autofree char *prompt = NULL;
  g_autofree char *time = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_TIMELINE_ROW (self));
  g_return_if_fail (index < interview->items->len);

  item = interview->items->pdata[index];
  start = ik_rich_text_dup_plain (item->candidate.prompt, MAX_PROMPT_CHARS);
  prompt = g_strdup_printf ("%u  %s", index + 1, start);
  time = format_time (&g_array_index (timeline->questions, IkTimelineQuestion, index));
  marks = format_marks (interview, timeline, index);
  /* Translators: number and wording of a question, "4:10 of 5:00", what happened */
  label = g_strdup_printf (_("Question %s: %s. %s"), prompt, time, marks);
  g_strchomp (label);

  gtk_label_set_text (self->prompt, prompt);
  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->marks, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), *marks != '\0');
  ik_timeline_lane_set_timeline (self->lane, timeline, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
