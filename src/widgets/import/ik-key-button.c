#include "ik-key-button.h"

/**
 * IkKeyButton:
 *
 * A button that shows the key that does the same. A click leaves the focus
 * where it is, in the list that the command is about.
 */
struct _IkKeyButton
{
  GtkButton       parent_instance;

  /* Template */
  GtkInscription *text;
  GtkLabel       *key;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_KEY,
} IkKeyButtonProperty;

static GParamSpec *properties[PROP_KEY + 1];

G_DEFINE_FINAL_TYPE (IkKeyButton, ik_key_button, GTK_TYPE_BUTTON)

static void
set_text (IkKeyButton *self,
          const char  *text)
{
  gtk_inscription_set_text (self->text, text);
  gtk_inscription_set_nat_chars (self->text,
                                 text != NULL ? (guint) g_utf8_strlen (text, -1) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
}

static void
ik_key_button_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkKeyButton *self = IK_KEY_BUTTON (object);

  switch ((IkKeyButtonProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, gtk_inscription_get_text (self->text));
      break;
    case PROP_KEY:
      g_value_set_string (value, gtk_label_get_label (self->key));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_key_button_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkKeyButton *self = IK_KEY_BUTTON (object);

  switch ((IkKeyButtonProperty) prop_id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_KEY:
      gtk_label_set_label (self->key, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A label would do this by itself, but asks for all its width. */
static void
ik_key_button_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  previous)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_inscription_set_xalign (IK_KEY_BUTTON (widget)->text, mirrored ? 1 : 0);

  GTK_WIDGET_CLASS (ik_key_button_parent_class)->direction_changed (widget, previous);
}

static void
ik_key_button_class_init (IkKeyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_key_button_get_property;
  object_class->set_property = ik_key_button_set_property;
  widget_class->direction_changed = ik_key_button_direction_changed;

  /**
   * IkKeyButton:text:
   *
   * What the button does.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkKeyButton:key:
   *
   * The key that does the same, as it is written on it.
   */
  properties[PROP_KEY] =
    g_param_spec_string ("key", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-key-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkKeyButton, text);
  gtk_widget_class_bind_template_child (widget_class, IkKeyButton, key);
}

static void
ik_key_button_init (IkKeyButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_key_button_direction_changed (GTK_WIDGET (self), gtk_widget_get_direction (GTK_WIDGET (self)));
}
