#include "ik-pack-store-private.h"

#include "ik-id.h"
#include "ik-list.h"
#include "ik-question-store.h"
#include "ik-record.h"
#include "ik-rubric-store.h"
#include "ik-statement.h"
#include "ik-text.h"

/* Writing */

static gboolean
insert_row (IkDatabase    *database,
            const IkPack  *pack,
            gboolean       hidden,
            GError       **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO pack (id, title, description, language, source,"
                         " author, licence, created_at, changed_at, is_hidden)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9)");

  ik_statement_bind_text (insert, 1, pack->id);
  ik_statement_bind_text (insert, 2, pack->title);
  ik_statement_bind_text (insert, 3, pack->description);
  ik_statement_bind_text (insert, 4, pack->language);
  ik_statement_bind_text (insert, 5, pack->source);
  ik_statement_bind_text (insert, 6, pack->author);
  ik_statement_bind_text (insert, 7, pack->licence);
  ik_statement_bind_int (insert, 8, ik_database_now_us (database));
  ik_statement_bind_int (insert, 9, hidden ? 1 : 0);

  return ik_statement_run (insert, error);
}

/**
 * ik_pack_store_save_scales:
 * @database: the writer
 * @pack: a pack that is in the library
 * @error: return location
 *
 * Returns: whether its competencies and rubrics were stored
 */
gboolean
ik_pack_store_save_scales (IkDatabase    *database,
                           const IkPack  *pack,
                           GError       **error)
{
  for (guint i = 0; i < pack->competencies->len; i++)
    {
      if (!ik_competency_store_save (database, pack->competencies->pdata[i], pack->id, i, error))
        return FALSE;
    }

  for (guint i = 0; i < pack->rubrics->len; i++)
    {
      if (!ik_rubric_store_save (database, pack->rubrics->pdata[i], pack->id, i, error))
        return FALSE;
    }

  return TRUE;
}

static char *
insert_section (IkDatabase  *database,
                const char  *pack_id,
                const char  *title,
                const char  *introduction,
                guint        position,
                GError     **error)
{
  g_autofree char *id = ik_id_new ();
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO section (id, pack_id, position, title, introduction)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, pack_id);
  ik_statement_bind_int (insert, 3, position);
  ik_statement_bind_text (insert, 4, title);
  ik_statement_bind_text (insert, 5, introduction);

  return ik_statement_run (insert, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * ik_pack_store_insert:
 * @database: the writer
 * @pack: a pack whose id is new, as are those of its competencies and rubrics
 * @hidden: whether people shall not see it before ik_pack_store_complete() and
 *   ik_pack_store_show()
 * @error: return location
 *
 * Stores a pack with its scales and sections, but without the questions: these
 * follow in transactions of their own, so that none takes long. Their section
 * is found by ik_pack_store_find_section().
 *
 * Returns: whether it was stored
 */
gboolean
ik_pack_store_insert (IkDatabase    *database,
                      const IkPack  *pack,
                      gboolean       hidden,
                      GError       **error)
{
  if (!insert_row (database, pack, hidden, error) || !ik_pack_store_save_scales (database, pack, error))
    return FALSE;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];
      g_autofree char *id = insert_section (database, pack->id, section->title,
                                            section->introduction, i, error);

      if (id == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Runs a statement with ?1 the id and ?2 now, on a pack that has to be there. */
/**
 * ik_pack_store_mark:
 * @database: the writer
 * @sql: what to set, with the id as ?1 and the time as ?2
 * @id: UUID
 * @error: return location
 *
 * Returns: whether it was set; #IK_STORE_ERROR_NOT_FOUND if there is no such
 *   pack
 */
gboolean
ik_pack_store_mark (IkDatabase  *database,
                    const char  *sql,
                    const char  *id,
                    GError     **error)
{
  g_autoptr(IkStatement) mark = ik_database_prepare (database, sql);

  ik_statement_bind_text (mark, 1, id);
  ik_statement_bind_int (mark, 2, ik_database_now_us (database));
  if (!ik_statement_run (mark, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_PACK, id, error);
}

/**
 * ik_pack_store_keep_alive:
 * @database: the writer
 * @id: a hidden pack that is being filled
 * @error: return location
 *
 * Tells other running copies of the program that the pack is not left over
 * from a crash. To be called with each part.
 *
 * Returns: whether it was there; #IK_STORE_ERROR_NOT_FOUND if it was purged
 */
gboolean
ik_pack_store_keep_alive (IkDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  return ik_pack_store_mark (database, "UPDATE pack SET changed_at = ?2 WHERE id = ?1 AND is_hidden = 1",
                             id, error);
}

/**
 * ik_pack_store_complete:
 * @database: the writer
 * @id: a hidden pack that holds all its questions
 * @error: return location
 *
 * Turns a hidden pack into a removed one, so that ik_pack_store_show() is all
 * that is left to do, and all there is to undo.
 *
 * Returns: whether it was there
 */
gboolean
ik_pack_store_complete (IkDatabase  *database,
                        const char  *id,
                        GError     **error)
{
  return ik_pack_store_mark (database, "UPDATE pack SET is_hidden = 0, removed_at = ?2 WHERE id = ?1",
                             id, error);
}

/**
 * ik_pack_store_show:
 * @database: the writer
 * @id: a removed pack
 * @error: return location
 *
 * Returns: whether people see it now
 */
gboolean
ik_pack_store_show (IkDatabase  *database,
                    const char  *id,
                    GError     **error)
{
  return ik_pack_store_mark (database, "UPDATE pack SET removed_at = NULL, changed_at = ?2 WHERE id = ?1"
                             " AND is_hidden = 0", id, error);
}

/**
 * ik_pack_store_remove:
 * @database: the writer
 * @id: a pack
 * @error: return location
 *
 * Takes a pack out of the bank. It is only marked: what it holds is purged
 * later, a little at a time.
 *
 * Returns: whether it was there
 */
gboolean
ik_pack_store_remove (IkDatabase  *database,
                      const char  *id,
                      GError     **error)
{
  return ik_pack_store_mark (database, "UPDATE pack SET removed_at = ?2 WHERE id = ?1"
                             " AND removed_at IS NULL AND is_hidden = 0", id, error);
}

/**
 * ik_pack_store_rename:
 * @database: the writer
 * @id: a pack
 * @title: its new title
 * @error: return location
 *
 * Returns: whether it was there
 */
gboolean
ik_pack_store_rename (IkDatabase  *database,
                      const char  *id,
                      const char  *title,
                      GError     **error)
{
  g_autoptr(IkStatement) rename =
    ik_database_prepare (database, "UPDATE pack SET title = ?2, changed_at = ?3 WHERE id = ?1"
                         " AND removed_at IS NULL AND is_hidden = 0");

  ik_statement_bind_text (rename, 1, id);
  ik_statement_bind_text (rename, 2, title);
  ik_statement_bind_int (rename, 3, ik_database_now_us (database));
  if (!ik_statement_run (rename, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_PACK, id, error);
}

/* Sections */

/* Returns whether the query worked; *out_id is NULL if nothing was found. */
static gboolean
find_section_by_title (IkDatabase  *database,
                       const char  *pack_id,
                       const char  *title,
                       char       **out_id,
                       GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM section WHERE pack_id = ?1 AND title = ?2"
                         " ORDER BY position LIMIT 1");

  ik_statement_bind_text (find, 1, pack_id);
  ik_statement_bind_text (find, 2, title);
  *out_id = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/* Runs a query for one number that is bound to one id. */
static gboolean
get_number_for_id (IkDatabase  *database,
                   const char  *sql,
                   const char  *id,
                   guint       *out_number,
                   GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database, sql);

  ik_statement_bind_text (find, 1, id);
  *out_number = ik_statement_next (find) ? ik_statement_get_uint (find, 0) : 0;

  return ik_statement_finish (find, error);
}

/**
 * ik_pack_store_ensure_section:
 * @database: the writer
 * @pack_id: a pack
 * @title: title of a section, "" for that of a flat list
 * @error: return location
 *
 * Returns: (transfer full): id of the section of that title, put behind the
 *   others if it is new
 */
char *
ik_pack_store_ensure_section (IkDatabase  *database,
                              const char  *pack_id,
                              const char  *title,
                              GError     **error)
{
  g_autofree char *id = NULL;
  guint position;

  if (!find_section_by_title (database, pack_id, title, &id, error))
    return NULL;
  if (id != NULL)
    return g_steal_pointer (&id);

  if (!get_number_for_id (database, "SELECT coalesce (max (position) + 1, 0) FROM section"
                          " WHERE pack_id = ?1", pack_id, &position, error))
    return NULL;

  return insert_section (database, pack_id, title, "", position, error);
}

/**
 * ik_pack_store_find_section:
 * @database: a connection
 * @pack_id: a pack
 * @position: place of the section in it, from 0
 * @error: return location
 *
 * Returns: (transfer full): id of that section; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND if the pack is not there any more
 */
char *
ik_pack_store_find_section (IkDatabase  *database,
                            const char  *pack_id,
                            guint        position,
                            GError     **error)
{
  g_autofree char *id = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM section WHERE pack_id = ?1 AND position = ?2");

  ik_statement_bind_text (find, 1, pack_id);
  ik_statement_bind_int (find, 2, position);
  if (ik_statement_next (find))
    id = ik_statement_dup_id (find, 0);
  if (!ik_statement_finish (find, error))
    return NULL;

  if (id == NULL)
    ik_record_set_not_found (IK_RECORD_PACK, pack_id, error);

  return g_steal_pointer (&id);
}

/**
 * ik_pack_store_get_end:
 * @database: a connection
 * @section_id: a section
 * @out_position: (out): place behind its last question
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
ik_pack_store_get_end (IkDatabase  *database,
                       const char  *section_id,
                       guint       *out_position,
                       GError     **error)
{
  return get_number_for_id (database, "SELECT coalesce (max (position) + 1, 0) FROM question"
                            " WHERE section_id = ?1", section_id, out_position, error);
}

/* Reading */

/**
 * ik_pack_store_has:
 * @database: a connection
 * @id: UUID
 * @out_has: (out): whether there is such a pack, shown or removed; one that is
 *   hidden does not count
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
ik_pack_store_has (IkDatabase  *database,
                   const char  *id,
                   gboolean    *out_has,
                   GError     **error)
{
  guint n;

  if (!get_number_for_id (database, "SELECT count(*) FROM pack WHERE id = ?1 AND is_hidden = 0",
                          id, &n, error))
    return FALSE;

  *out_has = n > 0;
  return TRUE;
}

static IkPack *
load_row (IkDatabase  *database,
          const char  *id,
          GError     **error)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id, title, description, language, source, author, licence"
                         " FROM pack WHERE id = ?1 AND removed_at IS NULL"
                         " AND is_hidden = 0");

  ik_statement_bind_text (find, 1, id);
  if (ik_statement_next (find))
    {
      pack = ik_pack_new (ik_statement_get_text (find, 1));
      ik_text_set (&pack->id, ik_statement_get_text (find, 0));
      ik_text_set (&pack->description, ik_statement_get_text (find, 2));
      ik_text_set (&pack->language, ik_statement_get_text (find, 3));
      ik_text_set (&pack->source, ik_statement_get_text (find, 4));
      ik_text_set (&pack->author, ik_statement_get_text (find, 5));
      ik_text_set (&pack->licence, ik_statement_get_text (find, 6));
    }

  if (!ik_statement_finish (find, error))
    return NULL;

  if (pack == NULL)
    ik_record_set_not_found (IK_RECORD_PACK, id, error);

  return g_steal_pointer (&pack);
}

static gboolean
load_questions (IkDatabase  *database,
                const char  *section_id,
                GPtrArray   *questions,
                GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id FROM question WHERE section_id = ?1"
                         " ORDER BY position, seq");

  ik_statement_bind_text (list, 1, section_id);
  while (ik_statement_next (list))
    {
      IkQuestion *question = ik_question_store_load (database, ik_statement_get_text (list, 0),
                                                     error);

      if (question == NULL)
        return FALSE;

      g_ptr_array_add (questions, question);
    }

  return ik_statement_finish (list, error);
}

static gboolean
load_sections (IkDatabase  *database,
               IkPack      *pack,
               GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, title, introduction FROM section"
                         " WHERE pack_id = ?1 ORDER BY position, id");

  ik_statement_bind_text (list, 1, pack->id);
  while (ik_statement_next (list))
    {
      IkSection *section = ik_section_new (ik_statement_get_text (list, 1));

      g_ptr_array_add (pack->sections, section);
      g_free (section->introduction);
      section->introduction = ik_statement_dup_text (list, 2);
      if (!load_questions (database, ik_statement_get_text (list, 0), section->questions, error))
        return FALSE;
    }

  return ik_statement_finish (list, error);
}

/**
 * ik_pack_store_load:
 * @database: a connection
 * @id: UUID
 * @error: return location
 *
 * Linear in the size of the pack.
 *
 * Returns: (transfer full): the pack with all its questions; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND, also for one that is removed or hidden
 */
IkPack *
ik_pack_store_load (IkDatabase  *database,
                    const char  *id,
                    GError     **error)
{
  g_autoptr(IkPack) pack = load_row (database, id, error);
  GPtrArray *competencies;
  GPtrArray *rubrics;

  if (pack == NULL)
    return NULL;

  competencies = ik_competency_store_list_pack (database, id, error);
  if (competencies == NULL)
    return NULL;
  g_ptr_array_unref (pack->competencies);
  pack->competencies = competencies;

  rubrics = ik_rubric_store_list_pack (database, id, error);
  if (rubrics == NULL)
    return NULL;
  g_ptr_array_unref (pack->rubrics);
  pack->rubrics = rubrics;

  return load_sections (database, pack, error) ? g_steal_pointer (&pack) : NULL;
}

/**
 * ik_pack_store_list_section_titles:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray): the titles of the sections
 *   of each pack, in order, by the id of the pack; %NULL with @error set on failure
 */
GHashTable *
ik_pack_store_list_section_titles (IkDatabase  *database,
                                   GError     **error)
{
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT pack_id, title FROM section WHERE title <> ''"
                         " ORDER BY pack_id, position, id");

  while (ik_statement_next (list))
    {
      const char *pack_id = ik_statement_get_text (list, 0);
      GPtrArray *of_pack = g_hash_table_lookup (titles, pack_id);

      if (of_pack == NULL)
        {
          of_pack = ik_text_list_new ();
          g_hash_table_insert (titles, g_strdup (pack_id), of_pack);
        }
      ik_text_list_add (of_pack, ik_statement_get_text (list, 1));
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&titles) : NULL;
}

/**
 * ik_pack_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkPackSummary): the packs that people
 *   see, by title
 */
GPtrArray *
ik_pack_store_list (IkDatabase  *database,
                    GError     **error)
{
  g_autoptr(GPtrArray) packs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_summary_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT pack.id, pack.title, pack.description,"
                         " count (DISTINCT section.id) FILTER (WHERE section.title <> '' OR state <> 'archived'),"
                         " count (question.seq) FILTER (WHERE state <> 'archived'),"
                         " max (pack.changed_at, coalesce (max (question.changed_at), 0))"
                         " FROM pack LEFT JOIN section ON section.pack_id = pack.id"
                         " LEFT JOIN question ON question.section_id = section.id"
                         " WHERE removed_at IS NULL AND is_hidden = 0 GROUP BY pack.id"
                         " ORDER BY pack.title COLLATE NOCASE, pack.id");

  while (ik_statement_next (list))
    {
      IkPackSummary *pack = g_new0 (IkPackSummary, 1);

      pack->id = ik_statement_dup_text (list, 0);
      pack->title = ik_statement_dup_text (list, 1);
      pack->description = ik_statement_dup_text (list, 2);
      pack->n_sections = ik_statement_get_uint (list, 3);
      pack->n_questions = ik_statement_get_uint (list, 4);
      pack->changed_at_us = ik_statement_get_time (list, 5);
      g_ptr_array_add (packs, pack);
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&packs) : NULL;
}
