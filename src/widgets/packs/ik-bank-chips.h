#pragma once

#include <adwaita.h>

#include "ik-bank-filter.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_CHIPS (ik_bank_chips_get_type ())
G_DECLARE_FINAL_TYPE (IkBankChips, ik_bank_chips, IK, BANK_CHIPS, AdwBin)

gboolean ik_bank_chips_show (IkBankChips  *self,
                             IkBankFilter *filter);

G_END_DECLS
