#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_NOTES_PANE (ik_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (IkNotesPane, ik_notes_pane, IK, NOTES_PANE, AdwBin)

void     ik_notes_pane_set_live      (IkNotesPane           *self,
                                      IkLiveInterview       *live);
void     ik_notes_pane_show_item     (IkNotesPane           *self,
                                      guint                  index);
void     ik_notes_pane_focus_note    (IkNotesPane           *self);
void     ik_notes_pane_focus_general (IkNotesPane           *self);
gboolean ik_notes_pane_take_key      (IkNotesPane           *self,
                                      GtkEventControllerKey *controller);
void       ik_notes_pane_set_comments  (IkNotesPane           *self,
                                        GPtrArray             *comments);

G_END_DECLS
