#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *ik_code_colors_make (const char *code,
                                    const char *language,
                                    gboolean    is_dark);

G_END_DECLS
