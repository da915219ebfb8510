#include "ik-question-counts.h"

static void
facet_count_free (gpointer data)
{
  IkFacetCount *count = data;

  g_free (count->value);
  g_free (count->label);
  g_free (count->parent);
  g_free (count);
}

/**
 * ik_question_counts_new:
 *
 * Returns: (transfer full): counts without values
 */
IkQuestionCounts *
ik_question_counts_new (void)
{
  IkQuestionCounts *self = g_new0 (IkQuestionCounts, 1);

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    self->values[i] = g_ptr_array_new_with_free_func (facet_count_free);

  return self;
}

/**
 * ik_question_counts_free:
 * @self: (transfer full): counts
 */
void
ik_question_counts_free (IkQuestionCounts *self)
{
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    g_ptr_array_unref (self->values[i]);
  g_free (self);
}

/**
 * ik_question_counts_add:
 * @self: counts
 * @facet: a facet
 * @value: a value that it doesn't have yet
 * @label: how people know it
 * @parent: (nullable): what it belongs to
 * @n: how many questions have it
 *
 * Adds a value behind the others.
 */
void
ik_question_counts_add (IkQuestionCounts *self,
                        IkQuestionFacet   facet,
                        const char       *value,
                        const char       *label,
                        const char       *parent,
                        guint             n)
{
  IkFacetCount *count = g_new0 (IkFacetCount, 1);

  count->value = g_strdup (value);
  count->label = g_strdup (label);
  count->parent = g_strdup (parent);
  count->n = n;
  g_ptr_array_add (self->values[facet], count);
}

/**
 * ik_question_counts_find:
 * @self: counts
 * @facet: a facet
 * @value: a value of it
 *
 * Linear in the values of the facet.
 *
 * Returns: (nullable) (transfer none): its count
 */
const IkFacetCount *
ik_question_counts_find (const IkQuestionCounts *self,
                         IkQuestionFacet         facet,
                         const char             *value)
{
  for (guint i = 0; i < self->values[facet]->len; i++)
    {
      const IkFacetCount *count = self->values[facet]->pdata[i];

      if (g_str_equal (count->value, value))
        return count;
    }

  return NULL;
}
