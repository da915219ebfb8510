#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_CHIPS_EDITOR (ik_chips_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkChipsEditor, ik_chips_editor, IK, CHIPS_EDITOR, IkPage)

G_END_DECLS
