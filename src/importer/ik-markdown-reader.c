#include "ik-markdown-reader.h"

#include <md4c.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-fences.h"
#include "ik-front-matter.h"
#include "ik-html-fragment.h"
#include "ik-importer.h"

typedef struct
{
  gboolean ordered;
  guint    next;
} List;

/* A part of the source that is left out of a block: a tag. */
typedef struct
{
  gsize    start;
  gsize    end;
  gboolean space; /* what stands for it: a space or nothing */
} Cut;

typedef struct
{
  IkBlockList    *list;
  IkHtmlFragment  html;
  gsize           base;         /* where md4c's text begins in the document */
  const char     *source;       /* md4c's text */
  gsize           size;
  GArray         *inserts;      /* (nullable): fences that the document doesn't have */

  /* What is open around the text */
  GArray         *lists;        /* (element-type List) */
  guint           n_items;
  guint           n_quotes;
  gboolean        item_pending; /* an item was opened and has no block yet */
  IkMarker        marker;
  gboolean        task;
  gboolean        checked;

  /* The block being read */
  gboolean        open;
  IkBlockKind     kind;
  guint           level;
  GString        *text;
  GString        *source_text;  /* where the source is built */
  char           *info;         /* (owned) */
  GArray         *cuts;         /* (element-type Cut) */
  gboolean        placed;       /* whether start and end are known */
  gsize           start;
  gsize           end;
  guint           n_strong;
  guint           n_links;
  gboolean        visible;      /* whether it has letters or digits, */
  gboolean        linked;       /* and some in a link, */
  gboolean        not_linked;   /* in none, */
  gboolean        not_bold;     /* that aren't bold */
  guint           line;         /* that an offset was found in last */
  gboolean        tag_known;    /* whether the last tag is HTML */
  gboolean        summary_ends; /* whether the summary around it ends in it */
} Reader;

static void
open_block (Reader      *self,
            IkBlockKind  kind,
            guint        level)
{
  self->open = TRUE;
  self->kind = kind;
  self->level = level;
  self->placed = FALSE;
  self->visible = self->linked = self->not_linked = self->not_bold = FALSE;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->cuts, 0);
  g_clear_pointer (&self->info, g_free);
}

/* Skips what marks the block in its line: quotes, list markers, hashes. */
static gsize
skip_containers (const char *line,
                 gsize       length,
                 gboolean    heading,
                 gboolean    item)
{
  gsize at = 0;

  while (at < length)
    {
      IkMarker marker;
      gsize n = strspn (line + at, " \t");

      if (n == 0 && line[at] == '>')
        n = 1;
      if (n == 0 && heading && line[at] == '#')
        n = strspn (line + at, "#");
      if (n == 0 && item && strchr ("-*+0123456789", line[at]) != NULL)
        {
          gsize digits = strspn (line + at, "0123456789");
          gsize mark = digits + (line[at + digits] != '\0' &&
                                 strchr ("-*+.)", line[at + digits]) != NULL);

          /* Nothing else than what CommonMark takes for a marker */
          if (ik_marker_parse (line + at, &marker) > 0 && mark <= 10 && mark > digits &&
              (digits > 0) == (strchr (".)", line[at + digits]) != NULL) &&
              strchr (" \t", line[at + mark]) != NULL)
            n = mark;
        }
      if (n == 0)
        break;
      at += n;
    }

  return MIN (at, length);
}

/* Both the cuts and the lines come in order: @next is the first cut that may
 * matter. */
static void
append_without_cuts (Reader  *self,
                     GString *source,
                     gsize    start,
                     gsize    end,
                     guint   *next)
{
  for (; *next < self->cuts->len && start < end; (*next)++)
    {
      const Cut *cut = &g_array_index (self->cuts, Cut, *next);

      if (cut->start >= end)
        break;
      if (cut->end <= start)
        continue;
      if (cut->start > start)
        g_string_append_len (source, self->list->text + start, (gssize) (cut->start - start));
      if (cut->space)
        g_string_append_c (source, ' ');
      start = MIN (cut->end, end);
      if (cut->end > end) /* it goes on in the next line */
        break;
    }
  if (start < end)
    g_string_append_len (source, self->list->text + start, (gssize) (end - start));
}

static IkBlockText
strip (const char *text,
       gsize       length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }

  return (IkBlockText) { text, length };
}

/* Most blocks are one line without tags. */
static IkBlockText
find_line_source (Reader *self,
                  guint   line)
{
  gsize length;
  const char *text = ik_block_list_get_line (self->list, line, &length);
  gsize start = skip_containers (text, length, FALSE, self->item_pending);

  return strip (text + start, length - start);
}

static IkBlockText
build_source (Reader *self,
              guint   first,
              guint   last)
{
  GString *source = self->source_text;
  guint cut = 0;

  if (first == last && self->cuts->len == 0 && self->kind <= IK_BLOCK_ITEM &&
      self->kind != IK_BLOCK_HEADING && !self->task)
    return find_line_source (self, first);

  g_string_truncate (source, 0);
  for (guint line = first; line <= last; line++)
    {
      gsize length;
      const char *text = ik_block_list_get_line (self->list, line, &length);
      gsize skip = skip_containers (text, length,
                                    line == first && self->kind == IK_BLOCK_HEADING,
                                    line == first && self->item_pending);
      gsize start = (gsize) (text - self->list->text);

      while (length > skip && strchr (" \t", text[length - 1]) != NULL)
        length--;
      if (line > first)
        g_string_append_c (source, '\n');
      append_without_cuts (self, source, start + skip, start + length, &cut);
    }
  if (self->kind == IK_BLOCK_HEADING)
    {
      while (source->len > 0 && strchr ("# \t", source->str[source->len - 1]) != NULL)
        g_string_truncate (source, source->len - 1);
    }
  if (self->kind == IK_BLOCK_ITEM && self->task && source->str[0] == '[')
    g_string_erase (source, 0, (gssize) MIN (source->len, 4));

  return strip (source->str, source->len);
}

static guint
count_columns (const IkBlockList *list,
               guint              line)
{
  gsize length;

  return (guint) MIN (strspn (ik_block_list_get_line (list, line, &length), " "),
                      IK_BLOCK_MAX_DEPTH);
}

/* "@name - http://name.org": a person, no question. */
static gboolean
is_address_beside_link (const char *text)
{
  const char *address = strstr (text, "http");

  return address != NULL && address > text && address[-1] == ' ' &&
         strchr (address, ' ') == NULL && strstr (address, "://") != NULL &&
         ik_asking_is_title (text) && !ik_asking_asks (text);
}

static void
mark_block (Reader  *self,
            IkBlock *block)
{
  block->level = self->level;
  block->quoted = self->n_quotes > 0;
  block->in_summary = self->html.in_summary;
  block->bold = self->visible && !self->not_bold;
  block->linked = self->visible &&
                  (!self->not_linked || (self->linked && is_address_beside_link (block->text)));
  block->depth = MIN (self->n_items, IK_BLOCK_MAX_DEPTH);
  block->indent = self->n_items > 1 ? count_columns (self->list, block->first) : 0;
  if (self->item_pending && block->kind != IK_BLOCK_CODE)
    {
      block->marker = self->marker;
      block->task = self->task;
      block->checked = self->checked;
      block->depth--;
    }
}

/* The line of an offset: near the one before, as blocks come in order. */
static guint
find_line (Reader *self,
           gsize   offset)
{
  const IkLineIndex *lines = self->list->lines;

  if (ik_line_index_get_offset (lines, self->line) > offset)
    self->line = ik_line_index_find (lines, offset);
  while (self->line < ik_line_index_count (lines) &&
         ik_line_index_get_offset (lines, self->line + 1) <= offset)
    self->line++;

  return self->line;
}

static void
close_block (Reader *self)
{
  guint first, last;
  IkBlock *block;
  IkBlockText source;

  if (!self->open)
    return;
  self->open = FALSE;
  if (!self->placed)
    return;

  first = find_line (self, self->start);
  last = find_line (self, MAX (self->start, self->end - 1));
  if (self->kind == IK_BLOCK_MARKUP)
    {
      ik_html_fragment_read (&self->html, first, last);
      return;
    }
  if (self->kind == IK_BLOCK_PARAGRAPH && self->item_pending)
    self->kind = IK_BLOCK_ITEM;
  if (self->kind == IK_BLOCK_CODE)
    {
      g_strchomp (self->text->str);
      source = (IkBlockText) { self->text->str, strlen (self->text->str) };
      block = ik_block_new_sized (IK_BLOCK_CODE, first, last, source, source);
      ik_block_take_info (block, g_steal_pointer (&self->info));
    }
  else
    {
      source = build_source (self, first, last);
      block = ik_block_new_sized (self->kind, first, last,
                                  strip (self->text->str, self->text->len), source);
    }
  mark_block (self, block);
  self->item_pending = FALSE;
  if (self->summary_ends)
    self->html.in_summary = FALSE;
  self->summary_ends = FALSE;
  g_ptr_array_add (self->list->blocks, block);
}

static void
enter_item (Reader                   *self,
            const MD_BLOCK_LI_DETAIL *detail)
{
  List *list = &g_array_index (self->lists, List, self->lists->len - 1);

  self->item_pending = TRUE;
  self->n_items++;
  self->marker.style = list->ordered ? IK_MARKER_NUMBER : IK_MARKER_BULLET;
  self->marker.number = list->ordered ? list->next++ : 0;
  self->task = detail->is_task;
  self->checked = detail->is_task && detail->task_mark != ' ';
}

static void
enter_list (Reader   *self,
            gboolean  ordered,
            guint     start)
{
  List list = { ordered, MIN (start, IK_MARKER_MAX_NUMBER - IK_IMPORTER_MAX_BLOCKS) };

  g_array_append_val (self->lists, list);
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *data)
{
  Reader *self = data;

  if (self->list->blocks->len > IK_IMPORTER_MAX_BLOCKS)
    return -1; /* it will be refused */
  if (type != MD_BLOCK_TH && type != MD_BLOCK_TD)
    close_block (self);

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      self->n_quotes++;
      break;

    case MD_BLOCK_UL:
      enter_list (self, FALSE, 0);
      break;

    case MD_BLOCK_OL:
      enter_list (self, TRUE, ((MD_BLOCK_OL_DETAIL *) detail)->start);
      break;

    case MD_BLOCK_LI:
      enter_item (self, detail);
      break;

    case MD_BLOCK_H:
      open_block (self, IK_BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;

    case MD_BLOCK_CODE:
      open_block (self, IK_BLOCK_CODE, 0);
      self->info = g_strndup (((MD_BLOCK_CODE_DETAIL *) detail)->lang.text,
                              ((MD_BLOCK_CODE_DETAIL *) detail)->lang.size);
      break;

    case MD_BLOCK_HTML:
      open_block (self, IK_BLOCK_MARKUP, 0);
      break;

    case MD_BLOCK_P:
      open_block (self, IK_BLOCK_PARAGRAPH, 0);
      break;

    case MD_BLOCK_TR:
      open_block (self, IK_BLOCK_TABLE_ROW, 0);
      break;

    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (self->text->len > 0)
        g_string_append (self->text, " | ");
      break;

    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *data)
{
  Reader *self = data;

  if (type != MD_BLOCK_TH && type != MD_BLOCK_TD)
    close_block (self);

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      self->n_quotes--;
      break;

    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      g_array_set_size (self->lists, self->lists->len - 1);
      break;

    case MD_BLOCK_LI:
      self->n_items--;
      self->item_pending = FALSE;
      break;

    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    default:
      break;
    }

  return 0;
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reader *self = data;

  self->n_strong += type == MD_SPAN_STRONG;
  self->n_links += type == MD_SPAN_A;

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reader *self = data;

  self->n_strong -= type == MD_SPAN_STRONG;
  self->n_links -= type == MD_SPAN_A;

  return 0;
}

/* Where a piece of text stands in the source; md4c makes up some pieces. */
static gboolean
locate (Reader        *self,
        const MD_CHAR *text,
        MD_SIZE        size,
        gsize         *start)
{
  const char *source = self->source;

  if ((guintptr) text < (guintptr) source || (guintptr) text > (guintptr) (source + self->size))
    return FALSE;
  *start = self->base + ik_fences_get_offset (self->inserts, (gsize) (text - source));
  if (!self->placed)
    self->start = *start;
  self->placed = TRUE;
  self->end = *start + size;

  return TRUE;
}

/* "<h3>": md4c takes a line that begins with it for a paragraph. */
static void
note_heading (Reader        *self,
              const MD_CHAR *text,
              MD_SIZE        size)
{
  if (self->kind != IK_BLOCK_PARAGRAPH || self->text->len > 0 || size < strlen ("<h1>") ||
      g_ascii_tolower (text[1]) != 'h' || text[2] < '1' || text[2] > '6' ||
      (text[3] != '>' && text[3] != ' '))
    return;

  self->kind = IK_BLOCK_HEADING;
  self->level = (guint) (text[2] - '0');
}

static void
append_inline_tag (Reader        *self,
                   const MD_CHAR *text,
                   MD_SIZE        size,
                   gboolean       located,
                   gsize          start)
{
  if (text[0] == '<') /* else it goes on in a second line */
    self->tag_known = ik_html_is_known_tag (text, size);
  if (!self->tag_known)
    {
      g_string_append_len (self->text, text, size);
      self->visible = self->not_bold = self->not_linked = TRUE;
      return;
    }
  note_heading (self, text, size);
  if (ik_html_is_break (text, size))
    g_string_append_c (self->text, ' ');
  if (size == strlen ("</summary>") && g_ascii_strncasecmp (text, "</summary>", size) == 0)
    self->summary_ends = TRUE;
  if (located)
    {
      Cut cut = { start, start + size, ik_html_is_break (text, size) };

      g_array_append_val (self->cuts, cut);
    }
}

/* Letters and digits; the bytes left out begin pictograms and punctuation. */
static gboolean
is_visible (const MD_CHAR *text,
            MD_SIZE        size)
{
  for (MD_SIZE i = 0; i < size; i++)
    {
      guint8 byte = (guint8) text[i];

      if (g_ascii_isalnum (byte) || (byte >= 0xc0 && byte < 0xef && byte != 0xe2))
        return TRUE;
    }

  return FALSE;
}

static void
note_visible (Reader        *self,
              const MD_CHAR *text,
              MD_SIZE        size)
{
  if (!is_visible (text, size))
    return;

  self->visible = TRUE;
  self->linked = self->linked || self->n_links > 0;
  self->not_linked = self->not_linked || self->n_links == 0;
  self->not_bold = self->not_bold || self->n_strong == 0;
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Reader *self = data;
  gboolean located;
  gsize start = 0;

  if (!self->open)
    open_block (self, IK_BLOCK_PARAGRAPH, 0);
  located = locate (self, text, size, &start);

  switch (type)
    {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      g_string_append_c (self->text, ' ');
      break;

    case MD_TEXT_ENTITY:
      ik_html_append_decoded (self->text, text, size);
      break;

    case MD_TEXT_HTML:
      if (self->kind != IK_BLOCK_MARKUP)
        append_inline_tag (self, text, size, located, start);
      break;

    case MD_TEXT_CODE:
      g_string_append_len (self->text, text, size);
      if (self->kind != IK_BLOCK_CODE)
        note_visible (self, text, size);
      break;

    case MD_TEXT_NORMAL:
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH:
    default:
      g_string_append_len (self->text, text, size);
      note_visible (self, text, size);
      break;
    }

  return 0;
}

/**
 * ik_markdown_reader_read:
 * @text: CommonMark with tables, task lists and front matter
 *
 * Reads a document into blocks; linear. One with more blocks than are allowed is
 * read no further.
 *
 * Returns: (transfer full): its blocks
 */
IkBlockList *
ik_markdown_reader_read (const char *text)
{
  const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  Reader reader = { .list = ik_block_list_new (text) };
  g_autofree char *balanced = NULL;

  reader.html.list = reader.list;
  reader.line = 1;
  reader.base = ik_front_matter_read (reader.list);
  balanced = ik_fences_balance (reader.list->text + reader.base, &reader.inserts);
  reader.source = balanced != NULL ? balanced : reader.list->text + reader.base;
  reader.size = strlen (reader.source);
  reader.lists = g_array_new (FALSE, FALSE, sizeof (List));
  reader.cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  reader.text = g_string_new (NULL);
  reader.source_text = g_string_new (NULL);

  md_parse (reader.source, (MD_SIZE) reader.size, &parser, &reader);

  g_array_unref (reader.lists);
  g_array_unref (reader.cuts);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.source_text, TRUE);
  g_free (reader.info);
  g_clear_pointer (&reader.inserts, g_array_unref);
  if (reader.list->blocks->len <= IK_IMPORTER_MAX_BLOCKS)
    ik_block_list_fill_gaps (reader.list);
  for (guint i = 0; i < reader.list->blocks->len; i++)
    {
      IkBlock *block = reader.list->blocks->pdata[i];

      if (ik_block_is_text (block))
        ik_block_strip_marker (block);
    }

  return reader.list;
}
