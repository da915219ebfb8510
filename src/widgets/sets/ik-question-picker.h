#pragma once

#include <adwaita.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_PICKER (ik_question_picker_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionPicker, ik_question_picker, IK, QUESTION_PICKER, AdwWindow)

IkQuestionPicker *ik_question_picker_new (IkLibrary *library,
                                          GtkWindow *parent,
                                          GPtrArray *used_ids);

G_END_DECLS
