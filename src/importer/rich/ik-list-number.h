#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkListFormat:
 * @IK_LIST_FORMAT_NONE: no number
 * @IK_LIST_FORMAT_BULLET: a bullet
 * @IK_LIST_FORMAT_DECIMAL: 1, 2, 3
 * @IK_LIST_FORMAT_LOWER_LETTER: a, b, c
 * @IK_LIST_FORMAT_UPPER_LETTER: A, B, C
 * @IK_LIST_FORMAT_LOWER_ROMAN: i, ii, iii
 * @IK_LIST_FORMAT_UPPER_ROMAN: I, II, III
 *
 * How word processors count the items of a list.
 */
typedef enum
{
  IK_LIST_FORMAT_NONE,
  IK_LIST_FORMAT_BULLET,
  IK_LIST_FORMAT_DECIMAL,
  IK_LIST_FORMAT_LOWER_LETTER,
  IK_LIST_FORMAT_UPPER_LETTER,
  IK_LIST_FORMAT_LOWER_ROMAN,
  IK_LIST_FORMAT_UPPER_ROMAN,
} IkListFormat;

void  ik_list_number_append     (GString      *label,
                                 IkListFormat  format,
                                 guint         number);
char *ik_list_number_take_label (char         *label);

G_END_DECLS
