#include "ik-question-set.h"

#include "ik-list.h"

#include <glib/gi18n.h>

/**
 * ik_set_section_new:
 * @title: title
 * @introduction: (nullable): script to read out
 *
 * Returns: (transfer full): a section with a new id
 */
IkSetSection *
ik_set_section_new (const char *title,
                    const char *introduction)
{
  IkSetSection *self = g_new0 (IkSetSection, 1);

  self->id = g_uuid_string_random ();
  self->title = g_strdup (title);
  self->introduction = g_strdup (introduction != NULL ? introduction : "");

  return self;
}

/**
 * ik_set_section_copy:
 * @self: a section
 *
 * Returns: (transfer full): a copy with the same id
 */
IkSetSection *
ik_set_section_copy (const IkSetSection *self)
{
  IkSetSection *copy = g_new0 (IkSetSection, 1);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->introduction = g_strdup (self->introduction);
  copy->minutes = self->minutes;

  return copy;
}

/**
 * ik_set_section_free:
 * @self: (transfer full): a section
 */
void
ik_set_section_free (IkSetSection *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->introduction);
  g_free (self);
}

/**
 * ik_set_item_new:
 * @question: a question of the bank
 *
 * Returns: (transfer full): an item that asks @question, required, with the
 *   minutes of the question or of its kind
 */
IkSetItem *
ik_set_item_new (const IkQuestion *question)
{
  IkSetItem *self = g_new0 (IkSetItem, 1);

  self->id = g_uuid_string_random ();
  self->question_id = g_strdup (question->id);
  self->required = TRUE;
  self->minutes = ik_question_get_planned_minutes (question);
  self->weight = IK_WEIGHT_EQUAL;
  self->weight_reason = g_strdup ("");
  self->knock_out = IK_RATING_NONE;
  self->prompt = g_strdup (question->candidate.prompt);
  self->kind = question->kind;
  self->level = g_strdup (question->level);
  self->competency_id = g_strdup (question->competency_id);

  return self;
}

/**
 * ik_set_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): a copy with the same id
 */
IkSetItem *
ik_set_item_copy (const IkSetItem *self)
{
  IkSetItem *copy = g_new0 (IkSetItem, 1);

  copy->id = g_strdup (self->id);
  copy->question_id = g_strdup (self->question_id);
  copy->section_id = g_strdup (self->section_id);
  copy->required = self->required;
  copy->minutes = self->minutes;
  copy->weight = self->weight;
  copy->weight_reason = g_strdup (self->weight_reason);
  copy->knock_out = self->knock_out;
  copy->prompt = g_strdup (self->prompt);
  copy->kind = self->kind;
  copy->level = g_strdup (self->level);
  copy->competency_id = g_strdup (self->competency_id);

  return copy;
}

/**
 * ik_set_item_free:
 * @self: (transfer full): an item
 */
void
ik_set_item_free (IkSetItem *self)
{
  g_free (self->id);
  g_free (self->question_id);
  g_free (self->section_id);
  g_free (self->weight_reason);
  g_free (self->prompt);
  g_free (self->level);
  g_free (self->competency_id);
  g_free (self);
}

/**
 * ik_set_item_check_weight:
 * @self: an item
 * @out_reason: (out) (transfer full) (optional): what is wrong, a sentence; set
 *   where the result is %FALSE
 *
 * Returns: whether it counts as all others do, or more often and says why
 */
gboolean
ik_set_item_check_weight (const IkSetItem  *self,
                          char            **out_reason)
{
  g_autofree char *weight_reason = g_strstrip (g_strdup (self->weight_reason));
  g_autofree char *reason = NULL;

  if (self->weight < IK_WEIGHT_EQUAL || self->weight > IK_WEIGHT_MAX)
    reason = g_strdup_printf (_("The weight of “%s” has to be from %d to %d."), self->prompt,
                              IK_WEIGHT_EQUAL, IK_WEIGHT_MAX);
  else if (self->weight != IK_WEIGHT_EQUAL && *weight_reason == '\0')
    reason = g_strdup_printf (_("“%s” counts more than other questions: say why."), self->prompt);

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}

/**
 * ik_question_set_new:
 * @title: title
 *
 * Returns: (transfer full): an empty set with a new id
 */
IkQuestionSet *
ik_question_set_new (const char *title)
{
  IkQuestionSet *self = g_new0 (IkQuestionSet, 1);

  self->id = g_uuid_string_random ();
  self->title = g_strdup (title);
  self->role = g_strdup ("");
  self->opening = g_strdup ("");
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_section_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_item_free);

  return self;
}

/**
 * ik_question_set_copy:
 * @self: a set
 *
 * Returns: (transfer full): a copy, all ids the same
 */
IkQuestionSet *
ik_question_set_copy (const IkQuestionSet *self)
{
  IkQuestionSet *copy = g_new0 (IkQuestionSet, 1);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->role = g_strdup (self->role);
  copy->opening = g_strdup (self->opening);
  copy->slot_minutes = self->slot_minutes;
  copy->rubric_id = g_strdup (self->rubric_id);
  copy->recommendation_rubric_id = g_strdup (self->recommendation_rubric_id);
  copy->sections = ik_list_copy (self->sections, ik_set_section_copy, ik_set_section_free);
  copy->items = ik_list_copy (self->items, ik_set_item_copy, ik_set_item_free);

  return copy;
}

/**
 * ik_question_set_free:
 * @self: (transfer full): a set
 */
void
ik_question_set_free (IkQuestionSet *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->role);
  g_free (self->opening);
  g_free (self->rubric_id);
  g_free (self->recommendation_rubric_id);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * ik_question_set_get_planned_minutes:
 * @self: a set
 *
 * Returns: the sum of the minutes of all items
 */
guint
ik_question_set_get_planned_minutes (const IkQuestionSet *self)
{
  guint minutes = 0;

  for (guint i = 0; i < self->items->len; i++)
    minutes += ((IkSetItem *) self->items->pdata[i])->minutes;

  return minutes;
}

/**
 * ik_question_set_get_required_minutes:
 * @self: a set
 *
 * Returns: the sum of the minutes of the required items
 */
guint
ik_question_set_get_required_minutes (const IkQuestionSet *self)
{
  guint minutes = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkSetItem *item = self->items->pdata[i];

      if (item->required)
        minutes += item->minutes;
    }

  return minutes;
}

/**
 * ik_question_set_get_section_minutes:
 * @self: a set
 * @section_id: id of a section
 *
 * Returns: the sum of the minutes of the items of one section
 */
guint
ik_question_set_get_section_minutes (const IkQuestionSet *self,
                                     const char          *section_id)
{
  guint minutes = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkSetItem *item = self->items->pdata[i];

      if (g_strcmp0 (item->section_id, section_id) == 0)
        minutes += item->minutes;
    }

  return minutes;
}

/**
 * ik_question_set_find_section:
 * @self: a set
 * @id: (nullable): id of a section
 *
 * Returns: (nullable) (transfer none): the section
 */
const IkSetSection *
ik_question_set_find_section (const IkQuestionSet *self,
                              const char          *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const IkSetSection *section = self->sections->pdata[i];

      if (g_strcmp0 (section->id, id) == 0)
        return section;
    }

  return NULL;
}

/**
 * ik_question_set_find_question:
 * @self: a set
 * @question_id: a question of the bank
 *
 * Returns: (nullable) (transfer none): the item that asks it; linear
 */
IkSetItem *
ik_question_set_find_question (const IkQuestionSet *self,
                               const char          *question_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      IkSetItem *item = self->items->pdata[i];

      if (g_str_equal (item->question_id, question_id))
        return item;
    }

  return NULL;
}

/**
 * ik_set_summary_free:
 * @self: (transfer full): a summary
 */
void
ik_set_summary_free (IkSetSummary *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->role);
  g_free (self);
}
