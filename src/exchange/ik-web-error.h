#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What went wrong on the network, in words for people; see ik-web-error.c.
 * Private to the layer. */
gboolean ik_web_error_take       (GError       *soup_error,
                                  const char   *host,
                                  GError      **error);
gboolean ik_web_error_set_status (guint         status,
                                  const char   *address,
                                  GError      **error);

G_END_DECLS
