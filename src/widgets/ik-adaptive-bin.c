#include "ik-adaptive-bin.h"

/* What the child may be squeezed to; the narrowest phones. */
#define MIN_WIDTH 320

/**
 * IkAdaptiveBin:
 *
 * Holds one child and says when it has to live in little width. It lets itself
 * be squeezed below what the child asks for, so that the child gets the chance
 * to rearrange itself on the next turn of the main loop; libadwaita has
 * breakpoints for this from 1.4 on only. Main loop only.
 */
struct _IkAdaptiveBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;     /* (nullable) */
  int        threshold; /* pixels */
  int        width;     /* pixels, as allocated last */
  int        wide_min;  /* pixels that the child asked for in much width */
  gboolean   narrow;
  guint      idle_id;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_NARROW,
  PROP_THRESHOLD,
} IkAdaptiveBinProperty;

static GParamSpec *properties[PROP_THRESHOLD + 1];

static GtkBuildableIface *parent_buildable_iface;

static void ik_adaptive_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkAdaptiveBin, ik_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ik_adaptive_bin_buildable_init))

static void
set_child (IkAdaptiveBin *self,
           GtkWidget     *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/* Large text needs more than the threshold. */
static gboolean
wants_narrow (IkAdaptiveBin *self)
{
  return self->width < MAX (self->threshold, self->wide_min);
}

static gboolean
apply_cb (gpointer user_data)
{
  IkAdaptiveBin *self = user_data;
  gboolean narrow = wants_narrow (self);

  self->idle_id = 0;
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }

  return G_SOURCE_REMOVE;
}

static int
get_child_min_width (IkAdaptiveBin *self)
{
  int min = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);

  return min;
}

static GtkSizeRequestMode
ik_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_adaptive_bin_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  IkAdaptiveBin *self = IK_ADAPTIVE_BIN (widget);

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_child_min_width (self));

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
ik_adaptive_bin_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  IkAdaptiveBin *self = IK_ADAPTIVE_BIN (widget);

  self->width = width;
  if (!self->narrow)
    self->wide_min = get_child_min_width (self);
  if (self->narrow != wants_narrow (self) && self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_cb, self, NULL);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, get_child_min_width (self)), height,
                         baseline, NULL);
}

static void
ik_adaptive_bin_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  IkAdaptiveBin *self = IK_ADAPTIVE_BIN (object);

  switch ((IkAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_adaptive_bin_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  IkAdaptiveBin *self = IK_ADAPTIVE_BIN (object);

  switch ((IkAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_adaptive_bin_dispose (GObject *object)
{
  IkAdaptiveBin *self = IK_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_adaptive_bin_parent_class)->dispose (object);
}

static void
ik_adaptive_bin_class_init (IkAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_adaptive_bin_get_property;
  object_class->set_property = ik_adaptive_bin_set_property;
  object_class->dispose = ik_adaptive_bin_dispose;
  widget_class->get_request_mode = ik_adaptive_bin_get_request_mode;
  widget_class->measure = ik_adaptive_bin_measure;
  widget_class->size_allocate = ik_adaptive_bin_size_allocate;

  /**
   * IkAdaptiveBin:child:
   *
   * The child.
   */
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * IkAdaptiveBin:narrow:
   *
   * Whether there is less width than the threshold or than the child asks for.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * IkAdaptiveBin:threshold:
   *
   * The width in pixels below which there is little, even where the child
   * would fit.
   */
  properties[PROP_THRESHOLD] =
    g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 600,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_adaptive_bin_init (IkAdaptiveBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
ik_adaptive_bin_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (IK_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
ik_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = ik_adaptive_bin_add_child;
}

/**
 * ik_adaptive_bin_is_narrow:
 * @self: a bin
 *
 * Returns: whether the child has to live in little width
 */
gboolean
ik_adaptive_bin_is_narrow (IkAdaptiveBin *self)
{
  g_return_val_if_fail (IK_IS_ADAPTIVE_BIN (self), FALSE);

  return self->narrow;
}
