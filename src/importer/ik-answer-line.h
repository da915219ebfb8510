#pragma once

#include "ik-block.h"

G_BEGIN_DECLS

/**
 * IkNumberedAnswer:
 * @number: number of the question that it answers
 * @text: what it says, inside of the line
 *
 * One of several answers in a line.
 */
typedef struct
{
  guint       number;
  IkBlockText text;
} IkNumberedAnswer;

GArray *ik_answer_line_parse (const char *line,
                              guint       first);

G_END_DECLS
