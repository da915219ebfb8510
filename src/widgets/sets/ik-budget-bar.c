#include "ik-budget-bar.h"

#include <glib/gi18n.h>

/**
 * IkBudgetBar:
 *
 * The minutes that a question set plans against the slot, in words and as a
 * bar. Too much is said in words as well as in colour.
 */
struct _IkBudgetBar
{
  GtkWidget    parent_instance;

  /* Template */
  GtkLabel    *label;
  GtkLevelBar *bar;
};

G_DEFINE_FINAL_TYPE (IkBudgetBar, ik_budget_bar, GTK_TYPE_WIDGET)

static void
ik_budget_bar_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_budget_bar_parent_class)->dispose (object);
}

static void
ik_budget_bar_class_init (IkBudgetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_budget_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-budget-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBudgetBar, label);
  gtk_widget_class_bind_template_child (widget_class, IkBudgetBar, bar);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_budget_bar_init (IkBudgetBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The colours of the default offsets say that much is good. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

/**
 * ik_budget_bar_describe:
 * @planned: sum of all minutes
 * @required: sum of the minutes of required questions
 * @slot: minutes there are, 0 where not said
 *
 * Returns: (transfer full): such as "48 of 60 min planned, 36 min of them
 *   required"
 */
char *
ik_budget_bar_describe (guint planned,
                        guint required,
                        guint slot)
{
  if (slot == 0)
    return g_strdup_printf (_("%u min planned, %u min of them required"), planned, required);
  if (planned > slot)
    return g_strdup_printf (_("%u min planned, %u min more than the slot of %u min; the required "
                              "questions take %u min"), planned, planned - slot, slot, required);

  return g_strdup_printf (_("%u of %u min planned, %u min of them required"), planned, slot, required);
}

void
ik_budget_bar_set_minutes (IkBudgetBar *self,
                           guint        planned,
                           guint        required,
                           guint        slot)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_BUDGET_BAR (self));

  text = ik_budget_bar_describe (planned, required, slot);
  gtk_label_set_text (self->label, text);
  gtk_level_bar_set_max_value (self->bar, MAX (slot, 1));
  gtk_level_bar_set_value (self->bar, MIN (planned, slot));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), slot > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);

  if (slot > 0 && planned > slot)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
}
