#include "ik-read-out.h"

#include "ik-rich-view.h"

/**
 * IkReadOut:
 *
 * A script that the interviewer reads out, below a title that stays when it is
 * folded. The button of the title does what the key does that stands on it.
 */
struct _IkReadOut
{
  AdwBin           parent_instance;

  GtkToggleButton *button;
  IkRichView      *text;

  char            *title;
};

typedef enum
{
  PROP_TITLE = 1,
} IkReadOutProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (IkReadOut, ik_read_out, ADW_TYPE_BIN)

static void
ik_read_out_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch ((IkReadOutProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, IK_READ_OUT (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_read_out_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  IkReadOut *self = IK_READ_OUT (object);

  switch ((IkReadOutProperty) prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_read_out_constructed (GObject *object)
{
  IkReadOut *self = IK_READ_OUT (object);

  G_OBJECT_CLASS (ik_read_out_parent_class)->constructed (object);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
}

static void
ik_read_out_finalize (GObject *object)
{
  g_free (IK_READ_OUT (object)->title);

  G_OBJECT_CLASS (ik_read_out_parent_class)->finalize (object);
}

static void
ik_read_out_class_init (IkReadOutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_RICH_VIEW);

  object_class->get_property = ik_read_out_get_property;
  object_class->set_property = ik_read_out_set_property;
  object_class->constructed = ik_read_out_constructed;
  object_class->finalize = ik_read_out_finalize;

  /**
   * IkReadOut:title:
   *
   * What it is.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-read-out.ui");
  gtk_widget_class_bind_template_child (widget_class, IkReadOut, button);
  gtk_widget_class_bind_template_child (widget_class, IkReadOut, text);
}

static void
ik_read_out_init (IkReadOut *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_read_out_get_text:
 * @self: a script
 *
 * Returns: what is read out, "" for nothing
 */
const char *
ik_read_out_get_text (IkReadOut *self)
{
  g_return_val_if_fail (IK_IS_READ_OUT (self), "");

  return ik_rich_view_get_text (self->text);
}

/**
 * ik_read_out_set_text:
 * @self: a script
 * @text: what is read out, CommonMark
 *
 * Shows @text; hides itself where that is "".
 */
void
ik_read_out_set_text (IkReadOut  *self,
                      const char *text)
{
  g_return_if_fail (IK_IS_READ_OUT (self));
  g_return_if_fail (text != NULL);

  ik_rich_view_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
}

/**
 * ik_read_out_is_unfolded:
 * @self: a script
 *
 * Returns: whether it is there to be read, and not its title alone
 */
gboolean
ik_read_out_is_unfolded (IkReadOut *self)
{
  g_return_val_if_fail (IK_IS_READ_OUT (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         gtk_widget_get_visible (GTK_WIDGET (self->text));
}

/**
 * ik_read_out_set_unfolded:
 * @self: a script
 * @unfolded: whether it is there to be read, and not its title alone
 *
 * Folds or unfolds the script.
 */
void
ik_read_out_set_unfolded (IkReadOut *self,
                          gboolean   unfolded)
{
  g_return_if_fail (IK_IS_READ_OUT (self));

  gtk_toggle_button_set_active (self->button, unfolded);
  gtk_widget_set_visible (GTK_WIDGET (self->text), unfolded);
  if (unfolded)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
}
