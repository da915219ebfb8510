#include "ik-earlier-interview.h"

/**
 * ik_earlier_interview_new:
 *
 * Returns: (transfer full): one without questions; its texts are %NULL
 */
IkEarlierInterview *
ik_earlier_interview_new (void)
{
  IkEarlierInterview *self = g_new0 (IkEarlierInterview, 1);

  self->asked = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ik_earlier_interview_free:
 * @self: (transfer full): an earlier interview
 */
void
ik_earlier_interview_free (IkEarlierInterview *self)
{
  g_free (self->id);
  g_free (self->set_title);
  g_free (self->round);
  g_free (self->interviewer_name);
  g_ptr_array_unref (self->asked);
  g_free (self);
}
