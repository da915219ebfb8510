#include "ik-insight-store.h"

#include "ik-independence-store.h"
#include "ik-interview.h"
#include "ik-statement.h"

/* Interviews that were handed in; is_hidden says that they are somebody else's
 * with a candidate whom the owner still has to rate, in whatever round: one's own
 * statistics must not tell what the others think. */
#define HANDED_IN \
  "WITH owner AS (SELECT id FROM interviewer WHERE is_owner = 1), " \
  "awaited AS (SELECT DISTINCT candidate_id FROM interview " \
  "  WHERE interviewer_id IN (SELECT id FROM owner) " \
  "    AND state IN " IK_INDEPENDENCE_SQL_STATES "), " \
  "handed_in AS (SELECT *, interviewer_id NOT IN (SELECT id FROM owner) " \
  "    AND candidate_id IN (SELECT candidate_id FROM awaited) AS is_hidden " \
  "  FROM interview WHERE state = 'handed_in') "

/* What an interview is filled with: both by its id. */
typedef struct
{
  IkInsightData *data;
  GHashTable    *interviews; /* id to IkInsightInterview */
  GHashTable    *scales;     /* id of interview and rubric to IkInsightScale */
} Loading;

static const char *
keep (IkInsightData *data,
      IkStatement   *row,
      int            column)
{
  return ik_insight_data_keep (data, ik_statement_get_text (row, column));
}

static void
add_interview (Loading     *loading,
               IkStatement *row)
{
  IkInsightData *data = loading->data;
  IkInsightInterview *interview = ik_insight_data_add (data, ik_statement_get_text (row, 0));

  interview->candidate_id = keep (data, row, 1);
  interview->candidate_name = keep (data, row, 2);
  interview->interviewer_id = keep (data, row, 3);
  interview->interviewer_name = keep (data, row, 4);
  interview->set_key = keep (data, row, 5);
  interview->set_title = keep (data, row, 6);
  interview->role = keep (data, row, 7);
  interview->round = keep (data, row, 8);
  interview->started_at_us = ik_statement_get_time (row, 9);
  interview->extra_time_percent = ik_statement_get_uint (row, 10);
  g_hash_table_insert (loading->interviews, (gpointer) interview->id, interview);
}

static gboolean
load_interviews (IkDatabase  *database,
                 Loading     *loading,
                 GError     **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database, HANDED_IN
                              "SELECT handed_in.id, handed_in.candidate_id, candidate.name, interviewer_id, "
                              "  interviewer.name, COALESCE (set_id, set_title), set_title, role, "
                              "  round.title, started_at, extra_time_percent, is_hidden "
                              "FROM handed_in JOIN candidate ON candidate.id = handed_in.candidate_id "
                              "  JOIN interviewer ON interviewer.id = interviewer_id "
                              "  LEFT JOIN round ON round.id = round_id "
                              "ORDER BY started_at DESC, handed_in.id");
  while (ik_statement_next (list))
    {
      if (ik_statement_get_boolean (list, 11))
        loading->data->n_hidden++;
      else
        add_interview (loading, list);
    }

  return ik_statement_finish (list, error);
}

static gboolean
load_starts (IkDatabase     *database,
             IkInsightData  *data,
             GError        **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT interviewer_id, started_at FROM interview "
                              "WHERE started_at IS NOT NULL");
  while (ik_statement_next (list))
    {
      IkInsightStart start = { keep (data, list, 0), ik_statement_get_time (list, 1) };

      g_array_append_val (data->starts, start);
    }

  return ik_statement_finish (list, error);
}

/* Scales */

static char *
dup_scale_key (const char *interview_id,
               const char *rubric_id)
{
  return g_strconcat (interview_id, " ", rubric_id, NULL);
}

/* Also without the rubric, for what names none: the first one holds then. */
static void
add_scale (Loading        *loading,
           const char     *interview_id,
           const char     *rubric_id,
           IkInsightScale *levels)
{
  g_autofree char *first = dup_scale_key (interview_id, "");
  IkInsightScale *scale;

  if (levels->n_levels < IK_RUBRIC_MIN_LEVELS)
    return;

  scale = ik_insight_data_get_scale (loading->data, levels);
  g_hash_table_insert (loading->scales, dup_scale_key (interview_id, rubric_id), scale);
  if (!g_hash_table_contains (loading->scales, first))
    g_hash_table_insert (loading->scales, g_steal_pointer (&first), scale);
}

static gboolean
load_scales (IkDatabase  *database,
             Loading     *loading,
             GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  IkInsightScale levels = { 0 };
  const char *interview_id = "";
  const char *rubric_id = "";

  list = ik_database_prepare (database, HANDED_IN
                              "SELECT handed_in.id, rubric_id, name, value, label "
                              "FROM handed_in JOIN interview_rubric ON interview_id = handed_in.id "
                              "  JOIN interview_anchor USING (interview_id, rubric_id) "
                              "WHERE NOT is_hidden "
                              "ORDER BY started_at DESC, handed_in.id, position, rubric_id, value");
  while (ik_statement_next (list))
    {
      if (!g_str_equal (interview_id, ik_statement_get_text (list, 0)) ||
          !g_str_equal (rubric_id, ik_statement_get_text (list, 1)))
        {
          add_scale (loading, interview_id, rubric_id, &levels);
          interview_id = keep (loading->data, list, 0);
          rubric_id = keep (loading->data, list, 1);
          levels = (IkInsightScale) { .name = keep (loading->data, list, 2) };
        }

      if (levels.n_levels < IK_RUBRIC_MAX_LEVELS)
        {
          levels.values[levels.n_levels] = ik_statement_get_int (list, 3);
          levels.labels[levels.n_levels] = keep (loading->data, list, 4);
          levels.n_levels++;
        }
    }

  add_scale (loading, interview_id, rubric_id, &levels);
  return ik_statement_finish (list, error);
}

static IkInsightScale *
find_scale (Loading    *loading,
            const char *interview_id,
            const char *rubric_id)
{
  g_autofree char *key = dup_scale_key (interview_id, rubric_id);
  g_autofree char *first = dup_scale_key (interview_id, "");
  IkInsightScale *scale = g_hash_table_lookup (loading->scales, key);

  return scale != NULL ? scale : g_hash_table_lookup (loading->scales, first);
}

/* Answers */

static int
get_rating (IkStatement *row,
            int          column)
{
  return ik_statement_is_null (row, column) ? IK_RATING_NONE : ik_statement_get_int (row, column);
}

static void
add_answer (Loading     *loading,
            IkStatement *row)
{
  IkInsightInterview *interview = g_hash_table_lookup (loading->interviews,
                                                       ik_statement_get_text (row, 0));
  IkInsightScale *scale = find_scale (loading, ik_statement_get_text (row, 0),
                                      ik_statement_get_text (row, 12));
  IkInsightAnswer answer = {
    .question_id = ik_statement_is_null (row, 1) ? NULL : keep (loading->data, row, 1),
    .prompt = keep (loading->data, row, 2),
    .is_planned = !ik_statement_get_boolean (row, 3),
    .is_required = ik_statement_get_boolean (row, 4),
    .is_scored = ik_statement_get_boolean (row, 5),
    .is_reworded = ik_statement_get_boolean (row, 6),
    .is_asked = ik_statement_get_boolean (row, 7),
    .minutes = ik_statement_get_uint (row, 8),
    .elapsed_ms = ik_statement_get_int64 (row, 9),
    .rating = scale != NULL ? get_rating (row, 10) : IK_RATING_NONE,
    .knock_out = get_rating (row, 11),
    .scale = scale,
  };

  if (answer.rating != IK_RATING_NONE)
    scale->n_ratings++;
  g_array_append_val (interview->answers, answer);
}

/* A rating counts where ik_interview_item_is_rated() says so; asked is what
 * ik_interview_item_was_asked() says. */
static gboolean
load_answers (IkDatabase  *database,
              Loading     *loading,
              GError     **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database, HANDED_IN
                              "SELECT interview_id, COALESCE ((SELECT merged_question.question_id FROM merged_question "
                              "  WHERE merged_question.id = item.question_id), item.question_id), prompt, is_off_script, is_required, "
                              "  is_scored, asked_as <> '', "
                              "  outcome <> 'not_asked' OR elapsed_ms >= ?1 OR TRIM (evidence) <> '' OR "
                              "  EXISTS (SELECT 1 FROM note WHERE item_id = item.id AND TRIM (text) <> '') OR "
                              "  EXISTS (SELECT 1 FROM indicator WHERE item_id = item.id "
                              "            AND ticked_at IS NOT NULL), "
                              "  minutes, elapsed_ms, "
                              "  IIF (is_scored AND outcome IN ('partly', 'answered'), rating, NULL), "
                              "  knock_out, rubric_id "
                              "FROM handed_in JOIN interview_item AS item ON interview_id = handed_in.id "
                              "WHERE NOT is_hidden ORDER BY interview_id, position");
  ik_statement_bind_int (list, 1, IK_INTERVIEW_ITEM_ASKED_MS);
  while (ik_statement_next (list))
    add_answer (loading, list);

  return ik_statement_finish (list, error);
}

/* Competencies are rated by the first rubric of an interview. */
static gboolean
load_competencies (IkDatabase  *database,
                   Loading     *loading,
                   GError     **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database, HANDED_IN
                              "SELECT interview_id, name, rating "
                              "FROM handed_in JOIN competency_rating ON interview_id = handed_in.id "
                              "WHERE NOT is_hidden AND rating IS NOT NULL "
                              "ORDER BY interview_id, position");
  while (ik_statement_next (list))
    {
      const char *id = ik_statement_get_text (list, 0);
      IkInsightInterview *interview = g_hash_table_lookup (loading->interviews, id);
      IkInsightScale *scale = find_scale (loading, id, "");
      IkInsightCompetency competency = { keep (loading->data, list, 1),
                                         ik_statement_get_int (list, 2), scale };

      if (scale == NULL)
        continue;

      scale->n_ratings++;
      g_array_append_val (interview->competencies, competency);
    }

  return ik_statement_finish (list, error);
}

/**
 * ik_insight_store_load:
 * @database: a connection
 * @error: return location
 *
 * Reads what statistics are made of from all interviews that were handed in, in
 * five queries, whatever their number. Those of others with a candidate whom the
 * owner of the library still has to rate are only counted. About 5 µs for each
 * question of an interview.
 *
 * Returns: (transfer full): the data, not yet finished; %NULL with @error set on
 *   failure
 */
IkInsightData *
ik_insight_store_load (IkDatabase  *database,
                       GError     **error)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  g_autoptr(GHashTable) interviews = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) scales = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loading loading = { data, interviews, scales };

  if (!load_interviews (database, &loading, error) ||
      !load_starts (database, data, error) ||
      !load_scales (database, &loading, error) ||
      !load_answers (database, &loading, error) ||
      !load_competencies (database, &loading, error))
    return NULL;

  return g_steal_pointer (&data);
}
