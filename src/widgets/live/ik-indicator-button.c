#include "ik-indicator-button.h"

#include "ik-inscription.h"
#include "ik-rich-view.h"
#include "ik-text-height.h"

#include <glib/gi18n.h>

/* Indicators that a key reaches. */
#define N_KEYS 9

/* More is no indicator. One of more than a few lines may be cut, and is read in
 * full in its tooltip. */
#define MAX_CHARS 264
#define SHORT_CHARS 80

/**
 * IkIndicatorButton:
 *
 * One positive indicator, red flag or quick chip that can be ticked.
 */
struct _IkIndicatorButton
{
  GtkToggleButton  parent_instance;

  GtkImage        *image;
  GtkInscription  *text;
  GtkLabel        *key;
  guint            index;
};

G_DEFINE_FINAL_TYPE (IkIndicatorButton, ik_indicator_button, GTK_TYPE_TOGGLE_BUTTON)

static void
ik_indicator_button_class_init (IkIndicatorButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TEXT_HEIGHT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-indicator-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorButton, image);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorButton, text);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorButton, key);
}

static void
ik_indicator_button_init (IkIndicatorButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_indicator_button_new:
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ik_indicator_button_new (void)
{
  return g_object_new (IK_TYPE_INDICATOR_BUTTON, NULL);
}

static const char *
get_side_word (IkIndicatorSide side)
{
  switch (side)
    {
    case IK_INDICATOR_POSITIVE:
      return _("Positive indicator");
    case IK_INDICATOR_RED_FLAG:
      return _("Red flag");
    case IK_INDICATOR_OWN:
      return _("Quick chip");
    default:
      g_assert_not_reached ();
    }
}

static void
update_accessible (IkIndicatorButton *self,
                   const IkIndicator *indicator)
{
  g_autofree char *text = ik_rich_text_dup_plain (indicator->text, 300);
  g_autofree char *label = g_strdup_printf (indicator->ticked_at_us != 0
                                            /* Translators: a side, a number, a text */
                                            ? _("%s %u: %s, ticked")
                                            : _("%s %u: %s, not ticked"),
                                            get_side_word (indicator->side), self->index + 1,
                                            text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static const char *
get_icon_name (const IkIndicator *indicator)
{
  if (indicator->ticked_at_us != 0)
    return "checkbox-checked-symbolic";

  return "checkbox-symbolic";
}

/* The key in full, and the text where it was cut. */
static void
show_tooltip (IkIndicatorButton *self,
              const char        *text, /* nullable */
              gboolean           has_key)
{
  g_autofree char *key = has_key ? g_strdup_printf (_("Alt+Shift+%u"), self->index + 1) : NULL;
  g_autofree char *both = text != NULL && key != NULL ? g_strdup_printf ("%s (%s)", text, key)
                                                      : NULL;

  if (both != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), both);
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), key != NULL ? key : text);
}

static void
show_text (IkIndicatorButton *self,
           const char        *commonmark,
           gboolean           has_key)
{
  g_autofree char *text = ik_rich_text_dup_plain (commonmark, MAX_CHARS);

  if (g_strcmp0 (gtk_inscription_get_text (self->text), text) != 0)
    {
      ik_inscription_set_text (self->text, text);
      gtk_widget_queue_resize (GTK_WIDGET (self->text));
    }
  show_tooltip (self, g_utf8_strlen (text, -1) > SHORT_CHARS ? text : NULL, has_key);
}

/**
 * ik_indicator_button_set_indicator:
 * @self: a button
 * @indicator: what to show
 * @index: its index in the item
 * @show_key: whether to show the key that ticks it
 *
 * Shows @indicator.
 */
void
ik_indicator_button_set_indicator (IkIndicatorButton *self,
                                   const IkIndicator *indicator,
                                   guint              index,
                                   gboolean           show_key)
{
  g_autofree char *key = g_strdup_printf ("⇧ %u", index + 1);
  gboolean has_key = show_key && index < N_KEYS;

  g_return_if_fail (IK_IS_INDICATOR_BUTTON (self));

  self->index = index;
  show_text (self, indicator->text, has_key);
  gtk_label_set_text (self->key, key);
  gtk_widget_set_visible (GTK_WIDGET (self->key), has_key);
  gtk_image_set_from_icon_name (self->image, get_icon_name (indicator));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), indicator->ticked_at_us != 0);
  if (indicator->side == IK_INDICATOR_RED_FLAG)
    gtk_widget_add_css_class (GTK_WIDGET (self), "red-flag");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "red-flag");
  update_accessible (self, indicator);
}

/**
 * ik_indicator_button_get_index:
 * @self: a button
 *
 * Returns: index of the indicator in its item
 */
guint
ik_indicator_button_get_index (IkIndicatorButton *self)
{
  g_return_val_if_fail (IK_IS_INDICATOR_BUTTON (self), 0);

  return self->index;
}
