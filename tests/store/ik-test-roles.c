#include "ik-test-roles.h"

#include "ik-statement.h"

gboolean
ik_test_roles_insert_cb (IkDatabase    *database,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO role (id, title) VALUES (?1, ?2)");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, data);
  return ik_statement_run (insert, error);
}

gboolean
ik_test_roles_count_cb (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(IkStatement) count = ik_database_prepare (database, "SELECT count(*) FROM role");
  guint *n_roles = data;

  *n_roles = ik_statement_next (count) ? ik_statement_get_uint (count, 0) : 0;
  return ik_statement_finish (count, error);
}

gboolean
ik_test_roles_insert (IkLibrary   *library,
                      const char  *title,
                      GError     **error)
{
  return ik_library_write (library, NULL, IK_PRIORITY_USER, ik_test_roles_insert_cb,
                           (gpointer) title, NULL, error);
}

char *
ik_test_roles_make_library (const char *directory,
                            const char *name)
{
  char *path = g_build_filename (directory, name, NULL);
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, NULL);

  g_assert_nonnull (library);
  g_assert_true (ik_test_roles_insert (library, "Cook", NULL));
  ik_library_close (library);

  return path;
}

guint
ik_test_roles_count (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  guint n_roles;

  ik_library_read (library, ik_test_roles_count_cb, &n_roles, NULL, &error);
  g_assert_no_error (error);
  return n_roles;
}
