#include "ik-indicator-list.h"

#include "ik-indicator-button.h"
#include "ik-interview.h"

#include <string.h>

/* Those that a key reaches are shown without a filter; of the rest no more
* than what is built in a few milliseconds, the filter finds the others. */
#define N_KEYS 9
#define MAX_SHOWN 24

/**
 * IkIndicatorList:
 *
 * The positive indicators and the red flags of one item, beside each other
 * where there is the width, and below them the interviewer's own. They keep
 * the item's numbers. The buttons are reused from item to item. Main loop only.
 */
struct _IkIndicatorList
{
  AdwBin          parent_instance;

  GtkSearchEntry *filter;
  GtkWidget      *sides;
  GtkWidget      *positive_box;
  GtkWidget      *red_flag_box;
  GtkWidget      *own_box;
  GtkFlowBox     *own_chips;

  GPtrArray      *indicators; /* (nullable) (element-type IkIndicator) */
  gboolean        show_keys;
};

typedef enum
{
  PROP_ORIENTATION = 1,
  PROP_SHOW_KEYS,
} IkIndicatorListProperty;

static GParamSpec *properties[PROP_SHOW_KEYS + 1];

typedef enum
{
  SIGNAL_TICKED,
} IkIndicatorListSignal;

static guint signals[SIGNAL_TICKED + 1];

G_DEFINE_FINAL_TYPE (IkIndicatorList, ik_indicator_list, ADW_TYPE_BIN)

static void
button_clicked_cb (IkIndicatorButton *button,
                   IkIndicatorList   *self)
{
  g_signal_emit (self, signals[SIGNAL_TICKED], 0, ik_indicator_button_get_index (button));
  ik_indicator_list_update (self);
}

static GtkWidget *
make_button (IkIndicatorList *self)
{
  GtkWidget *button = ik_indicator_button_new ();

  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  return button;
}

/* The n-th button below the title of one side, made if it is not there. */
static GtkWidget *
get_button (IkIndicatorList *self,
            GtkWidget       *box,
            guint            n)
{
  GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  for (; n > 0 && child != NULL; n--)
    child = gtk_widget_get_next_sibling (child);

  if (child == NULL)
    {
      gtk_box_append (GTK_BOX (box), make_button (self));
      child = gtk_widget_get_last_child (box);
    }

  return child;
}

/* The n-th place of a chip with its button, made if it is not there. */
static GtkWidget *
get_chip (IkIndicatorList *self,
          guint            n)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->own_chips, (int) n);

  if (child == NULL)
    {
      gtk_flow_box_append (self->own_chips, make_button (self));
      child = gtk_flow_box_get_child_at_index (self->own_chips, (int) n);
      /* Its button takes the focus. */
      gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
    }

  return GTK_WIDGET (child);
}

static gboolean
matches (const IkIndicator *indicator,
         const char        *filter)
{
  g_autofree char *folded = NULL;

  if (*filter == '\0')
    return TRUE;

  folded = g_utf8_casefold (indicator->text, -1);
  return strstr (folded, filter) != NULL;
}

static void
fill_side (IkIndicatorList *self,
           GtkWidget       *box,
           IkIndicatorSide  side)
{
  g_autofree char *filter =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  guint n_shown = 0;

  for (guint i = 0; i < self->indicators->len && n_shown < MAX_SHOWN; i++)
    {
      const IkIndicator *indicator = self->indicators->pdata[i];
      GtkWidget *button;

      if (indicator->side != side || !matches (indicator, filter))
        continue;

      button = get_button (self, box, n_shown++);
      ik_indicator_button_set_indicator (IK_INDICATOR_BUTTON (button), indicator, i,
                                         self->show_keys);
      gtk_widget_set_visible (button, TRUE);
    }

  for (GtkWidget *rest = get_button (self, box, n_shown);
       rest != NULL;
       rest = gtk_widget_get_next_sibling (rest))
    gtk_widget_set_visible (rest, FALSE);
}

static void
fill_own (IkIndicatorList *self)
{
  g_autofree char *filter =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  guint n_shown = 0;
  GtkFlowBoxChild *rest;

  for (guint i = 0; i < self->indicators->len && n_shown < MAX_SHOWN; i++)
    {
      const IkIndicator *indicator = self->indicators->pdata[i];
      GtkWidget *chip;

      if (indicator->side != IK_INDICATOR_OWN || !matches (indicator, filter))
        continue;

      chip = get_chip (self, n_shown++);
      ik_indicator_button_set_indicator (IK_INDICATOR_BUTTON (gtk_widget_get_first_child (chip)),
                                         indicator, i, self->show_keys);
      gtk_widget_set_visible (chip, TRUE);
    }

  while ((rest = gtk_flow_box_get_child_at_index (self->own_chips, (int) n_shown++)) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (rest), FALSE);
}

static guint
count_side (IkIndicatorList *self,
            IkIndicatorSide  side)
{
  guint n = 0;

  for (guint i = 0; i < self->indicators->len; i++)
    n += ((IkIndicator *) self->indicators->pdata[i])->side == side ? 1 : 0;

  return n;
}

static void
filter_changed_cb (IkIndicatorList *self)
{
  ik_indicator_list_update (self);
}

/* Enter ticks what the filter found first. */
static void
filter_activate_cb (IkIndicatorList *self)
{
  g_autofree char *filter =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);

  for (guint i = 0; self->indicators != NULL && i < self->indicators->len; i++)
    {
      if (!matches (self->indicators->pdata[i], filter))
        continue;

      g_signal_emit (self, signals[SIGNAL_TICKED], 0, i);
      ik_indicator_list_update (self);
      break;
    }
}

static void
ik_indicator_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  IkIndicatorList *self = IK_INDICATOR_LIST (object);

  switch ((IkIndicatorListProperty) prop_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->sides)));
      break;
    case PROP_SHOW_KEYS:
      g_value_set_boolean (value, self->show_keys);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_indicator_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  IkIndicatorList *self = IK_INDICATOR_LIST (object);

  switch ((IkIndicatorListProperty) prop_id)
    {
    case PROP_ORIENTATION:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), g_value_get_enum (value));
      break;
    case PROP_SHOW_KEYS:
      self->show_keys = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_indicator_list_finalize (GObject *object)
{
  IkIndicatorList *self = IK_INDICATOR_LIST (object);

  g_clear_pointer (&self->indicators, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_indicator_list_parent_class)->finalize (object);
}

static void
ik_indicator_list_class_init (IkIndicatorListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_indicator_list_get_property;
  object_class->set_property = ik_indicator_list_set_property;
  object_class->finalize = ik_indicator_list_finalize;

  /**
   * IkIndicatorList:orientation:
   *
   * Whether the two sides stand beside or below each other.
   */
  properties[PROP_ORIENTATION] =
    g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                       GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkIndicatorList:show-keys:
   *
   * Whether the keys are shown that tick them.
   */
  properties[PROP_SHOW_KEYS] =
    g_param_spec_boolean ("show-keys", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * IkIndicatorList::ticked:
   * @self: the list
   * @index: index in the item
   *
   * Somebody wants the tick of an indicator set or taken away.
   */
  signals[SIGNAL_TICKED] =
    g_signal_new ("ticked", IK_TYPE_INDICATOR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-indicator-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, filter);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, sides);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, positive_box);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, red_flag_box);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, own_box);
  gtk_widget_class_bind_template_child (widget_class, IkIndicatorList, own_chips);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activate_cb);
}

static void
ik_indicator_list_init (IkIndicatorList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_indicator_list_set_indicators:
 * @self: a list
 * @indicators: (element-type IkIndicator): those of an item, referenced; the
 *   owner calls ik_indicator_list_update() when one of them changed
 *
 * Shows @indicators; hides itself where there are none.
 */
void
ik_indicator_list_set_indicators (IkIndicatorList *self,
                                  GPtrArray       *indicators)
{
  g_return_if_fail (IK_IS_INDICATOR_LIST (self));

  g_ptr_array_ref (indicators);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  self->indicators = indicators;
  gtk_widget_set_visible (GTK_WIDGET (self), indicators->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), indicators->len > N_KEYS);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_set_visible (self->positive_box, count_side (self, IK_INDICATOR_POSITIVE) > 0);
  gtk_widget_set_visible (self->red_flag_box, count_side (self, IK_INDICATOR_RED_FLAG) > 0);
  gtk_widget_set_visible (self->sides, count_side (self, IK_INDICATOR_OWN) < indicators->len);
  ik_indicator_list_update (self);
}

/**
 * ik_indicator_list_update:
 * @self: a list
 *
 * Shows the ticks as they are now.
 */
void
ik_indicator_list_update (IkIndicatorList *self)
{
  g_return_if_fail (IK_IS_INDICATOR_LIST (self));

  if (self->indicators == NULL)
    return;

  fill_side (self, self->positive_box, IK_INDICATOR_POSITIVE);
  fill_side (self, self->red_flag_box, IK_INDICATOR_RED_FLAG);
  fill_own (self);
  gtk_widget_set_visible (self->own_box, count_side (self, IK_INDICATOR_OWN) > 0);
}

/**
 * ik_indicator_list_focus_filter:
 * @self: a list
 *
 * Gives the focus to the filter, where there is one.
 */
void
ik_indicator_list_focus_filter (IkIndicatorList *self)
{
  g_return_if_fail (IK_IS_INDICATOR_LIST (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter)))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static GtkWidget *
find_own (IkIndicatorList *self,
          guint            index)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->own_chips, i)) != NULL; i++)
    {
      GtkWidget *button = gtk_flow_box_child_get_child (child);

      if (gtk_widget_get_visible (GTK_WIDGET (child)) &&
          ik_indicator_button_get_index (IK_INDICATOR_BUTTON (button)) == index)
        return button;
    }

  return NULL;
}

static GtkWidget *
find_in_side (GtkWidget *box,
              guint      index)
{
  for (GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
       child != NULL && gtk_widget_get_visible (child);
       child = gtk_widget_get_next_sibling (child))
    {
      if (ik_indicator_button_get_index (IK_INDICATOR_BUTTON (child)) == index)
        return child;
    }

  return NULL;
}

/**
 * ik_indicator_list_find_button:
 * @self: a list
 * @index: index of an indicator in the item
 *
 * Returns: (transfer none) (nullable): its button; %NULL where the filter left
 *   it out, or there is none
 */
GtkWidget *
ik_indicator_list_find_button (IkIndicatorList *self,
                               guint            index)
{
  GtkWidget *button;

  g_return_val_if_fail (IK_IS_INDICATOR_LIST (self), NULL);

  button = find_in_side (self->positive_box, index);
  if (button == NULL)
    button = find_in_side (self->red_flag_box, index);

  return button != NULL ? button : find_own (self, index);
}
