#include "ik-import-private.h"

#include "ik-pack-store.h"
#include "ik-question-index.h"
#include "ik-question-store.h"
#include "ik-question-version-store.h"
#include "ik-step-time.h"

#include <glib/gi18n.h>

/* The full-text index is merged after so many transactions: each leaves a
 * segment, and there is room for 2,000. */
#define STEPS_BETWEEN_MERGES 200

/* An import on its way into the library. What it needs to know is read first;
 * what it stores is then decided without the library. */
typedef struct
{
  IkLibrary             *library;
  const IkImportOptions *options;

  IkImportPlan           plan;    /* (owned) */
  guint                  section; /* where the next step begins */
  guint                  question;
  guint                  n_done;
  guint                  n_questions;
  gboolean               is_merged;
  IkPackCursor           cursor;  /* of a pack that the library has */
  gboolean               is_updated;
} Import;

static void
import_clear (Import *self)
{
  ik_import_plan_clear (&self->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
report_progress (Import *self)
{
  if (self->options->progress != NULL)
    self->options->progress (self->n_done, self->n_questions, self->options->progress_data);
}

static gboolean
plan_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Import *self = data;

  return ik_import_plan_make (&self->plan, database, error);
}

static gboolean
update_twins (Import      *self,
              IkDatabase  *database,
              GError     **error)
{
  for (guint i = 0; i < self->plan.updates->len; i++)
    {
      if (!ik_question_version_store_update (database, self->plan.updates->pdata[i],
                                             IK_QUESTION_CHANGE_IMPORT, error))
        return FALSE;
    }

  return TRUE;
}

/* A pack that the library has: in parts that are done as one. */

static gboolean
update_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;
  IkStepTime step;

  ik_step_time_begin (&step, self->library);
  if (!self->cursor.has_begun && !update_twins (self, database, error))
    return FALSE;

  if (!(self->plan.policy == IK_DUPLICATE_SKIP
        ? ik_pack_store_add_missing (database, self->plan.pack, &self->cursor, &step, error)
        : ik_pack_store_update (database, self->plan.pack, self->plan.unchanged, &self->cursor,
                                &step, error)))
    return FALSE;

  self->is_updated = self->cursor.section == self->plan.pack->sections->len;
  return TRUE;
}

static char *
store_known (Import        *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (!ik_library_write_parts (self->library, _("Update Pack"), update_pack_cb, self,
                               &self->is_updated, cancellable, error))
    return NULL;

  self->n_done = self->n_questions;
  report_progress (self);
  return g_strdup (self->plan.pack->id);
}

/* A new pack: in steps that nobody sees, then one that shows it. */

static gboolean
insert_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;

  return ik_pack_store_insert (database, self->plan.pack, TRUE, error) &&
         ik_question_index_set_bulk (database, TRUE, error);
}

/* Goes to the next section that has questions left. */
static IkSection *
find_section (Import *self)
{
  for (; self->section < self->plan.pack->sections->len; self->section++)
    {
      IkSection *section = self->plan.pack->sections->pdata[self->section];

      if (self->question < section->questions->len)
        return section;

      self->question = 0;
    }

  return NULL;
}

static gboolean
insert_questions (Import           *self,
                  IkDatabase       *database,
                  const IkSection  *section,
                  IkStepTime       *step,
                  GError          **error)
{
  g_autofree char *section_id =
    ik_pack_store_find_section (database, self->plan.pack->id, self->section, error);

  if (section_id == NULL)
    return FALSE;

  do
    {
      if (!ik_question_store_insert (database, section->questions->pdata[self->question],
                                     section_id, self->question, error))
        return FALSE;

      self->question++;
      self->n_done++;
      step->n_done++;
    }
  while (self->question < section->questions->len && ik_step_time_is_left (step));

  return TRUE;
}

static gboolean
insert_questions_cb (IkDatabase    *database,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Import *self = data;
  IkStepTime step;
  const IkSection *section;

  ik_step_time_begin (&step, self->library);
  while ((section = find_section (self)) != NULL)
    {
      if (!insert_questions (self, database, section, &step, error))
        return FALSE;
      if (!ik_step_time_is_left (&step))
        break;
    }

  return ik_pack_store_keep_alive (database, self->plan.pack->id, error);
}

static gboolean
merge_cb (IkDatabase    *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Import *self = data;

  return ik_question_index_merge (database, &self->is_merged, error) &&
         ik_pack_store_keep_alive (database, self->plan.pack->id, error);
}

static gboolean
merge_index (Import        *self,
             GCancellable  *cancellable,
             GError       **error)
{
  do
    {
      if (!ik_library_write_step (self->library, merge_cb, self, cancellable, error))
        return FALSE;
    }
  while (!self->is_merged);

  return TRUE;
}

static gboolean
complete_pack_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Import *self = data;

  return ik_question_index_set_bulk (database, FALSE, error) &&
         ik_pack_store_complete (database, self->plan.pack->id, error);
}

static gboolean
show_pack_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Import *self = data;

  return update_twins (self, database, error) &&
         ik_pack_store_show (database, self->plan.pack->id, error);
}

static gboolean
update_twins_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return update_twins (data, database, error);
}

static gboolean
fill_pack (Import        *self,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 1; find_section (self) != NULL; i++)
    {
      if (!ik_library_write_step (self->library, insert_questions_cb, self, cancellable, error) ||
          (i % STEPS_BETWEEN_MERGES == 0 && !merge_index (self, cancellable, error)))
        return FALSE;

      report_progress (self);
    }

  return merge_index (self, cancellable, error) &&
         ik_library_write_step (self->library, complete_pack_cb, self, cancellable, error) &&
         ik_library_write (self->library, _("Import Pack"), IK_PRIORITY_USER, show_pack_cb,
                           self, cancellable, error);
}

/* Purging */

typedef struct
{
  IkLibrary  *library;
  const char *id;
  gboolean    is_left_over;
  gboolean    is_done;
} Purge;

static gboolean
find_left_over_cb (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Purge *purge = data;

  return ik_pack_store_is_left_over (database, purge->id, &purge->is_left_over, error);
}

static gboolean
purge_step_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Purge *purge = data;

  return ik_pack_store_purge_step (database, purge->library, purge->id, &purge->is_done, error) &&
         (!purge->is_done || ik_question_index_set_bulk (database, FALSE, error));
}

static gboolean
purge_pack (IkLibrary   *library,
            const char  *id,
            GError     **error)
{
  Purge purge = { .library = library, .id = id };

  while (!purge.is_done)
    {
      if (!ik_library_write_step (library, purge_step_cb, &purge, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The ids of a pack that a crash left half-stored must not be in the way. */
static gboolean
purge_left_over (IkLibrary     *library,
                 const char    *id,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Purge purge = { .library = library, .id = id };

  return ik_library_read (library, find_left_over_cb, &purge, cancellable, error) &&
         (!purge.is_left_over || purge_pack (library, id, error));
}

static char *
store_new (Import        *self,
           GCancellable  *cancellable,
           GError       **error)
{
  if (!ik_library_write_step (self->library, insert_pack_cb, self, cancellable, error))
    return NULL;

  if (fill_pack (self, cancellable, error))
    return g_strdup (self->plan.pack->id);

  /* If this fails as well, the next start purges it: nobody sees it. */
  purge_pack (self->library, self->plan.pack->id, NULL);
  return NULL;
}

/* Everything there was is in the bank already. */
static char *
store_nothing_new (Import        *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (self->plan.updates->len > 0 &&
      !ik_library_write (self->library, _("Update Questions"), IK_PRIORITY_BACKGROUND,
                         update_twins_cb, self, cancellable, error))
    return NULL;

  self->n_done = self->n_questions;
  report_progress (self);
  return g_strdup (self->plan.home_id);
}

/**
 * ik_import_store:
 * @library: a library
 * @draft: what ik_import_read() made, changed or not
 * @options: (nullable): what becomes of questions that the bank has, and who
 *   is told how far it is
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores a draft. Nobody sees anything of a new pack before all of it is there;
 * cancelled or failed, it leaves nothing. Undone as one command. Blocks: call it
 * off the main loop.
 *
 * All goes in small transactions, so that a note that is being typed does not
 * wait. Of a pack that the library has, the questions that are up to date can be
 * seen already while the others follow; a crash leaves them so, and the same
 * import again does the rest.
 *
 * Returns: (transfer full): id of the pack that holds the draft now; where all
 *   of it was in the bank before, of the pack that holds the first question
 */
char *
ik_import_store (IkLibrary              *library,
                 const IkPack           *draft,
                 const IkImportOptions  *options,
                 GCancellable           *cancellable,
                 GError                **error)
{
  static const IkImportOptions defaults = { IK_DUPLICATE_DEFAULT };
  g_auto(Import) import = {
    .library = library,
    .options = options != NULL ? options : &defaults,
  };

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  ik_import_plan_init (&import.plan, draft, import.options);
  import.n_questions = ik_pack_count_questions (draft);

  if (!purge_left_over (library, draft->id, cancellable, error) ||
      !ik_library_read (library, plan_cb, &import, cancellable, error))
    return NULL;

  if (import.plan.is_known && import.plan.policy != IK_DUPLICATE_KEEP)
    return store_known (&import, cancellable, error);

  if (import.plan.home_id != NULL && ik_pack_count_questions (import.plan.pack) == 0)
    return store_nothing_new (&import, cancellable, error);

  return store_new (&import, cancellable, error);
}
