#include "ik-chip-store.h"

#include "ik-list.h"
#include "ik-statement.h"

/* In the table "setting": there once somebody chose chips, or chose to have none. */
#define CHOSEN_KEY "chips"

static gboolean
is_chosen (IkDatabase  *database,
           gboolean    *out_is_chosen,
           GError     **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT 1 FROM setting WHERE key = ?1");

  ik_statement_bind_text (find, 1, CHOSEN_KEY);
  *out_is_chosen = ik_statement_next (find);

  return ik_statement_finish (find, error);
}

/**
 * ik_chip_store_list:
 * @database: a connection
 * @rubric_id: (nullable): a rubric of the library; %NULL for each question
 * @out_is_chosen: (out): whether ik_chip_store_save() was ever called for each
 *   question, so that an empty list is meant
 * @error: return location
 *
 * Lists the quick chips that stand beside each question, or those that come on
 * top where an answer is rated by a rubric.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their texts in order,
 *   or %NULL with @error set
 */
GPtrArray *
ik_chip_store_list (IkDatabase  *database,
                    const char  *rubric_id,
                    gboolean    *out_is_chosen,
                    GError     **error)
{
  g_autoptr(GPtrArray) texts = ik_text_list_new ();
  g_autoptr(IkStatement) list = NULL;

  if (!is_chosen (database, out_is_chosen, error))
    return NULL;

  list = ik_database_prepare (database,
                              "SELECT text FROM chip WHERE rubric_id IS ?1 ORDER BY position");
  ik_statement_bind_text (list, 1, rubric_id);
  while (ik_statement_next (list))
    ik_text_list_add (texts, ik_statement_get_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&texts) : NULL;
}

/**
 * ik_chip_store_list_rubrics:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids of the rubrics
 *   that have chips of their own, or %NULL with @error set
 */
GPtrArray *
ik_chip_store_list_rubrics (IkDatabase  *database,
                            GError     **error)
{
  g_autoptr(GPtrArray) ids = ik_text_list_new ();
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database, "SELECT DISTINCT rubric_id FROM chip"
                              " WHERE rubric_id IS NOT NULL");
  while (ik_statement_next (list))
    ik_text_list_add (ids, ik_statement_get_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
remove_all (IkDatabase  *database,
            const char  *rubric_id, /* nullable */
            GError     **error)
{
  g_autoptr(IkStatement) remove = ik_database_prepare (database,
                                                       "DELETE FROM chip WHERE rubric_id IS ?1");

  ik_statement_bind_text (remove, 1, rubric_id);
  return ik_statement_run (remove, error);
}

static gboolean
set_chosen (IkDatabase  *database,
            GError     **error)
{
  g_autoptr(IkStatement) set = NULL;

  set = ik_database_prepare (database,
                             "INSERT INTO setting (key, value) VALUES (?1, 'own') "
                             "ON CONFLICT (key) DO NOTHING");
  ik_statement_bind_text (set, 1, CHOSEN_KEY);

  return ik_statement_run (set, error);
}

/**
 * ik_chip_store_save:
 * @database: the writer
 * @rubric_id: (nullable): a rubric of the library; %NULL for each question
 * @texts: (element-type utf8): all its chips, in order; may be empty
 * @error: return location
 *
 * Makes @texts the quick chips that stand beside each question, or those that
 * come on top where an answer is rated by a rubric. Nothing refers to a chip:
 * what was ticked with it is kept with the interview.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_chip_store_save (IkDatabase  *database,
                    const char  *rubric_id,
                    GPtrArray   *texts,
                    GError     **error)
{
  g_autoptr(IkStatement) add = NULL;

  if (!remove_all (database, rubric_id, error) ||
      (rubric_id == NULL && !set_chosen (database, error)))
    return FALSE;

  add = ik_database_prepare (database, "INSERT INTO chip (id, rubric_id, position, text)"
                             " VALUES (?1, ?2, ?3, ?4)");
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *id = g_uuid_string_random ();

      ik_statement_bind_text (add, 1, id);
      ik_statement_bind_text (add, 2, rubric_id);
      ik_statement_bind_int (add, 3, i);
      ik_statement_bind_text (add, 4, texts->pdata[i]);
      if (!ik_statement_run (add, error))
        return FALSE;
    }

  return TRUE;
}
