#pragma once

#include <adwaita.h>

#include "ik-rubric.h"

G_BEGIN_DECLS

#define IK_TYPE_LEVEL_EDITOR (ik_level_editor_get_type ())
G_DECLARE_FINAL_TYPE (IkLevelEditor, ik_level_editor, IK, LEVEL_EDITOR, AdwPreferencesGroup)

GtkWidget     *ik_level_editor_new       (const IkRubricLevel *level);
IkRubricLevel *ik_level_editor_dup_level (IkLevelEditor       *self);
void           ik_level_editor_describe  (IkLevelEditor       *self,
                                          gboolean             wants_anchor,
                                          gboolean             can_remove);
void           ik_level_editor_focus     (IkLevelEditor       *self);

G_END_DECLS
