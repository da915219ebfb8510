#pragma once

#include "ik-candidate-view.h"
#include "ik-candidate.h"

G_BEGIN_DECLS

/* ik-candidate-view-privacy.c: taking everything out, erasing. */
void         ik_candidate_view_class_install_privacy_actions (GtkWidgetClass *widget_class);

/* ik-candidate-view.c */
IkCandidate *ik_candidate_view_get_candidate (IkCandidateView *self);

G_END_DECLS
