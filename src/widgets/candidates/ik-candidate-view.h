#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATE_VIEW (ik_candidate_view_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidateView, ik_candidate_view, IK, CANDIDATE_VIEW, IkPage)

void ik_candidate_view_show (IkCandidateView *self,
                             const char      *id);

G_END_DECLS
