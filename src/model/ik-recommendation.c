#include "ik-recommendation.h"

#include <glib/gi18n.h>

/* In documents and in the library, from IK_RECOMMENDATION_STRONG_NO on. */
static const char *const nicks[] = { "strong_no", "no", "yes", "strong_yes" };

static gpointer
create_words (gpointer user_data)
{
  const char *const labels[] = { _("Strong no"), _("No"), _("Yes"), _("Strong yes") };
  IkRubric *words = ik_rubric_new ("recommendation", _("Strong no to strong yes"));

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_ptr_array_add (words->levels,
                     ik_rubric_level_new (IK_RECOMMENDATION_STRONG_NO + (int) i, labels[i], ""));

  return words;
}

/**
 * ik_recommendation_get_words:
 *
 * Returns: (transfer none): the four words as a scale, which holds where a
 *   question set names none of its own. Any thread.
 */
const IkRubric *
ik_recommendation_get_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create_words, NULL);
}

/**
 * ik_recommendation_to_text:
 * @value: a recommendation, or IK_RATING_NONE
 *
 * Returns: (transfer full): @value in documents and in the library: "strong_no",
 *   "no", "yes" or "strong_yes", the number of a level of an own scale, or ""
 */
char *
ik_recommendation_to_text (int value)
{
  if (value == IK_RATING_NONE)
    return g_strdup ("");
  if (value >= IK_RECOMMENDATION_STRONG_NO && value <= IK_RECOMMENDATION_STRONG_YES)
    return g_strdup (nicks[value - IK_RECOMMENDATION_STRONG_NO]);

  return g_strdup_printf ("%d", value);
}

/**
 * ik_recommendation_from_text:
 * @text: (nullable): what ik_recommendation_to_text() returns
 * @out_value: (out): the recommendation, left alone where @text is none
 *
 * Whether it stands on the scale of an interview is not checked here.
 *
 * Returns: whether @text is one of the words, the number of a level or ""
 */
gboolean
ik_recommendation_from_text (const char *text,
                             int        *out_value)
{
  gint64 number;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_str_equal (text, nicks[i]))
        {
          *out_value = IK_RECOMMENDATION_STRONG_NO + (int) i;
          return TRUE;
        }
    }

  if (*text == '\0')
    number = IK_RATING_NONE;
  else if (!g_ascii_string_to_signed (text, 10, IK_RUBRIC_MIN_VALUE, IK_RUBRIC_MAX_VALUE, &number,
                                      NULL))
    return FALSE;

  *out_value = (int) number;
  return TRUE;
}

/**
 * ik_recommendation_dup_label:
 * @scale: (nullable): what @value should stand on
 * @value: a recommendation, or IK_RATING_NONE
 *
 * Returns: (transfer full): the word of the level for people, also for one of the
 *   four words where @scale is another one; the number of a level that has no word
 */
char *
ik_recommendation_dup_label (const IkRubric *scale,
                             int             value)
{
  const IkRubricLevel *level = scale != NULL ? ik_rubric_find_level (scale, value) : NULL;

  if (value == IK_RATING_NONE)
    return g_strdup (_("No recommendation yet"));
  if (value > IK_RUBRIC_MAX_VALUE && scale != ik_recommendation_get_words ())
    return ik_recommendation_dup_label (ik_recommendation_get_words (), value);
  if (level == NULL || *level->label == '\0')
    return g_strdup_printf ("%d", value);

  return g_strdup (level->label);
}

/**
 * ik_interview_get_recommendation_scale:
 * @self: an interview
 *
 * Returns: (transfer none): what its recommendation stands on: the frozen copy of
 *   the scale that its question set names, or the four words
 */
const IkRubric *
ik_interview_get_recommendation_scale (const IkInterview *self)
{
  const IkRubric *own = ik_interview_find_rubric (self, self->recommendation_rubric_id);

  return own != NULL ? own : ik_recommendation_get_words ();
}

/**
 * ik_interview_dup_recommendation:
 * @self: an interview
 *
 * Returns: (transfer full): its recommendation for people
 */
char *
ik_interview_dup_recommendation (const IkInterview *self)
{
  return ik_recommendation_dup_label (ik_interview_get_recommendation_scale (self),
                                      self->recommendation);
}
