#include "ik-pace.h"

/* An item in focus for longer than this was asked, not looked at in passing: a
 * choice of ours, about what it takes to read a question out. */
#define GLANCE_MS (20 * 1000)

static gboolean
was_begun (const IkInterviewItem *self)
{
  if (self->elapsed_ms > GLANCE_MS || !ik_notes_are_blank (self->notes))
    return TRUE;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      if (((IkIndicator *) self->indicators->pdata[i])->ticked_at_us != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_interview_item_is_open:
 * @self: an item
 *
 * Whether an item is still to be asked. Its outcome is the interviewer's to
 * say and never set behind their back, so one without an outcome counts as
 * done once it was begun (a note, a tick, or more than 20 s in focus); skipping
 * opens it again until it gets an outcome. One that was left out is not open.
 *
 * Returns: whether it is
 */
gboolean
ik_interview_item_is_open (const IkInterviewItem *self)
{
  return self->outcome == IK_OUTCOME_NOT_ASKED && !self->not_assessed && !self->omitted &&
         (self->n_skipped > 0 || !was_begun (self));
}

/**
 * ik_interview_find_open:
 * @self: an interview
 * @after: index of an item
 *
 * Returns: index of the next open item after @after, from the start again past
 *   the end; @after itself if no other one is open
 */
guint
ik_interview_find_open (const IkInterview *self,
                        guint              after)
{
  guint n_items = self->items->len;

  for (guint n = 1; n < n_items; n++)
    {
      guint i = (after + n) % n_items;

      if (ik_interview_item_is_open (self->items->pdata[i]))
        return i;
    }

  return after;
}

/**
 * ik_interview_compute_behind_ms:
 * @self: an interview
 * @slot_elapsed_ms: time since the start
 * @item_elapsed_ms: time of the item in focus so far
 *
 * The pace: projected end minus end of the slot, where the projected end is
 * now, plus what is left of the budget of the item in focus, plus the budgets
 * of all other open items. Extra time scales slot and budgets alike.
 *
 * Returns: milliseconds behind, negative ahead; 0 where no slot was planned
 */
gint64
ik_interview_compute_behind_ms (const IkInterview *self,
                                gint64             slot_elapsed_ms,
                                gint64             item_elapsed_ms)
{
  gint64 slot_ms = ik_interview_get_slot_ms (self);
  gint64 end_ms = slot_elapsed_ms;

  if (slot_ms == 0)
    return 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];
      gint64 budget_ms = ik_interview_get_budget_ms (self, item);

      if (i == self->current_item)
        end_ms += MAX (0, budget_ms - item_elapsed_ms);
      else if (ik_interview_item_is_open (item))
        end_ms += budget_ms;
    }

  return end_ms - slot_ms;
}

/* An optional item that is still to be asked. */
typedef struct
{
  guint    index;
  gint64   budget_ms;
  gboolean is_chosen;
} Spare;

static int
compare_budgets_cb (gconstpointer one,
                    gconstpointer other)
{
  const Spare *first = one;
  const Spare *second = other;

  if (first->budget_ms != second->budget_ms)
    return first->budget_ms > second->budget_ms ? -1 : 1;

  return first->index < second->index ? 1 : -1;
}

/* The longest first; of two as long, the one that comes last. */
static GArray *
find_spares (const IkInterview *self)
{
  GArray *spares = g_array_new (FALSE, FALSE, sizeof (Spare));

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];
      Spare spare = { i, ik_interview_get_budget_ms (self, item), FALSE };

      if (i != self->current_item && !item->required && ik_interview_item_is_open (item))
        g_array_append_val (spares, spare);
    }

  g_array_sort (spares, compare_budgets_cb);
  return spares;
}

/* How many of the longest it takes; all of them where they are not enough. */
static guint
count_needed (GArray *spares,
              gint64  behind_ms)
{
  guint n = 0;

  for (gint64 freed_ms = 0; n < spares->len && freed_ms < behind_ms; n++)
    freed_ms += g_array_index (spares, Spare, n).budget_ms;

  return n;
}

/* The most that @n items can free that were not chosen yet, @spared left out. */
static gint64
sum_longest (GArray *spares,
             guint   n,
             guint   spared)
{
  gint64 sum_ms = 0;

  for (guint i = 0; i < spares->len && n > 0; i++)
    {
      const Spare *spare = &g_array_index (spares, Spare, i);

      if (i == spared || spare->is_chosen)
        continue;
      sum_ms += spare->budget_ms;
      n--;
    }

  return sum_ms;
}

static gboolean
is_chosen (GArray *spares,
           guint   index)
{
  for (guint i = 0; i < spares->len; i++)
    {
      const Spare *spare = &g_array_index (spares, Spare, i);

      if (spare->index == index)
        return spare->is_chosen;
    }

  return FALSE;
}

/* Whether nothing measures the competency of an item any more without it. */
static gboolean
loses_coverage (const IkInterview *self,
                GArray            *spares,
                guint              index)
{
  const IkInterviewItem *item = self->items->pdata[index];

  if (item->competency_id == NULL || !item->scored)
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *other = self->items->pdata[i];

      if (i != index && other->scored && !other->omitted && !other->not_assessed &&
          g_strcmp0 (other->competency_id, item->competency_id) == 0 && !is_chosen (spares, i))
        return FALSE;
    }

  return TRUE;
}

/* Of those with which @n items still free @needed_ms: one that leaves every
 * competency measured before one that doesn't, then the shortest, then the last. */
static Spare *
choose_spare (const IkInterview *self,
              GArray            *spares,
              guint              n,
              gint64             needed_ms)
{
  Spare *best = NULL;
  gboolean best_loses = TRUE;

  for (guint i = 0; i < spares->len; i++)
    {
      Spare *spare = &g_array_index (spares, Spare, i);
      gboolean loses;

      if (spare->is_chosen || spare->budget_ms + sum_longest (spares, n - 1, i) < needed_ms)
        continue;

      loses = loses_coverage (self, spares, spare->index);
      if (best == NULL || loses < best_loses ||
          (loses == best_loses && (spare->budget_ms < best->budget_ms ||
                                   (spare->budget_ms == best->budget_ms &&
                                    spare->index > best->index))))
        {
          best = spare;
          best_loses = loses;
        }
    }

  return best;
}

static int
compare_indexes_cb (gconstpointer one,
                    gconstpointer other)
{
  return *(const guint *) one < *(const guint *) other ? -1 : 1;
}

/**
 * ik_interview_propose_trim:
 * @self: an interview
 * @behind_ms: how far it is behind, from ik_interview_compute_behind_ms()
 *
 * Which questions to leave out so that the interview fits again: the fewest
 * optional open ones, never the one in focus. Where several choices of as many
 * fit, one is taken after the other: first such that leave every competency
 * with a question, then the shortest, then the last in the set. Where even all
 * of them are not enough, it is all of them. Quadratic in the number of items
 * for each one proposed.
 *
 * Returns: (transfer full) (element-type guint): their indexes in order; empty
 *   where nothing is behind, or nothing is optional
 */
GArray *
ik_interview_propose_trim (const IkInterview *self,
                           gint64             behind_ms)
{
  GArray *proposed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) spares = find_spares (self);
  gint64 needed_ms = MIN (behind_ms, sum_longest (spares, spares->len, G_MAXUINT));

  for (guint n = count_needed (spares, behind_ms); n > 0; n--)
    {
      Spare *spare = choose_spare (self, spares, n, needed_ms);

      g_assert (spare != NULL);
      spare->is_chosen = TRUE;
      needed_ms -= spare->budget_ms;
      g_array_append_val (proposed, spare->index);
    }

  g_array_sort (proposed, compare_indexes_cb);
  return proposed;
}
