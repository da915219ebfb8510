#include "ik-answer-store.h"

#include "ik-statement.h"

#include "ik-text.h"

/**
 * ik_answer_store_load_notes:
 * @database: a connection
 * @interview: one with its items, without notes
 * @error: return location
 *
 * Loads the general notes and those of all items.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_answer_store_load_notes (IkDatabase   *database,
                            IkInterview  *interview,
                            GError      **error)
{
  g_autoptr(GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(IkStatement) load = NULL;

  g_hash_table_insert (lists, (gpointer) "", interview->notes);
  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      g_hash_table_insert (lists, item->id, item->notes);
    }

  load = ik_database_prepare (database,
                              "SELECT item_id, id, at, text FROM note WHERE interview_id = ?1 ORDER BY item_id, position");
  ik_statement_bind_text (load, 1, interview->id);

  while (ik_statement_next (load))
    {
      IkNote *note = ik_note_new (ik_statement_get_text (load, 3),
                                  ik_statement_get_int64 (load, 2));

      ik_text_set (&note->id, ik_statement_get_text (load, 1));
      g_ptr_array_add (g_hash_table_lookup (lists, ik_statement_get_text (load, 0)), note);
    }

  return ik_statement_finish (load, error);
}

static gboolean
save_answer (IkDatabase             *database,
             const IkInterviewItem  *item,
             GError                **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "UPDATE interview_item SET outcome = ?2, elapsed_ms = ?3, rating = ?4, not_assessed = ?5, "
                              "  evidence = ?6, skipped = ?7, is_scored = ?8, is_omitted = ?9, asked_as = ?10, quiet_ms = ?11 "
                              "WHERE id = ?1");
  ik_statement_bind_text (save, 1, item->id);
  ik_statement_bind_text (save, 2, ik_outcome_to_nick (item->outcome));
  ik_statement_bind_int (save, 3, item->elapsed_ms);
  if (item->rating == IK_RATING_NONE)
    ik_statement_bind_null (save, 4);
  else
    ik_statement_bind_int (save, 4, item->rating);
  ik_statement_bind_int (save, 5, item->not_assessed);
  ik_statement_bind_text (save, 6, item->evidence);
  ik_statement_bind_int (save, 7, item->n_skipped);
  ik_statement_bind_int (save, 8, item->scored);
  ik_statement_bind_int (save, 9, item->omitted);
  ik_statement_bind_text (save, 10, item->asked_as);
  ik_statement_bind_int (save, 11, item->quiet_ms);

  return ik_statement_run_one (save, error);
}

static gboolean
remove_own_indicators (IkDatabase             *database,
                       const IkInterviewItem  *item,
                       GError                **error)
{
  g_autofree const char **ids = g_new0 (const char *, item->indicators->len + 1);
  g_autoptr(IkStatement) remove = NULL;

  for (guint i = 0; i < item->indicators->len; i++)
    ids[i] = ((IkIndicator *) item->indicators->pdata[i])->id;

  remove = ik_database_prepare (database,
                                "DELETE FROM indicator WHERE item_id = ?1 AND side = 'own' AND "
                                "  id NOT IN (SELECT value FROM json_each (?2))");
  ik_statement_bind_text (remove, 1, item->id);
  ik_statement_bind_texts (remove, 2, ids);

  return ik_statement_run (remove, error);
}

/* Those of the interviewer's own come and go with their tick. */
static gboolean
save_ticks (IkDatabase             *database,
            const IkInterviewItem  *item,
            GError                **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "INSERT INTO indicator (id, item_id, side, position, text, ticked_at) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                              "ON CONFLICT (id) DO UPDATE SET ticked_at = ?6 WHERE ticked_at IS NOT ?6");

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      ik_statement_bind_text (save, 1, indicator->id);
      ik_statement_bind_text (save, 2, item->id);
      ik_statement_bind_text (save, 3, ik_indicator_side_to_nick (indicator->side));
      ik_statement_bind_int (save, 4, i);
      ik_statement_bind_text (save, 5, indicator->text);
      ik_statement_bind_time (save, 6, indicator->ticked_at_us);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return remove_own_indicators (database, item, error);
}

/**
 * ik_answer_store_save_item:
 * @database: the writer
 * @interview_id: an interview
 * @item: one of its items
 * @error: return location
 *
 * Stores outcome, time, rating, evidence, ticks, notes and marks of an item; its
 * wording stays what it is.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is no
 *   such item
 */
gboolean
ik_answer_store_save_item (IkDatabase             *database,
                           const char             *interview_id,
                           const IkInterviewItem  *item,
                           GError                **error)
{
  return save_answer (database, item, error) &&
         save_ticks (database, item, error) &&
         ik_answer_store_save_notes (database, interview_id, item->id, item->notes, error);
}

static gboolean
remove_other_notes (IkDatabase  *database,
                    const char  *interview_id,
                    const char  *item_id,
                    GPtrArray   *notes,
                    GError     **error)
{
  g_autofree const char **ids = g_new0 (const char *, notes->len + 1);
  g_autoptr(IkStatement) remove = NULL;

  for (guint i = 0; i < notes->len; i++)
    ids[i] = ((IkNote *) notes->pdata[i])->id;

  remove = ik_database_prepare (database,
                                "DELETE FROM note WHERE interview_id = ?1 AND item_id IS ?2 AND "
                                "  id NOT IN (SELECT value FROM json_each (?3))");
  ik_statement_bind_text (remove, 1, interview_id);
  ik_statement_bind_text (remove, 2, item_id);
  ik_statement_bind_texts (remove, 3, ids);

  return ik_statement_run (remove, error);
}

/**
 * ik_answer_store_save_notes:
 * @database: the writer
 * @interview_id: an interview
 * @item_id: (nullable): one of its items, %NULL for the general notes
 * @notes: (element-type IkNote): all paragraphs, in order
 * @error: return location
 *
 * Makes @notes the ones of the item. Only rows that changed are written: while
 * somebody types that is one paragraph.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_answer_store_save_notes (IkDatabase  *database,
                            const char  *interview_id,
                            const char  *item_id,
                            GPtrArray   *notes,
                            GError     **error)
{
  g_autoptr(IkStatement) save = NULL;

  if (!remove_other_notes (database, interview_id, item_id, notes, error))
    return FALSE;

  save = ik_database_prepare (database,
                              "INSERT INTO note (id, interview_id, item_id, position, at, text) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                              "ON CONFLICT (id) DO UPDATE SET position = ?4, at = ?5, text = ?6 "
                              "WHERE (position, at, text) IS NOT (?4, ?5, ?6)");
  ik_statement_bind_text (save, 2, interview_id);
  ik_statement_bind_text (save, 3, item_id);

  for (guint i = 0; i < notes->len; i++)
    {
      const IkNote *note = notes->pdata[i];

      ik_statement_bind_text (save, 1, note->id);
      ik_statement_bind_int (save, 4, i);
      ik_statement_bind_int (save, 5, note->at_us);
      ik_statement_bind_text (save, 6, note->text);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return TRUE;
}
