#pragma once

#include "ik-interview.h"
#include "ik-score.h"

G_BEGIN_DECLS

char       *ik_report_format_date           (gint64             at_us);
char       *ik_report_format_time           (gint64             at_us);
char       *ik_report_format_date_time      (gint64             at_us);
char       *ik_report_format_duration       (gint64             elapsed_ms);
char       *ik_report_format_mean           (const IkMean      *mean);
char       *ik_report_format_mean_counts    (const IkMean      *mean);
char       *ik_report_format_means          (GArray            *means);
char       *ik_report_format_knock_out      (const IkInterviewItem *item);
char       *ik_report_format_level          (const IkRubric    *rubric,
                                             int                rating);
const char *ik_report_state_to_words        (IkInterviewState   state);
const char *ik_report_outcome_to_words      (const IkInterviewItem *item);
const char *ik_report_get_language          (void);

G_END_DECLS
