#include "ik-rubric-store.h"

#include "ik-record.h"
#include "ik-statement.h"

/* Of packs that people can see, and of none. */
#define IS_SHOWN \
  " pack_id IS NULL OR EXISTS (SELECT 1 FROM pack" \
  " WHERE pack.id = pack_id AND removed_at IS NULL AND is_hidden = 0) "

static gboolean
load_levels (IkDatabase  *database,
             IkRubric    *rubric,
             GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT value, label, text FROM anchor"
                         " WHERE rubric_id = ?1 ORDER BY value");

  ik_statement_bind_text (list, 1, rubric->id);
  while (ik_statement_next (list))
    g_ptr_array_add (rubric->levels,
                     ik_rubric_level_new (ik_statement_get_int (list, 0),
                                          ik_statement_get_text (list, 1),
                                          ik_statement_get_text (list, 2)));

  return ik_statement_finish (list, error);
}

/* Columns: id, name, version. */
static gboolean
load_rubrics (IkDatabase   *database,
              IkStatement  *list,
              GPtrArray    *rubrics,
              GError      **error)
{
  while (ik_statement_next (list))
    {
      IkRubric *rubric = ik_rubric_new (ik_statement_get_text (list, 0),
                                        ik_statement_get_text (list, 1));

      rubric->version = ik_statement_get_uint (list, 2);
      g_ptr_array_add (rubrics, rubric);
      if (!load_levels (database, rubric, error))
        return FALSE;
    }

  return ik_statement_finish (list, error);
}

static GPtrArray *
rubric_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_free);
}

/**
 * ik_rubric_store_load:
 * @database: a connection
 * @id: UUID; that of the built-in rubric, which is in no library, will do
 * @error: return location
 *
 * Returns: (transfer full): the rubric; %NULL with #IK_STORE_ERROR_NOT_FOUND
 */
IkRubric *
ik_rubric_store_load (IkDatabase  *database,
                      const char  *id,
                      GError     **error)
{
  g_autoptr(GPtrArray) rubrics = rubric_list_new ();
  g_autoptr(IkStatement) find = NULL;

  if (g_str_equal (id, IK_RUBRIC_BUILT_IN_ID))
    return ik_rubric_new_built_in ();

  find = ik_database_prepare (database, "SELECT id, name, version FROM rubric WHERE id = ?1");
  ik_statement_bind_text (find, 1, id);
  if (!load_rubrics (database, find, rubrics, error))
    return NULL;

  if (rubrics->len > 0)
    return g_ptr_array_steal_index (rubrics, 0);

  ik_record_set_not_found (IK_RECORD_RUBRIC, id, error);
  return NULL;
}

/**
 * ik_rubric_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkRubric): the built-in one, then
 *   all others by name
 */
GPtrArray *
ik_rubric_store_list (IkDatabase  *database,
                      GError     **error)
{
  g_autoptr(GPtrArray) rubrics = rubric_list_new ();
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name, version FROM rubric WHERE" IS_SHOWN
                         "ORDER BY name COLLATE NOCASE, id");

  g_ptr_array_add (rubrics, ik_rubric_new_built_in ());
  return load_rubrics (database, list, rubrics, error) ? g_steal_pointer (&rubrics) : NULL;
}

/**
 * ik_rubric_store_list_pack:
 * @database: a connection
 * @pack_id: a pack
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkRubric): the pack's own rubrics in
 *   order, then those its questions borrow from other packs
 */
GPtrArray *
ik_rubric_store_list_pack (IkDatabase  *database,
                           const char  *pack_id,
                           GError     **error)
{
  g_autoptr(GPtrArray) rubrics = rubric_list_new ();
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name, version FROM rubric WHERE pack_id = ?1"
                         " OR id IN (SELECT rubric_id FROM question JOIN section"
                         " ON section.id = section_id WHERE section.pack_id = ?1)"
                         " ORDER BY pack_id IS ?1 DESC, position, id");

  ik_statement_bind_text (list, 1, pack_id);
  return load_rubrics (database, list, rubrics, error) ? g_steal_pointer (&rubrics) : NULL;
}

static gboolean
insert_levels (IkDatabase      *database,
               const IkRubric  *rubric,
               GError         **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT INTO anchor (rubric_id, value, label, text)"
                         " VALUES (?1, ?2, ?3, ?4)");

  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      ik_statement_bind_text (insert, 1, rubric->id);
      ik_statement_bind_int (insert, 2, level->value);
      ik_statement_bind_text (insert, 3, level->label);
      ik_statement_bind_text (insert, 4, level->anchor);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_rubric_store_save:
 * @database: the writer
 * @rubric: a rubric, new or known
 * @pack_id: (nullable): the pack that brings it; a known one stays where it is
 * @position: its place in the pack
 * @error: return location
 *
 * A known one whose wording an interview holds becomes a new version by this:
 * the one before stays in the interviews that took a copy of it.
 *
 * Returns: whether it was stored with all its levels
 */
gboolean
ik_rubric_store_save (IkDatabase      *database,
                      const IkRubric  *rubric,
                      const char      *pack_id,
                      guint            position,
                      GError         **error)
{
  g_autoptr(IkStatement) save =
    ik_database_prepare (database, "INSERT INTO rubric (id, pack_id, position, name)"
                         " VALUES (?1, ?2, ?3, ?4)"
                         " ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = version +"
                         " EXISTS (SELECT 1 FROM interview_rubric AS frozen"
                         " WHERE frozen.rubric_id = rubric.id AND frozen.version = rubric.version)");

  ik_statement_bind_text (save, 1, rubric->id);
  ik_statement_bind_text (save, 2, pack_id);
  ik_statement_bind_int (save, 3, position);
  ik_statement_bind_text (save, 4, rubric->name);

  return ik_statement_run (save, error) &&
         ik_database_run_for_id (database, "DELETE FROM anchor WHERE rubric_id = ?1",
                                 rubric->id, error) &&
         insert_levels (database, rubric, error);
}

/* Columns: id, name, description. */
static GPtrArray *
load_competencies (IkStatement  *list,
                   GError      **error)
{
  g_autoptr(GPtrArray) competencies =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);

  while (ik_statement_next (list))
    g_ptr_array_add (competencies, ik_competency_new (ik_statement_get_text (list, 0),
                                                      ik_statement_get_text (list, 1),
                                                      ik_statement_get_text (list, 2)));

  return ik_statement_finish (list, error) ? g_steal_pointer (&competencies) : NULL;
}

/**
 * ik_competency_store_load:
 * @database: a connection
 * @id: UUID
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the competency; %NULL without @error set
 *   if there is none
 */
IkCompetency *
ik_competency_store_load (IkDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(GPtrArray) competencies = NULL;
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id, name, description FROM competency WHERE id = ?1");

  ik_statement_bind_text (find, 1, id);
  competencies = load_competencies (find, error);

  return competencies != NULL && competencies->len > 0 ? g_ptr_array_steal_index (competencies, 0)
                                                       : NULL;
}

/**
 * ik_competency_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCompetency): all, by name
 */
GPtrArray *
ik_competency_store_list (IkDatabase  *database,
                          GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name, description FROM competency WHERE" IS_SHOWN
                         "ORDER BY name COLLATE NOCASE, id");

  return load_competencies (list, error);
}

/**
 * ik_competency_store_list_pack:
 * @database: a connection
 * @pack_id: a pack
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCompetency): the pack's own in
 *   order, then those its questions borrow from other packs
 */
GPtrArray *
ik_competency_store_list_pack (IkDatabase  *database,
                               const char  *pack_id,
                               GError     **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name, description FROM competency WHERE pack_id = ?1"
                         " OR id IN (SELECT competency_id FROM question JOIN section"
                         " ON section.id = section_id WHERE section.pack_id = ?1)"
                         " ORDER BY pack_id IS ?1 DESC, position, id");

  ik_statement_bind_text (list, 1, pack_id);
  return load_competencies (list, error);
}

/**
 * ik_competency_store_save:
 * @database: the writer
 * @competency: a competency, new or known
 * @pack_id: (nullable): the pack that brings it; a known one stays where it is
 * @position: its place in the pack
 * @error: return location
 *
 * Returns: whether it was stored
 */
gboolean
ik_competency_store_save (IkDatabase          *database,
                          const IkCompetency  *competency,
                          const char          *pack_id,
                          guint                position,
                          GError             **error)
{
  g_autoptr(IkStatement) save =
    ik_database_prepare (database, "INSERT INTO competency (id, pack_id, position, name, description)"
                         " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE"
                         " SET name = excluded.name, description = excluded.description");

  ik_statement_bind_text (save, 1, competency->id);
  ik_statement_bind_text (save, 2, pack_id);
  ik_statement_bind_int (save, 3, position);
  ik_statement_bind_text (save, 4, competency->name);
  ik_statement_bind_text (save, 5, competency->description);

  return ik_statement_run (save, error);
}
