#include "ik-timeline-lane.h"

#define BAR_HEIGHT 14
#define PLAN_HEIGHT 3
#define MARK_SIZE 7
#define GAP 2
#define MIN_BAR_WIDTH 1.5
#define MIN_WIDTH 120

/* How dark, of the colour of text. Forms say the same: a pause is hollow, an
 * interruption hollow and crossed, quiet time striped. */
#define GROUND_ALPHA 0.09
#define OTHER_ALPHA 0.3
#define BAR_ALPHA 0.8

/**
 * IkTimelineLane:
 *
 * A drawing of an interview from left to right, or of one of its questions
 * within it: spans above, what was planned below them as a thin line, and the
 * moments of notes (dot), ticks (triangle) and ratings (diamond) at the lower
 * edge; a line across is the end of the slot. It says nothing to assistive tools:
 * what stands beside it says the same in words. Main loop only.
 */
struct _IkTimelineLane
{
  GtkWidget         parent_instance;

  const IkTimeline *timeline; /* (nullable) (unowned): outlives the lane's use of it */
  guint             item;     /* IK_TIMELINE_NO_ITEM for all */
};

G_DEFINE_FINAL_TYPE (IkTimelineLane, ik_timeline_lane, GTK_TYPE_WIDGET)

/* All lanes of an interview have the same scale. One from paper has no spans:
 * each question begins at the left. */
static gint64
get_axis_ms (const IkTimeline *timeline)
{
  gint64 axis_ms = MAX (timeline->length_ms, timeline->slot_ms);

  if (timeline->spans->len > 0)
    return axis_ms;

  axis_ms = 1;
  for (guint i = 0; i < timeline->questions->len; i++)
    {
      const IkTimelineQuestion *question =
        &g_array_index (timeline->questions, IkTimelineQuestion, i);

      axis_ms = MAX (axis_ms, MAX (question->used_ms, question->planned_ms));
    }

  return axis_ms;
}

static double
get_x (IkTimelineLane *self,
       gint64          at_ms)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = width * ((double) at_ms / (double) get_axis_ms (self->timeline));

  x = CLAMP (x, 0, width);
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
set_alpha (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* From one moment to another, whichever way the text runs. */
static void
add_box (IkTimelineLane *self,
         cairo_t        *cr,
         gint64          from_ms,
         gint64          to_ms,
         double          y,
         double          height)
{
  double from = get_x (self, from_ms);
  double to = get_x (self, to_ms);

  cairo_rectangle (cr, MIN (from, to), y, MAX (ABS (to - from), MIN_BAR_WIDTH), height);
}

static void
stripe (cairo_t *cr,
        double   step)
{
  double x1;
  double y1;
  double x2;
  double y2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.5);
  for (double x = x1 - (y2 - y1); x < x2; x += step)
    {
      cairo_move_to (cr, x, y2);
      cairo_line_to (cr, x + (y2 - y1), y1);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_hollow (IkTimelineLane       *self,
             cairo_t              *cr,
             const IkTimelineSpan *span)
{
  double from = get_x (self, span->from_ms);
  double to = get_x (self, span->to_ms);
  double left = MIN (from, to) + 0.5;
  double width = MAX (ABS (to - from) - 1, MIN_BAR_WIDTH);

  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, left, 0.5, width, BAR_HEIGHT - 1);
  if (span->kind == IK_TIMELINE_INTERRUPTION)
    {
      cairo_move_to (cr, left, 0.5);
      cairo_line_to (cr, left + width, BAR_HEIGHT - 0.5);
      cairo_move_to (cr, left + width, 0.5);
      cairo_line_to (cr, left, BAR_HEIGHT - 0.5);
    }
  cairo_stroke (cr);
}

static void
draw_span (IkTimelineLane       *self,
           cairo_t              *cr,
           const GdkRGBA        *color,
           const IkTimelineSpan *span)
{
  gboolean is_own = self->item == IK_TIMELINE_NO_ITEM ? span->item % 2 == 0
                                                      : span->item == self->item;

  if (self->item != IK_TIMELINE_NO_ITEM && !is_own)
    return;

  set_alpha (cr, color, is_own ? BAR_ALPHA : OTHER_ALPHA);
  if (span->kind == IK_TIMELINE_PAUSE || span->kind == IK_TIMELINE_INTERRUPTION)
    {
      draw_hollow (self, cr, span);
      return;
    }

  add_box (self, cr, span->from_ms, span->to_ms, 0, BAR_HEIGHT);
  if (span->kind == IK_TIMELINE_QUIET)
    stripe (cr, 4);
  else
    cairo_fill (cr);
}

static void
draw_shape (cairo_t              *cr,
            IkTimelineMomentKind  kind,
            double                x,
            double                y)
{
  double half = MARK_SIZE / 2.0;

  cairo_new_path (cr);
  switch (kind)
    {
    case IK_TIMELINE_NOTE:
      cairo_arc (cr, x, y + half, half - 1, 0, 2 * G_PI);
      break;

    case IK_TIMELINE_TICK:
      cairo_move_to (cr, x - half, y + MARK_SIZE);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, x + half, y + MARK_SIZE);
      break;

    case IK_TIMELINE_RATING:
      cairo_move_to (cr, x - half, y + half);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, x + half, y + half);
      cairo_line_to (cr, x, y + MARK_SIZE);
      break;

    case IK_TIMELINE_SKIP:
    case IK_TIMELINE_OMISSION:
    case IK_TIMELINE_ADDITION:
    case IK_TIMELINE_REWORDING:
      /* Those stand in words. */
      return;
    }
  cairo_fill (cr);
}

static void
draw_moments (IkTimelineLane *self,
              cairo_t        *cr)
{
  double y = BAR_HEIGHT + GAP + PLAN_HEIGHT + GAP;

  for (guint i = 0; i < self->timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment =
        &g_array_index (self->timeline->moments, IkTimelineMoment, i);

      if (self->item == IK_TIMELINE_NO_ITEM || self->item == moment->item)
        draw_shape (cr, moment->kind, get_x (self, moment->at_ms), y);
    }
}

/* From where the question began, as long as it should have taken. */
static void
draw_plan (IkTimelineLane *self,
           cairo_t        *cr)
{
  const IkTimelineQuestion *question;
  gint64 from_ms;

  if (self->item == IK_TIMELINE_NO_ITEM)
    return;

  question = &g_array_index (self->timeline->questions, IkTimelineQuestion, self->item);
  from_ms = MAX (question->first_ms, 0);
  if (question->planned_ms == 0 ||
      (self->timeline->spans->len > 0 && question->first_ms < 0))
    return;

  add_box (self, cr, from_ms, from_ms + question->planned_ms, BAR_HEIGHT + GAP, PLAN_HEIGHT);
  cairo_fill (cr);
}

static void
draw_slot_end (IkTimelineLane *self,
               cairo_t        *cr,
               double          height)
{
  const IkTimeline *timeline = self->timeline;
  double x;

  if (timeline->spans->len == 0 || timeline->slot_ms == 0 ||
      timeline->length_ms <= timeline->slot_ms)
    return;

  x = get_x (self, timeline->slot_ms);
  cairo_rectangle (cr, x - 1, 0, 2, height);
  cairo_fill (cr);
}

static void
draw_spans (IkTimelineLane *self,
            cairo_t        *cr,
            const GdkRGBA  *color)
{
  const IkTimeline *timeline = self->timeline;

  for (guint i = 0; i < timeline->spans->len; i++)
    draw_span (self, cr, color, &g_array_index (timeline->spans, IkTimelineSpan, i));

  if (timeline->spans->len == 0 && self->item != IK_TIMELINE_NO_ITEM)
    {
      IkTimelineSpan span = { IK_TIMELINE_QUESTION, self->item, 0, 0 };

      span.to_ms = g_array_index (timeline->questions, IkTimelineQuestion, self->item).used_ms;
      if (span.to_ms > 0)
        draw_span (self, cr, color, &span);
    }
}

static void
ik_timeline_lane_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  IkTimelineLane *self = IK_TIMELINE_LANE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->timeline == NULL || width <= 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  /* A mark at either end is not cut. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-MARK_SIZE, 0,
                                                                 width + 2 * MARK_SIZE, height));
  set_alpha (cr, &color, GROUND_ALPHA);
  cairo_rectangle (cr, 0, 0, width, BAR_HEIGHT);
  cairo_fill (cr);
  draw_spans (self, cr, &color);
  set_alpha (cr, &color, BAR_ALPHA);
  draw_plan (self, cr);
  draw_moments (self, cr);
  draw_slot_end (self, cr, height);
  cairo_destroy (cr);
}

static void
ik_timeline_lane_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
             ? MIN_WIDTH : BAR_HEIGHT + GAP + PLAN_HEIGHT + GAP + MARK_SIZE;
  *natural = *minimum;
}

static void
ik_timeline_lane_class_init (IkTimelineLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ik_timeline_lane_snapshot;
  widget_class->measure = ik_timeline_lane_measure;
  gtk_widget_class_set_css_name (widget_class, "timelinelane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ik_timeline_lane_init (IkTimelineLane *self)
{
  self->item = IK_TIMELINE_NO_ITEM;
}

/**
 * ik_timeline_lane_new:
 *
 * Returns: (transfer floating): an empty lane
 */
GtkWidget *
ik_timeline_lane_new (void)
{
  return g_object_new (IK_TYPE_TIMELINE_LANE, NULL);
}

/**
 * ik_timeline_lane_set_timeline:
 * @self: a lane
 * @timeline: (nullable): a timeline, which outlives the lane's use of it
 * @item: index of a question, %IK_TIMELINE_NO_ITEM for all of them
 *
 * Draws @timeline, or one question of it.
 */
void
ik_timeline_lane_set_timeline (IkTimelineLane   *self,
                               const IkTimeline *timeline,
                               guint             item)
{
  g_return_if_fail (IK_IS_TIMELINE_LANE (self));

  self->timeline = timeline;
  self->item = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ik_timeline_lane_find_item:
 * @self: a lane
 * @x: from the left edge, in the lane's own coordinates
 *
 * Returns: index of the question that had the focus there,
 *   %IK_TIMELINE_NO_ITEM for none
 */
guint
ik_timeline_lane_find_item (IkTimelineLane *self,
                            double          x)
{
  g_return_val_if_fail (IK_IS_TIMELINE_LANE (self), IK_TIMELINE_NO_ITEM);

  for (guint i = 0; self->timeline != NULL && i < self->timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (self->timeline->spans, IkTimelineSpan, i);
      double from = get_x (self, span->from_ms);
      double to = get_x (self, span->to_ms);

      if (x >= MIN (from, to) && x < MAX (from, to))
        return span->item;
    }

  return IK_TIMELINE_NO_ITEM;
}
