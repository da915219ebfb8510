#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkMarkerStyle:
 * @IK_MARKER_NONE: no marker
 * @IK_MARKER_BULLET: "•", "-", "*"
 * @IK_MARKER_NUMBER: "1.", "1)", "(1)", "1、", "１．", a keycap digit
 * @IK_MARKER_LETTER: "a)", "B.", "б)", "أ-"
 * @IK_MARKER_QUESTION: "Q1.", "Question 3:", a letter or two and a number
 * @IK_MARKER_CHAPTER: "Part 3:", "第3章"
 * @IK_MARKER_LONE: a number on a line of its own
 *
 * How a block is marked where it begins.
 */
typedef enum
{
  IK_MARKER_NONE,
  IK_MARKER_BULLET,
  IK_MARKER_NUMBER,
  IK_MARKER_LETTER,
  IK_MARKER_QUESTION,
  IK_MARKER_CHAPTER,
  IK_MARKER_LONE,
} IkMarkerStyle;

/**
 * IkMarker:
 * @style: how it looks
 * @alphabet: of a letter, which one it belongs to; 0 for the Latin one
 * @number: what it counts, 0 where it doesn't
 */
typedef struct
{
  IkMarkerStyle style : 4;
  guint         alphabet : 8;
  guint         number : 20;
} IkMarker;

/* No list counts further. */
#define IK_MARKER_MAX_NUMBER ((1u << 20) - 1)

gsize    ik_marker_parse            (const char *text,
                                     IkMarker   *marker);
gunichar ik_marker_get_letter       (const IkMarker *marker);
gsize    ik_marker_measure_day      (const char *text);
gsize    ik_marker_parse_answer     (const char *text,
                                     guint      *number);
gboolean ik_marker_is_lone_question (const char *text,
                                     guint      *number);

G_END_DECLS
