#include "ik-migration.h"

#include "ik-backup.h"
#include "ik-database-private.h"
#include "ik-store-resources.h"

#include <glib/gi18n.h>

#define MIGRATIONS_PATH "/com/example/InterviewKit/store/migrations/"

static gboolean
get_version (IkDatabase  *database,
             gint64      *out_version,
             GError     **error)
{
  return ik_database_get_number (database, "PRAGMA user_version", out_version, error);
}

static gboolean
check_version (IkDatabase  *database,
               gint64       version,
               guint        n_scripts,
               GError     **error)
{
  g_autofree char *name = NULL;

  if (version >= 0 && version <= n_scripts)
    return TRUE;

  name = g_filename_display_name (database->path);
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NEWER,
               _("The library “%s” was made by a newer version of Interview Kit; "
                 "update the program to open it"), name);
  return FALSE;
}

/* The header is written by SQL, because a PRAGMA takes no parameters. */
static gboolean
write_header (IkDatabase  *database,
              guint        version,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d;"
                                          "PRAGMA user_version = %u;",
                                          IK_DATABASE_APPLICATION_ID, version);

  return ik_database_run (database, sql, error);
}

/* Another program may have done the step while this one waited for the lock. */
static gboolean
run_step (IkDatabase  *database,
          guint        version,
          const char  *script,
          GError     **error)
{
  gint64 now;

  if (!ik_database_begin (database, IK_DATABASE_WRITER, NULL, error))
    return FALSE;

  if (get_version (database, &now, error) &&
      (now >= version ||
       (ik_database_run (database, script, error) &&
        write_header (database, version, error))))
    return ik_database_commit (database, error);

  ik_database_roll_back (database);
  return FALSE;
}

static gboolean
back_up (IkDatabase  *database,
         gint64       version,
         GError     **error)
{
  g_autofree char *path = g_strdup_printf ("%s" IK_MIGRATION_COPY_INFIX "%" G_GINT64_FORMAT,
                                           database->path, version);

  return ik_backup_write (database, path, NULL, error);
}

/**
 * ik_migration_run_scripts:
 * @database: the writer, without a transaction
 * @scripts: (array zero-terminated=1): the steps; the first makes version 1 of
 *   an empty file
 * @error: return location
 *
 * Brings a library to the newest version, each step in a transaction of its
 * own together with the version, so that a step is done wholly or not at all.
 * Before the first step of a library that holds something, a copy is put
 * beside it, named after its version.
 *
 * Returns: whether the library is of the newest version;
 *   #IK_STORE_ERROR_NEWER where it is of one that @scripts do not know
 */
gboolean
ik_migration_run_scripts (IkDatabase         *database,
                          const char *const  *scripts,
                          GError            **error)
{
  guint n_scripts = g_strv_length ((char **) scripts);
  gint64 version;

  if (!get_version (database, &version, error) ||
      !check_version (database, version, n_scripts, error))
    return FALSE;

  if (version > 0 && version < n_scripts && !back_up (database, version, error))
    return FALSE;

  for (guint i = (guint) version; i < n_scripts; i++)
    {
      if (!run_step (database, i + 1, scripts[i], error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_names_cb (gconstpointer one,
                  gconstpointer other)
{
  return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

/* Returns the steps in order, with a NULL at the end. */
static GPtrArray *
load_scripts (GError **error)
{
  GResource *resource = ik_store_get_resource ();
  g_autoptr(GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, MIGRATIONS_PATH,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;

  qsort (names, g_strv_length (names), sizeof *names, compare_names_cb);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (MIGRATIONS_PATH, names[i], NULL);
      g_autoptr(GBytes) script = g_resource_lookup_data (resource, path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (script == NULL)
        return NULL;

      g_ptr_array_add (scripts, g_strndup (g_bytes_get_data (script, NULL),
                                           g_bytes_get_size (script)));
    }

  g_ptr_array_add (scripts, NULL);
  return g_steal_pointer (&scripts);
}

/**
 * ik_migration_run:
 * @database: the writer, without a transaction
 * @error: return location
 *
 * Runs the program's own steps; see ik_migration_run_scripts().
 *
 * Returns: whether the library is of the newest version
 */
gboolean
ik_migration_run (IkDatabase  *database,
                  GError     **error)
{
  g_autoptr(GPtrArray) scripts = load_scripts (error);

  return scripts != NULL &&
         ik_migration_run_scripts (database, (const char *const *) scripts->pdata, error);
}

/**
 * ik_migration_check:
 * @database: a connection
 * @error: return location
 *
 * Returns: whether this program can bring the library to its newest version;
 *   #IK_STORE_ERROR_NEWER if not, and #IK_STORE_ERROR_NOT_OURS for an empty
 *   file
 */
gboolean
ik_migration_check (IkDatabase  *database,
                    GError     **error)
{
  g_autoptr(GPtrArray) scripts = load_scripts (error);
  gint64 version;

  if (scripts == NULL || !get_version (database, &version, error))
    return FALSE;
  if (version == 0)
    return ik_database_set_error (database, SQLITE_NOTADB, error);

  return check_version (database, version, scripts->len - 1, error);
}
