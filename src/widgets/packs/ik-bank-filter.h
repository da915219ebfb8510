#pragma once

#include <gtk/gtk.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_FILTER (ik_bank_filter_get_type ())
G_DECLARE_FINAL_TYPE (IkBankFilter, ik_bank_filter, IK, BANK_FILTER, GtkWidget)

void     ik_bank_filter_set_counts (IkBankFilter           *self,
                                    const IkQuestionCounts *counts);
gboolean ik_bank_filter_is_open    (IkBankFilter           *self);
gboolean ik_bank_filter_is_set     (IkBankFilter           *self);
void     ik_bank_filter_reset      (IkBankFilter           *self);
IkQuestionFilter *
         ik_bank_filter_make       (IkBankFilter           *self,
                                    const char             *query,
                                    IkQuestionSort          sort,
                                    gboolean                is_descending);
void     ik_bank_filter_show       (IkBankFilter           *self,
                                    const IkQuestionFilter *filter);

G_END_DECLS
