#include "ik-rating-bar.h"

#include "ik-interview.h"
#include "ik-rating-button.h"

#include <glib/gi18n.h>

/**
 * IkRatingBar:
 *
 * The levels of a rubric with their anchors, one of which may be the rating,
 * and the mark that leaves the rating out on purpose. It changes nothing by
 * itself: it says what somebody wants and is told what holds. Main loop only.
 */
struct _IkRatingBar
{
  AdwBin           parent_instance;

  GtkBox          *levels;
  GtkToggleButton *not_assessed_button;
  GtkWidget       *not_assessed_key;

  char            *rubric_id;    /* (nullable): whose levels are shown */
  GPtrArray       *buttons;      /* (element-type IkRatingButton) (unowned): all seven */
  guint            n_levels;
  guint            anchor_lines;
  int              rating;
  gboolean         not_assessed;
};

typedef enum
{
  PROP_ANCHOR_LINES = 1,
  PROP_ORIENTATION,
  PROP_SHOW_KEYS,
} IkRatingBarProperty;

static GParamSpec *properties[PROP_SHOW_KEYS + 1];

typedef enum
{
  SIGNAL_NOT_ASSESSED,
  SIGNAL_RATED,
} IkRatingBarSignal;

static guint signals[SIGNAL_RATED + 1];

G_DEFINE_FINAL_TYPE (IkRatingBar, ik_rating_bar, ADW_TYPE_BIN)

static void
update (IkRatingBar *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      IkRatingButton *button = self->buttons->pdata[i];

      ik_rating_button_set_rated (button, ik_rating_button_get_value (button) == self->rating);
    }

  gtk_toggle_button_set_active (self->not_assessed_button, self->not_assessed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_assessed_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->not_assessed ? _("Not assessed, selected")
                                                     : _("Not assessed"),
                                  -1);
}

static void
button_clicked_cb (IkRatingButton *button,
                   IkRatingBar    *self)
{
  g_signal_emit (self, signals[SIGNAL_RATED], 0, ik_rating_button_get_value (button));
  update (self);
}

static void
not_assessed_clicked_cb (IkRatingBar *self)
{
  g_signal_emit (self, signals[SIGNAL_NOT_ASSESSED], 0, !self->not_assessed);
  update (self);
}

static void
add_buttons (IkRatingBar *self)
{
  for (guint i = 0; i < IK_RUBRIC_MAX_LEVELS; i++)
    {
      GtkWidget *button = ik_rating_button_new ();

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
      g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_visible (button, FALSE);
      gtk_box_append (self->levels, button);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
set_anchor_lines (IkRatingBar *self,
                  guint        n_lines)
{
  self->anchor_lines = n_lines;
  for (guint i = 0; i < self->buttons->len; i++)
    g_object_set (self->buttons->pdata[i], "anchor-lines", n_lines, NULL);
}

static void
set_show_keys (IkRatingBar *self,
               gboolean     show_keys)
{
  gtk_widget_set_visible (self->not_assessed_key, show_keys);
  for (guint i = 0; i < self->buttons->len; i++)
    g_object_set (self->buttons->pdata[i], "show-key", show_keys, NULL);
}

static void
set_orientation (IkRatingBar    *self,
                 GtkOrientation  orientation)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->levels));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->levels), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), orientation);
}

static void
ik_rating_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkRatingBar *self = IK_RATING_BAR (object);

  switch ((IkRatingBarProperty) prop_id)
    {
    case PROP_ANCHOR_LINES:
      g_value_set_uint (value, self->anchor_lines);
      break;
    case PROP_ORIENTATION:
      g_value_set_enum (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->levels)));
      break;
    case PROP_SHOW_KEYS:
      g_value_set_boolean (value, gtk_widget_get_visible (self->not_assessed_key));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_rating_bar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkRatingBar *self = IK_RATING_BAR (object);

  switch ((IkRatingBarProperty) prop_id)
    {
    case PROP_ANCHOR_LINES:
      set_anchor_lines (self, g_value_get_uint (value));
      break;
    case PROP_ORIENTATION:
      set_orientation (self, g_value_get_enum (value));
      break;
    case PROP_SHOW_KEYS:
      set_show_keys (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_rating_bar_finalize (GObject *object)
{
  IkRatingBar *self = IK_RATING_BAR (object);

  g_free (self->rubric_id);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (ik_rating_bar_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * IkRatingBar:anchor-lines:
   *
   * Lines that an anchor has at most; 0 hides them.
   */
  properties[PROP_ANCHOR_LINES] =
    g_param_spec_uint ("anchor-lines", NULL, NULL, 0, 20, IK_RATING_BUTTON_ANCHOR_LINES,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkRatingBar:orientation:
   *
   * Whether the levels stand beside or below each other.
   */
  properties[PROP_ORIENTATION] =
    g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                       GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkRatingBar:show-keys:
   *
   * Whether the keys are shown that rate.
   */
  properties[PROP_SHOW_KEYS] =
    g_param_spec_boolean ("show-keys", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_rating_bar_class_init (IkRatingBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_rating_bar_get_property;
  object_class->set_property = ik_rating_bar_set_property;
  object_class->finalize = ik_rating_bar_finalize;
  install_properties (object_class);

  /**
   * IkRatingBar::not-assessed:
   * @self: the bar
   * @not_assessed: what it shall be
   *
   * Somebody wants the rating left out, or no longer.
   */
  signals[SIGNAL_NOT_ASSESSED] =
    g_signal_new ("not-assessed", IK_TYPE_RATING_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * IkRatingBar::rated:
   * @self: the bar
   * @value: value of a level
   *
   * Somebody chose a level; the one that is the rating already shall be
   * cleared.
   */
  signals[SIGNAL_RATED] =
    g_signal_new ("rated", IK_TYPE_RATING_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-rating-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkRatingBar, levels);
  gtk_widget_class_bind_template_child (widget_class, IkRatingBar, not_assessed_button);
  gtk_widget_class_bind_template_child (widget_class, IkRatingBar, not_assessed_key);
  gtk_widget_class_bind_template_callback (widget_class, not_assessed_clicked_cb);
}

static void
ik_rating_bar_init (IkRatingBar *self)
{
  self->buttons = g_ptr_array_new ();
  self->rating = IK_RATING_NONE;
  self->anchor_lines = IK_RATING_BUTTON_ANCHOR_LINES;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_buttons (self);
}

/**
 * ik_rating_bar_set_rubric:
 * @self: a bar
 * @rubric: (nullable): what to rate by; at most the first seven levels
 *
 * Shows the levels of @rubric.
 */
void
ik_rating_bar_set_rubric (IkRatingBar    *self,
                          const IkRubric *rubric)
{
  g_return_if_fail (IK_IS_RATING_BAR (self));

  if (rubric != NULL && g_strcmp0 (self->rubric_id, rubric->id) == 0)
    return;

  g_free (self->rubric_id);
  self->rubric_id = g_strdup (rubric != NULL ? rubric->id : NULL);
  self->n_levels = rubric != NULL ? MIN (rubric->levels->len, self->buttons->len) : 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (i < self->n_levels)
        ik_rating_button_set_level (self->buttons->pdata[i], rubric->levels->pdata[i], i + 1);
      gtk_widget_set_visible (self->buttons->pdata[i], i < self->n_levels);
    }
  update (self);
}

/**
 * ik_rating_bar_set_room_for:
 * @self: a bar
 * @rubrics: (element-type IkRubric): what it may show
 *
 * Keeps its height whichever of @rubrics it shows.
 */
void
ik_rating_bar_set_room_for (IkRatingBar *self,
                            GPtrArray   *rubrics)
{
  g_autoptr(GPtrArray) anchors = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (IK_IS_RATING_BAR (self));
  g_return_if_fail (rubrics != NULL);

  for (guint i = 0; i < rubrics->len; i++)
    {
      const IkRubric *rubric = rubrics->pdata[i];

      for (guint j = 0; j < rubric->levels->len; j++)
        g_ptr_array_add (anchors, g_strdup (((IkRubricLevel *) rubric->levels->pdata[j])->anchor));
    }

  for (guint i = 0; i < self->buttons->len; i++)
    ik_rating_button_set_room_for (self->buttons->pdata[i], anchors);
}

/**
 * ik_rating_bar_set_rating:
 * @self: a bar
 * @rating: value of a level or IK_RATING_NONE
 *
 * Shows @rating.
 */
void
ik_rating_bar_set_rating (IkRatingBar *self,
                          int          rating)
{
  g_return_if_fail (IK_IS_RATING_BAR (self));

  self->rating = rating;
  update (self);
}

/**
 * ik_rating_bar_set_not_assessed:
 * @self: a bar
 * @not_assessed: whether the rating is left out on purpose
 *
 * Shows @not_assessed.
 */
void
ik_rating_bar_set_not_assessed (IkRatingBar *self,
                                gboolean     not_assessed)
{
  g_return_if_fail (IK_IS_RATING_BAR (self));

  self->not_assessed = not_assessed;
  update (self);
}

/**
 * ik_rating_bar_set_locked:
 * @self: a bar
 * @locked: whether what was rated stays as it is
 *
 * Shows the levels to be read, with no keys, neither greyed nor to be pressed.
 */
void
ik_rating_bar_set_locked (IkRatingBar *self,
                          gboolean     locked)
{
  g_return_if_fail (IK_IS_RATING_BAR (self));

  gtk_widget_set_can_target (GTK_WIDGET (self), !locked);
  gtk_widget_set_can_focus (GTK_WIDGET (self), !locked);
  g_object_set (self, "show-keys", !locked, NULL);
}

/**
 * ik_rating_bar_focus:
 * @self: a bar
 *
 * Gives the focus to the level that is the rating, or to the first one.
 */
void
ik_rating_bar_focus (IkRatingBar *self)
{
  GtkWidget *found = NULL;

  g_return_if_fail (IK_IS_RATING_BAR (self));

  for (guint i = 0; i < self->n_levels; i++)
    {
      IkRatingButton *button = self->buttons->pdata[i];

      if (found == NULL || ik_rating_button_get_value (button) == self->rating)
        found = GTK_WIDGET (button);
    }

  if (found != NULL)
    gtk_widget_grab_focus (found);
}
