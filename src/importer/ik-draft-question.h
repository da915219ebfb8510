#pragma once

#include "ik-block.h"
#include "ik-question.h"
#include "ik-roles.h"

G_BEGIN_DECLS

typedef struct _IkDraftQuestion IkDraftQuestion;

IkDraftQuestion *ik_draft_question_new        (void);
void             ik_draft_question_free       (IkDraftQuestion *self);
IkQuestion      *ik_draft_question_start      (IkDraftQuestion *self,
                                               const IkBlock   *block);
gboolean         ik_draft_question_is_open    (IkDraftQuestion *self);
gboolean         ik_draft_question_holds      (const IkDraftQuestion *self,
                                               const IkBlock   *block);
gboolean         ik_draft_question_fill       (IkDraftQuestion *self,
                                               IkRole           role,
                                               const IkBlock   *block);
void             ik_draft_question_decorate   (IkDraftQuestion *self,
                                               const IkBlock   *block);
void             ik_draft_question_finish     (IkDraftQuestion *self);
const char      *ik_draft_question_field_name (IkRole           role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDraftQuestion, ik_draft_question_free)

G_END_DECLS
