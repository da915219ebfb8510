#include "ik-question-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-list.h"

/* Each table is in the order of its enumeration. */

static const char *const kinds[] = {
  N_("Open"),
  N_("Behavioural"),
  N_("Scenario"),
  N_("Design"),
  N_("Coding"),
  N_("Choice"),
  N_("Opening"),
  N_("Closing"),
  N_("Candidate’s questions"),
};

static const char *const states[] = {
  N_("Draft"),
  N_("Ready"),
  N_("Archived"),
};

/* What most call them, from the lowest on; offered before any question has one. */
static const char *const usual_levels[] = { "junior", "mid", "senior" };

const char *
ik_question_words_for_kind (IkQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), "");

  return _(kinds[kind]);
}

const char *
ik_question_words_for_state (IkQuestionState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), "");

  return _(states[state]);
}

/**
 * ik_question_words_for_level:
 * @level: a level, such as "senior"
 *
 * Returns: (transfer full): the same with a capital; a mere number says what it
 *   is
 */
char *
ik_question_words_for_level (const char *level)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (level != NULL, NULL);

  if (level[0] == '\0')
    return g_strdup ("");
  if (level[strspn (level, "0123456789")] == '\0')
    /* Translators: a level that a document gives as a number */
    return g_strdup_printf (_("Level %s"), level);

  first = g_utf8_strup (level, g_utf8_next_char (level) - level);

  return g_strconcat (first, g_utf8_next_char (level), NULL);
}

/**
 * ik_question_words_is_level:
 * @words: what somebody chose or typed
 * @level: a level
 *
 * Returns: whether the level is called so, or written so, whatever the case
 */
gboolean
ik_question_words_is_level (const char *words,
                            const char *level)
{
  g_autofree char *of_level = ik_question_words_for_level (level);
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_autofree char *folded_words = g_utf8_casefold (of_level, -1);
  g_autofree char *folded_level = g_utf8_casefold (level, -1);

  return g_str_equal (folded, folded_words) || g_str_equal (folded, folded_level);
}

/**
 * ik_question_words_list_levels:
 * @levels: (element-type utf8): levels that questions have
 *
 * Returns: (transfer full) (element-type utf8): the words for the usual levels and
 *   for others that there are, each once
 */
GPtrArray *
ik_question_words_list_levels (GPtrArray *levels)
{
  GPtrArray *words = ik_text_list_new ();

  g_return_val_if_fail (levels != NULL, words);

  for (guint i = 0; i < G_N_ELEMENTS (usual_levels); i++)
    g_ptr_array_add (words, ik_question_words_for_level (usual_levels[i]));
  for (guint i = 0; i < levels->len; i++)
    {
      guint j = 0;

      while (j < words->len && !ik_question_words_is_level (words->pdata[j], levels->pdata[i]))
        j++;
      if (j == words->len)
        g_ptr_array_add (words, ik_question_words_for_level (levels->pdata[i]));
    }

  return words;
}

/**
 * ik_question_words_find_level:
 * @words: what somebody chose or typed
 * @levels: (element-type utf8): levels that questions have
 *
 * Returns: (transfer full): the level that is called so, or a new one
 */
char *
ik_question_words_find_level (const char *words,
                              GPtrArray  *levels)
{
  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (levels != NULL, NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      if (ik_question_words_is_level (words, levels->pdata[i]))
        return g_strdup (levels->pdata[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (usual_levels); i++)
    {
      if (ik_question_words_is_level (words, usual_levels[i]))
        return g_strdup (usual_levels[i]);
    }

  return g_strdup (words);
}

/**
 * ik_question_words_describe:
 * @summary: a question
 *
 * Returns: (transfer full): kind, level, minutes and tags in one line
 */
char *
ik_question_words_describe (const IkQuestionSummary *summary)
{
  GString *text;

  g_return_val_if_fail (summary != NULL, NULL);

  text = g_string_new (NULL);
  if (summary->state != IK_QUESTION_STATE_READY)
    g_string_append_printf (text, "%s · ", ik_question_words_for_state (summary->state));
  g_string_append (text, ik_question_words_for_kind (summary->kind));
  if (summary->level[0] != '\0')
    {
      g_autofree char *level = ik_question_words_for_level (summary->level);

      g_string_append_printf (text, " · %s", level);
    }
  g_string_append (text, " · ");
  g_string_append_printf (text, _("%u min"), summary->minutes);
  for (guint i = 0; i < summary->tags->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " · " : ", ",
                            (const char *) g_ptr_array_index (summary->tags, i));

  return g_string_free (text, FALSE);
}

/**
 * ik_question_words_count:
 *
 * Returns: (transfer full): such as "56 questions in 5 sections"
 */
char *
ik_question_words_count (guint n_questions,
                         guint n_sections)
{
  g_autofree char *questions = NULL;

  questions = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions", n_questions),
                               n_questions);
  if (n_sections < 2)
    return g_steal_pointer (&questions);

  /* Translators: "56 questions", and in how many sections */
  return g_strdup_printf (g_dngettext (NULL, "%s in %u section", "%s in %u sections", n_sections),
                          questions, n_sections);
}
