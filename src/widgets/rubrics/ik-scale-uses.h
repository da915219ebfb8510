#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ik_scale_uses_fill (AdwPreferencesGroup *group,
                         GPtrArray           *uses,
                         guint                version);

G_END_DECLS
