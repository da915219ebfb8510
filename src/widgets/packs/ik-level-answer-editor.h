#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LEVEL_ANSWER_EDITOR (ik_level_answer_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkLevelAnswerEditor, ik_level_answer_editor, IK, LEVEL_ANSWER_EDITOR, AdwPreferencesRow)

GPtrArray *ik_level_answer_editor_dup_answers (IkLevelAnswerEditor *self);
void       ik_level_answer_editor_set_answers (IkLevelAnswerEditor *self,
                                               GPtrArray           *answers);
void       ik_level_answer_editor_clear       (IkLevelAnswerEditor *self);

G_END_DECLS
