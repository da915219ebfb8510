#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_NAMED_TEXT_DIALOG (ik_named_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkNamedTextDialog, ik_named_text_dialog, IK, NAMED_TEXT_DIALOG, AdwWindow)

IkNamedTextDialog *ik_named_text_dialog_new        (GtkWindow         *parent,
                                                    const char        *title);
void               ik_named_text_dialog_set_labels (IkNamedTextDialog *self,
                                                    const char        *name_label,
                                                    const char        *text_label,
                                                    const char        *save_label);
void               ik_named_text_dialog_set_texts  (IkNamedTextDialog *self,
                                                    const char        *id,
                                                    const char        *name,
                                                    const char        *text);
void               ik_named_text_dialog_set_minutes (IkNamedTextDialog *self,
                                                     guint              minutes);
guint              ik_named_text_dialog_get_minutes (IkNamedTextDialog *self);
void               ik_named_text_dialog_set_hint   (IkNamedTextDialog *self,
                                                    const char        *hint);
void               ik_named_text_dialog_set_uses   (IkNamedTextDialog *self,
                                                    GPtrArray         *uses);

G_END_DECLS
