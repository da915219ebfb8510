#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_NAVIGATOR (ik_navigator_get_type ())
G_DECLARE_FINAL_TYPE (IkNavigator, ik_navigator, IK, NAVIGATOR, GtkWidget)

GtkWidget *ik_navigator_new             (void);
void       ik_navigator_add             (IkNavigator *self,
                                         GtkWidget   *child);
void       ik_navigator_remove          (IkNavigator *self,
                                         GtkWidget   *child);
void       ik_navigator_show            (IkNavigator *self,
                                         GtkWidget   *child);
void       ik_navigator_set_passed_over (IkNavigator *self,
                                         GtkWidget   *child,
                                         gboolean     is_passed_over);
gboolean   ik_navigator_get_folded      (IkNavigator *self);
gboolean   ik_navigator_can_go_back     (IkNavigator *self,
                                         GtkWidget   *descendant);
gboolean   ik_navigator_go_back         (IkNavigator *self);
gboolean   ik_navigator_is_first        (IkNavigator *self,
                                         GtkWidget   *descendant);
gboolean   ik_navigator_is_last         (IkNavigator *self,
                                         GtkWidget   *descendant);

G_END_DECLS
