#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_BANK_PLACE_DIALOG (ik_bank_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkBankPlaceDialog, ik_bank_place_dialog, IK, BANK_PLACE_DIALOG, AdwWindow)

IkBankPlaceDialog *ik_bank_place_dialog_new (GtkWindow  *parent,
                                             const char *title,
                                             const char *action_label,
                                             GPtrArray  *packs);

G_END_DECLS
