#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

#define IK_HTML_MAX_DEPTH 16u

/**
 * IkHtmlFragment:
 * @list: where blocks go
 * @in_summary: whether a summary was opened and not closed
 * @depth: number of lists that are open
 * @numbers: of each of them, the number of its last item; 0 before the first
 * @ordered: bit n is set where list n has numbers
 * @n_details: number of elements that open and are not closed
 * @summary: (nullable) (unowned): the last summary, while nothing stands below it
 * @summary_details: how many of them are around it
 *
 * What has to be remembered between two pieces of HTML in a Markdown document.
 */
typedef struct
{
  IkBlockList *list;
  gboolean     in_summary;
  guint        depth;
  guint        numbers[IK_HTML_MAX_DEPTH];
  guint        ordered;
  guint        n_details;
  IkBlock     *summary;
  guint        summary_details;
} IkHtmlFragment;

gboolean ik_html_is_known_tag   (const char     *tag,
                                 gsize           length);
gboolean ik_html_is_break       (const char     *tag,
                                 gsize           length);
gsize    ik_html_entity_length  (const char     *text);
void     ik_html_append_decoded (GString        *text,
                                 const char     *entity,
                                 gsize           length);
void     ik_html_fragment_read  (IkHtmlFragment *self,
                                 guint           first,
                                 guint           last);

G_END_DECLS
