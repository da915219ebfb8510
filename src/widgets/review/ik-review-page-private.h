#pragma once

#include "ik-interview.h"
#include "ik-review-page.h"

G_BEGIN_DECLS

/* ik-review-page-keys.c: the chords. */
void         ik_review_page_add_keys              (IkReviewPage   *self);

/* ik-review-page-actions.c: the actions "review.*". */
void         ik_review_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-review-page.c */
IkInterview *ik_review_page_get_interview  (IkReviewPage *self);
void         ik_review_page_show_item      (IkReviewPage *self,
                                            guint         index);
guint        ik_review_page_get_shown      (IkReviewPage *self);
void         ik_review_page_rate           (IkReviewPage *self,
                                            guint         number);
void         ik_review_page_tick           (IkReviewPage *self,
                                            guint         index);
void         ik_review_page_toggle_reference (IkReviewPage *self);
void         ik_review_page_hand_in        (IkReviewPage *self);
void         ik_review_page_load_stored    (IkReviewPage *self);
void         ik_review_page_reopen         (IkReviewPage *self,
                                            const char   *reason);

void         ik_review_page_set_outcome    (IkReviewPage *self,
                                            IkOutcome     outcome);
void         ik_review_page_toggle_not_assessed (IkReviewPage *self);
void         ik_review_page_focus          (IkReviewPage *self,
                                            const char   *name);

G_END_DECLS
