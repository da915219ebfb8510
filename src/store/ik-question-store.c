#include "ik-question-store.h"

#include "ik-attachment-store.h"
#include "ik-question-index.h"
#include "ik-record.h"
#include "ik-rubric.h"
#include "ik-statement.h"
#include "ik-text.h"
#include "ik-unspaced.h"

/* The lists of a question that are plain texts, by the name of their rows. */
typedef struct
{
  const char *field;
  GPtrArray  *texts; /* (element-type utf8) (unowned) */
} TextList;

#define N_TEXT_LISTS 7

static void
get_text_lists (const IkQuestion *question,
                TextList          lists[N_TEXT_LISTS])
{
  const IkInterviewerText *text = &question->interviewer;
  const TextList all[N_TEXT_LISTS] = {
    { "sub_question", question->candidate.sub_questions },
    { "follow_up", text->follow_ups },
    { "clarifying_question", text->clarifying_questions },
    { "solution_step", text->solution_steps },
    { "positive_indicator", text->positive_indicators },
    { "red_flag", text->red_flags },
    { "reference", text->references },
  };

  for (guint i = 0; i < N_TEXT_LISTS; i++)
    lists[i] = all[i];
}

/* The words of a script without spaces, each character for itself. */
static void
append_unspaced (GString          *text,
                 const IkQuestion *question)
{
  const char *const texts[] = {
    question->candidate.prompt, question->candidate.details,
    question->interviewer.reference_answer, text->str,
  };
  g_autoptr(GString) spread = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *some = ik_unspaced_spread (texts[i]);

      if (some != NULL)
        g_string_append_printf (spread, "\n%s", some);
    }

  g_string_append (text, spread->str);
}

/* Everything that can be searched and has no column of its own in the index. */
static char *
build_search_text (const IkQuestion *question)
{
  TextList lists[N_TEXT_LISTS];
  GString *text = g_string_new (question->interviewer.why_it_matters);

  get_text_lists (question, lists);
  for (guint i = 0; i < N_TEXT_LISTS; i++)
    {
      for (guint j = 0; j < lists[i].texts->len; j++)
        g_string_append_printf (text, "\n%s", (const char *) lists[i].texts->pdata[j]);
    }

  for (guint i = 0; i < question->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = question->interviewer.level_answers->pdata[i];

      g_string_append_printf (text, "\n%s", answer->text);
    }

  for (guint i = 0; i < question->tags->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) question->tags->pdata[i]);

  append_unspaced (text, question);
  return g_string_free (text, FALSE);
}

static gboolean
insert_item (IkStatement  *insert,
             const char   *field,
             guint         position,
             const char   *level,
             const char   *text,
             GError      **error)
{
  ik_statement_bind_text (insert, 2, field);
  ik_statement_bind_int (insert, 3, position);
  ik_statement_bind_text (insert, 4, level);
  ik_statement_bind_text (insert, 5, text);

  return ik_statement_run (insert, error);
}

static gboolean
insert_guidance (IkDatabase        *database,
                 const IkQuestion  *question,
                 GError           **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO guidance_item"
                         " (question_id, field, position, level, text)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)");
  TextList lists[N_TEXT_LISTS];

  ik_statement_bind_text (insert, 1, question->id);

  get_text_lists (question, lists);
  for (guint i = 0; i < N_TEXT_LISTS; i++)
    {
      for (guint j = 0; j < lists[i].texts->len; j++)
        {
          if (!insert_item (insert, lists[i].field, j, "", lists[i].texts->pdata[j], error))
            return FALSE;
        }
    }

  for (guint i = 0; i < question->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = question->interviewer.level_answers->pdata[i];

      if (!insert_item (insert, "answer", i, answer->level, answer->text, error))
        return FALSE;
    }

  return TRUE;
}

/* A tag that is there twice, in whatever case, counts once. */
static gboolean
insert_tags (IkDatabase        *database,
             const IkQuestion  *question,
             GError           **error)
{
  g_autoptr(IkStatement) insert = NULL;

  if (question->tags->len == 0)
    return TRUE;

  insert = ik_database_prepare (database, "INSERT INTO tag (question_id, name, position)"
                                " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
  for (guint i = 0; i < question->tags->len; i++)
    {
      ik_statement_bind_text (insert, 1, question->id);
      ik_statement_bind_text (insert, 2, question->tags->pdata[i]);
      ik_statement_bind_int (insert, 3, i);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/* Those of both sides, each of which knows its own. */
static GPtrArray *
list_attachments (const IkQuestion *question)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_extend (all, question->candidate.attachments, NULL, NULL);
  g_ptr_array_extend (all, question->interviewer.attachments, NULL, NULL);

  return all;
}

static gboolean
insert_lists (IkDatabase        *database,
              const IkQuestion  *question,
              GError           **error)
{
  return insert_guidance (database, question, error) &&
         insert_tags (database, question, error);
}

/* What is not compared row by row. */
static gboolean
delete_lists (IkDatabase  *database,
              const char  *id,
              GError     **error)
{
  return ik_database_run_for_id (database, "DELETE FROM guidance_item WHERE question_id = ?1",
                                 id, error) &&
         ik_database_run_for_id (database, "DELETE FROM tag WHERE question_id = ?1", id, error);
}

/* The built-in rubric is in no library; it holds where a question names none. */
static const char *
get_stored_rubric_id (const IkQuestion *question)
{
  return g_strcmp0 (question->rubric_id, IK_RUBRIC_BUILT_IN_ID) == 0 ? NULL : question->rubric_id;
}

/* Binds ?1 to ?13, the same in INSERT and UPDATE. */
static void
bind_question (IkStatement      *statement,
               const IkQuestion *question,
               const char       *search_text,
               gint64            now_us)
{
  ik_statement_bind_text (statement, 1, question->id);
  ik_statement_bind_text (statement, 2, ik_question_state_to_nick (question->state));
  ik_statement_bind_text (statement, 3, ik_question_kind_to_nick (question->kind));
  ik_statement_bind_text (statement, 4, question->level);
  ik_statement_bind_int (statement, 5, question->minutes);
  ik_statement_bind_text (statement, 6, question->competency_id);
  ik_statement_bind_text (statement, 7, get_stored_rubric_id (question));
  ik_statement_bind_kept_text (statement, 8, question->candidate.prompt);
  ik_statement_bind_kept_text (statement, 9, question->candidate.details);
  ik_statement_bind_kept_text (statement, 10, question->interviewer.reference_answer);
  ik_statement_bind_kept_text (statement, 11, question->interviewer.why_it_matters);
  ik_statement_bind_kept_text (statement, 12, search_text);
  ik_statement_bind_int (statement, 13, now_us);
}

/**
 * ik_question_store_watch_keys:
 * @database: the writer, just opened
 * @error: return location
 *
 * Remembers the highest key that a question had while the library is open. If
 * it were given again, the question that had it could not be brought back by
 * undo.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_question_store_watch_keys (IkDatabase  *database,
                              GError     **error)
{
  return ik_database_run (database, "CREATE TEMP TABLE question_key (seq INTEGER NOT NULL)",
                          error) &&
         ik_database_run (database, "INSERT INTO question_key VALUES (0)", error) &&
         ik_database_run (database, "CREATE TEMP TRIGGER question_key_deleted AFTER DELETE ON"
                          " main.question WHEN old.seq > (SELECT seq FROM question_key)"
                          " BEGIN UPDATE question_key SET seq = old.seq; END", error);
}

/**
 * ik_question_store_insert:
 * @database: the writer
 * @question: a question whose id is new
 * @section_id: the section it goes to
 * @position: its place there; places need not be without gaps
 * @error: return location
 *
 * Returns: whether it was stored with its lists and files
 */
gboolean
ik_question_store_insert (IkDatabase        *database,
                          const IkQuestion  *question,
                          const char        *section_id,
                          guint              position,
                          GError           **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO question (id, state, kind, level, minutes,"
                         " competency_id, rubric_id, prompt, details, reference_answer,"
                         " why_it_matters, search_text, created_at, changed_at,"
                         " section_id, position, seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
                         " ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?15," IK_QUESTION_NEXT_KEY ")");
  g_autoptr(GPtrArray) attachments = list_attachments (question);
  g_autofree char *search_text = build_search_text (question);

  bind_question (insert, question, search_text, ik_database_now_us (database));
  ik_statement_bind_text (insert, 14, section_id);
  ik_statement_bind_int (insert, 15, position);

  return ik_statement_run (insert, error) &&
         ik_question_index_add_inserted (database, question, search_text, error) &&
         insert_lists (database, question, error) &&
         ik_attachment_store_insert (database, IK_ATTACHMENT_OWNER_QUESTION, question->id,
                                     attachments, error);
}

/**
 * ik_question_store_update:
 * @database: the writer
 * @question: a question that is in the library
 * @error: return location
 *
 * Returns: whether all but its place was stored; #IK_STORE_ERROR_NOT_FOUND if
 *   it is there no more
 */
gboolean
ik_question_store_update (IkDatabase        *database,
                          const IkQuestion  *question,
                          GError           **error)
{
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE question SET state = ?2, kind = ?3, level = ?4,"
                         " minutes = ?5, competency_id = ?6, rubric_id = ?7,"
                         " prompt = ?8, details = ?9, reference_answer = ?10,"
                         " why_it_matters = ?11, search_text = ?12, changed_at = ?13"
                         " WHERE id = ?1");
  g_autoptr(GPtrArray) attachments = list_attachments (question);
  g_autofree char *search_text = build_search_text (question);

  bind_question (update, question, search_text, ik_database_now_us (database));
  if (!ik_question_index_remove (database, question->id, error) ||
      !ik_statement_run (update, error))
    return FALSE;

  if (ik_database_get_n_changed (database) == 0)
    return ik_record_set_not_found (IK_RECORD_QUESTION, question->id, error);

  return delete_lists (database, question->id, error) &&
         insert_lists (database, question, error) &&
         ik_attachment_store_replace (database, IK_ATTACHMENT_OWNER_QUESTION, question->id,
                                      attachments, error) &&
         ik_question_index_add (database, question->id, error);
}

/**
 * ik_question_store_move:
 * @database: the writer
 * @id: a question
 * @section_id: the section it goes to
 * @position: its place there
 * @error: return location
 *
 * Returns: whether it stands there now
 */
gboolean
ik_question_store_move (IkDatabase  *database,
                        const char  *id,
                        const char  *section_id,
                        guint        position,
                        GError     **error)
{
  g_autoptr(IkStatement) move =
    ik_database_prepare (database, "UPDATE question SET section_id = ?2, position = ?3"
                         " WHERE id = ?1 AND (section_id <> ?2 OR position <> ?3)");

  ik_statement_bind_text (move, 1, id);
  ik_statement_bind_text (move, 2, section_id);
  ik_statement_bind_int (move, 3, position);

  return ik_statement_run (move, error);
}

/**
 * ik_question_store_remove:
 * @database: the writer
 * @id: a question
 * @error: return location
 *
 * Removes a question, also from the sets that hold it. Interviews keep their
 * copy.
 *
 * Returns: whether it is gone; #IK_STORE_ERROR_NOT_FOUND if it was before
 */
gboolean
ik_question_store_remove (IkDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  if (!ik_question_index_remove (database, id, error) ||
      !ik_database_run_for_id (database, "DELETE FROM question WHERE id = ?1", id, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_QUESTION, id, error);
}

/**
 * ik_question_store_has:
 * @database: a connection
 * @id: UUID
 * @out_has: (out): whether a question has it, removed and hidden packs included
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
ik_question_store_has (IkDatabase  *database,
                       const char  *id,
                       gboolean    *out_has,
                       GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT 1 FROM question WHERE id = ?1");

  ik_statement_bind_text (find, 1, id);
  *out_has = ik_statement_next (find);
  return ik_statement_finish (find, error);
}

/* Reading */

static GPtrArray *
find_text_list (const IkQuestion *question,
                const char       *field)
{
  TextList lists[N_TEXT_LISTS];

  get_text_lists (question, lists);
  for (guint i = 0; i < N_TEXT_LISTS; i++)
    {
      if (g_str_equal (lists[i].field, field))
        return lists[i].texts;
    }

  return NULL;
}

/**
 * ik_question_store_add_guidance:
 * @question: a question
 * @field: which of its lists, by the name that the table has for it
 * @level: of an answer by level; "" for all else
 * @text: an entry
 *
 * Appends to one of the lists that are stored in "guidance_item".
 */
void
ik_question_store_add_guidance (IkQuestion *question,
                                const char *field,
                                const char *level,
                                const char *text)
{
  GPtrArray *texts = find_text_list (question, field);

  if (texts != NULL)
    g_ptr_array_add (texts, g_strdup (text));
  else
    g_ptr_array_add (question->interviewer.level_answers, ik_level_answer_new (level, text));
}

static gboolean
load_guidance (IkDatabase  *database,
               IkQuestion  *question,
               GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT field, level, text FROM guidance_item"
                         " WHERE question_id = ?1 ORDER BY field, position");

  ik_statement_bind_text (list, 1, question->id);
  while (ik_statement_next (list))
    ik_question_store_add_guidance (question, ik_statement_get_text (list, 0),
                                    ik_statement_get_text (list, 1),
                                    ik_statement_get_text (list, 2));

  return ik_statement_finish (list, error);
}

static gboolean
load_tags (IkDatabase  *database,
           IkQuestion  *question,
           GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT name FROM tag WHERE question_id = ?1 ORDER BY position");

  ik_statement_bind_text (list, 1, question->id);
  while (ik_statement_next (list))
    g_ptr_array_add (question->tags, ik_statement_dup_text (list, 0));

  return ik_statement_finish (list, error);
}

/* Each file goes to the side that may see it. */
static gboolean
load_attachments (IkDatabase  *database,
                  IkQuestion  *question,
                  GError     **error)
{
  g_autoptr(GPtrArray) attachments =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);

  if (!ik_attachment_store_load (database, IK_ATTACHMENT_OWNER_QUESTION, question->id,
                                 attachments, error))
    return FALSE;

  while (attachments->len > 0)
    {
      IkAttachment *attachment = g_ptr_array_steal_index (attachments, 0);

      g_ptr_array_add (attachment->side == IK_SIDE_CANDIDATE ? question->candidate.attachments
                                                             : question->interviewer.attachments,
                       attachment);
    }

  return TRUE;
}

static void
read_columns (IkStatement *row,
              IkQuestion  *question)
{
  g_free (question->id);
  question->id = ik_statement_dup_text (row, 0);
  ik_question_state_from_nick (ik_statement_get_text (row, 1), &question->state);
  ik_question_kind_from_nick (ik_statement_get_text (row, 2), &question->kind);
  ik_text_set (&question->level, ik_statement_get_text (row, 3));
  question->minutes = ik_statement_get_uint (row, 4);
  question->competency_id = ik_statement_dup_id (row, 5);
  question->rubric_id = ik_statement_dup_id (row, 6);
  ik_text_set (&question->candidate.details, ik_statement_get_text (row, 8));
  ik_text_set (&question->interviewer.reference_answer, ik_statement_get_text (row, 9));
  ik_text_set (&question->interviewer.why_it_matters, ik_statement_get_text (row, 10));
}

/**
 * ik_question_store_load:
 * @database: a connection
 * @id: UUID
 * @error: return location
 *
 * Returns: (transfer full): the question with all that belongs to it; %NULL
 *   with #IK_STORE_ERROR_NOT_FOUND
 */
IkQuestion *
ik_question_store_load (IkDatabase  *database,
                        const char  *id,
                        GError     **error)
{
  g_autoptr(IkQuestion) question = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id, state, kind, level, minutes, competency_id,"
                         " rubric_id, prompt, details, reference_answer, why_it_matters"
                         " FROM question WHERE id = ?1");

  ik_statement_bind_text (find, 1, id);
  if (ik_statement_next (find))
    {
      question = ik_question_new (ik_statement_get_text (find, 7));
      read_columns (find, question);
    }

  if (!ik_statement_finish (find, error))
    return NULL;

  if (question == NULL)
    {
      ik_record_set_not_found (IK_RECORD_QUESTION, id, error);
      return NULL;
    }

  if (!load_guidance (database, question, error) ||
      !load_tags (database, question, error) ||
      !load_attachments (database, question, error))
    return NULL;

  return g_steal_pointer (&question);
}
