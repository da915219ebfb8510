#pragma once

#include "ik-comparison.h"

G_BEGIN_DECLS

const char *ik_report_panel_cell_to_words        (IkPanelCellKind         kind);

char       *ik_comparison_format_recommendations (const IkComparisonRow  *row);
char       *ik_comparison_format_answers         (const IkComparisonRow  *row);
char       *ik_comparison_format_interviews      (const IkComparisonRow  *row);
char       *ik_comparison_format_time            (const IkComparisonRow  *row);
char       *ik_comparison_format_knock_outs      (const IkComparisonRow  *row);
char       *ik_comparison_format_mean            (const IkComparisonCell *cell);
char       *ik_comparison_format_counts          (const IkComparisonCell *cell);
char       *ik_comparison_format_range           (const IkComparisonCell *cell);
char       *ik_comparison_format_missing         (const IkComparisonCell *cell);

G_END_DECLS
