#include "ik-rubric-template.h"

#include <glib/gi18n.h>

typedef struct
{
  int         value;
  const char *label;
  const char *anchor;
} Level;

typedef struct
{
  const char *name;
  Level       levels[IK_RUBRIC_MAX_LEVELS];
  guint       n_levels;
} Template;

/* The first one is the built-in rubric. A yes counts 1 and a no 0, so that their
 * mean is the share of yes. */
static const Template templates[IK_N_RUBRIC_TEMPLATES] = {
  [IK_RUBRIC_TEMPLATE_FOUR_WORDS] = { N_("Poor to excellent"), {
                                        { 1, N_("Poor"), N_("No usable answer, or one that would do harm.") },
                                        { 2, N_("Mixed"), N_("Good parts beside gaps that matter in this job.") },
                                        { 3, N_("Good"), N_("The main points, right and with an example.") },
                                        { 4, N_("Excellent"), N_("Complete, with reasons and limits, from experience.") },
                                      }, 4 },
  [IK_RUBRIC_TEMPLATE_YES_NO] = { N_("No or yes"), {
                                    { 0, N_("No"), N_("Does not have what the question asks for, or could not show it.") },
                                    { 1, N_("Yes"), N_("Has what the question asks for and said how it was used.") },
                                  }, 2 },
  [IK_RUBRIC_TEMPLATE_THREE] = { N_("Below, at or above"), {
                                   { 1, N_("Below"), N_("Would need training before doing this part of the job.") },
                                   { 2, N_("At"), N_("Would do this part of the job as it is asked for.") },
                                   { 3, N_("Above"), N_("Would do this part of the job and show it to others.") },
                                 }, 3 },
  [IK_RUBRIC_TEMPLATE_SEVEN] = { N_("Fine, 1 to 7"), {
                                   { 1, N_("Very poor"), N_("No usable answer, or one that would do harm; hints did not help.") },
                                   { 2, N_("Poor"), "" },
                                   { 3, N_("Weak"), "" },
                                   { 4, N_("Solid"), N_("The main points, right and in order, with an example when asked.") },
                                   { 5, N_("Good"), "" },
                                   { 6, N_("Strong"), "" },
                                   { 7, N_("Outstanding"), N_("Beyond what was asked: weighs alternatives and teaches the interviewer something.") },
                                 }, 7 },
};

/**
 * ik_rubric_new_from_template:
 * @template: which
 *
 * Returns: (transfer full): a rubric with a new id that ik_rubric_check() is
 *   content with, in the language of the program
 */
IkRubric *
ik_rubric_new_from_template (IkRubricTemplate template)
{
  const Template *source = &templates[template];
  IkRubric *self;

  if (template == IK_RUBRIC_TEMPLATE_FIVE)
    {
      self = ik_rubric_new_built_in ();
      g_free (self->id);
      self->id = g_uuid_string_random ();
      return self;
    }

  self = ik_rubric_new (NULL, _(source->name));
  for (guint i = 0; i < source->n_levels; i++)
    {
      const Level *level = &source->levels[i];
      const char *anchor = *level->anchor != '\0' ? _(level->anchor) : "";

      g_ptr_array_add (self->levels,
                       ik_rubric_level_new (level->value, _(level->label), anchor));
    }

  return self;
}

/**
 * ik_rubric_add_level:
 * @self: a rubric
 *
 * Adds a level above the others, of the next value and without words.
 *
 * Returns: whether there was room for one more
 */
gboolean
ik_rubric_add_level (IkRubric *self)
{
  const IkRubricLevel *highest = NULL;

  if (self->levels->len >= IK_RUBRIC_MAX_LEVELS)
    return FALSE;

  if (self->levels->len > 0)
    highest = self->levels->pdata[self->levels->len - 1];
  g_ptr_array_add (self->levels, ik_rubric_level_new (highest != NULL ? highest->value + 1 : 1,
                                                      "", ""));
  return TRUE;
}
