#pragma once

#include "ik-question-set.h"

G_BEGIN_DECLS

/* Equal weights hold up best with five to eight competencies in one interview
 * (OPM, Structured Interviews: A Practical Guide, 2008). */
#define IK_SET_MAX_COMPETENCIES 8

/**
 * IkSetCoverageRow:
 * @competency_id: (nullable): what is measured, %NULL for questions without
 * @name: its name, "" for questions without
 * @n_items: how many scored questions measure it
 * @minutes: sum of their minutes
 * @section_minutes: (element-type guint): the same for each column
 */
typedef struct
{
  char   *competency_id;
  char   *name;
  guint   n_items;
  guint   minutes;
  GArray *section_minutes;
} IkSetCoverageRow;

/**
 * IkSetCoverage:
 * @columns: (element-type utf8): titles of the sections that have scored
 *   questions, in order; "" for the questions before the first section
 * @rows: (element-type IkSetCoverageRow): what is measured, in the order of the
 *   competencies, questions without one last
 * @gaps: (element-type IkCompetency): what could be measured and is not
 * @n_competencies: how many are measured
 * @most_minutes: minutes of the longest row, 0 without rows
 *
 * What the scored questions of a set measure, and for how long: sections against
 * competencies.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  GPtrArray *gaps;
  guint      n_competencies;
  guint      most_minutes;
} IkSetCoverage;

IkSetCoverage *ik_set_coverage_new      (const IkQuestionSet *set,
                                         GPtrArray           *competencies);
void           ik_set_coverage_free     (IkSetCoverage       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetCoverage, ik_set_coverage_free)

G_END_DECLS
