#pragma once

#include <gtk/gtk.h>

#include "ik-insight.h"

G_BEGIN_DECLS

#define IK_TYPE_INSIGHT_FILTER_BUTTON (ik_insight_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (IkInsightFilterButton, ik_insight_filter_button, IK, INSIGHT_FILTER_BUTTON,
                      GtkWidget)

void ik_insight_filter_button_set_choices (IkInsightFilterButton *self,
                                           IkInsightChoiceKind    kind,
                                           GPtrArray             *choices);
const char *ik_insight_filter_button_get_key (IkInsightFilterButton *self,
                                              IkInsightChoiceKind    kind);
guint       ik_insight_filter_button_get_days (IkInsightFilterButton *self);
char       *ik_insight_filter_button_describe (IkInsightFilterButton *self);

G_END_DECLS
