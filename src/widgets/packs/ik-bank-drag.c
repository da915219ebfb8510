#include "ik-bank-drag.h"

#include <glib/gi18n.h>

/* What is known of a row that a person may be about to drag. */
static GtkListItem *
get_list_item (gpointer controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  return g_object_get_data (G_OBJECT (row), "list-item");
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            IkBankView    *view)
{
  g_autoptr(GArray) rows =
    ik_bank_view_list_at (view, gtk_list_item_get_position (get_list_item (source)));
  GVariant *dragged = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, rows->data, rows->len,
                                                 sizeof (gint64));

  return gdk_content_provider_new_typed (G_TYPE_VARIANT, dragged);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          IkBankView    *view)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GArray) rows =
    ik_bank_view_list_at (view, gtk_list_item_get_position (get_list_item (source)));
  g_autoptr(GdkPaintable) paintable = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (rows->len == 1)
    {
      paintable = gtk_widget_paintable_new (row);
      gtk_drag_source_set_icon (source, paintable, 0, 0);
      return;
    }

  text = g_strdup_printf (g_dngettext (NULL, "%'u question", "%'u questions", rows->len),
                          rows->len);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dragged-questions");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* A list selects what is pressed, and nothing else any more: too early for who is
 * about to drag all that is selected. */
static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            IkBankView *view)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr(GArray) selected = ik_bank_view_list_selected (view);

  if (n_press == 1 && selected->len > 1 &&
      gtk_list_item_get_selected (get_list_item (gesture)) &&
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Nothing was dragged. */
static void
released_cb (GtkGesture *gesture,
             int         n_press,
             double      x,
             double      y,
             IkBankView *view)
{
  GtkListItem *list_item = get_list_item (gesture);
  GdkEventSequence *sequence =
    gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  if (gtk_gesture_get_sequence_state (gesture, sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.select-item", "(ubb)",
                                gtk_list_item_get_position (list_item), FALSE, FALSE);
}

/**
 * ik_bank_drag_add:
 * @row: what shows a question of @view
 *
 * Has the row be dragged as a #GVariant of type "ax", the rows of what is dragged:
 * all that is selected, where the row is one of several. To be copied.
 */
void
ik_bank_drag_add (IkBankView *view,
                  GtkWidget  *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_return_if_fail (IK_IS_BANK_VIEW (view));
  g_return_if_fail (GTK_IS_WIDGET (row));

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), view);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), view);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), view);
  g_signal_connect (press, "released", G_CALLBACK (released_cb), view);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
  gtk_gesture_group (press, GTK_GESTURE (source));
}

/**
 * ik_bank_drag_set_list_item:
 * @row: a row that ik_bank_drag_add() was called for
 * @list_item: what it is in now
 *
 * Has the row know what is dragged.
 */
void
ik_bank_drag_set_list_item (GtkWidget   *row,
                            GtkListItem *list_item)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_object_set_data (G_OBJECT (row), "list-item", list_item);
}
