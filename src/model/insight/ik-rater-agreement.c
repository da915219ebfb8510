#include "ik-rater-agreement.h"

/* One rating of something that others may have rated as well. */
typedef struct
{
  guint rater; /* index of those there are */
  int   value;
  guint place; /* of the level on the scale */
} Vote;

/* Somebody who rates. */
typedef struct
{
  const char *id;   /* (unowned) */
  const char *name; /* (unowned) */
} Rater;

/* All there is while it is put together. */
typedef struct
{
  const IkInsightScale *scale;
  GArray               *raters;      /* (element-type Rater): by name */
  GHashTable           *rater_index; /* id to place in raters, from 1 */
  GHashTable           *subjects;    /* key to GArray of Vote, by rater */
  GPtrArray            *order;       /* the same arrays, as they are met */
} Votes;

static void
rater_agreement_free (IkRaterAgreement *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* Raters */

static int
compare_raters (gconstpointer one,
                gconstpointer other)
{
  const Rater *first = one;
  const Rater *second = other;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static void
list_raters (Votes     *votes,
             GPtrArray *interviews)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];
      Rater rater = { interview->interviewer_id, interview->interviewer_name };

      if (g_hash_table_add (known, (gpointer) rater.id))
        g_array_append_val (votes->raters, rater);
    }

  g_array_sort (votes->raters, compare_raters);
  for (guint i = 0; i < votes->raters->len; i++)
    g_hash_table_insert (votes->rater_index,
                         (gpointer) g_array_index (votes->raters, Rater, i).id,
                         GUINT_TO_POINTER (i + 1));
}

/* Votes */

static int
compare_votes (gconstpointer one,
               gconstpointer other)
{
  return (int) ((const Vote *) one)->rater - (int) ((const Vote *) other)->rater;
}

/* Interviews come the latest first: what somebody said before about the same
 * counts no more. */
static gboolean
has_voted (GArray *subject,
           guint   rater)
{
  for (guint i = 0; i < subject->len; i++)
    {
      if (g_array_index (subject, Vote, i).rater == rater)
        return TRUE;
    }

  return FALSE;
}

/* A candidate answers once in a round; in another round that is another answer. */
static void
add_vote (Votes                    *votes,
          const IkInsightInterview *interview,
          const char               *thing,
          int                       value)
{
  g_autofree char *key = g_strjoin ("\n", interview->candidate_id, interview->round, thing, NULL);
  guint rater = GPOINTER_TO_UINT (g_hash_table_lookup (votes->rater_index,
                                                       interview->interviewer_id)) - 1;
  Vote vote = { rater, value, ik_insight_scale_get_place (votes->scale, value) };
  GArray *subject = g_hash_table_lookup (votes->subjects, key);

  if (subject == NULL)
    {
      subject = g_array_new (FALSE, FALSE, sizeof (Vote));
      g_hash_table_insert (votes->subjects, g_steal_pointer (&key), subject);
      g_ptr_array_add (votes->order, subject);
    }

  if (!has_voted (subject, rater))
    g_array_append_val (subject, vote);
}

static void
add_answers (Votes                    *votes,
             const IkInsightInterview *interview)
{
  for (guint i = 0; i < interview->answers->len; i++)
    {
      const IkInsightAnswer *answer = &g_array_index (interview->answers, IkInsightAnswer, i);

      if (answer->question_id != NULL && ik_insight_answer_is_rated (answer, votes->scale))
        add_vote (votes, interview, answer->question_id, answer->rating);
    }
}

/* Names are the same but for case, as in the matrix of a panel. */
static void
add_competencies (Votes                    *votes,
                  const IkInsightInterview *interview)
{
  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkInsightCompetency *competency =
        &g_array_index (interview->competencies, IkInsightCompetency, i);
      g_autofree char *name = g_utf8_casefold (competency->name, -1);

      if (competency->scale == votes->scale)
        add_vote (votes, interview, name, competency->rating);
    }
}

static Votes
collect (GPtrArray            *interviews,
         const IkInsightScale *scale,
         IkRatedThing          thing)
{
  Votes votes = {
    .scale = scale,
    .raters = g_array_new (FALSE, FALSE, sizeof (Rater)),
    .rater_index = g_hash_table_new (g_str_hash, g_str_equal),
    .subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref),
    .order = g_ptr_array_new (),
  };

  list_raters (&votes, interviews);
  for (guint i = 0; i < interviews->len; i++)
    {
      if (thing == IK_RATED_ANSWERS)
        add_answers (&votes, interviews->pdata[i]);
      else
        add_competencies (&votes, interviews->pdata[i]);
    }

  for (guint i = 0; i < votes.order->len; i++)
    g_array_sort (votes.order->pdata[i], compare_votes);

  return votes;
}

static void
clear_votes (Votes *votes)
{
  g_array_unref (votes->raters);
  g_hash_table_unref (votes->rater_index);
  g_ptr_array_unref (votes->order);
  g_hash_table_unref (votes->subjects);
}

/* Results */

static IkRaterAgreement *
add_result (GPtrArray          *results,
            IkAgreementMeasure  measure)
{
  IkRaterAgreement *result = g_new0 (IkRaterAgreement, 1);

  result->names = g_ptr_array_new_with_free_func (g_free);
  result->measure = measure;
  g_ptr_array_add (results, result);

  return result;
}

static void
add_name (IkRaterAgreement *result,
          const Votes      *votes,
          guint             rater)
{
  g_ptr_array_add (result->names,
                   g_strdup (g_array_index (votes->raters, Rater, rater).name));
}

static void
count_pair (IkRaterAgreement *result,
            guint             one,
            guint             other)
{
  guint distance = one > other ? one - other : other - one;

  result->n_pairs++;
  result->n_same += distance == 0 ? 1 : 0;
  result->n_near += distance <= 1 ? 1 : 0;
}

/* Two raters */

/* What both rated: places of one and of the other. */
typedef struct
{
  guint   one;
  guint   other;
  GArray *first;  /* (element-type guint) */
  GArray *second; /* (element-type guint) */
} Pair;

static void
pair_free (Pair *self)
{
  g_array_unref (self->first);
  g_array_unref (self->second);
  g_free (self);
}

static Pair *
find_pair (GHashTable *pairs,
           GPtrArray  *list,
           guint       one,
           guint       other)
{
  guint64 key = (guint64) one << 32 | other;
  Pair *pair = g_hash_table_lookup (pairs, &key);

  if (pair == NULL)
    {
      pair = g_new0 (Pair, 1);
      pair->one = one;
      pair->other = other;
      pair->first = g_array_new (FALSE, FALSE, sizeof (guint));
      pair->second = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), pair);
      g_ptr_array_add (list, pair);
    }

  return pair;
}

static void
add_pairs (GHashTable *pairs,
           GPtrArray  *list,
           GArray     *subject)
{
  for (guint i = 0; i < subject->len; i++)
    {
      for (guint k = i + 1; k < subject->len; k++)
        {
          const Vote *one = &g_array_index (subject, Vote, i);
          const Vote *other = &g_array_index (subject, Vote, k);
          Pair *pair = find_pair (pairs, list, one->rater, other->rater);

          g_array_append_val (pair->first, one->place);
          g_array_append_val (pair->second, other->place);
        }
    }
}

static int
compare_pairs (gconstpointer one,
               gconstpointer other)
{
  const Pair *first = *(Pair *const *) one;
  const Pair *second = *(Pair *const *) other;

  if (first->first->len != second->first->len)
    return first->first->len > second->first->len ? -1 : 1;
  if (first->one != second->one)
    return first->one < second->one ? -1 : 1;

  return first->other < second->other ? -1 : 1;
}

static void
add_kappa (GPtrArray          *results,
           const Votes        *votes,
           const Pair         *pair,
           IkAgreementMeasure  measure)
{
  IkRaterAgreement *result = add_result (results, measure);
  IkKappaWeights weights = measure == IK_MEASURE_KAPPA_LINEAR ? IK_KAPPA_LINEAR
                                                              : IK_KAPPA_QUADRATIC;

  add_name (result, votes, pair->one);
  add_name (result, votes, pair->other);
  for (guint i = 0; i < pair->first->len; i++)
    count_pair (result, g_array_index (pair->first, guint, i),
                g_array_index (pair->second, guint, i));
  result->agreement = ik_kappa_compute ((const guint *) (gpointer) pair->first->data,
                                        (const guint *) (gpointer) pair->second->data,
                                        pair->first->len, votes->scale->n_levels, weights);
}

static gboolean
is_wanted (const Votes *votes,
           guint        rater,
           const char  *interviewer_id)
{
  return interviewer_id == NULL ||
         g_str_equal (g_array_index (votes->raters, Rater, rater).id, interviewer_id);
}

static void
compare_two (GPtrArray   *results,
             const Votes *votes,
             const char  *interviewer_id)
{
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify) pair_free);
  g_autoptr(GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < votes->order->len; i++)
    add_pairs (pairs, list, votes->order->pdata[i]);

  g_ptr_array_sort (list, compare_pairs);
  for (guint i = 0; i < list->len; i++)
    {
      const Pair *pair = list->pdata[i];

      if (!is_wanted (votes, pair->one, interviewer_id) &&
          !is_wanted (votes, pair->other, interviewer_id))
        continue;

      add_kappa (results, votes, pair, IK_MEASURE_KAPPA_LINEAR);
      if (votes->scale->n_levels > 2)
        add_kappa (results, votes, pair, IK_MEASURE_KAPPA_QUADRATIC);
    }
}

/* More raters */

static gboolean
has_all (GArray *subject,
         GArray *panel)
{
  guint n_found = 0;

  for (guint i = 0; i < subject->len && n_found < panel->len; i++)
    {
      if (g_array_index (subject, Vote, i).rater == g_array_index (panel, Vote, n_found).rater)
        n_found++;
    }

  return n_found == panel->len;
}

static gboolean
is_member (GArray      *panel,
           const Votes *votes,
           const char  *interviewer_id)
{
  for (guint i = 0; i < panel->len; i++)
    {
      if (is_wanted (votes, g_array_index (panel, Vote, i).rater, interviewer_id))
        return TRUE;
    }

  return FALSE;
}

static void
count_all_pairs (IkRaterAgreement *result,
                 const Vote       *votes,
                 guint             n_votes)
{
  for (guint i = 0; i < n_votes; i++)
    {
      for (guint k = i + 1; k < n_votes; k++)
        count_pair (result, votes[i].place, votes[k].place);
    }
}

/* The votes of those in @panel, both by rater. */
static void
append_row (IkRaterAgreement *result,
            GArray           *ratings,
            GArray           *subject,
            GArray           *panel)
{
  g_autoptr(GArray) row = g_array_new (FALSE, FALSE, sizeof (Vote));

  for (guint i = 0; i < subject->len && row->len < panel->len; i++)
    {
      const Vote *vote = &g_array_index (subject, Vote, i);

      if (vote->rater != g_array_index (panel, Vote, row->len).rater)
        continue;
      g_array_append_vals (row, vote, 1);
      g_array_append_val (ratings, vote->value);
    }

  count_all_pairs (result, (const Vote *) (gpointer) row->data, row->len);
}

static void
add_two_way (GPtrArray   *results,
             const Votes *votes,
             GArray      *panel)
{
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (int));
  IkRaterAgreement *result = add_result (results, IK_MEASURE_ICC_TWO_WAY);

  for (guint i = 0; i < panel->len; i++)
    add_name (result, votes, g_array_index (panel, Vote, i).rater);

  for (guint i = 0; i < votes->order->len; i++)
    {
      if (has_all (votes->order->pdata[i], panel))
        append_row (result, ratings, votes->order->pdata[i], panel);
    }

  result->agreement = ik_intraclass_compute_two_way ((const int *) (gpointer) ratings->data,
                                                     ratings->len / panel->len, panel->len);
}

static char *
dup_panel_key (GArray *subject)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < subject->len; i++)
    g_string_append_printf (key, "%u ", g_array_index (subject, Vote, i).rater);

  return g_string_free (key, FALSE);
}

/* Each set of three or more who rated something together is a panel. */
static void
compare_panels (GPtrArray   *results,
                const Votes *votes,
                const char  *interviewer_id)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < votes->order->len; i++)
    {
      GArray *subject = votes->order->pdata[i];

      if (subject->len > 2 && is_member (subject, votes, interviewer_id) &&
          g_hash_table_add (known, dup_panel_key (subject)))
        add_two_way (results, votes, subject);
    }
}

/* All of them together, whoever they were; says nothing about one person. */
static void
compare_all (GPtrArray   *results,
             const Votes *votes)
{
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) raters = g_hash_table_new (NULL, NULL);
  IkRaterAgreement *result = add_result (results, IK_MEASURE_ICC_ONE_WAY);

  for (guint i = 0; i < votes->order->len; i++)
    {
      GArray *subject = votes->order->pdata[i];

      if (subject->len < 2)
        continue;

      g_array_append_val (sizes, subject->len);
      for (guint k = 0; k < subject->len; k++)
        {
          const Vote *vote = &g_array_index (subject, Vote, k);

          g_hash_table_add (raters, GUINT_TO_POINTER (vote->rater));
          g_array_append_val (ratings, vote->value);
        }
      count_all_pairs (result, (const Vote *) (gpointer) subject->data, subject->len);
    }

  result->agreement = ik_intraclass_compute_one_way ((const int *) (gpointer) ratings->data,
                                                     (const guint *) (gpointer) sizes->data,
                                                     sizes->len);
  if (g_hash_table_size (raters) < 3)
    g_ptr_array_remove_index (results, results->len - 1);
}

/**
 * ik_rater_agreement_new:
 * @interviews: (element-type IkInsightInterview): interviews, the latest first
 * @scale: a scale
 * @thing: what they are compared by
 * @interviewer_id: (nullable): only those who this person is one of
 *
 * Compares what several people say about the same: the same question or
 * competency of the same candidate in the same round. The share of pairs of
 * ratings on the same level is percent agreement; it doesn't take into account
 * what chance brings about, which the coefficients do. For two raters that is
 * ik_kappa_compute(), for each set of three or more that rated something together
 * ik_intraclass_compute_two_way(), and over all of them, where there are three or
 * more, ik_intraclass_compute_one_way().
 *
 * Who rated the same twice in a round counts with the later rating.
 *
 * Returns: (transfer full) (element-type IkRaterAgreement): all together, panels,
 *   then pairs, those with most in common first; empty where nobody rated the same
 */
GPtrArray *
ik_rater_agreement_new (GPtrArray            *interviews,
                        const IkInsightScale *scale,
                        IkRatedThing          thing,
                        const char           *interviewer_id)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) rater_agreement_free);
  Votes votes = collect (interviews, scale, thing);

  if (interviewer_id == NULL)
    compare_all (results, &votes);
  compare_panels (results, &votes, interviewer_id);
  compare_two (results, &votes, interviewer_id);

  clear_votes (&votes);
  return results;
}
