#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_DRAFT_TEXT (ik_draft_text_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftText, ik_draft_text, IK, DRAFT_TEXT, GtkWidget)

void ik_draft_text_set_texts (IkDraftText *self,
                              const char  *title,
                              const char  *note);

G_END_DECLS
