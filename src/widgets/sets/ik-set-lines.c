#include "ik-set-lines.h"

#include "ik-set-entry.h"

static void
scroll_to (GtkListView *list,
           guint        position)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
}

/**
 * ik_set_lines_select:
 * @id: id of a line
 *
 * Selects a line and brings it into view, as far as the list knows where it is.
 *
 * Returns: whether there is such a line
 */
gboolean
ik_set_lines_select (GtkListView *list,
                     const char  *id)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (list);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (selection));

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr(IkSetEntry) entry = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (g_str_equal (ik_set_entry_get_id (entry), id))
        {
          gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), i);
          scroll_to (list, i);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
scroll_cb (gpointer data)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (data);

  if (selection != NULL)
    scroll_to (data, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection)));

  return G_SOURCE_REMOVE;
}

/**
 * ik_set_lines_scroll_later:
 *
 * Brings the selected line into view once the list has made its rows: before then
 * it knows their heights badly.
 */
void
ik_set_lines_scroll_later (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_idle_add_full (G_PRIORITY_LOW, scroll_cb, g_object_ref (list), g_object_unref);
}
