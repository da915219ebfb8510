#pragma once

#include "ik-chord.h"
#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_REVIEW_PAGE (ik_review_page_get_type ())
G_DECLARE_FINAL_TYPE (IkReviewPage, ik_review_page, IK, REVIEW_PAGE, IkPage)

GtkWidget  *ik_review_page_new              (const char   *interview_id);
const char *ik_review_page_get_interview_id (IkReviewPage *self);

/* ik-review-page-saving.c */
gboolean    ik_review_page_is_saved         (IkReviewPage *self);
void        ik_review_page_flush_async      (IkReviewPage         *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    ik_review_page_flush_finish     (IkReviewPage         *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* ik-review-page-actions.c */
const IkChord *ik_review_page_get_chords    (gsize        *out_n_chords);

G_END_DECLS
