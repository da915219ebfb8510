#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_NOTE_MARKS (ik_note_marks_get_type ())
G_DECLARE_FINAL_TYPE (IkNoteMarks, ik_note_marks, IK, NOTE_MARKS, AdwBin)

G_END_DECLS
