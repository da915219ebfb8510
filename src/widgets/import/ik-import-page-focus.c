#include "ik-import-page-private.h"

/* Where the keys go. What had the focus may go away, with a toast or with the
 * last question of a list; the focus comes to a list then, never to a button
 * nearby that the next key would press. */

static gboolean
take_focus_in (gpointer list)
{
  if (!gtk_widget_get_mapped (list) ||
      ik_position_view_get_selected (list) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  ik_position_view_take_focus (list);
  return TRUE;
}

/**
 * ik_import_page_take_focus:
 *
 * Puts the focus where a person goes on: on the button of a failure, else in
 * the list on the side of the draft, or in the document where that is empty.
 */
void
ik_import_page_take_focus (IkImportPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->continue_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->continue_button));
  else if (!take_focus_in (self->questions) && !take_focus_in (self->left_over) &&
           !take_focus_in (self->source) && gtk_widget_get_mapped (self->switcher))
    gtk_widget_grab_focus (GTK_WIDGET (self->source_tab));
}

static GtkWidget *
get_focus (IkImportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * ik_import_page_has_focus:
 *
 * Returns: whether something in view has the focus
 */
gboolean
ik_import_page_has_focus (IkImportPage *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_get_mapped (focus);
}

static gboolean
is_in_toast (GtkWidget *focus)
{
  GtkWidget *parent;

  for (GtkWidget *widget = focus; (parent = gtk_widget_get_parent (widget)) != NULL;
       widget = parent)
    {
      if (ADW_IS_TOAST_OVERLAY (parent))
        return widget != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (parent));
    }

  return FALSE;
}

/**
 * ik_import_page_leave_toast:
 *
 * Takes the focus out of a toast that is about to go.
 */
void
ik_import_page_leave_toast (IkImportPage *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL && is_in_toast (focus))
    ik_import_page_take_focus (self);
}

static gboolean
restore_cb (gpointer data)
{
  IkImportPage *self = data;

  self->focus_id = 0;
  if (!ik_import_page_has_focus (self))
    ik_import_page_take_focus (self);

  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (IkImportPage *self)
{
  if (!ik_import_page_has_focus (self) && self->focus_id == 0 &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->focus_id = g_idle_add (restore_cb, self);
}

/**
 * ik_import_page_watch_focus:
 *
 * Begins to look after the focus of the window that the page has come into.
 */
void
ik_import_page_watch_focus (IkImportPage *self)
{
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ik_import_page_unwatch_focus:
 *
 * Leaves the focus of the window alone.
 */
void
ik_import_page_unwatch_focus (IkImportPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (GTK_WIDGET (self)), focus_moved_cb,
                                        self);
  g_clear_handle_id (&self->focus_id, g_source_remove);
}
