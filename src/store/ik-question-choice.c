#include "ik-question-choice.h"

/**
 * IkQuestionChoice:
 *
 * Which questions of the columns a filter takes: each value that it names is
 * looked up once, then a question costs some reads of bytes.
 */
struct _IkQuestionChoice
{
  const IkQuestionColumns *columns; /* (unowned) */
  IkQuestionFilter         filter;  /* its texts are not used any more */

  guint8  *named[IK_N_QUESTION_FACETS]; /* for each index of the facet whether the filter names
                                           it; NULL where it takes all */
  gboolean takes_untagged;
};

static gboolean
is_named (const char *const *names,
          const char        *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (names[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The name of the value at an index of a facet. */
static const char *
get_name (const IkQuestionColumns *columns,
          IkQuestionFacet          facet,
          guint                    index)
{
  switch (facet)
    {
    case IK_QUESTION_FACET_PACK:
      return g_array_index (columns->packs, IkColumnPack, index).id;
    case IK_QUESTION_FACET_SECTION:
      return g_array_index (columns->sections, IkColumnSection, index).id;
    case IK_QUESTION_FACET_TAG:
      return columns->tags->pdata[index];
    case IK_QUESTION_FACET_COMPETENCY:
      return columns->competencies->pdata[index];
    case IK_QUESTION_FACET_LEVEL:
      return columns->levels->pdata[index];
    case IK_QUESTION_FACET_KIND:
    case IK_QUESTION_FACET_STATE:
    case IK_QUESTION_FACET_USED:
    case IK_QUESTION_FACET_ANSWERED:
    default:
      g_assert_not_reached ();
    }
}

static void
name_texts (IkQuestionChoice  *self,
            IkQuestionFacet    facet,
            guint              n,
            const char *const *names)
{
  if (names == NULL || names[0] == NULL)
    return;

  self->named[facet] = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    self->named[facet][i] = is_named (names, get_name (self->columns, facet, i));
}

static void
name_bits (IkQuestionChoice *self,
           IkQuestionFacet   facet,
           guint             n,
           guint             bits)
{
  if (bits == 0)
    return;

  self->named[facet] = g_new0 (guint8, n);
  for (guint i = 0; i < n; i++)
    self->named[facet][i] = (bits >> i & 1) != 0;
}

/* Index 0 is "no", 1 is "yes". */
static guint
get_wanted_bits (IkWanted wanted)
{
  return wanted == IK_WANTED_ANY ? 0 : wanted == IK_WANTED_YES ? 1u << 1 : 1u << 0;
}

/**
 * ik_question_choice_new:
 * @columns: columns that outlive it
 * @filter: which questions are wanted; its words don't matter here
 *
 * Returns: (transfer full): the choice
 */
IkQuestionChoice *
ik_question_choice_new (const IkQuestionColumns *columns,
                        const IkQuestionFilter  *filter)
{
  IkQuestionChoice *self = g_new0 (IkQuestionChoice, 1);

  self->columns = columns;
  self->filter = *filter;
  name_texts (self, IK_QUESTION_FACET_PACK, columns->packs->len, filter->pack_ids);
  name_texts (self, IK_QUESTION_FACET_SECTION, columns->sections->len, filter->section_ids);
  name_texts (self, IK_QUESTION_FACET_TAG, columns->tags->len, filter->tags);
  name_texts (self, IK_QUESTION_FACET_COMPETENCY, columns->competencies->len,
              filter->competencies);
  name_texts (self, IK_QUESTION_FACET_LEVEL, columns->levels->len, filter->levels);
  name_bits (self, IK_QUESTION_FACET_KIND, IK_N_QUESTION_KINDS, filter->kinds);
  name_bits (self, IK_QUESTION_FACET_STATE, IK_N_QUESTION_STATES,
             filter->states != 0 ? filter->states : IK_QUESTION_STATES_SHOWN);
  name_bits (self, IK_QUESTION_FACET_USED, 2, get_wanted_bits (filter->used));
  name_bits (self, IK_QUESTION_FACET_ANSWERED, 2, get_wanted_bits (filter->answered));
  self->takes_untagged = self->named[IK_QUESTION_FACET_TAG] != NULL && is_named (filter->tags, "");

  return self;
}

/**
 * ik_question_choice_free:
 * @self: (transfer full): a choice
 */
void
ik_question_choice_free (IkQuestionChoice *self)
{
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    g_free (self->named[i]);
  g_free (self);
}

static gboolean
has_named_tag (const IkQuestionChoice *self,
               guint                   place)
{
  const guint32 *firsts = (const guint32 *) (const void *) self->columns->first_tags->data;
  const guint32 *tags = (const guint32 *) (const void *) self->columns->tag_uses->data;

  for (guint i = firsts[place]; i < firsts[place + 1]; i++)
    {
      if (self->named[IK_QUESTION_FACET_TAG][tags[i]])
        return TRUE;
    }

  return self->takes_untagged && firsts[place] == firsts[place + 1];
}

static guint
get_fail (const IkQuestionChoice *self,
          IkQuestionFacet         facet,
          guint                   index)
{
  return self->named[facet] == NULL || self->named[facet][index] ? 0 : 1u << facet;
}

/**
 * ik_question_choice_get_fails:
 * @self: a choice
 * @place: place of a question
 *
 * Returns: what the question fails by, 0 where the filter takes it
 */
guint
ik_question_choice_get_fails (const IkQuestionChoice *self,
                              guint                   place)
{
  const IkQuestionFact *fact = ik_question_columns_get_fact (self->columns, place);
  guint pack = g_array_index (self->columns->sections, IkColumnSection, fact->section).pack;
  guint fails = get_fail (self, IK_QUESTION_FACET_PACK, pack) |
                get_fail (self, IK_QUESTION_FACET_SECTION, fact->section) |
                get_fail (self, IK_QUESTION_FACET_COMPETENCY, fact->competency) |
                get_fail (self, IK_QUESTION_FACET_LEVEL, fact->level) |
                get_fail (self, IK_QUESTION_FACET_KIND, fact->kind) |
                get_fail (self, IK_QUESTION_FACET_STATE, fact->state) |
                get_fail (self, IK_QUESTION_FACET_USED, fact->is_used) |
                get_fail (self, IK_QUESTION_FACET_ANSWERED, fact->is_answered);

  if (fact->minutes < self->filter.minutes_from ||
      (self->filter.minutes_to > 0 && fact->minutes > self->filter.minutes_to))
    fails |= IK_QUESTION_FAILS_MINUTES;
  if (self->named[IK_QUESTION_FACET_TAG] != NULL && !has_named_tag (self, place))
    fails |= 1u << IK_QUESTION_FACET_TAG;

  return fails;
}

/**
 * ik_question_choice_names:
 * @self: a choice
 * @facet: a facet
 * @index: index of one of its values
 *
 * Returns: whether the filter names the value
 */
gboolean
ik_question_choice_names (const IkQuestionChoice *self,
                          IkQuestionFacet         facet,
                          guint                   index)
{
  return self->named[facet] != NULL && self->named[facet][index];
}

/**
 * ik_question_choice_takes_untagged:
 * @self: a choice
 *
 * Returns: whether the filter names questions without tags
 */
gboolean
ik_question_choice_takes_untagged (const IkQuestionChoice *self)
{
  return self->takes_untagged;
}
