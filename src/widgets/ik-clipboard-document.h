#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       ik_clipboard_document_async  (GdkClipboard        *clipboard,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
GPtrArray *ik_clipboard_document_finish (GAsyncResult        *result);

G_END_DECLS
