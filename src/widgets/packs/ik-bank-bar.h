#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_BANK_BAR (ik_bank_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkBankBar, ik_bank_bar, IK, BANK_BAR, GtkWidget)

void ik_bank_bar_set_menu      (IkBankBar  *self,
                                GMenuModel *menu);
void ik_bank_bar_set_selected  (IkBankBar  *self,
                                guint       n_selected);
void ik_bank_bar_show_progress (IkBankBar  *self,
                                guint       n_done,
                                guint       n_all);
void ik_bank_bar_end_progress  (IkBankBar  *self);

G_END_DECLS
