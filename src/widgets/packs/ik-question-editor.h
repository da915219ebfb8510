#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_EDITOR (ik_question_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionEditor, ik_question_editor, IK, QUESTION_EDITOR, IkPage)

const char *ik_question_editor_get_question_id (IkQuestionEditor *self);
void        ik_question_editor_show            (IkQuestionEditor *self,
                                                const char       *question_id);
void        ik_question_editor_focus_prompt    (IkQuestionEditor *self);
void        ik_question_editor_save            (IkQuestionEditor *self);

G_END_DECLS
