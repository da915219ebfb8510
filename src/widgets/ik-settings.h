#pragma once

#include <gtk/gtk.h>

#include "ik-report.h"

G_BEGIN_DECLS

GSettings  *ik_settings_new           (void);
IkPageSize  ik_settings_get_page_size (void);

G_END_DECLS
