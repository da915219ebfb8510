#include "ik-import-private.h"

#include "ik-pack-json.h"
#include "ik-pack-store.h"
#include "ik-question-merge.h"
#include "ik-question-store.h"
#include "ik-text.h"

/* A large draft must not be held twice. */
static IkPack *
borrow_pack (const IkPack *draft)
{
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  IkPack head = *draft;
  IkPack *pack;

  head.sections = nothing;
  head.left_over = nothing;
  pack = ik_pack_copy (&head);

  for (guint i = 0; i < draft->sections->len; i++)
    {
      const IkSection *section = draft->sections->pdata[i];
      IkSection *copy = ik_section_new (section->title);

      ik_text_set (&copy->introduction, section->introduction);
      g_ptr_array_set_free_func (copy->questions, NULL);
      g_ptr_array_extend (copy->questions, section->questions, NULL, NULL);
      g_ptr_array_add (pack->sections, copy);
    }

  return pack;
}

/**
 * ik_import_plan_init:
 * @self: (out caller-allocates): a plan
 * @draft: what is imported
 * @options: how
 */
void
ik_import_plan_init (IkImportPlan          *self,
                     const IkPack          *draft,
                     const IkImportOptions *options)
{
  *self = (IkImportPlan) {
    .policy = options->policy,
    .decisions = options->decisions,
    .pack = borrow_pack (draft),
    .own = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) ik_question_free, NULL),
    .updates = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_free),
    .unchanged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
}

/**
 * ik_import_plan_clear:
 * @self: a plan
 */
void
ik_import_plan_clear (IkImportPlan *self)
{
  g_clear_pointer (&self->pack, ik_pack_free);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->updates, g_ptr_array_unref);
  g_clear_pointer (&self->unchanged, g_hash_table_unref);
  g_clear_pointer (&self->home_id, g_free);
}

/**
 * ik_import_plan_own:
 * @self: a plan
 * @section: a section of its pack
 * @index: a question of it
 *
 * Returns: (transfer none): the question, for changing it; a copy if it was the
 *   draft's
 */
IkQuestion *
ik_import_plan_own (IkImportPlan *self,
                    IkSection    *section,
                    guint         index)
{
  IkQuestion *question = section->questions->pdata[index];

  if (g_hash_table_contains (self->own, question))
    return question;

  question = ik_question_copy (question);
  section->questions->pdata[index] = question;
  g_hash_table_add (self->own, question);
  return question;
}

/* Duplicates */

/* A question stays where nobody decided about it and the update of the whole
 * pack settles it by its id. */
typedef enum
{
  FATE_STAYS,
  FATE_STAYS_APART,
  FATE_CHANGES_TWIN,
  FATE_IS_LEFT_OUT,
} Fate;

static Fate
decide (IkImportPlan *self,
        const IkTwin *twin)
{
  gboolean updates_pack = self->is_known && self->policy == IK_DUPLICATE_UPDATE;
  IkDuplicatePolicy rule = IK_DUPLICATE_DEFAULT;

  if (self->decisions != NULL)
    rule = GPOINTER_TO_UINT (g_hash_table_lookup (self->decisions, twin->question_id));
  if (rule == IK_DUPLICATE_DEFAULT && !updates_pack)
    rule = self->policy;

  switch (rule)
    {
    case IK_DUPLICATE_SKIP:
      return FATE_IS_LEFT_OUT;
    case IK_DUPLICATE_UPDATE:
      return updates_pack && g_str_equal (twin->twin_id, twin->question_id) ? FATE_STAYS
                                                                            : FATE_CHANGES_TWIN;
    case IK_DUPLICATE_KEEP:
      return FATE_STAYS_APART;
    case IK_DUPLICATE_DEFAULT:
    default:
      return FATE_STAYS;
    }
}

/* Takes what a document says and keeps what it does not know. */
static gboolean
add_update (IkImportPlan      *self,
            IkDatabase        *database,
            const IkQuestion  *question,
            const char        *twin_id,
            GError           **error)
{
  g_autoptr(IkQuestion) known = ik_question_store_load (database, twin_id, error);
  IkQuestion *update;

  if (known == NULL)
    return FALSE;

  update = ik_question_copy (question);
  ik_text_set (&update->id, twin_id);
  ik_question_fill_gaps (update, known);

  g_ptr_array_add (self->updates, update);
  return TRUE;
}

/* The duplicates of a draft, one after the other. */
typedef struct
{
  IkImportPlan *plan;     /* (unowned) */
  IkDatabase   *database; /* (unowned) */
  GHashTable   *twins;    /* (element-type utf8 IkTwin): by id of the draft's question */
  GHashTable   *gone;     /* (element-type IkQuestion): set of those that don't stay */
  GHashTable   *changed;  /* (element-type utf8): set of the twins that change */
} Sorting;

static gboolean
settle_twin (Sorting       *self,
             const IkTwin  *twin,
             IkSection     *section,
             guint          index,
             GError       **error)
{
  IkImportPlan *plan = self->plan;
  IkQuestion *question = section->questions->pdata[index];
  Fate fate = decide (plan, twin);

  if (fate == FATE_STAYS)
    return TRUE;
  /* A second one of the same words would take the place of the first. */
  if (fate == FATE_CHANGES_TWIN && !g_hash_table_add (self->changed, twin->twin_id))
    fate = FATE_STAYS_APART;
  if (fate == FATE_STAYS_APART)
    return ik_import_free_question_id (plan, self->database, section, index, error);

  g_hash_table_add (self->gone, question);
  if (plan->home_id == NULL)
    plan->home_id = g_strdup (twin->twin_pack_id);

  return fate == FATE_IS_LEFT_OUT ||
         add_update (plan, self->database, question, twin->twin_id, error);
}

static gboolean
settle_section (Sorting    *self,
                IkSection  *section,
                GError    **error)
{
  for (guint i = 0; i < section->questions->len; i++)
    {
      const IkQuestion *question = section->questions->pdata[i];
      const IkTwin *twin = g_hash_table_lookup (self->twins, question->id);

      if (twin != NULL && !settle_twin (self, twin, section, i, error))
        return FALSE;
    }

  return TRUE;
}

/* Not one by one, which would move all that stands behind each. */
static void
drop_gone (IkSection  *section,
           GHashTable *gone)
{
  gsize n_questions;
  g_autofree gpointer *questions = g_ptr_array_steal (section->questions, &n_questions);

  for (gsize i = 0; i < n_questions; i++)
    {
      if (!g_hash_table_contains (gone, questions[i]))
        g_ptr_array_add (section->questions, questions[i]);
    }
}

static gboolean
settle_twins (IkImportPlan  *self,
              IkDatabase    *database,
              GError       **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) twins = ik_import_twins_load (database, self->pack, error);
  Sorting sorting = { self, database, by_id, gone, changed };

  if (twins == NULL)
    return FALSE;

  for (guint i = 0; i < twins->len; i++)
    g_hash_table_insert (by_id, ((IkTwin *) twins->pdata[i])->question_id, twins->pdata[i]);

  for (guint i = 0; i < self->pack->sections->len; i++)
    {
      if (!settle_section (&sorting, self->pack->sections->pdata[i], error))
        return FALSE;
    }

  for (guint i = 0; i < self->pack->sections->len; i++)
    drop_gone (self->pack->sections->pdata[i], gone);

  return TRUE;
}

/* Whether it matters what the bank has. */
static gboolean
needs_twins (const IkImportPlan *self)
{
  if (self->decisions != NULL && g_hash_table_size (self->decisions) > 0)
    return TRUE;

  return self->policy == IK_DUPLICATE_SKIP ||
         (self->policy == IK_DUPLICATE_UPDATE && !self->is_known);
}

/* A newer state of a pack changes a few questions: the others need not be
 * written, so that the one transaction stays short. */

static gboolean
compare_question (IkImportPlan      *self,
                  IkDatabase        *database,
                  const IkQuestion  *question,
                  GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(IkQuestion) stored = ik_question_store_load (database, question->id, &local_error);
  g_autoptr(JsonNode) one = NULL;
  g_autoptr(JsonNode) other = NULL;

  if (g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    return TRUE;

  if (stored == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  one = ik_question_to_json (question);
  other = ik_question_to_json (stored);
  if (json_node_equal (one, other))
    g_hash_table_add (self->unchanged, g_strdup (question->id));

  return TRUE;
}

static gboolean
find_unchanged (IkImportPlan  *self,
                IkDatabase    *database,
                GError       **error)
{
  for (guint i = 0; i < self->pack->sections->len; i++)
    {
      const IkSection *section = self->pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          if (!compare_question (self, database, section->questions->pdata[j], error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * ik_import_plan_make:
 * @self: a plan
 * @database: a connection
 * @error: return location
 *
 * Decides what becomes of each part of the draft.
 *
 * Returns: whether all that has to be known could be found out
 */
gboolean
ik_import_plan_make (IkImportPlan  *self,
                     IkDatabase    *database,
                     GError       **error)
{
  if (!ik_pack_store_has (database, self->pack->id, &self->is_known, error))
    return FALSE;

  if (self->policy == IK_DUPLICATE_DEFAULT)
    self->policy = self->is_known ? IK_DUPLICATE_UPDATE : IK_DUPLICATE_KEEP;
  if (needs_twins (self) && !settle_twins (self, database, error))
    return FALSE;

  if (self->is_known && self->policy == IK_DUPLICATE_UPDATE)
    return find_unchanged (self, database, error);

  /* What a known pack has on top goes to that pack. */
  return (self->is_known && self->policy == IK_DUPLICATE_SKIP) ||
         ik_import_settle_ids (self, database, error);
}
