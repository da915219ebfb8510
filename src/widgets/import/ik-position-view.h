#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_POSITION_VIEW (ik_position_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (IkPositionView, ik_position_view, IK, POSITION_VIEW, GtkWidget)

/**
 * IkPositionViewClass:
 * @create_row: makes the row of an item, empty
 * @fill_row: shows in the row of an item what stands at its position
 * @update_row: the same where a part of that may have changed
 */
struct _IkPositionViewClass
{
  GtkWidgetClass parent_class;

  GtkWidget *(*create_row) (IkPositionView *self,
                            GtkListItem    *list_item);
  void       (*fill_row)   (IkPositionView *self,
                            GtkListItem    *list_item);
  void       (*update_row) (IkPositionView *self,
                            GtkListItem    *list_item);
};

void  ik_position_view_set_menu    (IkPositionView *self,
                                    GMenuModel     *menu);
void  ik_position_view_resize      (IkPositionView *self,
                                    guint           n_items);
void  ik_position_view_update_rows (IkPositionView *self);
guint ik_position_view_get_selected (IkPositionView *self);
guint ik_position_view_get_first   (IkPositionView *self);
void  ik_position_view_select      (IkPositionView *self,
                                    guint           position);
void  ik_position_view_go_to       (IkPositionView *self,
                                    guint           position);
void  ik_position_view_show        (IkPositionView *self,
                                    guint           position);
void  ik_position_view_take_focus  (IkPositionView *self);

G_END_DECLS
