#include "ik-odt-styles.h"

#include <string.h>

/* Styles inherit from styles; a loop of them must end. */
#define MAX_PARENTS 32
#define MAX_STYLES 65536u

/* Whether a style says something, and what. */
typedef enum
{
  SAYS_NOTHING,
  SAYS_NO,
  SAYS_YES,
} Says;

typedef struct
{
  char  *family; /* (owned) */
  char  *name;   /* (owned) */
  char  *parent; /* (owned) (nullable) */
  guint  level;
  Says   bold;
  Says   italic;
  Says   hidden;
} Style;

typedef struct
{
  IkOdtListLevel levels[IK_ODT_MAX_LEVELS];
} ListStyle;

struct _IkOdtStyles
{
  GHashTable *styles; /* "family:name" (owned) -> Style (owned) */
  GHashTable *lists;  /* name (owned) -> ListStyle (owned) */
  Style      *style;  /* (unowned) (nullable): the one being read */
  ListStyle  *list;   /* (unowned) (nullable): likewise */
};

static void
style_free (Style *self)
{
  g_free (self->family);
  g_free (self->name);
  g_free (self->parent);
  g_free (self);
}

static void
list_style_free (ListStyle *self)
{
  for (guint i = 0; i < IK_ODT_MAX_LEVELS; i++)
    {
      g_free (self->levels[i].prefix);
      g_free (self->levels[i].suffix);
    }
  g_free (self);
}

/**
 * ik_odt_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
IkOdtStyles *
ik_odt_styles_new (void)
{
  IkOdtStyles *self = g_new0 (IkOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) style_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) list_style_free);

  return self;
}

/**
 * ik_odt_styles_free:
 * @self: (transfer full): styles
 */
void
ik_odt_styles_free (IkOdtStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static void
begin_style (IkOdtStyles           *self,
             const IkXmlAttributes *attributes)
{
  Style *style = g_new0 (Style, 1);

  style->family = ik_xml_dup_attribute (attributes, "family");
  style->name = ik_xml_dup_attribute (attributes, "name");
  style->parent = ik_xml_dup_attribute (attributes, "parent-style-name");
  style->level = (guint) CLAMP (ik_xml_get_number (attributes, "default-outline-level", 0), 0, 10);
  self->style = NULL;
  if (style->family == NULL || style->name == NULL ||
      g_hash_table_size (self->styles) >= MAX_STYLES)
    {
      style_free (style);
      return;
    }
  self->style = style;
  g_hash_table_insert (self->styles, g_strconcat (style->family, ":", style->name, NULL), style);
}

static void
read_text_properties (Style                 *style,
                      const IkXmlAttributes *attributes)
{
  g_autofree char *weight = ik_xml_dup_attribute (attributes, "font-weight");
  g_autofree char *slant = ik_xml_dup_attribute (attributes, "font-style");
  g_autofree char *display = ik_xml_dup_attribute (attributes, "display");

  if (weight != NULL)
    style->bold = g_str_equal (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600
                  ? SAYS_YES : SAYS_NO;
  if (slant != NULL)
    style->italic = g_str_equal (slant, "italic") ? SAYS_YES : SAYS_NO;
  if (display != NULL)
    style->hidden = g_str_equal (display, "none") ? SAYS_YES : SAYS_NO;
}

/* Takes over the name. */
static void
add_list_style (IkOdtStyles *self,
                char        *name)
{
  self->list = NULL;
  if (name == NULL || g_hash_table_size (self->lists) >= MAX_STYLES)
    {
      g_free (name);
      return;
    }
  self->list = g_new0 (ListStyle, 1);
  g_hash_table_insert (self->lists, name, self->list);
}

static IkListFormat
parse_format (const char *text)
{
  switch (text != NULL ? text[0] : '\0')
    {
    case '1':
      return IK_LIST_FORMAT_DECIMAL;

    case 'a':
      return IK_LIST_FORMAT_LOWER_LETTER;

    case 'A':
      return IK_LIST_FORMAT_UPPER_LETTER;

    case 'i':
      return IK_LIST_FORMAT_LOWER_ROMAN;

    case 'I':
      return IK_LIST_FORMAT_UPPER_ROMAN;

    default:
      return IK_LIST_FORMAT_NONE;
    }
}

static void
read_list_level (ListStyle             *list,
                 gboolean               bullet,
                 const IkXmlAttributes *attributes)
{
  int number = ik_xml_get_number (attributes, "level", 1);
  g_autofree char *format = ik_xml_dup_attribute (attributes, "num-format");
  g_autofree char *sign = ik_xml_dup_attribute (attributes, "bullet-char");
  IkOdtListLevel *level;

  if (number < 1 || number > (int) IK_ODT_MAX_LEVELS)
    return;
  level = &list->levels[number - 1];
  level->format = bullet ? IK_LIST_FORMAT_BULLET : parse_format (format);
  level->hangs = bullet && sign != NULL && sign[strspn (sign, " ")] == '\0';
  level->n_shown = (guint) CLAMP (ik_xml_get_number (attributes, "display-levels", 1), 1, number);
  level->start = (guint) CLAMP (ik_xml_get_number (attributes, "start-value", 1), 0, 99999);
  g_free (level->prefix);
  g_free (level->suffix);
  level->prefix = ik_list_number_take_label (ik_xml_dup_attribute (attributes, "num-prefix"));
  level->suffix = ik_list_number_take_label (ik_xml_dup_attribute (attributes, "num-suffix"));
}

/**
 * ik_odt_styles_start:
 * @self: styles
 * @name: name of an element that begins
 * @attributes: its attributes
 *
 * Reads what an element says about styles.
 */
void
ik_odt_styles_start (IkOdtStyles           *self,
                     const char            *name,
                     const IkXmlAttributes *attributes)
{
  if (g_str_equal (name, "style"))
    begin_style (self, attributes);
  else if (g_str_equal (name, "text-properties") && self->style != NULL)
    read_text_properties (self->style, attributes);
  else if (g_str_equal (name, "list-style"))
    {
      self->style = NULL;
      add_list_style (self, ik_xml_dup_attribute (attributes, "name"));
    }
  else if (g_str_equal (name, "outline-style"))
    {
      self->style = NULL;
      add_list_style (self, g_strdup (IK_ODT_OUTLINE));
    }
  else if (self->list != NULL && (g_str_equal (name, "list-level-style-number") ||
                                  g_str_equal (name, "outline-level-style")))
    read_list_level (self->list, FALSE, attributes);
  else if (self->list != NULL && (g_str_equal (name, "list-level-style-bullet") ||
                                  g_str_equal (name, "list-level-style-image")))
    read_list_level (self->list, TRUE, attributes);
  else if (!g_str_has_suffix (name, "-properties") && !g_str_has_prefix (name, "list-level") &&
           !g_str_equal (name, "outline-level-style"))
    self->style = NULL;
}

/* The names that word processors give to styles for code, as they stand in
 * the file. */
static gboolean
is_for_code (const char *name)
{
  static const char *const words[] = { "preformatted", "source", "code", "listing", "verbatim" };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (folded, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_odt_styles_lookup:
 * @self: styles
 * @family: "paragraph" or "text"
 * @name: (nullable): name of a style
 *
 * Returns: what it comes to
 */
IkOdtLook
ik_odt_styles_lookup (const IkOdtStyles *self,
                      const char        *family,
                      const char        *name)
{
  IkOdtLook look = { 0 };
  Says bold = SAYS_NOTHING;
  Says italic = SAYS_NOTHING;
  Says hidden = SAYS_NOTHING;

  for (guint i = 0; name != NULL && i < MAX_PARENTS; i++)
    {
      g_autofree char *key = g_strconcat (family, ":", name, NULL);
      const Style *style = g_hash_table_lookup (self->styles, key);

      look.code = look.code || is_for_code (name);
      if (look.level == 0 && (g_str_equal (name, "Title") ||
                              (style != NULL && style->level > 0)))
        look.level = g_str_equal (name, "Title") ? 1 : style->level;
      if (style == NULL)
        break;
      bold = bold == SAYS_NOTHING ? style->bold : bold;
      italic = italic == SAYS_NOTHING ? style->italic : italic;
      hidden = hidden == SAYS_NOTHING ? style->hidden : hidden;
      name = style->parent;
    }
  if (bold == SAYS_YES)
    look.style |= IK_RICH_STYLE_BOLD;
  if (italic == SAYS_YES)
    look.style |= IK_RICH_STYLE_ITALIC;
  look.hidden = hidden == SAYS_YES;

  return look;
}

/**
 * ik_odt_styles_get_level:
 * @self: styles
 * @list_style: (nullable): name of a list style
 * @level: level of a list, from 0
 *
 * Returns: (transfer none) (nullable): how the level counts
 */
const IkOdtListLevel *
ik_odt_styles_get_level (const IkOdtStyles *self,
                         const char        *list_style,
                         guint              level)
{
  const ListStyle *list = list_style != NULL ? g_hash_table_lookup (self->lists, list_style) : NULL;

  return list != NULL ? &list->levels[MIN (level, IK_ODT_MAX_LEVELS - 1)] : NULL;
}
