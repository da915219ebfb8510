#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ik_add_button_set_list (GtkWidget         *button,
                             AdwPreferencesRow *list);

G_END_DECLS
