#pragma once

#include "ik-database.h"
#include "ik-question-filter.h"

G_BEGIN_DECLS

/* What questions are filtered, sorted and counted by, in memory; see
 * ik-question-columns.c. Private to the layer. */

#define IK_QUESTION_PLACE_NONE G_MAXUINT32

/**
 * IkQuestionFact:
 * @row: question.seq
 * @changed_at_us: when it was changed last
 * @section: index in the sections
 * @level: index in the levels
 * @competency: index in the competencies, 0 for none
 * @minutes: to plan, its own or those of its kind
 * @kind: #IkQuestionKind
 * @state: #IkQuestionState
 * @is_answered: whether it has a reference answer, or one for a level
 * @is_used: whether it stands in a set or was asked
 */
typedef struct
{
  gint64  row;
  gint64  changed_at_us;
  guint32 section;
  guint32 level;
  guint32 competency;
  guint32 minutes;
  guint8  kind;
  guint8  state;
  guint8  is_answered;
  guint8  is_used;
} IkQuestionFact;

/**
 * IkQuestionUse:
 * @place: of the question
 * @at_us: when it was asked last
 */
typedef struct
{
  guint32 place;
  gint64  at_us;
} IkQuestionUse;

/**
 * IkColumnSection:
 * @id: UUID
 * @title: "" where it has none
 * @pack: index in the packs
 */
typedef struct
{
  char  *id;
  char  *title;
  guint  pack;
} IkColumnSection;

/**
 * IkColumnPack:
 * @id: UUID
 * @title: its title
 */
typedef struct
{
  char *id;
  char *title;
} IkColumnPack;

/**
 * IkQuestionColumns:
 * @facts: (element-type IkQuestionFact): the questions of the packs that people
 *   see, in the order of the bank; the index in it is the place of a question
 * @by_row: (element-type guint32): places in the order of the rows
 * @packs: (element-type IkColumnPack): those packs, in their order
 * @sections: (element-type IkColumnSection): likewise
 * @levels: (element-type utf8): as questions name them; one for all cases
 * @competencies: (element-type utf8): names; the first is "", for none
 * @tags: (element-type utf8): names
 * @first_tags: (element-type guint32): for each place where its tags begin in
 *   @tag_uses, and one more
 * @tag_uses: (element-type guint32): indexes in the tags
 * @uses: (element-type IkQuestionUse): who was asked ever, by place
 * @orders: (nullable) (element-type guint32): places in the order of a
 *   #IkQuestionSort, once that was asked for
 */
typedef struct
{
  GArray    *facts;
  GArray    *by_row;
  GArray    *packs;
  GArray    *sections;
  GPtrArray *levels;
  GPtrArray *competencies;
  GPtrArray *tags;
  GArray    *first_tags;
  GArray    *tag_uses;
  GArray    *uses;
  GArray    *orders[IK_N_QUESTION_SORTS];
} IkQuestionColumns;

IkQuestionColumns    *ik_question_columns_get        (IkDatabase               *database,
                                                      GError                  **error);
void                  ik_question_columns_free       (IkQuestionColumns        *self);
const IkQuestionFact *ik_question_columns_get_fact   (const IkQuestionColumns  *self,
                                                      guint                     place);
guint                 ik_question_columns_find       (const IkQuestionColumns  *self,
                                                      gint64                    row,
                                                      guint                    *hint);
GArray               *ik_question_columns_get_order  (IkQuestionColumns        *self,
                                                      IkDatabase               *database,
                                                      IkQuestionSort            sort,
                                                      GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionColumns, ik_question_columns_free)

G_END_DECLS
