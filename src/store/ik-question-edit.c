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
 * step can end behind any. The full-text index follows later, see
 * ik_question_index_postpone(). */

/* How often it is looked whether time is left. */
#define QUESTIONS_AT_ONCE 100

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

/* Returns whether it could be looked; the id is NULL where the question is gone. */
static gboolean
find_id (IkDatabase  *database,
         gint64       row,
         char       **out_id,
         GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM question WHERE seq = ?1");

  ik_statement_bind_int (find, 1, row);
  *out_id = ik_statement_next (find) ? ik_statement_dup_text (find, 0) : NULL;

  return ik_statement_finish (find, error);
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

/* What belongs to a question: how its rows are found by the question's id, and
 * inserted with the id of the copy and, where they have one, an id of their
 * own. */
static const struct
{
  const char *find;
  const char *insert;
  gboolean    has_id;
} lists[] = {
  { "SELECT field, position, level, text FROM guidance_item WHERE question_id = ?1",
    "INSERT INTO guidance_item (field, position, level, text, question_id)"
    " VALUES (?1, ?2, ?3, ?4, ?5)", FALSE },
  { "SELECT name, position FROM tag WHERE question_id = ?1",
    "INSERT INTO tag (name, position, question_id) VALUES (?1, ?2, ?3)", FALSE },
  { "SELECT position, name, media_type, side, data FROM attachment WHERE question_id = ?1",
    "INSERT INTO attachment (position, name, media_type, side, data, question_id, id)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", TRUE },
};

static gboolean
insert_copy_of_row (IkStatement  *insert,
                    IkStatement  *row,
                    const char   *copy_id,
                    gboolean      has_id,
                    GError      **error)
{
  int index = ik_statement_bind_row (insert, row);

  ik_statement_bind_text (insert, index, copy_id);
  if (has_id)
    {
      g_autofree char *id = ik_id_new ();

      ik_statement_bind_text (insert, index + 1, id);
    }

  return ik_statement_run (insert, error);
}

static gboolean
copy_lists (IkDatabase  *database,
            const char  *id,
            const char  *copy_id,
            GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(IkStatement) find = ik_database_prepare (database, lists[i].find);
      g_autoptr(IkStatement) insert = ik_database_prepare (database, lists[i].insert);

      ik_statement_bind_text (find, 1, id);
      while (ik_statement_next (find))
        {
          if (!insert_copy_of_row (insert, find, copy_id, lists[i].has_id, error))
            return FALSE;
        }
      if (!ik_statement_finish (find, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_question (IkQuestionEditing  *self,
               IkDatabase         *database,
               gint64              row,
               const char         *copy_id,
               GError            **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT state, kind, level, minutes, competency_id, rubric_id,"
                         " prompt, details, reference_answer, why_it_matters, search_text"
                         " FROM question WHERE seq = ?1");
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO question (state, kind, level, minutes,"
                         " competency_id, rubric_id, prompt, details, reference_answer,"
                         " why_it_matters, search_text, id, section_id, position, created_at,"
                         " changed_at, seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                         " ?12, ?13, ?14, ?15, ?15," IK_QUESTION_NEXT_KEY ")");
  int index;

  ik_statement_bind_int (find, 1, row);
  if (!ik_statement_next (find))
    return ik_statement_finish (find, error);

  index = ik_statement_bind_row (insert, find);
  ik_statement_bind_text (insert, index++, copy_id);
  ik_statement_bind_text (insert, index++, self->section_id);
  ik_statement_bind_int (insert, index++, self->position++);
  ik_statement_bind_int (insert, index, ik_database_now_us (database));

  return ik_statement_run (insert, error) && ik_statement_finish (find, error);
}

static gboolean
copy (IkQuestionEditing  *self,
      IkDatabase         *database,
      gint64              row,
      GError            **error)
{
  g_autofree char *copy_id = ik_id_new ();
  g_autofree char *id = NULL;

  if (!find_id (database, row, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;

  self->n_changed++;
  return copy_question (self, database, row, copy_id, error) &&
         ik_question_index_postpone_inserted (database, ik_database_get_last_row (database),
                                              error) &&
         copy_lists (database, id, copy_id, error);
}

/* Tags: they are a line each of what can be searched. */

/* A SELECT instead of the VALUES would take ten times as long, as the rows come
 * from the table that they go to. */
static gboolean
add_tag_row (IkDatabase  *database,
             const char  *id,
             const char  *tag,
             GError     **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO tag (question_id, name, position) VALUES (?1, ?2,"
                         " (SELECT coalesce (max (position) + 1, 0) FROM tag"
                         " WHERE question_id = ?1)) ON CONFLICT DO NOTHING");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, tag);
  return ik_statement_run (insert, error);
}

static gboolean
remove_tag_row (IkDatabase  *database,
                const char  *id,
                const char  *tag,
                GError     **error)
{
  g_autoptr(IkStatement) delete =
    ik_database_prepare (database, "DELETE FROM tag WHERE question_id = ?1 AND name = ?2");

  ik_statement_bind_text (delete, 1, id);
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
edit_search_text (const IkQuestionEdit *edit,
                  const char           *text)
{
  return edit->kind == IK_QUESTION_EDIT_ADD_TAG ? g_strdup_printf ("%s\n%s", text, edit->text)
                                                : remove_line (text, edit->text);
}

/* What stands behind the lines depends on all of them where words have no
 * spaces between them: such a question is stored as if it was edited. */
static gboolean
store_again (IkDatabase  *database,
             const char  *id,
             GError     **error)
{
  g_autoptr(IkQuestion) question = ik_question_store_load (database, id, error);

  return question != NULL && ik_question_store_update (database, question, error);
}

static gboolean
replace_search_text (const IkQuestionEdit  *edit,
                     IkDatabase            *database,
                     gint64                 row,
                     GError               **error)
{
  g_autofree char *search_text = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT search_text FROM question WHERE seq = ?1");
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE question SET search_text = ?2, changed_at = ?3"
                         " WHERE seq = ?1");

  ik_statement_bind_int (find, 1, row);
  if (ik_statement_next (find))
    search_text = edit_search_text (edit, ik_statement_get_text (find, 0));
  if (!ik_statement_finish (find, error))
    return FALSE;

  ik_statement_bind_int (update, 1, row);
  ik_statement_bind_kept_text (update, 2, search_text);
  ik_statement_bind_int (update, 3, ik_database_now_us (database));

  return ik_question_index_postpone (database, row, error) && ik_statement_run (update, error);
}

static gboolean
edit_tag (IkQuestionEditing  *self,
          IkDatabase         *database,
          gint64              row,
          GError            **error)
{
  const IkQuestionEdit *edit = self->edit;
  g_autofree char *spread = ik_unspaced_spread (edit->text);
  g_autofree char *id = NULL;

  if (!find_id (database, row, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;

  if (!(edit->kind == IK_QUESTION_EDIT_ADD_TAG ? add_tag_row (database, id, edit->text, error)
                                               : remove_tag_row (database, id, edit->text, error)))
    return FALSE;
  if (ik_database_get_n_changed (database) == 0)
    return TRUE;

  self->n_changed++;
  return spread != NULL ? store_again (database, id, error)
                        : replace_search_text (edit, database, row, error);
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

  return self->next <= IK_QUESTION_INDEX_MAX_POSTPONED ||
         ik_question_index_catch_up (database, QUESTIONS_AT_ONCE, NULL, error);
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
  while (self->next < self->rows->len && (step->n_done == 0 || ik_step_time_is_left (step)))
    {
      if (!edit_some (self, database, step, error))
        return FALSE;
    }

  return TRUE;
}
