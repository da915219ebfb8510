#include "ik-sets.h"

#include "ik-rubric.h"
#include "ik-set-store.h"
#include "ik-set-version-store.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* Calendars offer quarters of an hour; nobody is interviewed for longer than
 * two hours at a stretch. */
#define SLOT_STEP_MINUTES 15
#define MAX_FIT_MINUTES 120

/* Everything here blocks: call it off the main loop. */

static gboolean
has_any (const char *const *texts)
{
  return texts != NULL && texts[0] != NULL;
}

static gboolean
check_title (const char  *title,
             GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  if (*stripped != '\0')
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("A question set needs a title"));
  return FALSE;
}

static gboolean
add_packs (IkDatabase          *database,
           IkQuestionSet       *set,
           const IkSetRequest  *request,
           GError             **error)
{
  if (!has_any (request->pack_ids))
    return ik_set_store_add_matching (database, set, NULL, request->tags, request->levels, error);

  for (guint i = 0; request->pack_ids[i] != NULL; i++)
    {
      if (!ik_set_store_add_matching (database, set, request->pack_ids[i], request->tags,
                                      request->levels, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_questions (IkDatabase          *database,
               IkQuestionSet       *set,
               const char *const   *question_ids,
               GError             **error)
{
  for (guint i = 0; question_ids != NULL && question_ids[i] != NULL; i++)
    {
      if (ik_question_set_find_question (set, question_ids[i]) == NULL &&
          !ik_set_store_add_question (database, set, question_ids[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
mark_optional (const IkQuestionSet  *set,
               const char *const    *question_ids,
               GError              **error)
{
  for (guint i = 0; question_ids != NULL && question_ids[i] != NULL; i++)
    {
      IkSetItem *item = ik_question_set_find_question (set, question_ids[i]);

      if (item == NULL)
        {
          g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("The question “%s” can't be optional: it is not in the set"),
                       question_ids[i]);
          return FALSE;
        }
      item->required = FALSE;
    }

  return TRUE;
}

static gboolean
check_rubric (IkDatabase  *database,
              const char  *rubric_id,
              GError     **error)
{
  return rubric_id == NULL || g_str_equal (rubric_id, IK_RUBRIC_BUILT_IN_ID) ||
         ik_set_store_has_rubric (database, rubric_id, error);
}

static guint
get_fitting_slot (guint minutes)
{
  guint n_steps = (minutes + SLOT_STEP_MINUTES - 1) / SLOT_STEP_MINUTES;

  return MIN (n_steps * SLOT_STEP_MINUTES, MAX_FIT_MINUTES);
}

typedef struct
{
  const IkSetRequest *request;
  IkQuestionSet      *set;     /* (owned) (nullable) */
} Create;

static gboolean
create_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Create *create = data;
  const IkSetRequest *request = create->request;
  g_autoptr(IkQuestionSet) set = ik_question_set_new (request->title);
  gboolean from_packs = has_any (request->pack_ids) || has_any (request->tags) ||
                        has_any (request->levels);

  ik_text_set (&set->role, request->role);
  set->slot_minutes = request->slot_minutes;
  set->rubric_id = g_strdup (request->rubric_id);
  set->recommendation_rubric_id = g_strdup (request->recommendation_rubric_id);

  if (!check_rubric (database, request->rubric_id, error) ||
      !check_rubric (database, request->recommendation_rubric_id, error) ||
      (from_packs && !add_packs (database, set, request, error)) ||
      !add_questions (database, set, request->question_ids, error) ||
      !mark_optional (set, request->optional_ids, error))
    return FALSE;

  if (request->fit_slot && set->slot_minutes == 0)
    set->slot_minutes = get_fitting_slot (ik_question_set_get_planned_minutes (set));
  if (!ik_set_store_save (database, set, error))
    return FALSE;

  create->set = g_steal_pointer (&set);
  return TRUE;
}

/**
 * ik_sets_create:
 * @library: a library
 * @request: what it shall hold
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes a set. Questions named alone are exactly those, in that order; with
 * packs, tags or levels, all questions of the packs (of every pack, where none
 * is named) that match come first, archived ones left out. Without any of them
 * the set is empty. No question comes twice. Sections with their introductions
 * come from the packs, minutes from the questions or their kinds. Undoable.
 *
 * Returns: (transfer full): the set; %NULL with an #IkStoreError
 */
IkQuestionSet *
ik_sets_create (IkLibrary           *library,
                const IkSetRequest  *request,
                GCancellable        *cancellable,
                GError             **error)
{
  Create create = { request, NULL };

  g_return_val_if_fail (request != NULL && request->title != NULL, NULL);

  if (!check_title (request->title, error))
    return NULL;

  if (!ik_library_write (library, _("Create Question Set"), IK_PRIORITY_USER, create_in_library,
                         &create, cancellable, error))
    g_clear_pointer (&create.set, ik_question_set_free);

  return create.set;
}

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GPtrArray **sets = data;

  *sets = ik_set_store_list (database, error);
  return *sets != NULL;
}

/**
 * ik_sets_list:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSetSummary): all sets, by title;
 *   %NULL with @error set on failure
 */
GPtrArray *
ik_sets_list (IkLibrary     *library,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *sets = NULL;

  ik_library_read (library, list_in_library, &sets, cancellable, error);
  return sets;
}

typedef struct
{
  const char    *id;
  IkQuestionSet *set; /* (owned) (nullable) */
} Load;

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Load *load = data;

  load->set = ik_set_store_load (database, load->id, error);
  return load->set != NULL;
}

/**
 * ik_sets_load:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the set; %NULL with #IK_STORE_ERROR_NOT_FOUND where
 *   there is none
 */
IkQuestionSet *
ik_sets_load (IkLibrary     *library,
              const char    *id,
              GCancellable  *cancellable,
              GError       **error)
{
  Load load = { id, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.set;
}

static gboolean
check_weights (const IkQuestionSet  *set,
               GError              **error)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      g_autofree char *reason = NULL;

      if (ik_set_item_check_weight (set->items->pdata[i], &reason))
        continue;

      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, reason);
      return FALSE;
    }

  return TRUE;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_set_version_store_save (database, data, FALSE, error);
}

/**
 * ik_sets_save:
 * @library: a library
 * @set: new or known
 * @label: names the change for undo
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores the whole set, its sections and items, under its id.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for a set without a
 *   title, or with a weight that nobody gave a reason for
 */
gboolean
ik_sets_save (IkLibrary            *library,
              const IkQuestionSet  *set,
              const char           *label,
              GCancellable         *cancellable,
              GError              **error)
{
  g_return_val_if_fail (set != NULL, FALSE);

  return check_title (set->title, error) && check_weights (set, error) &&
         ik_library_write (library, label, IK_PRIORITY_USER, save_in_library,
                           (gpointer) set, cancellable, error);
}

static void
renew_ids (IkQuestionSet *set)
{
  g_autoptr(GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_free (set->id);
  set->id = g_uuid_string_random ();

  for (guint i = 0; i < set->sections->len; i++)
    {
      IkSetSection *section = set->sections->pdata[i];
      char *old_id = g_steal_pointer (&section->id);

      section->id = g_uuid_string_random ();
      g_hash_table_insert (new_ids, old_id, section->id);
    }

  for (guint i = 0; i < set->items->len; i++)
    {
      IkSetItem *item = set->items->pdata[i];
      const char *section_id = NULL;

      if (item->section_id != NULL)
        section_id = g_hash_table_lookup (new_ids, item->section_id);

      g_free (item->section_id);
      item->section_id = g_strdup (section_id);
      g_free (item->id);
      item->id = g_uuid_string_random ();
    }
}

static gboolean
duplicate_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Load *load = data;
  g_autoptr(IkQuestionSet) set = ik_set_store_load (database, load->id, error);
  g_autofree char *title = NULL;

  if (set == NULL)
    return FALSE;

  /* Translators: title of a copy of the question set named so */
  title = g_strdup_printf (_("%s (copy)"), set->title);
  ik_text_set (&set->title, title);
  renew_ids (set);
  if (!ik_set_store_save (database, set, error))
    return FALSE;

  load->set = g_steal_pointer (&set);
  return TRUE;
}

/**
 * ik_sets_duplicate:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes a copy of a set to start another one from. Undoable.
 *
 * Returns: (transfer full): id of the copy; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where there is no such set
 */
char *
ik_sets_duplicate (IkLibrary     *library,
                   const char    *id,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Load load = { id, NULL };
  gboolean saved = ik_library_write (library, _("Duplicate Question Set"), IK_PRIORITY_USER,
                                     duplicate_in_library, &load, cancellable, error);
  g_autoptr(IkQuestionSet) set = load.set;

  return saved ? g_strdup (set->id) : NULL;
}

static gboolean
remove_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return ik_set_store_remove (database, data, error);
}

/**
 * ik_sets_remove:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Removes a set; interviews planned from it keep their wording. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_sets_remove (IkLibrary     *library,
                const char    *id,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_library_write (library, _("Delete Question Set"), IK_PRIORITY_USER, remove_in_library,
                           (gpointer) id, cancellable, error);
}
