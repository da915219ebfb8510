#pragma once

#include <gtk/gtk.h>

#include "ik-set-entry.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_ROW (ik_set_row_get_type ())
G_DECLARE_FINAL_TYPE (IkSetRow, ik_set_row, IK, SET_ROW, GtkWidget)

GtkWidget  *ik_set_row_new       (void);
void        ik_set_row_set_entry (IkSetRow   *self,
                                  IkSetEntry *entry);

G_END_DECLS
