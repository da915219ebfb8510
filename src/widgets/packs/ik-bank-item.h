#pragma once

#include <gtk/gtk.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_ITEM (ik_bank_item_get_type ())
G_DECLARE_FINAL_TYPE (IkBankItem, ik_bank_item, IK, BANK_ITEM, GObject)

IkBankItem              *ik_bank_item_new          (gint64             row);
gint64                   ik_bank_item_get_row      (IkBankItem        *self);
const IkQuestionSummary *ik_bank_item_get_summary  (IkBankItem        *self);
void                     ik_bank_item_take_summary (IkBankItem        *self,
                                                    IkQuestionSummary *summary);

G_END_DECLS
