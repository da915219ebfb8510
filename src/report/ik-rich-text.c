#include "ik-rich-text.h"

#include <md4c.h>
#include <string.h>

/* Deeper lists and quotations are set at this depth. */
#define MAX_DEPTH 6

typedef struct
{
  gboolean ordered;
  guint    number;
} List;

typedef struct
{
  GPtrArray   *blocks;
  IkRichBlock *table;        /* (nullable) (unowned): the open table */
  GPtrArray   *row;          /* (nullable) (unowned): its open row */
  GArray      *lists;        /* (element-type List): open lists */
  GArray      *span_starts;  /* (element-type guint): open spans */
  guint        n_quotations;
  char        *marker;       /* (nullable): of the next block */

  /* The block that is open, %NULL between blocks */
  GString         *text;
  GArray          *spans;
  char            *language; /* (nullable): of code */
  IkRichBlockKind  kind;
} Parser;

static IkRichText *
rich_text_new (char   *text,
               GArray *spans)
{
  IkRichText *self = g_new0 (IkRichText, 1);

  self->text = text;
  self->spans = spans;

  return self;
}

/**
 * ik_rich_text_new_plain:
 * @text: words without mark-up
 *
 * Returns: (transfer full): the words as they are
 */
IkRichText *
ik_rich_text_new_plain (const char *text)
{
  return rich_text_new (g_strdup (text), g_array_new (FALSE, FALSE, sizeof (IkRichSpan)));
}

/**
 * ik_rich_text_free:
 * @self: (transfer full): a text
 */
void
ik_rich_text_free (IkRichText *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

static void
rich_block_free (IkRichBlock *self)
{
  g_free (self->marker);
  g_free (self->language);
  g_clear_pointer (&self->text, ik_rich_text_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static IkRichBlock *
add_block (Parser          *parser,
           IkRichBlockKind  kind)
{
  IkRichBlock *block = g_new0 (IkRichBlock, 1);

  block->kind = kind;
  block->marker = g_steal_pointer (&parser->marker);
  block->depth = MIN (parser->lists->len, MAX_DEPTH);
  block->n_quotations = MIN (parser->n_quotations, MAX_DEPTH);
  g_ptr_array_add (parser->blocks, block);

  return block;
}

static void
open_text (Parser          *parser,
           IkRichBlockKind  kind)
{
  parser->kind = kind;
  parser->text = g_string_new (NULL);
  parser->spans = g_array_new (FALSE, FALSE, sizeof (IkRichSpan));
}

static void
close_text (Parser *parser)
{
  IkRichText *text;

  if (parser->text == NULL)
    return;

  while (parser->text->len > 0 && parser->text->str[parser->text->len - 1] == '\n')
    g_string_truncate (parser->text, parser->text->len - 1);

  text = rich_text_new (g_string_free (g_steal_pointer (&parser->text), FALSE),
                        g_steal_pointer (&parser->spans));
  g_array_set_size (parser->span_starts, 0);

  if (parser->row != NULL)
    g_ptr_array_add (parser->row, text);
  else
    {
      IkRichBlock *block = add_block (parser, parser->kind);

      block->text = text;
      if (parser->kind == IK_RICH_BLOCK_CODE)
        block->language = g_steal_pointer (&parser->language);
    }
}

static void
open_code (Parser                     *parser,
           const MD_BLOCK_CODE_DETAIL *detail)
{
  open_text (parser, IK_RICH_BLOCK_CODE);
  g_clear_pointer (&parser->language, g_free);
  if (detail->lang.size > 0)
    parser->language = g_strndup (detail->lang.text, detail->lang.size);
}

static void
open_item (Parser *parser)
{
  List *list = &g_array_index (parser->lists, List, parser->lists->len - 1);

  g_free (parser->marker);
  parser->marker = list->ordered ? g_strdup_printf ("%u.", list->number++) : g_strdup ("•");
}

static void
open_table (Parser *parser)
{
  parser->table = add_block (parser, IK_RICH_BLOCK_TABLE);
  parser->table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
open_row (Parser *parser)
{
  parser->row = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_text_free);
  g_ptr_array_add (parser->table->rows, parser->row);
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Parser *parser = user_data;
  List list = { type == MD_BLOCK_OL, 0 };

  close_text (parser);

  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    {
      list.number = list.ordered ? ((MD_BLOCK_OL_DETAIL *) detail)->start : 0;
      g_array_append_val (parser->lists, list);
    }
  else if (type == MD_BLOCK_LI)
    open_item (parser);
  else if (type == MD_BLOCK_QUOTE)
    parser->n_quotations++;
  else if (type == MD_BLOCK_H)
    open_text (parser, IK_RICH_BLOCK_HEADING);
  else if (type == MD_BLOCK_CODE)
    open_code (parser, detail);
  else if (type == MD_BLOCK_TABLE)
    open_table (parser);
  else if (type == MD_BLOCK_TR)
    open_row (parser);
  else if (type == MD_BLOCK_P || type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    open_text (parser, IK_RICH_BLOCK_PARAGRAPH);

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Parser *parser = user_data;

  close_text (parser);

  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    g_array_set_size (parser->lists, parser->lists->len - 1);
  else if (type == MD_BLOCK_LI)
    g_clear_pointer (&parser->marker, g_free);
  else if (type == MD_BLOCK_QUOTE)
    parser->n_quotations--;
  else if (type == MD_BLOCK_TABLE)
    parser->table = NULL;
  else if (type == MD_BLOCK_TR)
    parser->row = NULL;

  return 0;
}

/* The words of a tight list's item come without a paragraph around them. */
static void
ensure_text (Parser *parser)
{
  if (parser->text == NULL)
    open_text (parser, IK_RICH_BLOCK_PARAGRAPH);
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Parser *parser = user_data;
  guint start;

  ensure_text (parser);
  start = (guint) parser->text->len;
  g_array_append_val (parser->span_starts, start);

  return 0;
}

/* On paper an address has to be read. */
static void
append_address (Parser                 *parser,
                guint                   start,
                const MD_SPAN_A_DETAIL *detail)
{
  g_autofree char *address = g_strndup (detail->href.text, detail->href.size);

  if (strstr (address, parser->text->str + start) == NULL)
    g_string_append_printf (parser->text, " (%s)", address);
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Parser *parser = user_data;
  IkRichSpan span = { IK_RICH_SPAN_STRONG, 0, (guint) parser->text->len };

  if (parser->span_starts->len == 0)
    return 0;

  span.start = g_array_index (parser->span_starts, guint, parser->span_starts->len - 1);
  g_array_set_size (parser->span_starts, parser->span_starts->len - 1);

  if (type == MD_SPAN_A)
    append_address (parser, span.start, detail);
  if (type != MD_SPAN_STRONG && type != MD_SPAN_EM && type != MD_SPAN_CODE)
    return 0;

  if (type == MD_SPAN_EM)
    span.kind = IK_RICH_SPAN_EMPHASIS;
  else if (type == MD_SPAN_CODE)
    span.kind = IK_RICH_SPAN_CODE;
  g_array_append_val (parser->spans, span);

  return 0;
}

/* The five entities of XML, the hard space and numbers; of the two thousand
 * others a question has none, and their names can be read. */
static void
append_entity (GString    *text,
               const char *entity,
               guint       length)
{
  static const struct
  {
    const char *name;
    const char *value;
  } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" },
    { "&apos;", "'" }, { "&nbsp;", "\302\240" },
  };
  g_autofree char *name = g_strndup (entity, length);
  gboolean is_hex = g_str_has_prefix (name, "&#x") || g_str_has_prefix (name, "&#X");
  gunichar character = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_equal (entities[i].name, name))
        {
          g_string_append (text, entities[i].value);
          return;
        }
    }

  if (g_str_has_prefix (name, "&#"))
    character = (gunichar) g_ascii_strtoull (name + (is_hex ? 3 : 2), NULL, is_hex ? 16 : 10);

  if (character != 0 && g_unichar_validate (character))
    g_string_append_unichar (text, character);
  else
    g_string_append (text, name);
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  Parser *parser = user_data;

  ensure_text (parser);

  if (type == MD_TEXT_BR)
    g_string_append_c (parser->text, '\n');
  else if (type == MD_TEXT_SOFTBR)
    g_string_append_c (parser->text, ' ');
  else if (type == MD_TEXT_ENTITY)
    append_entity (parser->text, text, size);
  else if (type == MD_TEXT_NULLCHAR)
    g_string_append (parser->text, "\357\277\275");
  else
    g_string_append_len (parser->text, text, size);

  return 0;
}

/**
 * ik_rich_blocks_parse:
 * @commonmark: a document of CommonMark with tables, valid UTF-8
 *
 * Mark-up that a page has no use for (raw HTML, pictures, rules) leaves its
 * words. Linear.
 *
 * Returns: (transfer full) (element-type IkRichBlock): its blocks in order;
 *   lists and quotations are flat, their blocks say how deep they stand
 */
GPtrArray *
ik_rich_blocks_parse (const char *commonmark)
{
  const MD_PARSER callbacks = {
    .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autoptr(GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr(GArray) span_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  Parser parser = { .lists = lists, .span_starts = span_starts };

  parser.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) rich_block_free);
  md_parse (commonmark, (MD_SIZE) strlen (commonmark), &callbacks, &parser);
  close_text (&parser);
  g_free (parser.marker);

  return parser.blocks;
}

/**
 * ik_rich_text_new_inline:
 * @commonmark: one line of CommonMark inline text
 *
 * Returns: (transfer full): its words; what would open a block at the start
 *   of a line, such as "1." or "#", is words here
 */
IkRichText *
ik_rich_text_new_inline (const char *commonmark)
{
  /* Behind a full stop nothing opens a block, and emphasis still opens. */
  g_autofree char *line = g_strconcat (".", commonmark, NULL);
  g_autoptr(GPtrArray) blocks = NULL;
  IkRichText *text;

  g_strdelimit (line, "\r\n", ' ');
  blocks = ik_rich_blocks_parse (line);
  if (blocks->len != 1 || ((IkRichBlock *) blocks->pdata[0])->text == NULL)
    return ik_rich_text_new_plain (commonmark);

  text = g_steal_pointer (&((IkRichBlock *) blocks->pdata[0])->text);
  memmove (text->text, text->text + 1, strlen (text->text));
  for (guint i = 0; i < text->spans->len; i++)
    {
      g_array_index (text->spans, IkRichSpan, i).start--;
      g_array_index (text->spans, IkRichSpan, i).end--;
    }

  return text;
}
