#pragma once

#include <adwaita.h>

#include "ik-question-version.h"

G_BEGIN_DECLS

GtkWidget *ik_version_row_new (const IkQuestionVersion *version,
                               const IkQuestion        *now,
                               gint64                   now_us);

G_END_DECLS
