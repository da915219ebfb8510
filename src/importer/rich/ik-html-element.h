#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkHtmlElement:
 * @IK_HTML_UNKNOWN: no element of HTML: something in angle brackets
 * @IK_HTML_INLINE: stands among text and changes nothing
 * @IK_HTML_BLOCK: begins and ends a paragraph
 * @IK_HTML_SKIPPED: its text is none of the page's
 * @IK_HTML_UNSEEN: its text isn't shown
 * @IK_HTML_RAW: likewise, and no tags are looked for in it
 *
 * What an element means to a reader of text. The others mean what they are
 * called.
 */
typedef enum
{
  IK_HTML_UNKNOWN,
  IK_HTML_INLINE,
  IK_HTML_BLOCK,
  IK_HTML_SKIPPED,
  IK_HTML_UNSEEN,
  IK_HTML_RAW,
  IK_HTML_STYLE,
  IK_HTML_TITLE,
  IK_HTML_META,
  IK_HTML_ROOT,
  IK_HTML_MAIN,
  IK_HTML_ARTICLE,
  IK_HTML_HEADER,
  IK_HTML_ASIDE,
  IK_HTML_HEADING,
  IK_HTML_ORDERED_LIST,
  IK_HTML_LIST,
  IK_HTML_ITEM,
  IK_HTML_TERM,
  IK_HTML_QUOTE,
  IK_HTML_CODE_BLOCK,
  IK_HTML_CODE,
  IK_HTML_BOLD,
  IK_HTML_ITALIC,
  IK_HTML_LINK,
  IK_HTML_BREAK,
  IK_HTML_RULE,
  IK_HTML_TABLE,
  IK_HTML_ROW,
  IK_HTML_CELL,
  IK_HTML_DETAILS,
  IK_HTML_SUMMARY,
  IK_HTML_BUTTON,
  IK_HTML_INPUT,
} IkHtmlElement;

IkHtmlElement  ik_html_element_lookup (const char *name,
                                       gsize       length);
gboolean       ik_html_element_is_block (IkHtmlElement element);
char          *ik_html_element_escape (const char *html);

G_END_DECLS
