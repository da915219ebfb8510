#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_NOTE_TIMES (ik_note_times_get_type ())
G_DECLARE_FINAL_TYPE (IkNoteTimes, ik_note_times, IK, NOTE_TIMES, GtkWidget)

IkNoteTimes *ik_note_times_add       (GtkTextView *view);
void         ik_note_times_set_notes (IkNoteTimes *self,
                                      GPtrArray   *notes);
char        *ik_note_times_dup_time  (IkNoteTimes *self,
                                      guint        line);

G_END_DECLS
