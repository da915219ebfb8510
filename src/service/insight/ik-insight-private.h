#pragma once

#include "ik-insight.h"

G_BEGIN_DECLS

/**
 * IkInsightView:
 * @interviews: (element-type IkInsightInterview): those that are looked at
 * @peers: (element-type IkInsightInterview): those and the same ones of others
 * @interviewer_id: (nullable): the only one looked at
 * @scale: (nullable): for sections with a table for each
 * @set_key: (nullable): for sections with a table for each
 *
 * What a section is worked out from.
 */
typedef struct
{
  GPtrArray            *interviews;
  GPtrArray            *peers;
  const char           *interviewer_id;
  const IkInsightScale *scale;
  const char           *set_key;
} IkInsightView;

char *ik_insight_dup_scale_name     (const IkInsightScale *scale);

void  ik_insight_fill_ratings       (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_hours         (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_positions     (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_questions     (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_times         (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_adherence     (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_agreement     (IkInsightTable       *table,
                                     const IkInsightView  *view);
void  ik_insight_fill_fair_time     (IkInsightTable       *table,
                                     const IkInsightView  *view);

G_END_DECLS
