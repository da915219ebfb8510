#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_ANCHOR_TEXT (ik_anchor_text_get_type ())
G_DECLARE_FINAL_TYPE (IkAnchorText, ik_anchor_text, IK, ANCHOR_TEXT, GtkWidget)

void ik_anchor_text_set_text      (IkAnchorText *self,
                                   const char   *text);
void ik_anchor_text_set_room_for  (IkAnchorText *self,
                                   GPtrArray    *texts);
void ik_anchor_text_set_max_lines (IkAnchorText *self,
                                   guint         max_lines);

G_END_DECLS
