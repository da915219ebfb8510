#pragma once

#include "ik-block.h"

G_BEGIN_DECLS

/**
 * IkBlockList:
 * @text: (unowned): the source, UTF-8 with line feeds
 * @line_starts: (element-type gsize): offset of each line
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
  const char *text;
  GArray    *line_starts;
  GPtrArray *blocks;
  char      *title;
  char      *description;
  char      *language;
  char      *author;
  char      *licence;
} IkBlockList;

IkBlockList *ik_block_list_new        (const char        *text);
void         ik_block_list_free       (IkBlockList       *self);
guint        ik_block_list_count_lines (const IkBlockList *self);
guint        ik_block_list_find_line  (const IkBlockList *self,
                                       gsize              offset);
const char  *ik_block_list_get_line   (const IkBlockList *self,
                                       guint              line,
                                       gsize             *length);
gboolean     ik_block_list_is_blank   (const IkBlockList *self,
                                       guint              line);
char        *ik_block_list_dup_lines  (const IkBlockList *self,
                                       guint              first,
                                       guint              last);
void         ik_block_list_fill_gaps  (IkBlockList       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkBlockList, ik_block_list_free)

G_END_DECLS
