#include "ik-repeats.h"

#include "ik-inline-text.h"

/* A list repeats the questions when so many of its entries do. */
#define LEAST_REPEATED_PERCENT 50

/* A question of the document so far. */
typedef struct
{
  guint   index;  /* of its block */
  IkShape shape;
} Prompt;

static GArray *
find_prompts (const IkBlockList *list,
              const IkRole      *roles)
{
  GArray *prompts = g_array_new (FALSE, FALSE, sizeof (Prompt));

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];
      Prompt prompt = { .index = i };

      if (roles[i] != IK_ROLE_PROMPT)
        continue;
      prompt.shape = block->shape;
      g_array_append_val (prompts, prompt);
    }

  return prompts;
}

static char *
fold_prompt (const IkBlockList *list,
             const Prompt      *prompt)
{
  const IkBlock *block = list->blocks->pdata[prompt->index];

  return ik_inline_text_fold (block->text);
}

static GHashTable *
fold_questions (const IkBlockList *list,
                const GArray      *prompts,
                IkShape            shape)
{
  GHashTable *questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < prompts->len; i++)
    {
      const Prompt *prompt = &g_array_index (prompts, Prompt, i);

      if (prompt->shape == shape)
        g_hash_table_add (questions, fold_prompt (list, prompt));
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
               const GArray      *prompts,
               const IkRole      *roles,
               IkShape            shape,
               GHashTable        *questions,
               IkRole            *marked,
               guint             *n_all)
{
  guint n_repeated = 0;

  *n_all = 0;
  for (guint i = 0; i < prompts->len; i++)
    {
      const Prompt *prompt = &g_array_index (prompts, Prompt, i);
      g_autofree char *folded = NULL;
      gboolean repeated;

      if (prompt->shape != shape)
        continue;
      folded = fold_prompt (list, prompt);
      repeated = is_bare (roles[prompt->index + 1]) && g_hash_table_contains (questions, folded);
      n_repeated += repeated;
      (*n_all)++;
      if (marked != NULL)
        marked[prompt->index] = repeated ? IK_ROLE_REPEATED : IK_ROLE_LISTED;
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
  g_autoptr(GArray) prompts = NULL;
  g_autoptr(GHashTable) questions = NULL;

  if (pattern->questions->len < 2)
    return;
  prompts = find_prompts (list, roles);
  questions = fold_questions (list, prompts,
                              g_array_index (pattern->questions, IkQuestionShape, 0).shape);

  for (guint i = 1; i < pattern->questions->len; i++)
    {
      const IkQuestionShape *other = &g_array_index (pattern->questions, IkQuestionShape, i);
      guint n_all;
      guint n_repeated = mark_repeated (list, prompts, roles, other->shape, questions, NULL,
                                        &n_all);

      if (n_repeated > 0 && n_repeated * 100 >= n_all * LEAST_REPEATED_PERCENT)
        mark_repeated (list, prompts, roles, other->shape, questions, roles, &n_all);
    }
}
