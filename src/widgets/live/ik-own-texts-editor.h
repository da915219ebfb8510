#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_OWN_TEXTS_EDITOR (ik_own_texts_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkOwnTextsEditor, ik_own_texts_editor, IK, OWN_TEXTS_EDITOR, IkPage)

G_END_DECLS
