#pragma once

#include <adwaita.h>

#include "ik-library.h"
#include "ik-report-choices.h"

G_BEGIN_DECLS

#define IK_TYPE_REPORT_FORM (ik_report_form_get_type ())
G_DECLARE_FINAL_TYPE (IkReportForm, ik_report_form, IK, REPORT_FORM, AdwBin)

void                   ik_report_form_open        (IkReportForm     *self,
                                                   IkLibrary        *library,
                                                   IkReportKind      kind);
const IkReportChoices *ik_report_form_get_choices (IkReportForm     *self);

G_END_DECLS
