#include "ik-draft-steps.h"

struct _IkDraftSteps
{
  GPtrArray *steps;  /* owned; element-type IkDraftStep */
  guint      n_done; /* steps that hold; the others can be done again */
  guint      n_made; /* steps that the draft was made with */
  GPtrArray *lost;   /* owned; element-type IkDraftStep; after @n_made: it was made
                      * with these too, but others took their place since */
};

static void
step_free (IkDraftStep *self)
{
  g_clear_pointer (&self->correction, ik_correction_free);
  g_free (self->label);
  g_free (self);
}

/**
 * ik_draft_steps_new:
 *
 * Returns: (transfer full): no step at all
 */
IkDraftSteps *
ik_draft_steps_new (void)
{
  IkDraftSteps *self = g_new0 (IkDraftSteps, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return self;
}

/**
 * ik_draft_steps_free:
 * @self: (transfer full): steps
 */
void
ik_draft_steps_free (IkDraftSteps *self)
{
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->lost);
  g_free (self);
}

static const IkDraftStep *
get_step (const IkDraftSteps *self,
          guint               index)
{
  return g_ptr_array_index (self->steps, index);
}

static gboolean
is_correction (const IkDraftStep *step)
{
  return step->kind == IK_DRAFT_STEP_CORRECT;
}

/**
 * ik_draft_steps_take:
 * @step: (transfer full): what a person does
 *
 * Takes a step after those that hold, in the place of those that could be done
 * again.
 */
void
ik_draft_steps_take (IkDraftSteps *self,
                     IkDraftStep  *step)
{
  for (guint i = self->steps->len; i-- > self->n_done;)
    {
      IkDraftStep *undone = g_ptr_array_steal_index (self->steps, i);

      if (i < self->n_made)
        g_ptr_array_insert (self->lost, 0, undone);
      else
        step_free (undone);
    }
  self->n_made = MIN (self->n_made, self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
}

/**
 * ik_draft_steps_undo:
 *
 * Takes the last step back.
 *
 * Returns: (nullable): that step, %NULL where none holds
 */
const IkDraftStep *
ik_draft_steps_undo (IkDraftSteps *self)
{
  return self->n_done > 0 ? get_step (self, --self->n_done) : NULL;
}

/**
 * ik_draft_steps_redo:
 *
 * Does the step again that was taken back last.
 *
 * Returns: (nullable): that step, %NULL where there is none
 */
const IkDraftStep *
ik_draft_steps_redo (IkDraftSteps *self)
{
  return self->n_done < self->steps->len ? get_step (self, self->n_done++) : NULL;
}

/**
 * ik_draft_steps_get_undo_label:
 *
 * Returns: (nullable): the step that is taken back next, for people
 */
const char *
ik_draft_steps_get_undo_label (const IkDraftSteps *self)
{
  return self->n_done > 0 ? get_step (self, self->n_done - 1)->label : NULL;
}

/**
 * ik_draft_steps_get_redo_label:
 *
 * Returns: (nullable): the step that is done again next, for people
 */
const char *
ik_draft_steps_get_redo_label (const IkDraftSteps *self)
{
  return self->n_done < self->steps->len ? get_step (self, self->n_done)->label : NULL;
}

/**
 * ik_draft_steps_count:
 *
 * Returns: how many steps hold
 */
guint
ik_draft_steps_count (const IkDraftSteps *self)
{
  return self->n_done;
}

/**
 * ik_draft_steps_dup_corrections:
 *
 * Returns: (transfer full) (element-type IkCorrection): what the steps that
 *   hold make the document say, in order
 */
GPtrArray *
ik_draft_steps_dup_corrections (const IkDraftSteps *self)
{
  GPtrArray *corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_correction_free);

  for (guint i = 0; i < self->n_done; i++)
    {
      if (is_correction (get_step (self, i)))
        g_ptr_array_add (corrections, ik_correction_copy (get_step (self, i)->correction));
    }

  return corrections;
}

/**
 * ik_draft_steps_choose:
 * @choices: set to what the steps that hold say about questions
 */
void
ik_draft_steps_choose (const IkDraftSteps *self,
                       IkDraftChoices     *choices)
{
  ik_draft_choices_reset (choices);
  for (guint i = 0; i < self->n_done; i++)
    {
      const IkDraftStep *step = get_step (self, i);

      if (step->kind == IK_DRAFT_STEP_ACCEPT_ALL)
        ik_draft_choices_accept_all (choices, step->accepted);
      else if (step->kind == IK_DRAFT_STEP_ACCEPT)
        ik_draft_choices_accept (choices, step->key, step->accepted);
      else if (step->kind == IK_DRAFT_STEP_DECIDE)
        ik_draft_choices_decide (choices, step->key, step->decision);
      else if (step->kind == IK_DRAFT_STEP_DECIDE_ALL)
        ik_draft_choices_decide_all (choices, step->decision);
    }
}

/**
 * ik_draft_steps_set_made:
 * @n_made: how many steps held when a draft was begun that is shown now
 */
void
ik_draft_steps_set_made (IkDraftSteps *self,
                         guint         n_made)
{
  self->n_made = MIN (n_made, self->steps->len);
  g_ptr_array_set_size (self->lost, 0);
}

/* Puts steps back that the draft was made with. What was chosen after the last
 * correction among them was taken back for good. */
static void
restore_lost (IkDraftSteps *self)
{
  guint n_lost = self->lost->len;

  while (n_lost > 0 && !is_correction (self->lost->pdata[n_lost - 1]))
    n_lost--;

  for (guint i = 0; i < n_lost; i++)
    g_ptr_array_insert (self->steps, (int) (self->n_made + i),
                        g_ptr_array_steal_index (self->lost, 0));
  g_ptr_array_set_size (self->lost, 0);
  if (self->n_done >= self->n_made)
    self->n_done += n_lost;
  self->n_made += n_lost;
}

/**
 * ik_draft_steps_go_back:
 *
 * Goes back to steps whose corrections are those that the draft was made with,
 * because no other draft comes. What a person chose since then still holds, but
 * for what they chose after another correction.
 */
void
ik_draft_steps_go_back (IkDraftSteps *self)
{
  restore_lost (self);
  for (guint i = self->n_made; i < self->n_done; i++)
    {
      if (is_correction (get_step (self, i)))
        self->n_done = i;
    }
  for (guint i = self->n_made; i > self->n_done; i--)
    {
      if (is_correction (get_step (self, i - 1)))
        self->n_done = i;
    }
}

/**
 * ik_draft_steps_drop_refused:
 * @corrections: (element-type IkCorrection): those that the draft was made
 *   with, as ik_draft_steps_dup_corrections() gave them
 *
 * Forgets the steps whose corrections changed nothing: there is nothing to take
 * back.
 *
 * Returns: (transfer full) (nullable): the last one of them, for people
 */
char *
ik_draft_steps_drop_refused (IkDraftSteps    *self,
                             const GPtrArray *corrections)
{
  g_autofree char *label = NULL;
  guint i = 0;

  for (guint n = 0; n < corrections->len; n++)
    {
      while (!is_correction (get_step (self, i)))
        i++;

      if (!((const IkCorrection *) corrections->pdata[n])->is_refused)
        i++;
      else
        {
          g_free (label);
          label = g_strdup (get_step (self, i)->label);
          g_ptr_array_remove_index (self->steps, i);
          self->n_done--;
          self->n_made--;
        }
    }

  return g_steal_pointer (&label);
}
