#pragma once

#include "ik-label.h"
#include "ik-marker.h"

G_BEGIN_DECLS

/**
 * IkBlockKind:
 * @IK_BLOCK_HEADING: heading with a level
 * @IK_BLOCK_PARAGRAPH: paragraph
 * @IK_BLOCK_ITEM: first paragraph of a list item
 * @IK_BLOCK_SUMMARY: heading of something that opens (HTML's summary)
 * @IK_BLOCK_CODE: code, kept as it stands
 * @IK_BLOCK_TABLE_ROW: a row of a table
 * @IK_BLOCK_RULE: a line across
 * @IK_BLOCK_MARKUP: tags, comments and definitions that show no text
 * @IK_BLOCK_METADATA: title, author and the like
 */
typedef enum
{
  IK_BLOCK_HEADING,
  IK_BLOCK_PARAGRAPH,
  IK_BLOCK_ITEM,
  IK_BLOCK_SUMMARY,
  IK_BLOCK_CODE,
  IK_BLOCK_TABLE_ROW,
  IK_BLOCK_RULE,
  IK_BLOCK_MARKUP,
  IK_BLOCK_METADATA,
} IkBlockKind;

/* How deep blocks are told apart. */
#define IK_BLOCK_MAX_DEPTH 65535u

/**
 * IkBlockExtra:
 * @info: (owned) (nullable): language of code
 * @label_text: (owned) (nullable): the label as written
 * @joined: (owned) (nullable): texts that are not inside the block
 *
 * What few blocks have.
 */
typedef struct
{
  char *info;
  char *label_text;
  char *joined;
} IkBlockExtra;

/**
 * IkBlock:
 * @kind: what it is
 * @first: first line of the source, from 1
 * @last: last line
 * @level: level of a heading, else 0
 * @depth: number of list items around it
 * @indent: columns before it, in plain text
 * @marker: list marker or number before it
 * @bold: whether all of its text is bold
 * @linked: whether all of its text is a link
 * @quoted: whether it stands in a block quote
 * @task: whether it has a check box
 * @checked: whether the box is checked
 * @in_summary: whether it belongs to the summary above it
 * @gap: whether a blank line stands before it
 * @text: plain text without the marker, one line; of code and rows: as written
 * @source: the same as CommonMark inline text, possibly of several lines; of
 *   code: the code; of a row: "| a | b |"
 * @label: what its label means
 * @shape: what it has in common with others, see #IkShape
 * @asking: how surely it asks something, in percent
 * @asks: whether that is sure enough
 * @title: whether it may be the title of something
 *
 * The smallest part of a document that the grammar gives a role. A document has
 * many of them, as many as letters in the worst: each is one small piece of
 * memory with its texts in it, once where both are the same. So the texts are
 * not written to but cut.
 */
typedef struct
{
  IkBlockKind   kind : 8;
  IkLabel       label : 8;
  guint         level : 4;
  gboolean      bold : 1;
  gboolean      linked : 1;
  gboolean      quoted : 1;
  gboolean      task : 1;
  gboolean      checked : 1;
  gboolean      in_summary : 1;
  gboolean      gap : 1;

  /* Filled by ik_shape_measure() */
  gboolean      asks : 1;
  gboolean      title : 1;

  gboolean      shared : 1;  /* whether text and source are the same bytes */
  guint         shape : 24;  /* filled likewise, as is asking */
  guint         asking : 8;

  guint         first;
  guint         last;
  guint         depth : 16;
  guint         indent : 16;
  IkMarker      marker;

  char         *text;        /* inside or joined */
  char         *source;      /* inside or joined */
  IkBlockExtra *extra;       /* (owned) (nullable) */
  char          inside[];
} IkBlock;

/**
 * IkBlockText:
 * @text: a text, not terminated
 * @length: its length in bytes
 *
 * What a block is made of.
 */
typedef struct
{
  const char *text;
  gsize       length;
} IkBlockText;

IkBlock *ik_block_new             (IkBlockKind    kind,
                                   guint          first,
                                   guint          last,
                                   const char    *text,
                                   const char    *source);
IkBlock *ik_block_new_sized       (IkBlockKind    kind,
                                   guint          first,
                                   guint          last,
                                   IkBlockText    text,
                                   IkBlockText    source);
void     ik_block_free            (IkBlock       *self);
const char *
         ik_block_get_info        (const IkBlock *self);
void     ik_block_take_info       (IkBlock       *self,
                                   char          *info);
const char *
         ik_block_get_label_text  (const IkBlock *self);
void     ik_block_set_label       (IkBlock       *self,
                                   IkLabel        label,
                                   const char    *text,
                                   gsize          length);
void     ik_block_cut_start       (IkBlock       *self,
                                   gsize          in_text,
                                   gsize          in_source);
void     ik_block_cut_source      (IkBlock       *self,
                                   gsize          start,
                                   gsize          length);
void     ik_block_cut_end         (IkBlock       *self,
                                   gsize          text_end,
                                   gsize          source_end);
IkBlock *ik_block_split           (IkBlock       *self,
                                   gsize          text_at,
                                   gsize          source_at);
void     ik_block_make_code       (IkBlock       *self);
void     ik_block_strip_marker    (IkBlock       *self);
void     ik_block_join            (IkBlock       *self,
                                   const IkBlock *tail);
gboolean ik_block_is_text         (const IkBlock *self);
void     ik_block_append_markdown (const IkBlock *self,
                                   const IkBlock *previous,
                                   guint          base_depth,
                                   GString       *markdown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkBlock, ik_block_free)

G_END_DECLS
