#include "ik-docx-styles.h"

#include <string.h>

/* Styles inherit from styles; a loop of them must end. */
#define MAX_PARENTS 32
#define MAX_STYLES 65536u
#define MAX_LEVEL 9

/* Whether a style says something, and what. */
typedef enum
{
  SAYS_NOTHING,
  SAYS_NO,
  SAYS_YES,
} Says;

typedef struct
{
  char  *name;      /* (owned) (nullable), lower case; the built-in ones are English */
  char  *parent;    /* (owned) (nullable) */
  int    outline;   /* level of a heading from 0, -1 where not said */
  int    num_id;    /* -1 where not said */
  int    num_level;
  int    indent;    /* twips, -1 where not said */
  Says   bold;
  Says   italic;
  Says   hidden;

  /* What it comes to, once that was looked for */
  gboolean   settled;
  IkDocxLook look;
} Style;

struct _IkDocxStyles
{
  GHashTable *styles;   /* id (owned) -> Style (owned) */
  Style      *style;    /* (unowned) (nullable): the one being read */
  char       *language; /* (owned) */
};

static void
style_free (Style *self)
{
  g_free (self->name);
  g_free (self->parent);
  g_free (self);
}

/**
 * ik_docx_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
IkDocxStyles *
ik_docx_styles_new (void)
{
  IkDocxStyles *self = g_new0 (IkDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) style_free);
  self->language = g_strdup ("");

  return self;
}

/**
 * ik_docx_styles_free:
 * @self: (transfer full): styles
 */
void
ik_docx_styles_free (IkDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_free (self->language);
  g_free (self);
}

/**
 * ik_docx_is_on:
 * @attributes: attributes of an element that switches something
 *
 * Returns: whether it switches it on: it does unless it says otherwise
 */
gboolean
ik_docx_is_on (const IkXmlAttributes *attributes)
{
  return !ik_xml_is (attributes, "val", "0") && !ik_xml_is (attributes, "val", "false") &&
         !ik_xml_is (attributes, "val", "off");
}

static void
begin_style (IkDocxStyles          *self,
             const IkXmlAttributes *attributes)
{
  char *id = ik_xml_dup_attribute (attributes, "styleId");

  self->style = NULL;
  if (id == NULL || g_hash_table_size (self->styles) >= MAX_STYLES)
    {
      g_free (id);
      return;
    }
  self->style = g_new0 (Style, 1);
  self->style->outline = self->style->num_id = self->style->indent = -1;
  g_hash_table_insert (self->styles, id, self->style);
}

static void
read_property (Style                 *style,
               const char            *name,
               const IkXmlAttributes *attributes)
{
  Says says = ik_docx_is_on (attributes) ? SAYS_YES : SAYS_NO;

  if (g_str_equal (name, "name"))
    {
      g_autofree char *value = ik_xml_dup_attribute (attributes, "val");

      g_free (style->name);
      style->name = value != NULL ? g_utf8_strdown (value, -1) : NULL;
    }
  else if (g_str_equal (name, "basedOn"))
    {
      g_free (style->parent);
      style->parent = ik_xml_dup_attribute (attributes, "val");
    }
  else if (g_str_equal (name, "outlineLvl"))
    style->outline = ik_xml_get_number (attributes, "val", -1);
  else if (g_str_equal (name, "numId"))
    style->num_id = ik_xml_get_number (attributes, "val", -1);
  else if (g_str_equal (name, "ilvl"))
    style->num_level = ik_xml_get_number (attributes, "val", 0);
  else if (g_str_equal (name, "ind"))
    style->indent = ik_xml_get_number (attributes, "left", ik_xml_get_number (attributes, "start", -1));
  else if (g_str_equal (name, "b"))
    style->bold = says;
  else if (g_str_equal (name, "i"))
    style->italic = says;
  else if (g_str_equal (name, "vanish"))
    style->hidden = says;
}

static void
start (gpointer               data,
       const char            *name,
       const IkXmlAttributes *attributes)
{
  IkDocxStyles *self = data;

  if (g_str_equal (name, "style"))
    begin_style (self, attributes);
  else if (self->style != NULL)
    read_property (self->style, name, attributes);
  else if (g_str_equal (name, "lang"))
    {
      char *language = ik_xml_dup_attribute (attributes, "val");

      if (language != NULL)
        {
          g_free (self->language);
          self->language = language;
        }
    }
}

static void
end (gpointer    data,
     const char *name)
{
  IkDocxStyles *self = data;

  if (g_str_equal (name, "style"))
    self->style = NULL;
}

/**
 * ik_docx_styles_get_handler:
 *
 * Returns: (transfer none): what reads word/styles.xml into the styles that it
 *   is called with
 */
const IkXmlHandler *
ik_docx_styles_get_handler (void)
{
  static const IkXmlHandler handler = { start, end, NULL };

  return &handler;
}

/**
 * ik_docx_styles_language:
 * @self: styles
 *
 * Returns: (transfer none): the language that texts have by default, "" where
 *   not said
 */
const char *
ik_docx_styles_language (const IkDocxStyles *self)
{
  return self->language;
}

static gboolean
is_for_code (const char *name)
{
  static const char *const words[] = { "preformatted", "source code", "code", "listing", "verbatim" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (name, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static guint
find_level (const Style *style)
{
  if (style->outline >= 0 && style->outline < MAX_LEVEL)
    return (guint) style->outline + 1;
  if (style->name == NULL)
    return 0;
  if (g_str_equal (style->name, "title"))
    return 1;
  if (g_str_has_prefix (style->name, "heading ") && g_ascii_isdigit (style->name[8]))
    return (guint) (style->name[8] - '0');

  return 0;
}

/* The level of a style that isn't there, as in a document that is damaged: the id
 * of a built-in one is its name without blanks. */
static guint
guess_level (const char *id)
{
  if (id == NULL)
    return 0;
  if (g_str_equal (id, "Title"))
    return 1;

  return g_str_has_prefix (id, "Heading") && g_ascii_isdigit (id[7]) && id[8] == '\0'
         ? (guint) (id[7] - '0') : 0;
}

static void
inherit (IkDocxLook  *look,
         const Style *style)
{
  if (look->level == 0)
    look->level = find_level (style);
  if (style->name != NULL)
    {
      look->code = look->code || is_for_code (style->name);
      look->contents = look->contents || g_str_has_prefix (style->name, "toc ");
    }
  if (look->num_id < 0 && style->num_id >= 0)
    {
      look->num_id = style->num_id;
      look->num_level = (guint) CLAMP (style->num_level, 0, MAX_LEVEL - 1);
    }
  if (look->indent < 0)
    look->indent = style->indent;
}

static IkDocxLook
find_look (const IkDocxStyles *self,
           const char         *id)
{
  IkDocxLook look = { .num_id = -1, .indent = -1 };
  Says bold = SAYS_NOTHING;
  Says italic = SAYS_NOTHING;
  Says hidden = SAYS_NOTHING;

  for (guint i = 0; id != NULL && i < MAX_PARENTS; i++)
    {
      const Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        break;
      inherit (&look, style);
      bold = bold == SAYS_NOTHING ? style->bold : bold;
      italic = italic == SAYS_NOTHING ? style->italic : italic;
      hidden = hidden == SAYS_NOTHING ? style->hidden : hidden;
      id = style->parent;
    }
  if (bold == SAYS_YES)
    look.style |= IK_RICH_STYLE_BOLD;
  if (italic == SAYS_YES)
    look.style |= IK_RICH_STYLE_ITALIC;
  look.hidden = hidden == SAYS_YES;
  look.num_id = MAX (look.num_id, 0);

  return look;
}

/**
 * ik_docx_styles_lookup:
 * @self: styles that were read
 * @id: (nullable): id of a style
 *
 * Returns: what it comes to
 */
IkDocxLook
ik_docx_styles_lookup (IkDocxStyles *self,
                       const char   *id)
{
  Style *style = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;

  if (style == NULL)
    {
      IkDocxLook look = find_look (self, NULL);

      look.level = guess_level (id);
      return look;
    }
  if (!style->settled)
    style->look = find_look (self, id);
  style->settled = TRUE;

  return style->look;
}
