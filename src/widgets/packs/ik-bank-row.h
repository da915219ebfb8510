#pragma once

#include "ik-bank-item.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_ROW (ik_bank_row_get_type ())
G_DECLARE_FINAL_TYPE (IkBankRow, ik_bank_row, IK, BANK_ROW, GtkWidget)

GtkWidget *ik_bank_row_new        (void);
void       ik_bank_row_set_item   (IkBankRow         *self,
                                   IkBankItem        *item);
IkBankItem *
           ik_bank_row_get_item   (IkBankRow         *self);
void       ik_bank_row_set_narrow (IkBankRow         *self,
                                   gboolean           is_narrow);
void       ik_bank_row_set_query  (IkBankRow         *self,
                                   const char        *query);
void       ik_bank_row_set_taken  (IkBankRow         *self,
                                   GHashTable        *taken);

G_END_DECLS
