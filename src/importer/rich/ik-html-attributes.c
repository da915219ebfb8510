#include "ik-html-attributes.h"

#include <string.h>

#include "ik-html-names.h"

/* No list is deeper in others. */
#define MAX_LIST_LEVEL 8u

/**
 * ik_html_get_attribute:
 * @attributes: (nullable): names and values in turn, %NULL last
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the value, "" where it has none; %NULL
 *   where there is no such attribute
 */
const char *
ik_html_get_attribute (const xmlChar **attributes,
                       const char     *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
        return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";
    }

  return NULL;
}

/**
 * ik_html_is_hidden:
 * @look: how an element looks by the style sheets
 * @attributes: its attributes
 *
 * Returns: whether nobody is to see it; answers that a click shows are hidden,
 *   but meant to be read
 */
gboolean
ik_html_is_hidden (IkHtmlLook      look,
                   const xmlChar **attributes)
{
  static const char *const folded[] = {
    "accordion", "ans", "answer", "body", "collapse", "collapsible", "content", "description", "details",
    "explanation", "faq", "hint", "panel", "solution", "spoiler", "tab", "toggle", NULL,
  };
  static const char *const hidden[] = {
    "d-none", "hidden", "hide", "is-hidden", "screen-reader-text", "sr-only", "u-hidden",
    "visually-hidden", "visuallyhidden", NULL,
  };
  const char *class_names = ik_html_get_attribute (attributes, "class");
  const char *aria = ik_html_get_attribute (attributes, "aria-hidden");
  const char *id = ik_html_get_attribute (attributes, "id");

  if ((look & IK_HTML_LOOK_HIDDEN) == 0 && ik_html_get_attribute (attributes, "hidden") == NULL &&
      !(aria != NULL && g_str_equal (aria, "true")) && !ik_html_names_have_class (class_names, hidden))
    return FALSE;

  return !ik_html_names_have_word (class_names, folded) && !ik_html_names_have_word (id, folded);
}

/**
 * ik_html_is_gutter:
 * @class_names: (nullable): the classes of an element
 *
 * Returns: whether it holds the line numbers of code
 */
gboolean
ik_html_is_gutter (const char *class_names)
{
  static const char *const gutters[] = { "gutter", "linenos", "lineno", "linenumber", NULL };

  return ik_html_names_have_word (class_names, gutters) ||
         (class_names != NULL && strstr (class_names, "line-number") != NULL);
}

/**
 * ik_html_leads_to_note:
 * @address: where a link leads
 *
 * Returns: whether that is a footnote or a comment, or back from there: "[1]"
 *   is no part of what is said
 */
gboolean
ik_html_leads_to_note (const char *address)
{
  static const char *const openings[] = {
    "#_ftn", "#_msocom", "#cite_note", "#cite_ref", "#cmnt", "#fn", "#footnote", "#ftnt",
    "#user-content-fn",
  };
  gsize length = strlen (address);

  if (length == 0 || !g_ascii_isdigit (address[length - 1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (g_str_has_prefix (address, openings[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_html_is_mark:
 * @element: an element
 * @attributes: its attributes
 *
 * Returns: whether it is a sign that a program put into the text: a link to a
 *   note, to the heading itself or to its editor
 */
gboolean
ik_html_is_mark (IkHtmlElement   element,
                 const xmlChar **attributes)
{
  static const char *const marks[] = { "editsection", "headerlink", "permalink", NULL };
  const char *address = element == IK_HTML_LINK ? ik_html_get_attribute (attributes, "href") : NULL;

  return (address != NULL && ik_html_leads_to_note (address)) ||
         ((element == IK_HTML_LINK || element == IK_HTML_INLINE) &&
          ik_html_names_have_word (ik_html_get_attribute (attributes, "class"), marks));
}

/**
 * ik_html_find_list_level:
 * @class_names: (nullable): the classes of a list
 *
 * Google Docs writes the lists in a list behind each other; their classes tell:
 * "lst-kix_abc-1".
 *
 * Returns: number of lists that it stands in by its class; mostly 0
 */
guint
ik_html_find_list_level (const char *class_names)
{
  const char *found = class_names != NULL ? strstr (class_names, "lst-kix_") : NULL;
  const char *level;

  if (found == NULL)
    return 0;
  level = found + strcspn (found, " -");
  level += strcspn (level, " ");
  while (level > found && g_ascii_isdigit (level[-1]))
    level--;

  return g_ascii_isdigit (*level) ? (guint) MIN (g_ascii_strtoull (level, NULL, 10), MAX_LIST_LEVEL) : 0;
}

/**
 * ik_html_says_question:
 * @class_names: (nullable): the classes of an element
 *
 * Returns: whether it has a class that people give to what is asked, or to the
 *   head of what opens
 */
gboolean
ik_html_says_question (const char *class_names)
{
  static const char *const question[] = { "question", "ques", NULL };
  static const char *const opening[] = {
    "accordion", "collapse", "collapsible", "faq", "q", "toggle", NULL,
  };
  static const char *const head[] = {
    "btn", "button", "head", "header", "heading", "text", "title", "trigger", NULL,
  };
  static const char *const beside[] = {
    "answer", "badge", "count", "icon", "id", "index", "label", "level", "mark", "no", "num",
    "number", "tag", "type", NULL,
  };

  return !ik_html_names_have_word (class_names, beside) &&
         (ik_html_names_have_word (class_names, question) ||
          (ik_html_names_have_word (class_names, opening) && ik_html_names_have_word (class_names, head)));
}

/**
 * ik_html_clean_address:
 * @address: where a link leads
 *
 * Returns: (transfer full): the address as CommonMark takes it
 */
char *
ik_html_clean_address (const char *address)
{
  static const char wrapped[] = "https://www.google.com/url?q=";
  GString *clean = g_string_new (NULL);
  g_autofree char *target = NULL;

  if (g_str_has_prefix (address, wrapped))
    {
      const char *start = address + strlen (wrapped);

      target = g_uri_unescape_segment (start, start + strcspn (start, "&"), NULL);
      address = target != NULL ? target : address;
    }
  if (g_ascii_strncasecmp (address, "javascript:", strlen ("javascript:")) == 0)
    address = "#";
  for (; *address != '\0'; address++)
    {
      if ((guint8) *address <= ' ' || strchr ("()<>\\", *address) != NULL)
        g_string_append_printf (clean, "%%%02X", (guint8) *address);
      else
        g_string_append_c (clean, *address);
    }

  return g_string_free (clean, FALSE);
}
