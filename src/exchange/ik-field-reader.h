#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * IkFieldReader:
 * @error: (nullable): the first error; it sticks, and what is read after it is
 *   empty, so that only the end has to look
 * @list: (nullable): name of the list that @number counts in, if it is not one
 *   of questions
 * @whole: (nullable): what people call the document, %NULL for a pack
 * @section: (nullable): title of the section that @number counts in
 * @number: which entry or question is read, from 1; 0 for the document itself
 *
 * Where the reading of a document from anybody stands.
 */
typedef struct
{
  GError     *error;
  const char *list;
  const char *whole;
  const char *section;
  guint       number;
} IkFieldReader;

void        ik_field_reader_fail (IkFieldReader *reader,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (2, 3);
JsonNode   *ik_field_reader_find (IkFieldReader *reader,
                                  JsonObject    *object,
                                  const char    *name,
                                  JsonNodeType   type);
const char *ik_field_reader_peek_text (IkFieldReader *reader,
                                       JsonObject    *object,
                                       const char    *name);
void        ik_field_reader_read_text (IkFieldReader *reader,
                                       JsonObject    *object,
                                       const char    *name,
                                       char         **text);
void        ik_field_reader_read_line (IkFieldReader *reader,
                                       JsonObject    *object,
                                       const char    *name,
                                       char         **text);
void        ik_field_reader_read_required_line (IkFieldReader *reader,
                                                JsonObject    *object,
                                                const char    *name,
                                                char         **text);
gint64      ik_field_reader_read_number (IkFieldReader *reader,
                                         JsonObject    *object,
                                         const char    *name,
                                         gint64         lowest,
                                         gint64         highest);
gboolean    ik_field_reader_read_flag (IkFieldReader *reader,
                                       JsonObject    *object,
                                       const char    *name);
void        ik_field_reader_read_id (IkFieldReader *reader,
                                     JsonObject    *object,
                                     const char    *name,
                                     char         **id);
JsonArray  *ik_field_reader_find_array (IkFieldReader *reader,
                                        JsonObject    *object,
                                        const char    *name);
guint       ik_field_reader_count (JsonArray *array);
JsonObject *ik_field_reader_get_object (IkFieldReader *reader,
                                        JsonArray     *array,
                                        guint          index,
                                        const char    *name);
void        ik_field_reader_read_lines (IkFieldReader *reader,
                                        JsonObject    *object,
                                        const char    *name,
                                        GPtrArray     *texts);

G_END_DECLS
