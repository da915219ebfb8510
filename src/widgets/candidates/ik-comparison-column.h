#pragma once

#include "ik-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkColumnViewColumn *ik_comparison_column_new (const IkComparison *comparison,
                                               guint               column);

G_END_DECLS
