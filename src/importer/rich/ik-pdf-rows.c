#include "ik-pdf-rows.h"

#include <string.h>

/* Length of the cell that begins a text. */
static gsize
measure_cell (const char *text)
{
  return strcspn (text, (char[]) { IK_RICH_CELL_END, '\0' });
}

static gboolean
ends_sentence (const char *text,
               gsize       length)
{
  return length > 0 && strchr (".?!:", text[length - 1]) != NULL;
}

/* Whether a row is what was left of the one above it when the page ended: one
 * of its texts goes on with a sentence that a capital began, and none begins
 * anew. */
static gboolean
goes_on_with (const IkRichBlock *row,
              const IkRichBlock *above)
{
  const char *text = row->text->str;
  const char *text_above = above->text->str;
  gboolean goes_on = FALSE;

  while (*text != '\0' && *text_above != '\0')
    {
      gsize length = measure_cell (text);
      gsize length_above = measure_cell (text_above);

      if (length > 0 && (g_unichar_isupper (g_utf8_get_char (text)) || ik_pdf_words_begin_item (text)))
        return FALSE;
      goes_on = goes_on || (length > 0 && ik_pdf_words_begin_lower (text) &&
                            g_unichar_isupper (g_utf8_get_char (text_above)) &&
                            !ends_sentence (text_above, length_above));
      text += length + (text[length] != '\0');
      text_above += length_above + (text_above[length_above] != '\0');
    }

  return goes_on;
}

/* Puts both parts of a torn row together, cell by cell. */
static IkRichBlock *
join_rows (const IkRichBlock *above,
           const IkRichBlock *row)
{
  IkRichBlock *joined = ik_rich_block_new (IK_RICH_ROW);
  gsize start = 0;
  gsize start_above = 0;

  joined->level = above->level;
  while (above->text->str[start_above] != '\0' && row->text->str[start] != '\0')
    {
      gsize length = measure_cell (row->text->str + start);
      gsize length_above = measure_cell (above->text->str + start_above);

      ik_rich_block_append_part (joined, above, start_above, start_above + length_above);
      if (length > 0 && length_above > 0)
        ik_rich_block_append (joined, " ", 1, 0, NULL);
      ik_rich_block_append_part (joined, row, start, start + length);
      ik_rich_block_append (joined, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
      start += length + (row->text->str[start + length] != '\0');
      start_above += length_above + (above->text->str[start_above + length_above] != '\0');
    }

  return joined;
}

/* Joins the first row on a page to the last one before, where it was torn. */
static void
mend_row (IkPdfRows *self)
{
  GPtrArray *blocks = self->document->blocks;
  IkRichBlock *above = blocks->len > 1 ? blocks->pdata[blocks->len - 2] : NULL;
  IkRichBlock *joined;

  if (above == NULL || above == self->header || above->kind != IK_RICH_ROW ||
      !goes_on_with (self->row, above))
    return;
  joined = join_rows (above, self->row);
  g_ptr_array_set_size (blocks, (int) blocks->len - 2);
  g_ptr_array_add (blocks, joined);
}

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
  else if (self->torn)
    {
      mend_row (self);
      self->torn = FALSE;
    }
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
  self->torn = goes_on && (self->torn || self->last->page != line->page);
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
