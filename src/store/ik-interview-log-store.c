#include "ik-interview-log-store.h"

#include "ik-interview.h"
#include "ik-statement.h"

/**
 * ik_interview_log_store_add_event:
 * @database: the writer
 * @interview_id: an interview
 * @event: what happened
 * @error: return location
 *
 * Appends to the log of an interview.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_log_store_add_event (IkDatabase              *database,
                                  const char              *interview_id,
                                  const IkInterviewEvent  *event,
                                  GError                 **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             "INSERT INTO event (interview_id, item_id, at, kind, value, boot_at, boot_id) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  ik_statement_bind_text (add, 1, interview_id);
  ik_statement_bind_text (add, 2, event->item_id);
  ik_statement_bind_int (add, 3, event->at.wall_us);
  ik_statement_bind_text (add, 4, event->kind);
  ik_statement_bind_text (add, 5, event->value);
  ik_statement_bind_int (add, 6, event->at.boot_us);
  ik_statement_bind_text (add, 7, event->at.boot_id);

  return ik_statement_run (add, error);
}

/**
 * ik_interview_log_store_list_events:
 * @database: a connection
 * @interview_id: an interview
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewEvent): its log, in order;
 *   %NULL with @error set on failure
 */
GPtrArray *
ik_interview_log_store_list_events (IkDatabase  *database,
                                    const char  *interview_id,
                                    GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) events = NULL;

  events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);
  list = ik_database_prepare (database,
                              "SELECT at, item_id, kind, value, boot_at, boot_id FROM event "
                              "WHERE interview_id = ?1 ORDER BY seq");
  ik_statement_bind_text (list, 1, interview_id);

  while (ik_statement_next (list))
    {
      g_autofree char *item_id = ik_statement_dup_id (list, 1);
      g_autofree char *kind = ik_statement_dup_text (list, 2);

      IkInterviewEvent *event;

      event = ik_interview_event_new (ik_statement_get_int64 (list, 0), item_id, kind,
                                      ik_statement_get_text (list, 3));
      event->at.boot_us = ik_statement_get_int64 (list, 4);
      g_strlcpy (event->at.boot_id, ik_statement_get_text (list, 5), sizeof event->at.boot_id);
      g_ptr_array_add (events, event);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&events) : NULL;
}

/**
 * ik_interview_log_store_add_change:
 * @database: the writer
 * @interview_id: an interview
 * @change: what was changed after it had been handed in
 * @error: return location
 *
 * Appends to the change log of an interview.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_log_store_add_change (IkDatabase               *database,
                                   const char               *interview_id,
                                   const IkInterviewChange  *change,
                                   GError                  **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             "INSERT INTO change_log (interview_id, item_id, at, field, old_value, new_value, reason) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  ik_statement_bind_text (add, 1, interview_id);
  ik_statement_bind_text (add, 2, change->item_id);
  ik_statement_bind_int (add, 3, change->at_us);
  ik_statement_bind_text (add, 4, change->field);
  ik_statement_bind_text (add, 5, change->old_value);
  ik_statement_bind_text (add, 6, change->new_value);
  ik_statement_bind_text (add, 7, change->reason);

  return ik_statement_run (add, error);
}

/**
 * ik_interview_log_store_list_changes:
 * @database: a connection
 * @interview_id: an interview
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewChange): what was changed
 *   after handing in, in order; %NULL with @error set on failure
 */
GPtrArray *
ik_interview_log_store_list_changes (IkDatabase  *database,
                                     const char  *interview_id,
                                     GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) changes = NULL;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_change_free);
  list = ik_database_prepare (database,
                              "SELECT item_id, at, field, old_value, new_value, reason FROM change_log "
                              "WHERE interview_id = ?1 ORDER BY seq");
  ik_statement_bind_text (list, 1, interview_id);

  while (ik_statement_next (list))
    {
      IkInterviewChange *change = g_new0 (IkInterviewChange, 1);

      change->item_id = ik_statement_dup_id (list, 0);
      change->at_us = ik_statement_get_int64 (list, 1);
      change->field = ik_statement_dup_text (list, 2);
      change->old_value = ik_statement_dup_text (list, 3);
      change->new_value = ik_statement_dup_text (list, 4);
      change->reason = ik_statement_dup_text (list, 5);
      g_ptr_array_add (changes, change);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&changes) : NULL;
}

/**
 * ik_interview_log_store_add_reopening:
 * @database: the writer
 * @interview_id: an interview
 * @at_us: when, microseconds since 1970 UTC
 * @reason: why
 * @error: return location
 *
 * Leaves the trace of a reopening.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_log_store_add_reopening (IkDatabase  *database,
                                      const char  *interview_id,
                                      gint64       at_us,
                                      const char  *reason,
                                      GError     **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             "INSERT INTO reopening (interview_id, at, reason) VALUES (?1, ?2, ?3)");
  ik_statement_bind_text (add, 1, interview_id);
  ik_statement_bind_int (add, 2, at_us);
  ik_statement_bind_text (add, 3, reason);

  return ik_statement_run (add, error);
}

/**
 * ik_interview_log_store_load_reopenings:
 * @database: a connection
 * @interview_id: an interview
 * @reopenings: (element-type IkReopening): they are added here, in order
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_log_store_load_reopenings (IkDatabase  *database,
                                        const char  *interview_id,
                                        GPtrArray   *reopenings,
                                        GError     **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT at, reason FROM reopening WHERE interview_id = ?1 ORDER BY at");
  ik_statement_bind_text (list, 1, interview_id);

  while (ik_statement_next (list))
    g_ptr_array_add (reopenings, ik_reopening_new (ik_statement_get_int64 (list, 0),
                                                   ik_statement_get_text (list, 1)));

  return ik_statement_finish (list, error);
}
