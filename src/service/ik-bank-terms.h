#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkBankTerms:
 * @levels: (owned) (element-type utf8): levels of questions
 * @tags: (owned) (element-type utf8): their tags
 * @competencies: (owned) (element-type IkCompetency): what they measure
 * @sections: (owned) (element-type utf8 GPtrArray): titles of the sections of each
 *   pack, by its id
 *
 * What the questions of the bank are told apart by, to choose from.
 */
typedef struct
{
  GPtrArray  *levels;
  GPtrArray  *tags;
  GPtrArray  *competencies;
  GHashTable *sections;
} IkBankTerms;

IkBankTerms *ik_bank_terms_load (IkLibrary     *library,
                                 GCancellable  *cancellable,
                                 GError       **error);
void         ik_bank_terms_free (IkBankTerms   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkBankTerms, ik_bank_terms_free)

G_END_DECLS
