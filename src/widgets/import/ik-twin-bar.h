#pragma once

#include <gtk/gtk.h>

#include "ik-import-twins.h"
#include "ik-import.h"

G_BEGIN_DECLS

#define IK_TYPE_TWIN_BAR (ik_twin_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkTwinBar, ik_twin_bar, IK, TWIN_BAR, GtkWidget)

GtkWidget  *ik_twin_bar_new          (void);
void        ik_twin_bar_show         (IkTwinBar         *self,
                                      const IkTwin      *twin,
                                      IkDuplicatePolicy  decision);
const char *ik_twin_bar_get_words    (IkDuplicatePolicy  decision);

G_END_DECLS
