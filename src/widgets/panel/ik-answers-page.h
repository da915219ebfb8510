#pragma once

#include "ik-chord.h"
#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_ANSWERS_PAGE (ik_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (IkAnswersPage, ik_answers_page, IK, ANSWERS_PAGE, IkPage)

GtkWidget     *ik_answers_page_new        (const char *question_id,
                                           const char *interview_id);
const IkChord *ik_answers_page_get_chords (gsize      *out_n_chords);

G_END_DECLS
