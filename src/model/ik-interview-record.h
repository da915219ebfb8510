#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkItemRecord:
 * @item_id: (nullable): id of an item of the interview, or a prefix of 4
 *   characters at least; %NULL for an extra question
 * @prompt: (nullable): what was asked; extra questions only
 * @outcome: what became of it
 * @elapsed_ms: time spent
 * @rating: value of a level, or IK_RATING_NONE
 * @not_assessed: left out on purpose
 * @evidence: line of evidence
 * @notes: (element-type IkNote): paragraphs; time 0 where not said
 * @indicator_ids: (element-type utf8): those ticked
 */
typedef struct
{
  char      *item_id;
  char      *prompt;
  IkOutcome  outcome;
  gint64     elapsed_ms;
  int        rating;
  gboolean   not_assessed;
  char      *evidence;
  GPtrArray *notes;
  GPtrArray *indicator_ids;
} IkItemRecord;

/**
 * IkInterviewRecord:
 * @from_paper: whether it was held on paper
 * @started_at_us: when it started, 0 where not said
 * @items: (element-type IkItemRecord): what was asked; what is not named was
 *   not asked
 * @extra: (element-type IkItemRecord): off-script questions
 * @competency_ratings: (element-type utf8 gint): value by competency id,
 *   stored with GINT_TO_POINTER
 * @left_out_competencies: (element-type utf8): ids of those marked as not assessed
 * @notes: (element-type IkNote): general notes
 * @recommendation: the overall one
 * @summary: in words
 * @strengths: (element-type IkFinding): what speaks for the candidate
 * @concerns: (element-type IkFinding): what speaks against
 *
 * An interview that was held on paper or elsewhere.
 */
typedef struct
{
  gboolean          from_paper;
  gint64            started_at_us;
  GPtrArray        *items;
  GPtrArray        *extra;
  GHashTable       *competency_ratings;
  GPtrArray        *left_out_competencies;
  GPtrArray        *notes;
  int               recommendation;
  char             *summary;
  GPtrArray        *strengths;
  GPtrArray        *concerns;
} IkInterviewRecord;

IkItemRecord      *ik_item_record_new        (void);
void               ik_item_record_free       (IkItemRecord            *self);

IkInterviewRecord *ik_interview_record_new   (void);
void               ik_interview_record_free  (IkInterviewRecord       *self);

gboolean           ik_interview_apply_record (IkInterview             *interview,
                                              const IkInterviewRecord *record,
                                              gint64                   now_us,
                                              char                   **out_reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkItemRecord, ik_item_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewRecord, ik_interview_record_free)

G_END_DECLS
