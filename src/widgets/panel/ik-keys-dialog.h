#pragma once

#include <adwaita.h>

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_KEYS_DIALOG (ik_keys_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkKeysDialog, ik_keys_dialog, IK, KEYS_DIALOG, AdwWindow)

GtkWidget *ik_keys_dialog_new (GtkWindow  *parent,
                               IkLibrary  *library,
                               const char *candidate_id);

G_END_DECLS
