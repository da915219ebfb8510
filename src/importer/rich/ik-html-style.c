#include "ik-html-style.h"

#include <string.h>

/* No page has more rules that matter. */
#define MAX_RULES 4096u

struct _IkHtmlStyle
{
  GHashTable *looks; /* ".class" or "#id" (owned) -> IkHtmlLook */
};

/**
 * ik_html_style_new:
 *
 * Returns: (transfer full): the style of a page without style sheets
 */
IkHtmlStyle *
ik_html_style_new (void)
{
  IkHtmlStyle *self = g_new0 (IkHtmlStyle, 1);

  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * ik_html_style_free:
 * @self: (transfer full): a style
 */
void
ik_html_style_free (IkHtmlStyle *self)
{
  g_hash_table_unref (self->looks);
  g_free (self);
}

/* The value of a property, its length up to ";" in @length. */
static const char *
find_value (const char *declarations,
            gsize       size,
            const char *property,
            gsize      *length)
{
  gsize n = strlen (property);

  for (gsize i = 0; i + n < size; i++)
    {
      gsize at = i + n;

      if ((i > 0 && (g_ascii_isalpha (declarations[i - 1]) || declarations[i - 1] == '-')) ||
          g_ascii_strncasecmp (declarations + i, property, n) != 0)
        continue;
      while (at < size && g_ascii_isspace (declarations[at]))
        at++;
      if (at >= size || declarations[at] != ':')
        continue;
      at++;
      while (at < size && g_ascii_isspace (declarations[at]))
        at++;
      *length = 0;
      while (at + *length < size && strchr (";} \t\n!", declarations[at + *length]) == NULL)
        (*length)++;
      return declarations + at;
    }

  return NULL;
}

static gboolean
has_value (const char        *declarations,
           gsize              size,
           const char        *property,
           const char *const *values)
{
  gsize length;
  const char *value = find_value (declarations, size, property, &length);

  for (guint i = 0; value != NULL && values[i] != NULL; i++)
    {
      if (strlen (values[i]) == length && g_ascii_strncasecmp (value, values[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static IkHtmlLook
read_declarations (const char *declarations,
                   gsize       size)
{
  static const char *const bold[] = { "bold", "bolder", "600", "700", "800", "900", NULL };
  static const char *const none[] = { "none", NULL };
  static const char *const hidden[] = { "hidden", NULL };
  IkHtmlLook look = 0;

  if (has_value (declarations, size, "font-weight", bold))
    look |= IK_HTML_LOOK_BOLD;
  if (has_value (declarations, size, "display", none) ||
      has_value (declarations, size, "visibility", hidden))
    look |= IK_HTML_LOOK_HIDDEN;

  return look;
}

/* ".a", "#b" and "p.c" count; what depends on other elements doesn't. */
static void
take_selectors (IkHtmlStyle *self,
                const char  *selectors,
                gsize        size,
                IkHtmlLook   look)
{
  g_autofree char *copy = g_strndup (selectors, size);
  g_auto(GStrv) parts = g_strsplit (copy, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      char *name = part + strcspn (part, ".#");
      gpointer old = NULL;

      if (*name == '\0' || name[1 + strcspn (name + 1, ".# \t\n>+~:[*")] != '\0' ||
          (gsize) (name - part) != strcspn (part, " \t\n>+~:[*.#") ||
          g_hash_table_size (self->looks) >= MAX_RULES)
        continue;
      old = g_hash_table_lookup (self->looks, name);
      g_hash_table_insert (self->looks, g_strdup (name), GINT_TO_POINTER (GPOINTER_TO_INT (old) | (int) look));
    }
}

/* Length of "@media … { … }" and the like. */
static gsize
skip_at_rule (const char *rule)
{
  guint depth = 0;

  for (gsize i = 0; rule[i] != '\0'; i++)
    {
      depth += rule[i] == '{';
      if ((rule[i] == ';' && depth == 0) || (rule[i] == '}' && --depth == 0))
        return i + 1;
    }

  return strlen (rule);
}

/**
 * ik_html_style_parse:
 * @self: a style
 * @sheet: a style sheet
 *
 * Adds what a sheet says; rules for other media are passed over. Linear.
 */
void
ik_html_style_parse (IkHtmlStyle *self,
                     const char  *sheet)
{
  while (*sheet != '\0')
    {
      gsize selectors;
      gsize declarations;
      IkHtmlLook look;

      sheet += strspn (sheet, " \t\r\n}");
      if (g_str_has_prefix (sheet, "/*"))
        {
          const char *end = strstr (sheet + 2, "*/");

          sheet = end != NULL ? end + 2 : sheet + strlen (sheet);
          continue;
        }
      if (*sheet == '@')
        {
          sheet += skip_at_rule (sheet);
          continue;
        }
      selectors = strcspn (sheet, "{");
      if (sheet[selectors] == '\0')
        return;
      declarations = strcspn (sheet + selectors, "}");
      look = read_declarations (sheet + selectors + 1, declarations - 1);
      if (look != 0)
        take_selectors (self, sheet, selectors, look);
      sheet += selectors + declarations;
    }
}

/**
 * ik_html_style_lookup:
 * @self: a style
 * @class_names: (nullable): the classes of an element
 * @id: (nullable): its id
 * @inline_style: (nullable): its own style
 *
 * Returns: how it looks
 */
IkHtmlLook
ik_html_style_lookup (const IkHtmlStyle *self,
                      const char        *class_names,
                      const char        *id,
                      const char        *inline_style)
{
  IkHtmlLook look = 0;

  if (inline_style != NULL)
    look |= read_declarations (inline_style, strlen (inline_style));
  if (g_hash_table_size (self->looks) == 0)
    return look;

  if (id != NULL)
    {
      g_autofree char *key = g_strconcat ("#", id, NULL);

      look |= (IkHtmlLook) GPOINTER_TO_INT (g_hash_table_lookup (self->looks, key));
    }
  while (class_names != NULL && *class_names != '\0')
    {
      gsize length = strcspn (class_names, " \t\n");

      if (length > 0)
        {
          g_autofree char *key = g_strdup_printf (".%.*s", (int) length, class_names);

          look |= (IkHtmlLook) GPOINTER_TO_INT (g_hash_table_lookup (self->looks, key));
        }
      class_names += length + strspn (class_names + length, " \t\n");
    }

  return look;
}
