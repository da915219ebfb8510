#include "ik-backup.h"

#include "ik-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* 4 MB between two looks at the cancellable, 10 ms of work. */
#define PAGES_PER_STEP 1024

static gboolean
set_write_error (const char  *path,
                 const char  *reason,
                 GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED,
               _("The backup “%s” can't be written: %s"), name, reason);
  return FALSE;
}

static int
copy_pages (sqlite3      *source,
            sqlite3      *target,
            GCancellable *cancellable)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return sqlite3_errcode (target);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);

  sqlite3_backup_finish (backup);
  return code == SQLITE_OK ? SQLITE_INTERRUPT : code;
}

/* A journal of its own would stay behind: the copy leaves WAL, so that it is
 * one file that can be read anywhere. */
static gboolean
fill_file (IkDatabase    *database,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  sqlite3 *target = NULL;
  int code = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = copy_pages (database->handle, target, cancellable);
  if (code == SQLITE_DONE)
    code = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  sqlite3_close (target);

  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_INTERRUPT || code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    return ik_database_set_error (database, code, error);

  return set_write_error (path, sqlite3_errstr (code), error);
}

static gboolean
sync_and_rename (const char  *temporary,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd = g_open (temporary, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0 && g_rename (temporary, path) == 0;

  if (!done)
    set_write_error (path, g_strerror (errno), error);
  if (fd >= 0)
    close (fd);
  if (!done)
    return FALSE;

  /* The new name is safe once the folder is. Not every file system can do
   * that, and the backup is whole in any case. */
  fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      (void) fsync (fd);
      close (fd);
    }

  return TRUE;
}

/**
 * ik_backup_write:
 * @database: a connection; one in a read transaction copies what that sees
 * @path: the copy; replaced whole or not at all, readable by its owner only
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Copies a library while others go on writing to it.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
ik_backup_write (IkDatabase    *database,
                 const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return set_write_error (path, g_strerror (errno), error);

  if (g_close (fd, error) &&
      fill_file (database, temporary, cancellable, error) &&
      sync_and_rename (temporary, path, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}
