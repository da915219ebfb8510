#pragma once

#include <gtk/gtk.h>

#include "ik-attachment.h"

G_BEGIN_DECLS

/* The source of the callback is @widget. */
void          ik_pasted_file_read_async  (GtkWidget            *widget,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
IkAttachment *ik_pasted_file_read_finish (GAsyncResult         *result,
                                          GPtrArray           **out_files);

G_END_DECLS
