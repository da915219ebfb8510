#pragma once

#include "ik-html-content.h"

G_BEGIN_DECLS

gboolean         ik_html_names_have_word  (const char        *names,
                                           const char *const *words);
gboolean         ik_html_names_have_class (const char        *names,
                                           const char *const *classes);
IkHtmlRegionKind ik_html_names_find_kind  (const char        *class_names,
                                           const char        *id,
                                           const char        *role);

G_END_DECLS
