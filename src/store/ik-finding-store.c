#include "ik-finding-store.h"

#include "ik-statement.h"

#include "ik-text.h"

#define SIDE_STRENGTH "strength"
#define SIDE_CONCERN "concern"

/**
 * ik_finding_store_load:
 * @database: a connection
 * @interview: one without strengths and concerns
 * @error: return location
 *
 * Loads what the review found.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_finding_store_load (IkDatabase   *database,
                       IkInterview  *interview,
                       GError      **error)
{
  g_autoptr(IkStatement) load = NULL;

  load = ik_database_prepare (database,
                              "SELECT side, id, text, is_shareable FROM finding "
                              "WHERE interview_id = ?1 ORDER BY side, position");
  ik_statement_bind_text (load, 1, interview->id);

  while (ik_statement_next (load))
    {
      gboolean is_strength = g_str_equal (ik_statement_get_text (load, 0), SIDE_STRENGTH);
      IkFinding *finding = ik_finding_new (ik_statement_get_text (load, 2),
                                           ik_statement_get_boolean (load, 3));

      ik_text_set (&finding->id, ik_statement_get_text (load, 1));
      g_ptr_array_add (is_strength ? interview->strengths : interview->concerns, finding);
    }

  return ik_statement_finish (load, error);
}

static gboolean
remove_others (IkDatabase         *database,
               const IkInterview  *interview,
               GError            **error)
{
  guint n = interview->strengths->len + interview->concerns->len;
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  g_autoptr(IkStatement) remove = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_strength = i < interview->strengths->len;
      const IkFinding *finding = is_strength
        ? interview->strengths->pdata[i]
        : interview->concerns->pdata[i - interview->strengths->len];

      ids[i] = finding->id;
    }

  remove = ik_database_prepare (database,
                                "DELETE FROM finding WHERE interview_id = ?1 AND "
                                "  id NOT IN (SELECT value FROM json_each (?2))");
  ik_statement_bind_text (remove, 1, interview->id);
  ik_statement_bind_texts (remove, 2, ids);

  return ik_statement_run (remove, error);
}

static gboolean
save_side (IkDatabase  *database,
           const char  *interview_id,
           const char  *side,
           GPtrArray   *findings,
           GError     **error)
{
  g_autoptr(IkStatement) save = NULL;

  save = ik_database_prepare (database,
                              "INSERT INTO finding (id, interview_id, side, position, text, is_shareable) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                              "ON CONFLICT (id) DO UPDATE SET side = ?3, position = ?4, text = ?5, "
                              "  is_shareable = ?6 "
                              "WHERE (side, position, text, is_shareable) IS NOT (?3, ?4, ?5, ?6)");
  ik_statement_bind_text (save, 2, interview_id);
  ik_statement_bind_text (save, 3, side);

  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];

      ik_statement_bind_text (save, 1, finding->id);
      ik_statement_bind_int (save, 4, i);
      ik_statement_bind_text (save, 5, finding->text);
      ik_statement_bind_int (save, 6, finding->is_shareable);
      if (!ik_statement_run (save, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_finding_store_save:
 * @database: the writer
 * @interview: a stored interview
 * @error: return location
 *
 * Makes its strengths and concerns the ones that are stored. Only rows that
 * changed are written.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_finding_store_save (IkDatabase         *database,
                       const IkInterview  *interview,
                       GError            **error)
{
  return remove_others (database, interview, error) &&
         save_side (database, interview->id, SIDE_STRENGTH, interview->strengths, error) &&
         save_side (database, interview->id, SIDE_CONCERN, interview->concerns, error);
}
