#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* In the name of the copy that is made before a library changes its version,
 * between the name of the library and the version. */
#define IK_MIGRATION_COPY_INFIX ".version-"

gboolean ik_migration_check       (IkDatabase         *database,
                                   GError            **error);
gboolean ik_migration_run         (IkDatabase         *database,
                                   GError            **error);
gboolean ik_migration_run_scripts (IkDatabase         *database,
                                   const char *const  *scripts,
                                   GError            **error);

G_END_DECLS
