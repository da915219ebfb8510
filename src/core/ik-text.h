#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_text_set (char       **text,
                  const char  *value);

char *ik_text_dup_lower (const char *text);

G_END_DECLS
