#pragma once

#include <gtk/gtk.h>

#include "ik-question.h"

G_BEGIN_DECLS

#define IK_TYPE_LEVEL_ANSWER_ROW (ik_level_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (IkLevelAnswerRow, ik_level_answer_row, IK, LEVEL_ANSWER_ROW, GtkWidget)

GtkWidget     *ik_level_answer_row_new        (const char       *level,
                                               const char       *text);
IkLevelAnswer *ik_level_answer_row_dup_answer (IkLevelAnswerRow *self);
void           ik_level_answer_row_focus      (IkLevelAnswerRow *self);

G_END_DECLS
