#include "ik-html-flow.h"

#include <string.h>

#include "ik-importer.h"

/* More parts than blocks that a document may have is not a page for people. */
#define MAX_REGIONS IK_IMPORTER_MAX_BLOCKS

/**
 * ik_html_flow_init:
 * @self: (out caller-allocates): a flow
 *
 * Begins a page.
 */
void
ik_html_flow_init (IkHtmlFlow *self)
{
  IkHtmlFrame page = { .element = IK_HTML_ROOT, .name = g_strdup ("") };
  IkHtmlRegion region = { 0 };

  *self = (IkHtmlFlow) { 0 };
  self->document = ik_rich_document_new ();
  self->regions = g_array_new (FALSE, FALSE, sizeof (IkHtmlRegion));
  self->frames = g_array_new (FALSE, FALSE, sizeof (IkHtmlFrame));
  g_array_append_val (self->frames, page);
  g_array_append_val (self->regions, region);
}

/**
 * ik_html_flow_clear:
 * @self: a flow
 *
 * Frees what it holds.
 */
void
ik_html_flow_clear (IkHtmlFlow *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      IkHtmlFrame *frame = &g_array_index (self->frames, IkHtmlFrame, i);

      g_free (frame->name);
      g_clear_pointer (&frame->covered, g_array_unref);
    }
  g_array_unref (self->frames);
  g_array_unref (self->regions);
  g_clear_pointer (&self->document, ik_rich_document_free);
}

/**
 * ik_html_flow_top:
 * @self: a flow
 *
 * Returns: (transfer none): the innermost open element, until another one opens
 */
IkHtmlFrame *
ik_html_flow_top (IkHtmlFlow *self)
{
  return &g_array_index (self->frames, IkHtmlFrame, self->frames->len - 1);
}

/**
 * ik_html_flow_find:
 * @self: a flow
 * @element: an element
 * @or_element: another one that will do
 *
 * Returns: (transfer none) (nullable): the innermost of these that is open
 */
IkHtmlFrame *
ik_html_flow_find (IkHtmlFlow    *self,
                   IkHtmlElement  element,
                   IkHtmlElement  or_element)
{
  for (guint i = self->frames->len; i-- > 0;)
    {
      IkHtmlFrame *frame = &g_array_index (self->frames, IkHtmlFrame, i);

      if (frame->element == element || frame->element == or_element)
        return frame;
    }

  return NULL;
}

/**
 * ik_html_flow_end_block:
 * @self: a flow
 *
 * Ends the open block; a heading or a summary goes on with a blank.
 */
void
ik_html_flow_end_block (IkHtmlFlow *self)
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
count_items (IkHtmlFlow *self)
{
  guint n_items = 0;

  for (guint i = 0; i < self->frames->len; i++)
    {
      const IkHtmlFrame *frame = &g_array_index (self->frames, IkHtmlFrame, i);

      n_items += (guint) frame->item + frame->level;
    }

  return self->n_summary > 0 ? 0 : n_items;
}

/**
 * ik_html_flow_leave_items:
 * @self: a flow
 *
 * Indents nothing more below the open list items: a list whose items hold
 * headings serves the layout.
 */
void
ik_html_flow_leave_items (IkHtmlFlow *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    g_array_index (self->frames, IkHtmlFrame, i).item = FALSE;
  self->item_due = FALSE;
}

static void
place_block (IkHtmlFlow  *self,
             IkRichBlock *block)
{
  IkHtmlFrame *table = ik_html_flow_find (self, IK_HTML_TABLE, IK_HTML_TABLE);

  block->region = ik_html_flow_top (self)->region;
  block->in_summary = self->n_summary > 0 && block->kind != IK_RICH_SUMMARY;
  block->quoted = ik_html_flow_find (self, IK_HTML_QUOTE, IK_HTML_QUOTE) != NULL;
  block->depth = count_items (self);
  if (table != NULL)
    {
      block->row = MAX (table->row, 1);
      block->column = MAX (table->column, 1);
    }
  if (self->item_due && block->kind == IK_RICH_PARAGRAPH)
    {
      const IkHtmlFrame *list = ik_html_flow_find (self, IK_HTML_LIST, IK_HTML_ORDERED_LIST);

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

/**
 * ik_html_flow_add_block:
 * @self: a flow
 * @kind: what it is
 *
 * Returns: (transfer none): a new block, which is the open one
 */
IkRichBlock *
ik_html_flow_add_block (IkHtmlFlow *self,
                        IkRichKind  kind)
{
  self->too_long = self->too_long || ik_rich_document_is_full (self->document);
  self->block = ik_rich_document_add (self->document, kind);
  place_block (self, self->block);

  return self->block;
}

static IkRichBlock *
ensure_block (IkHtmlFlow *self)
{
  if (self->block == NULL && self->n_code > 0)
    ik_html_flow_add_block (self, IK_RICH_CODE);
  else if (self->block == NULL)
    ik_html_flow_add_block (self, IK_RICH_PARAGRAPH);

  return self->block;
}

static void
append (IkHtmlFlow *self,
        const char *text,
        gsize       length)
{
  const IkHtmlFrame *frame = ik_html_flow_top (self);
  IkHtmlRegion *region = &g_array_index (self->regions, IkHtmlRegion, frame->region);
  IkRichBlock *block = ensure_block (self);

  ik_rich_block_append (block, text, (gssize) length,
                        block->kind == IK_RICH_CODE ? 0 : frame->style,
                        self->n_heading > 0 || self->n_code > 0 ? NULL : frame->link);
  self->too_long = self->too_long || ik_rich_document_is_full (self->document);
  region->n_text += length;
  if (frame->link != NULL)
    region->n_linked += length;
}

/* Text as a browser shows it: blanks in one, none at the ends. */
static void
append_collapsed (IkHtmlFlow *self,
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

/**
 * ik_html_flow_append:
 * @self: a flow
 * @text: text of a page
 * @size: its size in bytes
 *
 * Appends text to the open block or to a new one: code as it stands, other
 * text without the blanks that a browser doesn't show.
 */
void
ik_html_flow_append (IkHtmlFlow *self,
                     const char *text,
                     gsize       size)
{
  if (self->n_code > 0)
    append (self, text, size);
  else
    append_collapsed (self, text, size);
}

/**
 * ik_html_flow_open_region:
 * @self: a flow
 * @frame: (inout): an element that opens
 * @kind: what it is
 *
 * Makes the element a part of the page.
 */
void
ik_html_flow_open_region (IkHtmlFlow       *self,
                          IkHtmlFrame      *frame,
                          IkHtmlRegionKind  kind)
{
  IkHtmlRegion region = { frame->region, kind, 0, 0, 0 };

  if (self->regions->len >= MAX_REGIONS)
    {
      self->too_long = TRUE;
      return;
    }
  g_array_append_val (self->regions, region);
  frame->region = self->regions->len - 1;
}

/**
 * ik_html_flow_break_line:
 * @self: a flow
 *
 * Breaks the line, in a heading with a blank.
 */
void
ik_html_flow_break_line (IkHtmlFlow *self)
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
