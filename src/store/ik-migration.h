#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_migration_check       (IkDatabase         *database,
                                   GError            **error);
gboolean ik_migration_run         (IkDatabase         *database,
                                   GError            **error);
gboolean ik_migration_run_scripts (IkDatabase         *database,
                                   const char *const  *scripts,
                                   GError            **error);

G_END_DECLS
