#include "ik-docx-numbering.h"

#include <string.h>

#define N_LEVELS 9u
#define MAX_LISTS 65536u
#define MAX_NUMBER 99999

/* How a family of lists counts. */
typedef struct
{
  IkDocxLevel levels[N_LEVELS];
  char       *follows;  /* (owned) (nullable): style whose lists it counts with */
} Abstract;

/* A list: it counts on where the last one of its family stopped, unless it
 * says where to start. */
typedef struct
{
  Abstract *abstract;         /* (unowned) */
  int       starts[N_LEVELS]; /* -1 where not said */
  gboolean  used;
} List;

struct _IkDocxNumbering
{
  GHashTable  *abstracts; /* id -> Abstract (owned) */
  GHashTable  *styles;    /* style (owned) -> Abstract (unowned) that counts its lists */
  GHashTable  *lists;     /* id -> List (owned) */
  Abstract    *abstract;  /* (unowned) (nullable): the one being read */
  List        *list;      /* (unowned) (nullable): likewise */
  IkDocxLevel *level;     /* (unowned) (nullable): likewise */
  guint        overridden;
};

static void
abstract_free (Abstract *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    g_free (self->levels[i].text);
  g_free (self->follows);
  g_free (self);
}

/**
 * ik_docx_numbering_new:
 *
 * Returns: (transfer full): no lists yet
 */
IkDocxNumbering *
ik_docx_numbering_new (void)
{
  IkDocxNumbering *self = g_new0 (IkDocxNumbering, 1);

  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) abstract_free);
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

/**
 * ik_docx_numbering_free:
 * @self: (transfer full): lists
 */
void
ik_docx_numbering_free (IkDocxNumbering *self)
{
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static IkListFormat
parse_format (const char *text)
{
  static const struct
  {
    const char   *name;
    IkListFormat  format;
  } formats[] = {
    { "bullet", IK_LIST_FORMAT_BULLET }, { "none", IK_LIST_FORMAT_NONE },
    { "lowerLetter", IK_LIST_FORMAT_LOWER_LETTER }, { "upperLetter", IK_LIST_FORMAT_UPPER_LETTER },
    { "lowerRoman", IK_LIST_FORMAT_LOWER_ROMAN }, { "upperRoman", IK_LIST_FORMAT_UPPER_ROMAN },
  };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, text))
        return formats[i].format;
    }

  return IK_LIST_FORMAT_DECIMAL;
}

static void
begin_abstract (IkDocxNumbering       *self,
                const IkXmlAttributes *attributes)
{
  int id = ik_xml_get_number (attributes, "abstractNumId", -1);

  self->abstract = NULL;
  self->level = NULL;
  if (g_hash_table_size (self->abstracts) >= MAX_LISTS ||
      g_hash_table_contains (self->abstracts, GINT_TO_POINTER (id)))
    return; /* lists may count with the first one */
  self->abstract = g_new0 (Abstract, 1);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      self->abstract->levels[i].start = 1;
      self->abstract->levels[i].indent = -1;
    }
  g_hash_table_insert (self->abstracts, GINT_TO_POINTER (id), self->abstract);
}

static void
begin_list (IkDocxNumbering       *self,
            const IkXmlAttributes *attributes)
{
  int id = ik_xml_get_number (attributes, "numId", -1);

  self->list = NULL;
  if (g_hash_table_size (self->lists) >= MAX_LISTS)
    return;
  self->list = g_new0 (List, 1);
  for (guint i = 0; i < N_LEVELS; i++)
    self->list->starts[i] = -1;
  g_hash_table_insert (self->lists, GINT_TO_POINTER (id), self->list);
}

/* A family of lists may be one of a style's, which another one counts. */
static void
read_family (IkDocxNumbering       *self,
             const char            *name,
             const IkXmlAttributes *attributes)
{
  char *style = ik_xml_dup_attribute (attributes, "val");

  if (style != NULL && g_str_equal (name, "styleLink"))
    g_hash_table_insert (self->styles, g_steal_pointer (&style), self->abstract);
  else if (g_str_equal (name, "numStyleLink"))
    {
      g_free (self->abstract->follows);
      self->abstract->follows = g_steal_pointer (&style);
    }
  g_free (style);
}

static Abstract *
find_abstract (const IkDocxNumbering *self,
               int                    id)
{
  Abstract *abstract = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (id));
  Abstract *followed = abstract != NULL && abstract->follows != NULL
                       ? g_hash_table_lookup (self->styles, abstract->follows) : NULL;

  return followed != NULL ? followed : abstract;
}

static void
read_level (IkDocxLevel           *level,
            const char            *name,
            const IkXmlAttributes *attributes)
{
  if (g_str_equal (name, "numFmt"))
    {
      g_autofree char *format = ik_xml_dup_attribute (attributes, "val");

      level->format = parse_format (format);
    }
  else if (g_str_equal (name, "start"))
    level->start = (guint) CLAMP (ik_xml_get_number (attributes, "val", 1), 0, MAX_NUMBER);
  else if (g_str_equal (name, "lvlText"))
    {
      g_free (level->text);
      level->text = ik_list_number_take_label (ik_xml_dup_attribute (attributes, "val"));
    }
  else if (g_str_equal (name, "ind"))
    level->indent = ik_xml_get_number (attributes, "left", ik_xml_get_number (attributes, "start", -1));
}

static guint
get_level (const IkXmlAttributes *attributes)
{
  return (guint) CLAMP (ik_xml_get_number (attributes, "ilvl", 0), 0, (int) N_LEVELS - 1);
}

static void
start (gpointer               data,
       const char            *name,
       const IkXmlAttributes *attributes)
{
  IkDocxNumbering *self = data;

  if (g_str_equal (name, "abstractNum"))
    begin_abstract (self, attributes);
  else if (g_str_equal (name, "num"))
    begin_list (self, attributes);
  else if (g_str_equal (name, "lvl") && self->list == NULL)
    self->level = self->abstract != NULL ? &self->abstract->levels[get_level (attributes)] : NULL;
  else if (g_str_equal (name, "abstractNumId") && self->list != NULL)
    self->list->abstract = find_abstract (self, ik_xml_get_number (attributes, "val", -1));
  else if (g_str_equal (name, "lvlOverride"))
    self->overridden = get_level (attributes);
  else if (g_str_equal (name, "startOverride") && self->list != NULL)
    self->list->starts[self->overridden] = CLAMP (ik_xml_get_number (attributes, "val", 1), 0,
                                                  MAX_NUMBER);
  else if (self->level != NULL)
    read_level (self->level, name, attributes);
  else if (self->abstract != NULL)
    read_family (self, name, attributes);
}

static void
end (gpointer    data,
     const char *name)
{
  IkDocxNumbering *self = data;

  if (g_str_equal (name, "lvl"))
    self->level = NULL;
  else if (g_str_equal (name, "abstractNum"))
    self->abstract = NULL;
  else if (g_str_equal (name, "num"))
    self->list = NULL;
}

/**
 * ik_docx_numbering_get_handler:
 *
 * Returns: (transfer none): what reads word/numbering.xml into the lists that it
 *   is called with
 */
const IkXmlHandler *
ik_docx_numbering_get_handler (void)
{
  static const IkXmlHandler handler = { start, end, NULL };

  return &handler;
}

static List *
find_list (IkDocxNumbering *self,
           int              num_id)
{
  List *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (num_id));

  return list != NULL && list->abstract != NULL ? list : NULL;
}

/**
 * ik_docx_numbering_count:
 * @self: lists
 * @num_id: a list
 * @level: a level in it, from 0
 *
 * Counts one item on.
 *
 * Returns: (transfer none) (nullable): the level with the item's number;
 *   %NULL where there is no such list
 */
const IkDocxLevel *
ik_docx_numbering_count (IkDocxNumbering *self,
                         int              num_id,
                         guint            level)
{
  List *list = find_list (self, num_id);
  IkDocxLevel *counted;

  if (list == NULL)
    return NULL;
  level = MIN (level, N_LEVELS - 1);
  for (guint i = 0; i < N_LEVELS && !list->used; i++)
    {
      if (list->starts[i] >= 0)
        {
          list->abstract->levels[i].start = (guint) list->starts[i];
          list->abstract->levels[i].number = 0;
        }
    }
  list->used = TRUE;

  counted = &list->abstract->levels[level];
  counted->number = counted->number == 0 ? counted->start : counted->number + 1;
  for (guint i = level + 1; i < N_LEVELS; i++)
    list->abstract->levels[i].number = 0;

  return counted;
}

/**
 * ik_docx_numbering_dup_label:
 * @self: lists
 * @num_id: a list
 * @level: a level in it, from 0
 *
 * Returns: (transfer full): what is shown before its last item; "" for a
 *   bullet
 */
char *
ik_docx_numbering_dup_label (IkDocxNumbering *self,
                             int              num_id,
                             guint            level)
{
  const List *list = find_list (self, num_id);
  GString *label = g_string_new (NULL);
  const IkDocxLevel *levels = list != NULL ? list->abstract->levels : NULL;
  const char *text = levels != NULL ? levels[MIN (level, N_LEVELS - 1)].text : NULL;

  if (levels != NULL && levels[MIN (level, N_LEVELS - 1)].format == IK_LIST_FORMAT_BULLET)
    text = NULL;
  for (; text != NULL && *text != '\0'; text++)
    {
      guint i = (guint) (text[1] - '1');

      if (*text == '%' && i < N_LEVELS)
        {
          ik_list_number_append (label, levels[i].format,
                                 levels[i].number > 0 ? levels[i].number : levels[i].start);
          text++;
        }
      else
        g_string_append_c (label, *text);
    }

  return g_strstrip (g_string_free (label, FALSE));
}
