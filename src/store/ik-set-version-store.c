#include "ik-set-version-store.h"

#include "ik-id.h"
#include "ik-list.h"
#include "ik-set-store.h"
#include "ik-statement.h"
#include "ik-text.h"

/* What question sets were before they were changed. A version is written in the
 * transaction that changes the set, so that undo takes it back with it. */

/* Edits that are no further apart belong to one sitting, and to one version. */
#define SITTING_US (30 * G_TIME_SPAN_MINUTE)

/* So many questions that come or go at once are no edit like others: what was there
 * before is kept by itself. */
#define MANY_ITEMS 3

/* Of each set; the oldest ones go. */
#define MAX_VERSIONS 30

/* NULL in *out_content where there is no such set yet. */
static gboolean
load_content (IkDatabase  *database,
              const char  *set_id,
              char       **out_content,
              GError     **error)
{
  g_autoptr(IkStatement) load =
    ik_database_prepare (database,
                         "SELECT json_object ('title', question_set.title, 'role', COALESCE (role.title, ''),"
                         " 'opening', opening, 'slot_minutes', slot_minutes, 'rubric_id', rubric_id,"
                         " 'recommendation_rubric_id', recommendation_rubric_id,"
                         " 'sections', (SELECT json_group_array (json_array (id, title, introduction, minutes))"
                         "  FROM (SELECT * FROM set_section WHERE set_id = ?1 ORDER BY position)),"
                         " 'items', (SELECT json_group_array (json_array (id, question_id, section_id,"
                         "   is_required, minutes, weight, weight_reason, knock_out, prompt))"
                         "  FROM (SELECT set_item.*, prompt FROM set_item"
                         "   JOIN question ON question.id = question_id"
                         "   WHERE set_id = ?1 ORDER BY set_item.position)))"
                         " FROM question_set LEFT JOIN role ON role.id = role_id"
                         " WHERE question_set.id = ?1 AND removed_at IS NULL");

  ik_statement_bind_text (load, 1, set_id);
  if (ik_statement_next (load))
    *out_content = ik_statement_dup_text (load, 0);

  return ik_statement_finish (load, error);
}

/* The version that the sitting that goes on began with; NULL in *out_id where there
 * is none. */
static gboolean
find_sitting (IkDatabase  *database,
              const char  *set_id,
              char       **out_id,
              char       **out_content,
              GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id, content FROM set_version"
                         " WHERE set_id = ?1 AND changed_at >= ?2"
                         " ORDER BY changed_at DESC, rowid DESC LIMIT 1");

  ik_statement_bind_text (find, 1, set_id);
  ik_statement_bind_int (find, 2, ik_database_now_us (database) - SITTING_US);
  if (ik_statement_next (find))
    {
      *out_id = ik_statement_dup_text (find, 0);
      *out_content = ik_statement_dup_text (find, 1);
    }

  return ik_statement_finish (find, error);
}

static gboolean
remove_oldest (IkDatabase  *database,
               const char  *set_id,
               GError     **error)
{
  g_autoptr(IkStatement) remove =
    ik_database_prepare (database, "DELETE FROM set_version WHERE id IN (SELECT id FROM set_version"
                         " WHERE set_id = ?1 ORDER BY changed_at DESC, rowid DESC LIMIT -1 OFFSET ?2)");

  ik_statement_bind_text (remove, 1, set_id);
  ik_statement_bind_int (remove, 2, MAX_VERSIONS);

  return ik_statement_run (remove, error);
}

static gboolean
insert (IkDatabase  *database,
        const char  *set_id,
        const char  *content,
        GError     **error)
{
  g_autofree char *id = ik_id_new ();
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO set_version (id, set_id, changed_at, content)"
                         " VALUES (?1, ?2, ?3, ?4)");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, set_id);
  ik_statement_bind_int (insert, 3, ik_database_now_us (database));
  ik_statement_bind_text (insert, 4, content);

  return ik_statement_run (insert, error) && remove_oldest (database, set_id, error);
}

static gboolean
touch (IkDatabase  *database,
       const char  *id,
       GError     **error)
{
  g_autoptr(IkStatement) touch =
    ik_database_prepare (database, "UPDATE set_version SET changed_at = ?2 WHERE id = ?1");

  ik_statement_bind_text (touch, 1, id);
  ik_statement_bind_int (touch, 2, ik_database_now_us (database));

  return ik_statement_run (touch, error);
}

static gboolean
is_large_change (IkDatabase  *database,
                 const char  *before,
                 const char  *now,
                 gboolean    *out_is_large,
                 GError     **error)
{
  g_autoptr(IkStatement) count =
    ik_database_prepare (database, "SELECT abs (json_array_length (?1, '$.items') -"
                         " json_array_length (?2, '$.items'))");

  ik_statement_bind_text (count, 1, before);
  ik_statement_bind_text (count, 2, now);
  *out_is_large = ik_statement_next (count) && ik_statement_get_uint (count, 0) >= MANY_ITEMS;

  return ik_statement_finish (count, error);
}

/* What was there before a sitting is kept already, and is no version where the set
 * is that again. */
static gboolean
add_version (IkDatabase  *database,
             const char  *set_id,
             const char  *before,
             const char  *now,
             GError     **error)
{
  g_autofree char *sitting = NULL;
  g_autofree char *content = NULL;
  gboolean is_large;

  if (!is_large_change (database, before, now, &is_large, error) ||
      !find_sitting (database, set_id, &sitting, &content, error))
    return FALSE;
  if (sitting == NULL || is_large)
    return insert (database, set_id, before, error);
  if (g_str_equal (content, now))
    return ik_database_run_for_id (database, "DELETE FROM set_version WHERE id = ?1", sitting,
                                   error);

  return touch (database, sitting, error);
}

/**
 * ik_set_version_store_save:
 * @database: the writer
 * @set: new or known
 * @is_restored: whether an earlier version takes the place of what is there
 * @error: return location
 *
 * Does what ik_set_store_save() does, and keeps what the set was before where it
 * changes. Edits within half an hour of each other leave one version, the one before
 * the first of them; what a restored version replaces is always one, and what was
 * there before three questions or more came or went at once. Of each set the latest
 * 30 are kept.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_set_version_store_save (IkDatabase           *database,
                           const IkQuestionSet  *set,
                           gboolean              is_restored,
                           GError              **error)
{
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (!load_content (database, set->id, &before, error) ||
      !ik_set_store_save (database, set, error) ||
      !load_content (database, set->id, &now, error))
    return FALSE;
  if (g_strcmp0 (before, now) == 0 || before == NULL)
    return TRUE;

  return is_restored ? insert (database, set->id, before, error)
                     : add_version (database, set->id, before, now, error);
}

/* Reading */

static void
read_head (IkStatement  *row,
           IkSetVersion *version)
{
  IkQuestionSet *set = version->set;

  version->id = ik_statement_dup_text (row, 0);
  version->changed_at_us = ik_statement_get_time (row, 1);
  ik_text_set (&set->title, ik_statement_get_text (row, 2));
  ik_text_set (&set->role, ik_statement_get_text (row, 3));
  ik_text_set (&set->opening, ik_statement_get_text (row, 4));
  set->slot_minutes = ik_statement_get_uint (row, 5);
  set->rubric_id = ik_statement_dup_id (row, 6);
  set->recommendation_rubric_id = ik_statement_dup_id (row, 7);
}

static gboolean
load_sections (IkDatabase    *database,
               IkSetVersion  *version,
               GError       **error)
{
  g_autoptr(IkStatement) load =
    ik_database_prepare (database, "SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3"
                         " FROM set_version, json_each (content, '$.sections')"
                         " WHERE set_version.id = ?1 ORDER BY json_each.key");

  ik_statement_bind_text (load, 1, version->id);
  while (ik_statement_next (load))
    {
      IkSetSection *section = ik_set_section_new (ik_statement_get_text (load, 1),
                                                  ik_statement_get_text (load, 2));

      ik_text_set (&section->id, ik_statement_get_text (load, 0));
      section->minutes = ik_statement_get_uint (load, 3);
      g_ptr_array_add (version->set->sections, section);
    }

  return ik_statement_finish (load, error);
}

static IkSetItem *
read_item (IkStatement *row)
{
  g_autoptr(IkQuestion) question = ik_question_new (ik_statement_get_text (row, 8));
  IkSetItem *item;

  ik_text_set (&question->id, ik_statement_get_text (row, 1));
  ik_question_kind_from_nick (ik_statement_get_text (row, 10), &question->kind);
  ik_text_set (&question->level, ik_statement_get_text (row, 11));
  question->competency_id = ik_statement_dup_id (row, 12);

  item = ik_set_item_new (question);
  ik_text_set (&item->id, ik_statement_get_text (row, 0));
  item->section_id = ik_statement_dup_id (row, 2);
  item->required = ik_statement_get_boolean (row, 3);
  item->minutes = ik_statement_get_uint (row, 4);
  item->weight = ik_statement_get_uint (row, 5);
  ik_text_set (&item->weight_reason, ik_statement_get_text (row, 6));
  if (!ik_statement_is_null (row, 7))
    item->knock_out = ik_statement_get_int (row, 7);

  return item;
}

static gboolean
load_items (IkDatabase    *database,
            IkSetVersion  *version,
            GError       **error)
{
  g_autoptr(IkStatement) load =
    ik_database_prepare (database, "SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,"
                         " value ->> 5, value ->> 6, value ->> 7, COALESCE (prompt, value ->> 8),"
                         " question.id IS NOT NULL, kind, level, competency_id"
                         " FROM set_version, json_each (content, '$.items')"
                         " LEFT JOIN question ON question.id = value ->> 1"
                         " WHERE set_version.id = ?1 ORDER BY json_each.key");

  ik_statement_bind_text (load, 1, version->id);
  while (ik_statement_next (load))
    {
      if (ik_statement_get_boolean (load, 9))
        g_ptr_array_add (version->set->items, read_item (load));
      else
        ik_text_list_add (version->gone, ik_statement_get_text (load, 8));
    }

  return ik_statement_finish (load, error);
}

/**
 * ik_set_version_store_list:
 * @database: a connection
 * @set_id: a set
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSetVersion): what it was before, the
 *   latest first, without what had no lines yet; %NULL on failure
 */
GPtrArray *
ik_set_version_store_list (IkDatabase  *database,
                           const char  *set_id,
                           GError     **error)
{
  g_autoptr(GPtrArray) versions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_version_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database,
                         "SELECT id, changed_at, content ->> 'title', content ->> 'role', content ->> 'opening',"
                         " content ->> 'slot_minutes',"
                         " (SELECT id FROM rubric WHERE rubric.id = content ->> 'rubric_id'),"
                         " CASE content ->> 'recommendation_rubric_id' WHEN '" IK_RUBRIC_BUILT_IN_ID "'"
                         "  THEN '" IK_RUBRIC_BUILT_IN_ID "' ELSE (SELECT id FROM rubric"
                         "   WHERE rubric.id = content ->> 'recommendation_rubric_id') END"
                         " FROM set_version WHERE set_id = ?1 AND (json_array_length (content, '$.items') > 0"
                         "  OR json_array_length (content, '$.sections') > 0)"
                         " ORDER BY changed_at DESC, rowid DESC");

  ik_statement_bind_text (list, 1, set_id);
  while (ik_statement_next (list))
    {
      IkSetVersion *version = ik_set_version_new (set_id);

      g_ptr_array_add (versions, version);
      read_head (list, version);
    }
  if (!ik_statement_finish (list, error))
    return NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      if (!load_sections (database, versions->pdata[i], error) ||
          !load_items (database, versions->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&versions);
}
