#pragma once

#include "ik-block-list.h"
#include "ik-pattern.h"

G_BEGIN_DECLS

/**
 * IkRole:
 *
 * What a block is in the draft. The first ones are left over, each for a
 * reason of its own.
 */
typedef enum
{
  IK_ROLE_NO_QUESTION,   /* belongs to no question */
  IK_ROLE_DECORATION,    /* rule or mark-up without text */
  IK_ROLE_NAVIGATION,    /* list of contents, link within the document */
  IK_ROLE_MISFIT,        /* doesn't fit the pattern, such as an advert */
  IK_ROLE_PLACEHOLDER,   /* stands for an answer to come */
  IK_ROLE_END_MATTER,    /* conclusion, licence and the like */
  IK_ROLE_REPEATED,      /* listed here, asked elsewhere */
  IK_ROLE_UNWANTED,      /* left out by a person */

  IK_ROLE_TITLE,         /* of the pack */
  IK_ROLE_DESCRIPTION,
  IK_ROLE_SECTION,
  IK_ROLE_INTRODUCTION,
  IK_ROLE_AHEAD,         /* details of the question below */
  IK_ROLE_PROMPT,        /* opens a question */
  IK_ROLE_LISTED,        /* a prompt that only a list of all questions has */
  IK_ROLE_WORDING,       /* the prompt goes on with it */
  IK_ROLE_DETAILS,
  IK_ROLE_ANSWER,
  IK_ROLE_FOLLOW_UP,
  IK_ROLE_CLARIFYING,
  IK_ROLE_STEP,
  IK_ROLE_POSITIVE,
  IK_ROLE_RED_FLAG,
  IK_ROLE_WHY,
  IK_ROLE_REFERENCE,
  IK_ROLE_LEVEL,
  IK_ROLE_TAGS,
  IK_ROLE_MINUTES,

  IK_ROLE_UNKNOWN,       /* not settled */
} IkRole;

gboolean ik_role_is_left_over (IkRole             role);
IkRole  *ik_roles_assign      (const IkBlockList *list,
                               const IkPattern   *pattern,
                               const IkRole      *forced);

G_END_DECLS
