#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_window_state_restore (GtkWindow *window);
void ik_window_state_save    (GtkWindow *window);

G_END_DECLS
