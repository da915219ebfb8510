#pragma once

#include <gtk/gtk.h>

#include "ik-question-item.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_ROW (ik_question_row_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionRow, ik_question_row, IK, QUESTION_ROW, GtkWidget)

GtkWidget *ik_question_row_new      (void);
void       ik_question_row_set_item (IkQuestionRow  *self,
                                     IkQuestionItem *item);

/* Handlers of a list item factory. */
void       ik_question_row_setup    (GtkListItem    *list_item);
void       ik_question_row_bind     (GtkListItem    *list_item);
void       ik_question_row_unbind   (GtkListItem    *list_item);

G_END_DECLS
