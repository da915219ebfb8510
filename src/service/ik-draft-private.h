#pragma once

#include "ik-draft-choices.h"
#include "ik-draft.h"
#include "ik-import.h"
#include "ik-line-index.h"

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

struct _IkDraft
{
  GObject         parent_instance;

  IkImportFile   *file;        /* owned, nullable until open */
  IkLineIndex    *index;       /* owned, nullable; of the document */
  IkDraftContent *content;     /* owned, nullable until made */
  GCancellable   *cancellable; /* owned, nullable; of the work under way */

  GPtrArray      *steps;       /* owned; element-type IkDraftStep */
  guint           n_done;      /* steps that hold; the others can be done again */
  guint           n_made;      /* steps that @content holds */

  IkDraftChoices *choices;     /* owned; what the steps say about questions */
  GHashTable     *twins;       /* owned; element-type utf8 IkTwin; by id of a question */
};

void ik_draft_take_step     (IkDraft     *self,
                             IkDraftStep *step);
void ik_draft_emit_accepted (IkDraft     *self);

G_END_DECLS
