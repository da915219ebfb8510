#pragma once

#include "ik-question-set.h"

G_BEGIN_DECLS

/**
 * IkSetOffer:
 * @question_id: a question that is not in the set
 * @competency_id: (nullable): what it measures
 * @minutes: planned minutes, 1 or more
 * @n_asked: in how many interviews it was asked
 *
 * A question that could be added.
 */
typedef struct
{
  char  *question_id;
  char  *competency_id;
  guint  minutes;
  guint  n_asked;
} IkSetOffer;

IkSetOffer *ik_set_offer_new  (const char          *question_id,
                               const char          *competency_id,
                               guint                minutes,
                               guint                n_asked);
void        ik_set_offer_free (IkSetOffer          *self);

GPtrArray  *ik_set_fill_pick  (const IkQuestionSet *set,
                               GPtrArray           *offers,
                               guint                minutes,
                               guint                n_most,
                               guint                n_competencies,
                               guint                seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetOffer, ik_set_offer_free)

G_END_DECLS
