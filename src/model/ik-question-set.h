#pragma once

#include "ik-question.h"
#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkSetSection:
 * @id: UUID
 * @title: title
 * @introduction: script to read out, CommonMark
 * @minutes: how long it may take, 0 where not said
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *introduction;
  guint  minutes;
} IkSetSection;

/**
 * IkSetItem:
 * @id: UUID
 * @question_id: the question of the bank
 * @section_id: (nullable): a section of the set
 * @required: whether it has to be asked
 * @minutes: planned minutes, 1 or more
 * @weight: how often its rating counts in a mean, from IK_WEIGHT_EQUAL to
 *   IK_WEIGHT_MAX
 * @weight_reason: why it counts more than others, "" where it does not
 * @knock_out: the lowest rating that will do, or IK_RATING_NONE where any will
 * @prompt: the question's prompt as it is now; for showing, not stored
 * @kind: the question's kind; for showing, not stored
 * @level: the question's level; for showing, not stored
 * @competency_id: (nullable): the question's competency; for showing
 */
typedef struct
{
  char           *id;
  char           *question_id;
  char           *section_id;
  gboolean        required;
  guint           minutes;
  guint           weight;
  char           *weight_reason;
  int             knock_out;
  char           *prompt;
  IkQuestionKind  kind;
  char           *level;
  char           *competency_id;
} IkSetItem;

/**
 * IkQuestionSet:
 * @id: UUID
 * @title: title
 * @role: the role it is for, "" where not said
 * @opening: script to read out at the start, CommonMark; "" for none
 * @slot_minutes: length of the slot, 0 where not said
 * @rubric_id: (nullable): what questions without a rubric are rated by
 * @recommendation_rubric_id: (nullable): what the recommendation stands on, %NULL
 *   for the four words
 * @sections: (element-type IkSetSection): in order
 * @items: (element-type IkSetItem): in the order of asking
 *
 * Ordered questions with planned minutes for a role and a slot. It points to
 * the bank; planning an interview freezes a copy.
 */
typedef struct
{
  char      *id;
  char      *title;
  char      *role;
  char      *opening;
  guint      slot_minutes;
  char      *rubric_id;
  char      *recommendation_rubric_id;
  GPtrArray *sections;
  GPtrArray *items;
} IkQuestionSet;

/**
 * IkSetSummary:
 * @id: UUID
 * @title: title
 * @role: role
 * @slot_minutes: length of the slot, 0 where not said
 * @planned_minutes: sum of the items' minutes
 * @n_items: number of items
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *role;
  guint  slot_minutes;
  guint  planned_minutes;
  guint  n_items;
} IkSetSummary;

IkSetSection  *ik_set_section_new  (const char          *title,
                                    const char          *introduction);
IkSetSection  *ik_set_section_copy (const IkSetSection  *self);
void           ik_set_section_free (IkSetSection        *self);

IkSetItem     *ik_set_item_new     (const IkQuestion    *question);
IkSetItem     *ik_set_item_copy    (const IkSetItem     *self);
void           ik_set_item_free    (IkSetItem           *self);
gboolean       ik_set_item_check_weight (const IkSetItem *self,
                                         char           **out_reason);

IkQuestionSet *ik_question_set_new  (const char          *title);
IkQuestionSet *ik_question_set_copy (const IkQuestionSet *self);
void           ik_question_set_free (IkQuestionSet       *self);
guint          ik_question_set_get_planned_minutes  (const IkQuestionSet *self);
guint          ik_question_set_get_required_minutes (const IkQuestionSet *self);
guint          ik_question_set_get_section_minutes  (const IkQuestionSet *self,
                                                     const char          *section_id);
const IkSetSection *ik_question_set_find_section    (const IkQuestionSet *self,
                                                     const char          *id);
IkSetItem          *ik_question_set_find_question   (const IkQuestionSet *self,
                                                     const char          *question_id);

void           ik_set_summary_free (IkSetSummary        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetSection, ik_set_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetItem, ik_set_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionSet, ik_question_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetSummary, ik_set_summary_free)

G_END_DECLS
