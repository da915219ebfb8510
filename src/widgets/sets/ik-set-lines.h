#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of IkSetEntry, one of which may be selected. */

gboolean ik_set_lines_select       (GtkListView *list,
                                    const char  *id);
void     ik_set_lines_scroll_later (GtkListView *list);

G_END_DECLS
