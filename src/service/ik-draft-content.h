#pragma once

#include "ik-line-index.h"
#include "ik-pack.h"

G_BEGIN_DECLS

/**
 * IkLineMark:
 *
 * What a line of a document became in its draft.
 */
typedef enum
{
  IK_LINE_MARK_NONE,         /* blank, or nothing but tags */
  IK_LINE_MARK_TITLE,        /* of the pack */
  IK_LINE_MARK_DESCRIPTION,  /* likewise */
  IK_LINE_MARK_SECTION,
  IK_LINE_MARK_INTRODUCTION, /* of a section */
  IK_LINE_MARK_QUESTION,
  IK_LINE_MARK_DETAILS,
  IK_LINE_MARK_ANSWER,
  IK_LINE_MARK_FOLLOW_UP,
  IK_LINE_MARK_POSITIVE,
  IK_LINE_MARK_RED_FLAG,
  IK_LINE_MARK_GUIDANCE,     /* steps, what is asked back, why it matters, references */
  IK_LINE_MARK_FACTS,        /* level, tags and minutes */
  IK_LINE_MARK_NOT_TAKEN,
} IkLineMark;

/* A line that belongs to no question or left-over. */
#define IK_DRAFT_NO_ENTRY G_MAXUINT32

/**
 * IkDraftLine:
 * @mark: what the line became
 * @begins: whether the line above became something else
 * @entry: of a line that was not taken: the left-over's index; else that of
 *   the question that holds it; %IK_DRAFT_NO_ENTRY where there is none
 */
typedef struct
{
  guint8  mark; /* IkLineMark */
  guint8  begins;
  guint32 entry;
} IkDraftLine;

/**
 * IkDraftEntry:
 * @question: the question
 * @section: where it stands
 * @nth: of the questions that begin at its line, which one it is, from 0
 * @key: what it is known by from one draft of the document to the next
 */
typedef struct
{
  IkQuestion      *question; /* unowned */
  const IkSection *section;  /* unowned */
  guint            nth;
  guint64          key;
} IkDraftEntry;

/**
 * IkDraftContent:
 * @pack: the draft
 * @questions: (element-type IkDraftEntry): its questions in order
 * @lines: (element-type IkDraftLine): for each line of the document; empty
 *   where there is no text to show
 *
 * A draft as it is shown. It doesn't change once it is made, so threads may
 * share it.
 */
typedef struct
{
  IkPack *pack;
  GArray *questions;
  GArray *lines;
} IkDraftContent;

IkDraftContent *ik_draft_content_new        (IkPack               *pack,
                                             const IkLineIndex    *lines);
IkDraftContent *ik_draft_content_ref        (IkDraftContent       *self);
void            ik_draft_content_unref      (IkDraftContent       *self);
void            ik_draft_content_release    (IkDraftContent       *self);
void            ik_draft_content_keep_ids   (IkDraftContent       *self,
                                             const IkDraftContent *before);
const IkDraftLine *ik_draft_content_get_line (const IkDraftContent *self,
                                             guint                 line);
const IkDraftEntry *ik_draft_content_get_question (const IkDraftContent *self,
                                             guint                 index);
gboolean        ik_draft_content_holds_line (const IkDraftContent *self,
                                             guint                 index,
                                             guint                 line);
gboolean        ik_draft_content_find_lines (const IkDraftContent *self,
                                             guint                 line,
                                             guint                *out_first,
                                             guint                *out_last);
IkPack         *ik_draft_content_pick       (const IkDraftContent *self,
                                             GBytes               *accepted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDraftContent, ik_draft_content_unref)

G_END_DECLS
