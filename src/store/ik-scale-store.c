#include "ik-scale-store.h"

#include "ik-record.h"
#include "ik-statement.h"

/* Where rubrics and competencies are used, and taking them away. */

/* Columns: id, title, version, number. */
static gboolean
add_uses (IkDatabase      *database,
          GPtrArray       *uses,
          IkScaleUseKind   kind,
          const char      *sql,
          const char      *id,
          GError         **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, sql);

  ik_statement_bind_text (list, 1, id);
  while (ik_statement_next (list))
    {
      g_autofree char *owner_id = ik_statement_dup_id (list, 0);
      IkScaleUse *use = ik_scale_use_new (kind, owner_id, ik_statement_get_text (list, 1));

      use->version = ik_statement_get_uint (list, 2);
      use->n = ik_statement_get_uint (list, 3);
      g_ptr_array_add (uses, use);
    }

  return ik_statement_finish (list, error);
}

static GPtrArray *
use_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_scale_use_free);
}

/**
 * ik_scale_store_list_rubric_uses:
 * @database: a connection
 * @rubric_id: a rubric; the built-in one will do
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkScaleUse): packs with questions that
 *   name it, sets that name it or hold such questions, then interviews by the
 *   version they hold, the newest first; %NULL with @error set on failure
 */
GPtrArray *
ik_scale_store_list_rubric_uses (IkDatabase  *database,
                                 const char  *rubric_id,
                                 GError     **error)
{
  g_autoptr(GPtrArray) uses = use_list_new ();

  if (!add_uses (database, uses, IK_SCALE_USE_PACK,
                 "SELECT pack.id, pack.title, 0, COUNT (*) FROM question"
                 " JOIN section ON section.id = section_id JOIN pack ON pack.id = section.pack_id"
                 " WHERE rubric_id = ?1 AND NOT is_hidden AND removed_at IS NULL"
                 " GROUP BY pack.id ORDER BY pack.title COLLATE NOCASE, pack.id",
                 rubric_id, error) ||
      !add_uses (database, uses, IK_SCALE_USE_SET,
                 "SELECT id, title, 0, 0 FROM question_set"
                 " WHERE ?1 IN (COALESCE (rubric_id, '" IK_RUBRIC_BUILT_IN_ID "'),"
                 "   recommendation_rubric_id)"
                 " AND removed_at IS NULL ORDER BY title COLLATE NOCASE, id",
                 rubric_id, error) ||
      !add_uses (database, uses, IK_SCALE_USE_SET,
                 "SELECT question_set.id, question_set.title, 0, COUNT (*) FROM set_item"
                 " JOIN question ON question.id = question_id"
                 " JOIN question_set ON question_set.id = set_id"
                 " WHERE question.rubric_id = ?1 AND question_set.rubric_id IS NOT ?1"
                 " AND recommendation_rubric_id <> ?1"
                 " AND removed_at IS NULL"
                 " GROUP BY question_set.id ORDER BY question_set.title COLLATE NOCASE, set_id",
                 rubric_id, error) ||
      !add_uses (database, uses, IK_SCALE_USE_INTERVIEWS,
                 "SELECT NULL, MAX (name), version, COUNT (*) FROM interview_rubric"
                 " WHERE rubric_id = ?1 GROUP BY version ORDER BY version DESC",
                 rubric_id, error))
    return NULL;

  return g_steal_pointer (&uses);
}

/**
 * ik_scale_store_list_competency_uses:
 * @database: a connection
 * @competency_id: a competency
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkScaleUse): packs and sets with
 *   questions that measure it, then interviews by the name they hold; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_scale_store_list_competency_uses (IkDatabase  *database,
                                     const char  *competency_id,
                                     GError     **error)
{
  g_autoptr(GPtrArray) uses = use_list_new ();

  if (!add_uses (database, uses, IK_SCALE_USE_PACK,
                 "SELECT pack.id, pack.title, 0, COUNT (*) FROM question"
                 " JOIN section ON section.id = section_id JOIN pack ON pack.id = section.pack_id"
                 " WHERE competency_id = ?1 AND NOT is_hidden AND removed_at IS NULL"
                 " GROUP BY pack.id ORDER BY pack.title COLLATE NOCASE, pack.id",
                 competency_id, error) ||
      !add_uses (database, uses, IK_SCALE_USE_SET,
                 "SELECT question_set.id, question_set.title, 0, COUNT (*) FROM set_item"
                 " JOIN question ON question.id = question_id"
                 " JOIN question_set ON question_set.id = set_id"
                 " WHERE competency_id = ?1 AND removed_at IS NULL"
                 " GROUP BY question_set.id ORDER BY question_set.title COLLATE NOCASE, set_id",
                 competency_id, error) ||
      !add_uses (database, uses, IK_SCALE_USE_INTERVIEWS,
                 "SELECT NULL, name, 0, COUNT (*) FROM competency_rating"
                 " WHERE competency_id = ?1 GROUP BY name ORDER BY name COLLATE NOCASE",
                 competency_id, error))
    return NULL;

  return g_steal_pointer (&uses);
}

/**
 * ik_scale_store_load_version:
 * @database: a connection
 * @rubric_id: a rubric
 * @version: one that an interview holds
 * @error: return location
 *
 * Reads a wording from an interview that was planned with it: nobody else keeps
 * it, and it goes with the last such interview.
 *
 * Returns: (transfer full): the rubric as it was; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where no interview holds it
 */
IkRubric *
ik_scale_store_load_version (IkDatabase  *database,
                             const char  *rubric_id,
                             guint        version,
                             GError     **error)
{
  g_autoptr(IkRubric) rubric = NULL;
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT name, value, label, text FROM interview_anchor"
                              " JOIN interview_rubric USING (interview_id, rubric_id)"
                              " WHERE interview_id = (SELECT MIN (interview_id) FROM interview_rubric"
                              "   WHERE rubric_id = ?1 AND version = ?2) AND rubric_id = ?1"
                              " ORDER BY value");
  ik_statement_bind_text (load, 1, rubric_id);
  ik_statement_bind_int (load, 2, version);

  while (ik_statement_next (load))
    {
      if (rubric == NULL)
        {
          rubric = ik_rubric_new (rubric_id, ik_statement_get_text (load, 0));
          rubric->version = version;
        }
      g_ptr_array_add (rubric->levels,
                       ik_rubric_level_new (ik_statement_get_int (load, 1),
                                            ik_statement_get_text (load, 2),
                                            ik_statement_get_text (load, 3)));
    }

  if (!ik_statement_finish (load, error))
    return NULL;
  if (rubric == NULL)
    ik_record_set_not_found (IK_RECORD_RUBRIC, rubric_id, error);

  return g_steal_pointer (&rubric);
}

/* By the keys that point to it, which the writer watches: a delete would leave
 * their other ends to the library, but undo has to see each of them. */
static gboolean
run_all (IkDatabase         *database,
         const char *const  *steps,
         guint               n_steps,
         const char         *id,
         GError            **error)
{
  for (guint i = 0; i < n_steps; i++)
    {
      if (!ik_database_run_for_id (database, steps[i], id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_scale_store_remove_rubric:
 * @database: the writer
 * @rubric_id: a rubric of the library
 * @error: return location
 *
 * Removes a rubric with its chips. Questions and sets that named it go back to
 * the set's or the built-in one, recommendations to the four words; interviews keep their copies.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_scale_store_remove_rubric (IkDatabase  *database,
                              const char  *rubric_id,
                              GError     **error)
{
  static const char *const steps[] = {
    "UPDATE question SET rubric_id = NULL WHERE rubric_id = ?1",
    "UPDATE question_set SET rubric_id = NULL WHERE rubric_id = ?1",
    "UPDATE question_set SET recommendation_rubric_id = '' WHERE recommendation_rubric_id = ?1",
    "DELETE FROM chip WHERE rubric_id = ?1",
    "DELETE FROM anchor WHERE rubric_id = ?1",
    "DELETE FROM rubric WHERE id = ?1",
  };

  if (!run_all (database, steps, G_N_ELEMENTS (steps), rubric_id, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_RUBRIC, rubric_id, error);
}

/**
 * ik_scale_store_remove_competency:
 * @database: the writer
 * @competency_id: a competency of the library
 * @error: return location
 *
 * Removes a competency; questions that measured it measure none, interviews keep
 * their copies.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_scale_store_remove_competency (IkDatabase  *database,
                                  const char  *competency_id,
                                  GError     **error)
{
  static const char *const steps[] = {
    "UPDATE question SET competency_id = NULL WHERE competency_id = ?1",
    "DELETE FROM competency WHERE id = ?1",
  };

  if (!run_all (database, steps, G_N_ELEMENTS (steps), competency_id, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_COMPETENCY, competency_id, error);
}
