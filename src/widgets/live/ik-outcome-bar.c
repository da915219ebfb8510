#include "ik-outcome-bar.h"

#include "ik-words.h"

#include <glib/gi18n.h>

#define N_OUTCOMES (IK_OUTCOME_ANSWERED + 1)

/**
 * IkOutcomeBar:
 *
 * What became of a question, as a row of toggles with their keys. It changes
 * nothing by itself. Main loop only.
 */
struct _IkOutcomeBar
{
  AdwBin     parent_instance;

  GtkBox    *pairs;
  GtkBox    *first_pair;
  GtkBox    *second_pair;
  GtkWidget *answered;
  GtkWidget *partly;
  GtkWidget *no_evidence;
  GtkWidget *not_asked;
  GtkWidget *answered_key;
  GtkWidget *partly_key;
  GtkWidget *no_evidence_key;
  GtkWidget *not_asked_key;

  GtkWidget *buttons[N_OUTCOMES]; /* (unowned), by outcome */
  IkOutcome  outcome;
  gboolean   undecided;           /* shows no outcome */
};

typedef enum
{
  PROP_ORIENTATION = 1,
  PROP_SHOW_KEYS,
} IkOutcomeBarProperty;

static GParamSpec *properties[PROP_SHOW_KEYS + 1];

typedef enum
{
  SIGNAL_CHOSEN,
} IkOutcomeBarSignal;

static guint signals[SIGNAL_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (IkOutcomeBar, ik_outcome_bar, ADW_TYPE_BIN)

static void
update (IkOutcomeBar *self)
{
  for (guint i = 0; i < N_OUTCOMES; i++)
    {
      const char *word = ik_words_for_outcome ((IkOutcome) i);
      gboolean is_chosen = i == self->outcome && !self->undecided;
      g_autofree char *label = is_chosen ? g_strdup_printf (_("%s, selected"), word)
                                         : g_strdup (word);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), is_chosen);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

static void
clicked_cb (IkOutcomeBar *self,
            GtkWidget    *button)
{
  for (guint i = 0; i < N_OUTCOMES; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, i);
    }
  update (self);
}

/* Two by two they stand in columns; in one row a long word takes what a short
 * one leaves. */
static void
set_orientation (IkOutcomeBar   *self,
                 GtkOrientation  orientation)
{
  gboolean in_columns = orientation == GTK_ORIENTATION_VERTICAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pairs), orientation);
  gtk_box_set_homogeneous (self->first_pair, in_columns);
  gtk_box_set_homogeneous (self->second_pair, in_columns);
}

static void
set_show_keys (IkOutcomeBar *self,
               gboolean      show_keys)
{
  gtk_widget_set_visible (self->answered_key, show_keys);
  gtk_widget_set_visible (self->partly_key, show_keys);
  gtk_widget_set_visible (self->no_evidence_key, show_keys);
  gtk_widget_set_visible (self->not_asked_key, show_keys);
}

static void
ik_outcome_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  IkOutcomeBar *self = IK_OUTCOME_BAR (object);

  switch ((IkOutcomeBarProperty) prop_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->pairs)));
      break;
    case PROP_SHOW_KEYS:
      g_value_set_boolean (value, gtk_widget_get_visible (self->answered_key));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_outcome_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  IkOutcomeBar *self = IK_OUTCOME_BAR (object);

  switch ((IkOutcomeBarProperty) prop_id)
    {
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
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, pairs);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, first_pair);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, second_pair);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, answered);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, partly);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, no_evidence);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, not_asked);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, answered_key);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, partly_key);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, no_evidence_key);
  gtk_widget_class_bind_template_child (widget_class, IkOutcomeBar, not_asked_key);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
ik_outcome_bar_class_init (IkOutcomeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_outcome_bar_get_property;
  object_class->set_property = ik_outcome_bar_set_property;

  /**
   * IkOutcomeBar:orientation:
   *
   * Whether the toggles stand in one row or two by two.
   */
  properties[PROP_ORIENTATION] =
    g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                       GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkOutcomeBar:show-keys:
   *
   * Whether the keys are shown.
   */
  properties[PROP_SHOW_KEYS] =
    g_param_spec_boolean ("show-keys", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * IkOutcomeBar::chosen:
   * @self: the bar
   * @outcome: an #IkOutcome
   *
   * Somebody chose an outcome.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-outcome-bar.ui");
  bind_children (widget_class);
}

static void
ik_outcome_bar_init (IkOutcomeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons[IK_OUTCOME_ANSWERED] = self->answered;
  self->buttons[IK_OUTCOME_PARTLY] = self->partly;
  self->buttons[IK_OUTCOME_NO_EVIDENCE] = self->no_evidence;
  self->buttons[IK_OUTCOME_NOT_ASKED] = self->not_asked;
  update (self);
}

/**
 * ik_outcome_bar_set_outcome:
 * @self: a bar
 * @outcome: what became of the question
 *
 * Shows @outcome.
 */
void
ik_outcome_bar_set_outcome (IkOutcomeBar *self,
                            IkOutcome     outcome)
{
  g_return_if_fail (IK_IS_OUTCOME_BAR (self));
  g_return_if_fail ((guint) outcome < N_OUTCOMES);

  self->outcome = outcome;
  update (self);
}

/**
 * ik_outcome_bar_set_undecided:
 * @self: a bar
 * @undecided: whether nobody has said yet what became of the question
 *
 * Shows none of the outcomes as chosen, or the one that was set.
 */
void
ik_outcome_bar_set_undecided (IkOutcomeBar *self,
                              gboolean      undecided)
{
  g_return_if_fail (IK_IS_OUTCOME_BAR (self));

  self->undecided = undecided;
  update (self);
}
