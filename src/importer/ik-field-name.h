#pragma once

#include "ik-label.h"

G_BEGIN_DECLS

/**
 * IkFieldUse:
 * @IK_FIELD_UNKNOWN: the name says nothing
 * @IK_FIELD_UNUSED: the name says that it is nothing for a question
 * @IK_FIELD_QUESTION: what is asked
 * @IK_FIELD_DETAILS: scenario or code of the question
 * @IK_FIELD_OPTION: what there is to choose from
 * @IK_FIELD_CORRECT: which option is right
 * @IK_FIELD_ANSWER: reference answer
 * @IK_FIELD_FOLLOW_UP: follow-up questions
 * @IK_FIELD_CLARIFYING: clarifying questions
 * @IK_FIELD_STEP: steps of a solution
 * @IK_FIELD_POSITIVE: what to look for
 * @IK_FIELD_RED_FLAG: what speaks against
 * @IK_FIELD_WHY: why the question matters
 * @IK_FIELD_REFERENCE: where it comes from, further reading
 * @IK_FIELD_LEVEL: level or difficulty
 * @IK_FIELD_TAGS: tags
 * @IK_FIELD_MINUTES: planned time
 * @IK_FIELD_SECTION: section, category or topic
 * @IK_FIELD_TITLE: a title or name, of the question or of what holds it
 *
 * What a column of a table or a key of JSON holds.
 */
typedef enum
{
  IK_FIELD_UNKNOWN,
  IK_FIELD_UNUSED,
  IK_FIELD_QUESTION,
  IK_FIELD_DETAILS,
  IK_FIELD_OPTION,
  IK_FIELD_CORRECT,
  IK_FIELD_ANSWER,
  IK_FIELD_FOLLOW_UP,
  IK_FIELD_CLARIFYING,
  IK_FIELD_STEP,
  IK_FIELD_POSITIVE,
  IK_FIELD_RED_FLAG,
  IK_FIELD_WHY,
  IK_FIELD_REFERENCE,
  IK_FIELD_LEVEL,
  IK_FIELD_TAGS,
  IK_FIELD_MINUTES,
  IK_FIELD_SECTION,
  IK_FIELD_TITLE,
} IkFieldUse;

IkFieldUse  ik_field_name_lookup    (const char *name);
char       *ik_field_name_dup_words (const char *name);

G_END_DECLS
