#include "ik-pdf-rows.h"

/* Closes the cells of a row. One that says what the first row of the table
 * did, as on each page, is no other. */
static void
end_row (IkPdfRows *self)
{
  GPtrArray *blocks = self->document->blocks;
  IkRichBlock *row = self->row;

  for (guint cell = row->column; cell < self->last->n_cells; cell++)
    ik_rich_block_append (row, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
  row->column = 0;
  if (row != self->header && g_str_equal (row->text->str, self->header->text->str))
    g_ptr_array_set_size (blocks, (int) blocks->len - 1);
}

/* Begins a row; a table goes on where nothing but the end of a page stands
 * between its rows. */
static void
begin_row (IkPdfRows       *self,
           const IkPdfLine *line)
{
  gboolean goes_on = self->header != NULL && self->last != NULL &&
                     self->last->n_cells == line->n_cells &&
                     (self->last->table == line->table || self->last->page != line->page);

  self->row = ik_rich_document_add (self->document, IK_RICH_ROW);
  self->row->level = !goes_on;
  if (!goes_on)
    self->header = self->row;
}

static gboolean
is_same_row (const IkPdfLine *line,
             const IkPdfLine *last)
{
  return last != NULL && last->page == line->page && last->table == line->table &&
         last->row == line->row;
}

/**
 * ik_pdf_rows_add:
 * @self: rows
 * @line: a line that stands in a table
 *
 * Puts a line into its cell. Lines of a cell are one text, unless they begin
 * something of their own.
 */
void
ik_pdf_rows_add (IkPdfRows       *self,
                 const IkPdfLine *line)
{
  gboolean same = is_same_row (line, self->last);
  IkRichBlock *row;

  if (!same)
    {
      if (self->last != NULL)
        end_row (self);
      begin_row (self, line);
    }
  row = self->row;
  self->last = line;
  if (same && row->column == line->cell && !ik_pdf_words_begin_item (line->text->text->str))
    {
      ik_pdf_words_join (self->words, row, line);
      return;
    }
  if (same && row->column == line->cell)
    ik_rich_block_append (row, "\n", 1, 0, NULL);
  for (; row->column < line->cell; row->column++)
    ik_rich_block_append (row, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
  ik_rich_block_append_part (row, line->text, 0, line->text->text->len);
}

/**
 * ik_pdf_rows_end:
 * @self: rows
 *
 * Ends the table, if one is open.
 */
void
ik_pdf_rows_end (IkPdfRows *self)
{
  if (self->last != NULL)
    end_row (self);
  self->last = NULL;
}
