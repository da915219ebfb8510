#include "ik-html-element.h"

#include <string.h>

/* No name of an element is longer, and no page has more of other vocabularies. */
#define MAX_NAME 64
#define MAX_FOREIGN 1024u

/* A parser compares each attribute with all before it; pages that programs
 * write have some twenty. */
#define MAX_ATTRIBUTES 64u

static const struct
{
  const char    *name;
  IkHtmlElement  element;
} elements[] = {
  { "a", IK_HTML_LINK }, { "abbr", IK_HTML_INLINE }, { "acronym", IK_HTML_INLINE },
  { "address", IK_HTML_BLOCK }, { "area", IK_HTML_SKIPPED }, { "article", IK_HTML_ARTICLE },
  { "aside", IK_HTML_ASIDE }, { "audio", IK_HTML_SKIPPED }, { "b", IK_HTML_BOLD },
  { "base", IK_HTML_INLINE }, { "bdi", IK_HTML_INLINE }, { "bdo", IK_HTML_INLINE },
  { "big", IK_HTML_INLINE }, { "blockquote", IK_HTML_QUOTE }, { "body", IK_HTML_BLOCK },
  { "br", IK_HTML_BREAK }, { "button", IK_HTML_BUTTON }, { "canvas", IK_HTML_SKIPPED },
  { "caption", IK_HTML_BLOCK }, { "center", IK_HTML_BLOCK }, { "cite", IK_HTML_ITALIC },
  { "code", IK_HTML_CODE }, { "col", IK_HTML_INLINE }, { "colgroup", IK_HTML_INLINE },
  { "data", IK_HTML_INLINE }, { "datalist", IK_HTML_SKIPPED }, { "dd", IK_HTML_BLOCK },
  { "del", IK_HTML_UNSEEN }, { "details", IK_HTML_DETAILS }, { "dfn", IK_HTML_ITALIC },
  { "dialog", IK_HTML_ASIDE }, { "dir", IK_HTML_LIST }, { "div", IK_HTML_BLOCK },
  { "dl", IK_HTML_BLOCK }, { "dt", IK_HTML_TERM }, { "em", IK_HTML_ITALIC },
  { "embed", IK_HTML_SKIPPED }, { "fieldset", IK_HTML_BLOCK }, { "figcaption", IK_HTML_ASIDE },
  { "figure", IK_HTML_BLOCK }, { "font", IK_HTML_INLINE }, { "footer", IK_HTML_ASIDE },
  { "form", IK_HTML_BLOCK }, { "frame", IK_HTML_SKIPPED }, { "frameset", IK_HTML_BLOCK },
  { "h1", IK_HTML_HEADING }, { "h2", IK_HTML_HEADING }, { "h3", IK_HTML_HEADING },
  { "h4", IK_HTML_HEADING }, { "h5", IK_HTML_HEADING }, { "h6", IK_HTML_HEADING },
  { "head", IK_HTML_INLINE }, { "header", IK_HTML_HEADER }, { "hgroup", IK_HTML_BLOCK },
  { "hr", IK_HTML_RULE }, { "html", IK_HTML_ROOT }, { "i", IK_HTML_ITALIC },
  { "iframe", IK_HTML_SKIPPED }, { "img", IK_HTML_INLINE }, { "input", IK_HTML_INPUT },
  { "ins", IK_HTML_INLINE }, { "kbd", IK_HTML_CODE }, { "label", IK_HTML_INLINE },
  { "legend", IK_HTML_BLOCK }, { "li", IK_HTML_ITEM }, { "link", IK_HTML_INLINE },
  { "main", IK_HTML_MAIN }, { "map", IK_HTML_INLINE }, { "mark", IK_HTML_INLINE },
  { "math", IK_HTML_INLINE }, { "menu", IK_HTML_LIST }, { "meta", IK_HTML_META },
  { "meter", IK_HTML_SKIPPED }, { "nav", IK_HTML_ASIDE }, { "nobr", IK_HTML_INLINE },
  { "noframes", IK_HTML_SKIPPED }, { "noscript", IK_HTML_UNSEEN },
  { "object", IK_HTML_SKIPPED }, { "ol", IK_HTML_ORDERED_LIST }, { "optgroup", IK_HTML_SKIPPED },
  { "option", IK_HTML_SKIPPED }, { "output", IK_HTML_INLINE }, { "p", IK_HTML_BLOCK },
  { "param", IK_HTML_INLINE }, { "picture", IK_HTML_INLINE }, { "pre", IK_HTML_CODE_BLOCK },
  { "progress", IK_HTML_SKIPPED }, { "q", IK_HTML_INLINE }, { "rp", IK_HTML_SKIPPED },
  { "rt", IK_HTML_SKIPPED }, { "ruby", IK_HTML_INLINE }, { "s", IK_HTML_INLINE },
  { "samp", IK_HTML_CODE }, { "script", IK_HTML_RAW }, { "search", IK_HTML_ASIDE },
  { "section", IK_HTML_BLOCK }, { "select", IK_HTML_SKIPPED }, { "slot", IK_HTML_INLINE },
  { "small", IK_HTML_INLINE }, { "source", IK_HTML_INLINE }, { "span", IK_HTML_INLINE },
  { "strike", IK_HTML_INLINE }, { "strong", IK_HTML_BOLD }, { "style", IK_HTML_STYLE },
  { "sub", IK_HTML_INLINE }, { "summary", IK_HTML_SUMMARY }, { "sup", IK_HTML_INLINE },
  { "svg", IK_HTML_SKIPPED }, { "table", IK_HTML_TABLE }, { "tbody", IK_HTML_INLINE },
  { "td", IK_HTML_CELL }, { "template", IK_HTML_UNSEEN }, { "textarea", IK_HTML_SKIPPED },
  { "tfoot", IK_HTML_INLINE }, { "th", IK_HTML_CELL }, { "thead", IK_HTML_INLINE },
  { "time", IK_HTML_INLINE }, { "title", IK_HTML_TITLE }, { "tr", IK_HTML_ROW },
  { "track", IK_HTML_INLINE }, { "tt", IK_HTML_CODE }, { "u", IK_HTML_INLINE },
  { "ul", IK_HTML_LIST }, { "var", IK_HTML_INLINE }, { "video", IK_HTML_SKIPPED },
  { "wbr", IK_HTML_INLINE },
};

/* Whether the name may be that of another vocabulary. */
static gboolean
is_foreign (const char *name,
            gsize       length)
{
  return memchr (name, ':', length) != NULL || memchr (name, '-', length) != NULL;
}

/**
 * ik_html_element_lookup:
 * @name: name of an element, in any case
 * @length: its length in bytes
 *
 * Returns: what it means; elements of other vocabularies ("o:p", "my-card")
 *   are %IK_HTML_INLINE
 */
IkHtmlElement
ik_html_element_lookup (const char *name,
                        gsize       length)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (elements);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = g_ascii_strncasecmp (elements[middle].name, name, length);

      if (order == 0 && elements[middle].name[length] == '\0')
        return elements[middle].element;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return is_foreign (name, length) ? IK_HTML_INLINE : IK_HTML_UNKNOWN;
}

/**
 * ik_html_element_is_block:
 * @element: an element
 *
 * Returns: whether it begins and ends a paragraph; headings, code and
 *   summaries do so in ways of their own
 */
gboolean
ik_html_element_is_block (IkHtmlElement element)
{
  switch ((int) element)
    {
    case IK_HTML_BLOCK:
    case IK_HTML_MAIN:
    case IK_HTML_ARTICLE:
    case IK_HTML_HEADER:
    case IK_HTML_ASIDE:
    case IK_HTML_ORDERED_LIST:
    case IK_HTML_LIST:
    case IK_HTML_ITEM:
    case IK_HTML_TERM:
    case IK_HTML_QUOTE:
    case IK_HTML_TABLE:
    case IK_HTML_ROW:
    case IK_HTML_CELL:
    case IK_HTML_DETAILS:
    case IK_HTML_BUTTON:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_name_char (char ch)
{
  return g_ascii_isalnum (ch) || ch == '-' || ch == ':' || ch == '_' || ch == '.';
}

/* The foreign elements that are closed somewhere; "<branch-name>" never is. */
static GHashTable *
find_foreign (const char *html)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while ((html = strchr (html, '<')) != NULL)
    {
      gsize length = 0;

      html++;
      if (*html != '/')
        continue;
      html++;
      while (is_name_char (html[length]))
        length++;
      if (is_foreign (html, length) && length <= MAX_NAME && g_hash_table_size (names) < MAX_FOREIGN)
        g_hash_table_add (names, g_ascii_strdown (html, (gssize) length));
    }

  return names;
}

static gboolean
is_element (const char *name,
            gsize       length,
            GHashTable *foreign)
{
  g_autofree char *folded = NULL;

  if (length > MAX_NAME || ik_html_element_lookup (name, length) == IK_HTML_UNKNOWN)
    return FALSE;
  if (!is_foreign (name, length))
    return TRUE;
  folded = g_ascii_strdown (name, (gssize) length);

  return g_hash_table_contains (foreign, folded);
}

/* Length of what stands at "<" up to where looking for tags goes on, or 0 for
 * something in angle brackets that is no tag. */
static gsize
skip_tag (const char *tag,
          GHashTable *foreign)
{
  const char *name = tag + (tag[1] == '/' ? 2 : 1);
  gsize length = 0;
  const char *end;

  if (g_str_has_prefix (tag, "<!--"))
    {
      end = strstr (tag, "-->");
      return end != NULL ? (gsize) (end - tag) + 3 : strlen (tag);
    }
  if (tag[1] == '!' || tag[1] == '?')
    return 1;
  if (!g_ascii_isalpha (*name))
    return 0;
  while (is_name_char (name[length]))
    length++;
  if (strchr (" \t\r\n\f/>", name[length]) == NULL || !is_element (name, length, foreign))
    return 0;

  return (gsize) (name - tag) + length;
}

/* Length of an attribute with the blanks behind it, as parsers take it: even
 * what can't be one is. */
static gsize
skip_attribute (const char *attribute)
{
  gsize i = strcspn (attribute, " \t\r\n\f=>");

  i += strspn (attribute + i, " \t\r\n\f");
  if (attribute[i] == '=')
    {
      const char *value = attribute + i + 1 + strspn (attribute + i + 1, " \t\r\n\f");
      const char *end = *value == '"' || *value == '\'' ? strchr (value + 1, *value) : NULL;

      if (end != NULL)
        i = (gsize) (end + 1 - attribute);
      else if (*value == '"' || *value == '\'')
        i = strlen (attribute);
      else
        i = (gsize) (value - attribute) + strcspn (value, " \t\r\n\f>");
    }

  return i + strspn (attribute + i, " \t\r\n\f");
}

/* Takes the attributes of a tag over, up to the limit; returns the length of
 * all of them. */
static gsize
append_attributes (GString    *escaped,
                   const char *attributes)
{
  gsize length = strspn (attributes, " \t\r\n\f");
  gsize n_kept = length;

  for (guint n = 0; attributes[length] != '\0' && attributes[length] != '>'; n++)
    {
      length += skip_attribute (attributes + length);
      if (n < MAX_ATTRIBUTES)
        n_kept = length;
    }
  g_string_append_len (escaped, attributes, (gssize) n_kept);

  return length;
}

/* Length of the text of an element that holds no tags; 0 for others. */
static gsize
skip_raw (const char *tag,
          const char *text)
{
  static const char *const raw[] = { "script", "style" };

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      gsize length = strlen (raw[i]);
      const char *end = text;

      if (g_ascii_strncasecmp (tag + 1, raw[i], length) != 0 || is_name_char (tag[1 + length]))
        continue;
      while ((end = strstr (end, "</")) != NULL && g_ascii_strncasecmp (end + 2, raw[i], length) != 0)
        end += 2;
      return end != NULL ? (gsize) (end - text) : strlen (text);
    }

  return 0;
}

/* Takes over what stands at "<"; returns its length. */
static gsize
append_tag (GString    *escaped,
            const char *tag,
            GHashTable *foreign)
{
  gsize length = skip_tag (tag, foreign);

  if (length == 0)
    {
      g_string_append (escaped, "&lt;");
      return 1;
    }
  g_string_append_len (escaped, tag, (gssize) length);
  if (g_ascii_isalpha (tag[1]))
    {
      gsize n_raw;

      length += append_attributes (escaped, tag + length);
      n_raw = skip_raw (tag, tag + length);
      g_string_append_len (escaped, tag + length, (gssize) n_raw);
      length += n_raw;
    }

  return length;
}

/**
 * ik_html_element_escape:
 * @html: a page
 *
 * Escapes what only looks like a tag ("List<T>", "a < b"), so that a parser
 * of HTML keeps it as text. Linear.
 *
 * Returns: (transfer full): the page
 */
char *
ik_html_element_escape (const char *html)
{
  GString *escaped = g_string_sized_new (strlen (html) + 64);
  g_autoptr(GHashTable) foreign = find_foreign (html);

  while (*html != '\0')
    {
      gsize text = strcspn (html, "<");

      g_string_append_len (escaped, html, (gssize) text);
      html += text;
      if (*html != '\0')
        html += append_tag (escaped, html, foreign);
    }

  return g_string_free (escaped, FALSE);
}
