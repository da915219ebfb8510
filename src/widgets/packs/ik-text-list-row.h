#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_TEXT_LIST_ROW (ik_text_list_row_get_type ())
G_DECLARE_FINAL_TYPE (IkTextListRow, ik_text_list_row, IK, TEXT_LIST_ROW, GtkWidget)

GtkWidget *ik_text_list_row_new      (const char    *title,
                                      const char    *text);
char      *ik_text_list_row_dup_text (IkTextListRow *self);
void       ik_text_list_row_focus    (IkTextListRow *self);

G_END_DECLS
