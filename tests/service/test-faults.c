#include "ik-test-interview.h"

#include "ik-note.h"

#include <sqlite3.h>
#include <string.h>

/* A disk that fails while an interview is held: nothing is lost from memory, a
 * warning stands there and a copy elsewhere, and all of it is written as soon
 * as the disk works again. The faults are made by a VFS of SQLite between it
 * and the real one. */

#define N_RUNS 200

/* So many writes and syncs may still work before the fault shows. */
#define MAX_DELAY 6

static const struct
{
  const char *name;
  int         code;
  gboolean    on_sync; /* instead of on a write */
} faults[] = {
  { "write error", SQLITE_IOERR_WRITE, FALSE },
  { "full disk", SQLITE_FULL, FALSE },
  { "sync error", SQLITE_IOERR_FSYNC, TRUE },
  { "read-only", SQLITE_READONLY, FALSE },
};

/* Read on the library's threads: an index of faults, or -1, and the delay. */
static int fault = -1;
static int delay;

static int
check_fault (gboolean is_sync)
{
  int index = g_atomic_int_get (&fault);

  if (index < 0 || faults[index].on_sync != is_sync || g_atomic_int_add (&delay, -1) > 0)
    return SQLITE_OK;

  return faults[index].code;
}

/* The VFS */

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* behind this structure */
} FaultyFile;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultyFile *) file)->real;
}

static int
faulty_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
faulty_read (sqlite3_file  *file,
             void          *data,
             int            size,
             sqlite3_int64  offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
faulty_write (sqlite3_file  *file,
              const void    *data,
              int            size,
              sqlite3_int64  offset)
{
  int code = check_fault (FALSE);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xWrite (get_real (file), data, size,
                                                                       offset);
}

static int
faulty_truncate (sqlite3_file  *file,
                 sqlite3_int64  size)
{
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  int code = check_fault (TRUE);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
faulty_get_size (sqlite3_file  *file,
                 sqlite3_int64 *out_size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), out_size);
}

static int
faulty_lock (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
faulty_unlock (sqlite3_file *file,
               int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
faulty_check_lock (sqlite3_file *file,
                   int          *out_locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), out_locked);
}

static int
faulty_control (sqlite3_file *file,
                int           operation,
                void         *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, data);
}

static int
faulty_get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
faulty_get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
faulty_shm_map (sqlite3_file   *file,
                int             page,
                int             size,
                int             extend,
                void volatile **out_map)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, out_map);
}

static int
faulty_shm_lock (sqlite3_file *file,
                 int           offset,
                 int           n_locks,
                 int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n_locks, flags);
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
faulty_shm_unmap (sqlite3_file *file,
                  int           delete)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = faulty_close,
  .xRead = faulty_read,
  .xWrite = faulty_write,
  .xTruncate = faulty_truncate,
  .xSync = faulty_sync,
  .xFileSize = faulty_get_size,
  .xLock = faulty_lock,
  .xUnlock = faulty_unlock,
  .xCheckReservedLock = faulty_check_lock,
  .xFileControl = faulty_control,
  .xSectorSize = faulty_get_sector_size,
  .xDeviceCharacteristics = faulty_get_characteristics,
  .xShmMap = faulty_shm_map,
  .xShmLock = faulty_shm_lock,
  .xShmBarrier = faulty_shm_barrier,
  .xShmUnmap = faulty_shm_unmap,
};

static int
faulty_open (sqlite3_vfs  *vfs,
             const char   *path,
             sqlite3_file *file,
             int           flags,
             int          *out_flags)
{
  sqlite3_vfs *real_vfs = vfs->pAppData;
  FaultyFile *self = (FaultyFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;

  return code;
}

static void
register_faulty_vfs (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *real_vfs = sqlite3_vfs_find (NULL);

  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.pNext = NULL;
  vfs.pAppData = real_vfs;
  vfs.szOsFile = (int) sizeof (FaultyFile) + real_vfs->szOsFile;
  vfs.xOpen = faulty_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* The interview */

typedef enum
{
  WAITING,
  SAVED,
  FAILED,
} Outcome;

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;
  g_autoptr(GError) error = NULL;

  *outcome = ik_live_interview_flush_finish (IK_LIVE_INTERVIEW (source), result, &error)
    ? SAVED : FAILED;
}

static Outcome
flush (IkLiveInterview *live)
{
  Outcome outcome = WAITING;

  ik_live_interview_flush_async (live, flushed_cb, &outcome);
  while (outcome == WAITING)
    g_main_context_iteration (NULL, TRUE);

  return outcome;
}

static char *
dup_note (const IkInterview *interview)
{
  const IkInterviewItem *item = interview->items->pdata[0];

  return ik_notes_to_text (item->notes);
}

/* What a person does between two saves. */
static void
change_something (IkLiveInterview *live,
                  GString         *text,
                  guint            run)
{
  g_string_append_printf (text, " word-%u", run);
  ik_live_interview_go_to (live, 0);
  ik_live_interview_set_note (live, text->str);
  ik_live_interview_set_outcome (live, run % 2 == 0 ? IK_OUTCOME_PARTLY : IK_OUTCOME_ANSWERED);
  ik_live_interview_set_paused (live, run % 3 == 0, NULL);
}

/* One from the fault before may still be on its way. */
static gboolean
copy_has (IkLiveInterview *live,
          const char      *text)
{
  const char *path = ik_live_interview_get_rescue_path (live);
  g_autofree char *copy = NULL;

  return path != NULL && g_file_get_contents (path, &copy, NULL, NULL) &&
         strstr (copy, text) != NULL;
}

static void
check_warned (IkLiveInterview *live,
              const char      *text)
{
  g_autofree char *note = dup_note (ik_live_interview_get_interview (live));

  g_assert_cmpstr (note, ==, text);
  g_assert_nonnull (ik_live_interview_get_save_error (live));

  while (!copy_has (live, text))
    g_main_context_iteration (NULL, TRUE);
}

static void
check_recovered (IkTestLibrary   *test,
                 IkLiveInterview *live,
                 const char      *id,
                 const char      *text)
{
  g_autofree char *note = NULL;

  g_assert_cmpint (flush (live), ==, SAVED);
  g_assert_null (ik_live_interview_get_save_error (live));
  note = ik_test_interview_dup_note (test->library, id);
  g_assert_cmpstr (note, ==, text);
}

static void
test_faults (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  g_autoptr(GString) text = g_string_new ("Begun");
  guint n_failed[G_N_ELEMENTS (faults)] = { 0 };

  live = ik_live_interview_new (test->library, ik_test_interview_load (test->library, id), clock);
  ik_live_interview_start (live);
  g_assert_cmpint (flush (live), ==, SAVED);

  for (guint run = 0; run < N_RUNS; run++)
    {
      int index = (int) (run % G_N_ELEMENTS (faults));

      g_atomic_int_set (&delay, g_test_rand_int_range (0, MAX_DELAY));
      g_atomic_int_set (&fault, index);
      do
        change_something (live, text, run);
      while (flush (live) == SAVED);

      g_test_message ("%s in run %u", faults[index].name, run);
      n_failed[index]++;
      check_warned (live, text->str);
      g_atomic_int_set (&fault, -1);
      check_recovered (test, live, id, text->str);
    }

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_assert_cmpuint (n_failed[i], ==, N_RUNS / G_N_ELEMENTS (faults));
  g_assert_finalize_object (g_steal_pointer (&live));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  register_faulty_vfs ();

  g_test_add ("/service/live-interview/faults", IkTestLibrary, NULL, ik_test_library_set_up,
              test_faults, ik_test_library_tear_down);

  return g_test_run ();
}
