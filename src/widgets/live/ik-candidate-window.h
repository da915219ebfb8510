#pragma once

#include "ik-candidate-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATE_WINDOW (ik_candidate_window_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidateWindow, ik_candidate_window, IK, CANDIDATE_WINDOW, AdwWindow)

GtkWidget *ik_candidate_window_new                (void);
void       ik_candidate_window_set_candidate_text (IkCandidateWindow     *self,
                                                   const IkCandidateText *text);
void       ik_candidate_window_set_blank          (IkCandidateWindow     *self,
                                                   gboolean               blank);
void       ik_candidate_window_set_large_print    (IkCandidateWindow     *self,
                                                   gboolean               large_print);
void       ik_candidate_window_scroll             (IkCandidateWindow     *self,
                                                   int                    n_pages);

G_END_DECLS
