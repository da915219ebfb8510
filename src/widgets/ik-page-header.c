#include "ik-page-header.h"

#include <glib/gi18n.h>

#include "ik-navigator.h"

/**
 * IkPageHeader:
 *
 * The header bar of a page. It knows the #IkNavigator's it stands in: it shows
 * a way back where a page is hidden behind this one, and the buttons of the
 * window only at the window's edges. Children of type "start", "end" and
 * "title" go where their names say.
 */
struct _IkPageHeader
{
  GtkWidget       parent_instance;

  AdwHeaderBar   *bar;         /* owned by the widget tree */
  AdwWindowTitle *title;       /* owned: a child of type "title" takes its place */
  GtkWidget      *back_button; /* owned by the widget tree */
  GPtrArray      *navigators;  /* element-type IkNavigator, unowned, innermost first */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
} IkPageHeaderProperty;

static GParamSpec *properties[PROP_SUBTITLE + 1];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkPageHeader, ik_page_header, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable_iface;

/* The innermost navigator with a page behind this one; of pages that stand
 * side by side only the first one leads back. NULL where there is none. */
static IkNavigator *
find_way_back (IkPageHeader *self)
{
  for (guint i = 0; i < self->navigators->len; i++)
    {
      IkNavigator *navigator = g_ptr_array_index (self->navigators, i);

      if (ik_navigator_can_go_back (navigator, GTK_WIDGET (self)))
        return navigator;
      if (!ik_navigator_is_first (navigator, GTK_WIDGET (self)))
        return NULL;
    }

  return NULL;
}

static void
update (IkPageHeader *self)
{
  gboolean is_first = TRUE;
  gboolean is_last = TRUE;

  for (guint i = 0; i < self->navigators->len; i++)
    {
      IkNavigator *navigator = g_ptr_array_index (self->navigators, i);
      gboolean is_folded = ik_navigator_get_folded (navigator);

      if (!is_folded && !ik_navigator_is_first (navigator, GTK_WIDGET (self)))
        is_first = FALSE;
      if (!is_folded && !ik_navigator_is_last (navigator, GTK_WIDGET (self)))
        is_last = FALSE;
    }

  gtk_widget_set_visible (self->back_button, find_way_back (self) != NULL);
  adw_header_bar_set_show_start_title_buttons (self->bar, is_first);
  adw_header_bar_set_show_end_title_buttons (self->bar, is_last);
}

static void
go_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkNavigator *navigator = find_way_back (IK_PAGE_HEADER (widget));

  if (navigator != NULL)
    ik_navigator_go_back (navigator);
}

static void
ik_page_header_root (GtkWidget *widget)
{
  IkPageHeader *self = IK_PAGE_HEADER (widget);

  GTK_WIDGET_CLASS (ik_page_header_parent_class)->root (widget);

  for (GtkWidget *ancestor = gtk_widget_get_parent (widget);
       ancestor != NULL;
       ancestor = gtk_widget_get_parent (ancestor))
    {
      if (IK_IS_NAVIGATOR (ancestor))
        {
          g_ptr_array_add (self->navigators, ancestor);
          g_signal_connect_swapped (ancestor, "changed", G_CALLBACK (update), self);
        }
    }
  update (self);
}

static void
ik_page_header_unroot (GtkWidget *widget)
{
  IkPageHeader *self = IK_PAGE_HEADER (widget);

  for (guint i = 0; i < self->navigators->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->navigators, i), self);
  g_ptr_array_set_size (self->navigators, 0);

  GTK_WIDGET_CLASS (ik_page_header_parent_class)->unroot (widget);
}

static void
ik_page_header_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  IkPageHeader *self = IK_PAGE_HEADER (object);

  switch ((IkPageHeaderProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (self->title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_page_header_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  IkPageHeader *self = IK_PAGE_HEADER (object);

  switch ((IkPageHeaderProperty) prop_id)
    {
    case PROP_TITLE:
      ik_page_header_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      ik_page_header_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_page_header_dispose (GObject *object)
{
  IkPageHeader *self = IK_PAGE_HEADER (object);

  if (self->bar != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->bar));
      self->bar = NULL;
    }

  G_OBJECT_CLASS (ik_page_header_parent_class)->dispose (object);
}

static void
ik_page_header_finalize (GObject *object)
{
  IkPageHeader *self = IK_PAGE_HEADER (object);

  g_ptr_array_unref (self->navigators);
  g_object_unref (self->title);

  G_OBJECT_CLASS (ik_page_header_parent_class)->finalize (object);
}

static void
ik_page_header_class_init (IkPageHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_page_header_dispose;
  object_class->finalize = ik_page_header_finalize;
  object_class->get_property = ik_page_header_get_property;
  object_class->set_property = ik_page_header_set_property;
  widget_class->root = ik_page_header_root;
  widget_class->unroot = ik_page_header_unroot;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "page.back", NULL, go_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_page_header_init (IkPageHeader *self)
{
  self->navigators = g_ptr_array_new ();

  self->bar = ADW_HEADER_BAR (adw_header_bar_new ());
  /* Strictly centred, the title would need the width of the wider side twice. */
  adw_header_bar_set_centering_policy (self->bar, ADW_CENTERING_POLICY_LOOSE);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));

  self->title = g_object_ref_sink (ADW_WINDOW_TITLE (adw_window_title_new ("", "")));
  adw_header_bar_set_title_widget (self->bar, GTK_WIDGET (self->title));

  self->back_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back_button, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "page.back");
  adw_header_bar_pack_start (self->bar, self->back_button);
}

static void
ik_page_header_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  IkPageHeader *self = IK_PAGE_HEADER (buildable);

  if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (self->bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (self->bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "title") == 0)
    adw_header_bar_set_title_widget (self->bar, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = ik_page_header_add_child;
}

GtkWidget *
ik_page_header_new (void)
{
  return g_object_new (IK_TYPE_PAGE_HEADER, NULL);
}

void
ik_page_header_set_title (IkPageHeader *self,
                          const char   *title)
{
  g_return_if_fail (IK_IS_PAGE_HEADER (self));

  if (g_strcmp0 (adw_window_title_get_title (self->title), title) == 0)
    return;

  adw_window_title_set_title (self->title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
ik_page_header_set_subtitle (IkPageHeader *self,
                             const char   *subtitle)
{
  g_return_if_fail (IK_IS_PAGE_HEADER (self));

  if (g_strcmp0 (adw_window_title_get_subtitle (self->title), subtitle) == 0)
    return;

  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}
