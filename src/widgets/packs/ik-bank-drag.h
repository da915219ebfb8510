#pragma once

#include "ik-bank-view.h"

G_BEGIN_DECLS

void ik_bank_drag_add (IkBankView  *view,
                       GtkWidget   *row);
void ik_bank_drag_set_list_item (GtkWidget   *row,
                                 GtkListItem *list_item);

G_END_DECLS
