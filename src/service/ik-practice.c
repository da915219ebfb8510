#include "ik-practice.h"

#include "ik-candidate-store.h"
#include "ik-interview-plan.h"
#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/**
 * IkPractice:
 *
 * An interview with nobody, to try a question set and the keys: it is held as
 * any other, in a library of its own that is thrown away with this object. The
 * person's library is only read.
 */
struct _IkPractice
{
  char        *folder;
  IkLibrary   *library;   /* (nullable) */
  IkInterview *interview; /* (nullable) */
};

typedef struct
{
  const char  *set_id;
  IkInterview *interview; /* (owned) */
} Freezing;

static gboolean
freeze_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Freezing *freezing = data;

  return ik_interview_plan_freeze (database, freezing->interview, freezing->set_id, error);
}

static gboolean
insert_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  IkInterview **interview = data;
  g_autoptr(IkCandidate) nobody = ik_candidate_new (_("Practice"));
  g_autofree char *interviewer_id = NULL;
  IkInterview *stored;

  if (!ik_candidate_store_save (database, nobody, error) ||
      !ik_interviewer_store_set_owner (database, g_get_user_name (), error) ||
      !ik_interviewer_store_get_owner (database, &interviewer_id, NULL, error))
    return FALSE;

  ik_text_set (&(*interview)->candidate_id, nobody->id);
  ik_text_set (&(*interview)->interviewer_id, interviewer_id);
  if (!ik_interview_store_insert (database, *interview, error))
    return FALSE;

  stored = ik_interview_store_load (database, (*interview)->id, error);
  if (stored == NULL)
    return FALSE;

  ik_interview_free (*interview);
  *interview = stored;
  return TRUE;
}

/* In memory where the system has a folder there; nothing of it outlives the
 * session in any case. */
static char *
make_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (),
                                              "interview-kit-practice-XXXXXX", NULL);

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);

  return g_dir_make_tmp ("interview-kit-practice-XXXXXX", error);
}

/**
 * ik_practice_new:
 * @library: a library
 * @set_id: one of its question sets
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Plans a practice. Blocks.
 *
 * Returns: (transfer full) (nullable): a practice; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where there is no such set, or #IK_STORE_ERROR_REFUSED where it has no
 *   questions
 */
IkPractice *
ik_practice_new (IkLibrary     *library,
                 const char    *set_id,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(IkPractice) self = g_new0 (IkPractice, 1);
  g_autofree char *path = NULL;
  Freezing freezing = { .set_id = set_id };

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (set_id != NULL, NULL);

  self->interview = ik_interview_new ();
  freezing.interview = self->interview;
  if (!ik_library_read (library, freeze_in_library, &freezing, cancellable, error))
    return NULL;

  self->folder = make_folder (error);
  if (self->folder == NULL)
    return NULL;

  path = g_build_filename (self->folder, "practice.db", NULL);
  self->library = ik_library_open (path, cancellable, error);
  if (self->library == NULL ||
      !ik_library_write (self->library, NULL, IK_PRIORITY_USER, insert_in_library,
                         &self->interview, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  if (g_rmdir (folder) != 0)
    g_info ("A practice stays in %s: %s", folder, g_strerror (errno));
}

/**
 * ik_practice_free:
 * @self: (transfer full): a practice
 *
 * Throws everything of it away. Whoever still holds the library writes into
 * files that are gone. Blocks: call it off the main loop.
 */
void
ik_practice_free (IkPractice *self)
{
  g_clear_object (&self->library);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_clear_pointer (&self->interview, ik_interview_free);
  g_free (self->folder);
  g_free (self);
}

/**
 * ik_practice_get_library:
 * @self: a practice
 *
 * Returns: (transfer none): the library of its own
 */
IkLibrary *
ik_practice_get_library (IkPractice *self)
{
  return self->library;
}

/**
 * ik_practice_take_interview:
 * @self: a practice
 *
 * Returns: (transfer full) (nullable): the interview, the first time
 */
IkInterview *
ik_practice_take_interview (IkPractice *self)
{
  return g_steal_pointer (&self->interview);
}
