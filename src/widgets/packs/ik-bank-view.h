#pragma once

#include "ik-page.h"
#include "ik-question-filter.h"
#include "ik-question-summary.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_VIEW (ik_bank_view_get_type ())
G_DECLARE_FINAL_TYPE (IkBankView, ik_bank_view, IK, BANK_VIEW, IkPage)

void          ik_bank_view_search        (IkBankView *self,
                                          const char *query);
void          ik_bank_view_show_search   (IkBankView             *self,
                                          const IkQuestionFilter *filter);
void          ik_bank_view_focus_search  (IkBankView *self);
void          ik_bank_view_capture_keys  (IkBankView *self,
                                          GtkWidget  *widget);
GArray       *ik_bank_view_list_selected (IkBankView *self);
GArray       *ik_bank_view_list_at       (IkBankView *self,
                                          guint       position);
GArray       *ik_bank_view_list_meant    (IkBankView *self);
void          ik_bank_view_select_none   (IkBankView *self);
void          ik_bank_view_open_selected (IkBankView *self);
const IkQuestionSummary *
              ik_bank_view_get_summary   (IkBankView *self,
                                          guint       position);
GActionGroup *ik_bank_view_get_actions   (IkBankView *self);
GtkWidget    *ik_bank_view_get_list      (IkBankView *self);
void          ik_bank_view_set_taken     (IkBankView *self,
                                          GHashTable *ids);

G_END_DECLS
