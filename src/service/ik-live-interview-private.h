#pragma once

#include "ik-live-interview.h"
#include "ik-live-saver.h"

G_BEGIN_DECLS

/* A stretch of time that went to one item, as the log tells it. */
typedef struct
{
  IkInterviewItem *item; /* (unowned) */
  gint64           elapsed_ms;
} IkLiveVisit;

struct _IkLiveInterview
{
  GObject parent_instance;

  IkClock     *clock;
  IkLiveSaver *saver;
  IkInterview *interview;    /* borrowed from saver */
  IkChips     *chips;        /* (nullable) */
  GArray      *steps;        /* element-type IkLiveStep, see ik-live-answers.c */
  GArray      *visits;       /* element-type IkLiveVisit: since the object was made, in order */
  guint        heartbeat_id; /* while the item's clock runs */
  gboolean     is_estimated; /* its clock was guessed at a restart of the computer */
  gboolean     is_interrupted; /* what the last pause was for */
};

IkInterviewItem *ik_live_interview_get_item     (IkLiveInterview *self);
void             ik_live_interview_log          (IkLiveInterview *self,
                                                 IkInterviewItem *item,
                                                 const char      *kind,
                                                 const char      *value);
void             ik_live_interview_log_shown    (IkLiveInterview *self);
void             ik_live_interview_enter_state  (IkLiveInterview  *self,
                                                 IkInterviewState  state,
                                                 const char       *kind,
                                                 const char       *value);
void             ik_live_interview_changed_item (IkLiveInterview *self,
                                                 guint            index);
void             ik_live_interview_changed_items (IkLiveInterview *self,
                                                  guint            index,
                                                  guint            n_removed,
                                                  guint            n_added);
gboolean         ik_live_interview_remove_question (IkLiveInterview *self,
                                                    guint            index);
gboolean         ik_live_interview_is_blank_item (const IkInterviewItem *item);
void             ik_live_interview_leave_paper  (IkLiveInterview *self);
void             ik_live_interview_end_paper    (IkLiveInterview *self);
gint64           ik_live_interview_get_ms_since (IkLiveInterview *self,
                                                 const IkInstant *from,
                                                 gboolean        *out_estimated);
gboolean         ik_live_interview_item_clock_runs (IkLiveInterview *self);
void             ik_live_interview_fold_item_clock (IkLiveInterview *self);
void             ik_live_interview_give_time_back (IkLiveInterview *self,
                                                   const IkInterviewItem *item);
void             ik_live_interview_anchor       (IkLiveInterview *self,
                                                 gint64           away_us);
GArray          *ik_live_steps_new              (void);
void             ik_live_steps_add_addition     (GArray          *steps,
                                                 guint            index);

G_END_DECLS
