#include "ik-link-row.h"

#include <glib/gi18n.h>

/**
 * IkLinkRow:
 *
 * A row of a boxed list that leads to a page. A row has no action of its own
 * for assistive tools, so it has a button that carries it.
 */
struct _IkLinkRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *button; /* template */
};

G_DEFINE_FINAL_TYPE (IkLinkRow, ik_link_row, ADW_TYPE_ACTION_ROW)

static void
ik_link_row_class_init (IkLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLinkRow, button);
}

static void
ik_link_row_init (IkLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_link_row_new:
 * @title: plain text
 * @subtitle: plain text
 * @action_name: action that takes a string
 * @target: the string; the name of the row as well where it isn't empty
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ik_link_row_new (const char *title,
                 const char *subtitle,
                 const char *action_name,
                 const char *target)
{
  IkLinkRow *self;
  /* Translators: the placeholder is a title */
  g_autofree char *label = g_strdup_printf (_("Open %s"), title);

  self = g_object_new (IK_TYPE_LINK_ROW, "title", title, "subtitle", subtitle, NULL);
  if (*target != '\0')
    gtk_widget_set_name (GTK_WIDGET (self), target);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}
