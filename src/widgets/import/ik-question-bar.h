#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_BAR (ik_question_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionBar, ik_question_bar, IK, QUESTION_BAR, GtkWidget)

void ik_question_bar_show (IkQuestionBar *self,
                           gboolean       accepted,
                           gboolean       all_accepted);

G_END_DECLS
