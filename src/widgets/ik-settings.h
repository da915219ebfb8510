#pragma once

#include <gtk/gtk.h>

#include "ik-report.h"

G_BEGIN_DECLS

GSettings  *ik_settings_new           (void);
IkPageSize  ik_settings_get_page_size (void);
GArray     *ik_settings_get_warning_minutes (void);
guint       ik_settings_get_review_minutes (void);
gboolean    ik_settings_get_go_on_after_rating (void);
guint       ik_settings_get_reminder_minutes (void);

G_END_DECLS
