#include "ik-list-focus.h"

static gboolean
focus_cb (gpointer data)
{
  GtkWidget *list = data;

  /* Not where the person has gone to another page by now. */
  for (GtkWidget *row = gtk_widget_get_first_child (list);
       row != NULL && gtk_widget_get_mapped (list);
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        gtk_widget_grab_focus (row);
    }

  return G_SOURCE_REMOVE;
}

/**
 * ik_list_focus_selected:
 * @list: a list
 *
 * Moves the focus to the row that is selected, soon: a list makes its rows when
 * it is laid out, and gives the focus to the place that had it before then.
 */
void
ik_list_focus_selected (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (list), g_object_unref);
}
