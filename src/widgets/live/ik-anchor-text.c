#include "ik-anchor-text.h"

#include "ik-inscription.h"

#define DEFAULT_MAX_LINES 6

/**
 * IkAnchorText:
 *
 * The anchor of a level, whole where it has no more than so many lines. It is
 * as high as the longest of all the texts that may stand in its place, so that
 * nothing moves when another one does. Where it is asked for its height without
 * a width, as a scrolled window does, the width holds that it has. Main loop
 * only.
 */
struct _IkAnchorText
{
  GtkWidget       parent_instance;

  GtkInscription *inscription;
  GPtrArray      *texts;       /* (nullable) (element-type utf8): to make room for */
  guint           max_lines;

  int             width;       /* that the height was found for, pixels; 0 for none */
  int             height;      /* pixels */
  int             has_width;   /* as allocated last, pixels; 0 before */
  guint           resize_id;   /* idle source, 0 for none */
};

G_DEFINE_FINAL_TYPE (IkAnchorText, ik_anchor_text, GTK_TYPE_WIDGET)

static void
forget_height (IkAnchorText *self)
{
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
measure_text (PangoLayout *layout,
              const char  *text)
{
  int height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
find_height (IkAnchorText *self,
             int           width)
{
  g_autoptr(PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self->inscription), NULL);
  const char *shown = gtk_inscription_get_text (self->inscription);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) self->max_lines);

  height = measure_text (layout, shown != NULL ? shown : "");
  for (guint i = 0; self->texts != NULL && i < self->texts->len; i++)
    height = MAX (height, measure_text (layout, self->texts->pdata[i]));

  return height;
}

static int
get_height (IkAnchorText *self,
            int           width)
{
  if (self->width != width)
    {
      self->height = find_height (self, width);
      self->width = width;
    }

  return self->height;
}

static void
ik_anchor_text_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  IkAnchorText *self = IK_ANCHOR_TEXT (widget);
  int width = for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    gtk_widget_measure (GTK_WIDGET (self->inscription), GTK_ORIENTATION_HORIZONTAL, -1, minimum,
                        natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  if (for_size < 0)
    width = self->has_width > 0 ? self->has_width : *natural;
  *minimum = *natural = get_height (self, width);
}

static gboolean
resize_cb (gpointer data)
{
  IkAnchorText *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
ik_anchor_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  IkAnchorText *self = IK_ANCHOR_TEXT (widget);

  if (self->has_width != width && self->resize_id == 0)
    self->resize_id = g_idle_add_full (GDK_PRIORITY_EVENTS, resize_cb, self, NULL);
  self->has_width = width;
  gtk_widget_size_allocate (GTK_WIDGET (self->inscription),
                            &(GtkAllocation) { 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
ik_anchor_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_anchor_text_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ik_anchor_text_parent_class)->css_changed (widget, change);

  /* Whatever changes the size lays out by itself. */
  IK_ANCHOR_TEXT (widget)->width = 0;
}

static void
ik_anchor_text_dispose (GObject *object)
{
  IkAnchorText *self = IK_ANCHOR_TEXT (object);

  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->resize_id, g_source_remove);
  g_clear_pointer (&self->texts, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_anchor_text_parent_class)->dispose (object);
}

static void
ik_anchor_text_class_init (IkAnchorTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_anchor_text_dispose;
  widget_class->css_changed = ik_anchor_text_css_changed;
  widget_class->get_request_mode = ik_anchor_text_get_request_mode;
  widget_class->measure = ik_anchor_text_measure;
  widget_class->size_allocate = ik_anchor_text_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-anchor-text.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAnchorText, inscription);
}

static void
ik_anchor_text_init (IkAnchorText *self)
{
  self->max_lines = DEFAULT_MAX_LINES;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_anchor_text_set_text:
 * @self: an anchor
 * @text: what it says
 *
 * Shows @text.
 */
void
ik_anchor_text_set_text (IkAnchorText *self,
                         const char   *text)
{
  g_return_if_fail (IK_IS_ANCHOR_TEXT (self));

  ik_inscription_set_text (self->inscription, text);
  forget_height (self);
}

/**
 * ik_anchor_text_set_room_for:
 * @self: an anchor
 * @texts: (element-type utf8): what may stand in its place
 *
 * Takes the height of the longest of @texts at the width that it has. Measuring
 * takes time in proportion to them, once for each width.
 */
void
ik_anchor_text_set_room_for (IkAnchorText *self,
                             GPtrArray    *texts)
{
  g_return_if_fail (IK_IS_ANCHOR_TEXT (self));
  g_return_if_fail (texts != NULL);

  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = g_ptr_array_ref (texts);
  forget_height (self);
}

/**
 * ik_anchor_text_set_max_lines:
 * @self: an anchor
 * @max_lines: lines, at least 1
 *
 * Cuts what is longer.
 */
void
ik_anchor_text_set_max_lines (IkAnchorText *self,
                              guint         max_lines)
{
  g_return_if_fail (IK_IS_ANCHOR_TEXT (self));
  g_return_if_fail (max_lines > 0);

  self->max_lines = max_lines;
  forget_height (self);
}
