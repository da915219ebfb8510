#pragma once

#include "ik-library.h"
#include "ik-panel-agreement.h"
#include "ik-panel-matrix.h"
#include "ik-panel-member.h"

G_BEGIN_DECLS

/**
 * IkDebrief:
 * @candidate_id: whom it is about
 * @candidate_name: name
 * @round: title of the round, "" for the interviews without one
 * @members: (element-type IkPanelMember): all interviews of the round, also those
 *   that were called off
 * @is_sealed: whether the owner of the library has to hand in first
 * @matrix: (nullable): what they found; %NULL while it is sealed
 * @agreement: (nullable): what they agreed about; %NULL while it is sealed
 *
 * What a panel has on its table. Of an interview that is not handed in it holds
 * nothing but who asks about what. Doesn't change; any thread.
 */
typedef struct
{
  char             *candidate_id;
  char             *candidate_name;
  char             *round;
  GPtrArray        *members;
  gboolean          is_sealed;
  IkPanelMatrix    *matrix;
  IkPanelAgreement *agreement;
} IkDebrief;

IkDebrief        *ik_debriefs_load           (IkLibrary           *library,
                                              const char          *candidate_id,
                                              const char          *round,
                                              GCancellable        *cancellable,
                                              GError             **error);
IkPanelAgreement *ik_debriefs_load_agreement (IkLibrary           *library,
                                              const char          *candidate_id,
                                              const char          *round,
                                              GCancellable        *cancellable,
                                              GError             **error);
gboolean          ik_debriefs_agree          (IkLibrary           *library,
                                              const char          *candidate_id,
                                              const char          *round,
                                              const IkAgreedScore *score,
                                              GCancellable        *cancellable,
                                              GError             **error);
gboolean          ik_debriefs_conclude       (IkLibrary           *library,
                                              const char          *candidate_id,
                                              const char          *round,
                                              int                  recommendation,
                                              const char          *summary,
                                              const char          *agreed_by,
                                              GCancellable        *cancellable,
                                              GError             **error);

void              ik_debrief_free            (IkDebrief           *self);
const IkPanelRow *ik_debrief_find_row        (const IkDebrief     *self,
                                              const char          *name);
GPtrArray        *ik_debrief_list_members    (const IkDebrief     *self);
char             *ik_debrief_dup_members     (const IkDebrief     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDebrief, ik_debrief_free)

G_END_DECLS
