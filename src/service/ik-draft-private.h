#pragma once

#include "ik-draft-choices.h"
#include "ik-draft-steps.h"
#include "ik-draft.h"
#include "ik-import.h"
#include "ik-line-index.h"

G_BEGIN_DECLS

struct _IkDraft
{
  GObject         parent_instance;

  IkImportFile   *file;        /* owned, nullable until open */
  IkLineIndex    *index;       /* owned, nullable; of the document */
  IkDraftContent *content;     /* owned, nullable until made */
  GCancellable   *cancellable; /* owned, nullable; of the work under way */

  IkDraftSteps   *steps;       /* owned */
  IkDraftChoices *choices;     /* owned; what the steps say about questions */
  GHashTable     *twins;       /* owned; element-type utf8 IkTwin; by id of a question */

  gboolean        is_counted;  /* whether these hold: */
  guint           n_accepted;
  guint           n_skipped;
};

void ik_draft_take_step     (IkDraft     *self,
                             IkDraftStep *step);
void ik_draft_emit_accepted (IkDraft     *self);

G_END_DECLS
