#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_boxed_list_replace (GtkListBox *list,
                            GPtrArray  *rows);

G_END_DECLS
