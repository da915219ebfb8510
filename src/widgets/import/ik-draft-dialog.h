#pragma once

#include <adwaita.h>

#include "ik-library.h"
#include "ik-pack.h"

G_BEGIN_DECLS

#define IK_TYPE_DRAFT_DIALOG (ik_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftDialog, ik_draft_dialog, IK, DRAFT_DIALOG, AdwWindow)

IkDraftDialog *ik_draft_dialog_new (IkLibrary        *library,
                                    GtkWindow        *parent,
                                    const IkPack     *pack,
                                    const IkQuestion *question);

G_END_DECLS
