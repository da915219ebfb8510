#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_note_comments_add (GtkTextBuffer *buffer,
                           GPtrArray     *comments);

G_END_DECLS
