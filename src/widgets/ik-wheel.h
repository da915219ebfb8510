#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_wheel_leave      (GtkWidget         *widget);
void ik_wheel_leave_idle (GtkScrolledWindow *scroller);

G_END_DECLS
