#pragma once

#include "ik-candidate-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATE_BAR (ik_candidate_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidateBar, ik_candidate_bar, IK, CANDIDATE_BAR, AdwBin)

GtkWidget *ik_candidate_bar_open               (IkCandidateBar        *self,
                                                const IkCandidateText *text);
void       ik_candidate_bar_close              (IkCandidateBar        *self);
GtkWidget *ik_candidate_bar_get_window         (IkCandidateBar        *self);
void       ik_candidate_bar_set_candidate_text (IkCandidateBar        *self,
                                                const IkCandidateText *text);
void       ik_candidate_bar_blank              (IkCandidateBar        *self);
void       ik_candidate_bar_toggle_blank       (IkCandidateBar        *self);
void       ik_candidate_bar_scroll             (IkCandidateBar        *self,
                                                int                    n_pages);
void       ik_candidate_bar_set_large_print    (IkCandidateBar        *self,
                                                gboolean               large_print);

G_END_DECLS
