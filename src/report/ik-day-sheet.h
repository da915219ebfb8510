#pragma once

#include "ik-candidate.h"
#include "ik-day-plan.h"
#include "ik-report.h"

G_BEGIN_DECLS

/* What of the sheet can be left out: who asks about what, and room for notes. */
#define IK_DAY_SHEET_PARTS (IK_REPORT_PART_COMPETENCIES | IK_REPORT_PART_NOTES)

/**
 * IkDaySheetRow:
 * @time: from when until when
 * @remark: what is wrong with it, "" where nothing is
 * @interviewer: who asks
 * @round: such as "Second round", "" where not said
 * @room: where, "" where not said
 * @set_title: from which set
 * @amount: how much, such as "6 questions, 45 min"
 * @topics: competencies with their numbers of questions, "" where there are none
 *
 * One interview of the day, in words.
 */
typedef struct
{
  char *time;
  char *remark;
  char *interviewer;
  char *round;
  char *room;
  char *set_title;
  char *amount;
  char *topics;
} IkDaySheetRow;

/**
 * IkDaySheet:
 * @candidate: (unowned): who comes
 * @plan: (unowned): what is planned
 * @day: (owned): the day in words, "" where nothing is planned
 * @role: (owned): the role, "" where not said
 * @round: (owned): the round of all interviews, "" where they have several or none
 * @rows: (owned) (element-type IkDaySheetRow): one for each slot of @plan
 *
 * The page that lies before everybody on a panel day: who asks when, where and
 * about what. It holds nothing that anybody rated or wrote down.
 */
typedef struct
{
  const IkCandidate *candidate;
  const IkDayPlan   *plan;
  char              *day;
  char              *role;
  char              *round;
  GPtrArray         *rows;
} IkDaySheet;

IkDaySheet *ik_day_sheet_new           (const IkCandidate      *candidate,
                                        const IkDayPlan        *plan);
void        ik_day_sheet_free          (IkDaySheet             *self);
char       *ik_day_sheet_format_person (const IkDaySheet       *self);
GBytes     *ik_day_sheet_render        (const IkDaySheet       *self,
                                        const IkReportOptions  *options,
                                        IkReportFormat          format,
                                        GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDaySheet, ik_day_sheet_free)

G_END_DECLS
