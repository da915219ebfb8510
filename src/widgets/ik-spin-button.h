#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_spin_button_init (GtkSpinButton *button);

G_END_DECLS
