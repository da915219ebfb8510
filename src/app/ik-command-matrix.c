#include "ik-commands.h"

#include "ik-debriefs.h"
#include "ik-interviews.h"
#include "ik-json-members.h"
#include "ik-panel-json.h"
#include "ik-panel-words.h"
#include "ik-recommendation.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* What a panel found about one candidate in one round. */

/* The one round that a candidate has interviews in; NULL with @error set where
 * there are none, or several. */
static char *
find_round (IkCommandContext  *context,
            const char        *candidate_id,
            GError           **error)
{
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(GPtrArray) rounds = g_ptr_array_new ();
  g_autofree char *list = NULL;

  interviews = ik_interviews_list (ik_command_open (context, NULL), candidate_id,
                                   ik_command_get_cancellable (context), error);
  if (interviews == NULL)
    return NULL;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      if (!g_ptr_array_find_with_equal_func (rounds, interview->round, g_str_equal, NULL))
        g_ptr_array_add (rounds, interview->round);
    }

  if (rounds->len == 1)
    return g_strdup (rounds->pdata[0]);

  g_ptr_array_add (rounds, NULL);
  list = g_strjoinv ("”, “", (char **) rounds->pdata);
  if (interviews->len == 0)
    g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                         _("No interview with this candidate yet; “interview plan” plans one"));
  else
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("Say which --round: “%s”"), list);
  return NULL;
}

static IkDebrief *
load (IkCommandContext  *context,
      const char        *round,
      GError           **error)
{
  g_autofree char *candidate_id = NULL;
  g_autofree char *found = NULL;

  candidate_id = ik_command_resolve (context, IK_RECORD_CANDIDATE,
                                     ik_command_get_words (context)[0], error);
  if (candidate_id == NULL)
    return NULL;

  if (round == NULL)
    {
      found = find_round (context, candidate_id, error);
      if (found == NULL)
        return NULL;
    }

  return ik_debriefs_load (ik_command_open (context, NULL), candidate_id,
                           round != NULL ? round : found, ik_command_get_cancellable (context),
                           error);
}

static JsonNode *
to_json (const IkDebrief *debrief)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "candidate", debrief->candidate_id);
  json_object_set_string_member (object, "candidate_name", debrief->candidate_name);
  json_object_set_string_member (object, "round", debrief->round);
  json_object_set_boolean_member (object, "sealed", debrief->is_sealed);
  json_object_set_array_member (object, "members", ik_panel_members_to_json (debrief->members));
  if (debrief->is_sealed)
    return ik_json_take_object (object);

  json_object_set_array_member (object, "competencies",
                                ik_panel_rows_to_json (debrief->matrix, debrief->agreement));
  json_object_set_object_member (object, "outcome",
                                 ik_panel_outcome_to_json (debrief->matrix, debrief->agreement));
  json_object_set_array_member (object, "changes", ik_panel_changes_to_json (debrief->agreement));

  return ik_json_take_object (object);
}

static void
print_members (IkCommandContext *context,
               const IkDebrief  *debrief)
{
  for (guint i = 0; i < debrief->members->len; i++)
    {
      const IkPanelMember *member = debrief->members->pdata[i];

      ik_command_print (context, "%s · %s · %s\n", member->interviewer_name, member->set_title,
                        ik_interview_state_to_nick (member->state));
    }
}

static void
print_row (IkCommandContext *context,
           const IkDebrief  *debrief,
           const IkPanelRow *row)
{
  const IkAgreedScore *score = ik_panel_agreement_find_score (debrief->agreement, row->name);
  g_autofree char *verdict = ik_panel_spread_dup_text (&row->spread, row->n_open);

  ik_command_print (context, "\n%s\n%s %s\n", row->name,
                    ik_panel_verdict_get_sign (row->spread.verdict), verdict);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = ik_panel_row_get_cell (row, i);
      g_autofree char *text = ik_panel_cell_dup_text (cell);

      ik_command_print (context, "     %s: %s\n",
                        ik_panel_matrix_get_column (debrief->matrix, i)->interview->interviewer_name,
                        text);
    }

  if (score != NULL)
    ik_command_print (context, _("     Agreed: %d by %s. %s\n"), score->rating, score->agreed_by,
                      score->reason);
}

static void
print_outcome (IkCommandContext *context,
               const IkDebrief  *debrief)
{
  g_autofree char *agreed = ik_panel_matrix_dup_agreed_recommendation (debrief->matrix,
                                                                       debrief->agreement);
  g_autofree char *verdict = NULL;
  guint n_open = 0;

  for (guint i = 0; i < debrief->matrix->columns->len; i++)
    n_open += ik_panel_matrix_get_column (debrief->matrix, i)->is_handed_in ? 0 : 1;
  verdict = ik_panel_spread_dup_text (&debrief->matrix->recommendations, n_open);

  ik_command_print (context, "\n%s\n%s %s\n", _("Recommendation"),
                    ik_panel_verdict_get_sign (debrief->matrix->recommendations.verdict), verdict);
  for (guint i = 0; i < debrief->matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (debrief->matrix, i);
      g_autofree char *recommendation = ik_interview_dup_recommendation (column->interview);

      if (column->is_handed_in)
        ik_command_print (context, "     %s: %s\n", column->interview->interviewer_name,
                          recommendation);
    }

  if (debrief->agreement->recommendation != IK_RATING_NONE)
    ik_command_print (context, _("     Agreed: %s by %s. %s\n"), agreed,
                      debrief->agreement->agreed_by, debrief->agreement->summary);
}

static void
print (IkCommandContext *context,
       const IkDebrief  *debrief)
{
  ik_command_print (context, "%s%s%s\n", debrief->candidate_name,
                    *debrief->round != '\0' ? " · " : "", debrief->round);
  print_members (context, debrief);

  if (debrief->is_sealed)
    {
      ik_command_print (context, "\n%s\n",
                        _("What the others rated is shown once you have handed in your own."));
      return;
    }

  for (guint i = 0; i < debrief->matrix->rows->len; i++)
    print_row (context, debrief, debrief->matrix->rows->pdata[i]);
  print_outcome (context, debrief);
}

/**
 * ik_command_panel_matrix:
 * @context: of the call
 * @error: return location
 *
 * Prints what the members of a panel found side by side, or only who handed in
 * as long as the owner has to do so.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_matrix (IkCommandContext  *context,
                         GError           **error)
{
  g_autofree char *round = NULL;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &round,
      N_("Title of the round, where there is more than one"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(IkDebrief) debrief = NULL;

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  debrief = load (context, round, error);
  if (debrief == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, to_json (debrief));
  else
    print (context, debrief);

  return TRUE;
}

/* Agreeing */

typedef struct
{
  char  *round;          /* (owned) (nullable) */
  char  *competency;     /* (owned) (nullable) */
  char  *rating;         /* (owned) (nullable): a number, or "none" */
  char  *recommendation; /* (owned) (nullable): a word, or "none" */
  char  *reason;         /* (owned) (nullable) */
  char **by;             /* (owned) (nullable) */
} AgreeOptions;

static void
agree_options_clear (AgreeOptions *self)
{
  g_free (self->round);
  g_free (self->competency);
  g_free (self->rating);
  g_free (self->recommendation);
  g_free (self->reason);
  g_strfreev (self->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AgreeOptions, agree_options_clear)

static gboolean
parse_agree (IkCommandContext  *context,
             AgreeOptions      *options,
             GError           **error)
{
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &options->round,
      N_("Title of the round, where there is more than one"), N_("TEXT") },
    { "competency", 0, 0, G_OPTION_ARG_STRING, &options->competency,
      N_("What the score is about"), N_("NAME") },
    { "rating", 0, 0, G_OPTION_ARG_STRING, &options->rating,
      N_("The score; “none” takes it back"), N_("N") },
    { "recommendation", 0, 0, G_OPTION_ARG_STRING, &options->recommendation,
      N_("Of the panel: strong_no, no, yes, strong_yes or a level of the set's own scale; “none” "
         "takes it back"), N_("WORD") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason, N_("Why"), N_("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->by,
      N_("Who agreed, where it is not all who handed in; may be repeated"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;
  if ((options->competency != NULL) == (options->rating != NULL) &&
      (options->rating != NULL) != (options->recommendation != NULL))
    return TRUE;

  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                       _("“panel agree” needs --competency and --rating, or --recommendation"));
  return FALSE;
}

static gboolean
parse_rating (const char  *word,
              int         *out_rating,
              GError     **error)
{
  gint64 rating;

  *out_rating = IK_RATING_NONE;
  if (g_str_equal (word, "none"))
    return TRUE;

  if (!g_ascii_string_to_signed (word, 10, IK_RUBRIC_MIN_VALUE, IK_RUBRIC_MAX_VALUE, &rating,
                                 NULL))
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” is no score: write a number of the scale, or none"), word);
      return FALSE;
    }

  *out_rating = (int) rating;
  return TRUE;
}

static gboolean
parse_recommendation (const char  *word,
                      int         *out_recommendation,
                      GError     **error)
{
  *out_recommendation = IK_RATING_NONE;
  if (g_str_equal (word, "none") ||
      (*word != '\0' && ik_recommendation_from_text (word, out_recommendation)))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no recommendation: say strong_no, no, yes, strong_yes, the number of a "
                 "level of the set's own scale, or none"), word);
  return FALSE;
}

/* What is not said stays. */
static gboolean
agree_on_score (IkCommandContext    *context,
                const AgreeOptions  *options,
                const IkDebrief     *debrief,
                const char          *by,
                GError             **error)
{
  g_autoptr(IkAgreedScore) score = ik_agreed_score_new (options->competency, IK_RATING_NONE);
  const IkAgreedScore *before =
    debrief->is_sealed ? NULL : ik_panel_agreement_find_score (debrief->agreement, options->competency);

  if (!parse_rating (options->rating, &score->rating, error))
    return FALSE;

  ik_text_set (&score->agreed_by, by);
  if (options->reason != NULL)
    ik_text_set (&score->reason, options->reason);
  else if (before != NULL)
    ik_text_set (&score->reason, before->reason);

  return ik_debriefs_agree (ik_command_open (context, NULL), debrief->candidate_id,
                            debrief->round, score, ik_command_get_cancellable (context), error);
}

static gboolean
agree_on_whole (IkCommandContext    *context,
                const AgreeOptions  *options,
                const IkDebrief     *debrief,
                const char          *by,
                GError             **error)
{
  const char *before = debrief->is_sealed ? "" : debrief->agreement->summary;
  int recommendation;

  return parse_recommendation (options->recommendation, &recommendation, error) &&
         ik_debriefs_conclude (ik_command_open (context, NULL), debrief->candidate_id,
                               debrief->round, recommendation,
                               options->reason != NULL ? options->reason : before, by,
                               ik_command_get_cancellable (context), error);
}

/**
 * ik_command_panel_agree:
 * @context: of the call
 * @error: return location
 *
 * Puts what a panel agreed about beside what its members gave.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_agree (IkCommandContext  *context,
                        GError           **error)
{
  g_auto(AgreeOptions) options = { NULL };
  g_autoptr(IkDebrief) before = NULL;
  g_autoptr(IkDebrief) after = NULL;
  g_autofree char *by = NULL;

  if (!parse_agree (context, &options, error))
    return FALSE;

  before = load (context, options.round, error);
  if (before == NULL)
    return FALSE;

  by = options.by != NULL ? g_strjoinv (", ", options.by) : g_strdup ("");
  if (options.rating != NULL ? !agree_on_score (context, &options, before, by, error)
                             : !agree_on_whole (context, &options, before, by, error))
    return FALSE;

  after = load (context, options.round, error);
  if (after == NULL)
    return FALSE;

  ik_command_print_record (context, after->candidate_id, to_json (after));
  return TRUE;
}
