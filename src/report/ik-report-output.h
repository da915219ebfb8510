#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  ik_report_output_put   (GOutputStream  *output,
                                  GBytes         *bytes,
                                  GCancellable   *cancellable,
                                  GError        **error);
GBytes   *ik_report_output_steal (GOutputStream  *memory);

G_END_DECLS
