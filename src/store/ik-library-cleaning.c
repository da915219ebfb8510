#include "ik-library-private.h"

#include "ik-pack-store.h"
#include "ik-question-index.h"
#include "ik-step-time.h"

#include <glib/gi18n.h>

/* What is done behind all that somebody waits for, a step after the other: the
 * full-text index follows what changed, and what was removed goes for good, rows
 * that are only marked and traces in the file. */

/* Between two looks whether time is left. */
#define QUESTIONS_AT_ONCE 20

static gboolean
index_some (IkLibrary  *self,
            gboolean   *out_done,
            GError    **error)
{
  IkStepTime step;
  guint n_indexed;

  ik_step_time_begin (&step, self);
  do
    {
      if (!ik_question_index_catch_up (self->writer, QUESTIONS_AT_ONCE, &n_indexed, error))
        return FALSE;

      step.n_done += n_indexed;
    }
  while (n_indexed == QUESTIONS_AT_ONCE && ik_step_time_is_left (&step));

  *out_done = n_indexed < QUESTIONS_AT_ONCE;
  return TRUE;
}

static gboolean
run_index_step (IkLibrary     *self,
                GCancellable  *cancellable,
                GError       **error)
{
  gboolean is_done;

  if (!ik_database_begin (self->writer, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (!index_some (self, &is_done, error))
    {
      ik_database_roll_back (self->writer);
      return FALSE;
    }

  if (!ik_database_commit (self->writer, error))
    return FALSE;

  g_atomic_int_set (&self->writer->has_unindexed, !is_done);
  return TRUE;
}

/* A crashed import does not say that it is over. */
static gboolean
end_left_over_bulk (IkDatabase  *database,
                    GError     **error)
{
  gint64 is_left_over;

  if (!ik_database_get_number (database, "SELECT 1 FROM question_fts_config"
                               " WHERE k = 'automerge' AND v = 0"
                               " AND NOT EXISTS (SELECT 1 FROM pack WHERE is_hidden = 1)",
                               &is_left_over, error))
    return FALSE;
  if (!is_left_over)
    return TRUE;

  if (!ik_database_begin (database, IK_DATABASE_WRITER, NULL, error))
    return FALSE;
  if (ik_question_index_set_bulk (database, FALSE, error))
    return ik_database_commit (database, error);

  ik_database_roll_back (database);
  return FALSE;
}

static gboolean
do_clean_cb (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  IkLibrary *self = data;
  g_autofree char *stale = NULL;
  gboolean done;

  if (g_atomic_int_get (&self->writer->has_unindexed))
    {
      if (!run_index_step (self, cancellable, error))
        return FALSE;

      ik_library_queue_cleaning (self);
      return TRUE;
    }

  stale = ik_pack_store_find_stale (self->writer, error);
  if (stale == NULL)
    return (error == NULL || *error == NULL) && end_left_over_bulk (self->writer, error);

  if (!ik_database_begin (self->writer, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (!ik_pack_store_purge_step (self->writer, self, stale, &done, error))
    {
      ik_database_roll_back (self->writer);
      return FALSE;
    }

  if (!ik_database_commit (self->writer, error))
    return FALSE;

  ik_library_queue_cleaning (self);
  return TRUE;
}

static void
cleaned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* Nobody asked for it: the next start tries again. */
  if (!ik_worker_call_finish (IK_WORKER (source), result, &error))
    g_message ("What was left to do in the library could not be done: %s", error->message);
}

/**
 * ik_library_queue_cleaning:
 * @self: an open library
 *
 * Has the next step of indexing what was put off and of purging removed packs
 * done once nothing else is to be done; that step asks for the one after it.
 * Any thread.
 */
void
ik_library_queue_cleaning (IkLibrary *self)
{
  g_mutex_lock (&self->mutex);
  if (!self->closing)
    ik_worker_call_async (self->writer_worker, IK_PRIORITY_BACKGROUND, do_clean_cb, self, NULL,
                          NULL, cleaned_cb, NULL);
  g_mutex_unlock (&self->mutex);
}

/* Scrubbing */

/* PRAGMA wal_checkpoint would succeed where it did nothing. */
static gboolean
empty_journal (IkDatabase  *database,
               GError     **error)
{
  int code = sqlite3_wal_checkpoint_v2 (database->handle, "main", SQLITE_CHECKPOINT_TRUNCATE,
                                        NULL, NULL);
  g_autofree char *name = NULL;

  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) != SQLITE_BUSY && (code & 0xff) != SQLITE_LOCKED)
    return ik_database_set_error (database, code, error);

  name = g_filename_display_name (database->path);
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY,
               _("What was removed still stands in the journal of the library “%s”: another "
                 "program is reading it; close that program and the journal goes"), name);
  return FALSE;
}

/* What was put off has texts that are gone. */
static gboolean
index_all (IkDatabase    *database,
           GCancellable  *cancellable,
           GError       **error)
{
  if (!ik_database_begin (database, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (ik_question_index_catch_up (database, G_MAXINT, NULL, error))
    return ik_database_commit (database, error);

  ik_database_roll_back (database);
  return FALSE;
}

static gboolean
do_scrub_cb (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  IkLibrary *self = data;

  return index_all (self->writer, cancellable, error) &&
         ik_question_index_optimize (self->writer, error) &&
         empty_journal (self->writer, error);
}

/**
 * ik_library_scrub:
 * @self: a library
 * @cancellable: (nullable): cancels what did not start yet
 * @error: return location
 *
 * Makes sure that nothing of what was deleted is left in the file, in the
 * full-text index or in the journal. Deleting alone overwrites the rows, but
 * leaves words in the index and old pages in the journal. Linear in the size
 * of the index. Any thread but the main loop's and the library's own.
 *
 * Returns: whether all traces are gone; #IK_STORE_ERROR_BUSY where somebody
 *   reads the journal for longer than a write waits
 */
gboolean
ik_library_scrub (IkLibrary     *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->writer_worker != NULL, FALSE);

  return ik_worker_call (self->writer_worker, IK_PRIORITY_USER, do_scrub_cb, self,
                         cancellable, error);
}
