#pragma once

#include "ik-chips.h"
#include "ik-clock.h"
#include "ik-interview-lock.h"
#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_LIVE_INTERVIEW (ik_live_interview_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveInterview, ik_live_interview, IK, LIVE_INTERVIEW, GObject)

IkLiveInterview   *ik_live_interview_new                   (IkLibrary           *library,
                                                            IkInterview         *interview,
                                                            IkClock             *clock);
IkLibrary         *ik_live_interview_get_library           (IkLiveInterview     *self);
const IkInterview *ik_live_interview_get_interview         (IkLiveInterview     *self);
const char        *ik_live_interview_get_save_error        (IkLiveInterview     *self);
const char        *ik_live_interview_get_rescue_path       (IkLiveInterview     *self);
void               ik_live_interview_take_lock             (IkLiveInterview     *self,
                                                            IkInterviewLock     *lock);
void               ik_live_interview_take_chips            (IkLiveInterview     *self,
                                                            IkChips             *chips);

/* The interview as a whole */
void               ik_live_interview_start                 (IkLiveInterview     *self);
gboolean           ik_live_interview_is_paused             (IkLiveInterview     *self);
gboolean           ik_live_interview_is_interrupted        (IkLiveInterview     *self);
void               ik_live_interview_set_paused            (IkLiveInterview     *self,
                                                            gboolean             paused,
                                                            const char          *reason);
gboolean           ik_live_interview_is_quiet              (IkLiveInterview     *self);
void               ik_live_interview_set_quiet             (IkLiveInterview     *self,
                                                            gboolean             quiet);
void               ik_live_interview_break_off             (IkLiveInterview     *self);
void               ik_live_interview_end                   (IkLiveInterview     *self);
void               ik_live_interview_resume                (IkLiveInterview     *self);

/* One that was held on paper */
void               ik_live_interview_start_from_paper      (IkLiveInterview     *self);
gboolean           ik_live_interview_set_started_at        (IkLiveInterview     *self,
                                                            gint64               started_at_us);
void               ik_live_interview_set_item_ms           (IkLiveInterview     *self,
                                                            gint64               elapsed_ms);
gboolean           ik_live_interview_is_blank              (IkLiveInterview     *self);

/* The item in focus */
guint              ik_live_interview_get_current           (IkLiveInterview     *self);
void               ik_live_interview_go_to                 (IkLiveInterview     *self,
                                                            guint                index);
gboolean           ik_live_interview_next                  (IkLiveInterview     *self);
gboolean           ik_live_interview_previous              (IkLiveInterview     *self);
void               ik_live_interview_next_open             (IkLiveInterview     *self);
guint              ik_live_interview_count_open            (IkLiveInterview     *self);
void               ik_live_interview_skip                  (IkLiveInterview     *self);
void               ik_live_interview_set_omitted           (IkLiveInterview     *self,
                                                            gboolean             omitted);
void               ik_live_interview_trim                  (IkLiveInterview     *self);
GArray            *ik_live_interview_get_trimmed           (IkLiveInterview     *self);
void               ik_live_interview_set_asked_as          (IkLiveInterview     *self,
                                                            const char          *wording);
void               ik_live_interview_add_question          (IkLiveInterview     *self,
                                                            const char          *prompt);

/* Its answer */
void               ik_live_interview_set_outcome           (IkLiveInterview     *self,
                                                            IkOutcome            outcome);
void               ik_live_interview_rate                  (IkLiveInterview     *self,
                                                            int                  value);
void               ik_live_interview_set_not_assessed      (IkLiveInterview     *self,
                                                            gboolean             not_assessed);
void               ik_live_interview_fill_indicators       (IkLiveInterview     *self,
                                                            GPtrArray           *indicators);
void               ik_live_interview_toggle_indicator      (IkLiveInterview     *self,
                                                            guint                index);
void               ik_live_interview_set_evidence          (IkLiveInterview     *self,
                                                            const char          *evidence);
void               ik_live_interview_set_note              (IkLiveInterview     *self,
                                                            const char          *text);
void               ik_live_interview_set_general_note      (IkLiveInterview     *self,
                                                            const char          *text);
gboolean           ik_live_interview_can_undo              (IkLiveInterview     *self);
void               ik_live_interview_undo                  (IkLiveInterview     *self);

/* The clock */
gint64             ik_live_interview_get_slot_remaining_ms (IkLiveInterview     *self,
                                                            gboolean            *out_estimated);
gint64             ik_live_interview_get_elapsed_ms        (IkLiveInterview     *self);
gint64             ik_live_interview_get_item_elapsed_ms   (IkLiveInterview     *self,
                                                            guint                index);
gint64             ik_live_interview_get_quiet_ms          (IkLiveInterview     *self);
gint64             ik_live_interview_get_section_elapsed_ms (IkLiveInterview    *self,
                                                             gint64             *out_budget_ms);
gint64             ik_live_interview_get_behind_ms         (IkLiveInterview     *self);
GArray            *ik_live_interview_propose_trim          (IkLiveInterview     *self);

void               ik_live_interview_flush_async           (IkLiveInterview     *self,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean           ik_live_interview_flush_finish          (IkLiveInterview     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);
void               ik_live_interview_stay                  (IkLiveInterview     *self);

G_END_DECLS
