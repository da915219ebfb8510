#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ik_match_marks_make (const char *text,
                           const char *query);

G_END_DECLS
