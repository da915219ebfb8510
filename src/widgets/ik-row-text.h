#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_ROW_TEXT (ik_row_text_get_type ())
G_DECLARE_FINAL_TYPE (IkRowText, ik_row_text, IK, ROW_TEXT, GtkWidget)

void        ik_row_text_set         (IkRowText  *self,
                                     const char *text,
                                     const char *caption);
void        ik_row_text_set_markup  (IkRowText  *self,
                                     const char *text,
                                     const char *caption);
const char *ik_row_text_get_caption (IkRowText  *self);
void        ik_row_text_set_n_lines (IkRowText  *self,
                                     guint       n_lines);
void        ik_row_text_set_dim     (IkRowText  *self,
                                     gboolean    is_dim);

G_END_DECLS
