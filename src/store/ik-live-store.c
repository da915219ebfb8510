#include "ik-live-store.h"

#include "ik-answer-store.h"
#include "ik-interview-item-store.h"
#include "ik-interview-log-store.h"
#include "ik-statement.h"

#include <glib/gi18n.h>

/**
 * ik_live_change_new:
 * @interview: an interview that is being held
 *
 * Returns: (transfer full): its state and clock as they are now, without items,
 *   notes and events
 */
IkLiveChange *
ik_live_change_new (const IkInterview *interview)
{
  IkLiveChange *self = g_new0 (IkLiveChange, 1);

  self->interview_id = g_strdup (interview->id);
  self->state = interview->state;
  self->from_paper = interview->from_paper;
  self->started_at_us = interview->started_at_us;
  self->ended_at_us = interview->ended_at_us;
  self->started = interview->started;
  self->paused = interview->paused;
  self->paused_ms = interview->paused_ms;
  self->broken_off_ms = interview->broken_off_ms;
  self->quiet = interview->quiet;
  self->current_item = interview->current_item;
  self->focused = interview->focused;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_item_free);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_item_free);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);

  return self;
}

/**
 * ik_live_change_free:
 * @self: (transfer full): a change
 */
void
ik_live_change_free (IkLiveChange *self)
{
  g_free (self->interview_id);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/* The wall time of the start is its own column. */
static gboolean
save_head (IkDatabase          *database,
           const IkLiveChange  *change,
           GError             **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "UPDATE interview SET state = ?2, started_at = ?3, ended_at = ?4, started_boot_at = ?5, "
                              "  started_boot_id = ?6, paused_wall_at = ?7, paused_boot_at = ?8, paused_boot_id = ?9, "
                              "  paused_ms = ?10, current_item = ?11, focused_wall_at = ?12, focused_boot_at = ?13, "
                              "  focused_boot_id = ?14, quiet_wall_at = ?15, quiet_boot_at = ?16, quiet_boot_id = ?17, is_from_paper = ?18, "
                              "  broken_off_ms = ?19 "
                              "WHERE id = ?1 AND state IN ('planned', 'live', 'broken_off', 'review')");
  ik_statement_bind_text (save, 1, change->interview_id);
  ik_statement_bind_text (save, 2, ik_interview_state_to_nick (change->state));
  ik_statement_bind_time (save, 3, change->started_at_us);
  ik_statement_bind_time (save, 4, change->ended_at_us);
  ik_statement_bind_int (save, 5, change->started.boot_us);
  ik_statement_bind_text (save, 6, change->started.boot_id);
  ik_statement_bind_int (save, 7, change->paused.wall_us);
  ik_statement_bind_int (save, 8, change->paused.boot_us);
  ik_statement_bind_text (save, 9, change->paused.boot_id);
  ik_statement_bind_int (save, 10, change->paused_ms);
  ik_statement_bind_int (save, 11, change->current_item);
  ik_statement_bind_int (save, 12, change->focused.wall_us);
  ik_statement_bind_int (save, 13, change->focused.boot_us);
  ik_statement_bind_text (save, 14, change->focused.boot_id);
  ik_statement_bind_int (save, 15, change->quiet.wall_us);
  ik_statement_bind_int (save, 16, change->quiet.boot_us);
  ik_statement_bind_text (save, 17, change->quiet.boot_id);
  ik_statement_bind_int (save, 18, change->from_paper);
  ik_statement_bind_int (save, 19, change->broken_off_ms);

  if (!ik_statement_run (save, error))
    return FALSE;
  if (ik_database_get_n_changed (database) > 0)
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("The interview was handed in, called off or erased elsewhere"));
  return FALSE;
}

static gboolean
remove_items (IkDatabase          *database,
              const IkLiveChange  *change,
              GError             **error)
{
  for (guint i = 0; i < change->removed->len; i++)
    {
      if (!ik_interview_item_store_remove (database, change->removed->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static const IkInterviewItem *
find_added (const IkLiveChange *change,
            const char         *id)
{
  for (guint i = 0; i < change->added->len; i++)
    {
      const IkInterviewItem *item = change->added->pdata[i];

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

static gboolean
save_order (IkDatabase          *database,
            const IkLiveChange  *change,
            GError             **error)
{
  for (guint i = 0; change->order != NULL && i < change->order->len; i++)
    {
      const char *id = change->order->pdata[i];
      const IkInterviewItem *item = find_added (change, id);

      if (item != NULL)
        {
          if (!ik_interview_item_store_insert (database, change->interview_id, item, i, error))
            return FALSE;
        }
      else if (!ik_interview_item_store_move (database, id, i, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_live_store_save:
 * @database: the writer
 * @change: what changed
 * @error: return location
 *
 * Stores what changed in an interview that is being held. Linear in what
 * changed, whatever the length of the interview; where items came or went, in
 * that length.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED where the interview is
 *   not held any more
 */
gboolean
ik_live_store_save (IkDatabase          *database,
                    const IkLiveChange  *change,
                    GError             **error)
{
  if (!save_head (database, change, error) ||
      !remove_items (database, change, error) ||
      !save_order (database, change, error))
    return FALSE;

  for (guint i = 0; i < change->items->len; i++)
    {
      if (!ik_answer_store_save_item (database, change->interview_id, change->items->pdata[i],
                                      error))
        return FALSE;
    }

  for (guint i = 0; i < change->events->len; i++)
    {
      if (!ik_interview_log_store_add_event (database, change->interview_id,
                                             change->events->pdata[i], error))
        return FALSE;
    }

  return change->notes == NULL ||
         ik_answer_store_save_notes (database, change->interview_id, NULL, change->notes, error);
}
