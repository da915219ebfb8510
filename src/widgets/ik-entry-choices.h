#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_entry_choices_set (GtkEntry      *entry,
                           GtkDropDown   *button,
                           GPtrArray     *choices,
                           gboolean       is_list);

G_END_DECLS
