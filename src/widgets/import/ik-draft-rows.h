#pragma once

#include "ik-draft-content.h"

G_BEGIN_DECLS

typedef enum
{
  IK_DRAFT_ROW_SECTION,
  IK_DRAFT_ROW_QUESTION,
  IK_DRAFT_ROW_LEFT_OVER,
} IkDraftRowKind;

/**
 * IkDraftRowInfo:
 * @kind: what the row shows
 * @entry: index of the question or the left-over; of a section: of its first
 *   question
 */
typedef struct
{
  IkDraftRowKind kind;
  guint          entry;
} IkDraftRowInfo;

/* (element-type IkDraftRowInfo) */
GArray  *ik_draft_rows_new      (const IkDraftContent *content,
                                 gboolean              left_over);
guint    ik_draft_rows_find     (const GArray         *rows,
                                 guint                 entry);
guint    ik_draft_rows_get_line (const IkDraftContent *content,
                                 const IkDraftRowInfo *row);

G_END_DECLS
