#include "ik-insight-chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Pixels. A row is a line of text with its bar below, so that long names fit
 * into little width; the bar is as high as the line. */
#define MIN_WIDTH    260
#define WIDTH        420
#define ROW_GAP      10
#define TEXT_GAP     3
#define POINT_RADIUS 5
#define MARK_WIDTH   3
#define EDGE         8

#define GROUND_ALPHA 0.08
#define LINE_ALPHA   0.25
#define BAR_ALPHA    0.45

/**
 * IkInsightChart:
 *
 * Draws the rows of a statistic one below the other: a bar of shares, a bar or a
 * point with its interval, each with its value in words. It has no colour but
 * that of the text, in several strengths, and says everything in words as well,
 * so that it reads in grey and on paper. Main loop only.
 */
struct _IkInsightChart
{
  GtkWidget             parent_instance;

  const IkInsightTable *table;       /* (unowned) (nullable) */
  int                   line_height; /* of its words, and of its bars */
};

G_DEFINE_FINAL_TYPE (IkInsightChart, ik_insight_chart, GTK_TYPE_WIDGET)

static guint
get_n_rows (IkInsightChart *self)
{
  return self->table != NULL ? MIN (self->table->chart_rows->len, IK_INSIGHT_CHART_MAX_ROWS) : 0;
}

static void
update_line_height (IkInsightChart *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ag");

  pango_layout_get_pixel_size (layout, NULL, &self->line_height);
}

static int
get_row_height (IkInsightChart *self)
{
  return 2 * self->line_height + TEXT_GAP + ROW_GAP;
}

static gboolean
is_rtl (IkInsightChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* From the start of the text direction; points at the ends are not cut. */
static double
get_x (IkInsightChart *self,
       double          number)
{
  const IkInsightTable *table = self->table;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
  double share = (number - table->axis_from) / (table->axis_to - table->axis_from);
  double x = EDGE + CLAMP (share, 0, 1) * width;

  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static void
set_alpha (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
add_box (cairo_t *cr,
         double   from,
         double   to,
         double   y,
         double   height)
{
  cairo_rectangle (cr, MIN (from, to), y, ABS (to - from), height);
}

/* Words */

static void
draw_text (IkInsightChart *self,
           cairo_t        *cr,
           const char     *text,
           double          x,
           double          y)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Of a number of the axis. */
static int
get_text_width (IkInsightChart *self,
                double          number)
{
  g_autofree char *text = ik_insight_table_format_axis (self->table, number);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The name at the start, cut where the value at the end needs the room. */
static void
draw_words (IkInsightChart   *self,
            cairo_t          *cr,
            const IkChartRow *row,
            double            y)
{
  g_autoptr(PangoLayout) label = gtk_widget_create_pango_layout (GTK_WIDGET (self), row->label);
  g_autoptr(PangoLayout) value = gtk_widget_create_pango_layout (GTK_WIDGET (self), row->text);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
  int value_width;
  int label_width;

  pango_layout_set_width (value, width * 2 / 3 * PANGO_SCALE);
  pango_layout_set_ellipsize (value, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (value, 0);
  pango_layout_get_pixel_size (value, &value_width, NULL);
  pango_layout_set_width (value, value_width * PANGO_SCALE + PANGO_SCALE);
  label_width = width - value_width - 2 * EDGE;
  pango_layout_set_width (label, label_width * PANGO_SCALE);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (label, 0);
  pango_layout_set_alignment (label, PANGO_ALIGN_LEFT);

  cairo_move_to (cr, is_rtl (self) ? EDGE + width - label_width : EDGE, y);
  pango_cairo_show_layout (cr, label);
  cairo_move_to (cr, is_rtl (self) ? EDGE : EDGE + width - value_width, y);
  pango_cairo_show_layout (cr, value);
}

/* Rows */

/* What is written on a strong tone. */
static GdkRGBA
get_ground (IkInsightChart *self)
{
  GdkRGBA ground = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "window_bg_color", &ground);
  return ground;
}

/* The number of a level within its share, where there is room. */
static void
draw_level (IkInsightChart *self,
            cairo_t        *cr,
            const GdkRGBA  *color,
            const char     *level,
            double          from,
            double          to,
            double          y)
{
  g_autofree char *number = g_strndup (level, strcspn (level, " "));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 4 > ABS (to - from))
    return;

  set_alpha (cr, color, 1);
  cairo_move_to (cr, (from + to - width) / 2, y + (self->line_height - height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* Stronger the higher the level, with a gap between. */
static void
draw_shares (IkInsightChart   *self,
             cairo_t          *cr,
             const GdkRGBA    *color,
             const IkChartRow *row,
             double            y)
{
  guint n_levels = self->table->levels->len;
  GdkRGBA ground = get_ground (self);
  guint total = 0;
  guint before = 0;

  for (guint i = 0; i < n_levels; i++)
    total += row->counts[i];

  for (guint i = 0; i < n_levels && total > 0; i++)
    {
      double from = get_x (self, 100.0 * before / total);
      double to = get_x (self, 100.0 * (before + row->counts[i]) / total);

      double strength = 0.12 + 0.68 * i / MAX (n_levels - 1, 1);

      before += row->counts[i];
      if (row->counts[i] == 0)
        continue;

      set_alpha (cr, color, strength);
      add_box (cr, from + (from < to ? 1 : -1), to, y, self->line_height);
      cairo_fill (cr);
      draw_level (self, cr, strength > 0.45 ? &ground : color, self->table->levels->pdata[i],
                  from, to, y);
    }
}

static void
draw_bar (IkInsightChart   *self,
          cairo_t          *cr,
          const GdkRGBA    *color,
          const IkChartRow *row,
          double            y)
{
  set_alpha (cr, color, BAR_ALPHA);
  add_box (cr, get_x (self, self->table->axis_from), get_x (self, row->value), y,
           self->line_height);
  cairo_fill (cr);
}

static void
draw_point (IkInsightChart   *self,
            cairo_t          *cr,
            const GdkRGBA    *color,
            const IkChartRow *row,
            double            y)
{
  double middle = y + self->line_height / 2.0;

  set_alpha (cr, color, BAR_ALPHA);
  if (!isnan (row->low) && !isnan (row->high))
    {
      double low = get_x (self, row->low);
      double high = get_x (self, row->high);

      add_box (cr, low, high, middle - 1, 2);
      add_box (cr, low - 1, low + 1, middle - POINT_RADIUS, 2 * POINT_RADIUS);
      add_box (cr, high - 1, high + 1, middle - POINT_RADIUS, 2 * POINT_RADIUS);
      cairo_fill (cr);
    }

  set_alpha (cr, color, 1);
  cairo_new_path (cr);
  cairo_arc (cr, get_x (self, row->value), middle, POINT_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_mark (IkInsightChart   *self,
           cairo_t          *cr,
           const GdkRGBA    *color,
           const IkChartRow *row,
           double            y)
{
  double x = isnan (row->mark) ? 0 : get_x (self, row->mark);

  if (isnan (row->mark))
    return;

  set_alpha (cr, color, 1);
  add_box (cr, x - MARK_WIDTH / 2.0, x + MARK_WIDTH / 2.0, y - 2,
           self->line_height + 4);
  cairo_fill (cr);
}

static double
get_step_number (const IkInsightTable *table,
                 int                   step)
{
  return table->axis_from + step * table->axis_step;
}

static int
count_steps (const IkInsightTable *table)
{
  return (int) round ((table->axis_to - table->axis_from) / table->axis_step);
}

/* What the bar lies on, with the lines of the axis. */
static void
draw_ground (IkInsightChart *self,
             cairo_t        *cr,
             const GdkRGBA  *color,
             double          y)
{
  const IkInsightTable *table = self->table;

  set_alpha (cr, color, GROUND_ALPHA);
  add_box (cr, get_x (self, table->axis_from), get_x (self, table->axis_to), y,
           self->line_height);
  cairo_fill (cr);

  set_alpha (cr, color, LINE_ALPHA);
  for (int i = 0; i <= count_steps (table); i++)
    cairo_rectangle (cr, get_x (self, get_step_number (table, i)) - 0.5, y, 1, self->line_height);
  cairo_fill (cr);
}

static void
draw_row (IkInsightChart   *self,
          cairo_t          *cr,
          const GdkRGBA    *color,
          const IkChartRow *row,
          double            y)
{
  double bar_y = y + self->line_height + TEXT_GAP;

  set_alpha (cr, color, row->is_told ? 1 : 0.6);
  draw_words (self, cr, row, y);
  draw_ground (self, cr, color, bar_y);
  if (!row->is_told)
    return;

  if (self->table->chart_kind == IK_CHART_SHARES)
    draw_shares (self, cr, color, row, bar_y);
  else if (self->table->chart_kind == IK_CHART_BARS)
    draw_bar (self, cr, color, row, bar_y);
  else
    draw_point (self, cr, color, row, bar_y);
  draw_mark (self, cr, color, row, bar_y);
}

/* The numbers below all rows, as many as there is room for. */
static void
draw_axis (IkInsightChart *self,
           cairo_t        *cr,
           const GdkRGBA  *color,
           double          y)
{
  const IkInsightTable *table = self->table;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  int n_steps = count_steps (table);
  double step_width = (width - 2 * EDGE) / n_steps;
  int stride = 1;

  for (int i = 0; i <= n_steps; i++)
    stride = MAX (stride, (int) ceil ((get_text_width (self, get_step_number (table, i)) + EDGE) /
                                      step_width));

  set_alpha (cr, color, 0.8);
  for (int i = 0; i <= n_steps; i += stride)
    {
      double number = get_step_number (table, i);
      g_autofree char *text = ik_insight_table_format_axis (table, number);
      int text_width = get_text_width (self, number);

      draw_text (self, cr, text,
                 CLAMP (get_x (self, number) - text_width / 2.0, 0, width - text_width), y);
    }
}

static void
ik_insight_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  IkInsightChart *self = IK_INSIGHT_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  guint n_rows = get_n_rows (self);
  GdkRGBA color;
  cairo_t *cr;

  if (n_rows == 0 || width <= 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_axis (self, cr, &color, n_rows * get_row_height (self));
  for (guint i = 0; i < n_rows; i++)
    draw_row (self, cr, &color, self->table->chart_rows->pdata[i], i * get_row_height (self));
  cairo_destroy (cr);
}

static void
ik_insight_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  IkInsightChart *self = IK_INSIGHT_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDTH;
      return;
    }

  update_line_height (self);
  *minimum = (int) get_n_rows (self) * get_row_height (self) + self->line_height;
  *natural = *minimum;
}

static void
ik_insight_chart_class_init (IkInsightChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ik_insight_chart_snapshot;
  widget_class->measure = ik_insight_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "insightchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ik_insight_chart_init (IkInsightChart *self)
{
}

/**
 * ik_insight_chart_new:
 *
 * Returns: (transfer floating): an empty chart
 */
GtkWidget *
ik_insight_chart_new (void)
{
  return g_object_new (IK_TYPE_INSIGHT_CHART, NULL);
}

/**
 * ik_insight_chart_set_table:
 * @self: a chart
 * @table: (nullable): what to draw, which outlives the chart's use of it
 *
 * Draws the chart of @table, and says to assistive tools what it shows.
 */
void
ik_insight_chart_set_table (IkInsightChart       *self,
                            const IkInsightTable *table)
{
  g_autofree char *description = NULL;

  g_return_if_fail (IK_IS_INSIGHT_CHART (self));

  self->table = table;
  description = table != NULL ? ik_insight_table_describe_chart (table) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table != NULL ? table->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
