#pragma once

#include <gtk/gtk.h>

#include "ik-report-pages.h"

G_BEGIN_DECLS

#define IK_TYPE_REPORT_VIEW (ik_report_view_get_type ())
G_DECLARE_FINAL_TYPE (IkReportView, ik_report_view, IK, REPORT_VIEW, GtkWidget)

void     ik_report_view_set_pages      (IkReportView  *self,
                                        IkReportPages *pages);
guint    ik_report_view_get_n_pages    (IkReportView  *self);
guint    ik_report_view_get_page       (IkReportView  *self);
void     ik_report_view_go_to          (IkReportView  *self,
                                        guint          page);
double   ik_report_view_get_scale      (IkReportView  *self);
void     ik_report_view_zoom           (IkReportView  *self,
                                        int            steps);
void     ik_report_view_fit            (IkReportView  *self);
gboolean ik_report_view_is_fit         (IkReportView  *self);
void     ik_report_view_set_continuous (IkReportView  *self,
                                        gboolean       continuous);

G_END_DECLS
