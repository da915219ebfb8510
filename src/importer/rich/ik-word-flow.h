#pragma once

#include "ik-rich-document.h"
#include "ik-xml.h"

G_BEGIN_DECLS

/**
 * IkWordFlow:
 * @archive: what the document stands in
 * @name: its name, for messages
 * @document: (owned): the document so far
 * @tables: open tables, one in the other; for its own use
 * @field: (nullable): where the text goes that is metadata
 * @note: (owned): the paragraph of a note that is open
 * @full: whether there is more than may be read
 *
 * What the readers of word processors' documents keep alike: paragraphs, the
 * tables that they stand in, and metadata.
 */
typedef struct
{
  IkArchive       *archive;
  const char      *name;
  IkRichDocument  *document;
  GArray          *tables;
  char           **field;
  GString         *note;
  gboolean         full;
} IkWordFlow;

void         ik_word_flow_init          (IkWordFlow  *self,
                                         IkArchive   *archive,
                                         const char  *name);
void         ik_word_flow_clear         (IkWordFlow  *self);
IkRichBlock *ik_word_flow_add           (IkWordFlow  *self,
                                         IkRichKind   kind);
void         ik_word_flow_append        (IkWordFlow  *self,
                                         IkRichBlock *block,
                                         const char  *text,
                                         gsize        length,
                                         IkRichStyle  style,
                                         const char  *link);
const char  *ik_word_flow_intern        (IkWordFlow  *self,
                                         const char  *address);
void         ik_word_flow_begin_table   (IkWordFlow  *self);
void         ik_word_flow_begin_row     (IkWordFlow  *self);
void         ik_word_flow_begin_cell    (IkWordFlow  *self);
void         ik_word_flow_widen_cell    (IkWordFlow  *self,
                                         int          n_columns);
void         ik_word_flow_end_table     (IkWordFlow  *self);
gboolean     ik_word_flow_parse         (IkWordFlow  *self,
                                         const char  *member,
                                         const char  *part,
                                         const IkXmlHandler *handler,
                                         gpointer     data,
                                         GError     **error);
gboolean     ik_word_flow_parse_styles  (IkWordFlow  *self,
                                         const char  *member,
                                         const IkXmlHandler *handler,
                                         gpointer     data,
                                         GError     **error);
gboolean     ik_word_flow_parse_fields  (IkWordFlow  *self,
                                         const char  *member,
                                         GError     **error);
gboolean     ik_word_flow_parse_notes   (IkWordFlow  *self,
                                         const char  *member,
                                         GError     **error);
gboolean     ik_word_flow_check         (const IkWordFlow *self,
                                         gboolean     has_text,
                                         GError     **error);

G_END_DECLS
