#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_BUDGET_BAR (ik_budget_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkBudgetBar, ik_budget_bar, IK, BUDGET_BAR, GtkWidget)

void  ik_budget_bar_set_minutes (IkBudgetBar *self,
                                 guint        planned,
                                 guint        required,
                                 guint        slot);
char *ik_budget_bar_describe    (guint        planned,
                                 guint        required,
                                 guint        slot);

G_END_DECLS
