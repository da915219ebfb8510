#include "ik-set-hint-button.h"

#include <glib/gi18n.h>

#include "ik-set-hint.h"

/**
 * IkSetHintButton:
 *
 * How many things in a question set are worth a look, and a list of them. Each
 * leads to its place by the action "set.go-to-hint" with its kind and its line.
 * It is not there while there are none.
 */
struct _IkSetHintButton
{
  GtkWidget      parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel      *label;
  GtkPopover    *popover;
  GtkBox        *box;
};

G_DEFINE_FINAL_TYPE (IkSetHintButton, ik_set_hint_button, GTK_TYPE_WIDGET)

static void
ik_set_hint_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_set_hint_button_parent_class)->dispose (object);
}

static void
ik_set_hint_button_class_init (IkSetHintButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_set_hint_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/InterviewKit/ui/"
                                               "ik-set-hint-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetHintButton, button);
  gtk_widget_class_bind_template_child (widget_class, IkSetHintButton, label);
  gtk_widget_class_bind_template_child (widget_class, IkSetHintButton, popover);
  gtk_widget_class_bind_template_child (widget_class, IkSetHintButton, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_set_hint_button_init (IkSetHintButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The popover gives the focus back to the button when it goes: it goes first. */
static void
clicked_cb (IkSetHintButton *self,
            GtkButton       *row)
{
  g_autoptr(GVariant) target = NULL;

  target = g_variant_ref (g_object_get_data (G_OBJECT (row), "target"));
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "set.go-to-hint", target);
}

static GtkWidget *
create_row (IkSetHintButton *self,
            const IkSetHint *hint)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (hint->text);
  GVariant *target = g_variant_new ("(us)", (guint) hint->kind,
                                    hint->line_id != NULL ? hint->line_id : "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (row), line);
  gtk_widget_add_css_class (row, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, hint->text,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "target", g_variant_ref_sink (target),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_swapped (row, "clicked", G_CALLBACK (clicked_cb), self);

  return row;
}

/**
 * ik_set_hint_button_show:
 * @hints: (element-type IkSetHint): what to show
 *
 * Shows hints in place of those before.
 */
void
ik_set_hint_button_show (IkSetHintButton *self,
                         GPtrArray       *hints)
{
  g_autofree char *text = NULL;
  GtkWidget *child;

  g_return_if_fail (IK_IS_SET_HINT_BUTTON (self));
  g_return_if_fail (hints != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < hints->len; i++)
    gtk_box_append (self->box, create_row (self, g_ptr_array_index (hints, i)));

  text = g_strdup_printf (g_dngettext (NULL, "%u Hint", "%u Hints", hints->len), hints->len);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), hints->len > 0);
}
