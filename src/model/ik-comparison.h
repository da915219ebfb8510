#pragma once

#include "ik-panel-matrix.h"

G_BEGIN_DECLS

/**
 * IkComparisonEntry:
 * @candidate_id: the person
 * @candidate_name: name
 * @interviews: (element-type IkInterview): those that were handed in for the role
 *   and may be seen
 * @n_open: others that are not handed in and not called off
 * @n_withheld: others that are handed in, but whose ratings may not be seen yet
 *
 * One person to be compared.
 */
typedef struct
{
  char      *candidate_id;
  char      *candidate_name;
  GPtrArray *interviews;
  guint      n_open;
  guint      n_withheld;
} IkComparisonEntry;

/**
 * IkComparisonCell:
 * @n_kinds: interviews by what they say about the competency
 * @n_rated: interviews that say a number
 * @n_of: interviews that have it in their set
 * @scale: (nullable) (unowned): what the numbers are on; %NULL without any, or with
 *   more than one scale
 * @mean: mean of the numbers, 0 where there is no @scale
 * @spread: how the numbers compare
 *
 * What a panel found about one person in one competency.
 */
typedef struct
{
  guint           n_kinds[IK_N_PANEL_CELL_KINDS];
  guint           n_rated;
  guint           n_of;
  const IkRubric *scale;
  double          mean;
  IkPanelSpread   spread;
} IkComparisonCell;

/**
 * IkRecommendationCount:
 * @scale: (unowned): what the recommendation stands on
 * @value: a level of it
 * @share: its place between the lowest level, 0, and the highest, 1
 * @n: how often it was given
 */
typedef struct
{
  const IkRubric *scale;
  int             value;
  double          share;
  guint           n;
} IkRecommendationCount;

/**
 * IkComparisonRow:
 * @entry: (unowned): who
 * @recommendations: (element-type IkRecommendationCount): how often each was
 *   given, the best first; they are no part of any mean
 * @mean: mean over the rated answers of all interviews
 * @knock_outs: answers by what became of the level they had to reach
 * @used_ms: time used in the interviews that have a slot
 * @planned_ms: their slots
 * @cells: (element-type IkComparisonCell): one for each competency
 *
 * One person beside the others.
 */
typedef struct
{
  const IkComparisonEntry *entry;
  GArray                  *recommendations;
  IkMean                   mean;
  guint                    knock_outs[IK_N_KNOCK_OUTS];
  gint64                   used_ms;
  gint64                   planned_ms;
  GArray                  *cells;
} IkComparisonRow;

/**
 * IkComparisonColumn:
 *
 * What rows are put in order by; a competency is %IK_COMPARISON_COMPETENCY and
 * its index.
 */
typedef enum
{
  IK_COMPARISON_NAME,
  IK_COMPARISON_RECOMMENDATION,
  IK_COMPARISON_MEAN,
  IK_COMPARISON_INTERVIEWS,
  IK_COMPARISON_TIME,
  IK_COMPARISON_COMPETENCY,
} IkComparisonColumn;

/**
 * IkComparison:
 * @role: what for
 * @entries: (element-type IkComparisonEntry): who
 * @matrix: competencies by interviews of all of them
 * @rows: (element-type IkComparisonRow): one for each entry, in the order of names
 *
 * The candidates for a role side by side, by what was handed in about them.
 */
typedef struct
{
  char          *role;
  GPtrArray     *entries;
  IkPanelMatrix *matrix;
  GPtrArray     *rows;
} IkComparison;

IkComparisonEntry *ik_comparison_entry_new  (const char              *candidate_id,
                                             const char              *candidate_name);
void               ik_comparison_entry_free (IkComparisonEntry       *self);

IkComparison      *ik_comparison_new        (const char              *role,
                                             GPtrArray               *entries);
void               ik_comparison_free       (IkComparison            *self);
const char        *ik_comparison_get_competency (const IkComparison  *self,
                                                 guint                index);
guint              ik_comparison_get_n_competencies (const IkComparison *self);
int                ik_comparison_compare    (const IkComparisonRow   *one,
                                             const IkComparisonRow   *other,
                                             guint                    column);
const IkRecommendationCount *ik_comparison_row_get_recommendation
                                                   (const IkComparisonRow   *self,
                                                    guint                    index);
const IkComparisonCell *ik_comparison_row_get_cell (const IkComparisonRow *self,
                                                    guint                  competency);
gboolean           ik_comparison_is_for     (const char              *role,
                                             const char              *candidate_role,
                                             const char              *set_role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkComparisonEntry, ik_comparison_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkComparison, ik_comparison_free)

G_END_DECLS
