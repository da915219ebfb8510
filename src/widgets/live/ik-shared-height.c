#include "ik-shared-height.h"

/**
 * IkSharedHeight:
 *
 * Places two children that scroll, one above the other, in whatever height there
 * is: the lower gets what it needs, but no more than its share where the upper
 * has use for the rest. It asks for no more than their least height, so that
 * what stands around them gets all it needs.
 */
struct _IkSharedHeight
{
  GtkLayoutManager parent_instance;

  double           lower_share; /* of the height, 0 to 1 */
};

G_DEFINE_FINAL_TYPE (IkSharedHeight, ik_shared_height, GTK_TYPE_LAYOUT_MANAGER)

static void
ik_shared_height_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, for_size, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
      else
        {
          *minimum += least;
          *natural = *minimum;
        }
    }
}

static int
get_lower_height (IkSharedHeight *self,
                  GtkWidget      *upper,
                  GtkWidget      *lower,
                  int             width,
                  int             height)
{
  int upper_least;
  int upper_wanted;
  int least;
  int wanted;
  int most;

  gtk_widget_measure (upper, GTK_ORIENTATION_VERTICAL, width, &upper_least, &upper_wanted, NULL,
                      NULL);
  gtk_widget_measure (lower, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
  most = MAX ((int) (height * self->lower_share), height - upper_wanted);

  return MAX (MIN (MIN (wanted, most), height - upper_least), least);
}

static void
ik_shared_height_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *upper = gtk_widget_get_first_child (widget);
  GtkWidget *lower = gtk_widget_get_last_child (widget);
  int lower_height = 0;

  if (gtk_widget_should_layout (lower))
    lower_height = get_lower_height (IK_SHARED_HEIGHT (manager), upper, lower, width, height);

  gtk_widget_size_allocate (upper, &(GtkAllocation) { 0, 0, width, height - lower_height }, -1);
  if (lower_height > 0)
    gtk_widget_size_allocate (lower,
                              &(GtkAllocation) { 0, height - lower_height, width, lower_height },
                              -1);
}

static GtkSizeRequestMode
ik_shared_height_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_shared_height_class_init (IkSharedHeightClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = ik_shared_height_measure;
  layout_class->allocate = ik_shared_height_allocate;
  layout_class->get_request_mode = ik_shared_height_get_request_mode;
}

static void
ik_shared_height_init (IkSharedHeight *self)
{
  self->lower_share = 0.5;
}

/**
 * ik_shared_height_set_lower_share:
 * @self: a layout
 * @lower_share: what the lower child may take of the height, 0 to 1
 *
 * Sets how the height is shared where both need more than there is.
 */
void
ik_shared_height_set_lower_share (IkSharedHeight *self,
                                  double          lower_share)
{
  g_return_if_fail (IK_IS_SHARED_HEIGHT (self));

  self->lower_share = lower_share;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
