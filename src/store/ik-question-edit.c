#include "ik-question-edit.h"

#include "ik-id.h"
#include "ik-pack-store.h"
#include "ik-question-index.h"
#include "ik-question-store.h"
#include "ik-record.h"
#include "ik-statement.h"
#include "ik-text.h"
#include "ik-unspaced.h"

#include <string.h>

/* One question by prepared statements is as fast here as sets of them, and a
 * step can end behind any. The full-text index follows behind some of them:
 * FTS5 writes all it has in memory before a statement that could fail half
 * done, such as an INSERT that copies rows. */

/* How often it is looked whether time is left. */
#define QUESTIONS_AT_ONCE 100

static void
add_unindexed (IkQuestionEditing *self,
               gint64             row)
{
  if (self->unindexed == NULL)
    self->unindexed = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (self->unindexed, row);
}

/* Where they go to */

static gboolean
enter_section (IkQuestionEditing  *self,
               IkDatabase         *database,
               const char         *pack_id,
               const char         *title,
               GError            **error)
{
  gboolean has_pack;

  if (!ik_pack_store_has (database, pack_id, &has_pack, error))
    return FALSE;
  if (!has_pack)
    return ik_record_set_not_found (IK_RECORD_PACK, pack_id, error);

  self->section_id = ik_pack_store_ensure_section (database, pack_id, title, error);
  return self->section_id != NULL &&
         ik_pack_store_get_end (database, self->section_id, &self->position, error);
}

/* Questions that are deleted go to a pack that is removed itself: nobody sees
 * it, it is purged like any other, and nothing has to leave the full-text index
 * or to come back to it before that. */
static gboolean
enter_removed_pack (IkQuestionEditing  *self,
                    IkDatabase         *database,
                    GError            **error)
{
  g_autoptr(IkPack) pack = ik_pack_new ("");

  g_ptr_array_add (pack->sections, ik_section_new (""));
  return ik_pack_store_insert (database, pack, FALSE, error) &&
         ik_pack_store_remove (database, pack->id, error) &&
         enter_section (self, database, pack->id, "", error);
}

static gboolean
ensure_section (IkQuestionEditing  *self,
                IkDatabase         *database,
                GError            **error)
{
  const IkQuestionEdit *edit = self->edit;

  if (self->section_id != NULL)
    return TRUE;

  return edit->kind == IK_QUESTION_EDIT_DELETE
         ? enter_removed_pack (self, database, error)
         : enter_section (self, database, edit->pack_id, edit->section, error);
}

/* Columns: each statement has the row as ?1 and the time as ?2. */

static gboolean
run_for_row (IkQuestionEditing  *self,
             IkDatabase         *database,
             IkStatement        *statement,
             gint64              row,
             GError            **error)
{
  ik_statement_bind_int (statement, 1, row);
  ik_statement_bind_int (statement, 2, ik_database_now_us (database));
  if (!ik_statement_run (statement, error))
    return FALSE;

  self->n_changed += ik_database_get_n_changed (database);
  return TRUE;
}

static gboolean
set_state (IkQuestionEditing  *self,
           IkDatabase         *database,
           gint64              row,
           GError            **error)
{
  gboolean archives = self->edit->kind == IK_QUESTION_EDIT_ARCHIVE;
  g_autoptr(IkStatement) set =
    ik_database_prepare (database, archives
                         ? "UPDATE question SET state = 'archived', changed_at = ?2"
                         " WHERE seq = ?1 AND state <> 'archived'"
                         : "UPDATE question SET state = 'ready', changed_at = ?2"
                         " WHERE seq = ?1 AND state = 'archived'");

  return run_for_row (self, database, set, row, error);
}

static gboolean
set_level (IkQuestionEditing  *self,
           IkDatabase         *database,
           gint64              row,
           GError            **error)
{
  g_autoptr(IkStatement) set =
    ik_database_prepare (database, "UPDATE question SET level = ?3, changed_at = ?2"
                         " WHERE seq = ?1 AND level <> ?3");

  ik_statement_bind_text (set, 3, self->edit->text);
  return run_for_row (self, database, set, row, error);
}

static gboolean
move (IkQuestionEditing  *self,
      IkDatabase         *database,
      gint64              row,
      GError            **error)
{
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE question SET section_id = ?3, position = ?4,"
                         " changed_at = ?2 WHERE seq = ?1");

  ik_statement_bind_text (update, 3, self->section_id);
  ik_statement_bind_int (update, 4, self->position++);
  return run_for_row (self, database, update, row, error);
}

static gboolean
leave_sets (IkDatabase  *database,
            gint64       row,
            GError     **error)
{
  g_autoptr(IkStatement) leave =
    ik_database_prepare (database, "DELETE FROM set_item WHERE question_id ="
                         " (SELECT id FROM question WHERE seq = ?1)");

  ik_statement_bind_int (leave, 1, row);
  return ik_statement_run (leave, error);
}

/* Copies */

static gboolean
copy_lists (IkDatabase  *database,
            gint64       row,
            const char  *copy_id,
            GError     **error)
{
  static const char *const sql[] = {
    "INSERT INTO guidance_item (question_id, field, position, level, text)"
    " SELECT ?2, field, position, level, text FROM guidance_item"
    " WHERE question_id = (SELECT id FROM question WHERE seq = ?1)",
    "INSERT INTO tag (question_id, name, position) SELECT ?2, name, position FROM tag"
    " WHERE question_id = (SELECT id FROM question WHERE seq = ?1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr(IkStatement) copy = ik_database_prepare (database, sql[i]);

      ik_statement_bind_int (copy, 1, row);
      ik_statement_bind_text (copy, 2, copy_id);
      if (!ik_statement_run (copy, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_attachments (IkDatabase  *database,
                  gint64       row,
                  const char  *copy_id,
                  GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM attachment WHERE question_id ="
                         " (SELECT id FROM question WHERE seq = ?1)");
  g_autoptr(IkStatement) copy =
    ik_database_prepare (database, "INSERT INTO attachment (id, question_id, position, name,"
                         " media_type, side, data) SELECT ?2, ?3, position, name, media_type,"
                         " side, data FROM attachment WHERE id = ?1");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  ik_statement_bind_int (find, 1, row);
  while (ik_statement_next (find))
    g_ptr_array_add (ids, ik_statement_dup_text (find, 0));
  if (!ik_statement_finish (find, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = ik_id_new ();

      ik_statement_bind_text (copy, 1, ids->pdata[i]);
      ik_statement_bind_text (copy, 2, id);
      ik_statement_bind_text (copy, 3, copy_id);
      if (!ik_statement_run (copy, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy (IkQuestionEditing  *self,
      IkDatabase         *database,
      gint64              row,
      GError            **error)
{
  g_autofree char *id = ik_id_new ();
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO question (id, section_id, position, state, kind,"
                         " level, minutes, competency_id, rubric_id, prompt, details,"
                         " reference_answer, why_it_matters, search_text, created_at, changed_at,"
                         " seq) SELECT ?3, ?4, ?5, state, kind, level, minutes, competency_id,"
                         " rubric_id, prompt, details, reference_answer, why_it_matters,"
                         " search_text, ?2, ?2," IK_QUESTION_NEXT_KEY " FROM question WHERE seq = ?1");

  ik_statement_bind_text (insert, 3, id);
  ik_statement_bind_text (insert, 4, self->section_id);
  ik_statement_bind_int (insert, 5, self->position++);

  if (!run_for_row (self, database, insert, row, error))
    return FALSE;
  if (ik_database_get_n_changed (database) > 0)
    add_unindexed (self, ik_database_get_last_row (database));

  return copy_lists (database, row, id, error) &&
         copy_attachments (database, row, id, error);
}

/* Tags: they are a line each of what can be searched. */

static gboolean
add_tag_row (IkDatabase  *database,
             gint64       row,
             const char  *tag,
             GError     **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO tag (question_id, name, position)"
                         " SELECT id, ?2, (SELECT coalesce (max (position) + 1, 0) FROM tag"
                         " WHERE question_id = question.id) FROM question WHERE seq = ?1"
                         " ON CONFLICT DO NOTHING");

  ik_statement_bind_int (insert, 1, row);
  ik_statement_bind_text (insert, 2, tag);
  return ik_statement_run (insert, error);
}

static gboolean
remove_tag_row (IkDatabase  *database,
                gint64       row,
                const char  *tag,
                GError     **error)
{
  g_autoptr(IkStatement) delete =
    ik_database_prepare (database, "DELETE FROM tag WHERE name = ?2 AND question_id ="
                         " (SELECT id FROM question WHERE seq = ?1)");

  ik_statement_bind_int (delete, 1, row);
  ik_statement_bind_text (delete, 2, tag);
  return ik_statement_run (delete, error);
}

/* Takes one line away; whether it was the tag's or an equal one of another list
 * makes no difference to a search. Case doesn't either, as in the table. */
static char *
remove_line (const char *text,
             const char *line)
{
  gsize length = strlen (line);

  for (const char *at = text; at != NULL; at = strchr (at, '\n'))
    {
      const char *begin = *at == '\n' ? at + 1 : at;

      if (g_ascii_strncasecmp (begin, line, length) == 0 &&
          (begin[length] == '\n' || begin[length] == '\0'))
        return g_strdup_printf ("%.*s%s", (int) (at - text), text, begin + length);

      at = begin;
    }

  return g_strdup (text);
}

static char *
edit_search_text (const char *text,
                  gpointer    data)
{
  const IkQuestionEdit *edit = data;

  return edit->kind == IK_QUESTION_EDIT_ADD_TAG ? g_strdup_printf ("%s\n%s", text, edit->text)
                                                : remove_line (text, edit->text);
}

/* What stands behind the lines depends on all of them where words have no
 * spaces between them: such a question is stored as if it was edited. */
static gboolean
store_again (IkDatabase  *database,
             gint64       row,
             GError     **error)
{
  g_autoptr(IkQuestion) question = NULL;
  g_autofree char *id = NULL;
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT id FROM question WHERE seq = ?1");

  ik_statement_bind_int (find, 1, row);
  if (ik_statement_next (find))
    id = ik_statement_dup_text (find, 0);
  if (!ik_statement_finish (find, error))
    return FALSE;

  question = ik_question_store_load (database, id, error);
  return question != NULL && ik_question_store_update (database, question, error);
}

static gboolean
edit_tag (IkQuestionEditing  *self,
          IkDatabase         *database,
          gint64              row,
          GError            **error)
{
  const char *tag = self->edit->text;
  gboolean done = self->edit->kind == IK_QUESTION_EDIT_ADD_TAG
                  ? add_tag_row (database, row, tag, error)
                  : remove_tag_row (database, row, tag, error);

  if (!done)
    return FALSE;
  if (ik_database_get_n_changed (database) > 0)
    {
      self->n_changed++;
      add_unindexed (self, row);
    }

  return TRUE;
}

static gboolean
index_tags (IkQuestionEditing  *self,
            IkDatabase         *database,
            GError            **error)
{
  g_autofree char *spread = ik_unspaced_spread (self->edit->text);

  for (guint i = 0; i < self->unindexed->len; i++)
    {
      gint64 row = g_array_index (self->unindexed, gint64, i);
      gboolean done = spread != NULL
                      ? store_again (database, row, error)
                      : ik_question_index_edit_search_text (database, row, edit_search_text,
                                                            (gpointer) self->edit, error);

      if (!done)
        return FALSE;
    }

  return TRUE;
}

/* All of them */

static gboolean
edit_one (IkQuestionEditing  *self,
          IkDatabase         *database,
          gint64              row,
          GError            **error)
{
  switch (self->edit->kind)
    {
    case IK_QUESTION_EDIT_ADD_TAG:
    case IK_QUESTION_EDIT_REMOVE_TAG:
      return edit_tag (self, database, row, error);

    case IK_QUESTION_EDIT_SET_LEVEL:
      return set_level (self, database, row, error);

    case IK_QUESTION_EDIT_MOVE:
      return ensure_section (self, database, error) && move (self, database, row, error);

    case IK_QUESTION_EDIT_COPY:
      return ensure_section (self, database, error) && copy (self, database, row, error);

    case IK_QUESTION_EDIT_ARCHIVE:
    case IK_QUESTION_EDIT_UNARCHIVE:
      return set_state (self, database, row, error);

    case IK_QUESTION_EDIT_DELETE:
      return ensure_section (self, database, error) &&
             leave_sets (database, row, error) && move (self, database, row, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
index_words (IkQuestionEditing  *self,
             IkDatabase         *database,
             GError            **error)
{
  gboolean succeeded;

  if (self->unindexed == NULL)
    return TRUE;

  succeeded = self->edit->kind == IK_QUESTION_EDIT_COPY
              ? ik_question_index_add_rows (database, IK_QUESTION_INDEX_ALL,
                                            self->unindexed, error)
              : index_tags (self, database, error);
  g_array_set_size (self->unindexed, 0);

  return succeeded;
}

static gboolean
edit_some (IkQuestionEditing  *self,
           IkDatabase         *database,
           IkStepTime         *step,
           GError            **error)
{
  guint end = MIN (self->next + QUESTIONS_AT_ONCE, self->rows->len);

  for (; self->next < end; self->next++, step->n_done++)
    {
      if (!edit_one (self, database, g_array_index (self->rows, gint64, self->next), error))
        return FALSE;
    }

  return index_words (self, database, error);
}

/* Each part leaves a segment in the full-text index; merging them in between
 * takes longer than all else. */
static gboolean
writes_words (const IkQuestionEdit *edit)
{
  return edit->kind == IK_QUESTION_EDIT_ADD_TAG || edit->kind == IK_QUESTION_EDIT_REMOVE_TAG ||
         edit->kind == IK_QUESTION_EDIT_COPY;
}

/**
 * ik_question_editing_clear:
 * @self: a change of many questions
 *
 * Frees what it found out by itself.
 */
void
ik_question_editing_clear (IkQuestionEditing *self)
{
  g_clear_pointer (&self->section_id, g_free);
  g_clear_pointer (&self->unindexed, g_array_unref);
}

/**
 * ik_question_editing_end:
 * @self: a change of many questions that does not go on
 * @database: the writer
 * @error: return location
 *
 * Has the full-text index merged again as before. The last step does so by
 * itself; call it where that was not reached.
 *
 * Returns: whether that was written
 */
gboolean
ik_question_editing_end (IkQuestionEditing  *self,
                         IkDatabase         *database,
                         GError            **error)
{
  return !writes_words (self->edit) || ik_question_index_set_bulk (database, FALSE, error);
}

/**
 * ik_question_editing_step:
 * @self: a change of many questions
 * @database: the writer
 * @step: the time there is
 * @error: return location
 *
 * Changes as many questions as there is time for; questions that are there no
 * more are passed over. It is at the end once @self->next is the number of rows.
 *
 * Returns: whether the step succeeded; #IK_STORE_ERROR_NOT_FOUND if the pack
 *   they go to is gone
 */
gboolean
ik_question_editing_step (IkQuestionEditing  *self,
                          IkDatabase         *database,
                          IkStepTime         *step,
                          GError            **error)
{
  if (self->next == 0 && writes_words (self->edit) &&
      !ik_question_index_set_bulk (database, TRUE, error))
    return FALSE;

  while (self->next < self->rows->len && (step->n_done == 0 || ik_step_time_is_left (step)))
    {
      if (!edit_some (self, database, step, error))
        return FALSE;
    }

  return self->next < self->rows->len || ik_question_editing_end (self, database, error);
}
