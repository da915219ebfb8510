#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_stack_show (GtkStack   *stack,
                    const char *name);

G_END_DECLS
