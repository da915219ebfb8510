#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ik_match_marks_make         (const char *text,
                                   const char *query);
char *ik_match_marks_from_snippet (const char *snippet);

G_END_DECLS
