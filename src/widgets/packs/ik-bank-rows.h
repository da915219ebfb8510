#pragma once

#include "ik-bank-view.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_ROWS (ik_bank_rows_get_type ())
G_DECLARE_FINAL_TYPE (IkBankRows, ik_bank_rows, IK, BANK_ROWS, GObject)

IkBankRows *ik_bank_rows_new        (GtkListView *list);
void        ik_bank_rows_set_query  (IkBankRows  *self,
                                     const char  *query);
void        ik_bank_rows_set_narrow (IkBankRows  *self,
                                     gboolean     is_narrow);
void        ik_bank_rows_set_taken  (IkBankRows  *self,
                                     GHashTable  *taken,
                                     IkBankView  *view);

G_END_DECLS
