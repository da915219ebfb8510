#pragma once

#include <gtk/gtk.h>

#include "ik-attachment.h"

G_BEGIN_DECLS

/* The source of the callback is @widget. */
void          ik_attachment_file_read_async  (GtkWidget            *widget,
                                              GFile                *file,
                                              IkSide                side,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
IkAttachment *ik_attachment_file_read_finish (GAsyncResult         *result,
                                              GError              **error);
void          ik_attachment_file_open        (GtkWidget            *widget,
                                              const IkAttachment   *attachment);

G_END_DECLS
