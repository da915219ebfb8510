#pragma once

#include <gtk/gtk.h>

#include "ik-insight-table.h"

G_BEGIN_DECLS

/* A set of hundreds of questions would make as many columns, each of them slow;
 * the file that is written has them all. */
#define IK_INSIGHT_TABLE_VIEW_MAX_COLUMNS 40

#define IK_TYPE_INSIGHT_TABLE_VIEW (ik_insight_table_view_get_type ())
G_DECLARE_FINAL_TYPE (IkInsightTableView, ik_insight_table_view, IK, INSIGHT_TABLE_VIEW, GtkWidget)

void ik_insight_table_view_set_table (IkInsightTableView   *self,
                                      const IkInsightTable *table);

G_END_DECLS
