#pragma once

#include "ik-report-document.h"

G_BEGIN_DECLS

/* The parts that ik-report-document.c puts together. */

IkReportQuestion *ik_report_question_new   (const IkInterview *interview,
                                            guint              index,
                                            gboolean           is_whole);
void              ik_report_question_free  (IkReportQuestion  *self);

GPtrArray        *ik_report_notes_new      (GPtrArray         *notes);
GPtrArray        *ik_report_reopenings_new (GPtrArray         *reopened);
void              ik_report_scale_init     (IkReportScale     *self,
                                            const IkRubric    *rubric,
                                            int                rating);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportQuestion, ik_report_question_free)

G_END_DECLS
