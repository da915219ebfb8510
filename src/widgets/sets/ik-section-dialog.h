#pragma once

#include <adwaita.h>

#include "ik-question-set.h"

G_BEGIN_DECLS

#define IK_TYPE_SECTION_DIALOG (ik_section_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkSectionDialog, ik_section_dialog, IK, SECTION_DIALOG, AdwWindow)

IkSectionDialog *ik_section_dialog_new (GtkWindow          *parent,
                                        const IkSetSection *section);
void             ik_section_dialog_set_hint (IkSectionDialog *self,
                                             const char      *hint);

G_END_DECLS
