#pragma once

#include "ik-import.h"

G_BEGIN_DECLS

/**
 * IkDraftChoices:
 *
 * What a person chose about the questions of a draft, by their keys: which are
 * accepted, all at first, and what becomes of those that the bank has.
 */
typedef struct _IkDraftChoices IkDraftChoices;

IkDraftChoices    *ik_draft_choices_new          (void);
void               ik_draft_choices_free         (IkDraftChoices        *self);
void               ik_draft_choices_reset        (IkDraftChoices        *self);
void               ik_draft_choices_accept       (IkDraftChoices        *self,
                                                  guint64                key,
                                                  gboolean               accepted);
void               ik_draft_choices_accept_all   (IkDraftChoices        *self,
                                                  gboolean               accepted);
void               ik_draft_choices_decide       (IkDraftChoices        *self,
                                                  guint64                key,
                                                  IkDuplicatePolicy      decision);
void               ik_draft_choices_decide_all   (IkDraftChoices        *self,
                                                  IkDuplicatePolicy      decision);
gboolean           ik_draft_choices_is_accepted  (const IkDraftChoices  *self,
                                                  guint64                key);
IkDuplicatePolicy  ik_draft_choices_get_decision (const IkDraftChoices  *self,
                                                  guint64                key);

G_END_DECLS
