#include "ik-day-plan.h"

#include "ik-list.h"
#include "ik-text.h"

static void
day_slot_free (IkDaySlot *self)
{
  g_array_unref (self->n_per_competency);
  g_free (self);
}

/**
 * ik_day_plan_takes:
 * @state: of an interview
 *
 * Returns: whether it belongs to the plan of its day: one that was called off,
 *   or to which nobody came, does not
 */
gboolean
ik_day_plan_takes (IkInterviewState state)
{
  return state != IK_INTERVIEW_STATE_CANCELLED && state != IK_INTERVIEW_STATE_NO_SHOW;
}

/* Packs that know nothing of each other may call the same thing by the same
 * name, in letters of another case. */
static guint
find_competency (IkDayPlan  *self,
                 const char *name)
{
  g_autofree char *lower = ik_text_dup_lower (name);

  for (guint i = 0; i < self->competencies->len; i++)
    {
      g_autofree char *other = ik_text_dup_lower (self->competencies->pdata[i]);

      if (g_str_equal (lower, other))
        return i;
    }

  ik_text_list_add (self->competencies, name);
  return self->competencies->len - 1;
}

static const IkCompetency *
get_competency (const IkInterview     *interview,
                const IkInterviewItem *item)
{
  for (guint i = 0; item->competency_id != NULL && i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i];

      if (g_str_equal (rating->competency->id, item->competency_id))
        return rating->competency;
    }

  return NULL;
}

static void
count_item (IkDayPlan             *self,
            IkDaySlot             *slot,
            const IkInterviewItem *item)
{
  const IkCompetency *competency = get_competency (slot->interview, item);
  guint index;

  slot->n_questions++;
  slot->budget_ms += ik_interview_get_budget_ms (slot->interview, item);
  if (competency == NULL)
    return;

  index = find_competency (self, competency->name);
  if (index >= slot->n_per_competency->len)
    g_array_set_size (slot->n_per_competency, index + 1);
  g_array_index (slot->n_per_competency, guint, index)++;
}

/* What came up on the way was not planned. */
static void
add_slot (IkDayPlan         *self,
          const IkInterview *interview)
{
  IkDaySlot *slot = g_new0 (IkDaySlot, 1);

  slot->interview = interview;
  slot->from_us = interview->planned_at_us;
  slot->to_us = slot->from_us + ik_interview_get_slot_ms (interview) * 1000;
  slot->n_per_competency = g_array_new (FALSE, TRUE, sizeof (guint));
  g_ptr_array_add (self->slots, slot);

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (!item->off_script)
        count_item (self, slot, item);
    }
}

static gint
compare_interviews (gconstpointer a,
                    gconstpointer b)
{
  const IkInterview *one = *(const IkInterview *const *) a;
  const IkInterview *other = *(const IkInterview *const *) b;

  if (one->planned_at_us != other->planned_at_us)
    return one->planned_at_us < other->planned_at_us ? -1 : 1;

  return g_strcmp0 (one->id, other->id);
}

/* Two slots that only touch follow each other. */
static void
mark_overlaps (IkDayPlan *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      IkDaySlot *one = self->slots->pdata[i];

      for (guint k = i + 1; k < self->slots->len; k++)
        {
          IkDaySlot *other = self->slots->pdata[k];

          if (other->from_us == one->from_us || other->from_us < one->to_us)
            one->is_overlapping = other->is_overlapping = TRUE;
        }
    }
}

/**
 * ik_day_plan_new:
 * @interviews: (element-type IkInterview): of one candidate on one day; must
 *   outlive the plan
 *
 * Puts the interviews in the order in which they shall begin and counts who asks
 * how much of what. Interviews that ik_day_plan_takes() doesn't take, and those
 * without a time, are left out.
 *
 * Returns: (transfer full): the plan
 */
IkDayPlan *
ik_day_plan_new (GPtrArray *interviews)
{
  IkDayPlan *self = g_new0 (IkDayPlan, 1);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();

  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) day_slot_free);
  self->competencies = ik_text_list_new ();

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      if (interview->planned_at_us != 0 && ik_day_plan_takes (interview->state))
        g_ptr_array_add (sorted, (gpointer) interview);
    }

  g_ptr_array_sort (sorted, compare_interviews);
  for (guint i = 0; i < sorted->len; i++)
    add_slot (self, sorted->pdata[i]);
  for (guint i = 0; i < self->slots->len; i++)
    g_array_set_size (((IkDaySlot *) self->slots->pdata[i])->n_per_competency,
                      self->competencies->len);
  mark_overlaps (self);

  return self;
}

/**
 * ik_day_plan_free:
 * @self: (transfer full): a plan
 */
void
ik_day_plan_free (IkDayPlan *self)
{
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->competencies);
  g_free (self);
}
