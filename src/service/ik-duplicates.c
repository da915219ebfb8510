#include "ik-duplicates.h"

#include "ik-duplicate-store.h"
#include "ik-question-merge.h"
#include "ik-question-store.h"
#include "ik-question-version-store.h"

#include <glib/gi18n.h>

/* So many are read at once, so that whoever searches meanwhile waits for some
 * 30 ms at most. */
#define SLICE 2000

/* Groups that are loaded at once. */
#define GROUP_SLICE 200

typedef struct
{
  IkDuplicateIndex    *index;       /* (owned) */
  GArray              *rows;        /* (owned) (element-type gint64): by number of the question */
  GArray              *pairs;       /* (owned) (nullable) (element-type IkDuplicatePair) */
  GPtrArray           *groups;      /* (owned) (element-type GPtrArray) */
  guint                n_loaded;    /* of @pairs */
  guint                n_all;       /* questions in the library, about */
  gboolean             is_read;     /* the last part of them */
  IkDuplicateProgress  progress;    /* (nullable) */
  gpointer             data;        /* of @progress */
  GCancellable        *cancellable; /* (unowned) (nullable) */
} Finding;

static void
finding_clear (Finding *self)
{
  g_clear_pointer (&self->index, ik_duplicate_index_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static void
add_cb (const IkComparedText *text,
        gpointer              data)
{
  Finding *self = data;

  ik_duplicate_index_add (self->index, text->prompt, text->details);
  g_array_append_val (self->rows, text->row);
}

static gboolean
read_slice_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Finding *self = data;
  guint n_before = self->rows->len;
  gint64 last = n_before > 0 ? g_array_index (self->rows, gint64, n_before - 1) : -1;

  if (n_before == 0 && !ik_duplicate_store_count (database, &self->n_all, error))
    return FALSE;
  if (!ik_duplicate_store_visit (database, last, SLICE, add_cb, self, error))
    return FALSE;

  self->is_read = self->rows->len - n_before < SLICE;
  return TRUE;
}

/* The number of the question in a row; FALSE where the finder doesn't have it. */
static gboolean
find_number (Finding *self,
             gint64   row,
             guint   *out_number)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, gint64, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  *out_number = low;
  return low < self->rows->len && g_array_index (self->rows, gint64, low) == row;
}

static gboolean
set_apart_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Finding *self = data;
  g_autoptr(GArray) rows = ik_duplicate_store_list_apart (database, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i + 1 < rows->len; i += 2)
    {
      guint one;
      guint other;

      if (find_number (self, g_array_index (rows, gint64, i), &one) &&
          find_number (self, g_array_index (rows, gint64, i + 1), &other))
        ik_duplicate_index_set_apart (self->index, one, other);
    }

  return TRUE;
}

/* Reading is the first half of the work. */
static gboolean
tell_reading (Finding *self)
{
  return self->progress == NULL ||
         self->progress (MIN (self->rows->len, self->n_all), 2 * self->n_all, self->data);
}

static gboolean
tell_comparing_cb (guint    n_done,
                   guint    n_all,
                   gpointer data)
{
  Finding *self = data;

  return !g_cancellable_is_cancelled (self->cancellable) &&
         (self->progress == NULL || self->progress (n_all + n_done, 2 * n_all, self->data));
}

static gboolean
set_stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The search was stopped"));
  return FALSE;
}

static gboolean
read_all (Finding    *self,
          IkLibrary  *library,
          GError    **error)
{
  while (!self->is_read)
    {
      if (!ik_library_read (library, read_slice_cb, self, self->cancellable, error))
        return FALSE;
      if (!tell_reading (self))
        return set_stopped (error);
    }

  return ik_library_read (library, set_apart_cb, self, self->cancellable, error);
}

static int
compare_pairs_cb (gconstpointer one,
                  gconstpointer other)
{
  const IkDuplicatePair *a = one;
  const IkDuplicatePair *b = other;

  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;

  return a->second < b->second ? -1 : a->second > b->second;
}

static gboolean
add_question (Finding     *self,
              IkDatabase  *database,
              guint        number,
              GPtrArray   *group,
              GError     **error)
{
  g_autoptr(GError) own_error = NULL;
  IkDuplicate *question =
    ik_duplicate_store_load (database, g_array_index (self->rows, gint64, number), &own_error);

  if (question != NULL)
    g_ptr_array_add (group, question);
  else if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return TRUE;
}

/* What was removed while the finder was at work is left out. */
static gboolean
load_group (Finding     *self,
            IkDatabase  *database,
            GError     **error)
{
  g_autoptr(GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_duplicate_free);
  guint first = g_array_index (self->pairs, IkDuplicatePair, self->n_loaded).first;

  if (!add_question (self, database, first, group, error))
    return FALSE;

  for (; self->n_loaded < self->pairs->len; self->n_loaded++)
    {
      const IkDuplicatePair *pair = &g_array_index (self->pairs, IkDuplicatePair, self->n_loaded);

      if (pair->first != first)
        break;
      if (!add_question (self, database, pair->second, group, error))
        return FALSE;
    }

  if (group->len > 1)
    g_ptr_array_add (self->groups, g_steal_pointer (&group));
  return TRUE;
}

static gboolean
load_slice_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Finding *self = data;

  for (guint i = 0; i < GROUP_SLICE && self->n_loaded < self->pairs->len; i++)
    {
      if (!load_group (self, database, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_groups (Finding    *self,
             IkLibrary  *library,
             GError    **error)
{
  g_array_sort (self->pairs, compare_pairs_cb);
  while (self->n_loaded < self->pairs->len)
    {
      if (!ik_library_read (library, load_slice_cb, self, self->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_duplicates_find:
 * @library: a library
 * @progress: (nullable) (scope call): hears on the calling thread how far it is,
 *   and may stop it
 * @data: data for @progress
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Finds the questions of the bank that ask the same, except for archived ones and
 * those that ik_duplicates_keep_both() was told of. Blocks, 30 µs for a question;
 * the library is read in small parts, so that others get their turn.
 *
 * Returns: (transfer full) (element-type GPtrArray): groups of two #IkDuplicate
 *   at least, the oldest of a group first; %NULL with %G_IO_ERROR_CANCELLED if it
 *   was stopped
 */
GPtrArray *
ik_duplicates_find (IkLibrary            *library,
                    IkDuplicateProgress   progress,
                    gpointer              data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_auto(Finding) finding = { .progress = progress, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);

  finding.index = ik_duplicate_index_new ();
  finding.rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  finding.groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!read_all (&finding, library, error))
    return NULL;

  finding.pairs = ik_duplicate_index_find (finding.index, tell_comparing_cb, &finding);
  if (finding.pairs == NULL)
    {
      set_stopped (error);
      return NULL;
    }

  return load_groups (&finding, library, error) ? g_steal_pointer (&finding.groups) : NULL;
}

/* What a call takes to the library's thread. */
typedef struct
{
  const char *one_id;
  const char *other_id;
  gboolean    with_guidance;
} Call;

static gboolean
merge_cb (IkDatabase    *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Call *call = data;
  g_autoptr(IkQuestion) kept = ik_question_store_load (database, call->one_id, error);
  g_autoptr(IkQuestion) other = NULL;

  if (kept == NULL)
    return FALSE;

  other = ik_question_store_load (database, call->other_id, error);
  if (other == NULL)
    return FALSE;

  ik_question_unite (kept, other, call->with_guidance);
  return ik_duplicate_store_move_uses (database, call->other_id, call->one_id, error) &&
         ik_question_version_store_take_over (database, call->other_id, call->one_id, error) &&
         ik_question_store_remove (database, call->other_id, error) &&
         ik_question_version_store_update (database, kept, IK_QUESTION_CHANGE_MERGE, error);
}

/**
 * ik_duplicates_merge:
 * @library: a library
 * @kept_id: the question that stays
 * @other_id: the one that becomes a part of it
 * @with_guidance: whether the guidance of both is united; else that of the other
 *   one is gone
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes one of two questions, as one step of undo. Sets that held the other have
 * the one; interviews keep the wording they were planned with, and count as uses of
 * the one.
 *
 * Returns: whether both were there
 */
gboolean
ik_duplicates_merge (IkLibrary     *library,
                     const char    *kept_id,
                     const char    *other_id,
                     gboolean       with_guidance,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Call call = { kept_id, other_id, with_guidance };

  g_return_val_if_fail (kept_id != NULL && other_id != NULL, FALSE);
  g_return_val_if_fail (!g_str_equal (kept_id, other_id), FALSE);

  return ik_library_write (library, _("Merge Questions"), IK_PRIORITY_USER, merge_cb, &call,
                           cancellable, error);
}

static gboolean
keep_both_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Call *call = data;

  return ik_duplicate_store_set_apart (database, call->one_id, call->other_id, error);
}

/**
 * ik_duplicates_keep_both:
 * @library: a library
 * @one_id: a question
 * @other_id: another question
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Remembers that two questions are not the same; can be undone.
 *
 * Returns: whether both are there
 */
gboolean
ik_duplicates_keep_both (IkLibrary     *library,
                         const char    *one_id,
                         const char    *other_id,
                         GCancellable  *cancellable,
                         GError       **error)
{
  Call call = { one_id, other_id, FALSE };

  g_return_val_if_fail (one_id != NULL && other_id != NULL, FALSE);
  g_return_val_if_fail (!g_str_equal (one_id, other_id), FALSE);

  return ik_library_write (library, _("Keep Both Questions"), IK_PRIORITY_USER, keep_both_cb, &call,
                           cancellable, error);
}
