#include "ik-question-version.h"

#include "ik-text.h"

/* In the order of IkQuestionChange. */
static const char *const change_nicks[] = { "edit", "import", "merge", "restore" };

/**
 * ik_question_version_free:
 * @self: (transfer full): a version
 */
void
ik_question_version_free (IkQuestionVersion *self)
{
  g_free (self->id);
  g_free (self->origin_id);
  g_clear_pointer (&self->text, ik_question_free);
  g_free (self);
}

/* Texts */

static char *
join_texts (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (texts, i));

  return g_string_free (joined, FALSE);
}

static char *
join_level_answers (GPtrArray *answers)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const IkLevelAnswer *answer = g_ptr_array_index (answers, i);

      g_string_append_printf (joined, "%s%s: %s", i > 0 ? "\n" : "", answer->level, answer->text);
    }

  return g_string_free (joined, FALSE);
}

/**
 * ik_question_dup_field:
 * @self: a question
 * @field: one of its texts
 *
 * Returns: (transfer full): the text, a line for each entry of a list; "" for none
 */
char *
ik_question_dup_field (const IkQuestion *self,
                       IkQuestionField   field)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (field)
    {
    case IK_QUESTION_FIELD_PROMPT:
      return g_strdup (self->candidate.prompt);
    case IK_QUESTION_FIELD_DETAILS:
      return g_strdup (self->candidate.details);
    case IK_QUESTION_FIELD_REFERENCE_ANSWER:
      return g_strdup (self->interviewer.reference_answer);
    case IK_QUESTION_FIELD_WHY_IT_MATTERS:
      return g_strdup (self->interviewer.why_it_matters);
    case IK_QUESTION_FIELD_LEVEL_ANSWERS:
      return join_level_answers (self->interviewer.level_answers);
    case IK_QUESTION_FIELD_SUB_QUESTIONS:
      return join_texts (self->candidate.sub_questions);
    case IK_QUESTION_FIELD_FOLLOW_UPS:
      return join_texts (self->interviewer.follow_ups);
    case IK_QUESTION_FIELD_POSITIVE_INDICATORS:
      return join_texts (self->interviewer.positive_indicators);
    case IK_QUESTION_FIELD_RED_FLAGS:
      return join_texts (self->interviewer.red_flags);
    case IK_QUESTION_FIELD_CLARIFYING_QUESTIONS:
      return join_texts (self->interviewer.clarifying_questions);
    case IK_QUESTION_FIELD_SOLUTION_STEPS:
      return join_texts (self->interviewer.solution_steps);
    case IK_QUESTION_FIELD_REFERENCES:
      return join_texts (self->interviewer.references);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ik_question_find_changed_fields:
 * @self: a question
 * @other: another one, or the same at another time
 *
 * Returns: bit i: #IkQuestionField i of one is not that of the other
 */
guint
ik_question_find_changed_fields (const IkQuestion *self,
                                 const IkQuestion *other)
{
  guint changed = 0;

  for (guint i = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      g_autofree char *one = ik_question_dup_field (self, i);
      g_autofree char *two = ik_question_dup_field (other, i);

      if (!g_str_equal (one, two))
        changed |= 1u << i;
    }

  return changed;
}

static gpointer
copy_text (gconstpointer text,
           gpointer      data)
{
  return g_strdup (text);
}

static gpointer
copy_level_answer (gconstpointer answer,
                   gpointer      data)
{
  return ik_level_answer_copy (answer);
}

static void
take_list (GPtrArray **list,
           GPtrArray  *source,
           GCopyFunc   copy)
{
  g_ptr_array_set_size (*list, 0);
  g_ptr_array_extend (*list, source, copy, NULL);
}

/**
 * ik_question_take_wording:
 * @self: a question
 * @source: an earlier version of it
 *
 * Gives a question the texts that have a history, and leaves it all else.
 */
void
ik_question_take_wording (IkQuestion       *self,
                          const IkQuestion *source)
{
  g_return_if_fail (self != NULL && source != NULL && self != source);

  ik_text_set (&self->candidate.prompt, source->candidate.prompt);
  ik_text_set (&self->candidate.details, source->candidate.details);
  ik_text_set (&self->interviewer.reference_answer, source->interviewer.reference_answer);
  ik_text_set (&self->interviewer.why_it_matters, source->interviewer.why_it_matters);
  take_list (&self->candidate.sub_questions, source->candidate.sub_questions, copy_text);
  take_list (&self->interviewer.level_answers, source->interviewer.level_answers,
             copy_level_answer);
  take_list (&self->interviewer.follow_ups, source->interviewer.follow_ups, copy_text);
  take_list (&self->interviewer.positive_indicators, source->interviewer.positive_indicators,
             copy_text);
  take_list (&self->interviewer.red_flags, source->interviewer.red_flags, copy_text);
  take_list (&self->interviewer.clarifying_questions, source->interviewer.clarifying_questions,
             copy_text);
  take_list (&self->interviewer.solution_steps, source->interviewer.solution_steps, copy_text);
  take_list (&self->interviewer.references, source->interviewer.references, copy_text);
}

/**
 * ik_question_version_list_changes:
 * @versions: (element-type IkQuestionVersion): of one question, the newest first
 * @now: the question as it is
 *
 * Finds out what each change was about: what came behind a version is the next
 * newer one of the same origin, or the question as it is. The last version of a
 * question that was merged has nothing behind it, and nothing changed.
 */
void
ik_question_version_list_changes (GPtrArray        *versions,
                                  const IkQuestion *now)
{
  g_autoptr(GHashTable) newer = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (versions != NULL && now != NULL);

  g_hash_table_insert (newer, now->id, (gpointer) now);
  for (guint i = 0; i < versions->len; i++)
    {
      IkQuestionVersion *version = g_ptr_array_index (versions, i);
      const IkQuestion *behind = g_hash_table_lookup (newer, version->origin_id);

      version->changed = behind != NULL ? ik_question_find_changed_fields (version->text, behind)
                                        : 0;
      g_hash_table_insert (newer, version->origin_id, version->text);
    }
}

/* Names */

/**
 * ik_question_change_to_nick:
 * @change: what ended a version
 *
 * Returns: its name in the library
 */
const char *
ik_question_change_to_nick (IkQuestionChange change)
{
  g_return_val_if_fail ((guint) change < G_N_ELEMENTS (change_nicks), "");

  return change_nicks[change];
}

/**
 * ik_question_change_from_nick:
 * @nick: a name
 * @out_change: (out): what it stands for
 *
 * Returns: whether it stands for anything
 */
gboolean
ik_question_change_from_nick (const char       *nick,
                              IkQuestionChange *out_change)
{
  for (guint i = 0; i < G_N_ELEMENTS (change_nicks); i++)
    {
      if (g_strcmp0 (nick, change_nicks[i]) == 0)
        {
          *out_change = (IkQuestionChange) i;
          return TRUE;
        }
    }

  return FALSE;
}
