#include "ik-rubric-rules.h"

#include <glib/gi18n.h>

/* From here on there is a middle that the ends alone don't explain. */
#define MIN_LEVELS_WITH_MIDDLE 5

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/**
 * ik_rubric_wants_anchor:
 * @self: a rubric
 * @index: place of a level from the lowest, from 0
 *
 * Written anchors make ratings more accurate; whether five do better than three
 * is not settled, and each has to be thought of by somebody. So the lowest and
 * the highest are asked for, and from five levels on the middle one as well, the
 * lower of two: 1, 3 and 5 of five.
 *
 * Returns: whether the level has to be described in words
 */
gboolean
ik_rubric_wants_anchor (const IkRubric *self,
                        guint           index)
{
  guint n_levels = self->levels->len;

  return index == 0 || index + 1 == n_levels ||
         (n_levels >= MIN_LEVELS_WITH_MIDDLE && index == (n_levels - 1) / 2);
}

static char *
check_level (const IkRubric *self,
             guint           index)
{
  const IkRubricLevel *level = self->levels->pdata[index];
  const IkRubricLevel *before = index > 0 ? self->levels->pdata[index - 1] : NULL;

  if (before != NULL && before->value >= level->value)
    return g_strdup_printf (_("The values of the levels have to rise: %d comes after %d."),
                            level->value, before->value);
  if (is_blank (level->label))
    return g_strdup_printf (_("Level %d needs a word."), level->value);
  if (ik_rubric_wants_anchor (self, index) && is_blank (level->anchor))
    return g_strdup_printf (_("Say what an answer at level %d looks like."), level->value);

  return NULL;
}

/**
 * ik_rubric_check:
 * @self: a rubric
 * @out_reason: (out) (transfer full) (optional): what is missing, a sentence;
 *   set where the result is %FALSE
 *
 * What the editor asks for; a pack may bring less.
 *
 * Returns: whether it has a name and from two to seven levels of rising value,
 *   each with a word, and anchors where ik_rubric_wants_anchor()
 */
gboolean
ik_rubric_check (const IkRubric  *self,
                 char           **out_reason)
{
  g_autofree char *reason = NULL;

  if (is_blank (self->name))
    reason = g_strdup (_("The rubric needs a name."));
  else if (self->levels->len < IK_RUBRIC_MIN_LEVELS || self->levels->len > IK_RUBRIC_MAX_LEVELS)
    reason = g_strdup_printf (_("A rubric has from %d to %d levels."), IK_RUBRIC_MIN_LEVELS,
                              IK_RUBRIC_MAX_LEVELS);

  for (guint i = 0; reason == NULL && i < self->levels->len; i++)
    reason = check_level (self, i);

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}
