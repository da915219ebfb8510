#pragma once

#include "ik-invitation-status.h"
#include "ik-invitation.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkPanelRequest:
 * @candidate_id: whom it is about
 * @set_id: what is asked
 * @round: such as "second round"; a panel is of one round
 * @seats: (element-type IkSeat): who is invited; a slot of 0 becomes the set's
 *
 * What ik_panels_invite() is asked for.
 */
typedef struct
{
  const char *candidate_id;
  const char *set_id;
  const char *round;
  GPtrArray  *seats;
} IkPanelRequest;

/**
 * IkInvitationOffer:
 * @invitation: what it says
 * @chair_words: eight words of the chair's key
 * @known_name: (nullable): whose the key is known to be from before; it counts
 *   for more than the name that the invitation says. %NULL for a new key
 * @seat: (unowned) (nullable): the seat that has the owner's name
 * @interview_id: (nullable): the interview, where it was opened before
 *
 * An invitation that somebody looks at before opening it.
 */
typedef struct
{
  IkInvitation *invitation;
  char         *chair_words;
  char         *known_name;
  const IkSeat *seat;
  char         *interview_id;
} IkInvitationOffer;

/**
 * IkScorecardReceipt:
 * @panel_id: the panel
 * @interview_id: the interview that has the answers now
 * @member_name: whose they are
 * @candidate_name: whom they are about
 * @member_words: eight words of the member's key
 * @is_new_key: whether that key was seen for the first time
 * @is_replaced: whether there was an older scorecard
 *
 * A scorecard that was merged.
 */
typedef struct
{
  char     *panel_id;
  char     *interview_id;
  char     *member_name;
  char     *candidate_name;
  char     *member_words;
  gboolean  is_new_key;
  gboolean  is_replaced;
} IkScorecardReceipt;

GPtrArray          *ik_panels_list           (IkLibrary             *library,
                                              const char            *candidate_id,
                                              GCancellable          *cancellable,
                                              GError               **error);
IkInvitationStatus *ik_panels_load           (IkLibrary             *library,
                                              const char            *id,
                                              GCancellable          *cancellable,
                                              GError               **error);
IkInvitationStatus *ik_panels_load_of        (IkLibrary             *library,
                                              const char            *interview_id,
                                              GCancellable          *cancellable,
                                              GError               **error);
char               *ik_panels_dup_own_words  (IkLibrary             *library,
                                              GCancellable          *cancellable,
                                              GError               **error);
char               *ik_panels_dup_words      (const char            *public_key);
gboolean            ik_panels_forget_key     (IkLibrary             *library,
                                              const char            *id,
                                              const char            *member_name,
                                              GCancellable          *cancellable,
                                              GError               **error);

GStrv               ik_panels_list_parts     (IkLibrary             *library,
                                              const char            *set_id,
                                              GCancellable          *cancellable,
                                              GError               **error);
char               *ik_panels_invite         (IkLibrary             *library,
                                              const IkPanelRequest  *request,
                                              GFile                 *file,
                                              GCancellable          *cancellable,
                                              GError               **error);

IkInvitationOffer  *ik_panels_look_at        (IkLibrary             *library,
                                              GFile                 *file,
                                              GCancellable          *cancellable,
                                              GError               **error);
char               *ik_panels_open           (IkLibrary             *library,
                                              GFile                 *file,
                                              const char            *member_name,
                                              GCancellable          *cancellable,
                                              GError               **error);

gboolean            ik_panels_send           (IkLibrary             *library,
                                              const char            *interview_id,
                                              GFile                 *file,
                                              GCancellable          *cancellable,
                                              GError               **error);
IkScorecardReceipt *ik_panels_import         (IkLibrary             *library,
                                              GFile                 *file,
                                              const char            *panel_id,
                                              GCancellable          *cancellable,
                                              GError               **error);

void                ik_invitation_offer_free (IkInvitationOffer     *self);
gboolean            ik_invitation_offer_is_disputed (const IkInvitationOffer *self);
void                ik_scorecard_receipt_free (IkScorecardReceipt   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInvitationOffer, ik_invitation_offer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkScorecardReceipt, ik_scorecard_receipt_free)

G_END_DECLS
