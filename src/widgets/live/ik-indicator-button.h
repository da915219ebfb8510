#pragma once

#include "ik-interview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_INDICATOR_BUTTON (ik_indicator_button_get_type ())
G_DECLARE_FINAL_TYPE (IkIndicatorButton, ik_indicator_button, IK, INDICATOR_BUTTON, GtkToggleButton)

GtkWidget *ik_indicator_button_new           (void);
void       ik_indicator_button_set_indicator (IkIndicatorButton *self,
                                              const IkIndicator *indicator,
                                              guint              index,
                                              gboolean           show_key);
guint      ik_indicator_button_get_index     (IkIndicatorButton *self);

G_END_DECLS
