#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkMean:
 * @scale: (nullable) (unowned): the first rubric of the interview with the
 *   values of this scale; %NULL where there is none, or more than one
 * @mean: weighted mean of the rated items, 0 where there is none
 * @n_rated: items that count
 * @n_of: scored items there are
 * @is_mixed: whether items on more than one scale are rated, so that one mean
 *   would say nothing
 * @is_weighted: whether a weight other than 1 is among those of the rated items
 *
 * A mean that says of how many: "4.0 from 6 of 8".
 */
typedef struct
{
  const IkRubric *scale;
  double          mean;
  guint           n_rated;
  guint           n_of;
  gboolean        is_mixed;
  gboolean        is_weighted;
} IkMean;

/**
 * IkItemStanding:
 * @IK_ITEM_UNSCORED: a kind that is never rated
 * @IK_ITEM_NOT_ASKED: it did not come up
 * @IK_ITEM_NO_EVIDENCE: asked, but nothing to rate came of it
 * @IK_ITEM_NOT_ASSESSED: left out on purpose
 * @IK_ITEM_UNRATED: it waits for a rating or an outcome
 * @IK_ITEM_RATED: rated, however low
 *
 * Where an item stands; each is in exactly one of these.
 */
typedef enum
{
  IK_ITEM_UNSCORED,
  IK_ITEM_NOT_ASKED,
  IK_ITEM_NO_EVIDENCE,
  IK_ITEM_NOT_ASSESSED,
  IK_ITEM_UNRATED,
  IK_ITEM_RATED,
} IkItemStanding;

#define IK_N_ITEM_STANDINGS (IK_ITEM_RATED + 1)

/**
 * IkKnockOut:
 * @IK_KNOCK_OUT_NONE: the item is no knock-out
 * @IK_KNOCK_OUT_OPEN: it is one, but has no rating
 * @IK_KNOCK_OUT_PASSED: its rating reaches the level asked for
 * @IK_KNOCK_OUT_FAILED: its rating is below that
 *
 * What became of an item that an answer must reach a level at.
 */
typedef enum
{
  IK_KNOCK_OUT_NONE,
  IK_KNOCK_OUT_OPEN,
  IK_KNOCK_OUT_PASSED,
  IK_KNOCK_OUT_FAILED,
} IkKnockOut;

#define IK_N_KNOCK_OUTS (IK_KNOCK_OUT_FAILED + 1)

GArray         *ik_interview_compute_means           (const IkInterview     *self,
                                                      const char            *competency_id);
IkMean          ik_interview_compute_mean            (const IkInterview     *self);
IkMean          ik_interview_compute_competency_mean (const IkInterview     *self,
                                                      const char            *competency_id);

IkItemStanding  ik_interview_item_get_standing       (const IkInterviewItem *self);
void            ik_interview_count_standings         (const IkInterview     *self,
                                                      guint                  counts[IK_N_ITEM_STANDINGS]);

IkKnockOut      ik_interview_item_get_knock_out      (const IkInterviewItem *self);
void            ik_interview_count_knock_outs        (const IkInterview     *self,
                                                      guint                  counts[IK_N_KNOCK_OUTS]);

gboolean        ik_interview_parts_are_rated         (const IkInterview     *self);
gboolean        ik_interview_check_hand_in           (const IkInterview     *self,
                                                      char                 **out_reason);

G_END_DECLS
