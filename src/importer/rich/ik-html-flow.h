#pragma once

#include "ik-html-content.h"
#include "ik-html-element.h"

G_BEGIN_DECLS

/**
 * IkHtmlFrame:
 * @element: what it is
 * @name: (owned): its name
 * @style: how the text in it looks
 * @link: (nullable): the address behind that text
 * @region: index of the region it stands in
 * @n_hidden: number of hidden elements down to it
 * @mute: whether its text is not even set aside
 * @item: whether it is a list item that its blocks are indented below
 * @hidden: whether it isn't shown at first
 * @asks: whether its class says that it is a question
 * @first: number of blocks when it began
 * @ordered: of a list: whether it counts
 * @level: of a list: number of lists that it stands in by its class only
 * @number: of a list: the number of its last item
 * @row: of a table: the row it is at, from 1
 * @column: of a table: the column it is at, from 1
 * @covered: (owned) (element-type guint) (nullable): of a table: how many rows
 *   from this one on a cell takes up, for each column
 *
 * An open element.
 */
typedef struct
{
  IkHtmlElement  element;
  char          *name;
  IkRichStyle    style;
  const char    *link;
  guint          region;
  guint          n_hidden;
  gboolean       mute;
  gboolean       item;
  gboolean       hidden;
  gboolean       asks;
  guint          first;
  gboolean       ordered;
  guint          level;
  guint          number;
  guint          row;
  guint          column;
  GArray        *covered;
} IkHtmlFrame;

/**
 * IkHtmlFlow:
 * @document: (owned): the page so far
 * @regions: (element-type IkHtmlRegion): its parts
 * @frames: (element-type IkHtmlFrame): open elements; the first one is the page
 * @block: (unowned) (nullable): the open block
 * @blank: whether a blank is due before the next text
 * @n_heading: number of open headings
 * @n_summary: number of open summaries
 * @n_code: number of open pieces of code
 * @item_due: whether the next block begins an item
 * @task: whether that has a check box
 * @checked: whether the box is checked
 * @too_long: whether there is more than may be read
 *
 * The text of a page, flowing into blocks.
 */
typedef struct
{
  IkRichDocument *document;
  GArray         *regions;
  GArray         *frames;
  IkRichBlock    *block;
  gboolean        blank;
  guint           n_heading;
  guint           n_summary;
  guint           n_code;
  gboolean        item_due;
  gboolean        task;
  gboolean        checked;
  gboolean        too_long;
} IkHtmlFlow;

void         ik_html_flow_init        (IkHtmlFlow        *self);
void         ik_html_flow_clear       (IkHtmlFlow        *self);
IkHtmlFrame *ik_html_flow_top         (IkHtmlFlow        *self);
IkHtmlFrame *ik_html_flow_find        (IkHtmlFlow        *self,
                                       IkHtmlElement      element,
                                       IkHtmlElement      or_element);
void         ik_html_flow_open_region (IkHtmlFlow        *self,
                                       IkHtmlFrame       *frame,
                                       IkHtmlRegionKind   kind);
IkRichBlock *ik_html_flow_add_block   (IkHtmlFlow        *self,
                                       IkRichKind         kind);
void         ik_html_flow_end_block   (IkHtmlFlow        *self);
void         ik_html_flow_leave_items (IkHtmlFlow        *self);
void         ik_html_flow_append      (IkHtmlFlow        *self,
                                       const char        *text,
                                       gsize              size);
void         ik_html_flow_break_line  (IkHtmlFlow        *self);

G_END_DECLS
