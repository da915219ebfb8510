#include "ik-saved-search-store.h"

#include "ik-statement.h"

#include <glib/gi18n.h>

static const char *const wanted_nicks[] = { "any", "yes", "no" };

/* Reading */

static IkWanted
get_wanted (IkStatement *row,
            int          column)
{
  const char *nick = ik_statement_get_text (row, column);

  return g_str_equal (nick, "yes") ? IK_WANTED_YES
         : g_str_equal (nick, "no") ? IK_WANTED_NO : IK_WANTED_ANY;
}

/* The values of a facet, in an order of their own. */
static GStrv
load_values (IkDatabase  *database,
             const char  *id,
             const char  *facet,
             GError     **error)
{
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT value FROM saved_search_value"
                         " WHERE search_id = ?1 AND facet = ?2 ORDER BY value");

  ik_statement_bind_text (list, 1, id);
  ik_statement_bind_text (list, 2, facet);
  while (ik_statement_next (list))
    g_strv_builder_add (values, ik_statement_get_text (list, 0));

  return ik_statement_finish (list, error) ? g_strv_builder_end (values) : NULL;
}

static gboolean
load_texts (IkDatabase         *database,
            const char         *id,
            const char         *facet,
            const char *const **out_texts,
            GError            **error)
{
  GStrv values = load_values (database, id, facet, error);

  if (values == NULL)
    return FALSE;

  *out_texts = (const char *const *) values;
  return TRUE;
}

static gboolean
load_bits (IkDatabase        *database,
           const char        *id,
           IkQuestionFilter  *filter,
           GError           **error)
{
  g_auto(GStrv) kinds = load_values (database, id, "kind", error);
  g_auto(GStrv) states = kinds != NULL ? load_values (database, id, "state", error) : NULL;
  IkQuestionState state;

  if (states == NULL)
    return FALSE;

  for (guint i = 0; kinds[i] != NULL; i++)
    filter->kinds |= ik_question_kinds_from_nick (kinds[i]);
  for (guint i = 0; states[i] != NULL; i++)
    {
      if (ik_question_state_from_nick (states[i], &state))
        filter->states |= 1u << state;
    }

  return TRUE;
}

static gboolean
load_all_values (IkDatabase     *database,
                 IkSavedSearch  *search,
                 GError        **error)
{
  IkQuestionFilter *filter = search->filter;

  return load_texts (database, search->id, "pack", &filter->pack_ids, error) &&
         load_texts (database, search->id, "section", &filter->section_ids, error) &&
         load_texts (database, search->id, "tag", &filter->tags, error) &&
         load_texts (database, search->id, "competency", &filter->competencies, error) &&
         load_texts (database, search->id, "level", &filter->levels, error) &&
         load_bits (database, search->id, filter, error);
}

static IkSavedSearch *
read_search (IkStatement *row)
{
  IkQuestionFilter filter = {
    .query = ik_statement_get_text (row, 2),
    .minutes_from = ik_statement_get_uint (row, 3),
    .minutes_to = ik_statement_get_uint (row, 4),
    .used = get_wanted (row, 5),
    .answered = get_wanted (row, 6),
    .is_descending = ik_statement_get_boolean (row, 8),
  };

  ik_question_sort_from_nick (ik_statement_get_text (row, 7), &filter.sort);
  return ik_saved_search_new (ik_statement_get_text (row, 0), ik_statement_get_text (row, 1),
                              &filter);
}

/**
 * ik_saved_search_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSavedSearch): the searches, by name
 */
GPtrArray *
ik_saved_search_store_list (IkDatabase  *database,
                            GError     **error)
{
  g_autoptr(GPtrArray) searches =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_saved_search_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name, words, minutes_from, minutes_to, used,"
                         " answered, sort, is_descending FROM saved_search ORDER BY name");

  while (ik_statement_next (list))
    g_ptr_array_add (searches, read_search (list));
  if (!ik_statement_finish (list, error))
    return NULL;

  for (guint i = 0; i < searches->len; i++)
    {
      if (!load_all_values (database, searches->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&searches);
}

/* Writing */

/* Another search than @id must not have the name. */
static gboolean
check_name (IkDatabase  *database,
            const char  *id,
            const char  *name,
            GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT 1 FROM saved_search WHERE name = ?1 AND id <> ?2");
  gboolean is_taken;

  if (*name == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("A saved search needs a name"));
      return FALSE;
    }

  ik_statement_bind_text (find, 1, name);
  ik_statement_bind_text (find, 2, id);
  is_taken = ik_statement_next (find);
  if (!ik_statement_finish (find, error))
    return FALSE;

  if (is_taken)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                 _("There is a saved search “%s” already; choose another name"), name);

  return !is_taken;
}

static gboolean
insert_value (IkDatabase  *database,
              const char  *id,
              const char  *facet,
              const char  *value,
              GError     **error)
{
  g_autoptr(IkStatement) insert =
    ik_database_prepare (database, "INSERT OR IGNORE INTO saved_search_value"
                         " (search_id, facet, value) VALUES (?1, ?2, ?3)");

  ik_statement_bind_text (insert, 1, id);
  ik_statement_bind_text (insert, 2, facet);
  ik_statement_bind_text (insert, 3, value);

  return ik_statement_run (insert, error);
}

static gboolean
insert_texts (IkDatabase         *database,
              const char         *id,
              const char         *facet,
              const char *const  *texts,
              GError            **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!insert_value (database, id, facet, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_bits (IkDatabase              *database,
             const char              *id,
             const IkQuestionFilter  *filter,
             GError                 **error)
{
  for (guint i = 0; i < IK_N_QUESTION_KINDS; i++)
    {
      if ((filter->kinds >> i & 1) != 0 &&
          !insert_value (database, id, "kind", ik_question_kind_to_nick ((IkQuestionKind) i),
                         error))
        return FALSE;
    }
  for (guint i = 0; i < IK_N_QUESTION_STATES; i++)
    {
      if ((filter->states >> i & 1) != 0 &&
          !insert_value (database, id, "state", ik_question_state_to_nick ((IkQuestionState) i),
                         error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_values (IkDatabase              *database,
               const char              *id,
               const IkQuestionFilter  *filter,
               GError                 **error)
{
  return insert_texts (database, id, "pack", filter->pack_ids, error) &&
         insert_texts (database, id, "section", filter->section_ids, error) &&
         insert_texts (database, id, "tag", filter->tags, error) &&
         insert_texts (database, id, "competency", filter->competencies, error) &&
         insert_texts (database, id, "level", filter->levels, error) &&
         insert_bits (database, id, filter, error);
}

/**
 * ik_saved_search_store_insert:
 * @database: the writer
 * @search: a search whose id is new; a limit is not kept
 * @error: return location
 *
 * Returns: whether it was stored; #IK_STORE_ERROR_REFUSED where the name is
 *   empty or taken
 */
gboolean
ik_saved_search_store_insert (IkDatabase           *database,
                              const IkSavedSearch  *search,
                              GError              **error)
{
  const IkQuestionFilter *filter = search->filter;
  g_autoptr(IkStatement) insert = NULL;

  if (!check_name (database, search->id, search->name, error))
    return FALSE;

  insert = ik_database_prepare (database, "INSERT INTO saved_search (id, name, words,"
                                " minutes_from, minutes_to, used, answered, sort, is_descending)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  ik_statement_bind_text (insert, 1, search->id);
  ik_statement_bind_text (insert, 2, search->name);
  ik_statement_bind_text (insert, 3, filter->query != NULL ? filter->query : "");
  ik_statement_bind_int (insert, 4, filter->minutes_from);
  ik_statement_bind_int (insert, 5, filter->minutes_to);
  ik_statement_bind_text (insert, 6, wanted_nicks[filter->used]);
  ik_statement_bind_text (insert, 7, wanted_nicks[filter->answered]);
  ik_statement_bind_text (insert, 8, ik_question_sort_to_nick (filter->sort));
  ik_statement_bind_int (insert, 9, filter->is_descending ? 1 : 0);

  return ik_statement_run (insert, error) &&
         insert_values (database, search->id, filter, error);
}

/**
 * ik_saved_search_store_rename:
 * @database: the writer
 * @id: a search
 * @name: its new name
 * @error: return location
 *
 * Returns: whether it was renamed; #IK_STORE_ERROR_REFUSED where the name is
 *   empty or taken
 */
gboolean
ik_saved_search_store_rename (IkDatabase  *database,
                              const char  *id,
                              const char  *name,
                              GError     **error)
{
  g_autoptr(IkStatement) rename = NULL;

  if (!check_name (database, id, name, error))
    return FALSE;

  rename = ik_database_prepare (database, "UPDATE saved_search SET name = ?2 WHERE id = ?1");
  ik_statement_bind_text (rename, 1, id);
  ik_statement_bind_text (rename, 2, name);

  return ik_statement_run_one (rename, error);
}

/**
 * ik_saved_search_store_remove:
 * @database: the writer
 * @id: a search
 * @error: return location
 *
 * Returns: whether it was there and is no more
 */
gboolean
ik_saved_search_store_remove (IkDatabase  *database,
                              const char  *id,
                              GError     **error)
{
  g_autoptr(IkStatement) remove =
    ik_database_prepare (database, "DELETE FROM saved_search WHERE id = ?1");

  ik_statement_bind_text (remove, 1, id);
  return ik_statement_run_one (remove, error);
}
