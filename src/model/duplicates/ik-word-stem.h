#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_word_stem (GString    *word,
                   const char *language);

G_END_DECLS
