#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

gboolean ik_interview_item_is_open         (const IkInterviewItem *self);
guint    ik_interview_find_open            (const IkInterview     *self,
                                            guint                  after);
gint64   ik_interview_compute_behind_ms    (const IkInterview     *self,
                                            gint64                 slot_elapsed_ms,
                                            gint64                 item_elapsed_ms);
GArray  *ik_interview_propose_trim         (const IkInterview     *self,
                                            gint64                 behind_ms);

G_END_DECLS
