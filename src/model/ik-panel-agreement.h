#pragma once

#include "ik-rubric.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkAgreedScore:
 * @name: the row of the matrix it stands beside
 * @rubric_id: (nullable): the scale it is on, a rubric of one of the interviews
 * @rating: value of a level, or IK_RATING_NONE to take it back
 * @reason: why, "" where not written yet
 * @agreed_by: who, names with commas between
 * @agreed_at_us: when, microseconds since 1970 UTC
 *
 * What a panel agreed about one competency; it stands beside what each one gave
 * and replaces nothing.
 */
typedef struct
{
  char   *name;
  char   *rubric_id;
  int     rating;
  char   *reason;
  char   *agreed_by;
  gint64  agreed_at_us;
} IkAgreedScore;

/**
 * IkAgreementChange:
 * @name: the competency, "" for the whole
 * @at_us: when, microseconds since 1970 UTC
 * @field: "rating", "reason", "recommendation" or "summary"
 * @old_value: what stood there, "" for nothing
 * @new_value: what stands there now, "" for nothing
 * @changed_by: who wrote it down
 *
 * One change of what a panel agreed about.
 */
typedef struct
{
  char   *name;
  gint64  at_us;
  char   *field;
  char   *old_value;
  char   *new_value;
  char   *changed_by;
} IkAgreementChange;

/**
 * IkPanelAgreement:
 * @scores: (element-type IkAgreedScore): by name
 * @rubric_id: (nullable): what @recommendation stands on, %NULL for the four words
 * @recommendation: of the panel as a whole, IK_RATING_NONE without
 * @summary: in words, "" where not written
 * @agreed_by: who, names with commas between
 * @agreed_at_us: when that was, 0 where there is neither of the two
 * @changes: (element-type IkAgreementChange): how it came about, in order
 *
 * What a panel agreed about a candidate in one round.
 */
typedef struct
{
  GPtrArray        *scores;
  char             *rubric_id;
  int               recommendation;
  char             *summary;
  char             *agreed_by;
  gint64            agreed_at_us;
  GPtrArray        *changes;
} IkPanelAgreement;

IkAgreedScore       *ik_agreed_score_new           (const char             *name,
                                                    int                     rating);
void                 ik_agreed_score_free          (IkAgreedScore          *self);
void                 ik_agreement_change_free      (IkAgreementChange      *self);
IkPanelAgreement    *ik_panel_agreement_new        (void);
void                 ik_panel_agreement_free       (IkPanelAgreement       *self);
const IkAgreedScore *ik_panel_agreement_find_score (const IkPanelAgreement *self,
                                                    const char             *name);
const char          *ik_panel_agreement_get_last_by (const IkPanelAgreement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkAgreedScore, ik_agreed_score_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkAgreementChange, ik_agreement_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPanelAgreement, ik_panel_agreement_free)

G_END_DECLS
