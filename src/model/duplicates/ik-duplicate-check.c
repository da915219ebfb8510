#include "ik-duplicate-check.h"

#include "ik-word-list.h"
#include "ik-word-slip.h"

/* From so many words that matter on, a text is long: whoever writes that much
 * words it anew. A tenth of them may differ in a prompt. A scenario around it
 * bears a fifth, which is a tenth of all its words. */
#define LONG_TEXT 20
#define PROMPT_SHARE 10
#define DETAILS_SHARE 5

/* A misspelt word is that much rarer than the word. */
#define SLIP_RATIO 100

/* No text has more differences and still counts. */
#define MAX_UNMATCHED 64

typedef struct
{
  IkTerm terms[MAX_UNMATCHED];
  guint  n;
} Unmatched;

static guint
get_share (guint n_terms,
           guint share)
{
  return n_terms < LONG_TEXT ? 0 : MIN (n_terms / share, MAX_UNMATCHED - 1);
}

/**
 * ik_duplicate_check_get_slack:
 * @n_terms: words of a prompt that matter
 *
 * Returns: how many of them may have nothing like them in a prompt that asks the
 *   same, slips of the hand left out
 */
guint
ik_duplicate_check_get_slack (guint n_terms)
{
  return get_share (n_terms, PROMPT_SHARE);
}

static gboolean
add_unmatched (Unmatched *self,
               IkTerm     term,
               guint      limit)
{
  if (self->n >= limit)
    return FALSE;

  self->terms[self->n++] = term;
  return TRUE;
}

/* FALSE where they are too many. */
static gboolean
find_unmatched (const IkTermSpan *one,
                const IkTermSpan *other,
                guint             limit,
                Unmatched        *of_one,
                Unmatched        *of_other)
{
  guint i = 0;
  guint j = 0;

  while (i < one->n || j < other->n)
    {
      guint32 a = i < one->n ? ik_term_get_number (one->terms[i]) : G_MAXUINT32;
      guint32 b = j < other->n ? ik_term_get_number (other->terms[j]) : G_MAXUINT32;

      if (a < b && !add_unmatched (of_one, one->terms[i], limit))
        return FALSE;
      if (b < a && !add_unmatched (of_other, other->terms[j], limit))
        return FALSE;
      i += a <= b;
      j += b <= a;
    }

  return TRUE;
}

/* Of a misspelt word and the word, one is hardly ever in the bank. */
static gboolean
is_slip (IkTermTable *table,
         IkTerm       one,
         IkTerm       other)
{
  guint n_one = ik_term_table_count_uses (table, one);
  guint n_other = ik_term_table_count_uses (table, other);
  guint least = MIN (n_one, n_other);

  return ((one | other) & IK_TERM_IS_CRITICAL) == 0 &&
         (least == 1 || least <= MAX (n_one, n_other) / SLIP_RATIO) &&
         ik_word_is_slip (ik_term_table_get_text (table, one),
                          ik_term_table_get_text (table, other));
}

static void
drop_slips (IkTermTable *table,
            Unmatched   *one,
            Unmatched   *other)
{
  for (guint i = 0; i < one->n;)
    {
      guint j = 0;

      while (j < other->n && !is_slip (table, one->terms[i], other->terms[j]))
        j++;

      if (j == other->n)
        {
          i++;
          continue;
        }

      one->terms[i] = one->terms[--one->n];
      other->terms[j] = other->terms[--other->n];
    }
}

static gboolean
is_small (IkTermTable     *table,
          const Unmatched *unmatched,
          guint            slack)
{
  guint n = 0;

  for (guint i = 0; i < unmatched->n; i++)
    {
      if (unmatched->terms[i] & IK_TERM_IS_CRITICAL)
        return FALSE;
      if (n == slack && !ik_word_list_has_slip (ik_term_table_get_text (table, unmatched->terms[i])))
        return FALSE;
      n = MIN (n + 1, slack);
    }

  return TRUE;
}

static gboolean
say_the_same (IkTermTable      *table,
              const IkTermSpan *one,
              const IkTermSpan *other,
              guint             share)
{
  guint slack = get_share (MAX (one->n, other->n), share);
  Unmatched of_one = { .n = 0 };
  Unmatched of_other = { .n = 0 };

  if (!find_unmatched (one, other, slack + 1, &of_one, &of_other))
    return FALSE;

  drop_slips (table, &of_one, &of_other);
  return is_small (table, &of_one, slack) && is_small (table, &of_other, slack);
}

static gboolean
are_equal (const IkTermSpan *one,
           const IkTermSpan *other)
{
  Unmatched of_one = { .n = 0 };
  Unmatched of_other = { .n = 0 };

  return find_unmatched (one, other, 0, &of_one, &of_other);
}

static gboolean
has_bond (const IkComparedQuestion *question,
          const IkBond             *bond)
{
  for (guint i = 0; i < question->n_bonds; i++)
    {
      if (question->bonds[i].lead == bond->lead && question->bonds[i].target == bond->target)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_term (const IkTermSpan *span,
          IkTerm            term)
{
  for (guint i = 0; i < span->n; i++)
    {
      if (ik_term_get_number (span->terms[i]) == term)
        return TRUE;
    }

  return FALSE;
}

/* "composition over inheritance" against "inheritance over composition": the same
 * lead has another target, and both questions have both. */
static gboolean
is_exchanged (const IkComparedQuestion *one,
              const IkComparedQuestion *other,
              const IkBond             *bond)
{
  if (!has_term (&other->prompt, bond->target))
    return FALSE;

  for (guint i = 0; i < other->n_bonds; i++)
    {
      const IkBond *candidate = &other->bonds[i];

      if (candidate->lead == bond->lead && !has_bond (one, candidate) &&
          has_term (&one->prompt, candidate->target))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_exchanged_bonds (const IkComparedQuestion *one,
                     const IkComparedQuestion *other)
{
  for (guint i = 0; i < one->n_bonds; i++)
    {
      if (!has_bond (other, &one->bonds[i]) && is_exchanged (one, other, &one->bonds[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_duplicate_check:
 * @table: what numbered the terms of both
 * @one: a question
 * @other: another one
 *
 * Decides whether two questions ask the same: all words that matter are in both,
 * in whatever order, except for slips of the hand and a tenth of a long text.
 * Names in capitals, numbers and "not" are in both in any case. The details count
 * where both have some, and code counts word by word.
 *
 * Returns: whether they do
 */
gboolean
ik_duplicate_check (IkTermTable              *table,
                    const IkComparedQuestion *one,
                    const IkComparedQuestion *other)
{
  if (!say_the_same (table, &one->prompt, &other->prompt, PROMPT_SHARE) ||
      has_exchanged_bonds (one, other))
    return FALSE;

  if (one->details.n == 0 || other->details.n == 0)
    return TRUE;

  return one->has_code || other->has_code
         ? are_equal (&one->details, &other->details)
         : say_the_same (table, &one->details, &other->details, DETAILS_SHARE);
}
