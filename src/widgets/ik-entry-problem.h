#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_entry_set_problem (GtkEntry   *entry,
                           const char *words);

G_END_DECLS
