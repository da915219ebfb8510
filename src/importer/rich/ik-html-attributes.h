#pragma once

#include <libxml/xmlstring.h>

#include "ik-html-element.h"
#include "ik-html-style.h"

G_BEGIN_DECLS

const char *ik_html_get_attribute   (const xmlChar **attributes,
                                     const char     *name);
gboolean    ik_html_is_hidden       (IkHtmlLook      look,
                                     const xmlChar **attributes);
gboolean    ik_html_is_gutter       (const char     *class_names);
gboolean    ik_html_is_mark         (IkHtmlElement   element,
                                     const xmlChar **attributes);
gboolean    ik_html_leads_to_note   (const char     *address);
guint       ik_html_find_list_level (const char     *class_names);
gboolean    ik_html_says_question   (const char     *class_names);
char       *ik_html_clean_address   (const char     *address);

G_END_DECLS
