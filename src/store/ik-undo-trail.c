#include "ik-undo-trail.h"

#include "ik-changeset.h"
#include "ik-database-private.h"
#include "ik-debrief-store.h"
#include "ik-interview-log-store.h"

#include <glib/gi18n.h>

/* What undo and redo owe the interviews: one that was handed in stays as it
 * is, one that was begun stays begun, and the log of any other tells of ratings
 * that were taken back. */

static int
add_key (sqlite3_value *value,
         GPtrArray     *keys)
{
  g_ptr_array_add (keys, g_strdup ((const char *) sqlite3_value_text (value)));
  return SQLITE_OK;
}

/* A row that is to be inserted is known by what it belongs to, the second
 * column of all these tables but the first. */
static int
collect_keys_cb (sqlite3_changeset_iter *iter,
                 const char             *table,
                 int                     operation,
                 gpointer                data)
{
  static const char *const tables[] = {
    "interview", "interview_item", "indicator", "note", "finding", "competency_rating", NULL,
  };
  sqlite3_value *value = NULL;
  int code;

  if (!g_strv_contains (tables, table))
    return SQLITE_OK;

  code = ik_changeset_get_key (iter, operation, &value);
  if (code == SQLITE_OK)
    code = add_key (value, data);
  if (code == SQLITE_OK && operation == SQLITE_INSERT)
    code = sqlite3changeset_new (iter, 1, &value);
  if (code == SQLITE_OK && operation == SQLITE_INSERT)
    code = add_key (value, data);

  return code;
}

static gboolean
check_is_open (IkDatabase  *database,
               const char  *key,
               GError     **error)
{
  g_autoptr(IkStatement) find = NULL;
  gboolean is_locked;

  find = ik_database_prepare (database,
                              "SELECT 1 FROM interview WHERE id = COALESCE ("
                              "  (SELECT interview_id FROM interview_item WHERE id = ?1),"
                              "  (SELECT interview_id FROM note WHERE id = ?1),"
                              "  (SELECT interview_id FROM finding WHERE id = ?1),"
                              "  (SELECT interview_id FROM interview_item WHERE id ="
                              "     (SELECT item_id FROM indicator WHERE id = ?1)),"
                              "  ?1) "
                              "AND (state = 'handed_in' OR"
                              "     EXISTS (SELECT 1 FROM reopening WHERE interview_id = interview.id))");
  ik_statement_bind_text (find, 1, key);
  is_locked = ik_statement_next (find);

  if (!ik_statement_finish (find, error))
    return FALSE;
  if (!is_locked)
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT,
                       _("This can't be undone any more: the interview was handed in"));
  return FALSE;
}

static gboolean
check_are_open (IkDatabase  *database,
                GBytes      *changeset,
                GError     **error)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  int code = ik_changeset_foreach (changeset, collect_keys_cb, keys);

  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  for (guint i = 0; i < keys->len; i++)
    {
      if (!check_is_open (database, keys->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* An interview with the states that a change leads from and to. */
typedef struct
{
  char *id;
  char *before; /* nullable */
  char *after;  /* nullable */
} StateChange;

static void
state_change_free (gpointer data)
{
  StateChange *self = data;

  g_free (self->id);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

typedef struct
{
  int        column;  /* of the state */
  GPtrArray *changes; /* element-type StateChange */
} States;

static int
collect_states_cb (sqlite3_changeset_iter *iter,
                   const char             *table,
                   int                     operation,
                   gpointer                data)
{
  States *states = data;
  sqlite3_value *key = NULL;
  sqlite3_value *before = NULL;
  sqlite3_value *after = NULL;
  StateChange *change;
  int code;

  if (!g_str_equal (table, "interview"))
    return SQLITE_OK;

  code = ik_changeset_get_key (iter, operation, &key);
  if (code == SQLITE_OK && operation != SQLITE_INSERT)
    code = sqlite3changeset_old (iter, states->column, &before);
  if (code == SQLITE_OK && operation != SQLITE_DELETE)
    code = sqlite3changeset_new (iter, states->column, &after);
  /* Neither where the state stays as it is. */
  if (code != SQLITE_OK || (before == NULL && after == NULL))
    return code;

  change = g_new0 (StateChange, 1);
  change->id = g_strdup ((const char *) sqlite3_value_text (key));
  change->before = g_strdup (before != NULL ? (const char *) sqlite3_value_text (before) : NULL);
  change->after = g_strdup (after != NULL ? (const char *) sqlite3_value_text (after) : NULL);
  g_ptr_array_add (states->changes, change);

  return SQLITE_OK;
}

static gboolean
check_state (IkDatabase         *database,
             const StateChange  *change,
             GError            **error)
{
  g_autoptr(IkStatement) find = NULL;
  gboolean was_begun;

  find = ik_database_prepare (database,
                              "SELECT 1 FROM interview WHERE id = ?1"
                              "  AND state IN ('live', 'broken_off', 'review')"
                              "  AND state IS NOT ?2 AND state IS NOT ?3");
  ik_statement_bind_text (find, 1, change->id);
  ik_statement_bind_text (find, 2, change->before);
  ik_statement_bind_text (find, 3, change->after);
  was_begun = ik_statement_next (find);

  if (!ik_statement_finish (find, error))
    return FALSE;
  if (!was_begun)
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT,
                       _("This can't be undone any more: the interview was held since"));
  return FALSE;
}

/* Changesets know columns by their number only. */
static gboolean
find_column (IkDatabase  *database,
             const char  *table,
             const char  *column,
             int         *out_number,
             GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT cid FROM pragma_table_info (?1) WHERE name = ?2");
  ik_statement_bind_text (find, 1, table);
  ik_statement_bind_text (find, 2, column);
  *out_number = ik_statement_next (find) ? ik_statement_get_int (find, 0) : 0;

  return ik_statement_finish (find, error);
}

/* What an interview does to itself while it is held is not recorded, so nothing
 * leads back to before it began. */
static gboolean
check_states (IkDatabase  *database,
              GBytes      *changeset,
              GError     **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func (state_change_free);
  States states = { .changes = changes };
  int code;

  if (!find_column (database, "interview", "state", &states.column, error))
    return FALSE;

  code = ik_changeset_foreach (changeset, collect_states_cb, &states);
  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  for (guint i = 0; i < changes->len; i++)
    {
      if (!check_state (database, changes->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_undo_trail_check:
 * @database: the writer
 * @changeset: what is about to be applied
 * @error: return location
 *
 * An interview that was handed in is locked, and after a reopening each of its
 * changes goes to the change log, which an undo would pass by. One that was
 * begun can't become unplanned again.
 *
 * Returns: whether no such interview is touched; #IK_STORE_ERROR_CONFLICT
 *   otherwise
 */
gboolean
ik_undo_trail_check (IkDatabase  *database,
                     GBytes      *changeset,
                     GError     **error)
{
  return check_are_open (database, changeset, error) &&
         check_states (database, changeset, error);
}

/* The columns that go on the log, and as what. */
static const struct
{
  const char *column;
  const char *kind;
} logged[] = {
  { "outcome", "outcome" },
  { "rating", "rated" },
  { "not_assessed", "not_assessed" },
};

typedef struct
{
  int        columns[G_N_ELEMENTS (logged)];
  gint64     now_us;
  GPtrArray *events; /* element-type IkInterviewEvent */
} Trail;

static gboolean
find_columns (IkDatabase  *database,
              Trail       *trail,
              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (logged); i++)
    {
      if (!find_column (database, "interview_item", logged[i].column, &trail->columns[i], error))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_event_value (const char    *column,
                 sqlite3_value *value)
{
  if (g_str_equal (column, "not_assessed"))
    return sqlite3_value_int (value) != 0 ? "true" : "false";

  return (const char *) sqlite3_value_text (value);
}

static int
collect_events_cb (sqlite3_changeset_iter *iter,
                   const char             *table,
                   int                     operation,
                   gpointer                data)
{
  Trail *trail = data;
  sqlite3_value *key = NULL;
  int code;

  if (operation != SQLITE_UPDATE || !g_str_equal (table, "interview_item"))
    return SQLITE_OK;

  code = ik_changeset_get_key (iter, operation, &key);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (logged); i++)
    {
      sqlite3_value *value = NULL;

      /* NULL where the column stays as it is. */
      code = sqlite3changeset_new (iter, trail->columns[i], &value);
      if (code != SQLITE_OK || value == NULL)
        continue;

      g_ptr_array_add (trail->events,
                       ik_interview_event_new (trail->now_us,
                                               (const char *) sqlite3_value_text (key),
                                               logged[i].kind,
                                               get_event_value (logged[i].column, value)));
    }

  return code;
}

static gboolean
add_event (IkDatabase              *database,
           const IkInterviewEvent  *event,
           GError                 **error)
{
  g_autoptr(IkStatement) find = NULL;
  g_autofree char *interview_id = NULL;

  find = ik_database_prepare (database, "SELECT interview_id FROM interview_item WHERE id = ?1");
  ik_statement_bind_text (find, 1, event->item_id);
  if (ik_statement_next (find))
    interview_id = ik_statement_dup_text (find, 0);

  return ik_statement_finish (find, error) &&
         ik_interview_log_store_add_event (database, interview_id, event, error);
}

static int
collect_rounds_cb (sqlite3_changeset_iter *iter,
                   const char             *table,
                   int                     operation,
                   gpointer                data)
{
  sqlite3_value *key = NULL;
  int code;

  if (!g_str_equal (table, "agreed_score") && !g_str_equal (table, "agreed_outcome"))
    return SQLITE_OK;

  code = ik_changeset_get_key (iter, operation, &key);
  return code == SQLITE_OK ? add_key (key, data) : code;
}

/* A round that went with its agreement has no log any more. */
static gboolean
round_is_there (IkDatabase  *database,
                const char  *id,
                gboolean    *out_is,
                GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT 1 FROM round WHERE id = ?1");
  ik_statement_bind_text (find, 1, id);
  *out_is = ik_statement_next (find);

  return ik_statement_finish (find, error);
}

static gboolean
write_agreements (IkDatabase  *database,
                  GBytes      *changeset,
                  GError     **error)
{
  g_autoptr(GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  int code = ik_changeset_foreach (changeset, collect_rounds_cb, rounds);

  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  for (guint i = 0; i < rounds->len; i++)
    {
      gboolean is_there;

      if (!round_is_there (database, rounds->pdata[i], &is_there, error) ||
          (is_there && !ik_debrief_store_log (database, rounds->pdata[i], error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_undo_trail_write:
 * @database: the writer
 * @changeset: what was applied
 * @error: return location
 *
 * Undoing a rating does not take its event back, it appends another one; so do
 * outcomes, doing them again, and what a panel agreed about.
 *
 * Returns: whether the logs tell what stands
 */
gboolean
ik_undo_trail_write (IkDatabase  *database,
                     GBytes      *changeset,
                     GError     **error)
{
  g_autoptr(GPtrArray) events = NULL;
  Trail trail = { .now_us = ik_database_now_us (database) };
  int code;

  if (!find_columns (database, &trail, error))
    return FALSE;

  events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);
  trail.events = events;
  code = ik_changeset_foreach (changeset, collect_events_cb, &trail);
  if (code != SQLITE_OK)
    return ik_database_set_error (database, code, error);

  for (guint i = 0; i < events->len; i++)
    {
      if (!add_event (database, events->pdata[i], error))
        return FALSE;
    }

  return write_agreements (database, changeset, error);
}
