#pragma once

#include "ik-interview.h"
#include "ik-report.h"

G_BEGIN_DECLS

GBytes *ik_set_kit_render          (const IkInterview      *blank,
                                    const IkReportOptions  *options,
                                    IkReportFormat          format,
                                    GCancellable           *cancellable,
                                    GError                **error);

/* The parts that ik-set-kit.c puts together. */
GBytes *ik_set_kit_render_pdf      (const IkInterview      *blank,
                                    const IkReportOptions  *options,
                                    GCancellable           *cancellable,
                                    GError                **error);
GBytes *ik_set_kit_render_markdown (const IkInterview      *blank);
GBytes *ik_set_kit_render_csv      (const IkInterview      *blank);
char   *ik_set_kit_format_facts    (const IkInterview      *blank,
                                    const IkInterviewItem  *item);
char   *ik_set_kit_format_head     (const IkInterview      *blank);

G_END_DECLS
