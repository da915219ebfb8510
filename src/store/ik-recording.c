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

/* From this many questions on FTS5 is kept from merging between them, which
 * takes as long as all else; what is put off is done with later writes. */
#define MANY_QUESTIONS 100

/* The questions whose words a changeset touches, for the full-text indexes. Each
 * column is a bit. */
typedef struct
{
  guint64  text_columns;   /* of "question": in the index of all texts */
  guint64  prompt_columns; /* of these: in the index of prompts as well */

  GArray  *prompt_rows;    /* (element-type gint64): where a prompt changes */
  GArray  *text_rows;      /* (element-type gint64): where only others do */
} IndexedRows;

static gboolean
find_indexed_columns (IkDatabase  *database,
                      const char  *index,
                      guint64     *out_columns,
                      GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT cid FROM pragma_table_info ('question') WHERE name IN"
                         " (SELECT name FROM pragma_table_info (?1))");

  *out_columns = 0;
  ik_statement_bind_text (find, 1, index);
  while (ik_statement_next (find))
    *out_columns |= (guint64) 1 << ik_statement_get_int (find, 0);

  return ik_statement_finish (find, error);
}

/* An update has no new value for a column that stays as it is. */
static int
find_changed_columns (sqlite3_changeset_iter *iter,
                      guint64                 columns,
                      guint64                *out_changed)
{
  int code = SQLITE_OK;

  *out_changed = 0;
  for (int i = 0; code == SQLITE_OK && columns >> i != 0; i++)
    {
      sqlite3_value *value = NULL;

      if ((columns >> i & 1) == 0)
        continue;

      code = sqlite3changeset_new (iter, i, &value);
      if (value != NULL)
        *out_changed |= (guint64) 1 << i;
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
  guint64 changed = indexed->text_columns;
  sqlite3_value *key = NULL;
  gint64 row;
  int code = SQLITE_OK;

  if (!g_str_equal (table, "question"))
    return SQLITE_OK;

  if (operation == SQLITE_UPDATE)
    code = find_changed_columns (iter, indexed->text_columns, &changed);
  if (code != SQLITE_OK || changed == 0)
    return code;

  code = ik_changeset_get_key (iter, operation, &key);
  if (code != SQLITE_OK)
    return code;

  row = sqlite3_value_int64 (key);
  if ((changed & indexed->prompt_columns) != 0)
    g_array_append_val (indexed->prompt_rows, row);
  else
    g_array_append_val (indexed->text_rows, row);

  return SQLITE_OK;
}

static int
compare_rows (gconstpointer one,
              gconstpointer other)
{
  gint64 a = *(const gint64 *) one;
  gint64 b = *(const gint64 *) other;

  return a < b ? -1 : a > b;
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

/* A changeset has them in no order; FTS5 writes what it has in memory whenever
 * a row is smaller than the one before. */
static gboolean
find_indexed_rows (IkDatabase   *database,
                   GBytes       *changeset,
                   IndexedRows  *indexed,
                   GError      **error)
{
  int code;

  if (!find_indexed_columns (database, "question_fts", &indexed->text_columns, error) ||
      !find_indexed_columns (database, "prompt_fts", &indexed->prompt_columns, error))
    return FALSE;

  code = ik_changeset_foreach (changeset, add_question_row_cb, indexed);
  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  g_array_sort (indexed->prompt_rows, compare_rows);
  g_array_sort (indexed->text_rows, compare_rows);

  return TRUE;
}

static gboolean
apply_with_index (IkDatabase         *database,
                  GBytes             *changeset,
                  const IndexedRows  *indexed,
                  GError            **error)
{
  return ik_question_index_remove_rows (database, IK_QUESTION_INDEX_ALL, indexed->prompt_rows,
                                        error) &&
         ik_question_index_remove_rows (database, IK_QUESTION_INDEX_TEXTS, indexed->text_rows,
                                        error) &&
         apply_rows (database, changeset, error) &&
         ik_question_index_add_rows (database, IK_QUESTION_INDEX_ALL, indexed->prompt_rows,
                                     error) &&
         ik_question_index_add_rows (database, IK_QUESTION_INDEX_TEXTS, indexed->text_rows,
                                     error);
}

static gboolean
apply_changeset (IkDatabase  *database,
                 GBytes      *changeset,
                 GError     **error)
{
  g_autoptr(GArray) prompt_rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) text_rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  IndexedRows indexed = { .prompt_rows = prompt_rows, .text_rows = text_rows };
  gboolean is_bulk;

  if (!find_indexed_rows (database, changeset, &indexed, error))
    return FALSE;

  is_bulk = prompt_rows->len + text_rows->len >= MANY_QUESTIONS;

  return (!is_bulk || ik_question_index_set_bulk (database, TRUE, error)) &&
         apply_with_index (database, changeset, &indexed, error) &&
         check_references (database, error) &&
         (!is_bulk || ik_question_index_set_bulk (database, FALSE, error));
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
