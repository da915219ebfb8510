#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

/**
 * IkHtmlRegionKind:
 * @IK_HTML_REGION_PLAIN: a part like any other
 * @IK_HTML_REGION_MAIN: the page says that the content stands there
 * @IK_HTML_REGION_ARTICLE: an article
 * @IK_HTML_REGION_ASIDE: the page says that it stands beside the content
 * @IK_HTML_REGION_NAMED: its class or id says so
 * @IK_HTML_REGION_COMMENTS: these say that readers wrote it
 * @IK_HTML_REGION_HIDDEN: it isn't shown at first
 *
 * What a part of a page is.
 */
typedef enum
{
  IK_HTML_REGION_PLAIN,
  IK_HTML_REGION_MAIN,
  IK_HTML_REGION_ARTICLE,
  IK_HTML_REGION_ASIDE,
  IK_HTML_REGION_NAMED,
  IK_HTML_REGION_COMMENTS,
  IK_HTML_REGION_HIDDEN,
} IkHtmlRegionKind;

/**
 * IkHtmlRegion:
 * @parent: index of the region around it; of the first one 0
 * @kind: what it is
 * @n_text: bytes of text in it
 * @n_linked: bytes of text in links
 * @n_links: number of links
 *
 * A part of a page. Regions stand in an array, each behind its parent.
 */
typedef struct
{
  guint             parent;
  IkHtmlRegionKind  kind;
  gsize             n_text;
  gsize             n_linked;
  guint             n_links;
} IkHtmlRegion;

void ik_html_content_select (IkRichDocument *document,
                             GArray         *regions);

G_END_DECLS
