#include "ik-html-reader.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "ik-encoding.h"
#include "ik-html-content.h"
#include "ik-html-element.h"
#include "ik-html-style.h"
#include "ik-importer.h"
#include "ik-rich-tidy.h"
#include "ik-text.h"

/* Browsers stop at 512; pages that people save have less than 100. */
#define MAX_DEPTH 256u

/* Where a page says in which encoding it is. */
#define SNIFFED_BYTES 4096u
#define MAX_CHARSET 32u

/* More parts than blocks that a document may have is not a page for people. */
#define MAX_REGIONS IK_IMPORTER_MAX_BLOCKS

/* What stands on a button and is shorter is a command, not a question. */
#define MAX_COMMAND_CHARS 15

/* An open element. */
typedef struct
{
  IkHtmlElement  element;
  char          *name;      /* (owned) */
  IkRichStyle    style;     /* of the text in it */
  const char    *link;      /* (nullable) */
  guint          region;
  guint          n_hidden;  /* hidden elements down to it */
  gboolean       item;  /* a list item that its blocks are indented below */
  gboolean       asks;  /* its class says that it is a question */
  guint          first;     /* number of blocks when it began */
  gboolean       ordered;
  guint          number;    /* of a list: of its next item */
  guint          row;       /* of a table: the last one */
  guint          column;
} Frame;

typedef struct
{
  IkRichDocument *document;
  IkHtmlStyle    *style;
  GArray         *regions;  /* (element-type IkHtmlRegion) */
  GArray         *frames;   /* (element-type Frame) */
  IkRichBlock    *block;    /* (unowned) (nullable): the open one */
  gboolean        blank;    /* whether a blank is due before the next text */
  guint           n_heading;
  guint           level;
  guint           n_summary;
  guint           n_code;
  gboolean        item_due; /* whether the next block begins an item */
  gboolean        task;
  gboolean        checked;
  GString        *sheet;    /* a style sheet, as it comes in */
  GString        *title;
  gboolean        too_long; /* why the parser was stopped */
  gboolean        too_deep; /* likewise */
  xmlParserCtxt  *parser;
} Reader;

static Frame *
top (Reader *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

/* The innermost open element of a kind, or NULL. */
static Frame *
find_frame (Reader        *self,
            IkHtmlElement  element,
            IkHtmlElement  or_element)
{
  for (guint i = self->frames->len; i-- > 0;)
    {
      Frame *frame = &g_array_index (self->frames, Frame, i);

      if (frame->element == element || frame->element == or_element)
        return frame;
    }

  return NULL;
}

static void
stop_too_long (Reader *self)
{
  self->too_long = TRUE;
  xmlStopParser (self->parser);
}

static void
end_block (Reader *self)
{
  if (self->n_heading > 0 || self->n_summary > 0)
    {
      self->blank = TRUE;
      return;
    }
  self->block = NULL;
  self->blank = FALSE;
}

static guint
count_items (Reader *self)
{
  guint n_items = 0;

  for (guint i = 0; i < self->frames->len; i++)
    n_items += g_array_index (self->frames, Frame, i).item;

  return n_items;
}

/* A list whose items hold headings or tables serves the layout. */
static void
leave_items (Reader *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    g_array_index (self->frames, Frame, i).item = FALSE;
  self->item_due = FALSE;
}

static void
place_block (Reader      *self,
             IkRichBlock *block)
{
  Frame *table = find_frame (self, IK_HTML_TABLE, IK_HTML_TABLE);

  block->region = top (self)->region;
  block->quoted = find_frame (self, IK_HTML_QUOTE, IK_HTML_QUOTE) != NULL;
  block->depth = count_items (self);
  if (table != NULL)
    {
      block->row = MAX (table->row, 1);
      block->column = MAX (table->column, 1);
    }
  if (self->item_due && block->kind == IK_RICH_PARAGRAPH)
    {
      const Frame *list = find_frame (self, IK_HTML_LIST, IK_HTML_ORDERED_LIST);

      block->kind = IK_RICH_ITEM;
      block->depth -= MIN (block->depth, 1);
      block->ordered = list != NULL && list->ordered;
      block->number = list != NULL ? list->number : 0;
      block->task = self->task;
      block->checked = self->checked;
      self->item_due = FALSE;
    }
  self->task = self->checked = FALSE;
}

static IkRichBlock *
add_block (Reader     *self,
           IkRichKind  kind)
{
  if (self->document->blocks->len >= IK_IMPORTER_MAX_BLOCKS)
    stop_too_long (self);
  self->block = ik_rich_document_add (self->document, kind);
  place_block (self, self->block);

  return self->block;
}

static IkRichBlock *
ensure_block (Reader *self)
{
  if (self->block == NULL && self->n_code > 0)
    add_block (self, IK_RICH_CODE);
  else if (self->block == NULL)
    add_block (self, IK_RICH_PARAGRAPH);

  return self->block;
}

static void
append (Reader     *self,
        const char *text,
        gsize       length)
{
  const Frame *frame = top (self);
  IkHtmlRegion *region = &g_array_index (self->regions, IkHtmlRegion, frame->region);
  IkRichBlock *block = ensure_block (self);

  ik_rich_block_append (block, text, (gssize) length,
                        block->kind == IK_RICH_CODE ? 0 : frame->style,
                        self->n_heading > 0 || self->n_code > 0 ? NULL : frame->link);
  region->n_text += length;
  if (frame->link != NULL)
    region->n_linked += length;
}

/* Text as a browser shows it: blanks in one, none at the ends. */
static void
append_collapsed (Reader     *self,
                  const char *text,
                  gsize       size)
{
  gsize i = 0;

  while (i < size)
    {
      gsize start = i;

      while (i < size && strchr (" \t\r\n\f", text[i]) == NULL)
        i++;
      if (i > start)
        {
          if (self->blank && self->block != NULL && self->block->text->len > 0 &&
              self->block->text->str[self->block->text->len - 1] != '\n')
            append (self, " ", 1);
          self->blank = FALSE;
          append (self, text + start, i - start);
        }
      for (; i < size && strchr (" \t\r\n\f", text[i]) != NULL; i++)
        self->blank = TRUE;
    }
}

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
        return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";
    }

  return NULL;
}

static gboolean
has_word (const char        *names,
          const char *const *words)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalnum (names[length]))
        length++;
      for (guint i = 0; length > 0 && words[i] != NULL; i++)
        {
          if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], names, length) == 0)
            return TRUE;
        }
      names += length;
      names += *names != '\0';
    }

  return FALSE;
}

/* Answers that a click shows are hidden, but meant to be read. */
static gboolean
is_hidden (IkHtmlLook      look,
           const char     *class_names,
           const xmlChar **attributes)
{
  static const char *const folded[] = {
    "accordion", "answer", "body", "collapse", "collapsible", "content", "description", "details",
    "explanation", "faq", "hint", "panel", "solution", "spoiler", "tab", "toggle", NULL,
  };
  static const char *const hidden[] = { "hidden", "sr", "visually", NULL };
  const char *aria = get_attribute (attributes, "aria-hidden");
  const char *id = get_attribute (attributes, "id");

  if ((look & IK_HTML_LOOK_HIDDEN) == 0 && get_attribute (attributes, "hidden") == NULL &&
      !(aria != NULL && g_str_equal (aria, "true")) && !has_word (class_names, hidden))
    return FALSE;

  return !has_word (class_names, folded) && !has_word (id, folded);
}

static gboolean
is_gutter (const char *class_names)
{
  static const char *const gutters[] = { "gutter", "linenos", "lineno", "linenumber", NULL };

  return has_word (class_names, gutters) ||
         (class_names != NULL && strstr (class_names, "line-number") != NULL);
}

/* Classes that people give to what is asked, on paragraphs and on what opens. */
static gboolean
says_question (const char *class_names)
{
  static const char *const question[] = { "question", NULL };
  static const char *const opening[] = { "accordion", "collapse", "collapsible", "faq", "toggle", NULL };
  static const char *const head[] = { "btn", "button", "head", "header", "heading", "title", "trigger", NULL };

  return has_word (class_names, question) ||
         (has_word (class_names, opening) && has_word (class_names, head));
}

static void
open_region (Reader           *self,
             Frame            *frame,
             IkHtmlRegionKind  kind)
{
  IkHtmlRegion region = { frame->region, kind, 0, 0, 0 };

  if (self->regions->len >= MAX_REGIONS)
    {
      stop_too_long (self);
      return;
    }
  g_array_append_val (self->regions, region);
  frame->region = self->regions->len - 1;
}

static gboolean
is_container (const Frame *frame)
{
  return frame->element == IK_HTML_LIST || frame->element == IK_HTML_ORDERED_LIST ||
         frame->element == IK_HTML_TABLE || g_str_equal (frame->name, "div") ||
         g_str_equal (frame->name, "section");
}

static void
choose_region (Reader         *self,
               Frame          *frame,
               const char     *class_names,
               const xmlChar **attributes)
{
  IkHtmlRegionKind kind = ik_html_content_name_kind (class_names, get_attribute (attributes, "id"),
                                                     get_attribute (attributes, "role"));
  gboolean inside = find_frame (self, IK_HTML_MAIN, IK_HTML_ARTICLE) != NULL;

  if (frame->element == IK_HTML_MAIN)
    kind = IK_HTML_REGION_MAIN;
  else if (frame->element == IK_HTML_ASIDE)
    kind = IK_HTML_REGION_ASIDE;
  else if (frame->element == IK_HTML_ARTICLE && kind == IK_HTML_REGION_PLAIN)
    kind = IK_HTML_REGION_ARTICLE;
  else if (frame->element == IK_HTML_HEADER && kind == IK_HTML_REGION_PLAIN && !inside)
    kind = IK_HTML_REGION_ASIDE;
  if (kind == IK_HTML_REGION_PLAIN && !is_container (frame))
    return;
  if (frame->element != IK_HTML_HEADING && frame->element != IK_HTML_ROOT &&
      !g_str_equal (frame->name, "body"))
    open_region (self, frame, kind);
}

static char *
clean_address (const char *address)
{
  GString *clean = g_string_new (NULL);

  if (g_ascii_strncasecmp (address, "javascript:", strlen ("javascript:")) == 0)
    address = "#";
  for (; *address != '\0'; address++)
    {
      if ((guint8) *address <= ' ' || strchr ("()<>\\", *address) != NULL)
        g_string_append_printf (clean, "%%%02X", (guint8) *address);
      else
        g_string_append_c (clean, *address);
    }

  return g_string_free (clean, FALSE);
}

static void
begin_link (Reader     *self,
            Frame      *frame,
            const char *address)
{
  g_autofree char *clean = NULL;

  if (address == NULL || *address == '\0')
    return;
  clean = clean_address (address);
  frame->link = ik_rich_document_intern (self->document, clean);
  g_array_index (self->regions, IkHtmlRegion, frame->region).n_links++;
}

static void
begin_item (Reader         *self,
            Frame          *frame,
            const xmlChar **attributes)
{
  Frame *list = find_frame (self, IK_HTML_LIST, IK_HTML_ORDERED_LIST);
  const char *value = get_attribute (attributes, "value");

  if (list != NULL && value != NULL && g_ascii_isdigit (*value))
    list->number = (guint) MIN (g_ascii_strtoull (value, NULL, 10), 99999);
  else if (list != NULL)
    list->number++;
  frame->item = TRUE;
  self->item_due = TRUE;
}

static void
begin_list (Frame          *frame,
            const xmlChar **attributes)
{
  const char *start = get_attribute (attributes, "start");

  frame->ordered = frame->element == IK_HTML_ORDERED_LIST;
  frame->number = start != NULL ? (guint) MIN (g_ascii_strtoull (start, NULL, 10), 99999) : 1;
  frame->number -= frame->number > 0;
}

static void
begin_code_block (Reader     *self,
                  const char *class_names)
{
  if (self->n_heading > 0 || self->n_summary > 0)
    return;
  self->n_code++;
  end_block (self);
  add_block (self, IK_RICH_CODE);
  self->item_due = FALSE;
  for (const char *p = class_names; p != NULL && (p = strstr (p, "lang")) != NULL; p += 4)
    {
      gsize length = strcspn (p, "-") + 1;

      if (g_str_has_prefix (p, "lang-") || g_str_has_prefix (p, "language-"))
        {
          self->block->info = g_strndup (p + length, strspn (p + length, G_CSET_a_2_z G_CSET_A_2_Z
                                                             G_CSET_DIGITS "+#"));
          return;
        }
    }
}

static void
begin_cell (Reader *self)
{
  Frame *table = find_frame (self, IK_HTML_TABLE, IK_HTML_TABLE);

  end_block (self);
  if (table != NULL)
    {
      table->row = MAX (table->row, 1);
      table->column++;
    }
}

static void
begin_row (Reader *self)
{
  Frame *table = find_frame (self, IK_HTML_TABLE, IK_HTML_TABLE);

  end_block (self);
  if (table != NULL)
    {
      table->row++;
      table->column = 0;
    }
}

static void
begin_input (Reader         *self,
             const xmlChar **attributes)
{
  const char *type = get_attribute (attributes, "type");

  if (!self->item_due || type == NULL ||
      (g_ascii_strcasecmp (type, "checkbox") != 0 && g_ascii_strcasecmp (type, "radio") != 0))
    return;
  self->task = TRUE;
  self->checked = get_attribute (attributes, "checked") != NULL;
}

static void
begin_heading (Reader      *self,
               const Frame *frame)
{
  if (self->n_summary > 0)
    return;
  if (self->n_heading++ > 0)
    return;
  self->block = NULL;
  self->blank = FALSE;
  leave_items (self);
  self->level = (guint) (frame->name[1] - '0');
  add_block (self, IK_RICH_HEADING)->level = self->level;
}

static void
begin_summary (Reader *self)
{
  self->n_heading = 0;
  end_block (self);
  if (self->n_summary++ > 0)
    return;
  leave_items (self);
  add_block (self, IK_RICH_SUMMARY);
}

static void
break_line (Reader *self)
{
  if (self->n_heading > 0 || self->n_summary > 0)
    self->blank = TRUE;
  else if (self->n_code > 0)
    append (self, "\n", 1);
  else if (self->block != NULL)
    {
      self->blank = FALSE;
      ik_rich_block_append (self->block, "\n", 1, 0, NULL);
    }
}

static void
begin_element (Reader         *self,
               Frame          *frame,
               const char     *class_names,
               const xmlChar **attributes)
{
  switch (frame->element)
    {
    case IK_HTML_HEADING:
      begin_heading (self, frame);
      break;

    case IK_HTML_LIST:
    case IK_HTML_ORDERED_LIST:
      end_block (self);
      begin_list (frame, attributes);
      break;

    case IK_HTML_ITEM:
      end_block (self);
      begin_item (self, frame, attributes);
      break;

    case IK_HTML_TERM:
      end_block (self);
      frame->style |= IK_RICH_STYLE_BOLD;
      break;

    case IK_HTML_CODE_BLOCK:
      begin_code_block (self, class_names);
      break;

    case IK_HTML_CODE:
      frame->style |= IK_RICH_STYLE_CODE;
      if (self->block != NULL && self->n_code > 0 && self->block->text->len == 0 &&
          self->block->info == NULL && class_names != NULL)
        {
          const char *language = strstr (class_names, "language-");

          if (language != NULL)
            self->block->info = g_strndup (language + 9, strcspn (language + 9, " `\n"));
        }
      break;

    case IK_HTML_BOLD:
      frame->style |= IK_RICH_STYLE_BOLD;
      break;

    case IK_HTML_ITALIC:
      frame->style |= IK_RICH_STYLE_ITALIC;
      break;

    case IK_HTML_LINK:
      begin_link (self, frame, get_attribute (attributes, "href"));
      break;

    case IK_HTML_BREAK:
      break_line (self);
      break;

    case IK_HTML_RULE:
      end_block (self);
      if (self->n_heading == 0 && self->n_summary == 0)
        add_block (self, IK_RICH_RULE);
      end_block (self);
      break;

    case IK_HTML_ROW:
      begin_row (self);
      break;

    case IK_HTML_CELL:
      begin_cell (self);
      break;

    case IK_HTML_SUMMARY:
      begin_summary (self);
      break;

    case IK_HTML_INPUT:
      begin_input (self, attributes);
      break;

    case IK_HTML_BLOCK:
    case IK_HTML_QUOTE:
    case IK_HTML_MAIN:
    case IK_HTML_ARTICLE:
    case IK_HTML_HEADER:
    case IK_HTML_ASIDE:
    case IK_HTML_TABLE:
    case IK_HTML_DETAILS:
    case IK_HTML_BUTTON:
      end_block (self);
      break;

    case IK_HTML_UNKNOWN:
    case IK_HTML_INLINE:
    case IK_HTML_SKIPPED:
    case IK_HTML_RAW:
    case IK_HTML_STYLE:
    case IK_HTML_TITLE:
    case IK_HTML_META:
    case IK_HTML_ROOT:
    default:
      break;
    }
}

static void
take_metadata (Reader         *self,
               IkHtmlElement   element,
               const xmlChar **attributes)
{
  const char *name = get_attribute (attributes, "name");
  const char *value = get_attribute (attributes, element == IK_HTML_ROOT ? "lang" : "content");

  if (value == NULL)
    return;
  if (element == IK_HTML_ROOT)
    ik_text_set (&self->document->language, value);
  else if (name != NULL && g_ascii_strcasecmp (name, "author") == 0)
    ik_text_set (&self->document->author, value);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  Reader *self = data;
  IkHtmlElement element = ik_html_element_lookup ((const char *) name, strlen ((const char *) name));
  const char *class_names = get_attribute (attributes, "class");
  IkHtmlLook look = ik_html_style_lookup (self->style, class_names, get_attribute (attributes, "id"),
                                          get_attribute (attributes, "style"));
  Frame frame = *top (self);

  if (self->frames->len > MAX_DEPTH)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->parser);
      return;
    }
  frame.element = element;
  frame.name = g_strdup ((const char *) name);
  frame.item = FALSE;
  frame.first = self->document->blocks->len;
  frame.asks = says_question (class_names);
  if (element == IK_HTML_SKIPPED || element == IK_HTML_RAW || is_gutter (class_names) ||
      is_hidden (look, class_names, attributes))
    frame.n_hidden++;
  if (look & IK_HTML_LOOK_BOLD)
    frame.style |= IK_RICH_STYLE_BOLD;
  if (element == IK_HTML_META || element == IK_HTML_ROOT)
    take_metadata (self, element, attributes);
  if (frame.n_hidden == 0)
    {
      choose_region (self, &frame, class_names, attributes);
      begin_element (self, &frame, class_names, attributes);
    }
  if (element == IK_HTML_TABLE)
    frame.row = frame.column = 0;
  g_array_append_val (self->frames, frame);
}

/* A paragraph that is a question by its class looks like one. */
static void
mark_question (Reader      *self,
               const Frame *frame)
{
  GPtrArray *blocks = self->document->blocks;
  IkRichBlock *block;
  IkRichSpan bold = { 0, IK_RICH_STYLE_BOLD, NULL };
  gboolean button = frame->element == IK_HTML_BUTTON;

  if (blocks->len != frame->first + 1)
    return;
  block = blocks->pdata[frame->first];
  if (block->kind != IK_RICH_PARAGRAPH)
    return;
  if (button && g_utf8_strlen (block->text->str, -1) <= MAX_COMMAND_CHARS &&
      strchr (block->text->str, '?') == NULL)
    {
      g_string_truncate (block->text, 0);
      g_clear_pointer (&block->spans, g_array_unref);
      return;
    }
  if (!frame->asks && !button)
    return;
  g_clear_pointer (&block->spans, g_array_unref);
  block->spans = g_array_new (FALSE, FALSE, sizeof (IkRichSpan));
  bold.end = block->text->len;
  g_array_append_val (block->spans, bold);
}

static void
end_table (Reader      *self,
           const Frame *frame)
{
  const Frame *outer = find_frame (self, IK_HTML_TABLE, IK_HTML_TABLE);

  end_block (self);
  ik_rich_tidy_table (self->document, frame->first, outer != NULL ? MAX (outer->row, 1) : 0,
                      outer != NULL ? MAX (outer->column, 1) : 0);
}

static void
end_element (Reader      *self,
             const Frame *frame)
{
  switch (frame->element)
    {
    case IK_HTML_HEADING:
      if (self->n_heading > 0 && --self->n_heading == 0)
        end_block (self);
      break;

    case IK_HTML_SUMMARY:
      if (self->n_summary > 0 && --self->n_summary == 0)
        end_block (self);
      break;

    case IK_HTML_DETAILS:
      end_block (self);
      if (self->n_summary == 0 && self->n_heading == 0)
        add_block (self, IK_RICH_DETAILS_END);
      end_block (self);
      break;

    case IK_HTML_CODE_BLOCK:
      if (self->n_code > 0)
        self->n_code--;
      end_block (self);
      break;

    case IK_HTML_ITEM:
      end_block (self);
      self->item_due = FALSE;
      break;

    case IK_HTML_TABLE:
      end_table (self, frame);
      break;

    case IK_HTML_BLOCK:
      end_block (self);
      if (g_str_equal (frame->name, "p") && self->document->blocks->len == frame->first &&
          self->n_summary == 0)
        ik_rich_document_add (self->document, IK_RICH_PARAGRAPH)->region = frame->region;
      break;

    case IK_HTML_QUOTE:
    case IK_HTML_MAIN:
    case IK_HTML_ARTICLE:
    case IK_HTML_HEADER:
    case IK_HTML_ASIDE:
    case IK_HTML_LIST:
    case IK_HTML_ORDERED_LIST:
    case IK_HTML_TERM:
    case IK_HTML_ROW:
    case IK_HTML_CELL:
    case IK_HTML_BUTTON:
      end_block (self);
      break;

    case IK_HTML_UNKNOWN:
    case IK_HTML_INLINE:
    case IK_HTML_SKIPPED:
    case IK_HTML_RAW:
    case IK_HTML_STYLE:
    case IK_HTML_TITLE:
    case IK_HTML_META:
    case IK_HTML_ROOT:
    case IK_HTML_CODE:
    case IK_HTML_BOLD:
    case IK_HTML_ITALIC:
    case IK_HTML_LINK:
    case IK_HTML_BREAK:
    case IK_HTML_RULE:
    case IK_HTML_INPUT:
    default:
      break;
    }
  if (frame->asks || frame->element == IK_HTML_BUTTON)
    mark_question (self, frame);
}

static void
pop (Reader *self)
{
  Frame frame = *top (self);

  g_array_set_size (self->frames, self->frames->len - 1);
  if (frame.n_hidden == 0)
    end_element (self, &frame);
  if (frame.element == IK_HTML_STYLE)
    {
      ik_html_style_parse (self->style, self->sheet->str);
      g_string_truncate (self->sheet, 0);
    }
  g_free (frame.name);
}

static void
end_element_cb (void          *data,
                const xmlChar *name)
{
  Reader *self = data;
  guint i = self->frames->len;

  /* The first frame stands for the whole page. */
  while (i > 1 && !g_str_equal (g_array_index (self->frames, Frame, i - 1).name, (const char *) name))
    i--;
  while (i > 1 && self->frames->len >= i)
    pop (self);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Reader *self = data;
  const Frame *frame = top (self);

  if (self->too_long || self->too_deep || length <= 0)
    return;
  if (frame->element == IK_HTML_STYLE)
    g_string_append_len (self->sheet, (const char *) text, length);
  else if (frame->element == IK_HTML_TITLE && frame->n_hidden == 0)
    g_string_append_len (self->title, (const char *) text, length);
  else if (frame->n_hidden == 0 && self->n_code > 0)
    append (self, (const char *) text, (gsize) length);
  else if (frame->n_hidden == 0)
    append_collapsed (self, (const char *) text, (gsize) length);
}

static void
parse (Reader     *self,
       const char *html)
{
  htmlSAXHandler handler = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
  };
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                      HTML_PARSE_NOWARNING;

  self->parser = htmlNewParserCtxt ();
  *self->parser->sax = handler;
  self->parser->userData = self;
  htmlCtxtReadMemory (self->parser, html, (int) strlen (html), NULL, "UTF-8", options);
  htmlFreeParserCtxt (self->parser);
  self->parser = NULL;
}

/* "charset=…" among the first lines. */
static char *
find_charset (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "",
                                           data != NULL ? (gssize) MIN (size, SNIFFED_BYTES) : 0);
  const char *found = strstr (head, "charset");
  gsize length;

  if (found == NULL)
    found = strstr (head, "encoding");
  if (found == NULL)
    return NULL;
  found += strcspn (found, "=>");
  if (*found != '=')
    return NULL;
  found += strspn (found, "= \"'");
  length = strspn (found, G_CSET_a_2_z G_CSET_DIGITS "-_:.");

  return length > 0 && length <= MAX_CHARSET ? g_strndup (found, length) : NULL;
}

/* The one main heading, else the title without the name of the site. */
static void
find_title (Reader *self)
{
  const IkRichBlock *heading = NULL;
  guint n_headings = 0;
  char *bar;

  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const IkRichBlock *block = self->document->blocks->pdata[i];

      if (block->kind == IK_RICH_HEADING && block->level == 1 && !ik_rich_block_is_blank (block))
        {
          heading = block;
          n_headings++;
        }
    }
  if (n_headings == 1)
    {
      ik_text_set (&self->document->title, heading->text->str);
      return;
    }
  g_strstrip (self->title->str);
  g_strdelimit (self->title->str, "\r\n\t", ' ');
  bar = strstr (self->title->str, " | ");
  if (bar != NULL)
    *bar = '\0';
  ik_text_set (&self->document->title, self->title->str);
}

static void
reader_clear (Reader *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    g_free (g_array_index (self->frames, Frame, i).name);
  g_array_unref (self->frames);
  g_array_unref (self->regions);
  ik_html_style_free (self->style);
  g_string_free (self->sheet, TRUE);
  g_string_free (self->title, TRUE);
  g_clear_pointer (&self->document, ik_rich_document_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
check_limits (const Reader  *self,
              const char    *name,
              GError       **error)
{
  if (self->too_deep)
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” has more than 256 elements inside each other: save the page as plain text "
                   "and import that"), name);
  else if (self->too_long)
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” has more than 200,000 paragraphs: split it into several documents"), name);

  return !self->too_deep && !self->too_long;
}

/**
 * ik_html_reader_read:
 * @bytes: a web page
 * @name: its name, for messages
 * @error: return location
 *
 * Reads the content of a page: without navigation, side bars, scripts, hidden
 * parts. Nothing is fetched. Linear.
 *
 * Returns: (transfer full): the document, or %NULL with
 *   %IK_IMPORTER_ERROR_NOT_TEXT or %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkRichDocument *
ik_html_reader_read (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *charset = find_charset (bytes);
  g_autofree char *page = ik_encoding_convert (bytes, charset, name, error);
  g_autofree char *escaped = page != NULL ? ik_html_element_escape (page) : NULL;
  g_auto(Reader) reader = { 0 };
  Frame whole = { .element = IK_HTML_ROOT };
  IkHtmlRegion region = { 0 };

  reader.document = ik_rich_document_new ();
  reader.style = ik_html_style_new ();
  reader.regions = g_array_new (FALSE, FALSE, sizeof (IkHtmlRegion));
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  reader.sheet = g_string_new (NULL);
  reader.title = g_string_new (NULL);
  if (escaped == NULL)
    return NULL;
  g_clear_pointer (&page, g_free);

  whole.name = g_strdup ("");
  g_array_append_val (reader.frames, whole);
  g_array_append_val (reader.regions, region);
  parse (&reader, escaped);
  if (!check_limits (&reader, name, error))
    return NULL;

  ik_html_content_select (reader.document, reader.regions);
  find_title (&reader);
  ik_rich_tidy_plain (reader.document);

  return g_steal_pointer (&reader.document);
}
