#pragma once

#include <gtk/gtk.h>

#include "ik-insight-table.h"

G_BEGIN_DECLS

/* More rows than these are for the table. */
#define IK_INSIGHT_CHART_MAX_ROWS 60

#define IK_TYPE_INSIGHT_CHART (ik_insight_chart_get_type ())
G_DECLARE_FINAL_TYPE (IkInsightChart, ik_insight_chart, IK, INSIGHT_CHART, GtkWidget)

GtkWidget *ik_insight_chart_new       (void);
void       ik_insight_chart_set_table (IkInsightChart       *self,
                                       const IkInsightTable *table);

G_END_DECLS
