#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long a window stands still while something is done in it. */
void       ik_bench_stall_watch  (void);
gint64     ik_bench_stall_take   (void);
void       ik_bench_stall_settle (guint      ms);

GtkWidget *ik_bench_find_mapped  (GtkWidget *widget,
                                  GType      type);

G_END_DECLS
