#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_REVIEW_ITEM_VIEW (ik_review_item_view_get_type ())
G_DECLARE_FINAL_TYPE (IkReviewItemView, ik_review_item_view, IK, REVIEW_ITEM_VIEW, AdwBin)

/* Signal "changed" (const char *label): the item was changed; @label names the
 * change for undo. */

void ik_review_item_view_set_item   (IkReviewItemView  *self,
                                     const IkInterview *interview,
                                     IkInterviewItem   *item);
void ik_review_item_view_set_locked (IkReviewItemView  *self,
                                     gboolean           locked);
void ik_review_item_view_set_narrow (IkReviewItemView  *self,
                                     gboolean           narrow);
void ik_review_item_view_rate       (IkReviewItemView  *self,
                                     guint              number);
void ik_review_item_view_tick       (IkReviewItemView  *self,
                                     guint              index);
void ik_review_item_view_toggle_reference (IkReviewItemView *self);

void ik_review_item_view_set_outcome (IkReviewItemView *self,
                                      IkOutcome         outcome);
void ik_review_item_view_toggle_not_assessed (IkReviewItemView *self);
void ik_review_item_view_focus      (IkReviewItemView  *self,
                                     const char        *name);

G_END_DECLS
