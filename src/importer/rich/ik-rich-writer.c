#include "ik-rich-writer.h"

#include <string.h>

#include "ik-markdown-escape.h"
#include "ik-rich-tidy.h"

#define MAX_DEPTH 16
#define MAX_HEADING_LEVEL 6u

/* Blanks before what stands below a bullet: fewer look like an indent that was
 * lost. */
#define MIN_INDENT 4u

/* The looks of a text, from the outside in. */
typedef enum
{
  LAYER_LINK,
  LAYER_BOLD,
  LAYER_ITALIC,
  LAYER_CODE,
  LAYER_TEXT,
} Layer;

typedef struct
{
  const IkRichBlock *block;
  GString           *out;
  gsize              start; /* where the block begins in @out */
  gboolean           html;  /* whether entities are wanted, not escapes */
} Inline;

typedef struct
{
  GString    *out;
  guint       columns[MAX_DEPTH]; /* where the text of each open item begins */
  guint       n_columns;
  guint       numbers[MAX_DEPTH]; /* of the last item at each depth; 0 for a bullet */
  char        delimiters[MAX_DEPTH];
  IkRichKind  last;
  gboolean    in_summary;         /* whether a summary is to be closed */
} Writer;

static const IkRichSpan *
find_span (const IkRichBlock *block,
           gsize              at)
{
  static const IkRichSpan plain = { G_MAXSIZE, 0, NULL };

  guint low = 0;
  guint high = block->spans != NULL ? block->spans->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (block->spans, IkRichSpan, middle).end > at)
        high = middle;
      else
        low = middle + 1;
    }

  return block->spans != NULL && low < block->spans->len
         ? &g_array_index (block->spans, IkRichSpan, low) : &plain;
}

static gconstpointer
get_look (const IkRichSpan *span,
          Layer             layer)
{
  switch (layer)
    {
    case LAYER_LINK:
      return span->link;

    case LAYER_BOLD:
      return GINT_TO_POINTER (span->style & IK_RICH_STYLE_BOLD);

    case LAYER_ITALIC:
      return GINT_TO_POINTER (span->style & IK_RICH_STYLE_ITALIC);

    case LAYER_CODE:
      return GINT_TO_POINTER (span->style & IK_RICH_STYLE_CODE);

    case LAYER_TEXT:
    default:
      return NULL;
    }
}

static gboolean
is_word (gunichar ch)
{
  return ch > IK_RICH_CELL_END && !g_unichar_isspace (ch) && !g_unichar_ispunct (ch);
}

/* Whether marks around a text would be taken for emphasis: not where they
 * stand between a letter outside and punctuation inside. */
static gboolean
can_emphasise (const Inline *self,
               gsize         start,
               gsize         end)
{
  const char *text = self->block->text->str;
  gunichar before = self->out->len > self->start
                    ? g_utf8_get_char (g_utf8_prev_char (self->out->str + self->out->len)) : ' ';
  gunichar first = g_utf8_get_char (text + start);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + end));
  gunichar after = g_utf8_get_char (text + end);

  return !self->html && (is_word (first) || !is_word (before)) && (is_word (last) || !is_word (after));
}

static void
write_code (GString    *out,
            const char *text,
            gsize       length)
{
  guint longest = 0;
  guint run = 0;
  g_autofree char *fence = NULL;
  gboolean pad = text[0] == '`' || text[length - 1] == '`';

  for (gsize i = 0; i < length; i++)
    {
      run = text[i] == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s%s%.*s%s%s", fence, pad ? " " : "", (int) length, text,
                          pad ? " " : "", fence);
}

static void
write_plain (Inline *self,
             gsize   start,
             gsize   end)
{
  const char *text = self->block->text->str + start;

  if (self->html)
    {
      g_autofree char *escaped = g_markup_escape_text (text, (gssize) (end - start));

      g_string_append (self->out, escaped);
    }
  else
    ik_markdown_escape (self->out, text, end - start, self->out->len == self->start);
}

static void write_range (Inline *self,
                         gsize   start,
                         gsize   end,
                         Layer   layer);

static void
write_look (Inline        *self,
            gsize          start,
            gsize          end,
            Layer          layer,
            gconstpointer  look)
{
  const char *mark = layer == LAYER_BOLD ? "**" : "*";

  if (layer == LAYER_CODE && !self->html)
    write_code (self->out, self->block->text->str + start, end - start);
  else if (layer == LAYER_CODE)
    {
      g_string_append (self->out, "<code>");
      write_plain (self, start, end);
      g_string_append (self->out, "</code>");
    }
  else if (layer == LAYER_LINK && !self->html)
    {
      g_string_append_c (self->out, '[');
      write_range (self, start, end, layer + 1);
      g_string_append_printf (self->out, "](%s)", (const char *) look);
    }
  else if (layer == LAYER_LINK || !can_emphasise (self, start, end))
    write_range (self, start, end, layer + 1);
  else
    {
      g_string_append (self->out, mark);
      write_range (self, start, end, layer + 1);
      g_string_append (self->out, mark);
    }
}

/* Writes a part of a text, layer by layer; blanks stay outside of marks. */
static void
write_range (Inline *self,
             gsize   start,
             gsize   end,
             Layer   layer)
{
  const char *text = self->block->text->str;

  if (layer == LAYER_TEXT || (self->block->spans == NULL && start < end))
    {
      write_plain (self, start, end);
      return;
    }

  while (start < end)
    {
      const IkRichSpan *span = find_span (self->block, start);
      gconstpointer look = get_look (span, layer);
      gsize stop = MIN (span->end, end);

      while (stop < end && get_look (find_span (self->block, stop), layer) == look)
        stop = MIN (find_span (self->block, stop)->end, end);
      if (look == NULL)
        write_range (self, start, stop, layer + 1);
      else
        {
          gsize from = start + strspn (text + start, " \t");
          gsize to = stop;

          from = MIN (from, stop);
          while (to > from && strchr (" \t", text[to - 1]) != NULL)
            to--;
          g_string_append_len (self->out, text + start, (gssize) (from - start));
          if (from < to)
            write_look (self, from, to, layer, look);
          g_string_append_len (self->out, text + to, (gssize) (stop - to));
        }
      start = stop;
    }
}

static void
write_inline (Writer            *self,
              const IkRichBlock *block,
              guint              indent)
{
  Inline text = { block, self->out, self->out->len, block->kind == IK_RICH_SUMMARY };
  gsize start = 0;

  while (TRUE)
    {
      gsize end = start + strcspn (block->text->str + start, "\n");

      while (end > start && strchr (" \t", block->text->str[end - 1]) != NULL)
        end--;
      start += strspn (block->text->str + start, " \t");
      write_range (&text, start, MAX (start, end), LAYER_LINK);
      start = end + strcspn (block->text->str + end, "\n");
      if (block->text->str[start] == '\0')
        break;
      if (block->kind == IK_RICH_HEADING || block->kind == IK_RICH_SUMMARY)
        g_string_append_c (self->out, ' ');
      else
        g_string_append_printf (self->out, "\\\n%*s%s", (int) indent, "", block->quoted ? "> " : "");
      text.start = self->out->len;
      start++;
    }
}

static void
write_cell (Writer            *self,
            const IkRichBlock *row,
            gsize              start,
            gsize              end)
{
  g_autoptr(GString) cell = g_string_new (NULL);
  Inline text = { row, cell, 0, FALSE };

  while (start < end)
    {
      gsize stop = start + strcspn (row->text->str + start, "\n\x1f");

      if (cell->len > 0)
        g_string_append (cell, "<br>");
      write_range (&text, start, stop, LAYER_LINK);
      start = stop + 1;
    }
  g_string_replace (cell, "|", "\\|", 0);
  g_string_append_printf (self->out, " %s |", g_strstrip (cell->str));
}

static void
write_row (Writer            *self,
           const IkRichBlock *row,
           guint              indent)
{
  const char *text = row->text->str;
  guint n_cells = 0;

  g_string_append_c (self->out, '|');
  for (gsize start = 0; start < row->text->len; n_cells++)
    {
      gsize end = start + strcspn (text + start, "\x1f");

      write_cell (self, row, start, end);
      start = end + 1;
    }
  if (row->level == 0)
    return;
  g_string_append_printf (self->out, "\n%*s|", (int) indent, "");
  for (guint i = 0; i < n_cells; i++)
    g_string_append (self->out, "---|");
}

static void
write_code_block (Writer            *self,
                  const IkRichBlock *block,
                  guint              indent)
{
  const char *fence = strstr (block->text->str, "```") != NULL ? "~~~~" : "```";
  gsize size = block->text->len;

  while (size > 0 && g_ascii_isspace (block->text->str[size - 1]))
    size--;
  g_string_append_printf (self->out, "%s%s", fence, block->info != NULL ? block->info : "");
  for (gsize at = block->text->str[0] == '\n'; at < size;)
    {
      const char *line = block->text->str + at;
      gsize length = MIN (strcspn (line, "\n"), size - at);

      g_string_append_printf (self->out, "\n%*s", length > 0 ? (int) indent : 0, "");
      g_string_append_len (self->out, line, (gssize) length);
      at += length + 1;
    }
  g_string_append_printf (self->out, "\n%*s%s", (int) indent, "", fence);
}

/* Two ordered lists that meet are one to CommonMark unless their delimiters
 * differ. */
static void
write_marker (Writer            *self,
              const IkRichBlock *item,
              guint              depth,
              gboolean           first)
{
  gsize start = self->out->len;

  if (!item->ordered)
    g_string_append (self->out, "- ");
  else
    {
      if (first)
        self->delimiters[depth] = '.';
      else if (self->numbers[depth] != item->number - 1)
        self->delimiters[depth] = self->delimiters[depth] == '.' ? ')' : '.';
      g_string_append_printf (self->out, "%u%c ", item->number, self->delimiters[depth]);
    }
  self->columns[depth] += MAX ((guint) (self->out->len - start), MIN_INDENT);
  self->numbers[depth] = item->ordered ? item->number : 0;
  if (item->task)
    g_string_append (self->out, item->checked ? "[x] " : "[ ] ");
}

static void
write_item (Writer            *self,
            const IkRichBlock *item)
{
  guint depth = MIN (MIN (item->depth, self->n_columns), MAX_DEPTH - 1);
  guint indent = depth > 0 ? self->columns[depth - 1] : 0;
  gboolean first = self->n_columns <= depth ||
                   (self->numbers[depth] > 0) != item->ordered;
  gboolean tight = self->last == IK_RICH_ITEM && !(first && item->ordered && item->number != 1);

  if (self->out->len > 0)
    g_string_append (self->out, tight ? "\n" : "\n\n");
  g_string_append_printf (self->out, "%*s", (int) indent, "");
  self->columns[depth] = indent;
  write_marker (self, item, depth, first);
  self->n_columns = depth + 1;
  write_inline (self, item, self->columns[depth]);
}

static void
write_block (Writer            *self,
             const IkRichBlock *block)
{
  guint indent;

  self->n_columns = MIN (block->depth, self->n_columns);
  indent = self->n_columns > 0 ? self->columns[self->n_columns - 1] : 0;
  if (self->out->len > 0)
    g_string_append (self->out, block->kind == IK_RICH_ROW && self->last == IK_RICH_ROW &&
                     block->level == 0 ? "\n" : "\n\n");
  g_string_append_printf (self->out, "%*s%s", (int) indent, "", block->quoted ? "> " : "");

  switch (block->kind)
    {
    case IK_RICH_HEADING:
      g_string_append_len (self->out, "######", (gssize) CLAMP (block->level, 1, MAX_HEADING_LEVEL));
      g_string_append_c (self->out, ' ');
      write_inline (self, block, indent);
      break;

    case IK_RICH_CODE:
      write_code_block (self, block, indent);
      break;

    case IK_RICH_ROW:
      write_row (self, block, indent);
      break;

    case IK_RICH_RULE:
      g_string_append (self->out, "* * *");
      break;

    case IK_RICH_SUMMARY:
      g_string_append_printf (self->out, "<details>\n%*s<summary>", (int) indent, "");
      write_inline (self, block, indent);
      self->in_summary = TRUE;
      break;

    case IK_RICH_DETAILS_END:
      g_string_append (self->out, "</details>");
      break;

    case IK_RICH_PARAGRAPH:
    case IK_RICH_ITEM:
    default:
      write_inline (self, block, indent);
      break;
    }
}

/* Code and more may belong to a summary; they stand below its text. */
static void
close_summary (Writer            *self,
               const IkRichBlock *next)
{
  if (!self->in_summary || (next != NULL && next->in_summary))
    return;
  if (self->last != IK_RICH_SUMMARY)
    g_string_append (self->out, "\n\n");
  g_string_append (self->out, "</summary>");
  self->in_summary = FALSE;
}

/* Frees each block once it is written: a document shall not stand in memory
 * twice. */
static char *
write_markdown (IkRichDocument *document)
{
  Writer writer = { .out = g_string_new (NULL) };
  g_autofree gpointer *blocks = NULL;
  gsize n_blocks;

  ik_rich_tidy_blocks (document);
  blocks = g_ptr_array_steal (document->blocks, &n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    {
      g_autoptr(IkRichBlock) block = blocks[i];

      close_summary (&writer, block);
      if (block->kind == IK_RICH_ITEM)
        write_item (&writer, block);
      else
        write_block (&writer, block);
      writer.last = block->kind;
    }
  close_summary (&writer, NULL);
  g_string_append_c (writer.out, '\n');

  return g_string_free (writer.out, FALSE);
}

/* Where people left lines empty, the lines stand as in a text file; elsewhere
 * each is a paragraph of its own. */
static char *
write_text (const IkRichDocument *document)
{
  GString *out = g_string_new (NULL);
  gboolean lines = FALSE;

  for (guint i = 0; i < document->blocks->len && !lines; i++)
    lines = ik_rich_block_is_blank (document->blocks->pdata[i]);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const IkRichBlock *block = document->blocks->pdata[i];

      if (i > 0)
        g_string_append (out, lines ? "\n" : "\n\n");
      g_string_append (out, block->text->str);
      while (out->len > 0 && strchr (" \t", out->str[out->len - 1]) != NULL)
        g_string_truncate (out, out->len - 1);
    }
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}

/**
 * ik_rich_writer_write:
 * @document: a document, which may lose its blocks
 * @kind: (out): whether it was written as Markdown or as plain text
 *
 * Writes a document for the readers of text: as it stands where it has no
 * structure but what its lines show, else as Markdown. Linear.
 *
 * Returns: (transfer full): the text
 */
char *
ik_rich_writer_write (IkRichDocument *document,
                      IkDocumentKind *kind)
{
  if (ik_rich_document_is_plain (document))
    {
      *kind = IK_DOCUMENT_KIND_TEXT;
      return write_text (document);
    }

  *kind = IK_DOCUMENT_KIND_MARKDOWN;
  return write_markdown (document);
}
