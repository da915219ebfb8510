#include "ik-recording.h"

#include "ik-changeset.h"
#include "ik-database-private.h"
#include "ik-question-index.h"
#include "ik-undo-trail.h"

#include <glib/gi18n.h>

/* What undo takes back. The full-text index is brought in step afterwards, and
 * its shadow tables must stay out; the logs ("event", "change_log", "reopening",
 * "agreement_log") are never taken back. */
static const char *const recorded_tables[] = {
  "setting", "interviewer", "role",
  "pack", "competency", "rubric", "anchor", "section", "question", "guidance_item", "tag",
  "question_version",
  "merged_question", "different_question",
  "question_set", "set_section", "set_item", "set_version",
  "candidate", "adjustment", "round", "panel", "panel_competency", "agreed_score", "agreed_outcome",
  "interview", "interview_rubric", "interview_anchor", "competency_rating",
  "interview_item", "interview_text", "indicator", "note", "finding",
  "attachment", "chip", "comment",
  "invitation", "seat", "scorecard",
  "saved_search", "saved_search_value",
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

/**
 * ik_recording_join:
 * @database: the writer
 * @changesets: (element-type GBytes): changesets, one after the other
 * @error: return location
 *
 * Returns: (transfer full): one changeset of all
 */
GBytes *
ik_recording_join (IkDatabase  *database,
                   GPtrArray   *changesets,
                   GError     **error)
{
  sqlite3_changegroup *group = NULL;
  void *joined = NULL;
  int size = 0;
  int code = sqlite3changegroup_new (&group);

  for (guint i = 0; code == SQLITE_OK && i < changesets->len; i++)
    {
      gsize length;
      const void *data = g_bytes_get_data (changesets->pdata[i], &length);

      code = sqlite3changegroup_add (group, (int) length, (void *) data);
    }
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &joined);
  sqlite3changegroup_delete (group);

  if (code == SQLITE_OK)
    return g_bytes_new_with_free_func (joined, (gsize) size, sqlite3_free, joined);

  ik_database_set_error (database, code, error);
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
        GBytes **out_inverted)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3changeset_invert ((int) g_bytes_get_size (changeset),
                                      g_bytes_get_data (changeset, NULL), &size, &data);

  if (code == SQLITE_OK)
    *out_inverted = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);

  return code;
}

/* The questions whose words a changeset touches, for the full-text indexes. */
typedef struct
{
  guint64  columns; /* of "question" that are indexed, a bit each */
  GArray  *rows;    /* (element-type gint64) */
} IndexedRows;

static gboolean
find_indexed_columns (IkDatabase  *database,
                      guint64     *out_columns,
                      GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT cid FROM pragma_table_info ('question') WHERE name IN"
                         " (SELECT name FROM pragma_table_info ('question_fts'))");

  *out_columns = 0;
  while (ik_statement_next (find))
    *out_columns |= (guint64) 1 << ik_statement_get_int (find, 0);

  return ik_statement_finish (find, error);
}

/* An update has no new value for a column that stays as it is. */
static int
find_is_changed (sqlite3_changeset_iter *iter,
                 guint64                 columns,
                 gboolean               *out_is)
{
  int code = SQLITE_OK;

  *out_is = FALSE;
  for (int i = 0; code == SQLITE_OK && !*out_is && columns >> i != 0; i++)
    {
      sqlite3_value *value = NULL;

      if ((columns >> i & 1) == 0)
        continue;

      code = sqlite3changeset_new (iter, i, &value);
      *out_is = value != NULL;
    }

  return code;
}

static int
add_question_row_cb (sqlite3_changeset_iter *iter,
                     const char             *table,
                     int                     operation,
                     gpointer                data)
{
  IndexedRows *indexed = data;
  gboolean is_changed = TRUE;
  sqlite3_value *key = NULL;
  gint64 row;
  int code = SQLITE_OK;

  if (!g_str_equal (table, "question"))
    return SQLITE_OK;

  if (operation == SQLITE_UPDATE)
    code = find_is_changed (iter, indexed->columns, &is_changed);
  if (code != SQLITE_OK || !is_changed)
    return code;

  code = ik_changeset_get_key (iter, operation, &key);
  if (code != SQLITE_OK)
    return code;

  row = sqlite3_value_int64 (key);
  g_array_append_val (indexed->rows, row);
  return SQLITE_OK;
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
apply_rows (IkDatabase  *database,
            GBytes      *changeset,
            GError     **error)
{
  /* The transaction is taken back as a whole where it fails. A savepoint in it
   * has SQLite walk through all that was written for each row that is deleted. */
  int code = sqlite3changeset_apply_v2 (database->handle, (int) g_bytes_get_size (changeset),
                                        (void *) g_bytes_get_data (changeset, NULL),
                                        NULL, conflict_cb, NULL, NULL, NULL,
                                        SQLITE_CHANGESETAPPLY_NOSAVEPOINT);

  if (code == SQLITE_OK)
    return TRUE;

  if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    return set_conflict (error);

  return ik_database_set_error (database, code, error);
}

static gboolean
find_indexed_rows (IkDatabase   *database,
                   GBytes       *changeset,
                   IndexedRows  *indexed,
                   GError      **error)
{
  int code;

  if (!find_indexed_columns (database, &indexed->columns, error))
    return FALSE;

  code = ik_changeset_foreach (changeset, add_question_row_cb, indexed);
  return code == SQLITE_OK || ik_database_set_error (database, code, error);
}

static gboolean
postpone_rows (IkDatabase  *database,
               GArray      *rows,
               gboolean   (*postpone)(IkDatabase *, gint64, GError **),
               GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (!postpone (database, g_array_index (rows, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
leave_most_postponed (IkDatabase  *database,
                      guint        n_rows,
                      GError     **error)
{
  return n_rows <= IK_QUESTION_INDEX_MAX_POSTPONED ||
         ik_question_index_catch_up (database, n_rows - IK_QUESTION_INDEX_MAX_POSTPONED, NULL,
                                     error);
}

static gboolean
apply_changeset (IkDatabase  *database,
                 GBytes      *changeset,
                 GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  IndexedRows indexed = { .rows = rows };

  return find_indexed_rows (database, changeset, &indexed, error) &&
         postpone_rows (database, rows, ik_question_index_postpone, error) &&
         apply_rows (database, changeset, error) &&
         postpone_rows (database, rows, ik_question_index_postpone_inserted, error) &&
         check_references (database, error) &&
         leave_most_postponed (database, rows->len, error);
}

static gboolean
apply_in_transaction (IkDatabase  *database,
                      GBytes      *changeset,
                      GError     **error)
{
  if (!ik_database_begin (database, IK_DATABASE_WRITER, NULL, error))
    return FALSE;

  if (ik_undo_trail_check (database, changeset, error) &&
      apply_changeset (database, changeset, error) &&
      ik_undo_trail_write (database, changeset, error))
    return ik_database_commit (database, error);

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
 * Applies a changeset wholly or not at all, in a transaction of its own, and
 * appends to the logs of interviews what became of their ratings.
 *
 * A changeset lists the rows that a deletion took along, so foreign keys would
 * take them along a second time and the changeset would not find them: they
 * are off meanwhile, and all references are looked through before the commit.
 * Linear in the rows that refer to others.
 *
 * Returns: whether it was applied; #IK_STORE_ERROR_CONFLICT if a record was
 *   changed, or an interview handed in, since
 */
gboolean
ik_recording_apply (IkDatabase  *database,
                    GBytes      *changeset,
                    gboolean     inverted,
                    GError     **error)
{
  g_autoptr(GBytes) to_apply = NULL;
  gboolean applied;
  int code = SQLITE_OK;

  if (inverted)
    code = invert (changeset, &to_apply);
  else
    to_apply = g_bytes_ref (changeset);

  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  if (!ik_database_set_bulk (database, TRUE, error) ||
      !ik_database_run (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  applied = apply_in_transaction (database, to_apply, error);

  return ik_database_run (database, "PRAGMA foreign_keys = ON", applied ? error : NULL) &&
         ik_database_set_bulk (database, FALSE, applied ? error : NULL) && applied;
}
