#include "ik-shared-height.h"

/**
 * IkSharedHeight:
 *
 * Places three scrolled windows, one below the other, in whatever height there is.
 * The first one, which may be hidden, gets what it needs and leaves the second its
 * least height. Of what is left the last gets what it needs, but no more than its
 * share where the second has use for the rest; without room for its least height
 * below the first it isn't shown. The whole asks for no more than the least height,
 * so that what stands around it gets all it needs.
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

/* All of it, in that width: a scrolled window asks for the height of its child in
 * the width that this would like to have. */
static int
get_content_height (GtkWidget *scroller,
                    int        width)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  int height;

  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
get_first_height (GtkWidget *first,
                  GtkWidget *upper,
                  int        width,
                  int        height)
{
  int upper_least;
  int least;

  if (!gtk_widget_should_layout (first))
    return 0;

  gtk_widget_measure (upper, GTK_ORIENTATION_VERTICAL, width, &upper_least, NULL, NULL, NULL);
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);

  return MAX (MIN (get_content_height (first, width), height - upper_least), least);
}

static gboolean
fits (GtkWidget *upper,
      GtkWidget *lower,
      int        width,
      int        height)
{
  int upper_least;
  int lower_least;

  gtk_widget_measure (upper, GTK_ORIENTATION_VERTICAL, width, &upper_least, NULL, NULL, NULL);
  gtk_widget_measure (lower, GTK_ORIENTATION_VERTICAL, width, &lower_least, NULL, NULL, NULL);

  return upper_least + lower_least <= height;
}

static void
place (GtkWidget *child,
       int        y,
       int        width,
       int        height)
{
  if (gtk_widget_get_child_visible (child) && height > 0)
    gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
ik_shared_height_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *upper = gtk_widget_get_next_sibling (first);
  GtkWidget *lower = gtk_widget_get_last_child (widget);
  int first_height = get_first_height (first, upper, width, height);
  int rest = height - first_height;
  int lower_height = 0;

  gtk_widget_set_child_visible (lower, first_height == 0 || fits (upper, lower, width, rest));
  if (gtk_widget_should_layout (lower) && gtk_widget_get_child_visible (lower))
    lower_height = get_lower_height (IK_SHARED_HEIGHT (manager), upper, lower, width, rest);

  place (first, 0, width, first_height);
  place (upper, first_height, width, rest - lower_height);
  place (lower, height - lower_height, width, lower_height);
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
 * @lower_share: what the last child may take of the height, 0 to 1
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
