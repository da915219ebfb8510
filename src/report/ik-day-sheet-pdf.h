#pragma once

#include "ik-day-sheet.h"

G_BEGIN_DECLS

GBytes *ik_day_sheet_render_pdf (const IkDaySheet       *self,
                                 const IkReportOptions  *options,
                                 GError                **error);

G_END_DECLS
