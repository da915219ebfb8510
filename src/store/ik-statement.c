#include "ik-statement.h"

#include "ik-database-private.h"

#include <glib/gi18n.h>

/**
 * IkStatement:
 *
 * One statement of SQL, prepared once and kept with its connection. An error
 * sticks: after one, binding does nothing and ik_statement_next() ends the
 * loop, so that only the last call needs to be looked at:
 *
 * |[<!-- language="C" -->
 * g_autoptr(IkStatement) list =
 *   ik_database_prepare (database, "SELECT id, title FROM pack WHERE language = ?1");
 *
 * ik_statement_bind_text (list, 1, language);
 * while (ik_statement_next (list))
 *   add_pack (packs, ik_statement_get_text (list, 0), ik_statement_get_text (list, 1));
 *
 * return ik_statement_finish (list, error);
 * ]|
 *
 * After ik_statement_finish(), ik_statement_run() or ik_statement_run_one() it
 * can be bound and used again; parameters keep their values until then.
 * Parameters count from 1, columns from 0. It belongs to the thread of its
 * connection.
 */
struct _IkStatement
{
  IkDatabase   *database;
  char         *sql;
  sqlite3_stmt *handle; /* NULL where the SQL could not be prepared */
  gboolean      is_kept; /* whether it is in the cache of its connection */
  gboolean      is_used;
  int           code;   /* SQLITE_OK, SQLITE_ROW, SQLITE_DONE or the error that sticks */
};

static gboolean
has_failed (IkStatement *self)
{
  return self->code != SQLITE_OK && self->code != SQLITE_ROW && self->code != SQLITE_DONE;
}

static void
note_code (IkStatement *self,
           int          code)
{
  if (code != SQLITE_OK)
    self->code = code;
}

/**
 * ik_statement_free:
 * @self: (transfer full): a statement that leaves the cache
 */
void
ik_statement_free (IkStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

static IkStatement *
statement_new (IkDatabase *database,
               const char *sql,
               gboolean    may_be_kept)
{
  IkStatement *self = g_new0 (IkStatement, 1);

  self->database = database;
  self->sql = g_strdup (sql);
  self->code = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                   &self->handle, NULL);
  self->is_used = TRUE;
  self->is_kept = may_be_kept && self->handle != NULL;
  if (self->is_kept)
    g_hash_table_insert (database->statements, self->sql, self);

  return self;
}

/**
 * ik_database_prepare:
 * @database: a connection
 * @sql: one statement; literal text of the program, values are bound
 *
 * Takes the statement from the connection's cache, or prepares it.
 *
 * Returns: (transfer full): a statement without values, never %NULL; where the
 *   SQL is wrong, its error sticks
 */
IkStatement *
ik_database_prepare (IkDatabase *database,
                     const char *sql)
{
  IkStatement *self;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  self = g_hash_table_lookup (database->statements, sql);
  if (self != NULL && !self->is_used)
    {
      self->is_used = TRUE;
      return self;
    }

  return statement_new (database, sql, self == NULL);
}

/**
 * ik_statement_release:
 * @self: (transfer full): a statement
 *
 * Gives the statement back to the cache of its connection.
 */
void
ik_statement_release (IkStatement *self)
{
  if (!self->is_kept)
    {
      ik_statement_free (self);
      return;
    }

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->code = SQLITE_OK;
  self->is_used = FALSE;
}

/**
 * ik_statement_bind_text:
 * @self: a statement
 * @index: the parameter, from 1
 * @text: (nullable): UTF-8, copied; %NULL binds NULL
 */
void
ik_statement_bind_text (IkStatement *self,
                        int          index,
                        const char  *text)
{
  if (!has_failed (self))
    note_code (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * ik_statement_bind_kept_text:
 * @self: a statement
 * @index: the parameter, from 1
 * @text: (nullable): UTF-8 that the caller keeps until @self is released or gets
 *   another value; %NULL binds NULL
 *
 * Like ik_statement_bind_text() without a copy, for what may be long.
 */
void
ik_statement_bind_kept_text (IkStatement *self,
                             int          index,
                             const char  *text)
{
  if (!has_failed (self))
    note_code (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC));
}

static void
append_json_text (GString    *json,
                  const char *text)
{
  g_string_append_c (json, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');

      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }

  g_string_append_c (json, '"');
}

/**
 * ik_statement_bind_texts:
 * @self: a statement
 * @index: the parameter, from 1
 * @texts: (nullable) (array zero-terminated=1): texts; %NULL or none binds NULL
 *
 * Binds a list of texts for json_each(), as in "pack_id IN (SELECT value FROM
 * json_each (?1))".
 */
void
ik_statement_bind_texts (IkStatement       *self,
                         int                index,
                         const char *const *texts)
{
  g_autoptr(GString) json = g_string_new ("[");

  if (texts == NULL || texts[0] == NULL)
    {
      ik_statement_bind_null (self, index);
      return;
    }

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_json_text (json, texts[i]);
    }

  g_string_append_c (json, ']');
  ik_statement_bind_text (self, index, json->str);
}

/**
 * ik_statement_bind_int:
 * @self: a statement
 * @index: the parameter, from 1
 * @value: a number or a boolean
 */
void
ik_statement_bind_int (IkStatement *self,
                       int          index,
                       gint64       value)
{
  if (!has_failed (self))
    note_code (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * ik_statement_bind_time:
 * @self: a statement
 * @index: the parameter, from 1
 * @at_us: microseconds since 1970 UTC; 0 binds NULL
 */
void
ik_statement_bind_time (IkStatement *self,
                        int          index,
                        gint64       at_us)
{
  if (at_us == 0)
    ik_statement_bind_null (self, index);
  else
    ik_statement_bind_int (self, index, at_us);
}

/**
 * ik_statement_bind_bytes:
 * @self: a statement
 * @index: the parameter, from 1
 * @bytes: a blob, copied; may be empty
 */
void
ik_statement_bind_bytes (IkStatement *self,
                         int          index,
                         GBytes      *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (has_failed (self))
    return;

  if (size == 0)
    note_code (self, sqlite3_bind_zeroblob (self->handle, index, 0));
  else
    note_code (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

/**
 * ik_statement_bind_pointer:
 * @self: a statement
 * @index: the parameter, from 1
 * @data: what a function of SQL gets; has to outlive the binding
 * @type: static text that the function asks for it by
 */
void
ik_statement_bind_pointer (IkStatement *self,
                           int          index,
                           gpointer     data,
                           const char  *type)
{
  if (!has_failed (self))
    note_code (self, sqlite3_bind_pointer (self->handle, index, data, type, NULL));
}

/**
 * ik_statement_bind_row:
 * @self: a statement
 * @from: a statement at a row, of the same connection
 *
 * Binds all columns of the row, copied as they are, to the parameters from 1 on.
 * A row that is copied so within a table takes half of what INSERT with SELECT
 * does, for which SQLite makes a table of its own each time.
 *
 * Returns: the parameter behind the last
 */
int
ik_statement_bind_row (IkStatement *self,
                       IkStatement *from)
{
  int n_columns = sqlite3_column_count (from->handle);

  for (int i = 0; !has_failed (self) && i < n_columns; i++)
    note_code (self, sqlite3_bind_value (self->handle, i + 1,
                                         sqlite3_column_value (from->handle, i)));

  return n_columns + 1;
}

/**
 * ik_statement_bind_null:
 * @self: a statement
 * @index: the parameter, from 1
 */
void
ik_statement_bind_null (IkStatement *self,
                        int          index)
{
  if (!has_failed (self))
    note_code (self, sqlite3_bind_null (self->handle, index));
}

/**
 * ik_statement_next:
 * @self: a statement
 *
 * Goes to the next row. A cancelled call of the library ends here.
 *
 * Returns: whether there is one; if not, ik_statement_finish() tells whether
 *   that was the end or an error
 */
gboolean
ik_statement_next (IkStatement *self)
{
  if (has_failed (self) || self->code == SQLITE_DONE)
    return FALSE;

  self->code = sqlite3_step (self->handle);
  return self->code == SQLITE_ROW;
}

/**
 * ik_statement_finish:
 * @self: a statement
 * @error: return location
 *
 * Ends the loop over the rows, also before its end, and makes the statement
 * ready for the next use.
 *
 * Returns: whether all went well since it was last ready
 */
gboolean
ik_statement_finish (IkStatement  *self,
                     GError      **error)
{
  int code = self->code;
  gboolean failed = has_failed (self);

  if (failed)
    ik_database_set_error (self->database, code, error);

  if (self->handle != NULL)
    {
      sqlite3_reset (self->handle);
      self->code = SQLITE_OK;
    }

  return !failed;
}

/**
 * ik_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs the statement to its end and makes it ready for the next use; its rows
 * are of no interest.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_statement_run (IkStatement  *self,
                  GError      **error)
{
  while (ik_statement_next (self))
    ;

  return ik_statement_finish (self, error);
}

/**
 * ik_statement_run_one:
 * @self: a statement that changes one record
 * @error: return location
 *
 * Like ik_statement_run(), for a record that has to be there.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND if nothing changed
 */
gboolean
ik_statement_run_one (IkStatement  *self,
                      GError      **error)
{
  if (!ik_statement_run (self, error))
    return FALSE;

  if (sqlite3_changes (self->database->handle) > 0)
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                       _("The record is not in the library any more"));
  return FALSE;
}

/**
 * ik_statement_get_text:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (transfer none): the text, valid until the next row; "" for NULL
 */
const char *
ik_statement_get_text (IkStatement *self,
                       int          column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? text : "";
}

/**
 * ik_statement_dup_text:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (transfer full): the text; "" for NULL
 */
char *
ik_statement_dup_text (IkStatement *self,
                       int          column)
{
  return g_strdup (ik_statement_get_text (self, column));
}

/**
 * ik_statement_dup_id:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): the id, %NULL for NULL
 */
char *
ik_statement_dup_id (IkStatement *self,
                     int          column)
{
  return g_strdup ((const char *) sqlite3_column_text (self->handle, column));
}

/**
 * ik_statement_get_int:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: the number; 0 for NULL
 */
int
ik_statement_get_int (IkStatement *self,
                      int          column)
{
  return sqlite3_column_int (self->handle, column);
}

/**
 * ik_statement_get_uint:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: the number, 0 for NULL and for what is out of range
 */
guint
ik_statement_get_uint (IkStatement *self,
                       int          column)
{
  gint64 value = sqlite3_column_int64 (self->handle, column);

  return value >= 0 && value <= G_MAXUINT ? (guint) value : 0;
}

/**
 * ik_statement_get_int64:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
ik_statement_get_int64 (IkStatement *self,
                        int          column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * ik_statement_get_time:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: microseconds since 1970 UTC; 0 for NULL
 */
gint64
ik_statement_get_time (IkStatement *self,
                       int          column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * ik_statement_get_boolean:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: whether the number is not 0
 */
gboolean
ik_statement_get_boolean (IkStatement *self,
                          int          column)
{
  return sqlite3_column_int (self->handle, column) != 0;
}

/**
 * ik_statement_is_null:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: whether there is no value
 */
gboolean
ik_statement_is_null (IkStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * ik_statement_dup_bytes:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (transfer full): a copy of the blob; empty for NULL
 */
GBytes *
ik_statement_dup_bytes (IkStatement *self,
                        int          column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

/**
 * ik_database_run:
 * @database: a connection
 * @sql: one or more statements without parameters
 * @error: return location
 *
 * Runs SQL that is not worth keeping prepared.
 *
 * Returns: whether all of it succeeded
 */
gboolean
ik_database_run (IkDatabase  *database,
                 const char  *sql,
                 GError     **error)
{
  int code = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || ik_database_set_error (database, code, error);
}

/**
 * ik_database_run_for_id:
 * @database: a connection
 * @sql: one statement whose only parameter is an id
 * @id: what is bound
 * @error: return location
 *
 * Runs SQL on one record and what belongs to it, such as "DELETE FROM tag
 * WHERE question_id = ?1".
 *
 * Returns: whether it succeeded, if only by changing nothing
 */
gboolean
ik_database_run_for_id (IkDatabase  *database,
                        const char  *sql,
                        const char  *id,
                        GError     **error)
{
  g_autoptr(IkStatement) statement = ik_database_prepare (database, sql);

  ik_statement_bind_text (statement, 1, id);
  return ik_statement_run (statement, error);
}

/**
 * ik_database_get_n_changed:
 * @database: a connection
 *
 * Returns: rows that the last INSERT, UPDATE or DELETE changed, those of
 *   foreign keys and triggers not counted
 */
guint
ik_database_get_n_changed (IkDatabase *database)
{
  return (guint) sqlite3_changes (database->handle);
}

/**
 * ik_database_get_last_row:
 * @database: a connection
 *
 * Returns: the row that the last INSERT made
 */
gint64
ik_database_get_last_row (IkDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}

/**
 * ik_database_now_us:
 * @database: a connection
 *
 * Returns: the wall-clock time of the library's clock, microseconds since 1970
 *   UTC
 */
gint64
ik_database_now_us (IkDatabase *database)
{
  return ik_clock_wall_us (database->clock);
}
