#pragma once

#include "report-file.h"

G_BEGIN_DECLS

/* Begins the last word of a name that heads something. */
#define LAYOUT_HEADING_END "Head"

/**
 * LayoutTexts:
 * @rand: what they are made by
 * @letters: (element-type gunichar guint): how often each has to be there
 * @words: (element-type utf8 guint): the same
 *
 * What was put into a report.
 */
typedef struct
{
  GRand      *rand;
  GHashTable *letters;
  GHashTable *words;
} LayoutTexts;

LayoutTexts *layout_texts_new            (guint32      seed);
void         layout_texts_free           (LayoutTexts *self);

char        *layout_texts_make_text      (LayoutTexts *self);
char        *layout_texts_make_name      (LayoutTexts *self,
                                          const char  *end);
IkInterview *layout_texts_make_interview (LayoutTexts *self,
                                          guint        max_items);

void         layout_assert               (LayoutTexts *self,
                                          ReportFile  *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayoutTexts, layout_texts_free)

G_END_DECLS
