#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkQuestionFacet:
 * @IK_QUESTION_FACET_PACK: values are ids of packs
 * @IK_QUESTION_FACET_SECTION: ids of sections
 * @IK_QUESTION_FACET_TAG: tags, "" for none
 * @IK_QUESTION_FACET_COMPETENCY: names of competencies, "" for none
 * @IK_QUESTION_FACET_LEVEL: levels, "" for none
 * @IK_QUESTION_FACET_KIND: nicks of #IkQuestionKind
 * @IK_QUESTION_FACET_STATE: nicks of #IkQuestionState
 * @IK_QUESTION_FACET_USED: "yes" and "no"
 * @IK_QUESTION_FACET_ANSWERED: "yes" and "no"
 *
 * What questions are told apart by, each a field of #IkQuestionFilter.
 */
typedef enum
{
  IK_QUESTION_FACET_PACK,
  IK_QUESTION_FACET_SECTION,
  IK_QUESTION_FACET_TAG,
  IK_QUESTION_FACET_COMPETENCY,
  IK_QUESTION_FACET_LEVEL,
  IK_QUESTION_FACET_KIND,
  IK_QUESTION_FACET_STATE,
  IK_QUESTION_FACET_USED,
  IK_QUESTION_FACET_ANSWERED,
} IkQuestionFacet;

#define IK_N_QUESTION_FACETS (IK_QUESTION_FACET_ANSWERED + 1)

/**
 * IkFacetCount:
 * @value: what the filter takes
 * @label: how people know it: the title of a pack or a section; else @value
 * @parent: (nullable): of a section: the id of its pack
 * @n: how many questions have it
 *
 * A value of a facet.
 */
typedef struct
{
  char  *value;
  char  *label;
  char  *parent;
  guint  n;
} IkFacetCount;

/**
 * IkQuestionCounts:
 * @n_found: how many questions the filter finds, whatever its limit
 * @values: (element-type IkFacetCount): the values of each #IkQuestionFacet,
 *   those of questions that the filter would find if it said nothing about
 *   that facet, and those that it names; packs and sections in the order of
 *   the bank, tags and competencies by name, levels from the lowest on, the
 *   others as they are defined
 *
 * How many questions each further choice would find.
 */
typedef struct
{
  guint      n_found;
  GPtrArray *values[IK_N_QUESTION_FACETS];
} IkQuestionCounts;

IkQuestionCounts   *ik_question_counts_new  (void);
void                ik_question_counts_free (IkQuestionCounts       *self);
void                ik_question_counts_add  (IkQuestionCounts       *self,
                                             IkQuestionFacet         facet,
                                             const char             *value,
                                             const char             *label,
                                             const char             *parent,
                                             guint                   n);
const IkFacetCount *ik_question_counts_find (const IkQuestionCounts *self,
                                             IkQuestionFacet         facet,
                                             const char             *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionCounts, ik_question_counts_free)

G_END_DECLS
