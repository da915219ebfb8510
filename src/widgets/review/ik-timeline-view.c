#include "ik-timeline-view.h"

#include "ik-timeline-lane.h"
#include "ik-timeline-row.h"
#include "ik-timeline-words.h"
#include "ik-timeline.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkTimelineView:
 *
 * An interview as it went: in a sentence, as a drawing of the whole, and
 * question by question. A click on the drawing and a row lead to the question,
 * by the action "review.show-item". Main loop only.
 */
struct _IkTimelineView
{
  AdwBin          parent_instance;

  GtkLabel       *summary;
  IkTimelineLane *lane;
  GtkWidget      *legend;
  GtkListBox     *list;

  IkTimeline     *timeline; /* (nullable) (owned) */
};

G_DEFINE_FINAL_TYPE (IkTimelineView, ik_timeline_view, ADW_TYPE_BIN)

static void
row_activated_cb (IkTimelineView *self,
                  GtkListBoxRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.show-item", "u",
                              (guint) gtk_list_box_row_get_index (row));
}

static void
lane_clicked_cb (IkTimelineView *self,
                 int             n_press,
                 double          x,
                 double          y)
{
  guint item = ik_timeline_lane_find_item (self->lane, x);

  if (item != IK_TIMELINE_NO_ITEM)
    gtk_widget_activate_action (GTK_WIDGET (self), "review.show-item", "u", item);
}

static void
ik_timeline_view_finalize (GObject *object)
{
  g_clear_pointer (&IK_TIMELINE_VIEW (object)->timeline, ik_timeline_free);

  G_OBJECT_CLASS (ik_timeline_view_parent_class)->finalize (object);
}

static void
ik_timeline_view_class_init (IkTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TIMELINE_LANE);

  G_OBJECT_CLASS (klass)->finalize = ik_timeline_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTimelineView, summary);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineView, lane);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineView, legend);
  gtk_widget_class_bind_template_child (widget_class, IkTimelineView, list);
  gtk_widget_class_bind_template_callback (widget_class, lane_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ik_timeline_view_init (IkTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
format_summary (const IkTimeline *timeline)
{
  if (timeline->spans->len == 0)
    return g_strdup (_("It was not held with the program, so only the times of its questions are "
                       "known."));

  return ik_timeline_words_format_summary (timeline, ik_words_format_clock);
}

/* The rows stay from copy to copy of the interview, and the focus with them. */
static void
fill_list (IkTimelineView    *self,
           const IkInterview *interview)
{
  GtkListBoxRow *rest;

  for (guint i = 0; i < interview->items->len; i++)
    {
      if (gtk_list_box_get_row_at_index (self->list, (int) i) == NULL)
        gtk_list_box_append (self->list, ik_timeline_row_new ());
      ik_timeline_row_set_question (IK_TIMELINE_ROW (gtk_list_box_get_row_at_index (self->list,
                                                                                    (int) i)),
                                    interview, self->timeline, i);
    }
  while ((rest = gtk_list_box_get_row_at_index (self->list, (int) interview->items->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (rest));
}

/**
 * ik_timeline_view_set_interview:
 * @self: a view
 * @interview: an interview with its events
 *
 * Shows how @interview went.
 */
void
ik_timeline_view_set_interview (IkTimelineView    *self,
                                const IkInterview *interview)
{
  g_autoptr(IkTimeline) old = NULL;
  g_autofree char *summary = NULL;
  gboolean has_log;

  g_return_if_fail (IK_IS_TIMELINE_VIEW (self));
  g_return_if_fail (interview != NULL);

  /* The rows have it until they are given the new one. */
  old = g_steal_pointer (&self->timeline);
  self->timeline = ik_timeline_new (interview);
  has_log = self->timeline->spans->len > 0;
  summary = format_summary (self->timeline);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->lane), has_log);
  gtk_widget_set_visible (self->legend, has_log);
  ik_timeline_lane_set_timeline (self->lane, self->timeline, IK_TIMELINE_NO_ITEM);
  fill_list (self, interview);
}

/**
 * ik_timeline_view_focus:
 * @self: a view
 *
 * Gives the focus to the first question.
 */
void
ik_timeline_view_focus (IkTimelineView *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (IK_IS_TIMELINE_VIEW (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
