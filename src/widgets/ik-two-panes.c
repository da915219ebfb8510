#include "ik-two-panes.h"

#include <glib/gi18n.h>

#include "ik-adaptive-bin.h"
#include "ik-focus.h"

/* Less than that each, and none of the two is of use. */
#define SIDE_WIDTH 300
#define CONTENT_WIDTH 360

/* Until the person wants it otherwise. */
#define USUAL_SIDE_WIDTH 380

/**
 * IkTwoPanes:
 *
 * A side and a content: beside each other where there is room for both, with a
 * handle between them; else one of them at a time, the content first.
 * The side can be hidden in much width too. Main loop only.
 */
struct _IkTwoPanes
{
  GtkWidget      parent_instance;

  IkAdaptiveBin *adaptive;  /* owned by the widget tree */
  GtkPaned      *paned;     /* owned by the widget tree */
  gboolean       is_beside; /* the side is wanted in much width */
  gboolean       is_over;   /* and in the place of the content in little */
};

typedef enum
{
  PROP_SIDE = 1,
  PROP_CONTENT,
  PROP_BESIDE,
  PROP_SIDE_SHOWN,
} IkTwoPanesProperty;

static GParamSpec *properties[PROP_SIDE_SHOWN + 1];

G_DEFINE_FINAL_TYPE (IkTwoPanes, ik_two_panes, GTK_TYPE_WIDGET)

static void
set_visible (GtkWidget *widget,
             gboolean   is_visible)
{
  if (widget != NULL)
    gtk_widget_set_visible (widget, is_visible);
}

/* What is to be hidden has its focus taken by who knows a better place. */
static void
arrange (IkTwoPanes *self)
{
  gboolean is_shown = ik_two_panes_is_side_shown (self);

  set_visible (gtk_paned_get_start_child (self->paned), is_shown);
  set_visible (gtk_paned_get_end_child (self->paned),
               !is_shown || !ik_adaptive_bin_is_narrow (self->adaptive));
}

/* What the person is at stays in view. */
static void
narrow_cb (IkTwoPanes *self)
{
  GtkWidget *side = gtk_paned_get_start_child (self->paned);

  self->is_over = ik_adaptive_bin_is_narrow (self->adaptive) && side != NULL && self->is_beside &&
                  ik_focus_is_within (side);
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHOWN]);
}

static void
set_beside (IkTwoPanes *self,
            gboolean    is_beside)
{
  if (self->is_beside == is_beside)
    return;

  self->is_beside = is_beside;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BESIDE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHOWN]);
}

static void
ik_two_panes_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  IkTwoPanes *self = IK_TWO_PANES (object);

  switch ((IkTwoPanesProperty) prop_id)
    {
    case PROP_SIDE:
      g_value_set_object (value, gtk_paned_get_start_child (self->paned));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, gtk_paned_get_end_child (self->paned));
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, self->is_beside);
      break;
    case PROP_SIDE_SHOWN:
      g_value_set_boolean (value, ik_two_panes_is_side_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_two_panes_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkTwoPanes *self = IK_TWO_PANES (object);

  switch ((IkTwoPanesProperty) prop_id)
    {
    case PROP_SIDE:
      gtk_paned_set_start_child (self->paned, g_value_get_object (value));
      arrange (self);
      break;
    case PROP_CONTENT:
      gtk_paned_set_end_child (self->paned, g_value_get_object (value));
      arrange (self);
      break;
    case PROP_BESIDE:
      set_beside (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_SHOWN:
      ik_two_panes_set_side_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_two_panes_dispose (GObject *object)
{
  IkTwoPanes *self = IK_TWO_PANES (object);

  if (self->adaptive != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->adaptive, self);
      gtk_widget_unparent (GTK_WIDGET (self->adaptive));
      self->adaptive = NULL;
    }

  G_OBJECT_CLASS (ik_two_panes_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SIDE] =
    g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * IkTwoPanes:beside:
   *
   * Whether the side is wanted where there is room for both.
   */
  properties[PROP_BESIDE] =
    g_param_spec_boolean ("beside", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * IkTwoPanes:side-shown:
   *
   * Whether the side is in view, beside the content or in its place.
   */
  properties[PROP_SIDE_SHOWN] =
    g_param_spec_boolean ("side-shown", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_two_panes_class_init (IkTwoPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_two_panes_dispose;
  object_class->get_property = ik_two_panes_get_property;
  object_class->set_property = ik_two_panes_set_property;
  install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "twopanes");
}

static void
ik_two_panes_init (IkTwoPanes *self)
{
  self->is_beside = TRUE;
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_paned_set_resize_start_child (self->paned, FALSE);
  gtk_paned_set_position (self->paned, USUAL_SIDE_WIDTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paned),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Panes"), -1);

  self->adaptive = g_object_new (IK_TYPE_ADAPTIVE_BIN,
                                 "child", self->paned,
                                 "threshold", SIDE_WIDTH + CONTENT_WIDTH,
                                 NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->adaptive), GTK_WIDGET (self));
  g_signal_connect_swapped (self->adaptive, "notify::narrow", G_CALLBACK (narrow_cb), self);
}

/**
 * ik_two_panes_is_narrow:
 *
 * Returns: whether there is room for one of them at a time
 */
gboolean
ik_two_panes_is_narrow (IkTwoPanes *self)
{
  g_return_val_if_fail (IK_IS_TWO_PANES (self), FALSE);

  return ik_adaptive_bin_is_narrow (self->adaptive);
}

gboolean
ik_two_panes_is_side_shown (IkTwoPanes *self)
{
  g_return_val_if_fail (IK_IS_TWO_PANES (self), FALSE);

  return ik_adaptive_bin_is_narrow (self->adaptive) ? self->is_over : self->is_beside;
}

/**
 * ik_two_panes_set_side_shown:
 * @is_shown: whether to show the side
 *
 * Shows the side beside the content, or in its place where there is little width;
 * or hides it. In much width that is what the person wants from then on.
 */
void
ik_two_panes_set_side_shown (IkTwoPanes *self,
                             gboolean    is_shown)
{
  g_return_if_fail (IK_IS_TWO_PANES (self));

  if (!ik_adaptive_bin_is_narrow (self->adaptive))
    {
      set_beside (self, is_shown);
      return;
    }

  if (self->is_over == is_shown)
    return;
  self->is_over = is_shown;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHOWN]);
}

/**
 * ik_two_panes_go_home:
 *
 * Shows the content again where the side took its place.
 */
void
ik_two_panes_go_home (IkTwoPanes *self)
{
  g_return_if_fail (IK_IS_TWO_PANES (self));

  if (ik_adaptive_bin_is_narrow (self->adaptive))
    ik_two_panes_set_side_shown (self, FALSE);
  else
    self->is_over = FALSE;
}
