#pragma once

#include <gtk/gtk.h>

#include "ik-draft-content.h"

G_BEGIN_DECLS

#define IK_TYPE_SOURCE_ROW (ik_source_row_get_type ())
G_DECLARE_FINAL_TYPE (IkSourceRow, ik_source_row, IK, SOURCE_ROW, GtkWidget)

GtkWidget *ik_source_row_new      (void);
void       ik_source_row_set_text (IkSourceRow *self,
                                   guint        line,
                                   guint        n_digits,
                                   const char  *text,
                                   gsize        length);
void       ik_source_row_set_mark (IkSourceRow *self,
                                   IkLineMark   mark,
                                   gboolean     begins);

G_END_DECLS
