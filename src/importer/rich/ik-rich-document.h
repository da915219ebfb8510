#pragma once

#include <glib.h>

#include "ik-document-kind.h"

G_BEGIN_DECLS

/**
 * IkRichKind:
 * @IK_RICH_PARAGRAPH: paragraph, possibly empty
 * @IK_RICH_HEADING: heading with a level
 * @IK_RICH_ITEM: first paragraph of a list item
 * @IK_RICH_CODE: code, kept as it stands
 * @IK_RICH_ROW: row of a table, its cells apart by %IK_RICH_CELL_END
 * @IK_RICH_RULE: a line across
 * @IK_RICH_SUMMARY: heading of something that opens; the opening as well
 * @IK_RICH_DETAILS_END: end of what opens
 */
typedef enum
{
  IK_RICH_PARAGRAPH,
  IK_RICH_HEADING,
  IK_RICH_ITEM,
  IK_RICH_CODE,
  IK_RICH_ROW,
  IK_RICH_RULE,
  IK_RICH_SUMMARY,
  IK_RICH_DETAILS_END,
} IkRichKind;

/**
 * IkRichStyle:
 * @IK_RICH_STYLE_BOLD: bold
 * @IK_RICH_STYLE_ITALIC: italic
 * @IK_RICH_STYLE_CODE: code among text
 *
 * How a piece of text looks.
 */
typedef enum
{
  IK_RICH_STYLE_BOLD = 1 << 0,
  IK_RICH_STYLE_ITALIC = 1 << 1,
  IK_RICH_STYLE_CODE = 1 << 2,
} IkRichStyle;

/**
 * IkRichSpan:
 * @end: where it ends in the text; it begins where the one before it ends
 * @style: how it looks
 * @link: (nullable): the address behind it, owned by the document
 */
typedef struct
{
  gsize        end;
  IkRichStyle  style;
  const char  *link;
} IkRichSpan;

/* Ends a cell in the text of a row. */
#define IK_RICH_CELL_END '\x1f'

/**
 * IkRichBlock:
 * @kind: what it is
 * @level: level of a heading, from 1
 * @depth: number of list items around it
 * @ordered: whether an item has a number
 * @number: the number
 * @task: whether an item has a check box
 * @checked: whether the box is checked
 * @quoted: whether it stands in a quotation
 * @in_summary: whether it belongs to the summary before it
 * @row: row of the table it stands in, from 1; 0 outside of tables
 * @column: column likewise; of an %IK_RICH_ROW 0
 * @region: for the reader's own use
 * @text: plain text; line feeds are line breaks
 * @spans: (element-type IkRichSpan) (nullable): how the text looks; %NULL
 *   where all of it is plain
 * @info: (nullable): language of code
 */
typedef struct
{
  IkRichKind  kind : 8;
  guint       level : 8;
  guint       depth : 10;
  guint       ordered : 1;
  guint       task : 1;
  guint       checked : 1;
  guint       quoted : 1;
  guint       in_summary : 1;
  guint       number;
  guint       row;
  guint       column;
  guint       region;
  GString    *text;
  GArray     *spans;
  char       *info;
} IkRichBlock;

/**
 * IkRichDocument:
 * @blocks: (element-type IkRichBlock): in order
 * @links: addresses, each once
 * @title: title by the metadata, "" where not said
 * @author: author by the metadata
 * @language: language tag by the metadata
 * @aside: what was set aside, parts apart by empty lines; see
 *   ik_rich_document_set_aside()
 * @lost: what could not be read, a line each; see ik_rich_document_lose()
 *
 * What the readers of documents other than text make of them, before it is
 * written down as text for the readers of text.
 */
typedef struct
{
  GPtrArray    *blocks;
  GStringChunk *links;
  char         *title;
  char         *author;
  char         *language;
  GString      *aside;
  GString      *lost;
} IkRichDocument;

IkRichDocument *ik_rich_document_new         (void);
void            ik_rich_document_free        (IkRichDocument        *self);
IkRichBlock    *ik_rich_document_add         (IkRichDocument        *self,
                                              IkRichKind             kind);
void            ik_rich_document_join_blanks (IkRichDocument        *self);
const char     *ik_rich_document_intern      (IkRichDocument        *self,
                                              const char            *link);
void            ik_rich_document_set_aside   (IkRichDocument        *self,
                                              const char            *text);
void            ik_rich_document_part_aside  (IkRichDocument        *self);
void            ik_rich_document_lose        (IkRichDocument        *self,
                                              const char            *part);
void            ik_rich_document_lose_rest   (IkRichDocument        *self);
gboolean        ik_rich_document_is_full     (const IkRichDocument  *self);
gboolean        ik_rich_document_check       (const IkRichDocument  *self,
                                              const char            *name,
                                              GError               **error);
gboolean        ik_rich_document_is_plain    (const IkRichDocument  *self);
gboolean        ik_rich_document_is_blank    (const IkRichDocument  *self);

IkRichBlock    *ik_rich_block_new         (IkRichKind         kind);
void            ik_rich_block_free        (IkRichBlock       *self);
void            ik_rich_block_trim        (IkRichBlock       *self);
void            ik_rich_block_append      (IkRichBlock       *self,
                                           const char        *text,
                                           gssize             length,
                                           IkRichStyle        style,
                                           const char        *link);
void            ik_rich_block_append_part (IkRichBlock       *self,
                                           const IkRichBlock *other,
                                           gsize              start,
                                           gsize              end);
gboolean        ik_rich_block_is_blank    (const IkRichBlock *self);
gboolean        ik_rich_block_is_bold     (const IkRichBlock *self,
                                           gsize              start,
                                           gsize              end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRichDocument, ik_rich_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRichBlock, ik_rich_block_free)

G_END_DECLS
