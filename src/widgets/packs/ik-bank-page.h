#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_PAGE (ik_bank_page_get_type ())
G_DECLARE_FINAL_TYPE (IkBankPage, ik_bank_page, IK, BANK_PAGE, IkPage)

void ik_bank_page_search       (IkBankPage *self,
                                const char *query);
void ik_bank_page_focus_search (IkBankPage *self);

G_END_DECLS
