#pragma once

#include "ik-report-pages.h"

G_BEGIN_DECLS

/* For the canvas, which fills them on the thread that lays out. */
void ik_report_pages_begin    (IkReportPages   *self,
                               double           width,
                               double           height);
void ik_report_pages_put      (IkReportPages   *self,
                               guint            page,
                               cairo_surface_t *picture);
void ik_report_pages_complete (IkReportPages   *self);

G_END_DECLS
