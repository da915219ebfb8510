#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ik_preparation_fill_questions (GtkListBox *list,
                                    GPtrArray  *items);
void ik_preparation_fill_earlier   (GtkListBox *list,
                                    GPtrArray  *earlier,
                                    gint64      now_us);

G_END_DECLS
