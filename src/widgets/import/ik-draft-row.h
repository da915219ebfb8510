#pragma once

#include <gtk/gtk.h>

#include "ik-draft.h"

G_BEGIN_DECLS

#define IK_TYPE_DRAFT_ROW (ik_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftRow, ik_draft_row, IK, DRAFT_ROW, GtkWidget)

GtkWidget *ik_draft_row_new            (void);
void       ik_draft_row_show_section   (IkDraftRow       *self,
                                        const IkSection  *section);
void       ik_draft_row_show_question  (IkDraftRow       *self,
                                        IkDraft          *draft,
                                        guint             index);
void       ik_draft_row_show_left_over (IkDraftRow       *self,
                                        const IkLeftOver *left_over);

G_END_DECLS
