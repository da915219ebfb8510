#include "ik-text-list-row.h"

#include <glib/gi18n.h>

#include "ik-growing-text-view.h"

/**
 * IkTextListRow:
 *
 * One entry of a list of texts. It asks the list by signals: Return adds an
 * entry after it, Alt with an arrow or its handle moves it, its button or
 * Backspace on nothing removes it.
 */
struct _IkTextListRow
{
  GtkWidget      parent_instance;

  /* Template */
  GtkWidget     *handle;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkWidget     *remove_button;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ADD_AFTER,
  SIGNAL_MOVE,
  SIGNAL_DROPPED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkTextListRow, ik_text_list_row, GTK_TYPE_WIDGET)

static void
changed_cb (IkTextListRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
key_pressed_cb (IkTextListRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == 0)
    g_signal_emit (self, signals[SIGNAL_ADD_AFTER], 0);
  else if (keyval == GDK_KEY_Up && modifiers == GDK_ALT_MASK)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
  else if (keyval == GDK_KEY_Down && modifiers == GDK_ALT_MASK)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
  else if (keyval == GDK_KEY_BackSpace && gtk_text_buffer_get_char_count (self->buffer) == 0)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_drag_cb (IkTextListRow *self)
{
  return gdk_content_provider_new_typed (IK_TYPE_TEXT_LIST_ROW, self);
}

static void
begin_drag_cb (IkTextListRow *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (IkTextListRow *self,
         const GValue  *value)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_object (value));

  return TRUE;
}

static void
remove_entry (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static void
ik_text_list_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_text_list_row_parent_class)->dispose (object);
}

static void
ik_text_list_row_class_init (IkTextListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_text_list_row_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_TEXT_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_ADD_AFTER] =
    g_signal_new ("add-after", IK_TYPE_TEXT_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  /* By how many places, negative is up. */
  signals[SIGNAL_MOVE] =
    g_signal_new ("move", IK_TYPE_TEXT_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
  /* The row that was dropped on this one. */
  signals[SIGNAL_DROPPED] =
    g_signal_new ("dropped", IK_TYPE_TEXT_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, IK_TYPE_TEXT_LIST_ROW);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", IK_TYPE_TEXT_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_GROWING_TEXT_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-text-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTextListRow, handle);
  gtk_widget_class_bind_template_child (widget_class, IkTextListRow, view);
  gtk_widget_class_bind_template_child (widget_class, IkTextListRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, IkTextListRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_drag_cb);

  gtk_widget_class_install_action (widget_class, "entry.remove", NULL, remove_entry);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_text_list_row_init (IkTextListRow *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));

  target = gtk_drop_target_new (IK_TYPE_TEXT_LIST_ROW, GDK_ACTION_MOVE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * ik_text_list_row_new:
 * @title: what kind of entry it is, for assistive tools
 * @text: the entry
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ik_text_list_row_new (const char *title,
                      const char *text)
{
  IkTextListRow *self = g_object_new (IK_TYPE_TEXT_LIST_ROW, NULL);
  /* Translators: the placeholder is the name of a list, such as "Red flags" */
  g_autofree char *label = g_strdup_printf (_("Remove From %s"), title);

  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (self->remove_button, _("Remove"));

  return GTK_WIDGET (self);
}

/**
 * ik_text_list_row_dup_text:
 *
 * Returns: (transfer full): the entry on one line, without space around it
 */
char *
ik_text_list_row_dup_text (IkTextListRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (IK_IS_TEXT_LIST_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (g_strdelimit (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE),
                                   "\n", ' '));
}

void
ik_text_list_row_focus (IkTextListRow *self)
{
  g_return_if_fail (IK_IS_TEXT_LIST_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
