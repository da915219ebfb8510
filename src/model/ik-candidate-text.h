#pragma once

#include "ik-attachment.h"

G_BEGIN_DECLS

/**
 * IkCandidateText:
 * @prompt: what is asked
 * @details: scenario, code or options that belong to it
 * @sub_questions: (element-type utf8): asked in order on one scenario
 * @attachments: (element-type IkAttachment): pictures and files to show
 *
 * All of a question that the candidate may see. What faces the candidate
 * takes this type and so cannot reach the rest.
 */
typedef struct
{
  char      *prompt;
  char      *details;
  GPtrArray *sub_questions;
  GPtrArray *attachments;
} IkCandidateText;

G_END_DECLS
