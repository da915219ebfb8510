#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_ROW_TEXT (ik_row_text_get_type ())
G_DECLARE_FINAL_TYPE (IkRowText, ik_row_text, IK, ROW_TEXT, GtkWidget)

void ik_row_text_set (IkRowText  *self,
                      const char *text,
                      const char *caption);

G_END_DECLS
