#include "ik-set-store.h"

#include "ik-record.h"
#include "ik-role-store.h"
#include "ik-statement.h"

#include "ik-rubric.h"
#include "ik-text.h"

static int
compare_titles (gconstpointer one,
                gconstpointer other)
{
  const IkSetSummary *const *first = one;
  const IkSetSummary *const *second = other;
  int order = g_utf8_collate ((*first)->title, (*second)->title);

  return order != 0 ? order : g_strcmp0 ((*first)->id, (*second)->id);
}

/**
 * ik_set_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSetSummary): all, by title as the
 *   locale sorts; %NULL with @error set on failure
 */
GPtrArray *
ik_set_store_list (IkDatabase  *database,
                   GError     **error)
{
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_summary_free);
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT question_set.id, question_set.title, COALESCE (role.title, ''), slot_minutes, "
                              "  (SELECT TOTAL (minutes) FROM set_item WHERE set_id = question_set.id), "
                              "  (SELECT COUNT (*) FROM set_item WHERE set_id = question_set.id) "
                              "FROM question_set LEFT JOIN role ON role.id = question_set.role_id "
                              "WHERE removed_at IS NULL");

  while (ik_statement_next (list))
    {
      IkSetSummary *summary = g_new0 (IkSetSummary, 1);

      summary->id = ik_statement_dup_text (list, 0);
      summary->title = ik_statement_dup_text (list, 1);
      summary->role = ik_statement_dup_text (list, 2);
      summary->slot_minutes = ik_statement_get_uint (list, 3);
      summary->planned_minutes = ik_statement_get_uint (list, 4);
      summary->n_items = ik_statement_get_uint (list, 5);
      g_ptr_array_add (sets, summary);
    }

  if (!ik_statement_finish (list, error))
    return NULL;

  g_ptr_array_sort (sets, compare_titles);
  return g_steal_pointer (&sets);
}

static IkQuestionSet *
load_head (IkDatabase  *database,
           const char  *id,
           GError     **error)
{
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT question_set.id, question_set.title, COALESCE (role.title, ''), slot_minutes, rubric_id, opening, "
                              "  (SELECT recommendation_rubric_id WHERE recommendation_rubric_id = '" IK_RUBRIC_BUILT_IN_ID "' "
                              "   OR recommendation_rubric_id IN (SELECT id FROM rubric)) "
                              "FROM question_set LEFT JOIN role ON role.id = question_set.role_id "
                              "WHERE question_set.id = ?1 AND removed_at IS NULL");
  ik_statement_bind_text (load, 1, id);

  if (ik_statement_next (load))
    {
      set = ik_question_set_new (ik_statement_get_text (load, 1));
      ik_text_set (&set->id, ik_statement_get_text (load, 0));
      ik_text_set (&set->role, ik_statement_get_text (load, 2));
      set->slot_minutes = ik_statement_get_uint (load, 3);
      set->rubric_id = ik_statement_dup_id (load, 4);
      ik_text_set (&set->opening, ik_statement_get_text (load, 5));
      set->recommendation_rubric_id = ik_statement_dup_id (load, 6);
    }

  if (!ik_statement_finish (load, error))
    return NULL;
  if (set == NULL)
    ik_record_set_not_found (IK_RECORD_SET, id, error);

  return g_steal_pointer (&set);
}

static gboolean
load_sections (IkDatabase     *database,
               IkQuestionSet  *set,
               GError        **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT id, title, introduction, minutes FROM set_section WHERE set_id = ?1 ORDER BY position");
  ik_statement_bind_text (load, 1, set->id);

  while (ik_statement_next (load))
    {
      IkSetSection *section = ik_set_section_new (ik_statement_get_text (load, 1),
                                                  ik_statement_get_text (load, 2));

      ik_text_set (&section->id, ik_statement_get_text (load, 0));
      section->minutes = ik_statement_get_uint (load, 3);
      g_ptr_array_add (set->sections, section);
    }

  return ik_statement_finish (load, error);
}

/* Reads columns 0 to 5: id, prompt, kind, level, minutes, competency_id of a
 * question. */
static IkSetItem *
read_item (IkStatement *row)
{
  g_autoptr(IkQuestion) question = ik_question_new (ik_statement_get_text (row, 1));

  ik_text_set (&question->id, ik_statement_get_text (row, 0));
  ik_question_kind_from_nick (ik_statement_get_text (row, 2), &question->kind);
  ik_text_set (&question->level, ik_statement_get_text (row, 3));
  question->minutes = ik_statement_get_uint (row, 4);
  question->competency_id = ik_statement_dup_id (row, 5);

  return ik_set_item_new (question);
}

static gboolean
load_items (IkDatabase     *database,
            IkQuestionSet  *set,
            GError        **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT question.id, prompt, kind, level, set_item.minutes, competency_id, "
                              "  set_item.id, set_item.section_id, is_required, weight, weight_reason, knock_out "
                              "FROM set_item JOIN question ON question.id = set_item.question_id "
                              "WHERE set_id = ?1 ORDER BY set_item.position");
  ik_statement_bind_text (load, 1, set->id);

  while (ik_statement_next (load))
    {
      IkSetItem *item = read_item (load);

      ik_text_set (&item->id, ik_statement_get_text (load, 6));
      item->section_id = ik_statement_dup_id (load, 7);
      item->required = ik_statement_get_boolean (load, 8);
      item->weight = ik_statement_get_uint (load, 9);
      ik_text_set (&item->weight_reason, ik_statement_get_text (load, 10));
      if (!ik_statement_is_null (load, 11))
        item->knock_out = ik_statement_get_int (load, 11);
      g_ptr_array_add (set->items, item);
    }

  return ik_statement_finish (load, error);
}

/**
 * ik_set_store_load:
 * @database: a connection
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full): the set; %NULL with #IK_STORE_ERROR_NOT_FOUND where
 *   there is none
 */
IkQuestionSet *
ik_set_store_load (IkDatabase  *database,
                   const char  *id,
                   GError     **error)
{
  g_autoptr(IkQuestionSet) set = load_head (database, id, error);

  if (set == NULL ||
      !load_sections (database, set, error) ||
      !load_items (database, set, error))
    return NULL;

  return g_steal_pointer (&set);
}

static gboolean
save_head (IkDatabase           *database,
           const IkQuestionSet  *set,
           GError              **error)
{
  gboolean is_built_in = g_strcmp0 (set->rubric_id, IK_RUBRIC_BUILT_IN_ID) == 0;
  g_autoptr(IkStatement) save = NULL;
  g_autofree char *role_id = NULL;

  if (!ik_role_store_get_id (database, set->role, &role_id, error))
    return FALSE;

  save = ik_database_prepare (database,
                              "INSERT INTO question_set (id, title, role_id, slot_minutes, rubric_id, opening, created_at, "
                              "  changed_at, recommendation_rubric_id) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?7, ?6, ?6, COALESCE (?8, '')) "
                              "ON CONFLICT (id) DO UPDATE SET title = ?2, role_id = ?3, slot_minutes = ?4, rubric_id = ?5, "
                              "  opening = ?7, changed_at = ?6, removed_at = NULL, recommendation_rubric_id = COALESCE (?8, '')");
  ik_statement_bind_text (save, 1, set->id);
  ik_statement_bind_text (save, 2, set->title);
  ik_statement_bind_text (save, 3, role_id);
  ik_statement_bind_int (save, 4, set->slot_minutes);
  ik_statement_bind_text (save, 5, is_built_in ? NULL : set->rubric_id);
  ik_statement_bind_int (save, 6, ik_database_now_us (database));
  ik_statement_bind_text (save, 7, set->opening);
  ik_statement_bind_text (save, 8, set->recommendation_rubric_id);

  return ik_statement_run (save, error);
}

static gboolean
remove_others (IkDatabase         *database,
               const char         *sql,
               const char         *set_id,
               const char *const  *ids,
               GError            **error)
{
  g_autoptr(IkStatement) remove = ik_database_prepare (database, sql);

  ik_statement_bind_text (remove, 1, set_id);
  ik_statement_bind_texts (remove, 2, ids);

  return ik_statement_run (remove, error);
}

/* Untouched rows stay untouched, so that an undo holds as little as possible. */
static gboolean
save_sections (IkDatabase           *database,
               const IkQuestionSet  *set,
               GError              **error)
{
  g_autofree const char **ids = g_new0 (const char *, set->sections->len + 1);
  g_autoptr(IkStatement) save = NULL;

  for (guint i = 0; i < set->sections->len; i++)
    ids[i] = ((IkSetSection *) set->sections->pdata[i])->id;
  if (!remove_others (database,
                      "DELETE FROM set_section WHERE set_id = ?1 AND "
                      "  id NOT IN (SELECT value FROM json_each (?2))",
                      set->id, ids, error))
    return FALSE;

  save = ik_database_prepare (database,
                              "INSERT INTO set_section (id, set_id, position, title, introduction, minutes) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                              "ON CONFLICT (id) DO UPDATE SET position = ?3, title = ?4, introduction = ?5, minutes = ?6 "
                              "WHERE (position, title, introduction, minutes) IS NOT (?3, ?4, ?5, ?6)");

  for (guint i = 0; i < set->sections->len; i++)
    {
      const IkSetSection *section = set->sections->pdata[i];

      ik_statement_bind_text (save, 1, section->id);
      ik_statement_bind_text (save, 2, set->id);
      ik_statement_bind_int (save, 3, i);
      ik_statement_bind_text (save, 4, section->title);
      ik_statement_bind_text (save, 5, section->introduction);
      ik_statement_bind_int (save, 6, section->minutes);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_items (IkDatabase           *database,
            const IkQuestionSet  *set,
            GError              **error)
{
  g_autofree const char **ids = g_new0 (const char *, set->items->len + 1);
  g_autoptr(IkStatement) save = NULL;

  for (guint i = 0; i < set->items->len; i++)
    ids[i] = ((IkSetItem *) set->items->pdata[i])->id;
  if (!remove_others (database,
                      "DELETE FROM set_item WHERE set_id = ?1 AND "
                      "  id NOT IN (SELECT value FROM json_each (?2))",
                      set->id, ids, error))
    return FALSE;

  save = ik_database_prepare (database,
                              "INSERT INTO set_item (id, set_id, section_id, question_id, position, is_required, minutes, "
                              "  weight, weight_reason, knock_out) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
                              "ON CONFLICT (id) DO UPDATE SET section_id = ?3, question_id = ?4, position = ?5, "
                              "  is_required = ?6, minutes = ?7, weight = ?8, weight_reason = ?9, knock_out = ?10 "
                              "WHERE (section_id, question_id, position, is_required, minutes, weight, weight_reason, "
                              "  knock_out) IS NOT (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];

      ik_statement_bind_text (save, 1, item->id);
      ik_statement_bind_text (save, 2, set->id);
      ik_statement_bind_text (save, 3, item->section_id);
      ik_statement_bind_text (save, 4, item->question_id);
      ik_statement_bind_int (save, 5, i);
      ik_statement_bind_int (save, 6, item->required);
      ik_statement_bind_int (save, 7, MAX (1, item->minutes));
      ik_statement_bind_int (save, 8, item->weight);
      ik_statement_bind_text (save, 9, item->weight_reason);
      if (item->knock_out == IK_RATING_NONE)
        ik_statement_bind_null (save, 10);
      else
        ik_statement_bind_int (save, 10, item->knock_out);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_set_store_save:
 * @database: the writer
 * @set: new or known
 * @error: return location
 *
 * Stores the whole set under its id; the built-in rubric, which is no record, is
 * stored as none. Linear in its items.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_set_store_save (IkDatabase           *database,
                   const IkQuestionSet  *set,
                   GError              **error)
{
  return save_head (database, set, error) &&
         save_sections (database, set, error) &&
         save_items (database, set, error);
}

/**
 * ik_set_store_remove:
 * @database: the writer
 * @id: which
 * @error: return location
 *
 * Marks a set as removed.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_set_store_remove (IkDatabase  *database,
                     const char  *id,
                     GError     **error)
{
  g_autoptr(IkStatement) remove = NULL;

  remove = ik_database_prepare (database, "UPDATE question_set SET removed_at = ?2 "
                                "WHERE id = ?1 AND removed_at IS NULL");
  ik_statement_bind_text (remove, 1, id);
  ik_statement_bind_int (remove, 2, ik_database_now_us (database));
  if (!ik_statement_run (remove, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_SET, id, error);
}

#define SELECT_QUESTION \
  "SELECT question.id, prompt, kind, level, minutes, competency_id, " \
  "  section.id, section.title, section.introduction " \
  "FROM question JOIN section ON section.id = question.section_id " \
  "  JOIN pack ON pack.id = section.pack_id "

/* Sections of the set are made from those of the packs as questions come in.
 * The one section of a flat list has no title and becomes none at all. */
static const char *
get_section_id (IkQuestionSet *set,
                IkStatement   *row)
{
  const char *title = ik_statement_get_text (row, 7);
  const char *introduction = ik_statement_get_text (row, 8);
  IkSetSection *section;

  if (*title == '\0' && *introduction == '\0')
    return NULL;

  for (guint i = 0; i < set->sections->len; i++)
    {
      section = set->sections->pdata[i];
      if (g_str_equal (section->title, title) && g_str_equal (section->introduction, introduction))
        return section->id;
    }

  section = ik_set_section_new (title, introduction);
  g_ptr_array_add (set->sections, section);
  return section->id;
}

static gboolean
add_rows (IkQuestionSet  *set,
          IkStatement    *rows,
          GError        **error)
{
  while (ik_statement_next (rows))
    {
      IkSetItem *item = read_item (rows);

      item->section_id = g_strdup (get_section_id (set, rows));
      g_ptr_array_add (set->items, item);
    }

  return ik_statement_finish (rows, error);
}

/**
 * ik_set_store_add_question:
 * @database: a connection
 * @set: a set, stored or not
 * @question_id: a question of the bank, of whatever state
 * @error: return location
 *
 * Appends one question to @set, which is not stored by this, with a section as
 * in its pack and the minutes planned for it or for its kind.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_set_store_add_question (IkDatabase     *database,
                           IkQuestionSet  *set,
                           const char     *question_id,
                           GError        **error)
{
  guint n_before = set->items->len;
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, SELECT_QUESTION
                              "WHERE question.id = ?1 AND NOT is_hidden AND removed_at IS NULL");
  ik_statement_bind_text (find, 1, question_id);
  if (!add_rows (set, find, error))
    return FALSE;

  return set->items->len > n_before ||
         ik_record_set_not_found (IK_RECORD_QUESTION, question_id, error);
}

static gboolean
check_pack (IkDatabase  *database,
            const char  *pack_id,
            GError     **error)
{
  g_autoptr(IkStatement) find = NULL;
  gboolean found;

  find = ik_database_prepare (database, "SELECT 1 FROM pack "
                              "WHERE id = ?1 AND NOT is_hidden AND removed_at IS NULL");
  ik_statement_bind_text (find, 1, pack_id);
  found = ik_statement_next (find);
  if (!ik_statement_finish (find, error))
    return FALSE;

  return found || ik_record_set_not_found (IK_RECORD_PACK, pack_id, error);
}

/**
 * ik_set_store_add_matching:
 * @database: a connection
 * @set: a set, stored or not
 * @pack_id: (nullable): a pack; %NULL takes all, by title
 * @tags: (nullable): one of these has to be there; %NULL or none takes all
 * @levels: (nullable): the level is one of these; %NULL or none takes all
 * @error: return location
 *
 * Appends questions to @set, which is not stored by this, in the order of their
 * packs; archived ones are left out.
 *
 * Returns: whether it succeeded, if only by finding none;
 *   #IK_STORE_ERROR_NOT_FOUND where there is no such pack
 */
gboolean
ik_set_store_add_matching (IkDatabase         *database,
                           IkQuestionSet      *set,
                           const char         *pack_id,
                           const char *const  *tags,
                           const char *const  *levels,
                           GError            **error)
{
  g_autoptr(IkStatement) find = NULL;

  if (pack_id != NULL && !check_pack (database, pack_id, error))
    return FALSE;

  find = ik_database_prepare (database, SELECT_QUESTION
                              "WHERE NOT is_hidden AND removed_at IS NULL AND question.state <> 'archived' AND "
                              "  (?1 IS NULL OR pack.id = ?1) AND "
                              "  (?2 IS NULL OR EXISTS (SELECT 1 FROM tag JOIN json_each (?2) AS wanted "
                              "     ON name = wanted.value COLLATE NOCASE WHERE question_id = question.id)) AND "
                              "  (?3 IS NULL OR level IN (SELECT value FROM json_each (?3))) "
                              "ORDER BY pack.title COLLATE NOCASE, pack.id, section.position, question.position");
  ik_statement_bind_text (find, 1, pack_id);
  ik_statement_bind_texts (find, 2, tags);
  ik_statement_bind_texts (find, 3, levels);

  return add_rows (set, find, error);
}

/**
 * ik_set_store_list_competencies:
 * @database: a connection
 * @id: a set
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCompetency): what its questions
 *   measure, each once, pack by pack in the order they first come, in the order
 *   of the pack; %NULL with @error set on failure
 */
GPtrArray *
ik_set_store_list_competencies (IkDatabase  *database,
                                const char  *id,
                                GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) competencies = NULL;

  competencies = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);
  list = ik_database_prepare (database,
                              "SELECT competency.id, name, description, "
                              "  MIN (MIN (set_item.position)) OVER (PARTITION BY pack_id) AS first "
                              "FROM set_item JOIN question ON question.id = set_item.question_id "
                              "  JOIN competency ON competency.id = question.competency_id "
                              "WHERE set_id = ?1 GROUP BY competency.id ORDER BY first, competency.position, competency.id");
  ik_statement_bind_text (list, 1, id);

  while (ik_statement_next (list))
    {
      g_autofree char *competency_id = ik_statement_dup_text (list, 0);
      g_autofree char *name = ik_statement_dup_text (list, 1);

      g_ptr_array_add (competencies, ik_competency_new (competency_id, name,
                                                        ik_statement_get_text (list, 2)));
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&competencies) : NULL;
}

/**
 * ik_set_store_has_rubric:
 * @database: a connection
 * @rubric_id: id of a rubric, not that of the built-in one
 * @error: return location
 *
 * Returns: whether it is in the library; #IK_STORE_ERROR_NOT_FOUND if not
 */
gboolean
ik_set_store_has_rubric (IkDatabase  *database,
                         const char  *rubric_id,
                         GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT 1 FROM rubric WHERE id = ?1");
  gboolean found;

  ik_statement_bind_text (find, 1, rubric_id);
  found = ik_statement_next (find);
  if (!ik_statement_finish (find, error))
    return FALSE;

  return found || ik_record_set_not_found (IK_RECORD_RUBRIC, rubric_id, error);
}
