#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_TWO_PANES (ik_two_panes_get_type ())
G_DECLARE_FINAL_TYPE (IkTwoPanes, ik_two_panes, IK, TWO_PANES, GtkWidget)

gboolean ik_two_panes_is_narrow      (IkTwoPanes *self);
gboolean ik_two_panes_is_side_shown  (IkTwoPanes *self);
void     ik_two_panes_set_side_shown (IkTwoPanes *self,
                                      gboolean    is_shown);
void     ik_two_panes_go_home        (IkTwoPanes *self);

G_END_DECLS
