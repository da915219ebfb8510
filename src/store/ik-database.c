#include "ik-database-private.h"
#include "ik-question-matches.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How long a write waits for another program to finish its own. It looks often,
 * where SQLite would sleep up to 100 ms: an import of another program leaves
 * the library alone for a moment only between two of its steps. */
#define BUSY_TIMEOUT_MS 5000
#define BUSY_PAUSE_US 300

/* Virtual machine steps between two looks at the cancellable: some 10 µs. */
#define STEPS_BETWEEN_CHECKS 1000

/* KiB of pages in memory. What is written beyond that goes to the journal and
 * is read again before the commit: at 10,000 questions undone at once most pages
 * were written and read several times. Four times as much as the second was not
 * faster, but memory that is touched for the first time costs 0.2 s. */
#define CACHE_SIZE "PRAGMA cache_size = -8192;"
#define BULK_CACHE_SIZE "PRAGMA cache_size = -16384;"

/* Who only reads finds pages in the system's own cache as fast: at 100,000 questions
 * no search takes longer than with four times as much (bench-find). */
#define READER_CACHE_SIZE "PRAGMA cache_size = -2048;"

G_DEFINE_QUARK (ik-store-error-quark, ik_store_error)

static gboolean
set_read_only (const char  *name,
               GError     **error)
{
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_READ_ONLY,
               _("The library “%s” can't be written; check the permissions of the file "
                 "and of its folder"), name);
  return FALSE;
}

static gboolean
set_full (const char  *name,
          GError     **error)
{
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FULL,
               _("The disk that holds the library “%s” is full; make room and try again"), name);
  return FALSE;
}

/**
 * ik_database_set_error:
 * @self: a connection
 * @code: what SQLite answered
 * @error: return location
 *
 * Says in words for people what SQLite's answer means for this library.
 *
 * Returns: %FALSE
 */
gboolean
ik_database_set_error (IkDatabase  *self,
                       int          code,
                       GError     **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;

    case SQLITE_NOTADB:
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_OURS,
                   _("“%s” is not a library of Interview Kit; choose another file"), name);
      break;

    case SQLITE_CORRUPT:
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_DAMAGED,
                   _("The library “%s” is damaged; restore a backup"), name);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      set_read_only (name, error);
      break;

    case SQLITE_FULL:
      set_full (name, error);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY,
                   _("Another program is writing to the library “%s”; try again"), name);
      break;

    default:
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED,
                   _("The library “%s” failed: %s"), name,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }

  return FALSE;
}

static gboolean
set_error_from_errno (const char  *path,
                      int          saved_errno,
                      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (saved_errno)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return set_read_only (name, error);

    case ENOSPC:
    case EDQUOT:
      return set_full (name, error);

    default:
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED,
                   _("The library “%s” can't be opened: %s"), name, g_strerror (saved_errno));
      return FALSE;
    }
}

/* SQLite would make the file with the mode of the umask; the journals inherit
 * that of the file. */
static gboolean
make_private_file (const char  *path,
                   GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return set_error_from_errno (path, errno, error);

  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno == EEXIST || set_error_from_errno (path, errno, error);

  return g_close (fd, error);
}

/* SQLite falls back to reading where it may not write, and needs to make
 * files beside the library. */
static gboolean
check_can_write (const char  *path,
                 GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return set_error_from_errno (path, EISDIR, error);

  if (euidaccess (path, R_OK | W_OK) != 0 || euidaccess (directory, W_OK | X_OK) != 0)
    return set_error_from_errno (path, errno, error);

  return TRUE;
}

static int
progress_cb (void *data)
{
  IkDatabase *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static int
busy_cb (void *data,
         int   n_looked)
{
  IkDatabase *self = data;
  gint64 now_us = g_get_monotonic_time ();

  if (n_looked == 0)
    self->busy_since_us = now_us;
  if (now_us - self->busy_since_us >= BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND)
    return 0;

  g_usleep (BUSY_PAUSE_US);
  return 1;
}

/* In place of SQLite's own, which does the same for all. */
static int
journal_cb (void       *data,
            sqlite3    *handle,
            const char *schema,
            int         n_pages)
{
  IkDatabase *self = data;

  self->n_journal_pages = n_pages;
  if (!self->is_in_step && n_pages >= IK_DATABASE_JOURNAL_PAGES)
    ik_database_checkpoint (self);

  return SQLITE_OK;
}

static gboolean
set_option (IkDatabase  *self,
            int          option,
            int          value,
            GError     **error)
{
  int now = !value;
  int code = sqlite3_db_config (self->handle, option, value, &now);

  if (code == SQLITE_OK && now == value)
    return TRUE;

  /* Such as a SQLite that was built without foreign keys. */
  return ik_database_set_error (self, code != SQLITE_OK ? code : SQLITE_ERROR, error);
}

/* Two programs that both make the library new: only one can switch to WAL at
 * a time, and SQLite's own timeout does not cover that. */
static gboolean
switch_to_wal (IkDatabase  *self,
               GError     **error)
{
  const int pause_ms = 10;
  int code = SQLITE_BUSY;

  for (int waited_ms = 0; code == SQLITE_BUSY && waited_ms < BUSY_TIMEOUT_MS; waited_ms += pause_ms)
    {
      code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
      if (code == SQLITE_BUSY)
        g_usleep (pause_ms * 1000);
    }

  return code == SQLITE_OK || ik_database_set_error (self, code, error);
}

/* An empty file is none yet, and may become one. */
static gboolean
check_is_ours (IkDatabase  *self,
               GError     **error)
{
  gint64 application_id;
  gint64 n_foreign;

  if (!ik_database_get_number (self, "PRAGMA application_id", &application_id, error))
    return FALSE;
  if (application_id == IK_DATABASE_APPLICATION_ID)
    return TRUE;

  if (!ik_database_get_number (self, "SELECT count(*) FROM sqlite_schema", &n_foreign, error))
    return FALSE;

  return (application_id == 0 && n_foreign == 0) ||
         ik_database_set_error (self, SQLITE_NOTADB, error);
}

static gboolean
configure (IkDatabase     *self,
           IkDatabaseUse   use,
           GError        **error)
{
  int code;

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CHECKS, progress_cb, self);
  sqlite3_wal_hook (self->handle, journal_cb, self);

  code = ik_question_matches_set_up (self->handle);
  if (code != SQLITE_OK)
    return ik_database_set_error (self, code, error);

  if (!set_option (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error) ||
      !set_option (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error) ||
      !set_option (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1, error))
    return FALSE;

  if (!ik_database_run (self,
                        "PRAGMA cell_size_check = ON;"
                        "PRAGMA secure_delete = ON;"
                        "PRAGMA temp_store = MEMORY;"
                        CACHE_SIZE
                        "PRAGMA synchronous = FULL;", error))
    return FALSE;

  if (use == IK_DATABASE_READER)
    return ik_database_run (self, "PRAGMA query_only = ON;" READER_CACHE_SIZE, error);

  return check_is_ours (self, error) &&
         (use == IK_DATABASE_BACKUP || switch_to_wal (self, error));
}

/* Nobody asks how much memory SQLite has; to count it takes a lock for each
 * piece, a twentieth of the time of an import. Refused, and no matter, where
 * something else in the program has used SQLite before. */
static void
configure_sqlite (void)
{
  static gsize is_done = 0;

  if (g_once_init_enter (&is_done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_done, 1);
    }
}

/**
 * ik_database_open:
 * @path: the file; made, readable by its owner only, if @use is the writer
 * @use: what the connection is for
 * @clock: the time of what is written
 * @error: return location
 *
 * Opens a connection with the settings that keep a library safe: nothing that
 * was acknowledged is lost by a power cut (synchronous = FULL), what was
 * deleted is overwritten, a hostile file can run no code of its own. It looks
 * at the header only, never through the whole file.
 *
 * Returns: (transfer full): a connection, for one thread at a time
 */
IkDatabase *
ik_database_open (const char     *path,
                  IkDatabaseUse   use,
                  IkClock        *clock,
                  GError        **error)
{
  g_autoptr(IkDatabase) self = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  if (use == IK_DATABASE_WRITER && !make_private_file (path, error))
    return NULL;
  if (use != IK_DATABASE_BACKUP && !check_can_write (path, error))
    return NULL;

  configure_sqlite ();
  self = g_new0 (IkDatabase, 1);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal,
                                            NULL, (GDestroyNotify) ik_statement_free);

  code = sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_NOMUTEX |
                          (use == IK_DATABASE_BACKUP ? SQLITE_OPEN_READONLY
                                                     : SQLITE_OPEN_READWRITE), NULL);
  if (code != SQLITE_OK)
    {
      ik_database_set_error (self, code, error);
      return NULL;
    }

  return configure (self, use, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ik_database_close:
 * @self: (transfer full): a connection without running statements
 */
void
ik_database_close (IkDatabase *self)
{
  g_clear_pointer (&self->columns, ik_question_columns_free);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

/**
 * ik_database_get_number:
 * @self: a connection
 * @sql: a query without parameters
 * @out_number: (out): the first column of the first row, 0 without a row
 * @error: return location
 *
 * Returns: whether the query succeeded
 */
gboolean
ik_database_get_number (IkDatabase  *self,
                        const char  *sql,
                        gint64      *out_number,
                        GError     **error)
{
  g_autoptr(IkStatement) statement = ik_database_prepare (self, sql);

  *out_number = ik_statement_next (statement) ? ik_statement_get_int64 (statement, 0) : 0;
  return ik_statement_finish (statement, error);
}

/**
 * ik_database_begin:
 * @self: a connection
 * @use: a writer takes the lock at once: a read that turned into a write would
 *   be refused without waiting if another program wrote in between
 * @cancellable: (nullable): interrupts queries until the end of the transaction
 * @error: return location
 *
 * Returns: whether the transaction began
 */
gboolean
ik_database_begin (IkDatabase     *self,
                   IkDatabaseUse   use,
                   GCancellable   *cancellable,
                   GError        **error)
{
  if (!ik_database_run (self, use == IK_DATABASE_WRITER ? "BEGIN IMMEDIATE" : "BEGIN", error))
    return FALSE;

  self->cancellable = cancellable;
  return TRUE;
}

/**
 * ik_database_commit:
 * @self: a connection in a transaction
 * @error: return location
 *
 * Ends the transaction. Once this returns %TRUE it is on the disk; otherwise
 * it was rolled back.
 *
 * Returns: whether it was committed
 */
gboolean
ik_database_commit (IkDatabase  *self,
                    GError     **error)
{
  self->cancellable = NULL;

  if (ik_bank_stamp_write (self, error) && ik_database_run (self, "COMMIT", error))
    {
      self->written_parts = 0;
      return TRUE;
    }

  ik_database_roll_back (self);
  return FALSE;
}

/**
 * ik_database_checkpoint:
 * @self: a connection that is in no transaction
 *
 * Moves what stands in the journal to its place. What can't be moved now, as
 * somebody reads it or the disk is full, stays in the journal until the next
 * time.
 */
void
ik_database_checkpoint (IkDatabase *self)
{
  sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/**
 * ik_database_set_bulk:
 * @self: the writer
 * @is_bulk: whether much is going to be written
 * @error: return location
 *
 * Lets pages take more memory, until it is said that it is over.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_database_set_bulk (IkDatabase  *self,
                      gboolean     is_bulk,
                      GError     **error)
{
  return ik_database_run (self, is_bulk ? BULK_CACHE_SIZE : CACHE_SIZE, error);
}

/**
 * ik_database_roll_back:
 * @self: a connection
 *
 * Takes the transaction back. Some errors, such as a full disk, have done so
 * already.
 */
void
ik_database_roll_back (IkDatabase *self)
{
  self->cancellable = NULL;

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->written_parts = 0;
}
