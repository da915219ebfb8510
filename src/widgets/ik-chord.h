#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Modifiers that make a chord; AltGr is none of them, so that what it writes
 * goes into a text. */
#define IK_CHORD_MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* The arrows, which write nothing. */
#define IK_CHORD_DOWN '>'
#define IK_CHORD_UP   '<'

char ik_chord_from_key (GdkDisplay *display,
                        guint       keyval,
                        guint       keycode);

G_END_DECLS
