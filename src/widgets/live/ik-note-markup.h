#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_note_markup_add (GtkTextBuffer *buffer);

G_END_DECLS
