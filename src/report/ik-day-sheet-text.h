#pragma once

#include "ik-day-sheet.h"

G_BEGIN_DECLS

GBytes *ik_day_sheet_render_markdown (const IkDaySheet      *self,
                                      const IkReportOptions *options);
GBytes *ik_day_sheet_render_json     (const IkDaySheet      *self);
GBytes *ik_day_sheet_render_csv      (const IkDaySheet      *self);

G_END_DECLS
