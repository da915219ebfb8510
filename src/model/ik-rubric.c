#include "ik-rubric.h"

#include "ik-list.h"

#include <glib/gi18n.h>

/**
 * ik_rubric_level_new:
 * @value: the number that counts
 * @label: one word
 * @anchor: (nullable): what an answer at this level looks like
 *
 * Returns: (transfer full): a level
 */
IkRubricLevel *
ik_rubric_level_new (int         value,
                     const char *label,
                     const char *anchor)
{
  IkRubricLevel *self = g_new0 (IkRubricLevel, 1);

  self->value = value;
  self->label = g_strdup (label);
  self->anchor = g_strdup (anchor != NULL ? anchor : "");

  return self;
}

/**
 * ik_rubric_level_copy:
 * @self: a level
 *
 * Returns: (transfer full): a copy
 */
IkRubricLevel *
ik_rubric_level_copy (const IkRubricLevel *self)
{
  return ik_rubric_level_new (self->value, self->label, self->anchor);
}

/**
 * ik_rubric_level_free:
 * @self: (transfer full): a level
 */
void
ik_rubric_level_free (IkRubricLevel *self)
{
  g_free (self->label);
  g_free (self->anchor);
  g_free (self);
}

/**
 * ik_rubric_new:
 * @id: (nullable): UUID, a new one if %NULL
 * @name: title
 *
 * Returns: (transfer full): a rubric without levels
 */
IkRubric *
ik_rubric_new (const char *id,
               const char *name)
{
  IkRubric *self = g_new0 (IkRubric, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->name = g_strdup (name);
  self->version = 1;
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_level_free);

  return self;
}

/**
 * ik_rubric_new_built_in:
 *
 * Returns: (transfer full): the scale from 1 to 5 with general anchors that
 *   holds where a pack brings none; three written anchors are enough to rate
 *   by, five are given
 */
IkRubric *
ik_rubric_new_built_in (void)
{
  static const struct
  {
    const char *label;
    const char *anchor;
  } levels[] = {
    { N_("Poor"), N_("No usable answer, or one that would do harm; hints did not help.") },
    { N_("Weak"), N_("Parts of an answer; the main point is missing or needed much help.") },
    { N_("Solid"), N_("The main points, right and in order, with an example when asked.") },
    { N_("Strong"), N_("Complete, with reasons and limits, from experience, without help.") },
    { N_("Outstanding"), N_("Beyond what was asked: weighs alternatives and teaches the interviewer something.") },
  };
  IkRubric *self = ik_rubric_new (IK_RUBRIC_BUILT_IN_ID, _("General, 1 to 5"));

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_ptr_array_add (self->levels,
                     ik_rubric_level_new ((int) i + 1, _(levels[i].label), _(levels[i].anchor)));

  return self;
}

/**
 * ik_rubric_copy:
 * @self: a rubric
 *
 * Returns: (transfer full): a copy with the same id
 */
IkRubric *
ik_rubric_copy (const IkRubric *self)
{
  IkRubric *copy = ik_rubric_new (self->id, self->name);

  copy->version = self->version;
  g_ptr_array_unref (copy->levels);
  copy->levels = ik_list_copy (self->levels, ik_rubric_level_copy, ik_rubric_level_free);

  return copy;
}

/**
 * ik_rubric_free:
 * @self: (transfer full): a rubric
 */
void
ik_rubric_free (IkRubric *self)
{
  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->levels);
  g_free (self);
}

/**
 * ik_rubric_equal:
 * @one: a rubric
 * @other: a rubric
 *
 * Returns: whether both have the same id, name, levels and anchors
 */
gboolean
ik_rubric_equal (const IkRubric *one,
                 const IkRubric *other)
{
  if (!g_str_equal (one->id, other->id) || !g_str_equal (one->name, other->name) ||
      one->levels->len != other->levels->len)
    return FALSE;

  for (guint i = 0; i < one->levels->len; i++)
    {
      const IkRubricLevel *a = one->levels->pdata[i];
      const IkRubricLevel *b = other->levels->pdata[i];

      if (a->value != b->value || !g_str_equal (a->label, b->label) ||
          !g_str_equal (a->anchor, b->anchor))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_rubric_find_level:
 * @self: a rubric
 * @value: a rating
 *
 * Returns: (nullable) (transfer none): the level of that value
 */
const IkRubricLevel *
ik_rubric_find_level (const IkRubric *self,
                      int             value)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const IkRubricLevel *level = self->levels->pdata[i];

      if (level->value == value)
        return level;
    }

  return NULL;
}

/**
 * ik_rubric_dup_level_text:
 * @self: (nullable): a rubric
 * @value: a rating on it
 *
 * Returns: (transfer full): the rating with its word, such as "4 · Strong"; the
 *   number alone where it has none, the word alone for what is beyond
 *   IK_RUBRIC_MAX_VALUE, such as an #IkRecommendation
 */
char *
ik_rubric_dup_level_text (const IkRubric *self,
                          int             value)
{
  const IkRubricLevel *level = self != NULL ? ik_rubric_find_level (self, value) : NULL;

  if (level == NULL || *level->label == '\0')
    return g_strdup_printf ("%d", value);
  if (value > IK_RUBRIC_MAX_VALUE)
    return g_strdup (level->label);

  return g_strdup_printf ("%d · %s", value, level->label);
}

/**
 * ik_rubric_is_extreme:
 * @self: a rubric
 * @value: a rating
 *
 * Returns: whether @value is the lowest or the highest of the scale, which
 *   asks for a line of evidence
 */
gboolean
ik_rubric_is_extreme (const IkRubric *self,
                      int             value)
{
  const IkRubricLevel *lowest;
  const IkRubricLevel *highest;

  if (self->levels->len == 0)
    return FALSE;

  lowest = self->levels->pdata[0];
  highest = self->levels->pdata[self->levels->len - 1];

  return value == lowest->value || value == highest->value;
}

/**
 * ik_rubric_has_values_of:
 * @self: a rubric
 * @other: a rubric
 *
 * Returns: whether ratings by both can be put into one mean, because their
 *   levels have the same values; names and anchors may differ
 */
gboolean
ik_rubric_has_values_of (const IkRubric *self,
                         const IkRubric *other)
{
  if (self->levels->len != other->levels->len)
    return FALSE;

  for (guint i = 0; i < self->levels->len; i++)
    {
      const IkRubricLevel *one = self->levels->pdata[i];
      const IkRubricLevel *same = other->levels->pdata[i];

      if (one->value != same->value)
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_competency_new:
 * @id: (nullable): UUID, a new one if %NULL
 * @name: what is measured
 * @description: (nullable): what belongs to it
 *
 * Returns: (transfer full): a competency
 */
IkCompetency *
ik_competency_new (const char *id,
                   const char *name,
                   const char *description)
{
  IkCompetency *self = g_new0 (IkCompetency, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->name = g_strdup (name);
  self->description = g_strdup (description != NULL ? description : "");

  return self;
}

/**
 * ik_competency_copy:
 * @self: a competency
 *
 * Returns: (transfer full): a copy with the same id
 */
IkCompetency *
ik_competency_copy (const IkCompetency *self)
{
  return ik_competency_new (self->id, self->name, self->description);
}

/**
 * ik_competency_free:
 * @self: (transfer full): a competency
 */
void
ik_competency_free (IkCompetency *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

/**
 * ik_competency_equal:
 * @one: a competency
 * @other: a competency
 *
 * Returns: whether both have the same id, name and description
 */
gboolean
ik_competency_equal (const IkCompetency *one,
                     const IkCompetency *other)
{
  return g_str_equal (one->id, other->id) &&
         g_str_equal (one->name, other->name) &&
         g_str_equal (one->description, other->description);
}
