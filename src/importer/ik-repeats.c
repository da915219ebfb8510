#include "ik-repeats.h"

#include "ik-inline-text.h"

/* A list repeats the questions when so many of its entries do. */
#define LEAST_REPEATED_PERCENT 50

static GHashTable *
fold_questions (const IkBlockList *list,
                const IkPattern   *pattern,
                const IkRole      *roles)
{
  GHashTable *questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const IkQuestionShape *main_shape = &g_array_index (pattern->questions, IkQuestionShape, 0);

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_PROMPT && block->shape == main_shape->shape)
        g_hash_table_add (questions, ik_inline_text_fold (block->text));
    }

  return questions;
}

/* Whether nothing of a question stands behind its wording. */
static gboolean
is_bare (IkRole next)
{
  return next <= IK_ROLE_LISTED;
}

/* Gives the questions of one more shape that the questions of the main one
 * repeat another role; counts them without @roles. */
static guint
mark_repeated (const IkBlockList *list,
               const IkRole      *roles,
               IkShape            shape,
               GHashTable        *questions,
               IkRole            *marked,
               guint             *n_all)
{
  guint n_repeated = 0;

  *n_all = 0;
  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];
      g_autofree char *folded = NULL;
      gboolean repeated;

      if ((roles[i] != IK_ROLE_PROMPT && roles[i] != IK_ROLE_LISTED) || block->shape != shape)
        continue;
      folded = ik_inline_text_fold (block->text);
      repeated = is_bare (roles[i + 1]) && g_hash_table_contains (questions, folded);
      n_repeated += repeated;
      (*n_all)++;
      if (marked != NULL)
        marked[i] = repeated ? IK_ROLE_REPEATED : IK_ROLE_LISTED;
    }

  return n_repeated;
}

/**
 * ik_repeats_find:
 * @list: blocks
 * @pattern: the pattern of the document
 * @roles: (array) (inout): a role for each block
 *
 * Finds the shape in which a document lists questions that it answers
 * elsewhere. Entries are compared by their text, never by their position; what
 * is only listed stays a question. Linear.
 */
void
ik_repeats_find (const IkBlockList *list,
                 const IkPattern   *pattern,
                 IkRole            *roles)
{
  g_autoptr(GHashTable) questions = NULL;

  if (pattern->questions->len < 2)
    return;
  questions = fold_questions (list, pattern, roles);

  for (guint i = 1; i < pattern->questions->len; i++)
    {
      const IkQuestionShape *other = &g_array_index (pattern->questions, IkQuestionShape, i);
      guint n_all;
      guint n_repeated = mark_repeated (list, roles, other->shape, questions, NULL, &n_all);

      if (n_repeated > 0 && n_repeated * 100 >= n_all * LEAST_REPEATED_PERCENT)
        mark_repeated (list, roles, other->shape, questions, roles, &n_all);
    }
}
