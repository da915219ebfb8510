#include "ik-boxed-list.h"

#include "ik-focus.h"

static GtkListBoxRow *
find_focused (GtkListBox *list,
              int         n_rows)
{
  for (int i = 0; i < n_rows; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (ik_focus_is_within (row))
        return row;
    }

  return NULL;
}

/* The row about the same thing; else what has come to stand where it stood. */
static GtkWidget *
find_successor (GtkListBoxRow *old,
                GPtrArray     *rows)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (old));

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (gtk_widget_get_name (rows->pdata[i]), name) &&
          !g_str_equal (name, G_OBJECT_TYPE_NAME (old)))
        return rows->pdata[i];
    }

  return rows->len > 0 ? rows->pdata[MIN ((guint) gtk_list_box_row_get_index (old), rows->len - 1)]
                       : NULL;
}

/**
 * ik_boxed_list_replace:
 * @list: a list
 * @rows: (element-type GtkListBoxRow): floating rows; one whose name is the id of
 *   what it shows is known again by it
 *
 * Shows @rows in place of those there were. Where one of these had the focus, the
 * row that follows it has it then: a person at the keyboard stays where they are,
 * whoever changed the library.
 */
void
ik_boxed_list_replace (GtkListBox *list,
                       GPtrArray  *rows)
{
  GtkListBoxRow *focused;
  GtkWidget *successor;
  int n_old = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (rows != NULL);

  while (gtk_list_box_get_row_at_index (list, n_old) != NULL)
    n_old++;
  focused = find_focused (list, n_old);
  successor = focused != NULL ? find_successor (focused, rows) : NULL;

  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (list, rows->pdata[i]);
  /* Before the old ones go: GTK would give it to whatever comes next. */
  if (successor != NULL && !gtk_widget_grab_focus (successor))
    gtk_widget_child_focus (successor, GTK_DIR_TAB_FORWARD);
  for (; n_old > 0; n_old--)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}
