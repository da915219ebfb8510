#include "ik-draft-private.h"

#include <glib/gi18n.h>

/* What a person chooses about the questions of a draft. */

/**
 * ik_draft_is_accepted:
 * @index: index of a question
 *
 * Returns: whether it is to be stored
 */
gboolean
ik_draft_is_accepted (IkDraft *self,
                      guint    index)
{
  const IkDraftEntry *entry;

  g_return_val_if_fail (IK_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (self->content != NULL, FALSE);

  entry = ik_draft_content_get_question (self->content, index);
  return entry != NULL && ik_draft_choices_is_accepted (self->choices, entry->key);
}

/**
 * ik_draft_set_accepted:
 * @index: index of a question
 * @accepted: whether it is to be stored
 *
 * Takes a step, if that makes a difference.
 */
void
ik_draft_set_accepted (IkDraft  *self,
                       guint     index,
                       gboolean  accepted)
{
  IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self));
  g_return_if_fail (self->content != NULL && index < self->content->questions->len);

  if (ik_draft_is_accepted (self, index) == accepted)
    return;

  step = g_new0 (IkDraftStep, 1);
  step->kind = IK_DRAFT_STEP_ACCEPT;
  step->key = ik_draft_content_get_question (self->content, index)->key;
  step->accepted = accepted;
  step->label = g_strdup (accepted ? _("Accept Question") : _("Leave Out Question"));
  ik_draft_take_step (self, step);
}

/**
 * ik_draft_set_all_accepted:
 * @accepted: whether all questions are to be stored, or none
 *
 * Takes a step.
 */
void
ik_draft_set_all_accepted (IkDraft  *self,
                           gboolean  accepted)
{
  IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self));

  step = g_new0 (IkDraftStep, 1);
  step->kind = IK_DRAFT_STEP_ACCEPT_ALL;
  step->accepted = accepted;
  step->label = g_strdup (accepted ? _("Accept All") : _("Accept None"));
  ik_draft_take_step (self, step);
}

/**
 * ik_draft_will_store:
 * @index: index of a question
 *
 * Returns: whether something of it comes into the library: it is accepted, and
 *   not skipped because the bank has it
 */
gboolean
ik_draft_will_store (IkDraft *self,
                     guint    index)
{
  return ik_draft_is_accepted (self, index) &&
         (ik_draft_get_twin (self, index) == NULL ||
          ik_draft_get_decision (self, index) != IK_DUPLICATE_SKIP);
}

/* Counts again after each change: a page asks several times for one. */
static void
count (IkDraft *self)
{
  if (self->is_counted)
    return;

  self->n_accepted = 0;
  self->n_skipped = 0;
  for (guint i = 0; self->content != NULL && i < self->content->questions->len; i++)
    {
      gboolean stored = ik_draft_will_store (self, i);

      self->n_accepted += stored;
      self->n_skipped += !stored && ik_draft_is_accepted (self, i);
    }
  self->is_counted = TRUE;
}

/**
 * ik_draft_toggle:
 * @index: index of a question
 *
 * Leaves a question out that would be stored, or the other way round; one that
 * was skipped because the bank has it is kept beside that. Takes a step.
 */
void
ik_draft_toggle (IkDraft *self,
                 guint    index)
{
  g_return_if_fail (IK_IS_DRAFT (self));

  if (ik_draft_is_accepted (self, index) && !ik_draft_will_store (self, index))
    ik_draft_decide (self, index, IK_DUPLICATE_KEEP);
  else
    ik_draft_set_accepted (self, index, !ik_draft_is_accepted (self, index));
}

/**
 * ik_draft_count_accepted:
 *
 * Returns: how many questions are to be stored, without those that the bank
 *   has and that are skipped; linear after a change
 */
guint
ik_draft_count_accepted (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), 0);

  count (self);
  return self->n_accepted;
}

/**
 * ik_draft_count_skipped:
 *
 * Returns: how many questions are accepted, but not stored because the bank
 *   has them; linear after a change
 */
guint
ik_draft_count_skipped (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), 0);

  count (self);
  return self->n_skipped;
}

/**
 * ik_draft_dup_accepted:
 *
 * Returns: (transfer full): a byte for each question, 1 for those to be stored,
 *   for ik_draft_content_pick()
 */
GBytes *
ik_draft_dup_accepted (IkDraft *self)
{
  guint n_questions;
  guint8 *accepted;

  g_return_val_if_fail (IK_IS_DRAFT (self) && self->content != NULL, NULL);

  n_questions = self->content->questions->len;
  accepted = g_new (guint8, n_questions);
  for (guint i = 0; i < n_questions; i++)
    accepted[i] = (guint8) ik_draft_will_store (self, i);

  return g_bytes_new_take (accepted, n_questions);
}

/**
 * ik_draft_take_twins:
 * @twins: (transfer full) (element-type IkTwin): what ik_import_find_twins()
 *   found for the draft
 *
 * Notes which questions the bank has already; "accepted" tells.
 */
void
ik_draft_take_twins (IkDraft   *self,
                     GPtrArray *twins)
{
  gsize n_twins = 0;
  gpointer *stolen;

  g_return_if_fail (IK_IS_DRAFT (self));

  stolen = g_ptr_array_steal (twins, &n_twins);
  g_hash_table_remove_all (self->twins);
  for (gsize i = 0; i < n_twins; i++)
    g_hash_table_replace (self->twins, ((IkTwin *) stolen[i])->question_id, stolen[i]);
  g_free (stolen);
  g_ptr_array_unref (twins);
  ik_draft_emit_accepted (self);
}

/**
 * ik_draft_has_twins:
 *
 * Returns: whether the bank has one of the questions already
 */
gboolean
ik_draft_has_twins (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), FALSE);

  return g_hash_table_size (self->twins) > 0;
}

/**
 * ik_draft_get_twin:
 * @index: index of a question
 *
 * Returns: (nullable): the question of the bank that is the same
 */
const IkTwin *
ik_draft_get_twin (IkDraft *self,
                   guint    index)
{
  const IkDraftEntry *entry;

  g_return_val_if_fail (IK_IS_DRAFT (self) && self->content != NULL, NULL);

  entry = ik_draft_content_get_question (self->content, index);
  return entry != NULL && ik_draft_has_twins (self)
         ? g_hash_table_lookup (self->twins, entry->question->id) : NULL;
}

/**
 * ik_draft_get_decision:
 * @index: index of a question that has a twin
 *
 * Returns: what becomes of it; as long as nobody decides, a question of a
 *   document is skipped and one of a pack file brings the bank up to date
 */
IkDuplicatePolicy
ik_draft_get_decision (IkDraft *self,
                       guint    index)
{
  const IkDraftEntry *entry;
  IkDuplicatePolicy decision;

  g_return_val_if_fail (IK_IS_DRAFT (self) && self->content != NULL, IK_DUPLICATE_DEFAULT);

  entry = ik_draft_content_get_question (self->content, index);
  g_return_val_if_fail (entry != NULL, IK_DUPLICATE_DEFAULT);

  decision = ik_draft_choices_get_decision (self->choices, entry->key);
  if (decision != IK_DUPLICATE_DEFAULT)
    return decision;

  return self->index != NULL ? IK_DUPLICATE_SKIP : IK_DUPLICATE_UPDATE;
}

/**
 * ik_draft_decide:
 * @index: index of a question that has a twin
 * @decision: what becomes of it
 *
 * Takes a step, if that makes a difference.
 */
void
ik_draft_decide (IkDraft           *self,
                 guint              index,
                 IkDuplicatePolicy  decision)
{
  IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self) && self->content != NULL);

  if (ik_draft_get_twin (self, index) == NULL || ik_draft_get_decision (self, index) == decision)
    return;

  step = g_new0 (IkDraftStep, 1);
  step->kind = IK_DRAFT_STEP_DECIDE;
  step->key = ik_draft_content_get_question (self->content, index)->key;
  step->decision = decision;
  step->label = g_strdup (_("Duplicate"));
  ik_draft_take_step (self, step);
}

/**
 * ik_draft_decide_all:
 * @decision: what becomes of all questions that have a twin
 *
 * Takes a step, if there is such a question.
 */
void
ik_draft_decide_all (IkDraft           *self,
                     IkDuplicatePolicy  decision)
{
  IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self));

  if (g_hash_table_size (self->twins) == 0)
    return;

  step = g_new0 (IkDraftStep, 1);
  step->kind = IK_DRAFT_STEP_DECIDE_ALL;
  step->decision = decision;
  step->label = g_strdup (_("All Duplicates"));
  ik_draft_take_step (self, step);
}

/**
 * ik_draft_add_decisions:
 * @decisions: (element-type utf8 IkDuplicatePolicy): for #IkImportOptions;
 *   owns its keys
 *
 * Adds what becomes of each question that has a twin.
 */
void
ik_draft_add_decisions (IkDraft    *self,
                        GHashTable *decisions)
{
  g_return_if_fail (IK_IS_DRAFT (self) && self->content != NULL);

  for (guint i = 0; i < self->content->questions->len; i++)
    {
      if (ik_draft_get_twin (self, i) != NULL)
        g_hash_table_insert (decisions,
                             g_strdup (ik_draft_content_get_question (self->content,
                                                                      i)->question->id),
                             GUINT_TO_POINTER (ik_draft_get_decision (self, i)));
    }
}
