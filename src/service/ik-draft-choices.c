#include "ik-draft-choices.h"

struct _IkDraftChoices
{
  gboolean           default_accepted;
  IkDuplicatePolicy  default_decision;
  GHashTable        *exceptions; /* owned; element-type guint64 */
  GHashTable        *decisions;  /* owned; element-type guint64 IkDuplicatePolicy */
};

static gpointer
dup_key (guint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

/**
 * ik_draft_choices_new:
 *
 * Returns: (transfer full): choices as they are at first
 */
IkDraftChoices *
ik_draft_choices_new (void)
{
  IkDraftChoices *self = g_new0 (IkDraftChoices, 1);

  self->default_accepted = TRUE;
  self->exceptions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->decisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

/**
 * ik_draft_choices_free:
 * @self: (transfer full): choices
 */
void
ik_draft_choices_free (IkDraftChoices *self)
{
  g_hash_table_unref (self->exceptions);
  g_hash_table_unref (self->decisions);
  g_free (self);
}

/**
 * ik_draft_choices_reset:
 *
 * Forgets all of them.
 */
void
ik_draft_choices_reset (IkDraftChoices *self)
{
  ik_draft_choices_accept_all (self, TRUE);
  ik_draft_choices_decide_all (self, IK_DUPLICATE_DEFAULT);
}

/**
 * ik_draft_choices_accept:
 * @key: of a question
 * @accepted: whether it is to be stored
 */
void
ik_draft_choices_accept (IkDraftChoices *self,
                         guint64         key,
                         gboolean        accepted)
{
  if (accepted != self->default_accepted)
    g_hash_table_add (self->exceptions, dup_key (key));
  else
    g_hash_table_remove (self->exceptions, &key);
}

/**
 * ik_draft_choices_accept_all:
 * @accepted: whether all questions are to be stored, or none
 *
 * Holds for questions as well that come later.
 */
void
ik_draft_choices_accept_all (IkDraftChoices *self,
                             gboolean        accepted)
{
  self->default_accepted = accepted;
  g_hash_table_remove_all (self->exceptions);
}

/**
 * ik_draft_choices_decide:
 * @key: of a question
 * @decision: what becomes of it where the bank has it already
 */
void
ik_draft_choices_decide (IkDraftChoices    *self,
                         guint64            key,
                         IkDuplicatePolicy  decision)
{
  g_hash_table_insert (self->decisions, dup_key (key), GUINT_TO_POINTER (decision));
}

/**
 * ik_draft_choices_decide_all:
 * @decision: what becomes of all questions that the bank has already
 */
void
ik_draft_choices_decide_all (IkDraftChoices    *self,
                             IkDuplicatePolicy  decision)
{
  self->default_decision = decision;
  g_hash_table_remove_all (self->decisions);
}

/**
 * ik_draft_choices_is_accepted:
 * @key: of a question
 *
 * Returns: whether it is to be stored
 */
gboolean
ik_draft_choices_is_accepted (const IkDraftChoices *self,
                              guint64               key)
{
  return self->default_accepted != g_hash_table_contains (self->exceptions, &key);
}

/**
 * ik_draft_choices_get_decision:
 * @key: of a question
 *
 * Returns: what was decided, %IK_DUPLICATE_DEFAULT where nothing was
 */
IkDuplicatePolicy
ik_draft_choices_get_decision (const IkDraftChoices *self,
                               guint64               key)
{
  gpointer decision = g_hash_table_lookup (self->decisions, &key);

  return decision != NULL ? GPOINTER_TO_UINT (decision) : self->default_decision;
}
