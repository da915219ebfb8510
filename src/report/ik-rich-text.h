#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  IK_RICH_SPAN_STRONG,
  IK_RICH_SPAN_EMPHASIS,
  IK_RICH_SPAN_CODE,
} IkRichSpanKind;

/**
 * IkRichSpan:
 * @kind: how it is set
 * @start: first byte
 * @end: byte after the last one
 */
typedef struct
{
  IkRichSpanKind kind;
  guint          start;
  guint          end;
} IkRichSpan;

/**
 * IkRichText:
 * @text: the words, without any mark-up; "\n" is a line break
 * @spans: (element-type IkRichSpan): in order of their ends; may nest
 */
typedef struct
{
  char   *text;
  GArray *spans;
} IkRichText;

typedef enum
{
  IK_RICH_BLOCK_PARAGRAPH,
  IK_RICH_BLOCK_HEADING,
  IK_RICH_BLOCK_CODE,
  IK_RICH_BLOCK_TABLE,
} IkRichBlockKind;

/**
 * IkRichBlock:
 * @kind: what it is
 * @depth: how deep in lists, from 0
 * @n_quotations: how deep in quotations, from 0
 * @marker: (nullable): what stands before its first line, such as "•" or "2."
 * @language: (nullable): of code: what its fence says it is, such as "js"
 * @text: (nullable): the words; %NULL for a table
 * @rows: (nullable) (element-type GPtrArray of IkRichText): the rows of a
 *   table, the first one its head
 */
typedef struct
{
  IkRichBlockKind  kind;
  guint            depth;
  guint            n_quotations;
  char            *marker;
  char            *language;
  IkRichText      *text;
  GPtrArray       *rows;
} IkRichBlock;

IkRichText *ik_rich_text_new_plain  (const char *text);
IkRichText *ik_rich_text_new_inline (const char *commonmark);
void        ik_rich_text_free       (IkRichText *self);

GPtrArray  *ik_rich_blocks_parse    (const char *commonmark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRichText, ik_rich_text_free)

G_END_DECLS
