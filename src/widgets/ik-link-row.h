#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LINK_ROW (ik_link_row_get_type ())
G_DECLARE_FINAL_TYPE (IkLinkRow, ik_link_row, IK, LINK_ROW, AdwActionRow)

GtkWidget *ik_link_row_new (const char *title,
                            const char *subtitle,
                            const char *action_name,
                            const char *target);

G_END_DECLS
