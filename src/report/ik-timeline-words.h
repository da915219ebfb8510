#pragma once

#include "ik-timeline.h"

G_BEGIN_DECLS

typedef char *(*IkFormatDuration) (gint64 length_ms);

char *ik_timeline_words_format_summary (const IkTimeline         *timeline,
                                        IkFormatDuration          format);
void  ik_timeline_words_add_marks      (GStrvBuilder             *words,
                                        const IkInterviewItem    *item,
                                        const IkTimelineQuestion *question,
                                        IkFormatDuration          format);

G_END_DECLS
