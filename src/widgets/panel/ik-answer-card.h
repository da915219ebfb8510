#pragma once

#include "ik-answers.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_ANSWER_CARD (ik_answer_card_get_type ())
G_DECLARE_FINAL_TYPE (IkAnswerCard, ik_answer_card, IK, ANSWER_CARD, AdwBin)

/* Signal: "rated" (int rating, boolean not assessed). */

GtkWidget  *ik_answer_card_new        (void);
void        ik_answer_card_show       (IkAnswerCard   *self,
                                       const IkAnswer *answer);
const char *ik_answer_card_get_item   (IkAnswerCard   *self);
const char *ik_answer_card_get_interview (IkAnswerCard *self);
void        ik_answer_card_rate       (IkAnswerCard   *self,
                                       guint           index);
void        ik_answer_card_toggle_not_assessed (IkAnswerCard *self);
void        ik_answer_card_set_narrow (IkAnswerCard   *self,
                                       gboolean        narrow);

G_END_DECLS
