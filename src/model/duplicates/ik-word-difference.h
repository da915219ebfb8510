#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkWordSpan:
 * @start: byte of a text where words begin
 * @end: byte behind them
 *
 * Some words of a text.
 */
typedef struct
{
  guint start;
  guint end;
} IkWordSpan;

GArray *ik_word_difference_find (const char *text,
                                 const char *other);

G_END_DECLS
