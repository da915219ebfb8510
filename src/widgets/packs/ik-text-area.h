#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_TEXT_AREA (ik_text_area_get_type ())
G_DECLARE_FINAL_TYPE (IkTextArea, ik_text_area, IK, TEXT_AREA, AdwPreferencesRow)

char *ik_text_area_dup_text  (IkTextArea *self);
void  ik_text_area_set_text  (IkTextArea *self,
                              const char *text);
void  ik_text_area_focus     (IkTextArea *self,
                              gboolean    select_all);

G_END_DECLS
