#pragma once

#include "ik-archive.h"

G_BEGIN_DECLS

/**
 * IkXmlAttributes:
 *
 * The attributes of an element that begins.
 */
typedef struct _IkXmlAttributes IkXmlAttributes;

/**
 * IkXmlHandler:
 * @start: an element begins
 * @end: an element ends
 * @text: text stands in an element; in pieces
 *
 * What is called while XML is read; each may be %NULL. Names come without prefix.
 */
typedef struct
{
  void (*start) (gpointer               data,
                 const char            *name,
                 const IkXmlAttributes *attributes);
  void (*end)   (gpointer               data,
                 const char            *name);
  void (*text)  (gpointer               data,
                 const char            *text,
                 gsize                  length);
} IkXmlHandler;

gboolean  ik_xml_parse         (IkArchive              *archive,
                                const char             *member,
                                const char             *name,
                                const IkXmlHandler     *handler,
                                gpointer                data,
                                gboolean               *out_whole,
                                GError                **error);
char     *ik_xml_dup_attribute (const IkXmlAttributes  *attributes,
                                const char             *name);
int       ik_xml_get_number    (const IkXmlAttributes  *attributes,
                                const char             *name,
                                int                     otherwise);
gboolean  ik_xml_is            (const IkXmlAttributes  *attributes,
                                const char             *name,
                                const char             *value);

G_END_DECLS
