#include "ik-field-reader.h"

#include "ik-exchange-error.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static char *
describe_place (IkFieldReader *reader)
{
  if (reader->list != NULL)
    return g_strdup_printf (_("entry %u of “%s”"), reader->number, reader->list);
  if (reader->number == 0)
    return g_strdup (reader->whole != NULL ? reader->whole : _("the pack"));
  if (reader->section == NULL || *reader->section == '\0')
    return g_strdup_printf (_("question %u"), reader->number);

  return g_strdup_printf (_("question %u of section “%s”"), reader->number, reader->section);
}

/**
 * ik_field_reader_fail:
 * @reader: where the reading stands
 * @format: what is wrong, a sentence part for people
 * @...: arguments of @format
 *
 * Notes an error together with its place, unless there is one already.
 */
void
ik_field_reader_fail (IkFieldReader     *reader,
                      const char *format,
                      ...)
{
  g_autofree char *place = NULL;
  g_autofree char *what = NULL;
  va_list args;

  if (reader->error != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  place = describe_place (reader);
  /* Translators: "question 3 of section “Basics”: “prompt” is missing" */
  g_set_error (&reader->error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
               _("%s: %s"), place, what);
}

/**
 * ik_field_reader_find:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @type: what it has to be
 *
 * Returns: (nullable): the member; %NULL where it is missing, null or of
 *   another type, the last of which is an error
 */
JsonNode *
ik_field_reader_find (IkFieldReader *reader,
                      JsonObject    *object,
                      const char    *name,
                      JsonNodeType   type)
{
  JsonNode *node = reader->error == NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  if (json_node_get_node_type (node) == type)
    return node;

  if (type == JSON_NODE_ARRAY)
    ik_field_reader_fail (reader, _("“%s” is not a list"), name);
  else if (type == JSON_NODE_OBJECT)
    ik_field_reader_fail (reader, _("“%s” is not an object"), name);
  else
    ik_field_reader_fail (reader, _("“%s” is not a single value"), name);

  return NULL;
}

/* json-glib lets half a letter ("\ud800") through, which is no text. */
static gboolean
is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING &&
         g_utf8_validate (json_node_get_string (node), -1, NULL);
}

/**
 * ik_field_reader_peek_text:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 *
 * Returns: (transfer none): the text, "" where there is none
 */
const char *
ik_field_reader_peek_text (IkFieldReader *reader,
                           JsonObject    *object,
                           const char    *name)
{
  JsonNode *node = ik_field_reader_find (reader, object, name, JSON_NODE_VALUE);

  if (node == NULL)
    return "";

  if (is_text (node))
    return json_node_get_string (node);

  ik_field_reader_fail (reader, _("“%s” is not a text"), name);
  return "";
}

/**
 * ik_field_reader_read_text:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @text: (inout): a text of the model that becomes the member, "" where there
 *   is none
 */
void
ik_field_reader_read_text (IkFieldReader  *reader,
                           JsonObject     *object,
                           const char     *name,
                           char          **text)
{
  ik_text_set (text, ik_field_reader_peek_text (reader, object, name));
}

/* Titles, prompts and list entries are one line. */
static void
join_lines (char *text)
{
  g_strdelimit (text, "\r\n", ' ');
  g_strstrip (text);
}

/**
 * ik_field_reader_read_line:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @text: (inout): a text of the model
 *
 * Like ik_field_reader_read_text(), for what is one line.
 */
void
ik_field_reader_read_line (IkFieldReader  *reader,
                           JsonObject     *object,
                           const char     *name,
                           char          **text)
{
  ik_field_reader_read_text (reader, object, name, text);
  join_lines (*text);
}

/**
 * ik_field_reader_read_required_line:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @text: (inout): a text of the model
 *
 * Like ik_field_reader_read_line(), for what must not be missing or empty.
 */
void
ik_field_reader_read_required_line (IkFieldReader  *reader,
                                    JsonObject     *object,
                                    const char     *name,
                                    char          **text)
{
  ik_field_reader_read_line (reader, object, name, text);
  if (**text == '\0')
    ik_field_reader_fail (reader, _("“%s” is missing"), name);
}

/**
 * ik_field_reader_read_number:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @lowest: the least it may be
 * @highest: the most it may be
 *
 * Returns: the whole number, 0 where there is none
 */
gint64
ik_field_reader_read_number (IkFieldReader *reader,
                             JsonObject    *object,
                             const char    *name,
                             gint64         lowest,
                             gint64         highest)
{
  JsonNode *node = ik_field_reader_find (reader, object, name, JSON_NODE_VALUE);
  gint64 value;

  if (node == NULL)
    return 0;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    {
      ik_field_reader_fail (reader, _("“%s” is not a whole number"), name);
      return 0;
    }

  value = json_node_get_int (node);
  if (value >= lowest && value <= highest)
    return value;

  ik_field_reader_fail (reader, _("“%s” is not between %" PRId64 " and %" PRId64),
                        name, lowest, highest);
  return 0;
}

/**
 * ik_field_reader_read_flag:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 *
 * Returns: whether it is true; %FALSE where there is none
 */
gboolean
ik_field_reader_read_flag (IkFieldReader *reader,
                           JsonObject    *object,
                           const char    *name)
{
  JsonNode *node = ik_field_reader_find (reader, object, name, JSON_NODE_VALUE);

  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  ik_field_reader_fail (reader, _("“%s” is neither true nor false"), name);
  return FALSE;
}

/**
 * ik_field_reader_read_id:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @id: (inout) (nullable): an id of the model that becomes the member, and
 *   stays what it is where there is none
 */
void
ik_field_reader_read_id (IkFieldReader  *reader,
                         JsonObject     *object,
                         const char     *name,
                         char          **id)
{
  const char *text = ik_field_reader_peek_text (reader, object, name);

  if (*text == '\0')
    return;

  if (!g_uuid_string_is_valid (text))
    {
      ik_field_reader_fail (reader, _("“%s” is not an id: “%.50s”"), name, text);
      return;
    }

  g_free (*id);
  *id = g_ascii_strdown (text, -1);
}

/**
 * ik_field_reader_find_array:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 *
 * Returns: (nullable): the list, for ik_field_reader_count(); %NULL where there
 *   is none
 */
JsonArray *
ik_field_reader_find_array (IkFieldReader *reader,
                            JsonObject    *object,
                            const char    *name)
{
  JsonNode *node = ik_field_reader_find (reader, object, name, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * ik_field_reader_count:
 * @array: (nullable): a list
 *
 * Returns: how many elements it has
 */
guint
ik_field_reader_count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/**
 * ik_field_reader_get_object:
 * @reader: where the reading stands
 * @array: a list
 * @index: which element, from 0
 * @name: name of the list
 *
 * Returns: (nullable): the object; %NULL where it is something else, an error
 */
JsonObject *
ik_field_reader_get_object (IkFieldReader *reader,
                            JsonArray     *array,
                            guint          index,
                            const char    *name)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  ik_field_reader_fail (reader, _("entry %u of “%s” is not an object"), index + 1, name);
  return NULL;
}

/**
 * ik_field_reader_read_lines:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 * @texts: (element-type utf8): gets the texts of the list, one line each
 */
void
ik_field_reader_read_lines (IkFieldReader *reader,
                            JsonObject    *object,
                            const char    *name,
                            GPtrArray     *texts)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, name);

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      char *text;

      if (!JSON_NODE_HOLDS_VALUE (node) || !is_text (node))
        {
          ik_field_reader_fail (reader, _("entry %u of “%s” is not a text"), i + 1, name);
          return;
        }

      text = json_node_dup_string (node);
      join_lines (text);
      g_ptr_array_add (texts, text);
    }
}
