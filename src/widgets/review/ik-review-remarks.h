#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_REVIEW_REMARKS (ik_review_remarks_get_type ())
G_DECLARE_FINAL_TYPE (IkReviewRemarks, ik_review_remarks, IK, REVIEW_REMARKS, AdwBin)

void        ik_review_remarks_set_interview (IkReviewRemarks   *self,
                                             const IkInterview *interview);
const char *ik_review_remarks_find_next     (const IkInterview *interview,
                                             guint              from,
                                             guint             *out_index);

G_END_DECLS
