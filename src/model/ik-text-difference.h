#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkTextRunKind:
 * @IK_TEXT_RUN_SAME: is in both texts
 * @IK_TEXT_RUN_REMOVED: is in the first one only
 * @IK_TEXT_RUN_ADDED: is in the second one only
 *
 * Where a part of a text is.
 */
typedef enum
{
  IK_TEXT_RUN_SAME,
  IK_TEXT_RUN_REMOVED,
  IK_TEXT_RUN_ADDED,
} IkTextRunKind;

/**
 * IkTextRun:
 * @kind: where it is
 * @text: some words with the spaces between and behind them
 *
 * A part of two texts that were compared.
 */
typedef struct
{
  IkTextRunKind  kind;
  char          *text;
} IkTextRun;

GPtrArray *ik_text_difference_find (const char *before,
                                    const char *after);

G_END_DECLS
