#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A slip of the hand is looked for in words of as many bytes. */
#define IK_MIN_SLIP 6

gboolean ik_word_is_slip (const char *one,
                          const char *other);

G_END_DECLS
