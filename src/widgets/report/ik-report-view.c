#include "ik-report-view.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels around and between the pages. */
#define GAP 12

/* A step of the zoom, and how far it goes, in pixels per point. */
#define ZOOM_STEP 1.25
#define MIN_SCALE 0.25
#define MAX_SCALE 6.0

/* Below so many pixels per point letters are drawn so much larger. */
#define SHARP_SCALE 2.5
#define OVERSIZE 2.0

/* A turn of the wheel that counts as one step. */
#define WHEEL_STEP 1.0

/**
 * IkReportView:
 *
 * The pages of a document as paper: one below the other, or one at a time. It
 * draws the recordings that the pages are, so that they are sharp at any size,
 * and only what is in view of them. It goes into a scrolled window. Paper is
 * white in the dark as well. Main loop only.
 */
struct _IkReportView
{
  GtkWidget      parent_instance;

  IkReportPages *pages;          /* (owned) (nullable) */
  GtkAdjustment *hadjustment;    /* (owned) (nullable) */
  GtkAdjustment *vadjustment;    /* (owned) (nullable) */
  guint          hscroll_policy : 1;
  guint          vscroll_policy : 1;
  gboolean       is_continuous;
  guint          page;           /* the one in view, from 0 */
  guint          n_pages;        /* as was last told */
  double         scale;          /* pixels per point, 0 to fit the window */
  double         wheel;          /* part of a step that was turned */
  double         turned_to;      /* where the adjustment stood when @page was chosen */
  guint          find_id;        /* source that finds out which page is in view */
};

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} IkReportViewProperty;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (IkReportView, ik_report_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Where the pages are -------------------------------------------------------- */

typedef struct
{
  double width;  /* of a page, in pixels */
  double height;
  double step;   /* from one page to the next */
} Measures;

static double
fit_scale (IkReportView *self,
           double        width,
           double        height)
{
  double scale = (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP) / width;

  if (!self->is_continuous)
    scale = MIN (scale, (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * GAP) / height);

  return CLAMP (scale, MIN_SCALE, MAX_SCALE);
}

static void
measure_pages (IkReportView *self,
               Measures     *out_measures)
{
  double width = 0;
  double height = 0;
  double scale;

  if (self->pages != NULL)
    ik_report_pages_get_size (self->pages, &width, &height);
  if (width <= 0)
    {
      *out_measures = (Measures) { 0 };
      return;
    }

  scale = self->scale > 0 ? self->scale : fit_scale (self, width, height);
  out_measures->width = round (width * scale);
  out_measures->height = round (height * scale);
  out_measures->step = out_measures->height + GAP;
}

static void
measure_content (IkReportView   *self,
                 const Measures *measures,
                 double         *out_width,
                 double         *out_height)
{
  guint n_rows = self->is_continuous ? MAX (self->n_pages, 1) : 1;

  *out_width = measures->width + 2 * GAP;
  *out_height = n_rows * measures->step + GAP;
}

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The upper left corner of a page, from that of the widget. */
static void
locate_page (IkReportView    *self,
             const Measures  *measures,
             guint            page,
             graphene_rect_t *out_place)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double content_width;
  double content_height;
  double x = GAP;
  double y = self->is_continuous ? GAP + page * measures->step : GAP;

  measure_content (self, measures, &content_width, &content_height);
  x += MAX (floor ((width - content_width) / 2), 0) - round (get_value (self->hadjustment));
  y += MAX (floor ((height - content_height) / 2), 0) - round (get_value (self->vadjustment));
  graphene_rect_init (out_place, (float) x, (float) y, (float) measures->width,
                      (float) measures->height);
}

/* What others are told ------------------------------------------------------- */

static void
update_label (IkReportView *self)
{
  g_autofree char *label = NULL;

  if (self->n_pages == 0)
    label = g_strdup (_("Preview"));
  else if (!ik_report_pages_is_complete (self->pages))
    label = g_strdup_printf (_("Preview, page %u"), self->page + 1);
  else
    label = g_strdup_printf (_("Preview, page %u of %u"), self->page + 1, self->n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
tell (IkReportView *self)
{
  update_label (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The page in the middle is the one that is read. */
static void
find_page (IkReportView *self)
{
  Measures measures;
  double middle;
  guint page;

  measure_pages (self, &measures);
  if (!self->is_continuous || measures.step <= 0 || self->n_pages == 0)
    return;

  /* Of several last pages in view the one that was chosen stays. */
  if (self->page < self->n_pages && fabs (get_value (self->vadjustment) - self->turned_to) < 0.5)
    return;
  self->turned_to = -1;

  middle = get_value (self->vadjustment) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  page = MIN ((guint) (MAX (middle - GAP, 0) / measures.step), self->n_pages - 1);
  if (page != self->page)
    {
      self->page = page;
      tell (self);
    }
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         content,
           double         room)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (content - room, 0)), 0,
                              MAX (content, room), room * 0.1, room * 0.9, room);
}

static void
update_adjustments (IkReportView *self)
{
  Measures measures;
  double width;
  double height;

  measure_pages (self, &measures);
  measure_content (self, &measures, &width, &height);
  configure (self->hadjustment, get_value (self->hadjustment), width,
             gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self->vadjustment, get_value (self->vadjustment), height,
             gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
find_cb (gpointer user_data)
{
  IkReportView *self = user_data;

  self->find_id = 0;
  find_page (self);
  return G_SOURCE_REMOVE;
}

/* Later, for the size of others must not change while this one is given its own. */
static void
adjusted_cb (IkReportView *self)
{
  if (self->find_id == 0)
    self->find_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, find_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (IkReportView   *self,
                GtkAdjustment **field,
                GtkAdjustment  *adjustment)
{
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, adjusted_cb, self);
  g_set_object (field, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Drawing -------------------------------------------------------------------- */

/* Cairo 1.16 puts letters on whole pixels, which pulls small words apart: they
 * are drawn larger and made small again. */
static void
draw_marks (IkReportView          *self,
            cairo_t               *cr,
            const graphene_rect_t *place,
            const graphene_rect_t *seen,
            guint                  page,
            double                 scale)
{
  double zoom = scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)) < SHARP_SCALE ? OVERSIZE : 1;
  int width = (int) ceil (seen->size.width * zoom);
  int height = (int) ceil (seen->size.height * zoom);
  cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *large_cr = cairo_create (large);

  cairo_scale (large_cr, zoom, zoom);
  cairo_translate (large_cr, place->origin.x - seen->origin.x, place->origin.y - seen->origin.y);
  cairo_scale (large_cr, scale, scale);
  ik_report_pages_draw (self->pages, page, large_cr);
  cairo_destroy (large_cr);

  cairo_translate (cr, seen->origin.x, seen->origin.y);
  cairo_scale (cr, 1 / zoom, 1 / zoom);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (large);
}

static void
draw_page (IkReportView          *self,
           GtkSnapshot           *snapshot,
           const Measures        *measures,
           const graphene_rect_t *view,
           guint                  page)
{
  static const GdkRGBA paper = { 1, 1, 1, 1 };
  static const GdkRGBA edge = { 0, 0, 0, 0.25f };
  graphene_rect_t place;
  graphene_rect_t border;
  graphene_rect_t seen;
  double width;
  double height;
  cairo_t *cr;

  locate_page (self, measures, page, &place);
  if (!graphene_rect_intersection (&place, view, &seen))
    return;

  graphene_rect_inset_r (&place, -1, -1, &border);
  gtk_snapshot_append_color (snapshot, &edge, &border);
  gtk_snapshot_append_color (snapshot, &paper, &place);

  ik_report_pages_get_size (self->pages, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  draw_marks (self, cr, &place, &seen, page, measures->width / width);
  cairo_destroy (cr);
}

static void
ik_report_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  IkReportView *self = IK_REPORT_VIEW (widget);
  graphene_rect_t view;
  Measures measures;
  guint first = self->page;
  guint last = first;

  if (self->n_pages == 0)
    return;

  measure_pages (self, &measures);
  graphene_rect_init (&view, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  if (self->is_continuous)
    {
      double top = MAX (get_value (self->vadjustment) - GAP, 0);

      first = (guint) (top / measures.step);
      last = (guint) ((top + view.size.height) / measures.step);
    }

  for (guint i = first; i <= MIN (last, self->n_pages - 1); i++)
    draw_page (self, snapshot, &measures, &view, i);
}

static void
ik_report_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  update_adjustments (IK_REPORT_VIEW (widget));
}

static void
ik_report_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 800;
}

/* Keys and the wheel --------------------------------------------------------- */

static gboolean
scroll_cb (IkReportView             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int steps;

  if (!(state & GDK_CONTROL_MASK))
    return FALSE;

  self->wheel -= dy;
  steps = (int) (self->wheel / WHEEL_STEP);
  self->wheel -= steps * WHEEL_STEP;
  if (steps != 0)
    ik_report_view_zoom (self, steps);

  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  IkReportView *self = IK_REPORT_VIEW (widget);
  int by = g_variant_get_int32 (arguments);

  if (by == G_MININT)
    ik_report_view_go_to (self, 0);
  else if (by == G_MAXINT)
    ik_report_view_go_to (self, self->n_pages);
  else if (by > 0 || self->page > 0)
    ik_report_view_go_to (self, (guint) ((int) self->page + by));

  return TRUE;
}

static gboolean
scroll_by_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  IkReportView *self = IK_REPORT_VIEW (widget);
  GtkAdjustment *adjustment;
  gboolean is_vertical;
  int by;

  g_variant_get (arguments, "(bi)", &is_vertical, &by);
  adjustment = is_vertical ? self->vadjustment : self->hadjustment;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                              by * gtk_adjustment_get_step_increment (adjustment));

  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   by;
  } turns[] = {
    { GDK_KEY_Page_Up, -1 }, { GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_Home, G_MININT }, { GDK_KEY_KP_Home, G_MININT },
    { GDK_KEY_End, G_MAXINT }, { GDK_KEY_KP_End, G_MAXINT },
  };
  static const struct
  {
    guint    key;
    gboolean is_vertical;
    int      by;
  } steps[] = {
    { GDK_KEY_Up, TRUE, -1 }, { GDK_KEY_Down, TRUE, 1 },
    { GDK_KEY_Left, FALSE, -1 }, { GDK_KEY_Right, FALSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding (widget_class, turns[i].key, 0, turn_cb, "i", turns[i].by);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, 0, scroll_by_cb, "(bi)",
                                  steps[i].is_vertical, steps[i].by);
}

/* The object ----------------------------------------------------------------- */

static void
ik_report_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  IkReportView *self = IK_REPORT_VIEW (object);

  switch ((IkReportViewProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_report_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  IkReportView *self = IK_REPORT_VIEW (object);

  switch ((IkReportViewProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_report_view_dispose (GObject *object)
{
  IkReportView *self = IK_REPORT_VIEW (object);

  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_handle_id (&self->find_id, g_source_remove);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (ik_report_view_parent_class)->dispose (object);
}

static void
ik_report_view_class_init (IkReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_report_view_get_property;
  object_class->set_property = ik_report_view_set_property;
  object_class->dispose = ik_report_view_dispose;
  widget_class->snapshot = ik_report_view_snapshot;
  widget_class->size_allocate = ik_report_view_size_allocate;
  widget_class->measure = ik_report_view_measure;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * IkReportView::changed:
   * @self: a view
   *
   * Another page is in view, at another size, or their number is known.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IK_TYPE_REPORT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "reportview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ik_report_view_init (IkReportView *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->is_continuous = TRUE;
  self->turned_to = -1;
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_label (self);
}

static void
rearrange (IkReportView *self)
{
  update_adjustments (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ik_report_view_set_pages:
 * @self: a view
 * @pages: (nullable): pages, complete or not; the same again where there are
 *   more by now
 *
 * Shows pages. What was in view stays there as far as there is as much.
 */
void
ik_report_view_set_pages (IkReportView  *self,
                          IkReportPages *pages)
{
  g_return_if_fail (IK_IS_REPORT_VIEW (self));

  g_set_object (&self->pages, pages);
  self->n_pages = pages != NULL ? ik_report_pages_get_n_pages (pages) : 0;
  self->page = MIN (self->page, MAX (self->n_pages, 1) - 1);
  rearrange (self);
  find_page (self);
  tell (self);
}

/**
 * ik_report_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many pages there are so far
 */
guint
ik_report_view_get_n_pages (IkReportView *self)
{
  g_return_val_if_fail (IK_IS_REPORT_VIEW (self), 0);

  return self->n_pages;
}

/**
 * ik_report_view_get_page:
 * @self: a view
 *
 * Returns: the page that is read, from 0
 */
guint
ik_report_view_get_page (IkReportView *self)
{
  g_return_val_if_fail (IK_IS_REPORT_VIEW (self), 0);

  return self->page;
}

/**
 * ik_report_view_go_to:
 * @self: a view
 * @page: a page, from 0; the last one where there are fewer
 */
void
ik_report_view_go_to (IkReportView *self,
                      guint         page)
{
  Measures measures;

  g_return_if_fail (IK_IS_REPORT_VIEW (self));

  if (self->n_pages == 0)
    return;

  page = MIN (page, self->n_pages - 1);
  measure_pages (self, &measures);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment,
                              self->is_continuous ? page * measures.step : 0);
  self->turned_to = get_value (self->vadjustment);
  if (self->page != page)
    {
      self->page = page;
      tell (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ik_report_view_get_scale:
 * @self: a view
 *
 * Returns: pixels per point, 0 as long as there is no page
 */
double
ik_report_view_get_scale (IkReportView *self)
{
  Measures measures;
  double width = 0;
  double height;

  g_return_val_if_fail (IK_IS_REPORT_VIEW (self), 0);

  if (self->pages != NULL)
    ik_report_pages_get_size (self->pages, &width, &height);
  measure_pages (self, &measures);

  return width > 0 ? measures.width / width : 0;
}

/* What is in the middle stays there. */
static void
set_scale (IkReportView *self,
           double        scale)
{
  int room = gtk_widget_get_height (GTK_WIDGET (self));
  double middle = get_value (self->vadjustment) + room / 2.0;
  Measures before;
  Measures after;

  measure_pages (self, &before);
  self->scale = scale;
  measure_pages (self, &after);
  update_adjustments (self);
  if (self->vadjustment != NULL && before.step > 0)
    gtk_adjustment_set_value (self->vadjustment, middle * after.step / before.step - room / 2.0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell (self);
}

/**
 * ik_report_view_zoom:
 * @self: a view
 * @steps: how many steps larger, below 0 smaller
 */
void
ik_report_view_zoom (IkReportView *self,
                     int           steps)
{
  double scale;

  g_return_if_fail (IK_IS_REPORT_VIEW (self));

  scale = ik_report_view_get_scale (self);
  if (scale > 0)
    set_scale (self, CLAMP (scale * pow (ZOOM_STEP, steps), MIN_SCALE, MAX_SCALE));
}

/**
 * ik_report_view_fit:
 * @self: a view
 *
 * Makes the pages as wide as the view, or a single one as large as fits in.
 */
void
ik_report_view_fit (IkReportView *self)
{
  g_return_if_fail (IK_IS_REPORT_VIEW (self));

  set_scale (self, 0);
}

/**
 * ik_report_view_is_fit:
 * @self: a view
 *
 * Returns: whether the pages follow the size of the view
 */
gboolean
ik_report_view_is_fit (IkReportView *self)
{
  g_return_val_if_fail (IK_IS_REPORT_VIEW (self), FALSE);

  return self->scale <= 0;
}

/**
 * ik_report_view_set_continuous:
 * @self: a view
 * @continuous: whether all pages stand one below the other
 *
 * The page that is read stays in view.
 */
void
ik_report_view_set_continuous (IkReportView *self,
                               gboolean      continuous)
{
  guint page;

  g_return_if_fail (IK_IS_REPORT_VIEW (self));

  if (self->is_continuous == continuous)
    return;

  page = self->page;
  self->is_continuous = continuous;
  rearrange (self);
  ik_report_view_go_to (self, page);
}
