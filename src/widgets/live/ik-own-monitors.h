#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void        ik_own_monitors_watch      (GdkSurface *surface);
GdkMonitor *ik_own_monitors_find_other (GdkSurface *surface,
                                        GListModel *monitors);

G_END_DECLS
