#include "ik-window-private.h"

#include <glib/gi18n.h>

#include "ik-toast.h"

static void
show_page (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ik_window_show_page (IK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ik_undo_stack_finish (IK_UNDO_STACK (source), result, &error);
  g_autofree char *title = NULL;

  if (label == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: the placeholder names a change, such as "Delete Question" */
  title = g_strdup_printf (_("Undone: %s"), label);
  ik_toast_show (GTK_WIDGET (self), title);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ik_undo_stack_finish (IK_UNDO_STACK (source), result, &error);
  g_autofree char *title = NULL;

  if (label == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: the placeholder names a change, such as "Delete Question" */
  title = g_strdup_printf (_("Done again: %s"), label);
  ik_toast_show (GTK_WIDGET (self), title);
}

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkUndoStack *stack = ik_window_get_undo_stack (IK_WINDOW (widget));

  if (stack != NULL)
    ik_undo_stack_undo_async (stack, NULL, undone_cb, g_object_ref (widget));
}

static void
redo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkUndoStack *stack = ik_window_get_undo_stack (IK_WINDOW (widget));

  if (stack != NULL)
    ik_undo_stack_redo_async (stack, NULL, redone_cb, g_object_ref (widget));
}

static void
undo_stack_changed_cb (IkWindow    *self,
                       GParamSpec  *pspec,
                       IkUndoStack *stack)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 ik_undo_stack_get_undo_label (stack) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 ik_undo_stack_get_redo_label (stack) != NULL);
}

/* Keeps the actions in step with the stack that the window got just now. */
void
ik_window_watch_undo_stack (IkWindow *self)
{
  IkUndoStack *stack = ik_window_get_undo_stack (self);

  g_signal_connect_object (stack, "notify", G_CALLBACK (undo_stack_changed_cb), self,
                           G_CONNECT_SWAPPED);
  undo_stack_changed_cb (self, NULL, stack);
}

/* Undo goes by a shortcut of the window in the bubble phase, not by an
 * accelerator of the application: in a text field the key belongs to the
 * text. */
void
ik_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
