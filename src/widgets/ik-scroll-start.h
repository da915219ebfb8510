#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_scroll_start_keep (GtkScrolledWindow *scroller);

G_END_DECLS
