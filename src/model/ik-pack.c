#include "ik-pack.h"

#include "ik-list.h"
#include "ik-text.h"

/**
 * ik_section_new:
 * @title: title, "" for the one section of a flat list
 *
 * Returns: (transfer full): a section without questions
 */
IkSection *
ik_section_new (const char *title)
{
  IkSection *self = g_new0 (IkSection, 1);

  self->title = g_strdup (title);
  self->introduction = g_strdup ("");
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_free);

  return self;
}

/**
 * ik_section_copy:
 * @self: a section
 *
 * Returns: (transfer full): a copy, its questions with the same ids
 */
IkSection *
ik_section_copy (const IkSection *self)
{
  IkSection *copy = ik_section_new (self->title);

  ik_text_set (&copy->introduction, self->introduction);
  g_ptr_array_unref (copy->questions);
  copy->questions = ik_list_copy (self->questions, ik_question_copy, ik_question_free);

  return copy;
}

/**
 * ik_section_free:
 * @self: (transfer full): a section
 */
void
ik_section_free (IkSection *self)
{
  g_free (self->title);
  g_free (self->introduction);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * ik_left_over_new:
 * @first: first line, from 1
 * @last: last line
 * @text: what stands there
 * @reason: why it was not taken
 *
 * Returns: (transfer full): a left-over
 */
IkLeftOver *
ik_left_over_new (guint       first,
                  guint       last,
                  const char *text,
                  const char *reason)
{
  IkLeftOver *self = g_new0 (IkLeftOver, 1);

  self->first = first;
  self->last = last;
  self->text = g_strdup (text);
  self->reason = g_strdup (reason);

  return self;
}

/**
 * ik_left_over_copy:
 * @self: a left-over
 *
 * Returns: (transfer full): a copy
 */
IkLeftOver *
ik_left_over_copy (const IkLeftOver *self)
{
  return ik_left_over_new (self->first, self->last, self->text, self->reason);
}

/**
 * ik_left_over_free:
 * @self: (transfer full): a left-over
 */
void
ik_left_over_free (IkLeftOver *self)
{
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/**
 * ik_pack_new:
 * @title: title
 *
 * Returns: (transfer full): an empty pack with a new id
 */
IkPack *
ik_pack_new (const char *title)
{
  IkPack *self = g_new0 (IkPack, 1);

  self->id = g_uuid_string_random ();
  self->title = g_strdup (title);
  self->description = g_strdup ("");
  self->language = g_strdup ("");
  self->source = g_strdup ("");
  self->author = g_strdup ("");
  self->licence = g_strdup ("");
  self->competencies = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);
  self->rubrics = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_section_free);
  self->left_over = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_left_over_free);

  return self;
}

/**
 * ik_pack_copy:
 * @self: a pack
 *
 * Returns: (transfer full): a copy, all ids the same
 */
IkPack *
ik_pack_copy (const IkPack *self)
{
  IkPack *copy = g_new0 (IkPack, 1);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->language = g_strdup (self->language);
  copy->source = g_strdup (self->source);
  copy->author = g_strdup (self->author);
  copy->licence = g_strdup (self->licence);
  copy->competencies = ik_list_copy (self->competencies, ik_competency_copy, ik_competency_free);
  copy->rubrics = ik_list_copy (self->rubrics, ik_rubric_copy, ik_rubric_free);
  copy->sections = ik_list_copy (self->sections, ik_section_copy, ik_section_free);
  copy->left_over = ik_list_copy (self->left_over, ik_left_over_copy, ik_left_over_free);

  return copy;
}

/**
 * ik_pack_free:
 * @self: (transfer full): a pack
 */
void
ik_pack_free (IkPack *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_free (self->source);
  g_free (self->author);
  g_free (self->licence);
  g_ptr_array_unref (self->competencies);
  g_ptr_array_unref (self->rubrics);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->left_over);
  g_free (self);
}

/**
 * ik_pack_count_questions:
 * @self: a pack
 *
 * Returns: how many questions it holds, whatever their state
 */
guint
ik_pack_count_questions (const IkPack *self)
{
  guint n_questions = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n_questions += ((IkSection *) self->sections->pdata[i])->questions->len;

  return n_questions;
}

/**
 * ik_pack_find_question:
 * @self: a pack
 * @id: UUID
 *
 * Returns: (nullable) (transfer none): the question of that id; linear
 */
IkQuestion *
ik_pack_find_question (const IkPack *self,
                       const char   *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const IkSection *section = self->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (g_str_equal (question->id, id))
            return question;
        }
    }

  return NULL;
}

/**
 * ik_pack_summary_free:
 * @self: (transfer full): a summary
 */
void
ik_pack_summary_free (IkPackSummary *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}
