#include "ik-fair-time.h"

#include "ik-agreement.h"
#include "ik-question-insight.h"

/* Somebody who got that much of the usual time or less was interviewed less. A
 * choice of ours, from the complaint that made the ledger: half the time. */
#define SHORT_SHARE 0.5

static void
row_free (IkFairTimeRow *self)
{
  g_array_unref (self->times_ms);
  g_free (self);
}

/* Columns by question; a question that comes up later stands behind those that
 * are there. */
static guint
find_column (IkFairTime            *self,
             GHashTable            *columns,
             const IkInsightAnswer *answer)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, answer->question_id));
  IkFairTimeQuestion question = { answer->question_id, answer->prompt };

  if (column > 0)
    return column - 1;

  g_array_append_val (self->questions, question);
  g_hash_table_insert (columns, (gpointer) answer->question_id,
                       GUINT_TO_POINTER (self->questions->len));
  return self->questions->len - 1;
}

static void
add_row (IkFairTime               *self,
         GHashTable               *columns,
         const IkInsightInterview *interview)
{
  IkFairTimeRow *row = g_new0 (IkFairTimeRow, 1);

  row->interview = interview;
  row->times_ms = g_array_new (FALSE, TRUE, sizeof (gint64));

  for (guint i = 0; i < interview->answers->len; i++)
    {
      const IkInsightAnswer *answer = &g_array_index (interview->answers, IkInsightAnswer, i);
      guint column;

      row->total_ms += answer->elapsed_ms;
      if (!answer->is_planned || answer->question_id == NULL)
        continue;

      row->budget_ms += ik_insight_get_budget_ms (interview, answer);
      column = find_column (self, columns, answer);
      if (column >= row->times_ms->len)
        g_array_set_size (row->times_ms, column + 1);
      g_array_index (row->times_ms, gint64, column) += answer->elapsed_ms;
    }

  g_ptr_array_add (self->rows, row);
}

static double
get_plain_ms (const IkFairTimeRow *row)
{
  return (double) row->total_ms * 100 / (100 + row->interview->extra_time_percent);
}

/* Paper has no clock: interviews without any time compare with none. */
static void
compare_rows (IkFairTime *self)
{
  g_autoptr(GArray) totals = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->rows->len; i++)
    {
      double plain_ms = get_plain_ms (self->rows->pdata[i]);

      if (plain_ms > 0)
        g_array_append_val (totals, plain_ms);
    }

  self->median_ms = ik_insight_get_median (totals);
  for (guint i = 0; i < self->rows->len; i++)
    {
      IkFairTimeRow *row = self->rows->pdata[i];

      g_array_set_size (row->times_ms, self->questions->len);
      row->share = self->median_ms > 0 ? get_plain_ms (row) / self->median_ms : 0;
      row->is_short = totals->len >= IK_INSIGHT_MIN_N && row->total_ms > 0 &&
                      row->share <= SHORT_SHARE;
    }
}

/**
 * ik_fair_time_new:
 * @interviews: (element-type IkInsightInterview): interviews, the latest first
 * @set_key: a set
 *
 * The ledger of a set: what each candidate got for each question, in all, and
 * against the median of the totals, all brought to no extra time. Nothing is
 * called short among fewer than %IK_INSIGHT_MIN_N interviews.
 *
 * Returns: (transfer full): the ledger, without a row where no interview is of
 *   that set
 */
IkFairTime *
ik_fair_time_new (GPtrArray  *interviews,
                  const char *set_key)
{
  g_autoptr(GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  IkFairTime *self = g_new0 (IkFairTime, 1);

  self->questions = g_array_new (FALSE, FALSE, sizeof (IkFairTimeQuestion));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];

      if (g_str_equal (interview->set_key, set_key))
        add_row (self, columns, interview);
    }

  compare_rows (self);
  return self;
}

/**
 * ik_fair_time_free:
 * @self: (transfer full): a ledger
 *
 * Frees it.
 */
void
ik_fair_time_free (IkFairTime *self)
{
  g_array_unref (self->questions);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
