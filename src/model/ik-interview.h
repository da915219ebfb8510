#pragma once

#include "ik-clock.h"
#include "ik-finding.h"
#include "ik-interview-event.h"
#include "ik-note.h"
#include "ik-question.h"
#include "ik-rubric.h"

G_BEGIN_DECLS

/* Who only looks at a question goes on sooner, who asks it does not: a choice
 * of ours. */
#define IK_INTERVIEW_ITEM_ASKED_MS (30 * 1000)

/**
 * IkIndicator:
 * @id: UUID
 * @side: positive, red flag, or a chip of the interviewer's own
 * @text: what to listen for, one line
 * @ticked_at_us: when it was heard, microseconds since 1970 UTC; 0 if not
 */
typedef struct
{
  char            *id;
  IkIndicatorSide  side;
  char            *text;
  gint64           ticked_at_us;
} IkIndicator;

/**
 * IkInterviewItem:
 * @id: UUID
 * @question_id: (nullable): the question of the bank it was copied from
 * @section: title of the set's section, "" where there is none
 * @section_introduction: script to read out
 * @required: whether it has to be asked
 * @minutes: planned minutes
 * @scored: whether it is rated at all
 * @off_script: whether it was added during the interview
 * @kind: kind of the question
 * @candidate: frozen wording that the candidate may see
 * @interviewer: frozen wording that the candidate never sees
 * @competency_id: (nullable): one of the interview's competencies
 * @rubric_id: (nullable): one of the interview's rubrics
 * @indicators: (element-type IkIndicator): positive ones first, own ones last
 * @outcome: what became of it
 * @elapsed_ms: time in focus, pauses left out
 * @rating: value of a level, or IK_RATING_NONE
 * @not_assessed: whether it was left out on purpose
 * @evidence: line of evidence for the rating
 * @notes: (element-type IkNote): paragraphs
 * @n_skipped: how often it was skipped
 * @omitted: whether it was left out on the way, to save time or as out of place
 * @asked_as: what was said instead of the frozen wording, "" where it was that
 * @quiet_ms: quiet time the candidate had for it, within @elapsed_ms
 * @weight: how often its rating counts in a mean, from IK_WEIGHT_EQUAL to
 *   IK_WEIGHT_MAX
 * @weight_reason: why it counts more than others, "" where it does not
 * @knock_out: the lowest rating that will do, or IK_RATING_NONE where any will
 *
 * One question of one interview, in a wording of its own.
 */
typedef struct
{
  char              *id;
  char              *question_id;
  char              *section;
  char              *section_introduction;
  gboolean           required;
  guint              minutes;
  gboolean           scored;
  gboolean           off_script;
  IkQuestionKind     kind;
  IkCandidateText    candidate;
  IkInterviewerText  interviewer;
  char              *competency_id;
  char              *rubric_id;
  GPtrArray         *indicators;
  IkOutcome          outcome;
  gint64             elapsed_ms;
  int                rating;
  gboolean           not_assessed;
  char              *evidence;
  GPtrArray         *notes;
  guint              n_skipped;
  gboolean           omitted;
  char              *asked_as;
  gint64             quiet_ms;
  guint              weight;
  char              *weight_reason;
  int                knock_out;
} IkInterviewItem;

/**
 * IkCompetencyRating:
 * @competency: what is measured, as it was when planned
 * @rating: value of a level given in the review, or IK_RATING_NONE
 * @not_assessed: whether it was left out on purpose
 */
typedef struct
{
  IkCompetency *competency;
  int           rating;
  gboolean      not_assessed;
} IkCompetencyRating;

/**
 * IkReopening:
 * @at_us: when, microseconds since 1970 UTC
 * @reason: why, a sentence
 */
typedef struct
{
  gint64  at_us;
  char   *reason;
} IkReopening;

/**
 * IkInterview:
 * @id: UUID
 * @state: where it stands
 * @candidate_id: the person
 * @candidate_name: name, as it is now
 * @set_id: (nullable): the set it was planned from
 * @set_title: title of the set when it was planned
 * @role: role of the set when it was planned
 * @interviewer_id: who holds it
 * @interviewer_name: name, as it is now
 * @round: such as "second round", "" where not said
 * @opening: script to read out at the start, CommonMark; "" for none
 * @room: where, "" where not said
 * @large_print: whether the candidate reads large print, by the adjustment of
 *   the person
 * @from_paper: whether it was held on paper and entered afterwards
 * @planned_at_us: when it shall start, 0 where not said
 * @started_at_us: when it started, 0 before
 * @ended_at_us: when it ended, 0 before
 * @slot_minutes: length of the slot without extra time, 0 where not said
 * @extra_time_percent: adjustment, scales all budgets
 * @rubrics: (element-type IkRubric): frozen copies; the first one holds where
 *   an item names none
 * @competencies: (element-type IkCompetencyRating): in the pack's order
 * @items: (element-type IkInterviewItem): in the order of the set
 * @notes: (element-type IkNote): general notes
 * @recommendation_rubric_id: (nullable): which of @rubrics the recommendation
 *   stands on, %NULL for the four words
 * @recommendation: the overall one: #IkRecommendation or a level of that rubric,
 *   IK_RATING_NONE before
 * @summary: in words
 * @strengths: (element-type IkFinding): what speaks for the candidate
 * @concerns: (element-type IkFinding): what speaks against
 * @handed_in_at_us: when it was handed in last, 0 if open
 * @reopened: (element-type IkReopening): in order
 * @events: (element-type IkInterviewEvent): its log as it was loaded, in order;
 *   never changed, copies share it
 * @started: the moment of the start, for the slot's clock; all 0 before
 * @paused: the moment the running pause began; all 0 while running
 * @paused_ms: length of the finished pauses
 * @broken_off_ms: time between breaking off and going on, which belongs to no
 *   slot
 * @quiet: the moment the candidate's quiet time began; all 0 while none runs
 * @current_item: index of the item in focus
 * @focused: the moment the item in focus got it or went on after a pause
 * @is_withheld: whether it is somebody else's and not for the owner to read yet,
 *   see ik_interview_withhold()
 *
 * One interviewer, one candidate, one frozen copy of a set.
 */
typedef struct
{
  char             *id;
  IkInterviewState  state;
  char             *candidate_id;
  char             *candidate_name;
  char             *set_id;
  char             *set_title;
  char             *role;
  char             *interviewer_id;
  char             *interviewer_name;
  char             *round;
  char             *opening;
  char             *room;
  gboolean          large_print;
  gboolean          from_paper;
  gint64            planned_at_us;
  gint64            started_at_us;
  gint64            ended_at_us;
  guint             slot_minutes;
  guint             extra_time_percent;
  GPtrArray        *rubrics;
  GPtrArray        *competencies;
  GPtrArray        *items;
  GPtrArray        *notes;
  char             *recommendation_rubric_id;
  int               recommendation;
  char             *summary;
  GPtrArray        *strengths;
  GPtrArray        *concerns;
  gint64            handed_in_at_us;
  GPtrArray        *reopened;
  GPtrArray        *events;

  /* The clock, as stored */
  IkInstant         started;
  IkInstant         paused;
  gint64            paused_ms;
  gint64            broken_off_ms;
  IkInstant         quiet;
  guint             current_item;
  IkInstant         focused;

  gboolean          is_withheld;
} IkInterview;

/**
 * IkInterviewSummary:
 *
 * What a list of interviews shows; fields as in #IkInterview. @n_unrated
 * counts scored items that take a rating and have neither one nor the mark
 * "not assessed".
 */
typedef struct
{
  char             *id;
  IkInterviewState  state;
  char             *candidate_id;
  char             *candidate_name;
  char             *set_id;
  char             *set_title;
  char             *role;
  char             *interviewer_name;
  char             *round;
  char             *room;
  gint64            planned_at_us;
  gint64            started_at_us;
  gint64            ended_at_us;
  gint64            handed_in_at_us;
  guint             slot_minutes;
  guint             extra_time_percent;
  guint             n_items;
  guint             n_unrated;
  char             *recommendation_rubric_id;
  int               recommendation;
} IkInterviewSummary;

IkIndicator        *ik_indicator_new              (IkIndicatorSide           side,
                                                   const char               *text);
IkIndicator        *ik_indicator_copy             (const IkIndicator        *self);
void                ik_indicator_free             (IkIndicator              *self);

IkInterviewItem    *ik_interview_item_new         (const IkQuestion         *question);
IkInterviewItem    *ik_interview_item_new_off_script (const char             *prompt);
IkInterviewItem    *ik_interview_item_copy        (const IkInterviewItem    *self);
void                ik_interview_item_free        (IkInterviewItem          *self);
gboolean            ik_interview_item_is_rated    (const IkInterviewItem    *self);
gboolean            ik_interview_item_wants_rating (const IkInterviewItem   *self);
gboolean            ik_interview_item_was_asked    (const IkInterviewItem   *self);
gboolean            ik_interview_item_wants_review (const IkInterviewItem   *self);
gboolean            ik_interview_item_has_evidence (const IkInterviewItem   *self);

IkCompetencyRating *ik_competency_rating_new      (const IkCompetency       *competency);
IkCompetencyRating *ik_competency_rating_copy     (const IkCompetencyRating *self);
void                ik_competency_rating_free     (IkCompetencyRating       *self);

IkReopening        *ik_reopening_new              (gint64                    at_us,
                                                   const char               *reason);
void                ik_reopening_free             (IkReopening              *self);

IkInterview        *ik_interview_new              (void);
IkInterview        *ik_interview_copy             (const IkInterview        *self);
void                ik_interview_free             (IkInterview              *self);
IkInterviewItem    *ik_interview_find_item        (const IkInterview        *self,
                                                   const char               *id);
const IkRubric     *ik_interview_find_rubric      (const IkInterview        *self,
                                                   const char               *id);
const IkRubric     *ik_interview_get_rubric       (const IkInterview        *self,
                                                   const IkInterviewItem    *item);
gint64              ik_interview_get_slot_ms      (const IkInterview        *self);
gint64              ik_interview_get_used_ms      (const IkInterview        *self);
gint64              ik_interview_get_budget_ms    (const IkInterview        *self,
                                                   const IkInterviewItem    *item);

void                ik_interview_summary_free     (IkInterviewSummary       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkIndicator, ik_indicator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewItem, ik_interview_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkCompetencyRating, ik_competency_rating_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReopening, ik_reopening_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterview, ik_interview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewSummary, ik_interview_summary_free)

G_END_DECLS
