#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_markdown_escape (GString    *markdown,
                         const char *text,
                         gsize       length,
                         gboolean    begins);

G_END_DECLS
