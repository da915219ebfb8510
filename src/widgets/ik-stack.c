#include "ik-stack.h"

#include <adwaita.h>

/* A message without a button has nothing to do in it, only a pane to scroll. */
static gboolean
is_message (GtkWidget *child)
{
  return ADW_IS_STATUS_PAGE (child) &&
         adw_status_page_get_child (ADW_STATUS_PAGE (child)) == NULL;
}

/**
 * ik_stack_show:
 * @stack: a stack whose pages have names
 * @name: name of one of them
 *
 * Brings a page into view, and keeps the focus out of the others and out of a
 * page that only says something: GTK moves it there from a row that is gone,
 * whether the page is shown or not.
 */
void
ik_stack_show (GtkStack   *stack,
               const char *name)
{
  GtkWidget *shown;

  g_return_if_fail (GTK_IS_STACK (stack));

  shown = gtk_stack_get_child_by_name (stack, name);
  g_return_if_fail (shown != NULL);

  /* Before it is shown, so that the stack can give it the focus it had. */
  gtk_widget_set_can_focus (shown, !is_message (shown));
  gtk_stack_set_visible_child (stack, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != shown)
        gtk_widget_set_can_focus (child, FALSE);
    }
}
