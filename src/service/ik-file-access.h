#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes   *ik_file_access_load    (GFile             *file,
                                  GCancellable      *cancellable,
                                  GError           **error);
/**
 * IkFileAccessWriter:
 * @output: where to
 * @user_data: what was given along
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes the content of a file.
 *
 * Returns: whether all of it was written
 */
typedef gboolean (*IkFileAccessWriter) (GOutputStream  *output,
                                        gpointer        user_data,
                                        GCancellable   *cancellable,
                                        GError        **error);

gboolean  ik_file_access_write   (GFile             *file,
                                  GFileCreateFlags   flags,
                                  IkFileAccessWriter writer,
                                  gpointer           user_data,
                                  GCancellable      *cancellable,
                                  GError           **error);
gboolean  ik_file_access_replace (GFile             *file,
                                  GBytes            *bytes,
                                  GFileCreateFlags   flags,
                                  GCancellable      *cancellable,
                                  GError           **error);

G_END_DECLS
