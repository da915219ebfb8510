#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on a text is taken to ask something. */
#define IK_ASKING_LEAST 0.7

double   ik_asking_score            (const char *text);
gboolean ik_asking_refers_below     (const char *text);
gboolean ik_asking_is_placeholder   (const char *text);
gboolean ik_asking_asks             (const char *text);
gboolean ik_asking_ends_sentence    (const char *text);
gboolean ik_asking_is_title         (const char *text);
guint    ik_asking_count_words      (const char *text,
                                     guint       limit);

G_END_DECLS
