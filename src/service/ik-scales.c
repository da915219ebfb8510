#include "ik-scales.h"

#include "ik-chip-store.h"
#include "ik-question-store.h"
#include "ik-rubric-rules.h"
#include "ik-rubric-store.h"
#include "ik-scale-store.h"

#include <glib/gi18n.h>

/* What answers are rated by and what they measure. Everything here blocks: call
 * it off the main loop. */

typedef struct
{
  const IkRubric *rubric;
  GPtrArray      *chips;  /* nullable */
} RubricToSave;

static gboolean
save_rubric_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const RubricToSave *to_save = data;
  const IkRubric *rubric = to_save->rubric;
  g_autoptr(IkRubric) known = NULL;
  g_autoptr(GError) local_error = NULL;

  known = ik_rubric_store_load (database, rubric->id, &local_error);
  if (known == NULL && !g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if ((known == NULL || !ik_rubric_equal (known, rubric)) &&
      !ik_rubric_store_save (database, rubric, NULL, 0, error))
    return FALSE;

  return to_save->chips == NULL ||
         ik_chip_store_save (database, rubric->id, to_save->chips, error);
}

/**
 * ik_scales_save_rubric:
 * @library: a library
 * @rubric: a rubric, new or known
 * @chips: (nullable) (element-type utf8): the quick chips that come on top where
 *   an answer is rated by it; %NULL leaves them as they are
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores a rubric. Where interviews hold a copy of a known one, the change is a
 * new version, and they keep the one before. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for the built-in rubric
 *   and for what ik_rubric_check() is not content with
 */
gboolean
ik_scales_save_rubric (IkLibrary       *library,
                       const IkRubric  *rubric,
                       GPtrArray       *chips,
                       GCancellable    *cancellable,
                       GError         **error)
{
  RubricToSave to_save = { rubric, chips };
  g_autofree char *reason = NULL;

  g_return_val_if_fail (rubric != NULL, FALSE);

  if (g_str_equal (rubric->id, IK_RUBRIC_BUILT_IN_ID))
    reason = g_strdup (_("The built-in rubric stays as it is; make a copy of it"));
  else
    ik_rubric_check (rubric, &reason);

  if (reason != NULL)
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, reason);
      return FALSE;
    }

  return ik_library_write (library, _("Edit Rubric"), IK_PRIORITY_USER, save_rubric_cb,
                           &to_save, cancellable, error);
}

static gboolean
remove_rubric_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return ik_scale_store_remove_rubric (database, data, error);
}

/**
 * ik_scales_remove_rubric:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Removes a rubric; what named it goes back to the set's or the built-in one,
 * interviews keep their copies. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_scales_remove_rubric (IkLibrary     *library,
                         const char    *id,
                         GCancellable  *cancellable,
                         GError       **error)
{
  return ik_library_write (library, _("Delete Rubric"), IK_PRIORITY_USER, remove_rubric_cb,
                           (gpointer) id, cancellable, error);
}

/* What one call reads. */
typedef struct
{
  IkScaleKind  kind;
  const char  *id;
  guint        version;
  gpointer     result;  /* (owned by the caller) (nullable) */
} Read;

static gboolean
load_version_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Read *read = data;

  read->result = ik_scale_store_load_version (database, read->id, read->version, error);
  return read->result != NULL;
}

/**
 * ik_scales_load_version:
 * @library: a library
 * @id: a rubric
 * @version: one that an interview holds
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the rubric as it was then; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where no interview holds it any more
 */
IkRubric *
ik_scales_load_version (IkLibrary     *library,
                        const char    *id,
                        guint          version,
                        GCancellable  *cancellable,
                        GError       **error)
{
  Read read = { IK_SCALE_RUBRIC, id, version, NULL };

  ik_library_read (library, load_version_cb, &read, cancellable, error);
  return read.result;
}

static gboolean
list_uses_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Read *read = data;

  read->result = read->kind == IK_SCALE_RUBRIC
                 ? ik_scale_store_list_rubric_uses (database, read->id, error)
                 : ik_scale_store_list_competency_uses (database, read->id, error);
  return read->result != NULL;
}

/**
 * ik_scales_list_uses:
 * @library: a library
 * @kind: what it is
 * @id: its id
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkScaleUse): packs, sets and
 *   interviews, see ik_scale_store_list_rubric_uses(); %NULL with @error set
 */
GPtrArray *
ik_scales_list_uses (IkLibrary     *library,
                     IkScaleKind    kind,
                     const char    *id,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Read read = { .kind = kind, .id = id };

  ik_library_read (library, list_uses_cb, &read, cancellable, error);
  return read.result;
}

/* What one question of a set is rated by. */
typedef struct
{
  const char *question_id;
  const char *set_rubric_id; /* nullable */
  IkRubric   *rubric;        /* (owned by the caller) (nullable) */
} Rating;

static gboolean
load_for_question_cb (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Rating *rating = data;
  g_autoptr(IkQuestion) question = ik_question_store_load (database, rating->question_id, error);
  const char *id = rating->set_rubric_id;

  if (question == NULL)
    return FALSE;

  if (question->rubric_id != NULL)
    id = question->rubric_id;
  rating->rubric = ik_rubric_store_load (database, id != NULL ? id : IK_RUBRIC_BUILT_IN_ID,
                                         error);
  return rating->rubric != NULL;
}

/**
 * ik_scales_load_for_question:
 * @library: a library
 * @question_id: a question
 * @set_rubric_id: (nullable): what questions of its set without a rubric are
 *   rated by
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): what the question is rated by: its own rubric, that
 *   of the set, or the built-in one; %NULL with @error set
 */
IkRubric *
ik_scales_load_for_question (IkLibrary     *library,
                             const char    *question_id,
                             const char    *set_rubric_id,
                             GCancellable  *cancellable,
                             GError       **error)
{
  Rating rating = { question_id, set_rubric_id, NULL };

  ik_library_read (library, load_for_question_cb, &rating, cancellable, error);
  return rating.rubric;
}

static gboolean
save_competency_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return ik_competency_store_save (database, data, NULL, 0, error);
}

/**
 * ik_scales_save_competency:
 * @library: a library
 * @competency: a competency, new or known
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores a competency; interviews keep the name they were planned with.
 * Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED without a name
 */
gboolean
ik_scales_save_competency (IkLibrary           *library,
                           const IkCompetency  *competency,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (competency != NULL, FALSE);

  name = g_strstrip (g_strdup (competency->name));
  if (*name == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("A competency needs a name"));
      return FALSE;
    }

  return ik_library_write (library, _("Edit Competency"), IK_PRIORITY_USER, save_competency_cb,
                           (gpointer) competency, cancellable, error);
}

static gboolean
remove_competency_cb (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return ik_scale_store_remove_competency (database, data, error);
}

/**
 * ik_scales_remove_competency:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Removes a competency; questions measure none then, interviews keep their
 * copies. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_scales_remove_competency (IkLibrary     *library,
                             const char    *id,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return ik_library_write (library, _("Delete Competency"), IK_PRIORITY_USER,
                           remove_competency_cb, (gpointer) id, cancellable, error);
}
