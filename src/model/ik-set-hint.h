#pragma once

#include "ik-question-set.h"

G_BEGIN_DECLS

typedef enum
{
  IK_SET_HINT_OVER_SLOT,
  IK_SET_HINT_LONG_SECTION,
  IK_SET_HINT_LONG_QUESTION,
  IK_SET_HINT_NO_OPENING,
  IK_SET_HINT_NO_CLOSING,
  IK_SET_HINT_MANY_COMPETENCIES,
  IK_SET_HINT_ASKED_BEFORE,
} IkSetHintKind;

/**
 * IkSetHint:
 * @kind: what may be wrong
 * @line_id: (nullable): the item or section it is about, %NULL where it is about
 *   the set
 * @text: a sentence about it, plain text
 *
 * Something about a set that is worth a look. It forbids nothing.
 */
typedef struct
{
  IkSetHintKind  kind;
  char          *line_id;
  char          *text;
} IkSetHint;

const char *ik_set_hint_kind_to_nick (IkSetHintKind        kind);
void        ik_set_hint_free         (IkSetHint           *self);

GPtrArray  *ik_set_hints_list        (const IkQuestionSet *set,
                                      GHashTable          *asked);

G_END_DECLS
