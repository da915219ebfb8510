#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_TEXT_LIST_EDITOR (ik_text_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkTextListEditor, ik_text_list_editor, IK, TEXT_LIST_EDITOR, AdwPreferencesRow)

GPtrArray *ik_text_list_editor_dup_texts (IkTextListEditor *self);
void       ik_text_list_editor_set_texts (IkTextListEditor *self,
                                          GPtrArray        *texts);
void       ik_text_list_editor_clear     (IkTextListEditor *self);

G_END_DECLS
