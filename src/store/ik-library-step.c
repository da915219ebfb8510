#include "ik-library-private.h"

typedef struct
{
  IkLibrary     *library;
  IkLibraryFunc  func;
  gpointer       data;
  gboolean       fills_journal; /* out: whether it has to be emptied first */
} Step;

static gboolean
run_step (Step          *step,
          GCancellable  *cancellable,
          GError       **error)
{
  IkDatabase *database = step->library->writer;

  if (!ik_database_begin (database, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (step->func (database, step->data, cancellable, error))
    return ik_database_commit (database, error);

  ik_database_roll_back (database);
  return FALSE;
}

/* The journal may grow longer here than SQLite lets it: the same pages are
 * written again and again, and each time they are moved to their place they are
 * written once more. */
#define PAGES_TO_MOVE (2 * IK_DATABASE_JOURNAL_PAGES)

/* It begins anew only when all of it was moved and no step went on meanwhile. */
#define MOST_JOURNAL_PAGES (10 * IK_DATABASE_JOURNAL_PAGES)

static gboolean
empty_journal_cb (gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  IkLibrary *self = data;

  ik_database_checkpoint (self->reader);
  return TRUE;
}

/* Moving pages takes as long as several steps: the reader does it, so that no
 * note waits, while the next steps go on. */
static void
move_pages (IkLibrary *self)
{
  int n_pages = self->writer->n_journal_pages;

  if (n_pages < self->n_moved_pages) /* it began anew */
    self->n_moved_pages = 0;
  if (n_pages - self->n_moved_pages < PAGES_TO_MOVE)
    return;

  self->n_moved_pages = n_pages;
  ik_worker_call_async (self->reader_worker, IK_PRIORITY_BACKGROUND, empty_journal_cb, self, NULL,
                        NULL, NULL, NULL);
}

/* In WAL, NORMAL leaves a commit to the cache of the system. */
static gboolean
do_step_cb (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Step *step = data;
  IkDatabase *database = step->library->writer;
  gboolean succeeded;

  database->is_in_step = TRUE;
  succeeded = ik_database_run (database, "PRAGMA synchronous = NORMAL", error) &&
              run_step (step, cancellable, error);
  database->is_in_step = FALSE;
  step->fills_journal = database->n_journal_pages >= MOST_JOURNAL_PAGES;
  if (!step->fills_journal)
    move_pages (step->library);

  return ik_database_run (database, "PRAGMA synchronous = FULL", succeeded ? error : NULL) &&
         succeeded;
}

/**
 * ik_library_write_step:
 * @self: a library
 * @func: what writes
 * @data: data for @func
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Like ik_library_write() in the background, for one of many steps that nobody
 * sees anything of before ik_library_write() ends them: it neither waits for
 * the disk nor tells of a change. After a power cut the last steps may be
 * gone, never one from between others.
 *
 * Returns: whether @func and the commit succeeded
 */
gboolean
ik_library_write_step (IkLibrary      *self,
                       IkLibraryFunc   func,
                       gpointer        data,
                       GCancellable   *cancellable,
                       GError        **error)
{
  Step step = { .library = self, .func = func, .data = data };

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->writer_worker != NULL, FALSE);

  if (!ik_worker_call (self->writer_worker, IK_PRIORITY_BACKGROUND, do_step_cb, &step,
                       cancellable, error))
    return FALSE;

  g_usleep (IK_LIBRARY_PAUSE_US);
  return !step.fills_journal ||
         ik_worker_call (self->reader_worker, IK_PRIORITY_BACKGROUND, empty_journal_cb, self,
                         cancellable, error);
}

/**
 * ik_library_is_awaited:
 * @self: a library
 *
 * For the function of a step that could go on: it ends when somebody waits, so
 * that a note waits for the commit at most.
 *
 * Returns: whether something else is to be written
 */
gboolean
ik_library_is_awaited (IkLibrary *self)
{
  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);

  return ik_worker_is_awaited (self->writer_worker);
}
