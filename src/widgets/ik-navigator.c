#include "ik-navigator.h"

/**
 * IkNavigator:
 *
 * Pages from the general to the particular: side by side where there is room
 * for all of them, one at a time with a way back where there is not. With
 * "can-unfold" off there is always one at a time.
 *
 * The one place that knows #AdwLeaflet, which newer releases of libadwaita
 * deprecate.
 */
struct _IkNavigator
{
  GtkWidget   parent_instance;

  AdwLeaflet *leaflet;  /* owned by the widget tree */
  GPtrArray  *children; /* owned; element-type GtkWidget, unowned; from the general on */
};

typedef enum
{
  PROP_CAN_UNFOLD = 1,
  PROP_FOLDED,
} IkNavigatorProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkNavigator, ik_navigator, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable_iface;

static void
folded_cb (IkNavigator *self)
{
  /* Pages side by side have no way back between them: its keys and gestures
   * belong to a navigator around this one. */
  adw_leaflet_set_can_navigate_back (self->leaflet, ik_navigator_get_folded (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
visible_child_cb (IkNavigator *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ik_navigator_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  IkNavigator *self = IK_NAVIGATOR (object);

  switch ((IkNavigatorProperty) prop_id)
    {
    case PROP_CAN_UNFOLD:
      g_value_set_boolean (value, adw_leaflet_get_can_unfold (self->leaflet));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, ik_navigator_get_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_navigator_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkNavigator *self = IK_NAVIGATOR (object);

  switch ((IkNavigatorProperty) prop_id)
    {
    case PROP_CAN_UNFOLD:
      if (adw_leaflet_get_can_unfold (self->leaflet) != g_value_get_boolean (value))
        {
          adw_leaflet_set_can_unfold (self->leaflet, g_value_get_boolean (value));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_navigator_dispose (GObject *object)
{
  IkNavigator *self = IK_NAVIGATOR (object);

  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      gtk_widget_unparent (GTK_WIDGET (self->leaflet));
      self->leaflet = NULL;
    }

  G_OBJECT_CLASS (ik_navigator_parent_class)->dispose (object);
}

static void
ik_navigator_finalize (GObject *object)
{
  IkNavigator *self = IK_NAVIGATOR (object);

  g_ptr_array_unref (self->children);

  G_OBJECT_CLASS (ik_navigator_parent_class)->finalize (object);
}

static void
ik_navigator_class_init (IkNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_navigator_dispose;
  object_class->finalize = ik_navigator_finalize;
  object_class->get_property = ik_navigator_get_property;
  object_class->set_property = ik_navigator_set_property;

  properties[PROP_CAN_UNFOLD] =
    g_param_spec_boolean ("can-unfold", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* Folded, unfolded, or another page is in view. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "navigator");
}

static void
ik_navigator_init (IkNavigator *self)
{
  self->children = g_ptr_array_new ();
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child",
                            G_CALLBACK (visible_child_cb), self);
}

static void
ik_navigator_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  IkNavigator *self = IK_NAVIGATOR (buildable);

  if (GTK_IS_WIDGET (child))
    ik_navigator_add (self, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = ik_navigator_add_child;
}

/* The page that holds @descendant, NULL where none does. */
static GtkWidget *
find_page (IkNavigator *self,
           GtkWidget   *descendant)
{
  GtkWidget *page = descendant;

  while (page != NULL && gtk_widget_get_parent (page) != GTK_WIDGET (self->leaflet))
    page = gtk_widget_get_parent (page);

  return page;
}

GtkWidget *
ik_navigator_new (void)
{
  return g_object_new (IK_TYPE_NAVIGATOR, NULL);
}

void
ik_navigator_add (IkNavigator *self,
                  GtkWidget   *child)
{
  g_return_if_fail (IK_IS_NAVIGATOR (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_ptr_array_add (self->children, child);
  adw_leaflet_append (self->leaflet, child);
}

void
ik_navigator_remove (IkNavigator *self,
                     GtkWidget   *child)
{
  g_return_if_fail (IK_IS_NAVIGATOR (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_ptr_array_remove (self->children, child);
  adw_leaflet_remove (self->leaflet, child);
}

/**
 * ik_navigator_show:
 * @child: one of the pages
 *
 * Brings a page into view; does nothing to see while all are in view.
 */
void
ik_navigator_show (IkNavigator *self,
                   GtkWidget   *child)
{
  g_return_if_fail (IK_IS_NAVIGATOR (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  adw_leaflet_set_visible_child (self->leaflet, child);
}

/**
 * ik_navigator_set_passed_over:
 * @child: one of the pages
 * @is_passed_over: whether the way back doesn't lead to it
 *
 * For a page that is on the way to another one only at times.
 */
void
ik_navigator_set_passed_over (IkNavigator *self,
                              GtkWidget   *child,
                              gboolean     is_passed_over)
{
  g_return_if_fail (IK_IS_NAVIGATOR (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  adw_leaflet_page_set_navigatable (adw_leaflet_get_page (self->leaflet, child), !is_passed_over);
}

gboolean
ik_navigator_get_folded (IkNavigator *self)
{
  g_return_val_if_fail (IK_IS_NAVIGATOR (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * ik_navigator_can_go_back:
 * @descendant: a widget on one of the pages
 *
 * Returns: whether the page of @descendant hides one that comes before it
 */
gboolean
ik_navigator_can_go_back (IkNavigator *self,
                          GtkWidget   *descendant)
{
  g_return_val_if_fail (IK_IS_NAVIGATOR (self), FALSE);

  return ik_navigator_get_folded (self) && !ik_navigator_is_first (self, descendant);
}

/**
 * ik_navigator_go_back:
 *
 * Returns: whether there was a page hidden behind the one in view
 */
gboolean
ik_navigator_go_back (IkNavigator *self)
{
  g_return_val_if_fail (IK_IS_NAVIGATOR (self), FALSE);

  return ik_navigator_get_folded (self) &&
         adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

gboolean
ik_navigator_is_first (IkNavigator *self,
                       GtkWidget   *descendant)
{
  GtkWidget *page;

  g_return_val_if_fail (IK_IS_NAVIGATOR (self), FALSE);

  page = find_page (self, descendant);

  return page == NULL || page == g_ptr_array_index (self->children, 0);
}

gboolean
ik_navigator_is_last (IkNavigator *self,
                      GtkWidget   *descendant)
{
  GtkWidget *page;

  g_return_val_if_fail (IK_IS_NAVIGATOR (self), FALSE);

  page = find_page (self, descendant);

  return page == NULL || page == g_ptr_array_index (self->children, self->children->len - 1);
}
