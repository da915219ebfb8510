#pragma once

#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkInsightScale:
 * @n_levels: how many
 * @values: of the levels, the lowest first
 * @labels: of the levels, "" where rubrics of this scale call it differently
 * @name: of the latest rubric of this scale
 * @n_ratings: how many are on it
 *
 * Rubrics with the same values are one scale, as for means.
 */
typedef struct
{
  guint       n_levels;
  int         values[IK_RUBRIC_MAX_LEVELS];
  const char *labels[IK_RUBRIC_MAX_LEVELS];
  const char *name;
  guint       n_ratings;
} IkInsightScale;

/**
 * IkInsightAnswer:
 * @question_id: (nullable): the question of the bank
 * @prompt: its wording in that interview
 * @is_planned: whether it was in the set, not added on the way
 * @is_required: whether it had to be asked
 * @is_scored: whether it is rated at all
 * @is_reworded: whether it was asked in other words
 * @is_asked: whether it came up
 * @minutes: planned
 * @elapsed_ms: time it had, 0 where not known
 * @rating: of a scored answer that takes one, else IK_RATING_NONE
 * @knock_out: the level asked for, or IK_RATING_NONE
 * @scale: (nullable): what @rating is on
 *
 * One question of one interview, without a word of what was said.
 */
typedef struct
{
  const char           *question_id;
  const char           *prompt;
  gboolean              is_planned;
  gboolean              is_required;
  gboolean              is_scored;
  gboolean              is_reworded;
  gboolean              is_asked;
  guint                 minutes;
  gint64                elapsed_ms;
  int                   rating;
  int                   knock_out;
  const IkInsightScale *scale;
} IkInsightAnswer;

/**
 * IkInsightCompetency:
 * @name: what is measured
 * @rating: its rating of the review
 * @scale: (nullable): what that is on
 *
 * A competency that was rated.
 */
typedef struct
{
  const char           *name;
  int                   rating;
  const IkInsightScale *scale;
} IkInsightCompetency;

/**
 * IkInsightInterview:
 * @id: UUID
 * @candidate_id: the person
 * @candidate_name: name, as it is now
 * @interviewer_id: who held it
 * @interviewer_name: name, as it is now
 * @set_key: id of the set, its title where it has none
 * @set_title: title of the set
 * @role: role of the set
 * @round: identifies the round, "" for none
 * @started_at_us: when it started, 0 where not known
 * @extra_time_percent: scales all budgets
 * @hour: local hour it started in, -1 where not known
 * @day_position: which of the interviewer's of that local day, from 1; 0 where
 *   not known
 * @answers: (element-type IkInsightAnswer): in the order of the set
 * @competencies: (element-type IkInsightCompetency): the rated ones
 *
 * One interview that was handed in. All texts belong to the data.
 */
typedef struct
{
  const char *id;
  const char *candidate_id;
  const char *candidate_name;
  const char *interviewer_id;
  const char *interviewer_name;
  const char *set_key;
  const char *set_title;
  const char *role;
  const char *round;
  gint64      started_at_us;
  guint       extra_time_percent;
  int         hour;
  guint       day_position;
  GArray     *answers;
  GArray     *competencies;
} IkInsightInterview;

/**
 * IkInsightStart:
 * @interviewer_id: who
 * @started_at_us: when
 *
 * An interview that was held, whatever became of it: all count in a day.
 */
typedef struct
{
  const char *interviewer_id;
  gint64      started_at_us;
} IkInsightStart;

/**
 * IkInsightData:
 * @interviews: (element-type IkInsightInterview): handed in and free to be seen,
 *   the latest first
 * @starts: (element-type IkInsightStart): of all interviews, in no order
 * @scales: (element-type IkInsightScale): the one with most ratings first
 * @n_hidden: handed in, but left out because the owner's own ratings of that
 *   candidate are not in yet
 * @texts: all texts
 *
 * What statistics about interviews are made of.
 */
typedef struct
{
  GPtrArray    *interviews;
  GArray       *starts;
  GPtrArray    *scales;
  guint         n_hidden;
  GStringChunk *texts;
} IkInsightData;

/**
 * IkInsightFilter:
 * @role: (nullable): role of the set
 * @set_key: (nullable): the set
 * @interviewer_id: (nullable): who held it
 * @from_us: started then or later, 0 for any time
 * @to_us: started before, 0 for any time
 *
 * Which interviews to look at.
 */
typedef struct
{
  const char *role;
  const char *set_key;
  const char *interviewer_id;
  gint64      from_us;
  gint64      to_us;
} IkInsightFilter;

IkInsightData        *ik_insight_data_new           (void);
void                  ik_insight_data_free          (IkInsightData         *self);
const char           *ik_insight_data_keep          (IkInsightData         *self,
                                                     const char            *text);
IkInsightInterview   *ik_insight_data_add           (IkInsightData         *self,
                                                     const char            *id);
IkInsightScale       *ik_insight_data_get_scale     (IkInsightData         *self,
                                                     const IkInsightScale  *scale);
void                  ik_insight_data_finish        (IkInsightData         *self,
                                                     GTimeZone             *zone);
GPtrArray            *ik_insight_data_filter        (const IkInsightData   *self,
                                                     const IkInsightFilter *filter);

gboolean              ik_insight_answer_is_rated    (const IkInsightAnswer *self,
                                                     const IkInsightScale  *scale);
guint                 ik_insight_scale_get_place    (const IkInsightScale  *self,
                                                     int                    value);
double                ik_insight_get_budget_ms      (const IkInsightInterview *interview,
                                                     const IkInsightAnswer    *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInsightData, ik_insight_data_free)

G_END_DECLS
