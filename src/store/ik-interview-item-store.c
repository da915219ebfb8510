#include "ik-interview-item-store.h"

#include "ik-attachment-store.h"
#include "ik-statement.h"

#include "ik-list.h"
#include "ik-text.h"

/* Loading: one query for each table, whatever the number of items. */

static IkInterviewItem *
read_item (IkStatement *row)
{
  g_autoptr(IkQuestion) question = ik_question_new (ik_statement_get_text (row, 9));
  IkInterviewItem *item;

  ik_question_kind_from_nick (ik_statement_get_text (row, 8), &question->kind);
  item = ik_interview_item_new (question);

  ik_text_set (&item->id, ik_statement_get_text (row, 0));
  g_free (item->question_id);
  item->question_id = ik_statement_dup_id (row, 1);
  ik_text_set (&item->section, ik_statement_get_text (row, 2));
  ik_text_set (&item->section_introduction, ik_statement_get_text (row, 3));
  item->required = ik_statement_get_boolean (row, 4);
  item->minutes = ik_statement_get_uint (row, 5);
  item->scored = ik_statement_get_boolean (row, 6);
  item->off_script = ik_statement_get_boolean (row, 7);
  ik_text_set (&item->candidate.details, ik_statement_get_text (row, 10));
  ik_text_set (&item->interviewer.reference_answer, ik_statement_get_text (row, 11));
  ik_text_set (&item->interviewer.why_it_matters, ik_statement_get_text (row, 12));
  item->competency_id = ik_statement_dup_id (row, 13);
  item->rubric_id = ik_statement_dup_id (row, 14);
  ik_outcome_from_nick (ik_statement_get_text (row, 15), &item->outcome);
  item->elapsed_ms = ik_statement_get_int64 (row, 16);
  item->rating = ik_statement_is_null (row, 17) ? IK_RATING_NONE : ik_statement_get_int (row, 17);
  item->not_assessed = ik_statement_get_boolean (row, 18);
  ik_text_set (&item->evidence, ik_statement_get_text (row, 19));
  item->n_skipped = ik_statement_get_uint (row, 20);
  item->omitted = ik_statement_get_boolean (row, 21);
  ik_text_set (&item->asked_as, ik_statement_get_text (row, 22));
  item->quiet_ms = ik_statement_get_int64 (row, 23);
  item->weight = ik_statement_get_uint (row, 24);
  ik_text_set (&item->weight_reason, ik_statement_get_text (row, 25));
  if (!ik_statement_is_null (row, 26))
    item->knock_out = ik_statement_get_int (row, 26);

  return item;
}

static gboolean
load_items (IkDatabase   *database,
            IkInterview  *interview,
            GHashTable   *items,
            GError      **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT id, question_id, section, section_introduction, is_required, minutes, is_scored, "
                              "  is_off_script, kind, prompt, details, reference_answer, why_it_matters, competency_id, "
                              "  rubric_id, outcome, elapsed_ms, rating, not_assessed, evidence, skipped, is_omitted, asked_as, "
                              "  quiet_ms, weight, weight_reason, knock_out "
                              "FROM interview_item WHERE interview_id = ?1 ORDER BY position");
  ik_statement_bind_text (load, 1, interview->id);

  while (ik_statement_next (load))
    {
      IkInterviewItem *item = read_item (load);

      g_ptr_array_add (interview->items, item);
      g_hash_table_insert (items, item->id, item);
    }

  return ik_statement_finish (load, error);
}

static void
add_text (IkInterviewItem *item,
          const char      *field,
          const char      *level,
          const char      *text)
{
  const struct
  {
    const char *field;
    GPtrArray  *texts;
  } lists[] = {
    { "sub_question", item->candidate.sub_questions },
    { "follow_up", item->interviewer.follow_ups },
    { "clarifying_question", item->interviewer.clarifying_questions },
    { "solution_step", item->interviewer.solution_steps },
    { "reference", item->interviewer.references },
  };

  if (g_str_equal (field, "answer"))
    g_ptr_array_add (item->interviewer.level_answers, ik_level_answer_new (level, text));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_str_equal (field, lists[i].field))
        ik_text_list_add (lists[i].texts, text);
    }
}

static gboolean
load_texts (IkDatabase  *database,
            const char  *interview_id,
            GHashTable  *items,
            GError     **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT item_id, field, level, text FROM interview_text "
                              "WHERE item_id IN (SELECT id FROM interview_item WHERE interview_id = ?1) "
                              "ORDER BY item_id, field, interview_text.position");
  ik_statement_bind_text (load, 1, interview_id);

  while (ik_statement_next (load))
    add_text (g_hash_table_lookup (items, ik_statement_get_text (load, 0)),
              ik_statement_get_text (load, 1), ik_statement_get_text (load, 2),
              ik_statement_get_text (load, 3));

  return ik_statement_finish (load, error);
}

static gboolean
load_indicators (IkDatabase  *database,
                 const char  *interview_id,
                 GHashTable  *items,
                 GError     **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT item_id, id, side, text, ticked_at FROM indicator "
                              "WHERE item_id IN (SELECT id FROM interview_item WHERE interview_id = ?1) "
                              "ORDER BY item_id, indicator.position");
  ik_statement_bind_text (load, 1, interview_id);

  while (ik_statement_next (load))
    {
      IkInterviewItem *item = g_hash_table_lookup (items, ik_statement_get_text (load, 0));
      IkIndicatorSide side = IK_INDICATOR_POSITIVE;
      IkIndicator *indicator;

      ik_indicator_side_from_nick (ik_statement_get_text (load, 2), &side);
      indicator = ik_indicator_new (side, ik_statement_get_text (load, 3));
      ik_text_set (&indicator->id, ik_statement_get_text (load, 1));
      indicator->ticked_at_us = ik_statement_get_time (load, 4);
      g_ptr_array_add (item->indicators, indicator);
      if (side == IK_INDICATOR_POSITIVE)
        ik_text_list_add (item->interviewer.positive_indicators, indicator->text);
      else if (side == IK_INDICATOR_RED_FLAG)
        ik_text_list_add (item->interviewer.red_flags, indicator->text);
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_item_attachments (IkDatabase       *database,
                       IkInterviewItem  *item,
                       GError          **error)
{
  g_autoptr(GPtrArray) attachments = NULL;

  attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  if (!ik_attachment_store_load (database, IK_ATTACHMENT_OWNER_ITEM, item->id, attachments, error))
    return FALSE;

  while (attachments->len > 0)
    {
      IkAttachment *attachment = g_ptr_array_steal_index (attachments, 0);

      g_ptr_array_add (attachment->side == IK_SIDE_CANDIDATE ? item->candidate.attachments
                                                             : item->interviewer.attachments,
                       attachment);
    }

  return TRUE;
}

/* Few items have any, so those are looked up first. */
static gboolean
load_attachments (IkDatabase  *database,
                  const char  *interview_id,
                  GHashTable  *items,
                  GError     **error)
{
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database,
                              "SELECT DISTINCT item_id FROM attachment "
                              "WHERE item_id IN (SELECT id FROM interview_item WHERE interview_id = ?1)");
  ik_statement_bind_text (find, 1, interview_id);

  while (ik_statement_next (find))
    g_ptr_array_add (owners, g_hash_table_lookup (items, ik_statement_get_text (find, 0)));
  if (!ik_statement_finish (find, error))
    return FALSE;

  for (guint i = 0; i < owners->len; i++)
    {
      if (!load_item_attachments (database, owners->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_interview_item_store_load:
 * @database: a connection
 * @interview: one without items; its id says whose
 * @error: return location
 *
 * Loads all items with wording, indicators and attachments, but without notes.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_item_store_load (IkDatabase   *database,
                              IkInterview  *interview,
                              GError      **error)
{
  g_autoptr(GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);

  return load_items (database, interview, items, error) &&
         load_texts (database, interview->id, items, error) &&
         load_indicators (database, interview->id, items, error) &&
         load_attachments (database, interview->id, items, error);
}

/* Inserting */

static gboolean
insert_head (IkDatabase             *database,
             const char             *interview_id,
             const IkInterviewItem  *item,
             guint                   position,
             GError                **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO interview_item (id, interview_id, question_id, position, section, "
                                "  section_introduction, is_required, minutes, is_scored, is_off_script, kind, prompt, "
                                "  details, reference_answer, why_it_matters, competency_id, rubric_id, weight, weight_reason, "
                                "  knock_out) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");
  ik_statement_bind_text (insert, 1, item->id);
  ik_statement_bind_text (insert, 2, interview_id);
  ik_statement_bind_text (insert, 3, item->question_id);
  ik_statement_bind_int (insert, 4, position);
  ik_statement_bind_text (insert, 5, item->section);
  ik_statement_bind_text (insert, 6, item->section_introduction);
  ik_statement_bind_int (insert, 7, item->required);
  ik_statement_bind_int (insert, 8, item->minutes);
  ik_statement_bind_int (insert, 9, item->scored);
  ik_statement_bind_int (insert, 10, item->off_script);
  ik_statement_bind_text (insert, 11, ik_question_kind_to_nick (item->kind));
  ik_statement_bind_text (insert, 12, item->candidate.prompt);
  ik_statement_bind_text (insert, 13, item->candidate.details);
  ik_statement_bind_text (insert, 14, item->interviewer.reference_answer);
  ik_statement_bind_text (insert, 15, item->interviewer.why_it_matters);
  ik_statement_bind_text (insert, 16, item->competency_id);
  ik_statement_bind_text (insert, 17, item->rubric_id);
  ik_statement_bind_int (insert, 18, item->weight);
  ik_statement_bind_text (insert, 19, item->weight_reason);
  if (item->knock_out == IK_RATING_NONE)
    ik_statement_bind_null (insert, 20);
  else
    ik_statement_bind_int (insert, 20, item->knock_out);

  return ik_statement_run (insert, error);
}

static gboolean
insert_text (IkDatabase  *database,
             const char  *item_id,
             const char  *field,
             guint        position,
             const char  *level,
             const char  *text,
             GError     **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO interview_text (item_id, field, position, level, text) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
  ik_statement_bind_text (insert, 1, item_id);
  ik_statement_bind_text (insert, 2, field);
  ik_statement_bind_int (insert, 3, position);
  ik_statement_bind_text (insert, 4, level);
  ik_statement_bind_text (insert, 5, text);

  return ik_statement_run (insert, error);
}

static gboolean
insert_texts (IkDatabase             *database,
              const IkInterviewItem  *item,
              GError                **error)
{
  const struct
  {
    const char *field;
    GPtrArray  *texts;
  } lists[] = {
    { "sub_question", item->candidate.sub_questions },
    { "follow_up", item->interviewer.follow_ups },
    { "clarifying_question", item->interviewer.clarifying_questions },
    { "solution_step", item->interviewer.solution_steps },
    { "reference", item->interviewer.references },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint k = 0; k < lists[i].texts->len; k++)
        {
          if (!insert_text (database, item->id, lists[i].field, k, "", lists[i].texts->pdata[k],
                            error))
            return FALSE;
        }
    }

  for (guint i = 0; i < item->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = item->interviewer.level_answers->pdata[i];

      if (!insert_text (database, item->id, "answer", i, answer->level, answer->text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_indicators (IkDatabase             *database,
                   const IkInterviewItem  *item,
                   GError                **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO indicator (id, item_id, side, position, text) VALUES (?1, ?2, ?3, ?4, ?5)");

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      ik_statement_bind_text (insert, 1, indicator->id);
      ik_statement_bind_text (insert, 2, item->id);
      ik_statement_bind_text (insert, 3, ik_indicator_side_to_nick (indicator->side));
      ik_statement_bind_int (insert, 4, i);
      ik_statement_bind_text (insert, 5, indicator->text);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/* The files are copies with ids of their own; the question keeps its own. */
static gboolean
insert_attachments (IkDatabase             *database,
                    const IkInterviewItem  *item,
                    GError                **error)
{
  GPtrArray *const sides[] = { item->candidate.attachments, item->interviewer.attachments };
  g_autoptr(GPtrArray) copies = NULL;

  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      for (guint k = 0; k < sides[i]->len; k++)
        {
          const IkAttachment *attachment = sides[i]->pdata[k];

          g_ptr_array_add (copies, ik_attachment_new (attachment->name, attachment->media_type,
                                                      attachment->side, attachment->data));
        }
    }

  return ik_attachment_store_insert (database, IK_ATTACHMENT_OWNER_ITEM, item->id, copies, error);
}

/**
 * ik_interview_item_store_insert:
 * @database: the writer
 * @interview_id: an interview
 * @item: a new item
 * @position: index in the interview
 * @error: return location
 *
 * Stores the wording of a new item; its answer is for ik_answer_store_save_item().
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_item_store_insert (IkDatabase             *database,
                                const char             *interview_id,
                                const IkInterviewItem  *item,
                                guint                   position,
                                GError                **error)
{
  return insert_head (database, interview_id, item, position, error) &&
         insert_texts (database, item, error) &&
         insert_indicators (database, item, error) &&
         insert_attachments (database, item, error);
}

/**
 * ik_interview_item_store_move:
 * @database: the writer
 * @id: a stored item
 * @position: its index in the interview from now on
 * @error: return location
 *
 * Stores where an item stands. The others stay where they are.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_item_store_move (IkDatabase  *database,
                              const char  *id,
                              guint        position,
                              GError     **error)
{
  g_autoptr(IkStatement) move = NULL;

  move = ik_database_prepare (database,
                              "UPDATE interview_item SET position = ?2 WHERE id = ?1 AND position <> ?2");
  ik_statement_bind_text (move, 1, id);
  ik_statement_bind_int (move, 2, position);

  return ik_statement_run (move, error);
}

/**
 * ik_interview_item_store_remove:
 * @database: the writer
 * @id: an item that was added off script, stored or not
 * @error: return location
 *
 * Removes an item with its answer and its events. What was planned stays.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_item_store_remove (IkDatabase  *database,
                                const char  *id,
                                GError     **error)
{
  g_autoptr(IkStatement) remove = NULL;

  remove = ik_database_prepare (database,
                                "DELETE FROM interview_item WHERE id = ?1 AND is_off_script = 1");
  ik_statement_bind_text (remove, 1, id);

  return ik_statement_run (remove, error);
}
