#include "ik-recommendation-bar.h"

#include "ik-recommendation.h"

#include <glib/gi18n.h>

/* More levels than this, or a longer word, need more width than beside each other
 * (choices of ours). */
#define MAX_LEVELS_IN_LINE 5
#define MAX_LETTERS_IN_LINE 20

/**
 * IkRecommendationBar:
 *
 * The levels of a recommendation, the worst first, as buttons with their anchors.
 * It changes nothing by itself. Main loop only.
 */
struct _IkRecommendationBar
{
  AdwBin     parent_instance;

  GtkWidget *box;
  IkRubric  *scale;  /* (owned): what the buttons show */
  int        value;  /* the one that is chosen, %IK_RATING_NONE for none */
  gboolean   narrow;
};

typedef enum
{
  SIGNAL_CHOSEN,
} IkRecommendationBarSignal;

static guint signals[SIGNAL_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (IkRecommendationBar, ik_recommendation_bar, ADW_TYPE_BIN)

static GtkWidget *
get_button (IkRecommendationBar *self,
            guint                index)
{
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  for (; index > 0 && button != NULL; index--)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static int
get_value (IkRecommendationBar *self,
           guint                index)
{
  return ((const IkRubricLevel *) self->scale->levels->pdata[index])->value;
}

static void
update (IkRecommendationBar *self)
{
  for (guint i = 0; i < self->scale->levels->len; i++)
    {
      g_autofree char *word = ik_recommendation_dup_label (self->scale, get_value (self, i));
      gboolean is_chosen = self->value == get_value (self, i);
      g_autofree char *label = is_chosen ? g_strdup_printf (_("%s, selected"), word)
                                         : g_strdup (word);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, i)), is_chosen);
      gtk_accessible_update_property (GTK_ACCESSIBLE (get_button (self, i)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

static void
clicked_cb (IkRecommendationBar *self,
            GtkWidget           *button)
{
  guint index = 0;

  while (get_button (self, index) != button)
    index++;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_value (self, index));
  /* A toggle is down after any press; what is chosen is said from outside. */
  update (self);
}

static GtkWidget *
create_text (const char *text,
             const char *css_class) /* nullable */
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "justify", GTK_JUSTIFY_CENTER, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_button (IkRecommendationBar *self,
               guint                index)
{
  const IkRubricLevel *level = self->scale->levels->pdata[index];
  g_autofree char *word = ik_recommendation_dup_label (self->scale, level->value);
  /* Translators: a level, its key */
  g_autofree char *tooltip = g_strdup_printf (_("%s (Alt+Shift+%u)"), word, index + 1);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_text (word, NULL));
  if (*level->anchor != '\0')
    gtk_box_append (GTK_BOX (texts), create_text (level->anchor, "recommendation-anchor"));
  gtk_button_set_child (GTK_BUTTON (button), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  level->anchor, -1);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "outcome");
  if (index > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 GTK_TOGGLE_BUTTON (get_button (self, 0)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static gboolean
fits_in_line (const IkRubric *scale)
{
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const IkRubricLevel *level = scale->levels->pdata[i];

      if (g_utf8_strlen (level->label, -1) > MAX_LETTERS_IN_LINE)
        return FALSE;
    }

  return scale->levels->len <= MAX_LEVELS_IN_LINE;
}

static void
arrange (IkRecommendationBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  !self->narrow && fits_in_line (self->scale)
                                  ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

/* The buttons stay where the scale does, and the focus with them. */
static void
fill (IkRecommendationBar *self,
      const IkRubric      *scale)
{
  GtkWidget *button;

  if (self->scale != NULL && ik_rubric_equal (self->scale, scale))
    return;

  g_clear_pointer (&self->scale, ik_rubric_free);
  self->scale = ik_rubric_copy (scale);
  while ((button = get_button (self, 0)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), button);
  for (guint i = 0; i < scale->levels->len; i++)
    append_button (self, i);
  arrange (self);
}

static void
ik_recommendation_bar_finalize (GObject *object)
{
  IkRecommendationBar *self = IK_RECOMMENDATION_BAR (object);

  g_clear_pointer (&self->scale, ik_rubric_free);

  G_OBJECT_CLASS (ik_recommendation_bar_parent_class)->finalize (object);
}

static void
ik_recommendation_bar_class_init (IkRecommendationBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_recommendation_bar_finalize;

  /**
   * IkRecommendationBar::chosen:
   * @self: the bar
   * @value: the value of a level
   *
   * Somebody pressed a level, maybe the one that is chosen already.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_RECOMMENDATION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ik_recommendation_bar_init (IkRecommendationBar *self)
{
  self->value = IK_RATING_NONE;
  self->box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "homogeneous", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), self->box);
  /* A box that is empty first is never as high as what wraps in it later. */
  fill (self, ik_recommendation_get_words ());
}

/**
 * ik_recommendation_bar_set_recommendation:
 * @self: a bar
 * @scale: the levels to choose from, the worst first
 * @value: the value of the level that is chosen, or %IK_RATING_NONE
 *
 * Shows @scale, and @value as chosen.
 */
void
ik_recommendation_bar_set_recommendation (IkRecommendationBar *self,
                                          const IkRubric      *scale,
                                          int                  value)
{
  g_return_if_fail (IK_IS_RECOMMENDATION_BAR (self));

  self->value = value;
  fill (self, scale);
  update (self);
}

/**
 * ik_recommendation_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is little width
 *
 * Puts the levels below each other, or beside each other where they fit.
 */
void
ik_recommendation_bar_set_narrow (IkRecommendationBar *self,
                                  gboolean             narrow)
{
  g_return_if_fail (IK_IS_RECOMMENDATION_BAR (self));

  self->narrow = narrow;
  arrange (self);
}

/**
 * ik_recommendation_bar_choose:
 * @self: a bar
 * @number: place of a level from 0, the worst; one that the scale lacks does nothing
 *
 * Chooses a level, as its button does, where the bar is sensitive.
 */
void
ik_recommendation_bar_choose (IkRecommendationBar *self,
                              guint                number)
{
  g_return_if_fail (IK_IS_RECOMMENDATION_BAR (self));

  if (number < self->scale->levels->len && gtk_widget_is_sensitive (self->box))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_value (self, number));
}

/**
 * ik_recommendation_bar_focus:
 * @self: a bar
 *
 * Gives the focus to the level that is chosen, or to the first one.
 */
void
ik_recommendation_bar_focus (IkRecommendationBar *self)
{
  GtkWidget *button;

  g_return_if_fail (IK_IS_RECOMMENDATION_BAR (self));

  button = get_button (self, 0);
  for (guint i = 0; i < self->scale->levels->len; i++)
    {
      if (get_value (self, i) == self->value)
        button = get_button (self, i);
    }
  gtk_widget_grab_focus (button);
}
