#include "ik-insight-data.h"

#include <string.h>

#define MS_PER_MINUTE 60000.0

static void
interview_free (IkInsightInterview *self)
{
  g_array_unref (self->answers);
  g_array_unref (self->competencies);
  g_free (self);
}

/**
 * ik_insight_data_new:
 *
 * Returns: (transfer full): data without an interview
 */
IkInsightData *
ik_insight_data_new (void)
{
  IkInsightData *self = g_new0 (IkInsightData, 1);

  self->interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) interview_free);
  self->starts = g_array_new (FALSE, FALSE, sizeof (IkInsightStart));
  self->scales = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (16 * 1024);

  return self;
}

/**
 * ik_insight_data_free:
 * @self: (transfer full): data
 *
 * Frees all there is in it.
 */
void
ik_insight_data_free (IkInsightData *self)
{
  g_ptr_array_unref (self->interviews);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->scales);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * ik_insight_data_keep:
 * @self: data
 * @text: a text
 *
 * Returns: (transfer none): the same text, kept once as long as @self: texts
 *   that are equal are one pointer
 */
const char *
ik_insight_data_keep (IkInsightData *self,
                      const char    *text)
{
  return g_string_chunk_insert_const (self->texts, text);
}

/**
 * ik_insight_data_add:
 * @self: data
 * @id: UUID of an interview
 *
 * Returns: (transfer none): a new interview at the end, with empty texts
 */
IkInsightInterview *
ik_insight_data_add (IkInsightData *self,
                     const char    *id)
{
  IkInsightInterview *interview = g_new0 (IkInsightInterview, 1);

  interview->id = ik_insight_data_keep (self, id);
  interview->candidate_id = interview->candidate_name = "";
  interview->interviewer_id = interview->interviewer_name = "";
  interview->set_key = interview->set_title = interview->role = interview->round = "";
  interview->hour = -1;
  interview->answers = g_array_new (FALSE, FALSE, sizeof (IkInsightAnswer));
  interview->competencies = g_array_new (FALSE, FALSE, sizeof (IkInsightCompetency));
  g_ptr_array_add (self->interviews, interview);

  return interview;
}

/* Levels that rubrics of a scale don't call the same have no name. */
static void
join_labels (IkInsightScale       *self,
             const IkInsightScale *other)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      if (!g_str_equal (self->labels[i], other->labels[i]))
        self->labels[i] = "";
    }
}

/**
 * ik_insight_data_get_scale:
 * @self: data
 * @scale: a scale of an interview, with texts that @self keeps
 *
 * Returns: (transfer none): the one with the same values, a new one where there
 *   is none
 */
IkInsightScale *
ik_insight_data_get_scale (IkInsightData        *self,
                           const IkInsightScale *scale)
{
  IkInsightScale *known = NULL;

  for (guint i = 0; known == NULL && i < self->scales->len; i++)
    {
      IkInsightScale *other = self->scales->pdata[i];

      if (other->n_levels == scale->n_levels &&
          memcmp (other->values, scale->values, scale->n_levels * sizeof (int)) == 0)
        known = other;
    }

  if (known != NULL)
    {
      join_labels (known, scale);
      return known;
    }

  known = g_memdup2 (scale, sizeof *scale);
  known->n_ratings = 0;
  g_ptr_array_add (self->scales, known);

  return known;
}

/* Finishing */

/* One day of one interviewer, as a key. */
static char *
dup_day (const char *interviewer_id,
         GDateTime  *start)
{
  return g_strdup_printf ("%s %d-%d", interviewer_id, g_date_time_get_year (start),
                          g_date_time_get_day_of_year (start));
}

static int
compare_starts (gconstpointer one,
                gconstpointer other)
{
  gint64 first = ((const IkInsightStart *) one)->started_at_us;
  gint64 second = ((const IkInsightStart *) other)->started_at_us;

  return first < second ? -1 : first > second;
}

static GDateTime *
get_local_time (gint64     at_us,
                GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* Which of its day an interview was, by interviewer and moment. */
static GHashTable *
count_days (IkInsightData *self,
            GTimeZone     *zone)
{
  g_autoptr(GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_sort (self->starts, compare_starts);
  for (guint i = 0; i < self->starts->len; i++)
    {
      const IkInsightStart *start = &g_array_index (self->starts, IkInsightStart, i);
      g_autoptr(GDateTime) local = get_local_time (start->started_at_us, zone);
      char *day;
      guint place;

      if (local == NULL)
        continue;

      day = dup_day (start->interviewer_id, local);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (days, day)) + 1;
      g_hash_table_insert (days, day, GUINT_TO_POINTER (place));
      g_hash_table_insert (places, g_strdup_printf ("%s %" G_GINT64_FORMAT, start->interviewer_id,
                                                    start->started_at_us),
                           GUINT_TO_POINTER (place));
    }

  return places;
}

static void
place_in_day (IkInsightInterview *interview,
              GHashTable         *places,
              GTimeZone          *zone)
{
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *key = NULL;

  if (interview->started_at_us == 0)
    return;

  local = get_local_time (interview->started_at_us, zone);
  key = g_strdup_printf ("%s %" G_GINT64_FORMAT, interview->interviewer_id,
                         interview->started_at_us);
  interview->hour = local != NULL ? g_date_time_get_hour (local) : -1;
  interview->day_position = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
}

static int
compare_scales (gconstpointer one,
                gconstpointer other)
{
  const IkInsightScale *first = *(IkInsightScale *const *) one;
  const IkInsightScale *second = *(IkInsightScale *const *) other;

  return first->n_ratings > second->n_ratings ? -1 : first->n_ratings < second->n_ratings;
}

/**
 * ik_insight_data_finish:
 * @self: data with all its interviews, starts and scales
 * @zone: where the hours are those of the clock on the wall
 *
 * Works out hours and places in the day, and puts the scales in order.
 */
void
ik_insight_data_finish (IkInsightData *self,
                        GTimeZone     *zone)
{
  g_autoptr(GHashTable) places = count_days (self, zone);

  for (guint i = 0; i < self->interviews->len; i++)
    place_in_day (self->interviews->pdata[i], places, zone);

  g_ptr_array_sort (self->scales, compare_scales);
}

/* Asking */

static gboolean
matches (const IkInsightInterview *interview,
         const IkInsightFilter    *filter)
{
  if (filter->from_us != 0 && interview->started_at_us < filter->from_us)
    return FALSE;
  if (filter->to_us != 0 && (interview->started_at_us == 0 ||
                             interview->started_at_us >= filter->to_us))
    return FALSE;

  return (filter->role == NULL || g_str_equal (interview->role, filter->role)) &&
         (filter->set_key == NULL || g_str_equal (interview->set_key, filter->set_key)) &&
         (filter->interviewer_id == NULL ||
          g_str_equal (interview->interviewer_id, filter->interviewer_id));
}

/**
 * ik_insight_data_filter:
 * @self: data
 * @filter: which
 *
 * Returns: (transfer container) (element-type IkInsightInterview): those that
 *   match, the latest first
 */
GPtrArray *
ik_insight_data_filter (const IkInsightData   *self,
                        const IkInsightFilter *filter)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->interviews->len; i++)
    {
      if (matches (self->interviews->pdata[i], filter))
        g_ptr_array_add (list, self->interviews->pdata[i]);
    }

  return list;
}

/**
 * ik_insight_answer_is_rated:
 * @self: an answer
 * @scale: a scale
 *
 * Returns: whether it is rated on @scale
 */
gboolean
ik_insight_answer_is_rated (const IkInsightAnswer *self,
                            const IkInsightScale  *scale)
{
  return self->rating != IK_RATING_NONE && self->scale == scale;
}

/**
 * ik_insight_scale_get_place:
 * @self: a scale
 * @value: of one of its levels
 *
 * Returns: its place, from 0; that of the next lower level where there is none
 *   of that value
 */
guint
ik_insight_scale_get_place (const IkInsightScale *self,
                            int                   value)
{
  guint place = 0;

  while (place + 1 < self->n_levels && self->values[place + 1] <= value)
    place++;

  return place;
}

/**
 * ik_insight_get_budget_ms:
 * @interview: an interview
 * @answer: one of its questions
 *
 * Returns: the planned time with the candidate's extra time, in milliseconds; 0
 *   where none was planned
 */
double
ik_insight_get_budget_ms (const IkInsightInterview *interview,
                          const IkInsightAnswer    *answer)
{
  return answer->minutes * MS_PER_MINUTE * (100 + interview->extra_time_percent) / 100;
}
