#include "ik-html-attributes.h"

#include <string.h>

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

static gboolean
has_word (const char        *names,
          const char *const *words)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalnum (names[length]))
        length++;
      for (guint i = 0; length > 0 && words[i] != NULL; i++)
        {
          if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], names, length) == 0)
            return TRUE;
        }
      names += length;
      names += *names != '\0';
    }

  return FALSE;
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
  static const char *const hidden[] = { "hidden", "sr", "visually", NULL };
  const char *class_names = ik_html_get_attribute (attributes, "class");
  const char *aria = ik_html_get_attribute (attributes, "aria-hidden");
  const char *id = ik_html_get_attribute (attributes, "id");

  if ((look & IK_HTML_LOOK_HIDDEN) == 0 && ik_html_get_attribute (attributes, "hidden") == NULL &&
      !(aria != NULL && g_str_equal (aria, "true")) && !has_word (class_names, hidden))
    return FALSE;

  return !has_word (class_names, folded) && !has_word (id, folded);
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

  return has_word (class_names, gutters) ||
         (class_names != NULL && strstr (class_names, "line-number") != NULL);
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

  return !has_word (class_names, beside) &&
         (has_word (class_names, question) ||
          (has_word (class_names, opening) && has_word (class_names, head)));
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
  GString *clean = g_string_new (NULL);

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
