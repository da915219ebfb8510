#include "ik-library.h"

#include "ik-backup.h"
#include "ik-database-private.h"
#include "ik-migration.h"
#include "ik-question-index.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

/* Checking, backing up and restoring whole libraries. */

/* In the name of what a restored backup replaced. */
#define REPLACED_INFIX ".replaced-"

/* Enough to see what is wrong; a damaged library can have thousands. */
#define MAX_PROBLEMS "100"

/* Checking */

static void
add_error (GPtrArray *problems,
           GError    *error)
{
  g_ptr_array_add (problems, g_strdup (error->message));
  g_error_free (error);
}

static gboolean
is_fatal (const GError *error)
{
  return !g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_DAMAGED) &&
         !g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED);
}

/* What can't be read is what is looked for: it is a problem, not an error. */
static gboolean
note_error (GPtrArray  *problems,
            GError     *local_error,
            GError    **error)
{
  if (local_error == NULL)
    return TRUE;

  if (is_fatal (local_error))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  add_error (problems, local_error);
  return TRUE;
}

static gboolean
check_pages (IkDatabase  *database,
             GPtrArray   *problems,
             GError     **error)
{
  g_autoptr(IkStatement) check =
    ik_database_prepare (database, "PRAGMA integrity_check (" MAX_PROBLEMS ")");
  GError *local_error = NULL;

  while (ik_statement_next (check))
    {
      const char *text = ik_statement_get_text (check, 0);

      if (!g_str_equal (text, "ok"))
        g_ptr_array_add (problems, g_strdup (text));
    }

  ik_statement_finish (check, &local_error);
  return note_error (problems, local_error, error);
}

static gboolean
check_references (IkDatabase  *database,
                  GPtrArray   *problems,
                  GError     **error)
{
  g_autoptr(IkStatement) check = ik_database_prepare (database, "PRAGMA foreign_key_check");
  GError *local_error = NULL;

  while (ik_statement_next (check))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("Row %" PRId64 " of table “%s” refers to a "
                                        "record in “%s” that is not there"),
                                      ik_statement_get_int64 (check, 1),
                                      ik_statement_get_text (check, 0),
                                      ik_statement_get_text (check, 2)));

  ik_statement_finish (check, &local_error);
  return note_error (problems, local_error, error);
}

static gboolean
check_cb (IkDatabase    *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return check_pages (database, data, error) && check_references (database, data, error);
}

static gboolean
check_index_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  GError *local_error = NULL;

  if (ik_question_index_catch_up (database, G_MAXINT, NULL, &local_error))
    ik_question_index_check (database, &local_error);
  return note_error (data, local_error, error);
}

/**
 * ik_library_check:
 * @self: a library
 * @out_problems: (out) (transfer full) (element-type utf8): what is wrong, a
 *   sentence each; empty for a sound library
 * @cancellable: (nullable): interrupts the check
 * @error: return location
 *
 * Looks through the whole file, the references between records and the
 * full-text index. Takes some 50 ms for each MB. Any thread but the main
 * loop's and the library's own.
 *
 * Returns: whether the check could be done, whatever it found
 */
gboolean
ik_library_check (IkLibrary     *self,
                  GPtrArray    **out_problems,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (out_problems != NULL, FALSE);

  if (!ik_library_read (self, check_cb, problems, cancellable, error) ||
      !ik_library_write (self, NULL, IK_PRIORITY_BACKGROUND, check_index_cb, problems,
                         cancellable, error))
    return FALSE;

  *out_problems = g_steal_pointer (&problems);
  return TRUE;
}

/* Backing up */

static gboolean
backup_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n_tables;

  /* The first read fixes the moment; without it each write by somebody else
   * would start the copy anew. */
  return ik_database_get_number (database, "SELECT count(*) FROM sqlite_schema", &n_tables,
                                 error) &&
         ik_backup_write (database, data, cancellable, error);
}

/**
 * ik_library_backup:
 * @self: a library
 * @path: the copy; replaced whole or not at all, readable by its owner only
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Copies the library as it is at this moment. Writing goes on meanwhile. Any
 * thread but the main loop's and the library's own.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
ik_library_backup (IkLibrary     *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  if (g_str_equal (absolute, ik_library_get_path (self)))
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("A backup of the library must be another file"));
      return FALSE;
    }

  return ik_library_read (self, backup_cb, absolute, cancellable, error);
}

/* Restoring */

static gboolean
check_is_sound (IkDatabase  *database,
                GError     **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!check_pages (database, problems, error) || !check_references (database, problems, error))
    return FALSE;

  return problems->len == 0 || ik_database_set_error (database, SQLITE_CORRUPT, error);
}

/* Copies first and checks the copy: the backup may be on a stick. */
static gboolean
fetch_backup (const char    *backup_path,
              const char    *copy_path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkDatabase) backup = NULL;

  if (!g_file_test (backup_path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (backup_path);

      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                   _("There is no backup “%s”"), name);
      return FALSE;
    }

  backup = ik_database_open (backup_path, IK_DATABASE_BACKUP, clock, error);

  return backup != NULL &&
         ik_migration_check (backup, error) &&
         check_is_sound (backup, error) &&
         ik_backup_write (backup, copy_path, cancellable, error);
}

/* Leaving WAL needs the library for itself alone, and takes what stands in
 * the journal into the file. One that can't be opened is what a restore is
 * for. */
static gboolean
take_library (const char  *path,
              GError     **error)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkDatabase) database = NULL;
  GError *local_error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  database = ik_database_open (path, IK_DATABASE_WRITER, clock, &local_error);
  if (database != NULL)
    ik_database_run (database, "PRAGMA journal_mode = DELETE", &local_error);

  if (g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY) ||
      g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_READ_ONLY))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  g_clear_error (&local_error);
  return TRUE;
}

static int
compare_paths_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_copy (const char *name,
         const char *library_name)
{
  static const char *const kinds[] = { IK_MIGRATION_COPY_INFIX, REPLACED_INFIX };
  const char *rest;

  if (!g_str_has_prefix (name, library_name))
    return FALSE;

  rest = name + strlen (library_name);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (rest, kinds[i]))
        return !g_str_has_suffix (rest, "-wal") && !g_str_has_suffix (rest, "-shm") &&
               !g_str_has_suffix (rest, "-journal");
    }

  return FALSE;
}

/**
 * ik_library_list_copies:
 * @self: a library
 * @error: return location
 *
 * Lists the older copies of the library that the program put beside it: one
 * before each change of the version, and what a restored backup replaced. They
 * hold what was erased since. Blocks: call it off the main loop.
 *
 * Returns: (transfer full): their paths, by name, may be empty; %NULL with
 *   @error set where the folder can't be read
 */
GStrv
ik_library_list_copies (IkLibrary  *self,
                        GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (ik_library_get_path (self));
  g_autofree char *library_name = g_path_get_basename (ik_library_get_path (self));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) paths = NULL;
  const char *name;

  if (dir == NULL)
    return NULL;

  paths = g_ptr_array_new ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (is_copy (name, library_name))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_paths_cb);
  g_ptr_array_add (paths, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static gboolean
rename_file (const char  *from,
             const char  *to,
             GError     **error)
{
  g_autofree char *name = NULL;

  if (!g_file_test (from, G_FILE_TEST_EXISTS) || g_rename (from, to) == 0)
    return TRUE;

  name = g_filename_display_name (from);
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_READ_ONLY,
               _("“%s” can't be replaced; check the permissions of its folder"), name);
  return FALSE;
}

/* With its journals, should it have some: an old journal beside a new library
 * would damage it. */
static gboolean
put_aside (const char  *path,
           GError     **error)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal", "" };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (path, REPLACED_INFIX, time, endings[i], NULL);

      if (!rename_file (from, to, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_library_restore:
 * @path: the library; must not be open in this program
 * @backup_path: what ik_library_backup() wrote
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Puts a backup in place of a library, after looking through all of it. The
 * library that was there stays beside it, with the time in its name. Blocks:
 * call it off the main loop.
 *
 * Returns: whether the library is the backup now; if not, it is what it was
 */
gboolean
ik_library_restore (const char    *path,
                    const char    *backup_path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *copy_path = NULL;
  g_autofree char *directory = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup_path != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  directory = g_path_get_dirname (absolute);
  copy_path = g_strconcat (absolute, ".restoring", NULL);
  g_mkdir_with_parents (directory, 0700);

  if (!fetch_backup (backup_path, copy_path, cancellable, error))
    return FALSE;

  if (take_library (absolute, error) && put_aside (absolute, error) &&
      rename_file (copy_path, absolute, error))
    return TRUE;

  g_unlink (copy_path);
  return FALSE;
}
