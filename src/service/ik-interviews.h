#pragma once

#include "ik-clock.h"
#include "ik-interview.h"
#include "ik-interview-event.h"
#include "ik-interview-record.h"
#include "ik-library.h"

G_BEGIN_DECLS

/* Planned, recorded and finished interviews. All functions block: call them
 * off the main loop. */

typedef struct
{
  const char *set_id;
  const char *candidate_id;
  const char *interviewer;         /* name; NULL: the owner of the library */
  const char *round;               /* nullable */
  gint64      planned_at_us;       /* 0: not said */
  guint       extra_time_percent;
} IkPlanRequest;

GPtrArray   *ik_interviews_list        (IkLibrary          *library,
                                        const char         *candidate_id, /* nullable */
                                        GCancellable       *cancellable,
                                        GError            **error); /* IkInterviewSummary, latest planned first */
IkInterview *ik_interviews_load        (IkLibrary          *library,
                                        const char         *id,
                                        GCancellable       *cancellable,
                                        GError            **error);
IkInterview *ik_interviews_plan        (IkLibrary          *library,
                                        const IkPlanRequest *request,
                                        GCancellable       *cancellable,
                                        GError            **error); /* freezes the wording; undoable */
/* planned -> cancelled / no_show and back to planned. */
gboolean     ik_interviews_set_state   (IkLibrary          *library,
                                        const char         *id,
                                        IkInterviewState    state,
                                        GCancellable       *cancellable,
                                        GError            **error);
/* Enters an interview from a record by the rules of the review; hands it in
 * unless @draft. All or nothing. */
IkInterview *ik_interviews_record      (IkLibrary          *library,
                                        const char         *id,
                                        const IkInterviewRecord *record,
                                        gboolean            draft,
                                        GCancellable       *cancellable,
                                        GError            **error);
/* Stores what the review page changes: ratings, outcomes, evidence, notes,
 * competency ratings, recommendation, summary. Refused once handed in. A
 * recommendation is refused while a part is unrated. After a reopening each
 * change goes to the change log with old, new, when and why. */
gboolean     ik_interviews_save_review (IkLibrary          *library,
                                        const IkInterview  *interview,
                                        const char         *label,
                                        GCancellable       *cancellable,
                                        GError            **error);
gboolean     ik_interviews_hand_in     (IkLibrary          *library,
                                        const char         *id,
                                        GCancellable       *cancellable,
                                        GError            **error);
gboolean     ik_interviews_reopen      (IkLibrary          *library,
                                        const char         *id,
                                        const char         *reason,
                                        GCancellable       *cancellable,
                                        GError            **error);

GPtrArray   *ik_interviews_list_events (IkLibrary          *library,
                                        const char         *id,
                                        GCancellable       *cancellable,
                                        GError            **error); /* IkInterviewEvent, in order */

/* The owner of the library; NULL name until asked once. */
char        *ik_interviews_dup_owner   (IkLibrary          *library,
                                        GCancellable       *cancellable,
                                        GError            **error);
gboolean     ik_interviews_set_owner   (IkLibrary          *library,
                                        const char         *name,
                                        GCancellable       *cancellable,
                                        GError            **error);

G_END_DECLS
