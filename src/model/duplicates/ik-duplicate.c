#include "ik-duplicate.h"

/**
 * ik_duplicate_free:
 * @self: (nullable) (transfer full): a question
 */
void
ik_duplicate_free (IkDuplicate *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->prompt);
  g_free (self->details);
  g_free (self->pack_id);
  g_free (self->pack_title);
  g_free (self->section);
  g_clear_pointer (&self->summary, ik_question_summary_free);
  g_free (self);
}
