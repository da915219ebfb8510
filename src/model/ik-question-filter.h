#pragma once

#include "ik-enums.h"

G_BEGIN_DECLS

/**
 * IkQuestionSort:
 * @IK_QUESTION_SORT_RELEVANCE: those that fit the words best first; without
 *   words the order of the packs
 * @IK_QUESTION_SORT_PACK: packs by title, then as they stand in them
 * @IK_QUESTION_SORT_PROMPT: by prompt, whatever its case and accents
 * @IK_QUESTION_SORT_MINUTES: by planned minutes
 * @IK_QUESTION_SORT_LEVEL: by level, see ik_question_level_compare()
 * @IK_QUESTION_SORT_CHANGED: by when they were changed last
 * @IK_QUESTION_SORT_LAST_USED: by when they were asked last, never first
 *
 * What questions come in the order of. What is equal comes in the order of the
 * packs.
 */
typedef enum
{
  IK_QUESTION_SORT_RELEVANCE,
  IK_QUESTION_SORT_PACK,
  IK_QUESTION_SORT_PROMPT,
  IK_QUESTION_SORT_MINUTES,
  IK_QUESTION_SORT_LEVEL,
  IK_QUESTION_SORT_CHANGED,
  IK_QUESTION_SORT_LAST_USED,
} IkQuestionSort;

#define IK_N_QUESTION_SORTS (IK_QUESTION_SORT_LAST_USED + 1)

/**
 * IkWanted:
 * @IK_WANTED_ANY: it doesn't matter
 * @IK_WANTED_YES: only what is so
 * @IK_WANTED_NO: only what isn't
 */
typedef enum
{
  IK_WANTED_ANY,
  IK_WANTED_YES,
  IK_WANTED_NO,
} IkWanted;

/* The states that are taken where a filter names none. */
#define IK_QUESTION_STATES_SHOWN (1u << IK_QUESTION_STATE_DRAFT | 1u << IK_QUESTION_STATE_READY)
#define IK_QUESTION_STATES_ALL   (IK_QUESTION_STATES_SHOWN | 1u << IK_QUESTION_STATE_ARCHIVED)

/**
 * IkQuestionFilter:
 * @query: (nullable): words to search for, as they were typed
 * @pack_ids: (nullable) (array zero-terminated=1): only questions of these packs
 * @section_ids: (nullable) (array zero-terminated=1): only of these sections
 * @tags: (nullable) (array zero-terminated=1): only with one of these tags; ""
 *   is without any
 * @competencies: (nullable) (array zero-terminated=1): only those that measure
 *   one of these, by name: packs have competencies of the same name; "" is none
 * @levels: (nullable) (array zero-terminated=1): only of one of these levels; ""
 *   is none
 * @kinds: only of these kinds, bits 1 << #IkQuestionKind; 0 for all
 * @states: only in these states, bits 1 << #IkQuestionState; 0 for
 *   #IK_QUESTION_STATES_SHOWN, all but the archived
 * @minutes_from: only with so many planned minutes or more
 * @minutes_to: only with so many or fewer; 0 for any
 * @used: whether they stand in a set or in an interview
 * @answered: whether they have a reference answer, or one for a level
 * @sort: what they come in the order of
 * @is_descending: whether they come in the opposite order; not for relevance
 * @limit: how many at most, 0 for all
 *
 * Which questions of the bank are wanted, and in what order; what is %NULL or
 * empty takes all. Whatever stands in @query, it is words. Texts compare
 * without regard to the case of A to Z.
 *
 * Made on the stack it borrows its texts; ik_question_filter_copy() makes one
 * that has its own.
 */
typedef struct
{
  const char        *query;
  const char *const *pack_ids;
  const char *const *section_ids;
  const char *const *tags;
  const char *const *competencies;
  const char *const *levels;
  guint              kinds;
  guint              states;
  guint              minutes_from;
  guint              minutes_to;
  IkWanted           used;
  IkWanted           answered;
  IkQuestionSort     sort;
  gboolean           is_descending;
  guint              limit;
} IkQuestionFilter;

IkQuestionFilter *ik_question_filter_copy   (const IkQuestionFilter *self);
void              ik_question_filter_free   (IkQuestionFilter       *self);
gboolean          ik_question_filter_equal  (const IkQuestionFilter *self,
                                             const IkQuestionFilter *other);
gboolean          ik_question_filter_is_all (const IkQuestionFilter *self);

guint             ik_question_kinds_from_nick (const char         *nick);
const char       *ik_question_sort_to_nick   (IkQuestionSort         sort);
gboolean          ik_question_sort_from_nick (const char            *nick,
                                              IkQuestionSort        *out_sort);
int               ik_question_level_compare  (const char            *one,
                                              const char            *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionFilter, ik_question_filter_free)

G_END_DECLS
