#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes   *ik_file_access_load    (GFile             *file,
                                  GCancellable      *cancellable,
                                  GError           **error);
gboolean  ik_file_access_replace (GFile             *file,
                                  GBytes            *bytes,
                                  GFileCreateFlags   flags,
                                  GCancellable      *cancellable,
                                  GError           **error);

G_END_DECLS
