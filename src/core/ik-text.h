#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_text_set (char       **text,
                  const char  *value);

G_END_DECLS
