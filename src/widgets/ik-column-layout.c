#include "ik-column-layout.h"

/* Pixels between two children. */
#define SPACING 18

/**
 * IkColumnLayout:
 *
 * Children below each other, each as high as it needs for the width there is. It
 * is for what is filled later: a #GtkBoxLayout says while it is empty that its
 * height has nothing to do with its width, what is around it goes on believing
 * that, and what wraps then stands over what comes next.
 */
struct _IkColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (IkColumnLayout, ik_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ik_column_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_column_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  guint n_children = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL,
                          NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          int spacing = n_children++ > 0 ? SPACING : 0;

          *minimum += child_minimum + spacing;
          *natural += child_natural + spacing;
        }
    }
}

static void
ik_column_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &child_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, child_height }, -1);
      y += child_height + SPACING;
    }
}

static void
ik_column_layout_class_init (IkColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ik_column_layout_get_request_mode;
  layout_class->measure = ik_column_layout_measure;
  layout_class->allocate = ik_column_layout_allocate;
}

static void
ik_column_layout_init (IkColumnLayout *self)
{
}
