#include "ik-question-filter.h"

#include <string.h>

static const char *const sort_nicks[] = {
  "relevance", "pack", "prompt", "minutes", "level", "changed", "last_used",
};

G_STATIC_ASSERT (G_N_ELEMENTS (sort_nicks) == IK_N_QUESTION_SORTS);

/* Each line is a step up; words of one step mean the same. The words are those
 * that documents use; see ik-inline-text.c. */
static const char *const level_steps[][5] = {
  { "beginner", "easy", "intern" },
  { "graduate" },
  { "junior", "entry" },
  { "mid", "middle", "medium", "intermediate" },
  { "senior", "hard", "advanced" },
  { "lead" },
  { "staff", "expert" },
  { "principal" },
};

static const char *const *
copy_texts (const char *const *texts)
{
  return (const char *const *) g_strdupv ((char **) texts);
}

static void
free_texts (const char *const *texts)
{
  g_strfreev ((char **) texts);
}

/**
 * ik_question_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): the same with texts of its own
 */
IkQuestionFilter *
ik_question_filter_copy (const IkQuestionFilter *self)
{
  IkQuestionFilter *copy = g_new (IkQuestionFilter, 1);

  *copy = *self;
  copy->query = g_strdup (self->query);
  copy->pack_ids = copy_texts (self->pack_ids);
  copy->section_ids = copy_texts (self->section_ids);
  copy->tags = copy_texts (self->tags);
  copy->competencies = copy_texts (self->competencies);
  copy->levels = copy_texts (self->levels);

  return copy;
}

/**
 * ik_question_filter_free:
 * @self: (transfer full): a filter that ik_question_filter_copy() made
 */
void
ik_question_filter_free (IkQuestionFilter *self)
{
  g_free ((char *) self->query);
  free_texts (self->pack_ids);
  free_texts (self->section_ids);
  free_texts (self->tags);
  free_texts (self->competencies);
  free_texts (self->levels);
  g_free (self);
}

static gboolean
is_none (const char *const *texts)
{
  return texts == NULL || texts[0] == NULL;
}

static gboolean
has_text (const char *const *texts,
          const char        *text)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (texts[i], text) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_all (const char *const *texts,
         const char *const *others)
{
  for (guint i = 0; others[i] != NULL; i++)
    {
      if (!has_text (texts, others[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether both take the same; the order and repetitions don't matter. */
static gboolean
are_same (const char *const *texts,
          const char *const *others)
{
  if (is_none (texts) || is_none (others))
    return is_none (texts) && is_none (others);

  return has_all (texts, others) && has_all (others, texts);
}

static const char *
get_words (const IkQuestionFilter *self)
{
  const char *words = self->query != NULL ? self->query : "";

  return words + strspn (words, " \t\r\n");
}

static guint
get_states (const IkQuestionFilter *self)
{
  return self->states != 0 ? self->states : IK_QUESTION_STATES_SHOWN;
}

static gboolean
find_same (const IkQuestionFilter *self,
           const IkQuestionFilter *other)
{
  return g_str_equal (get_words (self), get_words (other)) &&
         are_same (self->pack_ids, other->pack_ids) &&
         are_same (self->section_ids, other->section_ids) &&
         are_same (self->tags, other->tags) &&
         are_same (self->competencies, other->competencies) &&
         are_same (self->levels, other->levels) &&
         self->kinds == other->kinds &&
         get_states (self) == get_states (other) &&
         self->minutes_from == other->minutes_from &&
         self->minutes_to == other->minutes_to &&
         self->used == other->used &&
         self->answered == other->answered;
}

/**
 * ik_question_filter_equal:
 * @self: a filter
 * @other: another one
 *
 * Returns: whether both find the same questions in the same order
 */
gboolean
ik_question_filter_equal (const IkQuestionFilter *self,
                          const IkQuestionFilter *other)
{
  return find_same (self, other) &&
         self->sort == other->sort &&
         !self->is_descending == !other->is_descending &&
         self->limit == other->limit;
}

/**
 * ik_question_filter_is_all:
 * @self: a filter
 *
 * Returns: whether it takes all questions that aren't archived
 */
gboolean
ik_question_filter_is_all (const IkQuestionFilter *self)
{
  const IkQuestionFilter all = { NULL };

  return find_same (self, &all);
}

/**
 * ik_question_kinds_from_nick:
 * @nick: (nullable): nick of a kind
 *
 * Returns: the kinds of a filter that takes this one; 0, which is all, where
 *   there is none
 */
guint
ik_question_kinds_from_nick (const char *nick)
{
  IkQuestionKind kind;

  return nick != NULL && ik_question_kind_from_nick (nick, &kind) ? 1u << kind : 0;
}

/**
 * ik_question_sort_to_nick:
 * @sort: an order
 *
 * Returns: (transfer none): its word in the library and on the command line
 */
const char *
ik_question_sort_to_nick (IkQuestionSort sort)
{
  g_return_val_if_fail ((guint) sort < IK_N_QUESTION_SORTS, NULL);

  return sort_nicks[sort];
}

/**
 * ik_question_sort_from_nick:
 * @nick: a word
 * @out_sort: (out): the order it names
 *
 * Returns: whether it names one
 */
gboolean
ik_question_sort_from_nick (const char     *nick,
                            IkQuestionSort *out_sort)
{
  for (guint i = 0; i < IK_N_QUESTION_SORTS; i++)
    {
      if (g_str_equal (nick, sort_nicks[i]))
        {
          *out_sort = (IkQuestionSort) i;
          return TRUE;
        }
    }

  return FALSE;
}

static guint
get_level_step (const char *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_steps); i++)
    {
      for (guint j = 0; level_steps[i][j] != NULL; j++)
        {
          if (g_ascii_strcasecmp (level, level_steps[i][j]) == 0)
            return i + 1;
        }
    }

  return *level == '\0' ? 0 : G_N_ELEMENTS (level_steps) + 1;
}

/**
 * ik_question_level_compare:
 * @one: a level, "" for none
 * @other: another one
 *
 * Orders levels: none, those that are known from the lowest on, then others by
 * their letters.
 *
 * Returns: less than, equal to or greater than 0, as with strcmp()
 */
int
ik_question_level_compare (const char *one,
                           const char *other)
{
  guint a = get_level_step (one);
  guint b = get_level_step (other);

  if (a != b)
    return a < b ? -1 : 1;

  return g_ascii_strcasecmp (one, other);
}
