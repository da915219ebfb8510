#pragma once

#include "ik-question-terms.h"

G_BEGIN_DECLS

/**
 * IkTermSpan:
 * @terms: (array length=n): ascending by number
 * @n: how many
 *
 * The terms of a part of a question.
 */
typedef struct
{
  const IkTerm *terms;
  guint         n;
} IkTermSpan;

/**
 * IkComparedQuestion:
 * @prompt: of its prompt
 * @details: of its details
 * @bonds: (array length=n_bonds): of its prompt
 * @n_bonds: how many
 * @has_code: whether the details are code
 *
 * What two questions are compared by.
 */
typedef struct
{
  IkTermSpan    prompt;
  IkTermSpan    details;
  const IkBond *bonds;
  guint         n_bonds;
  gboolean      has_code;
} IkComparedQuestion;

guint    ik_duplicate_check_get_slack (guint                     n_terms);
gboolean ik_duplicate_check           (IkTermTable              *table,
                                       const IkComparedQuestion *one,
                                       const IkComparedQuestion *other);

G_END_DECLS
