#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_KEY_BUTTON (ik_key_button_get_type ())
G_DECLARE_FINAL_TYPE (IkKeyButton, ik_key_button, IK, KEY_BUTTON, GtkButton)

G_END_DECLS
