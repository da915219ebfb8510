#pragma once

#include "ik-candidate-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATE_TEXT_VIEW (ik_candidate_text_view_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidateTextView, ik_candidate_text_view, IK, CANDIDATE_TEXT_VIEW, AdwBin)

void ik_candidate_text_view_set_candidate_text (IkCandidateTextView   *self,
                                                const IkCandidateText *text);

G_END_DECLS
