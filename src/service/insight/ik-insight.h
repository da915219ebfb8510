#pragma once

#include "ik-insight-data.h"
#include "ik-insight-table.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkInsightSection:
 * @IK_INSIGHT_RATINGS: ratings by interviewer; a table for each scale
 * @IK_INSIGHT_HOURS: ratings by hour of the day; a table for each scale
 * @IK_INSIGHT_POSITIONS: ratings by place in the day; a table for each scale
 * @IK_INSIGHT_QUESTIONS: who passes which question; a table for each scale
 * @IK_INSIGHT_TIMES: how long questions take
 * @IK_INSIGHT_ADHERENCE: what was planned against what was asked and rated
 * @IK_INSIGHT_AGREEMENT: agreement between raters; a table for each scale
 * @IK_INSIGHT_FAIR_TIME: minutes per question per candidate; a table for each set
 *
 * What there is to look at.
 */
typedef enum
{
  IK_INSIGHT_RATINGS,
  IK_INSIGHT_HOURS,
  IK_INSIGHT_POSITIONS,
  IK_INSIGHT_QUESTIONS,
  IK_INSIGHT_TIMES,
  IK_INSIGHT_ADHERENCE,
  IK_INSIGHT_AGREEMENT,
  IK_INSIGHT_FAIR_TIME,
} IkInsightSection;

#define IK_N_INSIGHT_SECTIONS (IK_INSIGHT_FAIR_TIME + 1)

/**
 * IkInsightChoice:
 * @key: what a filter takes
 * @name: for people
 * @n: interviews
 *
 * Something to filter by.
 */
typedef struct
{
  char  *key;
  char  *name;
  guint  n;
} IkInsightChoice;

/**
 * IkInsightChoiceKind:
 *
 * What a filter goes by.
 */
typedef enum
{
  IK_INSIGHT_CHOICE_ROLE,
  IK_INSIGHT_CHOICE_SET,
  IK_INSIGHT_CHOICE_INTERVIEWER,
} IkInsightChoiceKind;

IkInsightData  *ik_insight_load           (IkLibrary             *library,
                                           GCancellable          *cancellable,
                                           GError               **error);

const char     *ik_insight_section_to_nick   (IkInsightSection    section);
gboolean        ik_insight_section_from_nick (const char         *nick,
                                              IkInsightSection   *out_section);
const char     *ik_insight_section_get_title (IkInsightSection    section);

GPtrArray      *ik_insight_list_choices   (const IkInsightData   *data,
                                           IkInsightChoiceKind    kind);
GPtrArray      *ik_insight_list_subjects  (const IkInsightData   *data,
                                           const IkInsightFilter *filter,
                                           IkInsightSection       section);
IkInsightTable *ik_insight_build          (const IkInsightData   *data,
                                           const IkInsightFilter *filter,
                                           IkInsightSection       section,
                                           guint                  subject);
gboolean        ik_insight_export         (GPtrArray             *tables,
                                           GFile                 *file,
                                           GCancellable          *cancellable,
                                           GError               **error);

G_END_DECLS
