#pragma once

#include "ik-library.h"
#include "ik-set-bank-store.h"

G_BEGIN_DECLS

/**
 * IkSetFillRequest:
 * @filter: which questions may be added
 * @minutes: how many to fill, 0 for what is left of the slot
 * @n_most: how many questions at most, 0 for as many as fit
 * @seed: another one draws other lots
 *
 * How to fill the rest of a set.
 */
typedef struct
{
  IkSetOfferFilter filter;
  guint            minutes;
  guint            n_most;
  guint            seed;
} IkSetFillRequest;

guint          ik_set_fills_get_free (const IkQuestionSet     *set);
IkQuestionSet *ik_set_fills_make     (IkLibrary               *library,
                                      const IkQuestionSet     *set,
                                      const IkSetFillRequest  *request,
                                      GCancellable            *cancellable,
                                      GError                 **error);

G_END_DECLS
