#pragma once

#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkRubricTemplate:
 * @IK_RUBRIC_TEMPLATE_FIVE: from 1 to 5, as the built-in rubric
 * @IK_RUBRIC_TEMPLATE_FOUR_WORDS: poor, mixed, good, excellent
 * @IK_RUBRIC_TEMPLATE_YES_NO: no or yes
 * @IK_RUBRIC_TEMPLATE_THREE: below, at or above what is asked
 * @IK_RUBRIC_TEMPLATE_SEVEN: from 1 to 7
 *
 * Scales to start from.
 */
typedef enum
{
  IK_RUBRIC_TEMPLATE_FIVE,
  IK_RUBRIC_TEMPLATE_FOUR_WORDS,
  IK_RUBRIC_TEMPLATE_YES_NO,
  IK_RUBRIC_TEMPLATE_THREE,
  IK_RUBRIC_TEMPLATE_SEVEN,
} IkRubricTemplate;

#define IK_N_RUBRIC_TEMPLATES (IK_RUBRIC_TEMPLATE_SEVEN + 1)

IkRubric *ik_rubric_new_from_template (IkRubricTemplate  template);
gboolean  ik_rubric_add_level         (IkRubric         *self);

G_END_DECLS
