#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_dialog_fit (GtkWindow *dialog);

G_END_DECLS
