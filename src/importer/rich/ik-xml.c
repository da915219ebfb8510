#include "ik-xml.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "ik-importer.h"
#include "ik-xml-guard.h"

/* Tables in tables in text boxes come to some dozen. */
#define MAX_DEPTH 256u

/* Fifteen for each of the paragraphs that are read at most. */
#define MAX_ELEMENTS 3000000u
#define CHUNK 65536

struct _IkXmlAttributes
{
  const xmlChar **values; /* name, prefix, URI, start and end of the value each */
  int             n;
};

typedef struct
{
  const IkXmlHandler *handler;
  gpointer            data;
  xmlParserCtxt      *parser;
  guint               depth;
  guint               n_elements;
  gboolean            refused; /* for what no word processor writes */
} Parse;

static void
start_cb (void           *data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  Parse *self = data;
  IkXmlAttributes values = { attributes, n_attributes };

  if (++self->depth > MAX_DEPTH || ++self->n_elements > MAX_ELEMENTS)
    {
      self->refused = TRUE;
      xmlStopParser (self->parser);
      return;
    }
  if (self->handler->start != NULL)
    self->handler->start (self->data, (const char *) name, &values);
}

static void
end_cb (void          *data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  Parse *self = data;

  self->depth--;
  if (self->handler->end != NULL)
    self->handler->end (self->data, (const char *) name);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Parse *self = data;

  if (self->handler->text != NULL && length > 0)
    self->handler->text (self->data, (const char *) text, (gsize) length);
}

/* A document type could declare entities, of files or of entities. */
static void
document_type_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  Parse *self = data;

  self->refused = TRUE;
  xmlStopParser (self->parser);
}

/**
 * ik_xml_parse:
 * @archive: an archive
 * @member: path of a member
 * @name: name of the document, for messages
 * @handler: what is called
 * @data: data for @handler
 * @out_whole: (out): whether all of it was read; what ends early or isn't XML
 *   any more was read until there
 * @error: return location
 *
 * Reads a member as XML, piece by piece. A document type is refused, and with
 * it all entities; nothing is fetched. Linear.
 *
 * Returns: %TRUE if it was read, as far as it goes, or isn't there; else %FALSE
 *   with an #IkImporterError
 */
gboolean
ik_xml_parse (IkArchive           *archive,
              const char          *member,
              const char          *name,
              const IkXmlHandler  *handler,
              gpointer             data,
              gboolean            *out_whole,
              GError             **error)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .internalSubset = document_type_cb,
  };
  Parse parse = { .handler = handler, .data = data };
  IkXmlGuard guard = { 0 };
  g_autofree char *buffer = NULL;
  gssize n;
  int status = XML_ERR_OK;

  if (!ik_archive_open (archive, member))
    {
      *out_whole = !ik_archive_is_broken (archive);
      return ik_archive_check (archive, error);
    }

  buffer = g_malloc (CHUNK);
  parse.parser = xmlCreatePushParserCtxt (&sax, &parse, NULL, 0, NULL);
  xmlCtxtUseOptions (parse.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (status == XML_ERR_OK && (n = ik_archive_read (archive, buffer, CHUNK)) > 0)
    {
      parse.refused = parse.refused || !ik_xml_guard_pass (&guard, buffer, (gsize) n);
      status = parse.refused ? XML_ERR_USER_STOP : xmlParseChunk (parse.parser, buffer, (int) n, 0);
    }
  if (status == XML_ERR_OK)
    status = xmlParseChunk (parse.parser, buffer, 0, 1);
  xmlFreeDoc (parse.parser->myDoc);
  xmlFreeParserCtxt (parse.parser);

  *out_whole = status == XML_ERR_OK && !ik_archive_is_broken (archive);
  if (!ik_archive_check (archive, error))
    return FALSE;
  if (parse.refused)
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED,
                 _("“%s” was not read: it holds what no word processor writes. Save its text as "
                   "plain text and import that"), name);

  return !parse.refused;
}

static const char *
find_value (const IkXmlAttributes *self,
            const char            *name,
            gsize                 *length)
{
  for (int i = 0; i < self->n; i++)
    {
      const xmlChar **attribute = self->values + (gsize) i * 5;

      if (g_str_equal ((const char *) attribute[0], name))
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }

  return NULL;
}

/**
 * ik_xml_dup_attribute:
 * @attributes: attributes of an element
 * @name: name of one, without prefix
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
ik_xml_dup_attribute (const IkXmlAttributes *attributes,
                      const char            *name)
{
  gsize length;
  const char *value = find_value (attributes, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

/**
 * ik_xml_get_number:
 * @attributes: attributes of an element
 * @name: name of one, without prefix
 * @otherwise: for one that isn't there
 *
 * Returns: its value as a whole number
 */
int
ik_xml_get_number (const IkXmlAttributes *attributes,
                   const char            *name,
                   int                    otherwise)
{
  g_autofree char *value = ik_xml_dup_attribute (attributes, name);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), G_MININT, G_MAXINT)
                       : otherwise;
}

/**
 * ik_xml_is:
 * @attributes: attributes of an element
 * @name: name of one, without prefix
 * @value: a value
 *
 * Returns: whether it has this value
 */
gboolean
ik_xml_is (const IkXmlAttributes *attributes,
           const char            *name,
           const char            *value)
{
  gsize length;
  const char *found = find_value (attributes, name, &length);

  return found != NULL && length == strlen (value) && memcmp (found, value, length) == 0;
}
