#include "ik-point-list.h"

#include "ik-rich-view.h"

#include <glib/gi18n.h>

/* More than a person takes in; the rest is named by its number. */
#define MAX_POINTS 40

/* Without it a label lays its text out at the width of one character first. */
#define WIDTH_CHARS 16

/**
 * IkPointList:
 *
 * A title with a few lines of inline CommonMark below, such as the follow-ups
 * of a question. Hides itself where there are none. Takes no focus.
 */
struct _IkPointList
{
  GtkWidget  parent_instance;

  char      *title;
  gboolean   numbered;
};

typedef enum
{
  PROP_NUMBERED = 1,
  PROP_TITLE,
} IkPointListProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (IkPointList, ik_point_list, GTK_TYPE_WIDGET)

static void
ik_point_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkPointList *self = IK_POINT_LIST (object);

  switch ((IkPointListProperty) prop_id)
    {
    case PROP_NUMBERED:
      g_value_set_boolean (value, self->numbered);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_point_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkPointList *self = IK_POINT_LIST (object);

  switch ((IkPointListProperty) prop_id)
    {
    case PROP_NUMBERED:
      self->numbered = g_value_get_boolean (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remove_children (IkPointList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
ik_point_list_dispose (GObject *object)
{
  remove_children (IK_POINT_LIST (object));

  G_OBJECT_CLASS (ik_point_list_parent_class)->dispose (object);
}

static void
ik_point_list_finalize (GObject *object)
{
  g_free (IK_POINT_LIST (object)->title);

  G_OBJECT_CLASS (ik_point_list_parent_class)->finalize (object);
}

static void
ik_point_list_class_init (IkPointListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_point_list_get_property;
  object_class->set_property = ik_point_list_set_property;
  object_class->dispose = ik_point_list_dispose;
  object_class->finalize = ik_point_list_finalize;

  /**
   * IkPointList:numbered:
   *
   * Whether the points are counted.
   */
  properties[PROP_NUMBERED] =
    g_param_spec_boolean ("numbered", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * IkPointList:title:
   *
   * What stands above the points.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pointlist");
}

static void
ik_point_list_init (IkPointList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", WIDTH_CHARS,
                                   "xalign", 0.0,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * ik_point_list_set_points:
 * @self: a list
 * @points: (element-type utf8): lines of inline CommonMark, copied
 *
 * Shows @points.
 */
void
ik_point_list_set_points (IkPointList *self,
                          GPtrArray   *points)
{
  GtkWidget *label;

  g_return_if_fail (IK_IS_POINT_LIST (self));

  remove_children (self);
  gtk_widget_set_visible (GTK_WIDGET (self), points->len > 0);
  if (points->len == 0)
    return;

  if (self->title != NULL)
    gtk_widget_set_parent (new_label (self->title, "guidance-title"), GTK_WIDGET (self));

  label = new_label ("", "points");
  ik_rich_label_set_points (GTK_LABEL (label), points, MAX_POINTS, self->numbered);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  if (points->len > MAX_POINTS)
    {
      g_autofree char *text = g_strdup_printf (_("And %u more."), points->len - MAX_POINTS);

      gtk_widget_set_parent (new_label (text, "dim-label"), GTK_WIDGET (self));
    }
}
