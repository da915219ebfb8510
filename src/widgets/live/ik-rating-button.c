#include "ik-rating-button.h"

#include "ik-anchor-text.h"
#include "ik-inscription.h"

#include <glib/gi18n.h>

/**
 * IkRatingButton:
 *
 * One level of a rubric: its value, its word and its anchor, which is in view
 * while rating. It takes the same height whatever of the rubrics of an
 * interview it says, so that nothing jumps from question to question.
 */
struct _IkRatingButton
{
  GtkToggleButton  parent_instance;

  GtkLabel        *value_label;
  GtkInscription  *word;
  GtkLabel        *key;
  IkAnchorText    *anchor;

  guint            anchor_lines;
  int              value;
  char            *level_word;
};

typedef enum
{
  PROP_ANCHOR_LINES = 1,
  PROP_SHOW_KEY,
} IkRatingButtonProperty;

static GParamSpec *properties[PROP_SHOW_KEY + 1];

G_DEFINE_FINAL_TYPE (IkRatingButton, ik_rating_button, GTK_TYPE_TOGGLE_BUTTON)

static void
ik_rating_button_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  IkRatingButton *self = IK_RATING_BUTTON (object);

  switch ((IkRatingButtonProperty) prop_id)
    {
    case PROP_ANCHOR_LINES:
      g_value_set_uint (value, self->anchor_lines);
      break;
    case PROP_SHOW_KEY:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->key)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_anchor_lines (IkRatingButton *self,
                  guint           n_lines)
{
  self->anchor_lines = n_lines;
  gtk_widget_set_visible (GTK_WIDGET (self->anchor), n_lines > 0);
  if (n_lines > 0)
    ik_anchor_text_set_max_lines (self->anchor, n_lines);
}

static void
ik_rating_button_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  IkRatingButton *self = IK_RATING_BUTTON (object);

  switch ((IkRatingButtonProperty) prop_id)
    {
    case PROP_ANCHOR_LINES:
      set_anchor_lines (self, g_value_get_uint (value));
      break;
    case PROP_SHOW_KEY:
      gtk_widget_set_visible (GTK_WIDGET (self->key), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_rating_button_finalize (GObject *object)
{
  g_free (IK_RATING_BUTTON (object)->level_word);

  G_OBJECT_CLASS (ik_rating_button_parent_class)->finalize (object);
}

static void
ik_rating_button_class_init (IkRatingButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ANCHOR_TEXT);

  object_class->get_property = ik_rating_button_get_property;
  object_class->set_property = ik_rating_button_set_property;
  object_class->finalize = ik_rating_button_finalize;

  /**
   * IkRatingButton:anchor-lines:
   *
   * Lines that the anchor has at most; 0 hides it.
   */
  properties[PROP_ANCHOR_LINES] =
    g_param_spec_uint ("anchor-lines", NULL, NULL, 0, 20, IK_RATING_BUTTON_ANCHOR_LINES,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkRatingButton:show-key:
   *
   * Whether the key is shown that gives this rating.
   */
  properties[PROP_SHOW_KEY] =
    g_param_spec_boolean ("show-key", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-rating-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkRatingButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, IkRatingButton, word);
  gtk_widget_class_bind_template_child (widget_class, IkRatingButton, key);
  gtk_widget_class_bind_template_child (widget_class, IkRatingButton, anchor);
}

static void
ik_rating_button_init (IkRatingButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_anchor_lines (self, IK_RATING_BUTTON_ANCHOR_LINES);
}

/**
 * ik_rating_button_new:
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ik_rating_button_new (void)
{
  return g_object_new (IK_TYPE_RATING_BUTTON, NULL);
}

/**
 * ik_rating_button_set_level:
 * @self: a button
 * @level: a level
 * @number: its place in the scale from 1, which is its key
 *
 * Shows @level.
 */
void
ik_rating_button_set_level (IkRatingButton      *self,
                            const IkRubricLevel *level,
                            guint                number)
{
  g_autofree char *value = g_strdup_printf ("%d", level->value);
  g_autofree char *key = g_strdup_printf (_("Alt %u"), number);
  /* Translators: anchor or word of a rating, and the key that gives it */
  g_autofree char *tooltip = g_strdup_printf (_("%s (Alt+%u)"),
                                              *level->anchor != '\0' ? level->anchor
                                                                     : level->label,
                                              number);

  g_return_if_fail (IK_IS_RATING_BUTTON (self));

  self->value = level->value;
  g_free (self->level_word);
  self->level_word = g_strdup (level->label);
  gtk_label_set_text (self->value_label, value);
  ik_inscription_set_text (self->word, level->label);
  gtk_label_set_text (self->key, key);
  ik_anchor_text_set_text (self->anchor, level->anchor);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

/**
 * ik_rating_button_set_room_for:
 * @self: a button
 * @anchors: (element-type utf8): anchors that it may show
 *
 * Takes as much height as the longest of @anchors does.
 */
void
ik_rating_button_set_room_for (IkRatingButton *self,
                               GPtrArray      *anchors)
{
  g_return_if_fail (IK_IS_RATING_BUTTON (self));

  ik_anchor_text_set_room_for (self->anchor, anchors);
}

/**
 * ik_rating_button_get_value:
 * @self: a button
 *
 * Returns: value of its level
 */
int
ik_rating_button_get_value (IkRatingButton *self)
{
  g_return_val_if_fail (IK_IS_RATING_BUTTON (self), 0);

  return self->value;
}

/**
 * ik_rating_button_set_rated:
 * @self: a button
 * @rated: whether its level is the rating
 *
 * Shows and says whether it is the rating.
 */
void
ik_rating_button_set_rated (IkRatingButton *self,
                            gboolean        rated)
{
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_RATING_BUTTON (self));

  label = g_strdup_printf (rated ? _("Rate %d, %s, selected") : _("Rate %d, %s"),
                           self->value, self->level_word);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), rated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
