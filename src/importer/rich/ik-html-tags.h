#pragma once

#include <libxml/xmlstring.h>

#include "ik-html-flow.h"

G_BEGIN_DECLS

void ik_html_tags_begin (IkHtmlFlow        *flow,
                         IkHtmlFrame       *frame,
                         const xmlChar    **attributes);
void ik_html_tags_end   (IkHtmlFlow        *flow,
                         const IkHtmlFrame *frame);

G_END_DECLS
