#pragma once

#include "ik-pdf-words.h"

G_BEGIN_DECLS

/**
 * IkPdfRows:
 * @document: where the rows go
 * @words: the words of the document
 * @header: (nullable): the first row of the table
 * @row: (nullable): the row being read
 * @last: (nullable): the last line of it
 * @torn: whether it is the first one on its page
 *
 * Lines that stand in tables, becoming rows.
 */
typedef struct
{
  IkRichDocument   *document;
  const IkPdfWords *words;
  IkRichBlock      *header;
  IkRichBlock      *row;
  const IkPdfLine  *last;
  gboolean          torn;
} IkPdfRows;

void ik_pdf_rows_add (IkPdfRows       *self,
                      const IkPdfLine *line);
void ik_pdf_rows_end (IkPdfRows       *self);

G_END_DECLS
