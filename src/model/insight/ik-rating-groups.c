#include "ik-rating-groups.h"

/* A group while it is added up. */
typedef struct
{
  IkRatingGroup  group;
  gint64         sum;
  double         references; /* what the ratings are held against, added up */
  const char    *id;         /* (nullable) (unowned): of the interviewer */
} Sums;

static void
add_ratings (Sums                     *sums,
             const IkInsightInterview *interview,
             const IkInsightScale     *scale,
             double                    reference)
{
  guint n_before = sums->group.n;

  for (guint i = 0; i < interview->answers->len; i++)
    {
      const IkInsightAnswer *answer = &g_array_index (interview->answers, IkInsightAnswer, i);

      if (!ik_insight_answer_is_rated (answer, scale))
        continue;

      sums->group.n++;
      sums->group.counts[ik_insight_scale_get_place (scale, answer->rating)]++;
      sums->sum += answer->rating;
      sums->references += reference;
    }

  if (sums->group.n > n_before)
    sums->group.n_interviews++;
}

static double
get_mean (const Sums *sums)
{
  return sums->group.n > 0 ? (double) sums->sum / sums->group.n : 0;
}

/* By interviewer, the first pass of both kinds. */
static GHashTable *
add_up_interviewers (GPtrArray            *interviews,
                     const IkInsightScale *scale)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];
      Sums *sums = g_hash_table_lookup (table, interview->interviewer_id);

      if (sums == NULL)
        {
          sums = g_new0 (Sums, 1);
          sums->id = interview->interviewer_id;
          sums->group.name = interview->interviewer_name;
          g_hash_table_insert (table, (gpointer) interview->interviewer_id, sums);
        }
      add_ratings (sums, interview, scale, 0);
    }

  return table;
}

static int
compare_groups (gconstpointer one,
                gconstpointer other)
{
  const Sums *first = one;
  const Sums *second = other;

  if (first->group.name != NULL && second->group.name != NULL)
    {
      int order = g_utf8_collate (first->group.name, second->group.name);

      return order != 0 ? order : g_strcmp0 (first->id, second->id);
    }

  return first->group.place < second->group.place ? -1 : first->group.place > second->group.place;
}

static GArray *
finish (GArray *list)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (IkRatingGroup));

  for (guint i = 0; i < list->len; i++)
    {
      Sums *sums = &g_array_index (list, Sums, i);

      sums->group.mean = get_mean (sums);
      sums->group.difference = sums->group.n > 0
                               ? ((double) sums->sum - sums->references) / sums->group.n : 0;
      if (sums->group.n > 0)
        g_array_append_val (groups, sums->group);
    }

  return groups;
}

static Sums
add_up_all (GPtrArray            *interviews,
            const IkInsightScale *scale)
{
  Sums all = { 0 };

  for (guint i = 0; i < interviews->len; i++)
    add_ratings (&all, interviews->pdata[i], scale, 0);

  return all;
}

static GArray *
group_by_interviewer (GPtrArray            *interviews,
                      const IkInsightScale *scale)
{
  g_autoptr(GHashTable) table = add_up_interviewers (interviews, scale);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Sums));
  Sums all = add_up_all (interviews, scale);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Sums sums = *(const Sums *) value;

      sums.references = get_mean (&all) * sums.group.n;
      if (sums.group.n > 0)
        g_array_append_val (list, sums);
    }

  g_array_sort (list, compare_groups);
  all.references = get_mean (&all) * all.group.n;
  if (list->len > 1)
    g_array_append_val (list, all);

  return finish (list);
}

static Sums *
find_place (GArray *list,
            guint   place)
{
  Sums sums = { .group.place = place };

  for (guint i = 0; i < list->len; i++)
    {
      if (g_array_index (list, Sums, i).group.place == place)
        return &g_array_index (list, Sums, i);
    }

  g_array_append_val (list, sums);
  return &g_array_index (list, Sums, list->len - 1);
}

static GArray *
group_by_place (GPtrArray            *interviews,
                const IkInsightScale *scale,
                IkRatingGrouping      grouping)
{
  g_autoptr(GHashTable) own = add_up_interviewers (interviews, scale);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Sums));

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];
      const Sums *interviewer = g_hash_table_lookup (own, interview->interviewer_id);
      gboolean is_known = grouping == IK_RATINGS_BY_HOUR ? interview->hour >= 0
                                                         : interview->day_position > 0;
      guint place;

      if (!is_known)
        continue;

      place = grouping == IK_RATINGS_BY_HOUR ? (guint) interview->hour : interview->day_position;
      add_ratings (find_place (list, place), interview, scale, get_mean (interviewer));
    }

  g_array_sort (list, compare_groups);
  return finish (list);
}

/**
 * ik_rating_groups_new:
 * @interviews: (element-type IkInsightInterview): interviews
 * @scale: a scale
 * @grouping: by what
 *
 * Puts ratings of answers together, to look for habits: severity and leniency of
 * an interviewer, drift over a day. Means are plain ones, Σ x ∕ n over ratings. By
 * hour and position each rating is held against the mean of all ratings of its
 * own interviewer, x − x̄, so that strict people in the morning don't look as
 * if mornings were strict; the difference is the mean of those.
 *
 * Returns: (transfer full) (element-type IkRatingGroup): groups with ratings on
 *   @scale: by name and a last one of all, or in the order of hours or
 *   positions. The names are those of @interviews
 */
GArray *
ik_rating_groups_new (GPtrArray            *interviews,
                      const IkInsightScale *scale,
                      IkRatingGrouping      grouping)
{
  return grouping == IK_RATINGS_BY_INTERVIEWER
         ? group_by_interviewer (interviews, scale)
         : group_by_place (interviews, scale, grouping);
}
