#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_candidate_panels_fill (GtkListBox *list,
                               GPtrArray  *interviews);

G_END_DECLS
