#pragma once

#include "ik-bank-list.h"

G_BEGIN_DECLS

GArray *ik_bank_selection_list    (GtkSelectionModel *selection,
                                   IkBankList        *list);
GArray *ik_bank_selection_list_meant (GtkListView    *view,
                                      IkBankList     *list);
void    ik_bank_selection_restore (GtkSelectionModel *selection,
                                   IkBankList        *list,
                                   GArray            *rows);

G_END_DECLS
