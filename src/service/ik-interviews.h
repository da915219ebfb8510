#pragma once

#include "ik-interview.h"
#include "ik-interview-change.h"
#include "ik-interview-event.h"
#include "ik-interview-record.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkExtraTime:
 * @IK_EXTRA_TIME_GIVEN: what the request says, for this interview alone
 * @IK_EXTRA_TIME_STORED: what the candidate had in the last plan
 * @IK_EXTRA_TIME_KEPT: what the request says, and later plans begin with it
 *
 * Where the extra time of a plan comes from.
 */
typedef enum
{
  IK_EXTRA_TIME_GIVEN,
  IK_EXTRA_TIME_STORED,
  IK_EXTRA_TIME_KEPT,
} IkExtraTime;

/**
 * IkPlanRequest:
 * @set_id: what is asked
 * @candidate_id: (nullable): of whom, %NULL for somebody new
 * @candidate_name: (nullable): name of somebody new
 * @interviewer: (nullable): name of who asks, %NULL for the owner of the library
 * @round: (nullable): such as "second round"
 * @room: (nullable): where
 * @opening: (nullable): script to read out at the start, CommonMark, %NULL for
 *   that of the set
 * @planned_at_us: when, microseconds since 1970 UTC, 0 where not said
 * @extra_time: where the adjustment comes from
 * @extra_time_percent: adjustment, 0 to 300
 *
 * An interview to be planned, see ik_interviews_plan().
 */
typedef struct
{
  const char *set_id;
  const char *candidate_id;
  const char *candidate_name;
  const char *interviewer;
  const char *round;
  const char *room;
  const char *opening;
  gint64      planned_at_us;
  IkExtraTime extra_time;
  guint       extra_time_percent;
} IkPlanRequest;

IkInterview *ik_interviews_plan         (IkLibrary               *library,
                                         const IkPlanRequest     *request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
GStrv        ik_interviews_list_rounds  (IkLibrary               *library,
                                         GCancellable            *cancellable,
                                         GError                 **error);
GPtrArray   *ik_interviews_list         (IkLibrary               *library,
                                         const char              *candidate_id,
                                         GCancellable            *cancellable,
                                         GError                 **error);
IkInterview *ik_interviews_load         (IkLibrary               *library,
                                         const char              *id,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_set_state    (IkLibrary               *library,
                                         const char              *id,
                                         IkInterviewState         state,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_plan_again   (IkLibrary               *library,
                                         const char              *id,
                                         gint64                   planned_at_us,
                                         GCancellable            *cancellable,
                                         GError                 **error);
IkInterview *ik_interviews_record       (IkLibrary               *library,
                                         const char              *id,
                                         const IkInterviewRecord *record,
                                         gboolean                 draft,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_save_review  (IkLibrary               *library,
                                         const IkInterview       *interview,
                                         const IkInterview       *base,
                                         const char              *label,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_hand_in      (IkLibrary               *library,
                                         const char              *id,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_reopen       (IkLibrary               *library,
                                         const char              *id,
                                         const char              *reason,
                                         GCancellable            *cancellable,
                                         GError                 **error);
GPtrArray   *ik_interviews_list_events  (IkLibrary               *library,
                                         const char              *id,
                                         GCancellable            *cancellable,
                                         GError                 **error);
GPtrArray   *ik_interviews_list_changes (IkLibrary               *library,
                                         const char              *id,
                                         GCancellable            *cancellable,
                                         GError                 **error);
char        *ik_interviews_dup_owner    (IkLibrary               *library,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean     ik_interviews_set_owner    (IkLibrary               *library,
                                         const char              *name,
                                         GCancellable            *cancellable,
                                         GError                 **error);

G_END_DECLS
