#pragma once

#include "ik-clock.h"
#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

/* The interview that is being held: the state machine behind the live page.
 * Main loop only; saves through ik_library_write_async() with IK_PRIORITY_LIVE.
 * Each change is on disk at most 250 ms after the first unsaved one and at
 * every change of question. */

#define IK_TYPE_LIVE_INTERVIEW (ik_live_interview_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveInterview, ik_live_interview, IK, LIVE_INTERVIEW, GObject)

/* Properties: "current-item" (uint), "paused" (boolean), "state"
 * (IkInterviewState as uint), "save-error" (string, NULL while all is well;
 * lasting until a save works again).
 * Signals: "item-changed" (uint index): outcome, rating, tick, note or time of
 * an item changed other than by the clock. */

/* @interview (transfer full): planned (will start), live or broken off (goes
 * on where it was: question, second and letter). */
IkLiveInterview   *ik_live_interview_new               (IkLibrary       *library,
                                                        IkInterview     *interview,
                                                        IkClock         *clock);
const IkInterview *ik_live_interview_get_interview     (IkLiveInterview *self);
void               ik_live_interview_start             (IkLiveInterview *self);
gboolean           ik_live_interview_is_paused         (IkLiveInterview *self);
void               ik_live_interview_set_paused        (IkLiveInterview *self,
                                                        gboolean         paused);
guint              ik_live_interview_get_current       (IkLiveInterview *self);
void               ik_live_interview_go_to             (IkLiveInterview *self,
                                                        guint            index);
gboolean           ik_live_interview_next              (IkLiveInterview *self);
gboolean           ik_live_interview_previous          (IkLiveInterview *self);
void               ik_live_interview_skip              (IkLiveInterview *self); /* event; next open item */
void               ik_live_interview_set_outcome       (IkLiveInterview *self,
                                                        IkOutcome        outcome);
/* Of the current item. The value it has clears it; a rating of an item that
 * was not asked makes it answered. */
void               ik_live_interview_rate              (IkLiveInterview *self,
                                                        int              value);
void               ik_live_interview_set_not_assessed  (IkLiveInterview *self,
                                                        gboolean         not_assessed);
void               ik_live_interview_toggle_indicator  (IkLiveInterview *self,
                                                        guint            index);
void               ik_live_interview_set_evidence      (IkLiveInterview *self,
                                                        const char      *evidence);
void               ik_live_interview_set_note          (IkLiveInterview *self,
                                                        const char      *text);
void               ik_live_interview_set_general_note  (IkLiveInterview *self,
                                                        const char      *text);
/* live -> review, asks nothing; ik_live_interview_resume() takes it back. */
void               ik_live_interview_end               (IkLiveInterview *self);
void               ik_live_interview_resume            (IkLiveInterview *self);

/* The clock, in milliseconds, live values. Remaining is negative in overtime
 * and slot length minus elapsed otherwise; pauses do not stop the slot. */
gint64             ik_live_interview_get_slot_remaining_ms (IkLiveInterview *self,
                                                            gboolean        *out_estimated);
gint64             ik_live_interview_get_elapsed_ms        (IkLiveInterview *self); /* of the slot */
gint64             ik_live_interview_get_item_elapsed_ms   (IkLiveInterview *self,
                                                            guint            index);
/* projected end - slot end, in ms: positive is behind (design.md "Clock and
 * pace"). */
gint64             ik_live_interview_get_behind_ms         (IkLiveInterview *self);

/* Waits until everything is saved. */
void               ik_live_interview_flush_async       (IkLiveInterview     *self,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean           ik_live_interview_flush_finish      (IkLiveInterview     *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);

G_END_DECLS
