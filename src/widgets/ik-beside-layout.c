#include "ik-beside-layout.h"

/* Pixels between the two, beside and below each other. */
#define COLUMN_SPACING 12
#define ROW_SPACING 3

/**
 * IkBesideLayout:
 *
 * Two children: what a row is about, and its controls. The controls stand beside
 * it where that leaves it its natural width, else below it at the end of the row.
 */
struct _IkBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IkBesideLayout, ik_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int minimum;
  int natural;
} Size;

static Size
measure (GtkWidget      *child,
         GtkOrientation  orientation,
         int             for_size)
{
  Size size;

  gtk_widget_measure (child, orientation, for_size, &size.minimum, &size.natural, NULL, NULL);

  return size;
}

static GtkSizeRequestMode
ik_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_beside_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *controls = gtk_widget_get_last_child (widget);
  Size text_width = measure (text, GTK_ORIENTATION_HORIZONTAL, -1);
  Size controls_width = measure (controls, GTK_ORIENTATION_HORIZONTAL, -1);
  int both_width = text_width.natural + COLUMN_SPACING + controls_width.natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (text_width.minimum, controls_width.minimum);
      *natural = both_width;
    }
  else
    {
      gboolean beside = for_size < 0 || for_size >= both_width;
      int rest = for_size < 0 ? -1 : for_size - COLUMN_SPACING - controls_width.natural;
      int text_height = measure (text, orientation, beside ? rest : for_size).minimum;
      int controls_height = measure (controls, orientation, -1).minimum;

      *minimum = *natural = beside ? MAX (text_height, controls_height)
                                   : text_height + ROW_SPACING + controls_height;
    }
}

/* Where it begins is said from the side where a text begins. */
static void
place (GtkWidget     *child,
       GtkAllocation  place,
       int            width)
{
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;

  gtk_widget_size_allocate (child, &place, -1);
}

static void
ik_beside_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *controls = gtk_widget_get_last_child (widget);
  Size text_size = measure (text, GTK_ORIENTATION_HORIZONTAL, -1);
  Size size = measure (controls, GTK_ORIENTATION_HORIZONTAL, -1);
  int rest = width - COLUMN_SPACING - size.natural;

  if (rest >= text_size.natural)
    {
      place (text, (GtkAllocation) { 0, 0, rest, height }, width);
      place (controls, (GtkAllocation) { width - size.natural, 0, size.natural, height }, width);
    }
  else
    {
      int w = CLAMP (width, size.minimum, size.natural);
      int h = measure (controls, GTK_ORIENTATION_VERTICAL, -1).minimum;

      place (text, (GtkAllocation) { 0, 0, width, height - ROW_SPACING - h }, width);
      place (controls, (GtkAllocation) { width - w, height - h, w, h }, width);
    }
}

static void
ik_beside_layout_class_init (IkBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ik_beside_layout_get_request_mode;
  layout_class->measure = ik_beside_layout_measure;
  layout_class->allocate = ik_beside_layout_allocate;
}

static void
ik_beside_layout_init (IkBesideLayout *self)
{
}
