#include "ik-import-private.h"

#include "ik-record.h"
#include "ik-rubric-store.h"
#include "ik-text.h"

/* What is new must not have the id of something else; a scale that the library
 * has word for word is shared. */

/**
 * ik_import_free_id:
 * @database: a connection
 * @id: (inout): an id of the model
 * @error: return location
 *
 * Makes a new id where something in the library has this one.
 *
 * Returns: whether that could be found out
 */
gboolean
ik_import_free_id (IkDatabase  *database,
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
replace_references (IkPack     *pack,
                    const char *old_id,
                    const char *new_id)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (g_strcmp0 (question->competency_id, old_id) == 0)
            ik_text_set (&question->competency_id, new_id);
          if (g_strcmp0 (question->rubric_id, old_id) == 0)
            ik_text_set (&question->rubric_id, new_id);
        }
    }
}

static gboolean
free_scale_id (IkPack      *pack,
               IkDatabase  *database,
               char       **id,
               GError     **error)
{
  g_autofree char *old_id = g_strdup (*id);

  if (!ik_import_free_id (database, id, error))
    return FALSE;

  if (!g_str_equal (*id, old_id))
    replace_references (pack, old_id, *id);

  return TRUE;
}

static gboolean
settle_competencies (IkPack      *pack,
                     IkDatabase  *database,
                     GError     **error)
{
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
      else if (!free_scale_id (pack, database, &competency->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_rubrics (IkPack      *pack,
                IkDatabase  *database,
                GError     **error)
{
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
      else if (!free_scale_id (pack, database, &rubric->id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_import_settle_ids:
 * @database: a connection
 * @pack: a pack that will be new; changed
 * @error: return location
 *
 * Gives a new id to whatever has one that is taken, and takes out the scales
 * that the library has.
 *
 * Returns: whether that could be found out
 */
gboolean
ik_import_settle_ids (IkDatabase  *database,
                      IkPack      *pack,
                      GError     **error)
{
  if (!ik_import_free_id (database, &pack->id, error) ||
      !settle_competencies (pack, database, error) ||
      !settle_rubrics (pack, database, error))
    return FALSE;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (!ik_import_free_id (database, &question->id, error))
            return FALSE;
        }
    }

  return TRUE;
}
