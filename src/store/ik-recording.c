#include "ik-recording.h"

#include "ik-database-private.h"

#include <glib/gi18n.h>

/* What undo takes back. The shadow tables of the full-text index follow by
 * trigger and must stay out; the logs ("event", "change_log", "reopening") are
 * never taken back. */
static const char *const recorded_tables[] = {
  "setting", "interviewer", "role",
  "pack", "competency", "rubric", "anchor", "section", "question", "guidance_item", "tag",
  "question_set", "set_section", "set_item",
  "candidate", "adjustment", "round", "panel", "panel_competency", "agreed_score",
  "interview", "interview_rubric", "interview_anchor", "competency_rating",
  "interview_item", "interview_text", "indicator", "note",
  "attachment",
};

/**
 * IkRecording:
 *
 * Writes down what a transaction changes, row by row with the old values, so
 * that it can be taken back (SQLite's session extension).
 */
struct _IkRecording
{
  IkDatabase      *database;
  sqlite3_session *session;
};

/**
 * ik_recording_new:
 * @database: the writer
 * @error: return location
 *
 * Returns: (transfer full): a recording of all that follows
 */
IkRecording *
ik_recording_new (IkDatabase  *database,
                  GError     **error)
{
  g_autoptr(IkRecording) self = g_new0 (IkRecording, 1);
  int code;

  self->database = database;
  code = sqlite3session_create (database->handle, "main", &self->session);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (recorded_tables); i++)
    code = sqlite3session_attach (self->session, recorded_tables[i]);

  if (code == SQLITE_OK)
    return g_steal_pointer (&self);

  ik_database_set_error (database, code, error);
  return NULL;
}

/**
 * ik_recording_free:
 * @self: (transfer full): a recording
 */
void
ik_recording_free (IkRecording *self)
{
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

/**
 * ik_recording_end:
 * @self: a recording
 * @error: return location
 *
 * Returns: (transfer full): the changeset, empty where nothing changed
 */
GBytes *
ik_recording_end (IkRecording  *self,
                  GError      **error)
{
  int size = 0;
  void *changeset = NULL;
  int code = sqlite3session_changeset (self->session, &size, &changeset);

  if (code == SQLITE_OK)
    return g_bytes_new_with_free_func (changeset, (gsize) size, sqlite3_free, changeset);

  ik_database_set_error (self->database, code, error);
  return NULL;
}

/* Any difference between what a changeset expects and what there is means that
 * somebody else changed the record since. */
static int
conflict_cb (void                   *data,
             int                     reason,
             sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static int
invert (GBytes  *changeset,
        void   **out_data,
        int     *out_size)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);

  return sqlite3changeset_invert ((int) size, data, out_size, out_data);
}

static int
apply (IkDatabase *database,
       GBytes     *changeset,
       gboolean    inverted)
{
  void *data = NULL;
  int size = 0;
  int code;

  if (!inverted)
    return sqlite3changeset_apply (database->handle, (int) g_bytes_get_size (changeset),
                                   (void *) g_bytes_get_data (changeset, NULL),
                                   NULL, conflict_cb, NULL);

  code = invert (changeset, &data, &size);
  if (code == SQLITE_OK)
    code = sqlite3changeset_apply (database->handle, size, data, NULL, conflict_cb, NULL);

  sqlite3_free (data);
  return code;
}

static gboolean
set_conflict (GError **error)
{
  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT,
                       _("This can't be undone any more: it was changed elsewhere since"));
  return FALSE;
}

/* Foreign keys are off while a changeset is applied, see below. */
static gboolean
check_references (IkDatabase  *database,
                  GError     **error)
{
  g_autoptr(IkStatement) check = ik_database_prepare (database, "PRAGMA foreign_key_check");
  gboolean is_broken = ik_statement_next (check);

  if (!ik_statement_finish (check, error))
    return FALSE;

  return !is_broken || set_conflict (error);
}

static gboolean
apply_in_transaction (IkDatabase  *database,
                      GBytes      *changeset,
                      gboolean     inverted,
                      GError     **error)
{
  int code;

  if (!ik_database_begin (database, IK_DATABASE_WRITER, NULL, error))
    return FALSE;

  code = apply (database, changeset, inverted);
  if (code == SQLITE_OK && check_references (database, error))
    return ik_database_commit (database, error);

  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    set_conflict (error);
  else if (code != SQLITE_OK)
    ik_database_set_error (database, code, error);

  ik_database_roll_back (database);
  return FALSE;
}

/**
 * ik_recording_apply:
 * @database: the writer, without a transaction
 * @changeset: what was recorded
 * @inverted: whether to take it back rather than to do it again
 * @error: return location
 *
 * Applies a changeset wholly or not at all, in a transaction of its own.
 *
 * A changeset lists the rows that a deletion took along, so foreign keys would
 * take them along a second time and the changeset would not find them: they
 * are off meanwhile, and all references are looked through before the commit.
 * Linear in the rows that refer to others.
 *
 * Returns: whether it was applied; #IK_STORE_ERROR_CONFLICT if a record was
 *   changed since
 */
gboolean
ik_recording_apply (IkDatabase  *database,
                    GBytes      *changeset,
                    gboolean     inverted,
                    GError     **error)
{
  gboolean applied;

  if (!ik_database_run (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  applied = apply_in_transaction (database, changeset, inverted, error);

  return ik_database_run (database, "PRAGMA foreign_keys = ON", applied ? error : NULL) && applied;
}
