#pragma once

#include "ik-enums.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkPanelMember:
 * @interview_id: the interview
 * @interviewer_id: the person
 * @interviewer_name: name, as it is now
 * @set_title: what is asked
 * @state: where the interview stands
 * @handed_in_at_us: when it was handed in, microseconds since 1970 UTC; 0 if open
 * @is_own: whether the person is the owner of the library
 *
 * Somebody of a panel, and whether they handed in: all that the others may know
 * before they did so themselves.
 */
typedef struct
{
  char             *interview_id;
  char             *interviewer_id;
  char             *interviewer_name;
  char             *set_title;
  IkInterviewState  state;
  gint64            handed_in_at_us;
  gboolean          is_own;
} IkPanelMember;

void     ik_panel_member_free     (IkPanelMember       *self);
gboolean ik_panel_member_is_done  (const IkPanelMember *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPanelMember, ik_panel_member_free)

G_END_DECLS
