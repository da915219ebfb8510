#pragma once

#include "ik-exchange-error.h"
#include "ik-field-reader.h"

G_BEGIN_DECLS

/* The last moment that is taken from a file: the end of the year 9999, in
 * microseconds since 1970 UTC. */
#define IK_PANEL_MAX_TIME_US G_GINT64_CONSTANT (253402300799999999)

JsonParser *ik_panel_document_parse  (GBytes        *document,
                                      const char    *format,
                                      gint64         version,
                                      GError       **error);
GBytes     *ik_panel_document_print  (JsonObject    *object);

void        ik_panel_document_set_text  (JsonObject *object,
                                         const char *name,
                                         const char *text);
void        ik_panel_document_set_texts (JsonObject *object,
                                         const char *name,
                                         GPtrArray  *texts);
void        ik_panel_document_set_number (JsonObject *object,
                                          const char *name,
                                          gint64      number);
void        ik_panel_document_set_flag  (JsonObject *object,
                                         const char *name,
                                         gboolean    flag);
gint64      ik_panel_document_read_time (IkFieldReader *reader,
                                         JsonObject    *object,
                                         const char    *name);

G_END_DECLS
