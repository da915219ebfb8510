#pragma once

#include "ik-bank-bar.h"
#include "ik-bank-page.h"

G_BEGIN_DECLS

void       ik_bank_page_class_install_actions (GtkWidgetClass *widget_class);
GArray    *ik_bank_page_list_selected         (IkBankPage     *self);
void       ik_bank_page_select_none           (IkBankPage     *self);
void       ik_bank_page_open_selected         (IkBankPage     *self);
IkBankBar *ik_bank_page_get_bar               (IkBankPage     *self);
void       ik_bank_page_enable_actions        (IkBankPage     *self,
                                               guint           n_selected);

G_END_DECLS
