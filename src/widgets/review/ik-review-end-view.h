#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_REVIEW_END_VIEW (ik_review_end_view_get_type ())
G_DECLARE_FINAL_TYPE (IkReviewEndView, ik_review_end_view, IK, REVIEW_END_VIEW, AdwBin)

/* Signal "changed" (const char *label): the interview was changed; @label names
 * the change for undo. */

void ik_review_end_view_set_interview (IkReviewEndView *self,
                                       IkInterview     *interview);
void ik_review_end_view_update        (IkReviewEndView *self);
void ik_review_end_view_set_locked    (IkReviewEndView *self,
                                       gboolean         locked);
void ik_review_end_view_set_narrow    (IkReviewEndView *self,
                                       gboolean         narrow);

void ik_review_end_view_rate          (IkReviewEndView *self,
                                       guint            number);
void ik_review_end_view_toggle_not_assessed (IkReviewEndView *self);
void ik_review_end_view_recommend     (IkReviewEndView *self,
                                       guint            number);
void ik_review_end_view_focus         (IkReviewEndView *self,
                                       const char      *name);
void ik_review_end_view_toggle_share  (IkReviewEndView *self);

G_END_DECLS
