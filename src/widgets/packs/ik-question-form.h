#pragma once

#include <adwaita.h>

#include "ik-question.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_FORM (ik_question_form_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionForm, ik_question_form, IK, QUESTION_FORM, AdwBin)

void ik_question_form_offer_terms  (IkQuestionForm   *self,
                                    GPtrArray        *levels,
                                    GPtrArray        *tags);
void ik_question_form_set_choices  (IkQuestionForm   *self,
                                    GPtrArray        *competencies,
                                    GPtrArray        *rubrics);
void ik_question_form_fill         (IkQuestionForm   *self,
                                    const IkQuestion *question);
void ik_question_form_read         (IkQuestionForm   *self,
                                    IkQuestion       *question);
void ik_question_form_clear        (IkQuestionForm   *self);
void ik_question_form_focus_prompt (IkQuestionForm   *self);

G_END_DECLS
