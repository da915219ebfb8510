#pragma once

#include "ik-correction.h"
#include "ik-draft-choices.h"

G_BEGIN_DECLS

typedef enum
{
  IK_DRAFT_STEP_CORRECT,
  IK_DRAFT_STEP_ACCEPT,
  IK_DRAFT_STEP_ACCEPT_ALL,
  IK_DRAFT_STEP_DECIDE,
  IK_DRAFT_STEP_DECIDE_ALL,
} IkDraftStepKind;

/**
 * IkDraftStep:
 * @kind: what was done
 * @label: the same for people
 * @correction: (nullable): what the document is made to say
 * @key: of the question that is accepted or decided about
 * @accepted: whether one or all are
 * @decision: what becomes of one that the bank has, or of all of them
 *
 * A step of a review.
 */
typedef struct
{
  IkDraftStepKind    kind;
  char              *label;
  IkCorrection      *correction;
  guint64            key;
  gboolean           accepted;
  IkDuplicatePolicy  decision;
} IkDraftStep;

/**
 * IkDraftSteps:
 *
 * The steps of a review in order: those that hold, and after them those that
 * can be done again. A draft takes its time to be made, so they also know which
 * of them the draft was made with that is shown.
 */
typedef struct _IkDraftSteps IkDraftSteps;

IkDraftSteps      *ik_draft_steps_new            (void);
void               ik_draft_steps_free           (IkDraftSteps       *self);
void               ik_draft_steps_take           (IkDraftSteps       *self,
                                                  IkDraftStep        *step);
const IkDraftStep *ik_draft_steps_undo           (IkDraftSteps       *self);
const IkDraftStep *ik_draft_steps_redo           (IkDraftSteps       *self);
const char        *ik_draft_steps_get_undo_label (const IkDraftSteps *self);
const char        *ik_draft_steps_get_redo_label (const IkDraftSteps *self);
guint              ik_draft_steps_count          (const IkDraftSteps *self);
GPtrArray         *ik_draft_steps_dup_corrections (const IkDraftSteps *self);
void               ik_draft_steps_choose         (const IkDraftSteps *self,
                                                  IkDraftChoices     *choices);
void               ik_draft_steps_set_made       (IkDraftSteps       *self,
                                                  guint               n_made);
void               ik_draft_steps_go_back        (IkDraftSteps       *self);
char              *ik_draft_steps_drop_refused   (IkDraftSteps       *self,
                                                  const GPtrArray    *corrections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDraftSteps, ik_draft_steps_free)

G_END_DECLS
