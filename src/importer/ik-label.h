#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkLabel:
 * @IK_LABEL_NONE: no label
 * @IK_LABEL_QUESTION: "Question:"
 * @IK_LABEL_DETAILS: scenario, code or options of the question
 * @IK_LABEL_ANSWER: reference answer
 * @IK_LABEL_FOLLOW_UP: follow-up questions
 * @IK_LABEL_CLARIFYING: clarifying questions
 * @IK_LABEL_STEP: steps of a solution
 * @IK_LABEL_POSITIVE: what to look for
 * @IK_LABEL_RED_FLAG: what speaks against
 * @IK_LABEL_WHY: why the question matters
 * @IK_LABEL_SOURCE: where it comes from, further reading
 * @IK_LABEL_LEVEL: level or difficulty
 * @IK_LABEL_TAGS: tags, topic
 * @IK_LABEL_MINUTES: planned time
 * @IK_LABEL_OTHER: a label of unknown meaning
 * @IK_LABEL_CONTENTS: heading of a list of contents
 * @IK_LABEL_END_MATTER: heading of a conclusion, a licence and the like
 *
 * What a label says about the text behind or below it.
 */
typedef enum
{
  IK_LABEL_NONE,
  IK_LABEL_QUESTION,
  IK_LABEL_DETAILS,
  IK_LABEL_ANSWER,
  IK_LABEL_FOLLOW_UP,
  IK_LABEL_CLARIFYING,
  IK_LABEL_STEP,
  IK_LABEL_POSITIVE,
  IK_LABEL_RED_FLAG,
  IK_LABEL_WHY,
  IK_LABEL_SOURCE,
  IK_LABEL_LEVEL,
  IK_LABEL_TAGS,
  IK_LABEL_MINUTES,
  IK_LABEL_OTHER,
  IK_LABEL_CONTENTS,
  IK_LABEL_END_MATTER,
} IkLabel;

/* No label is longer, in bytes. */
#define IK_LABEL_MAX_LENGTH 60

IkLabel  ik_label_lookup      (const char *text,
                               gssize      length);
gsize    ik_label_find_colon  (const char *text);
gsize    ik_label_find_inline (const char *text,
                               gsize       from,
                               IkLabel    *label,
                               gsize      *length);
gboolean ik_label_is_field    (IkLabel     label);

G_END_DECLS
