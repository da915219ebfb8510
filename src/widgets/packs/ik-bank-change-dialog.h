#pragma once

#include <adwaita.h>

#include "ik-bank-terms.h"
#include "ik-question-edit.h"

G_BEGIN_DECLS

#define IK_TYPE_BANK_CHANGE_DIALOG (ik_bank_change_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkBankChangeDialog, ik_bank_change_dialog, IK, BANK_CHANGE_DIALOG, AdwWindow)

IkBankChangeDialog *ik_bank_change_dialog_new (GtkWindow          *parent,
                                               IkQuestionEditKind  kind,
                                               GPtrArray          *packs,
                                               IkBankTerms        *terms);

G_END_DECLS
