#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkNote:
 * @id: UUID
 * @at_us: when the paragraph was first written, microseconds since 1970 UTC
 * @text: one paragraph, without a line break; may be ""
 *
 * A note is kept as paragraphs, each with its time; the text a person edits is
 * the paragraphs joined by line breaks.
 */
typedef struct
{
  char   *id;
  gint64  at_us;
  char   *text;
} IkNote;

IkNote    *ik_note_new          (const char   *text,
                                 gint64        at_us);
IkNote    *ik_note_copy         (const IkNote *self);
void       ik_note_free         (IkNote       *self);

GPtrArray *ik_notes_new         (void);
char      *ik_notes_to_text     (GPtrArray    *notes);
gboolean   ik_notes_update      (GPtrArray    *notes,
                                 const char   *text,
                                 gint64        at_us);
gboolean   ik_notes_are_blank   (GPtrArray    *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkNote, ik_note_free)

G_END_DECLS
