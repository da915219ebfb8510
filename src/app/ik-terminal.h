#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char         *ik_terminal_clean      (const char    *text);
gboolean      ik_terminal_write      (int            fd,
                                      const char    *text,
                                      gsize          length,
                                      GError       **error);
GCancellable *ik_terminal_get_interrupt (void);

G_END_DECLS
