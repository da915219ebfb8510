#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_backup_write   (IkDatabase    *database,
                            const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
