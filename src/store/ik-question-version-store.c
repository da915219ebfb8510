#include "ik-question-version-store.h"

#include "ik-id.h"
#include "ik-question-store.h"
#include "ik-record.h"
#include "ik-statement.h"
#include "ik-text.h"

/* What questions said before they were changed. A version is written in the
 * transaction that changes the question, so that undo takes it back with it. */

/* Edits that are no further apart belong to one sitting, and to one version. */
#define SITTING_US (30 * G_TIME_SPAN_MINUTE)

/* Of each question; the oldest ones go. */
#define MAX_VERSIONS 30

/* Wording and guidance, as the columns of the table hold them. */
typedef struct
{
  char *prompt;
  char *details;
  char *reference_answer;
  char *why_it_matters;
  char *guidance;
} Texts;

static void
texts_clear (Texts *self)
{
  g_free (self->prompt);
  g_free (self->details);
  g_free (self->reference_answer);
  g_free (self->why_it_matters);
  g_free (self->guidance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
read_texts (IkStatement *row,
            int          first_column,
            Texts       *out_texts)
{
  out_texts->prompt = ik_statement_dup_text (row, first_column);
  out_texts->details = ik_statement_dup_text (row, first_column + 1);
  out_texts->reference_answer = ik_statement_dup_text (row, first_column + 2);
  out_texts->why_it_matters = ik_statement_dup_text (row, first_column + 3);
  out_texts->guidance = ik_statement_dup_text (row, first_column + 4);
}

static gboolean
load_texts (IkDatabase  *database,
            const char  *id,
            Texts       *out_texts,
            GError     **error)
{
  gboolean is_there;
  g_autoptr(IkStatement) load =
    ik_database_prepare (database, "SELECT prompt, details, reference_answer, why_it_matters,"
                         " (SELECT json_group_array (json_array (field, level, text)) FROM"
                         "  (SELECT field, level, text FROM guidance_item"
                         "   WHERE question_id = ?1 ORDER BY field, position))"
                         " FROM question WHERE id = ?1");

  ik_statement_bind_text (load, 1, id);
  is_there = ik_statement_next (load);
  if (is_there)
    read_texts (load, 0, out_texts);

  return ik_statement_finish (load, error) &&
         (is_there || ik_record_set_not_found (IK_RECORD_QUESTION, id, error));
}

static gboolean
are_equal (const Texts *one,
           const Texts *other)
{
  return g_str_equal (one->prompt, other->prompt) &&
         g_str_equal (one->details, other->details) &&
         g_str_equal (one->reference_answer, other->reference_answer) &&
         g_str_equal (one->why_it_matters, other->why_it_matters) &&
         g_str_equal (one->guidance, other->guidance);
}

/* A version that was written a moment ago. */
typedef struct
{
  char     *id;          /* (nullable): there is none */
  Texts     texts;
  gboolean  is_of_now;   /* it belongs to the sitting that goes on */
} Latest;

static void
latest_clear (Latest *self)
{
  g_free (self->id);
  texts_clear (&self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Latest, latest_clear)

static gboolean
load_latest (IkDatabase  *database,
             const char  *question_id,
             Latest      *out_latest,
             GError     **error)
{
  g_autoptr(IkStatement) load =
    ik_database_prepare (database, "SELECT id, change = 'edit' AND origin_id = ?1 AND changed_at >= ?2,"
                         " prompt, details, reference_answer, why_it_matters, guidance FROM question_version"
                         " WHERE question_id = ?1 ORDER BY changed_at DESC, rowid DESC LIMIT 1");

  ik_statement_bind_text (load, 1, question_id);
  ik_statement_bind_int (load, 2, ik_database_now_us (database) - SITTING_US);
  if (ik_statement_next (load))
    {
      out_latest->id = ik_statement_dup_text (load, 0);
      out_latest->is_of_now = ik_statement_get_boolean (load, 1);
      read_texts (load, 2, &out_latest->texts);
    }

  return ik_statement_finish (load, error);
}

/* One row by values: an INSERT that copies would have the full-text index write
 * all it has in memory. */
static gboolean
insert (IkDatabase        *database,
        const char        *question_id,
        const char        *origin_id,
        IkQuestionChange   change,
        const Texts       *texts,
        GError           **error)
{
  g_autofree char *id = ik_id_new ();
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO question_version (id, question_id, origin_id, change,"
                         " changed_at, prompt, details, reference_answer, why_it_matters, guidance)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, question_id);
  ik_statement_bind_text (insert, 3, origin_id);
  ik_statement_bind_text (insert, 4, ik_question_change_to_nick (change));
  ik_statement_bind_int (insert, 5, ik_database_now_us (database));
  ik_statement_bind_kept_text (insert, 6, texts->prompt);
  ik_statement_bind_kept_text (insert, 7, texts->details);
  ik_statement_bind_kept_text (insert, 8, texts->reference_answer);
  ik_statement_bind_kept_text (insert, 9, texts->why_it_matters);
  ik_statement_bind_kept_text (insert, 10, texts->guidance);

  return ik_statement_run (insert, error);
}

static gboolean
remove_oldest (IkDatabase  *database,
               const char  *question_id,
               GError     **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id FROM question_version WHERE question_id = ?1"
                         " ORDER BY changed_at DESC, rowid DESC LIMIT -1 OFFSET ?2");

  ik_statement_bind_text (list, 1, question_id);
  ik_statement_bind_int (list, 2, MAX_VERSIONS);
  while (ik_statement_next (list))
    g_ptr_array_add (ids, ik_statement_dup_text (list, 0));
  if (!ik_statement_finish (list, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!ik_database_run_for_id (database, "DELETE FROM question_version WHERE id = ?1",
                                   g_ptr_array_index (ids, i), error))
        return FALSE;
    }

  return TRUE;
}

/* A sitting goes on: what was there before it is kept already, and is no version
 * where the question says that again. */
static gboolean
continue_sitting (IkDatabase    *database,
                  const Latest  *latest,
                  const Texts   *now,
                  GError       **error)
{
  g_autoptr(IkStatement) touch = NULL;

  if (are_equal (&latest->texts, now))
    return ik_database_run_for_id (database, "DELETE FROM question_version WHERE id = ?1",
                                   latest->id, error);

  touch = ik_database_prepare (database, "UPDATE question_version SET changed_at = ?2"
                               " WHERE id = ?1");
  ik_statement_bind_text (touch, 1, latest->id);
  ik_statement_bind_int (touch, 2, ik_database_now_us (database));

  return ik_statement_run (touch, error);
}

static gboolean
add_version (IkDatabase        *database,
             const char        *question_id,
             IkQuestionChange   change,
             const Texts       *before,
             const Texts       *now,
             GError           **error)
{
  g_auto(Latest) latest = { 0 };

  if (change == IK_QUESTION_CHANGE_EDIT)
    {
      if (!load_latest (database, question_id, &latest, error))
        return FALSE;
      if (latest.is_of_now)
        return continue_sitting (database, &latest, now, error);
    }

  return insert (database, question_id, question_id, change, before, error) &&
         remove_oldest (database, question_id, error);
}

/**
 * ik_question_version_store_update:
 * @database: the writer
 * @question: a question that is in the library
 * @change: why it is changed
 * @error: return location
 *
 * Does what ik_question_store_update() does, and keeps what the question said
 * before where its wording or its guidance changes. Edits within half an hour of
 * each other leave one version, the one before the first of them; of each question
 * the latest 30 versions are kept.
 *
 * Returns: whether all but its place was stored; #IK_STORE_ERROR_NOT_FOUND if
 *   it is there no more
 */
gboolean
ik_question_version_store_update (IkDatabase        *database,
                                  const IkQuestion  *question,
                                  IkQuestionChange   change,
                                  GError           **error)
{
  g_auto(Texts) before = { 0 };
  g_auto(Texts) now = { 0 };

  if (!load_texts (database, question->id, &before, error) ||
      !ik_question_store_update (database, question, error) ||
      !load_texts (database, question->id, &now, error))
    return FALSE;

  return are_equal (&before, &now) ||
         add_version (database, question->id, change, &before, &now, error);
}

/**
 * ik_question_version_store_take_over:
 * @database: the writer
 * @from_id: a question that is about to be removed
 * @to_id: another one that takes its place
 * @error: return location
 *
 * Gives one question the versions of another one, and what that says now as the
 * last of them.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_question_version_store_take_over (IkDatabase  *database,
                                     const char  *from_id,
                                     const char  *to_id,
                                     GError     **error)
{
  g_auto(Texts) last = { 0 };
  g_autoptr(IkStatement) move =
    ik_database_prepare (database, "UPDATE question_version SET question_id = ?2"
                         " WHERE question_id = ?1");

  ik_statement_bind_text (move, 1, from_id);
  ik_statement_bind_text (move, 2, to_id);

  return load_texts (database, from_id, &last, error) &&
         ik_statement_run (move, error) &&
         insert (database, to_id, from_id, IK_QUESTION_CHANGE_MERGE, &last, error);
}

/* Reading */

static IkQuestionVersion *
read_version (IkStatement *row)
{
  IkQuestionVersion *version = g_new0 (IkQuestionVersion, 1);

  version->id = ik_statement_dup_text (row, 0);
  version->origin_id = ik_statement_dup_text (row, 1);
  ik_question_change_from_nick (ik_statement_get_text (row, 2), &version->change);
  version->changed_at_us = ik_statement_get_time (row, 3);
  version->text = ik_question_new (ik_statement_get_text (row, 4));
  ik_text_set (&version->text->candidate.details, ik_statement_get_text (row, 5));
  ik_text_set (&version->text->interviewer.reference_answer, ik_statement_get_text (row, 6));
  ik_text_set (&version->text->interviewer.why_it_matters, ik_statement_get_text (row, 7));

  return version;
}

static gboolean
load_guidance (IkDatabase         *database,
               IkQuestionVersion  *version,
               GError            **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT item.value ->> 0, item.value ->> 1, item.value ->> 2"
                         " FROM question_version, json_each (guidance) AS item"
                         " WHERE question_version.id = ?1 ORDER BY item.key");

  ik_statement_bind_text (list, 1, version->id);
  while (ik_statement_next (list))
    ik_question_store_add_guidance (version->text, ik_statement_get_text (list, 0),
                                    ik_statement_get_text (list, 1),
                                    ik_statement_get_text (list, 2));

  return ik_statement_finish (list, error);
}

/**
 * ik_question_version_store_list:
 * @database: a connection
 * @question_id: a question
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkQuestionVersion): what it said before,
 *   the latest first, without what changed; %NULL on failure
 */
GPtrArray *
ik_question_version_store_list (IkDatabase  *database,
                                const char  *question_id,
                                GError     **error)
{
  g_autoptr(GPtrArray) versions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_version_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, origin_id, change, changed_at, prompt, details,"
                         " reference_answer, why_it_matters FROM question_version"
                         " WHERE question_id = ?1 ORDER BY changed_at DESC, rowid DESC");

  ik_statement_bind_text (list, 1, question_id);
  while (ik_statement_next (list))
    g_ptr_array_add (versions, read_version (list));
  if (!ik_statement_finish (list, error))
    return NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      if (!load_guidance (database, g_ptr_array_index (versions, i), error))
        return NULL;
    }

  return g_steal_pointer (&versions);
}
