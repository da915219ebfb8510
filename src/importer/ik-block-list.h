#pragma once

#include "ik-block.h"
#include "ik-line-index.h"

G_BEGIN_DECLS

/**
 * IkBlockList:
 * @text: (unowned): the source, UTF-8 with line feeds
 * @lines: where its lines are
 * @blocks: (element-type IkBlock): in order; together they hold every line
 *   that isn't blank
 * @title: title by the metadata, "" where not said
 * @description: description by the metadata
 * @language: language tag by the metadata
 * @author: author by the metadata
 * @licence: licence by the metadata
 *
 * What every reader makes of a document and all that the grammar sees of it.
 */
typedef struct
{
  const char  *text;
  IkLineIndex *lines;
  GPtrArray   *blocks;
  char        *title;
  char        *description;
  char        *language;
  char        *author;
  char        *licence;
} IkBlockList;

IkBlockList *ik_block_list_new        (const char        *text);
void         ik_block_list_free       (IkBlockList       *self);
guint        ik_block_list_count_lines (const IkBlockList *self);
const char  *ik_block_list_get_line   (const IkBlockList *self,
                                       guint              line,
                                       gsize             *length);
gboolean     ik_block_list_is_blank   (const IkBlockList *self,
                                       guint              line);
char        *ik_block_list_dup_lines  (const IkBlockList *self,
                                       guint              first,
                                       guint              last);
void         ik_block_list_fill_gaps  (IkBlockList       *self);

/* How many blocks a walk asks for ahead: measured with 115,000 of them. */
#define IK_BLOCK_LIST_AHEAD 12u

/* The blocks of a long document fit in no cache. A walk that does little with
 * each asks early for those it comes to; an index beyond the list is none. */
static inline void
ik_block_list_prefetch (const IkBlockList *self,
                        guint              i)
{
  if (i < self->blocks->len)
    __builtin_prefetch (self->blocks->pdata[i]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkBlockList, ik_block_list_free)

G_END_DECLS
