#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ik_sentence_from_error (const GError *error);

G_END_DECLS
