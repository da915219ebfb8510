#pragma once

#include <adwaita.h>

#include "ik-library.h"
#include "ik-report-subject.h"

G_BEGIN_DECLS

#define IK_TYPE_REPORT_WINDOW (ik_report_window_get_type ())
G_DECLARE_FINAL_TYPE (IkReportWindow, ik_report_window, IK, REPORT_WINDOW, AdwWindow)

GtkWidget *ik_report_window_new (GtkWindow       *parent,
                                 IkLibrary       *library,
                                 IkReportSubject *subject);

G_END_DECLS
