#include "ik-html-tags.h"

#include <string.h>

#include "ik-html-attributes.h"
#include "ik-rich-tidy.h"

/* What stands on a button and is shorter is a command, not a question. */
#define MAX_COMMAND_CHARS 15

#define MAX_NUMBER 99999u
#define MAX_LANGUAGE 32u

/* More columns and rows than people let a cell go across. */
#define MAX_SPAN 16u
#define MAX_COVERED 64u

static guint
parse_number (const char *text,
              guint       otherwise)
{
  return text != NULL && g_ascii_isdigit (*text)
         ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), MAX_NUMBER) : otherwise;
}

static void
begin_heading (IkHtmlFlow        *flow,
               const IkHtmlFrame *frame)
{
  if (flow->n_summary > 0 || flow->n_heading++ > 0)
    return;
  ik_html_flow_leave_items (flow);
  ik_html_flow_add_block (flow, IK_RICH_HEADING)->level = (guint) (frame->name[1] - '0');
  flow->blank = FALSE;
}

static void
begin_summary (IkHtmlFlow *flow)
{
  flow->n_heading = 0;
  if (flow->n_summary++ > 0)
    return;
  ik_html_flow_leave_items (flow);
  ik_html_flow_add_block (flow, IK_RICH_SUMMARY);
  flow->blank = FALSE;
}

static void
begin_list (IkHtmlFlow     *flow,
            IkHtmlFrame    *frame,
            const xmlChar **attributes)
{
  ik_html_flow_end_block (flow);
  frame->ordered = frame->element == IK_HTML_ORDERED_LIST;
  frame->number = parse_number (ik_html_get_attribute (attributes, "start"), 1);
  frame->number -= frame->number > 0;
  frame->level = ik_html_find_list_level (ik_html_get_attribute (attributes, "class"));
}

static void
begin_item (IkHtmlFlow     *flow,
            IkHtmlFrame    *frame,
            const xmlChar **attributes)
{
  IkHtmlFrame *list = ik_html_flow_find (flow, IK_HTML_LIST, IK_HTML_ORDERED_LIST);

  ik_html_flow_end_block (flow);
  if (list != NULL)
    list->number = parse_number (ik_html_get_attribute (attributes, "value"), list->number + 1);
  frame->item = TRUE;
  flow->item_due = TRUE;
}

/* "language-c", "lang-c" */
static void
note_language (IkHtmlFlow     *flow,
               const xmlChar **attributes)
{
  static const char *const prefixes[] = { "language-", "lang-" };
  const char *class_names = ik_html_get_attribute (attributes, "class");

  if (class_names == NULL || flow->block == NULL || flow->block->kind != IK_RICH_CODE ||
      flow->block->info != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *found = strstr (class_names, prefixes[i]);
      gsize length;

      if (found == NULL)
        continue;
      found += strlen (prefixes[i]);
      length = strspn (found, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "+#-");
      flow->block->info = g_strndup (found, MIN (length, MAX_LANGUAGE));
      return;
    }
}

static void
begin_code_block (IkHtmlFlow     *flow,
                  const xmlChar **attributes)
{
  if (flow->n_heading > 0)
    return;
  flow->n_code++;
  flow->item_due = FALSE;
  ik_html_flow_add_block (flow, IK_RICH_CODE);
  note_language (flow, attributes);
}

static void
begin_row (IkHtmlFlow *flow)
{
  IkHtmlFrame *table = ik_html_flow_find (flow, IK_HTML_TABLE, IK_HTML_TABLE);

  ik_html_flow_end_block (flow);
  if (table == NULL)
    return;
  table->row++;
  table->column = 0;
  for (guint i = 0; table->covered != NULL && i < table->covered->len; i++)
    g_array_index (table->covered, guint, i) -= g_array_index (table->covered, guint, i) > 0;
}

/* Goes to the next column that no cell above or before takes up. */
static void
place_cell (IkHtmlFrame *table,
            guint        n_columns,
            guint        n_rows)
{
  table->column++;
  if (table->covered == NULL && n_columns == 1 && n_rows == 1)
    return;
  if (table->covered == NULL)
    table->covered = g_array_new (FALSE, TRUE, sizeof (guint));
  while (table->column <= table->covered->len &&
         g_array_index (table->covered, guint, table->column - 1) > 0)
    table->column++;
  if (table->column + n_columns > MAX_COVERED)
    return;
  if (table->covered->len < table->column + n_columns - 1)
    g_array_set_size (table->covered, table->column + n_columns - 1);
  for (guint i = 0; i < n_columns; i++)
    g_array_index (table->covered, guint, table->column - 1 + i) = n_rows;
}

static void
begin_cell (IkHtmlFlow     *flow,
            const xmlChar **attributes)
{
  IkHtmlFrame *table = ik_html_flow_find (flow, IK_HTML_TABLE, IK_HTML_TABLE);
  guint n_columns = parse_number (ik_html_get_attribute (attributes, "colspan"), 1);
  guint n_rows = parse_number (ik_html_get_attribute (attributes, "rowspan"), 1);

  ik_html_flow_end_block (flow);
  if (table != NULL)
    place_cell (table, CLAMP (n_columns, 1, MAX_SPAN), MAX (n_rows, 1));
}

static void
begin_input (IkHtmlFlow     *flow,
             const xmlChar **attributes)
{
  const char *type = ik_html_get_attribute (attributes, "type");

  if (!flow->item_due || type == NULL ||
      (g_ascii_strcasecmp (type, "checkbox") != 0 && g_ascii_strcasecmp (type, "radio") != 0))
    return;
  flow->task = TRUE;
  flow->checked = ik_html_get_attribute (attributes, "checked") != NULL;
}

static void
begin_link (IkHtmlFlow     *flow,
            IkHtmlFrame    *frame,
            const xmlChar **attributes)
{
  const char *address = ik_html_get_attribute (attributes, "href");
  g_autofree char *clean = NULL;

  if (address == NULL || *address == '\0')
    return;
  clean = ik_html_clean_address (address);
  frame->link = ik_rich_document_intern (flow->document, clean);
  g_array_index (flow->regions, IkHtmlRegion, frame->region).n_links++;
}

static void
add_rule (IkHtmlFlow *flow)
{
  ik_html_flow_end_block (flow);
  if (flow->n_heading == 0 && flow->n_summary == 0)
    ik_html_flow_add_block (flow, IK_RICH_RULE);
  ik_html_flow_end_block (flow);
}

/* What changes the text in it, or is no more than a mark in it. */
static void
begin_inline (IkHtmlFlow     *flow,
              IkHtmlFrame    *frame,
              const xmlChar **attributes)
{
  if (frame->element == IK_HTML_BOLD)
    frame->style |= IK_RICH_STYLE_BOLD;
  else if (frame->element == IK_HTML_ITALIC)
    frame->style |= IK_RICH_STYLE_ITALIC;
  else if (frame->element == IK_HTML_CODE)
    {
      frame->style |= IK_RICH_STYLE_CODE;
      note_language (flow, attributes);
    }
  else if (frame->element == IK_HTML_LINK)
    begin_link (flow, frame, attributes);
  else if (frame->element == IK_HTML_BREAK)
    ik_html_flow_break_line (flow);
  else if (frame->element == IK_HTML_INPUT)
    begin_input (flow, attributes);
}

/* Text that is a question by its class stands apart from numbers and signs
 * beside it. */
static gboolean
begins_block (const IkHtmlFrame *frame)
{
  return ik_html_element_is_block (frame->element) ||
         (frame->asks && frame->element == IK_HTML_INLINE);
}

/**
 * ik_html_tags_begin:
 * @flow: a page
 * @frame: (inout): an element that opens, not yet among the open ones
 * @attributes: (nullable): its attributes
 *
 * Does to the text of a page what an element does where it begins.
 */
void
ik_html_tags_begin (IkHtmlFlow     *flow,
                    IkHtmlFrame    *frame,
                    const xmlChar **attributes)
{
  if (begins_block (frame))
    ik_html_flow_end_block (flow);

  switch ((int) frame->element)
    {
    case IK_HTML_HEADING:
      begin_heading (flow, frame);
      break;

    case IK_HTML_LIST:
    case IK_HTML_ORDERED_LIST:
      begin_list (flow, frame, attributes);
      break;

    case IK_HTML_ITEM:
      begin_item (flow, frame, attributes);
      break;

    case IK_HTML_TERM:
      frame->style |= IK_RICH_STYLE_BOLD;
      break;

    case IK_HTML_CODE_BLOCK:
      begin_code_block (flow, attributes);
      break;

    case IK_HTML_RULE:
      add_rule (flow);
      break;

    case IK_HTML_ROW:
      begin_row (flow);
      break;

    case IK_HTML_CELL:
      begin_cell (flow, attributes);
      break;

    case IK_HTML_SUMMARY:
      begin_summary (flow);
      break;

    default:
      begin_inline (flow, frame, attributes);
      break;
    }
}

/* A paragraph that is a question by its class looks like one, and so does a
 * button that says more than a command. */
static void
mark_question (IkHtmlFlow        *flow,
               const IkHtmlFrame *frame)
{
  GPtrArray *blocks = flow->document->blocks;
  gboolean button = frame->element == IK_HTML_BUTTON;
  IkRichSpan bold = { 0, IK_RICH_STYLE_BOLD, NULL };
  IkRichBlock *block;

  if ((!frame->asks && !button) || blocks->len != frame->first + 1)
    return;
  block = blocks->pdata[frame->first];
  if (block->kind != IK_RICH_PARAGRAPH)
    return;
  g_clear_pointer (&block->spans, g_array_unref);
  if (button && g_utf8_strlen (block->text->str, -1) <= MAX_COMMAND_CHARS &&
      strchr (block->text->str, '?') == NULL)
    {
      g_string_truncate (block->text, 0);
      return;
    }
  block->spans = g_array_new (FALSE, FALSE, sizeof (IkRichSpan));
  bold.end = block->text->len;
  g_array_append_val (block->spans, bold);
}

static void
end_table (IkHtmlFlow        *flow,
           const IkHtmlFrame *frame)
{
  const IkHtmlFrame *outer = ik_html_flow_find (flow, IK_HTML_TABLE, IK_HTML_TABLE);

  ik_rich_tidy_table (flow->document, frame->first, outer != NULL ? MAX (outer->row, 1) : 0,
                      outer != NULL ? MAX (outer->column, 1) : 0);
  flow->block = NULL;
}

static void
end_code_block (IkHtmlFlow *flow)
{
  if (flow->n_code > 0 && --flow->n_code == 0)
    {
      flow->block = NULL;
      flow->blank = FALSE;
    }
}

static void
end_details (IkHtmlFlow *flow)
{
  if (flow->n_summary == 0 && flow->n_heading == 0)
    ik_html_flow_add_block (flow, IK_RICH_DETAILS_END);
  ik_html_flow_end_block (flow);
}

/* An empty paragraph is an empty line where people wrote one. */
static void
keep_empty (IkHtmlFlow        *flow,
            const IkHtmlFrame *frame)
{
  if (g_str_equal (frame->name, "p") && flow->document->blocks->len == frame->first &&
      flow->n_heading == 0 && flow->n_summary == 0)
    ik_rich_document_add (flow->document, IK_RICH_PARAGRAPH)->region = frame->region;
}

/**
 * ik_html_tags_end:
 * @flow: a page
 * @frame: an element that ends, no longer among the open ones
 *
 * Does to the text of a page what an element does where it ends.
 */
void
ik_html_tags_end (IkHtmlFlow        *flow,
                  const IkHtmlFrame *frame)
{
  if (frame->element == IK_HTML_HEADING && flow->n_heading > 0)
    flow->n_heading--;
  if (frame->element == IK_HTML_SUMMARY && flow->n_summary > 0)
    flow->n_summary--;
  if (begins_block (frame) || frame->element == IK_HTML_HEADING ||
      frame->element == IK_HTML_SUMMARY)
    ik_html_flow_end_block (flow);

  if (frame->element == IK_HTML_DETAILS)
    end_details (flow);
  else if (frame->element == IK_HTML_CODE_BLOCK)
    end_code_block (flow);
  else if (frame->element == IK_HTML_ITEM)
    flow->item_due = FALSE;
  else if (frame->element == IK_HTML_TABLE)
    end_table (flow, frame);
  else if (frame->element == IK_HTML_BLOCK)
    keep_empty (flow, frame);
  mark_question (flow, frame);
}
