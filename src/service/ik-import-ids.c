#include "ik-import-private.h"

#include "ik-record.h"
#include "ik-rubric-store.h"
#include "ik-text.h"

/* What is new must not have the id of something else; a scale that the library
 * has word for word is shared. */

static gboolean
free_id (IkDatabase  *database,
         char       **id,
         GError     **error)
{
  gboolean is_taken;

  if (!ik_record_is_taken (database, *id, &is_taken, error))
    return FALSE;

  if (is_taken)
    {
      g_free (*id);
      *id = g_uuid_string_random ();
    }

  return TRUE;
}

static void
replace_references (IkImportPlan *plan,
                    const char   *old_id,
                    const char   *new_id)
{
  for (guint i = 0; i < plan->pack->sections->len; i++)
    {
      IkSection *section = plan->pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          const IkQuestion *question = section->questions->pdata[j];

          if (g_strcmp0 (question->competency_id, old_id) == 0)
            ik_text_set (&ik_import_plan_own (plan, section, j)->competency_id, new_id);
          if (g_strcmp0 (question->rubric_id, old_id) == 0)
            ik_text_set (&ik_import_plan_own (plan, section, j)->rubric_id, new_id);
        }
    }
}

static gboolean
free_scale_id (IkImportPlan  *plan,
               IkDatabase    *database,
               char         **id,
               GError       **error)
{
  g_autofree char *old_id = g_strdup (*id);

  if (!free_id (database, id, error))
    return FALSE;

  if (!g_str_equal (*id, old_id))
    replace_references (plan, old_id, *id);

  return TRUE;
}

static gboolean
settle_competencies (IkImportPlan  *plan,
                     IkDatabase    *database,
                     GError       **error)
{
  IkPack *pack = plan->pack;

  for (guint i = pack->competencies->len; i-- > 0;)
    {
      IkCompetency *competency = pack->competencies->pdata[i];
      g_autoptr(GError) local_error = NULL;
      g_autoptr(IkCompetency) known = ik_competency_store_load (database, competency->id,
                                                                &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (known != NULL && ik_competency_equal (known, competency))
        g_ptr_array_remove_index (pack->competencies, i);
      else if (!free_scale_id (plan, database, &competency->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_rubrics (IkImportPlan  *plan,
                IkDatabase    *database,
                GError       **error)
{
  IkPack *pack = plan->pack;

  for (guint i = pack->rubrics->len; i-- > 0;)
    {
      IkRubric *rubric = pack->rubrics->pdata[i];
      g_autoptr(GError) local_error = NULL;
      g_autoptr(IkRubric) known = ik_rubric_store_load (database, rubric->id, &local_error);

      if (local_error != NULL &&
          !g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (known != NULL && ik_rubric_equal (known, rubric))
        g_ptr_array_remove_index (pack->rubrics, i);
      else if (!free_scale_id (plan, database, &rubric->id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_import_free_question_id:
 * @plan: a plan
 * @database: a connection
 * @section: a section of its pack
 * @index: a question of it
 * @error: return location
 *
 * Gives the question a new id where something in the library has its own.
 *
 * Returns: whether that could be found out
 */
gboolean
ik_import_free_question_id (IkImportPlan  *plan,
                            IkDatabase    *database,
                            IkSection     *section,
                            guint          index,
                            GError       **error)
{
  const IkQuestion *question = section->questions->pdata[index];
  gboolean is_taken;

  if (!ik_record_is_taken (database, question->id, &is_taken, error))
    return FALSE;

  return !is_taken || free_id (database, &ik_import_plan_own (plan, section, index)->id, error);
}

/**
 * ik_import_settle_ids:
 * @plan: a plan for a pack that will be new
 * @database: a connection
 * @error: return location
 *
 * Gives a new id to whatever has one that is taken, and takes out the scales
 * that the library has.
 *
 * Returns: whether that could be found out
 */
gboolean
ik_import_settle_ids (IkImportPlan  *plan,
                      IkDatabase    *database,
                      GError       **error)
{
  if (!free_id (database, &plan->pack->id, error) ||
      !settle_competencies (plan, database, error) ||
      !settle_rubrics (plan, database, error))
    return FALSE;

  for (guint i = 0; i < plan->pack->sections->len; i++)
    {
      IkSection *section = plan->pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          if (!ik_import_free_question_id (plan, database, section, j, error))
            return FALSE;
        }
    }

  return TRUE;
}
