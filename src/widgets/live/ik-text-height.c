#include "ik-text-height.h"

/* More than this is read in the tooltip. */
#define MAX_LINES 6

/**
 * IkTextHeight:
 *
 * Lays out a widget with one inscription in it, as high as its text is in the
 * width that it gets, up to a number of lines. An inscription alone has as many
 * lines as it was told; a label that wraps lays its text out for many widths
 * before it knows which it gets, and a dozen of them took 100 ms. Whoever changes
 * the text asks for a new size.
 */
struct _IkTextHeight
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IkTextHeight, ik_text_height, GTK_TYPE_LAYOUT_MANAGER)

static int
get_height (GtkWidget *inscription,
            int        width)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (inscription, text);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
ik_text_height_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  GtkWidget *inscription = gtk_widget_get_first_child (widget);
  int width = for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (inscription, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }

  if (width < 0)
    gtk_widget_measure (inscription, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  *minimum = *natural = get_height (inscription, width);
}

static void
ik_text_height_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation) { 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
ik_text_height_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_text_height_class_init (IkTextHeightClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ik_text_height_measure;
  layout_class->allocate = ik_text_height_allocate;
  layout_class->get_request_mode = ik_text_height_get_request_mode;
}

static void
ik_text_height_init (IkTextHeight *self)
{
}
