#include "ik-panel-member.h"

/**
 * ik_panel_member_free:
 * @self: (transfer full): a member
 */
void
ik_panel_member_free (IkPanelMember *self)
{
  g_free (self->interview_id);
  g_free (self->interviewer_id);
  g_free (self->interviewer_name);
  g_free (self->set_title);
  g_free (self);
}

/**
 * ik_panel_member_is_done:
 * @self: a member
 *
 * Returns: whether the ratings are handed in
 */
gboolean
ik_panel_member_is_done (const IkPanelMember *self)
{
  return self->state == IK_INTERVIEW_STATE_HANDED_IN;
}
