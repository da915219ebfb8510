#include "ik-import.h"

#include "ik-pack-json.h"
#include "ik-pack-store.h"
#include "ik-question-list.h"
#include "ik-question-merge.h"
#include "ik-question-store.h"
#include "ik-record.h"
#include "ik-rubric-store.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* Questions stored in one transaction, 5 to 10 ms: a note that is being typed
 * waits for no longer. */
#define QUESTIONS_PER_STEP 25

/* An import on its way into the library. What it needs to know is read first;
 * what it stores is then decided without the library. */
typedef struct
{
  IkLibrary         *library;
  IkDuplicatePolicy  policy;

  IkPack            *pack;       /* (owned): what is new */
  GPtrArray         *updates;    /* (owned) (element-type IkQuestion): what changes in place */
  char              *home_id;    /* (owned) (nullable): the pack of the first duplicate */
  gboolean           is_known;   /* whether the library has the pack */
  GHashTable        *unchanged;  /* (owned) (nullable) (element-type utf8): questions of a known
                                  * pack that are as they were */
  GHashTable        *known;      /* (owned) (element-type utf8 IkQuestionSummary): by id and by
                                  * normalised prompt */
  GPtrArray         *summaries;  /* (owned) (nullable) (element-type IkQuestionSummary) */

  guint              section;    /* where the next step begins */
  guint              question;

  IkImportProgress   progress;   /* nullable */
  gpointer           progress_data;
  guint              n_done;
  guint              n_questions;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->pack, ik_pack_free);
  g_clear_pointer (&self->updates, g_ptr_array_unref);
  g_clear_pointer (&self->home_id, g_free);
  g_clear_pointer (&self->unchanged, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
report_progress (Import *self)
{
  if (self->progress != NULL)
    self->progress (self->n_done, self->n_questions, self->progress_data);
}

/* Duplicates */

/* Letters and digits in lower case, one space for all that is between them. */
static char *
normalise_prompt (const char *prompt)
{
  g_autofree char *folded = g_utf8_casefold (prompt, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *text = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          is_apart = text->len > 0;
          continue;
        }

      if (is_apart)
        g_string_append_c (text, ' ');
      is_apart = FALSE;
      g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

static gboolean
load_known (Import      *self,
            IkDatabase  *database,
            GError     **error)
{
  const IkQuestionFilter all = { .include_archived = TRUE };

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->policy == IK_DUPLICATE_KEEP || self->policy == IK_DUPLICATE_DEFAULT)
    return TRUE;

  self->summaries = ik_question_list_load (database, &all, error);
  if (self->summaries == NULL)
    return FALSE;

  for (guint i = 0; i < self->summaries->len; i++)
    {
      IkQuestionSummary *summary = self->summaries->pdata[i];

      g_hash_table_insert (self->known, normalise_prompt (summary->prompt), summary);
      g_hash_table_insert (self->known, g_strdup (summary->id), summary);
    }

  return TRUE;
}

static const IkQuestionSummary *
find_duplicate (Import           *self,
                const IkQuestion *question)
{
  const IkQuestionSummary *known = g_hash_table_lookup (self->known, question->id);
  g_autofree char *prompt = NULL;

  if (known != NULL)
    return known;

  prompt = normalise_prompt (question->candidate.prompt);
  return *prompt != '\0' ? g_hash_table_lookup (self->known, prompt) : NULL;
}

/* Takes what a document says and keeps what it does not know. */
static gboolean
add_update (Import            *self,
            IkDatabase        *database,
            const IkQuestion  *question,
            const char        *known_id,
            GError           **error)
{
  g_autoptr(IkQuestion) known = ik_question_store_load (database, known_id, error);
  IkQuestion *update;

  if (known == NULL)
    return FALSE;

  update = ik_question_copy (question);
  ik_text_set (&update->id, known_id);
  ik_question_fill_gaps (update, known);

  g_ptr_array_add (self->updates, update);
  return TRUE;
}

/* Takes the duplicates out of a section. */
static gboolean
sort_out_section (Import      *self,
                  IkDatabase  *database,
                  IkSection   *section,
                  GError     **error)
{
  for (guint i = 0; i < section->questions->len;)
    {
      const IkQuestion *question = section->questions->pdata[i];
      const IkQuestionSummary *known = find_duplicate (self, question);

      if (known == NULL)
        {
          i++;
          continue;
        }

      if (self->home_id == NULL)
        self->home_id = g_strdup (known->pack_id);
      if (self->policy == IK_DUPLICATE_UPDATE &&
          !add_update (self, database, question, known->id, error))
        return FALSE;

      g_ptr_array_remove_index (section->questions, i);
    }

  return TRUE;
}

/* Ids. What is new must not have the id of something else; a scale that the
 * library has word for word is shared. */

static gboolean
free_id (IkDatabase  *database,
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

  if (!free_id (database, id, error))
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

static gboolean
settle_ids (IkPack      *pack,
            IkDatabase  *database,
            GError     **error)
{
  if (!free_id (database, &pack->id, error) ||
      !settle_competencies (pack, database, error) ||
      !settle_rubrics (pack, database, error))
    return FALSE;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (!free_id (database, &question->id, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* A newer state of a pack changes a few questions: the others need not be
 * written, so that the one transaction stays short. */

typedef void (*VisitFunc) (JsonNode   *question,
                           const char *id,
                           gpointer    data);

static void
visit_questions (const IkPack *pack,
                 VisitFunc     visit,
                 gpointer      data)
{
  g_autoptr(JsonNode) node = ik_pack_to_json (pack, FALSE);
  JsonArray *sections = json_object_get_array_member (json_node_get_object (node), "sections");

  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonObject *section = json_array_get_object_element (sections, i);
      JsonArray *questions = json_object_get_array_member (section, "questions");

      for (guint j = 0; j < json_array_get_length (questions); j++)
        {
          JsonNode *question = json_array_get_element (questions, j);

          visit (question, json_object_get_string_member (json_node_get_object (question), "id"),
                 data);
        }
    }
}

static void
keep_question_cb (JsonNode   *question,
                  const char *id,
                  gpointer    stored)
{
  g_hash_table_insert (stored, g_strdup (id), json_node_copy (question));
}

typedef struct
{
  GHashTable *stored;    /* (element-type utf8 JsonNode) */
  GHashTable *unchanged; /* (element-type utf8) */
} Comparison;

static void
compare_question_cb (JsonNode   *question,
                     const char *id,
                     gpointer    data)
{
  Comparison *comparison = data;
  JsonNode *stored = g_hash_table_lookup (comparison->stored, id);

  if (stored != NULL && json_node_equal (stored, question))
    g_hash_table_add (comparison->unchanged, g_strdup (id));
}

static gboolean
find_unchanged (Import      *self,
                IkDatabase  *database,
                GError     **error)
{
  g_autoptr(GHashTable) stored =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(IkPack) pack = ik_pack_store_load (database, self->pack->id, &local_error);
  Comparison comparison;

  self->unchanged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* A removed pack is not loaded; all of it is written again then. */
  if (g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    return TRUE;

  if (pack == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  comparison.stored = stored;
  comparison.unchanged = self->unchanged;
  visit_questions (pack, keep_question_cb, stored);
  visit_questions (self->pack, compare_question_cb, &comparison);

  return TRUE;
}

/* Decides what becomes of each part of the draft. */
static gboolean
plan_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Import *self = data;

  if (!ik_pack_store_has (database, self->pack->id, &self->is_known, error))
    return FALSE;

  if (self->policy == IK_DUPLICATE_DEFAULT && self->is_known)
    self->policy = IK_DUPLICATE_UPDATE;
  if (self->policy == IK_DUPLICATE_UPDATE && self->is_known)
    return find_unchanged (self, database, error);

  if (!load_known (self, database, error))
    return FALSE;

  for (guint i = 0; i < self->pack->sections->len; i++)
    {
      if (!sort_out_section (self, database, self->pack->sections->pdata[i], error))
        return FALSE;
    }

  /* What a known pack has on top goes to that pack. */
  return (self->policy == IK_DUPLICATE_SKIP && self->is_known) ||
         settle_ids (self->pack, database, error);
}

/* A pack that the library has: one transaction, as people see it. */

static gboolean
update_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;

  return ik_pack_store_update (database, self->pack, self->unchanged, error);
}

static gboolean
add_missing_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;

  return ik_pack_store_add_missing (database, self->pack, error);
}

static char *
store_known (Import        *self,
             GCancellable  *cancellable,
             GError       **error)
{
  IkLibraryFunc func = self->policy == IK_DUPLICATE_SKIP ? add_missing_cb : update_pack_cb;

  if (!ik_library_write (self->library, _("Update Pack"), IK_PRIORITY_BACKGROUND, func, self,
                         cancellable, error))
    return NULL;

  self->n_done = self->n_questions;
  report_progress (self);
  return g_strdup (self->pack->id);
}

/* A new pack: in steps that nobody sees, then one that shows it. */

static gboolean
insert_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Import *self = data;

  return ik_pack_store_insert (database, self->pack, TRUE, error);
}

/* Goes to the next section that has questions left. */
static IkSection *
find_section (Import *self)
{
  for (; self->section < self->pack->sections->len; self->section++)
    {
      IkSection *section = self->pack->sections->pdata[self->section];

      if (self->question < section->questions->len)
        return section;

      self->question = 0;
    }

  return NULL;
}

static gboolean
insert_questions_cb (IkDatabase    *database,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Import *self = data;
  guint n_left = QUESTIONS_PER_STEP;
  const IkSection *section;

  while (n_left > 0 && (section = find_section (self)) != NULL)
    {
      g_autofree char *section_id =
        ik_pack_store_find_section (database, self->pack->id, self->section, error);

      if (section_id == NULL)
        return FALSE;

      for (; n_left > 0 && self->question < section->questions->len; n_left--)
        {
          if (!ik_question_store_insert (database, section->questions->pdata[self->question],
                                         section_id, self->question, error))
            return FALSE;

          self->question++;
          self->n_done++;
        }
    }

  return ik_pack_store_keep_alive (database, self->pack->id, error);
}

static gboolean
complete_pack_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Import *self = data;

  return ik_pack_store_complete (database, self->pack->id, error);
}

static gboolean
update_questions (Import      *self,
                  IkDatabase  *database,
                  GError     **error)
{
  for (guint i = 0; i < self->updates->len; i++)
    {
      if (!ik_question_store_update (database, self->updates->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
show_pack_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Import *self = data;

  return update_questions (self, database, error) &&
         ik_pack_store_show (database, self->pack->id, error);
}

static gboolean
update_questions_cb (IkDatabase    *database,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return update_questions (data, database, error);
}

static gboolean
fill_pack (Import        *self,
           GCancellable  *cancellable,
           GError       **error)
{
  while (find_section (self) != NULL)
    {
      if (!ik_library_write (self->library, NULL, IK_PRIORITY_BACKGROUND, insert_questions_cb,
                             self, cancellable, error))
        return FALSE;

      report_progress (self);
    }

  return ik_library_write (self->library, NULL, IK_PRIORITY_BACKGROUND, complete_pack_cb,
                           self, cancellable, error) &&
         ik_library_write (self->library, _("Import Pack"), IK_PRIORITY_USER, show_pack_cb,
                           self, cancellable, error);
}

/* Purging */

typedef struct
{
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

  return ik_pack_store_purge_step (database, purge->id, &purge->is_done, error);
}

static gboolean
purge_pack (IkLibrary   *library,
            const char  *id,
            GError     **error)
{
  Purge purge = { .id = id };

  while (!purge.is_done)
    {
      if (!ik_library_write (library, NULL, IK_PRIORITY_BACKGROUND, purge_step_cb, &purge,
                             NULL, error))
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
  Purge purge = { .id = id };

  return ik_library_read (library, find_left_over_cb, &purge, cancellable, error) &&
         (!purge.is_left_over || purge_pack (library, id, error));
}

static char *
store_new (Import        *self,
           GCancellable  *cancellable,
           GError       **error)
{
  if (!ik_library_write (self->library, NULL, IK_PRIORITY_BACKGROUND, insert_pack_cb, self,
                         cancellable, error))
    return NULL;

  if (fill_pack (self, cancellable, error))
    return g_strdup (self->pack->id);

  /* If this fails as well, the next start purges it: nobody sees it. */
  purge_pack (self->library, self->pack->id, NULL);
  return NULL;
}

/* Everything there was is in the bank already. */
static char *
store_nothing_new (Import        *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (self->updates->len > 0 &&
      !ik_library_write (self->library, _("Update Questions"), IK_PRIORITY_BACKGROUND,
                         update_questions_cb, self, cancellable, error))
    return NULL;

  self->n_done = self->n_questions;
  report_progress (self);
  return g_strdup (self->home_id);
}

/**
 * ik_import_store:
 * @library: a library
 * @draft: what ik_import_read() made, changed or not
 * @policy: what becomes of questions that the bank has
 * @progress: (nullable) (scope call): is told how far it is
 * @progress_data: data for @progress
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores a draft. Nobody sees anything of it before all of it is there;
 * cancelled, failed or killed, it leaves nothing. Undone as one command.
 * Blocks: call it off the main loop.
 *
 * A new pack goes in small transactions, so that a note that is being typed
 * does not wait. A pack that the library has is brought up to date in one, as
 * nobody may see half of it: about 0.3 ms for each question that changed.
 *
 * Returns: (transfer full): id of the pack that holds the draft now; where all
 *   of it was in the bank before, of the pack that holds the first question
 */
char *
ik_import_store (IkLibrary          *library,
                 const IkPack       *draft,
                 IkDuplicatePolicy   policy,
                 IkImportProgress    progress,
                 gpointer            progress_data,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_auto(Import) import = {
    .library = library,
    .policy = policy,
    .progress = progress,
    .progress_data = progress_data,
  };

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  import.pack = ik_pack_copy (draft);
  import.updates = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_free);
  import.n_questions = ik_pack_count_questions (draft);

  if (!purge_left_over (library, draft->id, cancellable, error) ||
      !ik_library_read (library, plan_cb, &import, cancellable, error))
    return NULL;

  if (import.is_known && import.policy != IK_DUPLICATE_KEEP)
    return store_known (&import, cancellable, error);

  if (import.home_id != NULL && ik_pack_count_questions (import.pack) == 0)
    return store_nothing_new (&import, cancellable, error);

  return store_new (&import, cancellable, error);
}
