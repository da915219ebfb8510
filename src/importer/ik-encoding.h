#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ik_encoding_clean   (const char  *text);
char *ik_encoding_convert (GBytes      *bytes,
                           const char  *charset,
                           const char  *name,
                           GError     **error);
char *ik_encoding_decode  (GBytes      *bytes,
                           const char  *name,
                           GError     **error);

G_END_DECLS
