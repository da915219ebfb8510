#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/* Roles are the smallest records there are: what a test writes that asks only
 * whether anything is written. */

/* A step that adds a role of the title in @data. */
gboolean ik_test_roles_insert_cb (IkDatabase    *database,
                                  gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);
/* A step that puts the number of roles into the guint at @data. */
gboolean ik_test_roles_count_cb  (IkDatabase    *database,
                                  gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean ik_test_roles_insert    (IkLibrary     *library,
                                  const char    *title,
                                  GError       **error);
guint    ik_test_roles_count     (IkLibrary     *library);
/* A library with one role, closed; its path. */
char    *ik_test_roles_make_library (const char *directory,
                                     const char *name);

G_END_DECLS
