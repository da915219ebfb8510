#pragma once

#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkPanelRating:
 * @rater: (unowned): id of the person
 * @scale: (unowned): what it was rated on
 * @value: a rating, or a mean of some
 * @level: its place on the scale, 0 for the lowest level
 * @n_levels: levels of the scale, at least 1
 *
 * What one person gave.
 */
typedef struct
{
  const char     *rater;
  const IkRubric *scale;
  double          value;
  double          level;
  guint           n_levels;
} IkPanelRating;

/**
 * IkPanelVerdict:
 * @IK_PANEL_NOBODY: a gap: nobody rated it
 * @IK_PANEL_ONE: a gap: only one person did
 * @IK_PANEL_AGREE: two or more did, on one scale, and nobody disagrees
 * @IK_PANEL_NOT_COMPARED: on different scales, and nobody is across the middle
 * @IK_PANEL_DISAGREE: two people are two levels apart, or across the middle
 *
 * How what several people gave compares.
 */
typedef enum
{
  IK_PANEL_NOBODY,
  IK_PANEL_ONE,
  IK_PANEL_AGREE,
  IK_PANEL_NOT_COMPARED,
  IK_PANEL_DISAGREE,
} IkPanelVerdict;

#define IK_N_PANEL_VERDICTS (IK_PANEL_DISAGREE + 1)

/**
 * IkPanelSpread:
 * @verdict: how the ratings compare
 * @is_apart: whether two people are two levels apart or more
 * @is_across: whether two people are on different sides of the middle
 * @is_mixed: whether there is more than one scale, so that there is no range
 * @n_raters: people who gave a rating
 * @lowest: the lowest value; 0 where there is none, or more than one scale
 * @highest: the highest value, likewise
 * @distance: levels between the two people who are furthest apart; 0 where
 *   there is more than one scale
 * @share: the same as a share of the scale, 0 to 1, over all scales; for
 *   putting rows in an order, not for people to read
 *
 * What several people gave to the same thing.
 */
typedef struct
{
  IkPanelVerdict verdict;
  gboolean       is_apart;
  gboolean       is_across;
  gboolean       is_mixed;
  guint          n_raters;
  double         lowest;
  double         highest;
  double         distance;
  double         share;
} IkPanelSpread;

double        ik_rubric_compute_level  (const IkRubric *self,
                                        double          value);
IkPanelSpread ik_panel_spread_compute  (GArray         *ratings);

G_END_DECLS
