#include "ik-rich-tidy.h"

#include <string.h>

#include "ik-label.h"
#include "ik-marker.h"

/* A number that stands before a text and is larger counts no item: a year. */
#define MAX_ITEM_NUMBER 999u
#define MAX_DEPTH 16
#define TAB_WIDTH 4
#define MIN_RULE_CHARS 3

/* How much more code than other text a text file has, and how much in a piece. */
#define MIN_CODE_RATIO 9
#define MIN_CODE_PIECE 1500u

/* The tidied blocks so far, and the columns of the items that people typed. */
typedef struct
{
  GPtrArray *blocks;
  guint      indents[MAX_DEPTH];
  guint      n_indents;
} Tidy;

/* Makes rows of cells and frees them on the way. */
static void
append_cells (IkRichDocument *document,
              GPtrArray      *cells)
{
  IkRichBlock *row = NULL;
  guint column = 1;

  for (guint i = 0; i < cells->len; i++)
    {
      IkRichBlock *block = cells->pdata[i];
      char end = IK_RICH_CELL_END;

      if (row == NULL || block->row != row->row)
        {
          gboolean first = row == NULL;

          if (row != NULL)
            ik_rich_block_append (row, &end, 1, 0, NULL);
          row = ik_rich_document_add (document, IK_RICH_ROW);
          row->level = first;
          row->row = block->row;
          row->depth = block->depth;
          row->region = block->region;
          column = 1;
        }
      for (; column < block->column; column++)
        ik_rich_block_append (row, &end, 1, 0, NULL);
      if (row->text->len > 0 && row->text->str[row->text->len - 1] != end)
        ik_rich_block_append (row, "\n", 1, 0, NULL);
      ik_rich_block_append_part (row, block, 0, block->text->len);
      g_clear_pointer ((IkRichBlock **) &cells->pdata[i], ik_rich_block_free);
    }
  if (row != NULL)
    ik_rich_block_append (row, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
}

/* A table of texts. One that holds headings, code or tables, one column or one
 * row serves the layout; what stands in it stands in the document. */
static gboolean
is_table (GPtrArray *cells)
{
  guint first_row = 0;
  gboolean columns = FALSE;
  gboolean rows = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const IkRichBlock *block = cells->pdata[i];

      if (block->kind != IK_RICH_PARAGRAPH && block->kind != IK_RICH_ITEM)
        return FALSE;
      if (first_row == 0)
        first_row = block->row;
      columns = columns || block->column > 1;
      rows = rows || block->row != first_row;
    }

  return columns && rows;
}

/**
 * ik_rich_tidy_table:
 * @document: a document
 * @first: index of the first block of a table that ends with the last block
 * @row: row of the table around it, 0 where there is none
 * @column: column likewise
 *
 * Turns the blocks of a table into rows, or into the blocks of the document
 * where the table only lays them out. Linear.
 */
void
ik_rich_tidy_table (IkRichDocument *document,
                    guint           first,
                    guint           row,
                    guint           column)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  guint n_blocks = document->blocks->len;

  for (guint i = first; i < n_blocks; i++)
    {
      IkRichBlock *block = document->blocks->pdata[i];

      if (ik_rich_block_is_blank (block) && block->kind != IK_RICH_DETAILS_END)
        ik_rich_block_free (block);
      else
        g_ptr_array_add (cells, block);
    }
  g_ptr_array_set_free_func (document->blocks, NULL);
  g_ptr_array_set_size (document->blocks, (int) MIN (first, n_blocks));
  g_ptr_array_set_free_func (document->blocks, (GDestroyNotify) ik_rich_block_free);

  if (is_table (cells))
    append_cells (document, cells);
  else
    g_ptr_array_extend_and_steal (document->blocks, g_steal_pointer (&cells));
  for (guint i = first; i < document->blocks->len; i++)
    {
      IkRichBlock *block = document->blocks->pdata[i];

      block->row = row;
      block->column = column;
    }
}

/* A text file in a word processor or in a web page: nearly all of it is in a
 * style for code, in pieces longer than people's examples. */
static gboolean
is_text_file (const IkRichDocument *document)
{
  gsize n_code = 0;
  gsize n_other = 0;
  guint n_pieces = 0;
  gboolean in_code = FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const IkRichBlock *block = document->blocks->pdata[i];

      if (ik_rich_block_is_blank (block))
        continue;
      n_pieces += block->kind == IK_RICH_CODE && !in_code;
      in_code = block->kind == IK_RICH_CODE;
      *(in_code ? &n_code : &n_other) += block->text->len;
    }

  return n_code > 0 && (n_other == 0 || (n_code >= n_other * MIN_CODE_RATIO &&
                                         n_code >= n_pieces * MIN_CODE_PIECE));
}

/**
 * ik_rich_tidy_plain:
 * @document: a document
 *
 * Makes plain paragraphs of all blocks where the document is a text file that
 * only looks like one with structure. Linear.
 *
 * Returns: whether it was
 */
gboolean
ik_rich_tidy_plain (IkRichDocument *document)
{
  if (!is_text_file (document))
    return FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      IkRichBlock *block = document->blocks->pdata[i];

      block->kind = IK_RICH_PARAGRAPH;
      block->depth = 0;
      block->quoted = FALSE;
      g_clear_pointer (&block->spans, g_array_unref);
    }

  return TRUE;
}

/**
 * ik_rich_tidy_code:
 * @document: a document whose code has a block for each line
 *
 * Makes one block of the lines of each piece of code, or plain paragraphs as
 * ik_rich_tidy_plain() does. Linear.
 */
void
ik_rich_tidy_code (IkRichDocument *document)
{
  GPtrArray *blocks = document->blocks;
  guint n_kept = 0;

  if (ik_rich_tidy_plain (document))
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      IkRichBlock *block = blocks->pdata[i];
      IkRichBlock *last = n_kept > 0 ? blocks->pdata[n_kept - 1] : NULL;

      if (block->kind == IK_RICH_CODE && last != NULL && last->kind == IK_RICH_CODE &&
          last->row == block->row && last->column == block->column)
        {
          g_string_append_printf (last->text, "\n%s", block->text->str);
          ik_rich_block_free (block);
        }
      else
        blocks->pdata[n_kept++] = block;
    }
  g_ptr_array_set_free_func (blocks, NULL);
  g_ptr_array_set_size (blocks, (int) n_kept);
  g_ptr_array_set_free_func (blocks, (GDestroyNotify) ik_rich_block_free);
}

static gboolean
asks (const char *text,
      gsize       length)
{
  while (length > 0 && strchr (" \t", text[length - 1]) != NULL)
    length--;

  return (length > 0 && text[length - 1] == '?') ||
         (length > 2 && (memcmp (text + length - 3, "？", 3) == 0 ||
                         memcmp (text + length - 2, "؟", 2) == 0));
}

/* Whether a line that was broken by hand begins something of its own. */
static gboolean
begins_block (const IkRichBlock *block,
              gsize              start,
              gsize              next,
              gsize              end)
{
  const char *line = block->text->str + next;
  IkMarker marker;
  gsize blanks = strspn (line, " \t");
  gsize colon;

  line += blanks;
  if (next + blanks >= end || *line == '\n' || start + 1 >= next)
    return TRUE;
  if (ik_marker_parse (line, &marker) > 0 && marker.style != IK_MARKER_CHAPTER)
    return TRUE;
  colon = ik_label_find_colon (line);
  if (colon > 0 && ik_label_lookup (line, (gssize) colon) != IK_LABEL_NONE)
    return TRUE;

  return asks (block->text->str + start, next - 1 - start) ||
         (ik_rich_block_is_bold (block, start, next - 1) &&
          !ik_rich_block_is_bold (block, next, end));
}

static guint
count_columns (const char *text,
               gsize      *n_blanks)
{
  guint column = 0;
  gsize i;

  for (i = 0; text[i] == ' ' || text[i] == '\t'; i++)
    column += text[i] == '\t' ? TAB_WIDTH - column % TAB_WIDTH : 1;
  *n_blanks = i;

  return column;
}

static guint
find_depth (Tidy  *self,
            guint  indent)
{
  while (self->n_indents > 0 && self->indents[self->n_indents - 1] >= indent)
    self->n_indents--;
  if (self->n_indents < MAX_DEPTH)
    self->indents[self->n_indents++] = indent;

  return self->n_indents - 1;
}

/* "• text" and "3. text" that people typed; returns the length of the marker
 * or 0. A number in bold is that of a heading. */
static gsize
find_typed_marker (const IkRichBlock *block,
                   const char        *line,
                   IkMarker          *marker)
{
  gsize length = ik_marker_parse (line, marker);
  gsize n_digits = strspn (line, "0123456789");

  if (length == 0 || line[length] == '\0' || line[length] == '\n')
    return 0;
  if (marker->style == IK_MARKER_BULLET)
    return length;

  return marker->style == IK_MARKER_NUMBER && n_digits > 0 && marker->number <= MAX_ITEM_NUMBER &&
         strchr (".)", line[n_digits]) != NULL && strchr (" \t", line[n_digits + 1]) != NULL &&
         !ik_rich_block_is_bold (block, (gsize) (line - block->text->str),
                                 (gsize) (line - block->text->str) + n_digits) ? length : 0;
}

/* "☐ text": a box that was typed or is a field; returns its length or 0. */
static gsize
find_box (const char *line,
          gboolean   *checked)
{
  static const char *const boxes[] = { "☐", "□", "❏", "☑", "☒", "✅", "✓", "✔" };
  const guint n_empty = 3;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      gsize length = strlen (boxes[i]);

      if (!g_str_has_prefix (line, boxes[i]) || strchr (" \t", line[length]) == NULL)
        continue;
      *checked = i >= n_empty;
      return length + strspn (line + length, " \t");
    }

  return 0;
}

static gboolean
is_rule (const char *line,
         gsize       length)
{
  gsize n = strspn (line, "-=_*~");

  return n >= MIN_RULE_CHARS && n + strspn (line + n, " \t") >= length;
}

/* What is typed before a text makes an item of it; returns its length. */
static gsize
take_typed (Tidy              *self,
            const IkRichBlock *block,
            const char        *line,
            guint              indent,
            IkRichBlock       *part)
{
  IkMarker marker;
  gboolean checked = FALSE;
  gsize box = part->kind <= IK_RICH_ITEM && part->kind != IK_RICH_HEADING
              ? find_box (line, &checked) : 0;
  gsize length = part->kind == IK_RICH_PARAGRAPH && box == 0 ? find_typed_marker (block, line, &marker) : 0;

  if (part->kind == IK_RICH_PARAGRAPH && (length > 0 || box > 0))
    {
      part->kind = IK_RICH_ITEM;
      part->depth += find_depth (self, indent);
      part->ordered = length > 0 && marker.style == IK_MARKER_NUMBER;
      part->number = part->ordered ? marker.number : 0;
    }
  else
    self->n_indents = 0;
  if (box > 0)
    {
      part->task = TRUE;
      part->checked = checked;
    }

  return length + box;
}

static void
add_part (Tidy              *self,
          const IkRichBlock *block,
          gsize              start,
          gsize              end)
{
  const char *line = block->text->str + start;
  gsize n_blanks;
  guint indent = count_columns (line, &n_blanks);
  IkRichBlock *part;

  start += n_blanks;
  if (start >= end)
    return;
  part = ik_rich_block_new (is_rule (line + n_blanks, end - start) ? IK_RICH_RULE : block->kind);
  part->depth = block->depth;
  part->quoted = block->quoted;
  part->in_summary = block->in_summary;
  part->region = block->region;
  if (line > block->text->str && block->kind == IK_RICH_ITEM)
    {
      part->kind = IK_RICH_PARAGRAPH;
      part->depth++;
    }
  else
    {
      part->ordered = block->ordered;
      part->number = block->number;
      part->task = block->task;
      part->checked = block->checked;
    }
  start += take_typed (self, block, line + n_blanks, indent, part);
  ik_rich_block_append_part (part, block, MIN (start, end), end);
  ik_rich_block_trim (part);
  g_ptr_array_add (self->blocks, part);
}

static void
split_lines (Tidy              *self,
             const IkRichBlock *block)
{
  const char *text = block->text->str;
  gsize line = 0;
  gsize start = 0;

  for (gsize i = 0; i < block->text->len; i++)
    {
      if (text[i] != '\n')
        continue;
      if (begins_block (block, line, i + 1, i + 1 + strcspn (text + i + 1, "\n")))
        {
          add_part (self, block, start, i);
          start = i + 1;
        }
      line = i + 1;
    }
  add_part (self, block, start, block->text->len);
}

/**
 * ik_rich_tidy_blocks:
 * @document: a document that is not plain
 *
 * Drops blocks without text, makes items of what has a bullet or number that
 * was typed, and blocks of lines that were broken by hand and begin something
 * of their own. Linear.
 */
void
ik_rich_tidy_blocks (IkRichDocument *document)
{
  GPtrArray *blocks = g_steal_pointer (&document->blocks);
  Tidy tidy = { g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_block_free), { 0 }, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      IkRichBlock *block = blocks->pdata[i];

      if (block->kind == IK_RICH_PARAGRAPH || (block->kind == IK_RICH_ITEM &&
                                               !ik_rich_block_is_blank (block)))
        split_lines (&tidy, block);
      else if (block->kind > IK_RICH_CODE || !ik_rich_block_is_blank (block))
        {
          tidy.n_indents = 0;
          g_ptr_array_add (tidy.blocks, g_steal_pointer (&block));
        }
      g_clear_pointer (&block, ik_rich_block_free);
    }
  g_ptr_array_set_free_func (blocks, NULL);
  g_ptr_array_unref (blocks);
  document->blocks = tidy.blocks;
}
