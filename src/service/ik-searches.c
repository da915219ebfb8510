#include "ik-searches.h"

#include "ik-saved-search-store.h"

#include <glib/gi18n.h>

static gboolean
list_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  GPtrArray **searches = data;

  *searches = ik_saved_search_store_list (database, error);
  return *searches != NULL;
}

/**
 * ik_searches_list:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSavedSearch): the searches, by name
 */
GPtrArray *
ik_searches_list (IkLibrary     *library,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GPtrArray *searches = NULL;

  return ik_library_read (library, list_cb, &searches, cancellable, error) ? searches : NULL;
}

static gboolean
add_cb (IkDatabase    *database,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  return ik_saved_search_store_insert (database, data, error);
}

/* What is typed around a name is no part of it. */
static char *
dup_name (const char *name)
{
  return g_strstrip (g_strdup (name));
}

/**
 * ik_searches_add:
 * @library: a library
 * @name: what people call it
 * @filter: what it looks for; a limit is not kept
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Keeps a search; can be undone.
 *
 * Returns: (transfer full): its id; %NULL with #IK_STORE_ERROR_REFUSED where the
 *   name is empty or taken
 */
char *
ik_searches_add (IkLibrary               *library,
                 const char              *name,
                 const IkQuestionFilter  *filter,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *stripped = NULL;
  g_autoptr(IkSavedSearch) search = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  stripped = dup_name (name);
  search = ik_saved_search_new (id, stripped, filter);
  if (!ik_library_write (library, _("Save Search"), IK_PRIORITY_USER, add_cb, search,
                         cancellable, error))
    return NULL;

  return g_steal_pointer (&id);
}

/* The search that has the name goes, and leaves its id to the new one. */
static gboolean
replace_cb (IkDatabase    *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  IkSavedSearch *search = data;
  g_autoptr(GPtrArray) searches = ik_saved_search_store_list (database, error);

  if (searches == NULL)
    return FALSE;

  for (guint i = 0; i < searches->len; i++)
    {
      const IkSavedSearch *other = searches->pdata[i];

      if (g_ascii_strcasecmp (other->name, search->name) != 0)
        continue;
      if (!ik_saved_search_store_remove (database, other->id, error))
        return FALSE;
      g_free (search->id);
      search->id = g_strdup (other->id);
    }

  return ik_saved_search_store_insert (database, search, error);
}

/**
 * ik_searches_replace:
 * @library: a library
 * @name: what people call it
 * @filter: what it looks for; a limit is not kept
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Keeps a search as ik_searches_add() does, in the place of the one that has
 * the name; can be undone in one step.
 *
 * Returns: (transfer full): its id; %NULL with #IK_STORE_ERROR_REFUSED where the
 *   name is empty
 */
char *
ik_searches_replace (IkLibrary               *library,
                     const char              *name,
                     const IkQuestionFilter  *filter,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *stripped = NULL;
  g_autoptr(IkSavedSearch) search = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  stripped = dup_name (name);
  search = ik_saved_search_new (id, stripped, filter);
  if (!ik_library_write (library, _("Save Search"), IK_PRIORITY_USER, replace_cb, search,
                         cancellable, error))
    return NULL;

  return g_steal_pointer (&search->id);
}

typedef struct
{
  const char *id;
  const char *name;
} Renaming;

static gboolean
rename_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Renaming *renaming = data;

  return ik_saved_search_store_rename (database, renaming->id, renaming->name, error);
}

/**
 * ik_searches_rename:
 * @library: a library
 * @id: a search
 * @name: its new name
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Can be undone.
 *
 * Returns: whether it was renamed; #IK_STORE_ERROR_REFUSED where the name is
 *   empty or taken
 */
gboolean
ik_searches_rename (IkLibrary     *library,
                    const char    *id,
                    const char    *name,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *stripped = NULL;
  Renaming renaming;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  stripped = dup_name (name);
  renaming = (Renaming) { id, stripped };
  return ik_library_write (library, _("Rename Saved Search"), IK_PRIORITY_USER, rename_cb,
                           &renaming, cancellable, error);
}

static gboolean
remove_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ik_saved_search_store_remove (database, data, error);
}

/**
 * ik_searches_remove:
 * @library: a library
 * @id: a search
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Can be undone.
 *
 * Returns: whether it was there
 */
gboolean
ik_searches_remove (IkLibrary     *library,
                    const char    *id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return ik_library_write (library, _("Delete Saved Search"), IK_PRIORITY_USER, remove_cb,
                           (gpointer) id, cancellable, error);
}
