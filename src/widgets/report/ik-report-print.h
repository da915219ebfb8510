#pragma once

#include <gtk/gtk.h>

#include "ik-report.h"

G_BEGIN_DECLS

GtkPrintOperation *ik_report_print_new (IkReportPages *pages,
                                        IkPageSize     page_size,
                                        const char    *title);

G_END_DECLS
