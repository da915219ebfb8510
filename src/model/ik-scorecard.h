#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkScorecard:
 * @panel_id: the panel
 * @digest: of the invitation that it answers
 * @revision: 1 for what was handed in first, one more after each reopening
 * @interview: what was handed in: its id is that of the seat; of the questions of
 *   the plan it tells the answers only, never the wording
 *
 * One member's scorecard, as it goes to the chair.
 */
typedef struct
{
  char        *panel_id;
  char        *digest;
  guint        revision;
  IkInterview *interview;
} IkScorecard;

IkScorecard *ik_scorecard_new      (void);
void         ik_scorecard_free     (IkScorecard        *self);
gboolean     ik_scorecard_is_about (const IkScorecard  *self,
                                    const IkInterview  *planned,
                                    char              **out_reason);
gboolean     ik_scorecard_apply    (const IkScorecard  *self,
                                    IkInterview        *interview,
                                    char              **out_reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkScorecard, ik_scorecard_free)

G_END_DECLS
