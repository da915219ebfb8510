#pragma once

#include "ik-page.h"
#include "ik-question-filter.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_SEARCHES (ik_bank_searches_get_type ())
G_DECLARE_FINAL_TYPE (IkBankSearches, ik_bank_searches, IK, BANK_SEARCHES, IkPage)

void ik_bank_searches_open (IkBankSearches   *self);
void ik_bank_searches_save (IkBankSearches   *self,
                            IkQuestionFilter *filter);

G_END_DECLS
