#include "ik-panel-document.h"

#include "ik-json-scan.h"

#include <glib/gi18n.h>
#include <string.h>

/* An invitation holds a pack document, which is 6 deep. */
#define MAX_DEPTH 64

static gboolean
check_text (const char  *text,
            gsize        size,
            GError     **error)
{
  if (size > 0 && g_utf8_validate_len (text, size, NULL) &&
      ik_json_scan_depth (text, size) <= MAX_DEPTH)
    return TRUE;

  g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                       _("What it holds is no document of Interview Kit"));
  return FALSE;
}

static gboolean
check_format (JsonObject  *object,
              const char  *format,
              gint64       known_version,
              GError     **error)
{
  IkFieldReader reader = { NULL };
  gboolean is_format = g_str_equal (ik_field_reader_peek_text (&reader, object, "format"), format);
  gint64 version = ik_field_reader_read_number (&reader, object, "version", 1, G_MAXINT64);

  g_clear_error (&reader.error);
  if (is_format && version > known_version)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NEWER,
                         _("It was made by a newer version of Interview Kit; update the program "
                           "to read it"));
  else if (!is_format || version < 1)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                         _("What it holds is no document of Interview Kit"));
  else
    return TRUE;

  return FALSE;
}

/**
 * ik_panel_document_parse:
 * @document: what was signed, from anybody who has a key
 * @format: its name
 * @version: the newest version that is known
 * @error: return location
 *
 * Size and depth are looked at before anything is parsed.
 *
 * Returns: (transfer full): a parser whose root is an object of that format;
 *   %NULL with #IK_EXCHANGE_ERROR_INVALID or #IK_EXCHANGE_ERROR_NEWER
 */
JsonParser *
ik_panel_document_parse (GBytes      *document,
                         const char  *format,
                         gint64       version,
                         GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *text = g_bytes_get_data (document, &size);
  JsonNode *root;

  if (!check_text (text, size, error))
    return NULL;

  root = json_parser_load_from_data (parser, text, (gssize) size, NULL)
         ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                           _("What it holds is no document of Interview Kit"));
      return NULL;
    }

  return check_format (json_node_get_object (root), format, version, error)
         ? g_steal_pointer (&parser) : NULL;
}

/**
 * ik_panel_document_print:
 * @object: (transfer full): a document
 *
 * Returns: (transfer full): it as UTF-8 JSON
 */
GBytes *
ik_panel_document_print (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * ik_panel_document_set_text:
 * @object: an object
 * @name: name of a member
 * @text: (nullable): a text; nothing is written of one that is empty
 */
void
ik_panel_document_set_text (JsonObject *object,
                            const char *name,
                            const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

/**
 * ik_panel_document_set_texts:
 * @object: an object
 * @name: name of a member
 * @texts: (element-type utf8): texts; nothing is written where there are none
 */
void
ik_panel_document_set_texts (JsonObject *object,
                             const char *name,
                             GPtrArray  *texts)
{
  JsonArray *array;

  if (texts->len == 0)
    return;

  array = json_array_sized_new (texts->len);
  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  json_object_set_array_member (object, name, array);
}

/**
 * ik_panel_document_set_number:
 * @object: an object
 * @name: name of a member
 * @number: a number; nothing is written of 0
 */
void
ik_panel_document_set_number (JsonObject *object,
                              const char *name,
                              gint64      number)
{
  if (number != 0)
    json_object_set_int_member (object, name, number);
}

/**
 * ik_panel_document_set_flag:
 * @object: an object
 * @name: name of a member
 * @flag: nothing is written of %FALSE
 */
void
ik_panel_document_set_flag (JsonObject *object,
                            const char *name,
                            gboolean    flag)
{
  if (flag)
    json_object_set_boolean_member (object, name, TRUE);
}

/**
 * ik_panel_document_read_time:
 * @reader: where the reading stands
 * @object: an object
 * @name: name of a member
 *
 * Returns: microseconds since 1970 UTC, 0 where there is none
 */
gint64
ik_panel_document_read_time (IkFieldReader *reader,
                             JsonObject    *object,
                             const char    *name)
{
  return ik_field_reader_read_number (reader, object, name, 0, IK_PANEL_MAX_TIME_US);
}
