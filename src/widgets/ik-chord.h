#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Modifiers that make a chord; AltGr is none of them, so that what it writes
 * goes into a text. */
#define IK_CHORD_MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* The arrows, which write nothing. */
#define IK_CHORD_DOWN '>'
#define IK_CHORD_UP   '<'

/* A key that does something together with Alt, or a row of digits that each do
 * it with another number. */
typedef struct
{
  char        first;  /* lower case */
  char        last;   /* as @first, or the last digit of a row */
  gboolean    shift;  /* Shift as well */
  const char *action;
  const char *target; /* (nullable): a GVariant text; a row's is its place from 0 */
} IkChord;

char      ik_chord_from_key        (GdkDisplay      *display,
                                    guint            keyval,
                                    guint            keycode);
gboolean  ik_chord_activate        (const IkChord   *chords,
                                    gsize            n_chords,
                                    GtkWidget       *widget,
                                    char             key,
                                    gboolean         shift);
void      ik_chord_add_controller  (GtkWidget       *widget,
                                    const IkChord   *chords,
                                    gsize            n_chords);
char     *ik_chord_dup_accelerator (const IkChord   *self);

G_END_DECLS
