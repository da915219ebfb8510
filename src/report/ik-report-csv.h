#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

GBytes *ik_report_render_csv (GPtrArray *interviews);

G_END_DECLS
