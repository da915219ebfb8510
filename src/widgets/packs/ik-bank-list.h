#pragma once

#include "ik-bank-item.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_LIST (ik_bank_list_get_type ())
G_DECLARE_FINAL_TYPE (IkBankList, ik_bank_list, IK, BANK_LIST, GObject)

IkBankList *ik_bank_list_new          (void);
void        ik_bank_list_set_library  (IkBankList  *self,
                                       IkLibrary   *library);
void        ik_bank_list_set_rows     (IkBankList  *self,
                                       const char  *query,
                                       GArray      *rows,
                                       GPtrArray   *first,
                                       gboolean     is_all);
gint64      ik_bank_list_get_row      (IkBankList  *self,
                                       guint        position);
gboolean    ik_bank_list_is_outdated  (IkBankList  *self,
                                       guint        position);
void        ik_bank_list_read_again   (IkBankList  *self);

G_END_DECLS
