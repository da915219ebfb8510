#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

GBytes   *ik_report_logo_read (GFile         *file,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean  ik_report_logo_find (IkLibrary     *library,
                               GBytes       **out_logo,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean  ik_report_logo_save (IkLibrary     *library,
                               GBytes        *logo,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
