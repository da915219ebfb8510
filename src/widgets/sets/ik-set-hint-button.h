#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_SET_HINT_BUTTON (ik_set_hint_button_get_type ())
G_DECLARE_FINAL_TYPE (IkSetHintButton, ik_set_hint_button, IK, SET_HINT_BUTTON, GtkWidget)

void ik_set_hint_button_show (IkSetHintButton *self,
                              GPtrArray       *hints);

G_END_DECLS
