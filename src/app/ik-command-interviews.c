#include "ik-commands.h"

#include "ik-independence.h"
#include "ik-interview-json.h"
#include "ik-interviews.h"
#include "ik-listing.h"
#include "ik-recommendation.h"
#include "ik-record-reader.h"
#include "ik-score.h"
#include "ik-time.h"

#include <glib/gi18n.h>

/* No number that anybody says. */
#define EXTRA_TIME_NOT_SAID G_MININT

/* People read the time of the place they are at. */
static char *
format_local_time (gint64 at_us)
{
  g_autoptr(GDateTime) time = NULL;

  if (at_us == 0)
    return g_strdup ("");

  time = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  return g_date_time_format (time, "%F %R");
}

static IkTable *
tabulate_interviews (GPtrArray *interviews)
{
  IkTable *table = ik_table_new ("#-----", _("ID"), _("State"), _("Planned"), _("Candidate"),
                                 _("Set"), _("Interviewer"), NULL);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];
      g_autofree char *planned = format_local_time (interview->planned_at_us);

      ik_table_add (table, interview->id, ik_interview_state_to_nick (interview->state), planned,
                    interview->candidate_name, interview->set_title,
                    interview->interviewer_name, NULL);
    }

  return table;
}

static GPtrArray *
list_interviews (IkLibrary     *library,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_interviews_list (library, NULL, cancellable, error);
}

/**
 * ik_command_interviews:
 * @context: of the call
 * @error: return location
 *
 * Lists the interviews, latest planned first.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interviews (IkCommandContext  *context,
                       GError           **error)
{
  static const IkListing listing = {
    list_interviews,
    (IkRecordToJson) ik_interview_summary_to_json,
    tabulate_interviews,
    N_("No interview yet; “interview-kit interview plan” plans one."),
  };

  return ik_listing_run (&listing, context, error);
}

static gboolean
parse_plan_time (const char  *text,
                 gint64      *out_us,
                 GError     **error)
{
  if (text == NULL || ik_time_parse (text, out_us))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no time: write it like 2026-03-01T09:30"), text);
  return FALSE;
}

static gboolean
check_plan_words (const char  *set,
                  const char  *candidate,
                  GError     **error)
{
  if (set != NULL && candidate != NULL)
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“interview plan” needs %s"), set == NULL ? "--set" : "--candidate");
  return FALSE;
}

static gboolean
plan_interview (IkCommandContext  *context,
                IkPlanRequest     *request,
                GError           **error)
{
  g_autofree char *set_id = NULL;
  g_autofree char *candidate_id = NULL;
  g_autoptr(IkInterview) interview = NULL;

  set_id = ik_command_resolve (context, IK_RECORD_SET, request->set_id, error);
  if (set_id == NULL)
    return FALSE;
  candidate_id = ik_command_resolve (context, IK_RECORD_CANDIDATE, request->candidate_id, error);
  if (candidate_id == NULL)
    return FALSE;

  request->set_id = set_id;
  request->candidate_id = candidate_id;
  interview = ik_interviews_plan (ik_command_open (context, NULL), request,
                                  ik_command_get_cancellable (context), error);
  if (interview == NULL)
    return FALSE;

  ik_command_print_record (context, interview->id, ik_interview_to_json (interview));
  return TRUE;
}

/**
 * ik_command_interview_plan:
 * @context: of the call
 * @error: return location
 *
 * Plans an interview: from now on it has a wording of its own.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_plan (IkCommandContext  *context,
                           GError           **error)
{
  g_autofree char *set = NULL;
  g_autofree char *candidate = NULL;
  g_autofree char *interviewer = NULL;
  g_autofree char *round = NULL;
  g_autofree char *room = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *at = NULL;
  int extra_time = EXTRA_TIME_NOT_SAID;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &set, N_("The question set"), N_("ID") },
    { "candidate", 0, 0, G_OPTION_ARG_STRING, &candidate, N_("The person"), N_("ID") },
    { "interviewer", 0, 0, G_OPTION_ARG_STRING, &interviewer,
      N_("Who holds it, where that is not the owner of the library"), N_("NAME") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_("Such as “second round”"), N_("TEXT") },
    { "room", 0, 0, G_OPTION_ARG_STRING, &room, N_("Where it is held"), N_("TEXT") },
    { "opening", 0, 0, G_OPTION_ARG_STRING, &opening,
      N_("Script to read out at the start, in place of that of the set"), N_("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("When it starts"), N_("TIME") },
    { "extra-time", 0, 0, G_OPTION_ARG_INT, &extra_time,
      N_("Adjustment of all times, where it is not what the candidate had before"),
      N_("PERCENT") },
    G_OPTION_ENTRY_NULL,
  };
  IkPlanRequest request = { 0 };

  if (!ik_command_parse (context, entries, 0, 0, error) ||
      !check_plan_words (set, candidate, error) ||
      !parse_plan_time (at, &request.planned_at_us, error) ||
      (extra_time != EXTRA_TIME_NOT_SAID &&
       !ik_command_is_natural (extra_time, "--extra-time", error)))
    return FALSE;

  request.set_id = set;
  request.candidate_id = candidate;
  request.interviewer = interviewer;
  request.round = round;
  request.room = room;
  request.opening = opening;
  if (extra_time == EXTRA_TIME_NOT_SAID)
    request.extra_time = IK_EXTRA_TIME_STORED;
  else
    request.extra_time_percent = (guint) extra_time;

  return plan_interview (context, &request, error);
}

static void
print_item (IkCommandContext      *context,
            const IkInterviewItem *item,
            guint                  number)
{
  g_autofree char *notes = ik_notes_to_text (item->notes);

  ik_command_print (context, "\n%3u. %s\n", number, item->candidate.prompt);
  ik_command_print (context, "     %.8s · %s · %d:%02d\n", item->id,
                    ik_outcome_to_nick (item->outcome), (int) (item->elapsed_ms / 60000),
                    (int) (item->elapsed_ms / 1000 % 60));

  if (item->rating != IK_RATING_NONE)
    ik_command_print (context, _("     Rating: %d\n"), item->rating);
  else if (item->not_assessed)
    ik_command_print (context, "%s", _("     Not assessed\n"));
  if (*item->evidence != '\0')
    ik_command_print (context, _("     Evidence: %s\n"), item->evidence);

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->ticked_at_us != 0)
        ik_command_print (context, "     %s %s\n",
                          indicator->side == IK_INDICATOR_RED_FLAG ? "⚑" : "✓", indicator->text);
    }

  if (*notes != '\0')
    ik_command_print (context, "     %s\n", notes);
}

static void
print_competencies (IkCommandContext  *context,
                    const IkInterview *interview)
{
  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *competency = interview->competencies->pdata[i];
      const char *name = competency->competency->name;

      if (competency->rating != IK_RATING_NONE)
        ik_command_print (context, _("%s: %d\n"), name, competency->rating);
      else if (competency->not_assessed)
        ik_command_print (context, _("%s: not assessed\n"), name);
    }
}

static void
print_findings (IkCommandContext *context,
                const char       *title,
                GPtrArray        *findings)
{
  g_autofree char *text = ik_findings_to_text (findings, FALSE);

  if (*text != '\0')
    ik_command_print (context, "\n%s\n%s\n", title, text);
}

static void
print_mean (IkCommandContext *context,
            const IkMean     *mean,
            gboolean          with_scale)
{
  const char *weighted = mean->is_weighted ? _(", weighted") : "";

  if (mean->n_rated == 0)
    return;

  if (with_scale && mean->scale != NULL)
    ik_command_print (context, _("Mean on “%s”: %.1f from %u of %u%s\n"), mean->scale->name,
                      mean->mean, mean->n_rated, mean->n_of, weighted);
  else
    ik_command_print (context, _("Mean: %.1f from %u of %u%s\n"), mean->mean, mean->n_rated,
                      mean->n_of, weighted);
}

static void
print_interview (IkCommandContext  *context,
                 const IkInterview *interview)
{
  g_autoptr(GArray) means = ik_interview_compute_means (interview, NULL);
  g_autofree char *recommendation = ik_interview_dup_recommendation (interview);
  guint knock_outs[IK_N_KNOCK_OUTS];

  ik_command_print (context, "%s · %s\n", interview->candidate_name, interview->set_title);
  ik_command_print (context, _("%s, with %s\n"), ik_interview_state_to_nick (interview->state),
                    interview->interviewer_name);
  if (interview->from_paper)
    ik_command_print (context, "%s", _("Entered from paper\n"));
  if (interview->recommendation != IK_RATING_NONE)
    ik_command_print (context, _("Recommendation: %s\n"), recommendation);
  for (guint i = 0; i < means->len; i++)
    print_mean (context, &g_array_index (means, IkMean, i), means->len > 1);
  ik_interview_count_knock_outs (interview, knock_outs);
  if (knock_outs[IK_KNOCK_OUT_FAILED] > 0)
    ik_command_print (context, _("Knock-outs failed: %u\n"), knock_outs[IK_KNOCK_OUT_FAILED]);
  print_competencies (context, interview);
  if (*interview->summary != '\0')
    ik_command_print (context, "\n%s\n", interview->summary);
  print_findings (context, _("Strengths"), interview->strengths);
  print_findings (context, _("Concerns"), interview->concerns);

  for (guint i = 0; i < interview->items->len; i++)
    print_item (context, interview->items->pdata[i], i + 1);
}

/* The interview that the first word names; NULL with @error set. */
static IkInterview *
load_named_interview (IkCommandContext  *context,
                      GError           **error)
{
  g_autofree char *id = ik_command_resolve (context, IK_RECORD_INTERVIEW,
                                            ik_command_get_words (context)[0], error);

  if (id == NULL)
    return NULL;

  return ik_interviews_load (ik_command_open (context, NULL), id,
                             ik_command_get_cancellable (context), error);
}

/**
 * ik_command_interview_show:
 * @context: of the call
 * @error: return location
 *
 * Prints an interview, unless it is somebody else's and one's own with the same
 * candidate is still to be handed in.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_show (IkCommandContext  *context,
                           GError           **error)
{
  g_autoptr(IkInterview) interview = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  interview = load_named_interview (context, error);
  if (interview == NULL ||
      !ik_independence_check (ik_command_open (context, NULL), interview,
                              ik_command_get_cancellable (context), error))
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, ik_interview_to_json (interview));
  else
    print_interview (context, interview);

  return TRUE;
}

/* Prints the interview that the first word names, after it was changed. */
static gboolean
print_changed (IkCommandContext  *context,
               GError           **error)
{
  g_autoptr(IkInterview) interview = load_named_interview (context, error);

  if (interview == NULL)
    return FALSE;

  ik_command_print_record (context, interview->id, ik_interview_to_json (interview));
  return TRUE;
}

static gboolean
change_state (IkCommandContext  *context,
              IkInterviewState   state,
              GError           **error)
{
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_INTERVIEW, ik_command_get_words (context)[0], error);

  return id != NULL &&
         ik_interviews_set_state (ik_command_open (context, NULL), id, state,
                                  ik_command_get_cancellable (context), error) &&
         print_changed (context, error);
}

/**
 * ik_command_interview_plan_again:
 * @context: of the call
 * @error: return location
 *
 * Plans an interview again that was cancelled, or to which the candidate did not
 * come.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_plan_again (IkCommandContext  *context,
                                 GError           **error)
{
  g_autofree char *at = NULL;
  g_autofree char *id = NULL;
  gint64 planned_at_us = 0;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("When it starts now"), N_("TIME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 1, 1, error) ||
      !parse_plan_time (at, &planned_at_us, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_INTERVIEW, ik_command_get_words (context)[0], error);

  return id != NULL &&
         ik_interviews_plan_again (ik_command_open (context, NULL), id, planned_at_us,
                                   ik_command_get_cancellable (context), error) &&
         print_changed (context, error);
}

/**
 * ik_command_interview_cancel:
 * @context: of the call
 * @error: return location
 *
 * Cancels a planned interview.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_cancel (IkCommandContext  *context,
                             GError           **error)
{
  return change_state (context, IK_INTERVIEW_STATE_CANCELLED, error);
}

/**
 * ik_command_interview_no_show:
 * @context: of the call
 * @error: return location
 *
 * Notes that the candidate did not come.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_no_show (IkCommandContext  *context,
                              GError           **error)
{
  return change_state (context, IK_INTERVIEW_STATE_NO_SHOW, error);
}

/**
 * ik_command_interview_reopen:
 * @context: of the call
 * @error: return location
 *
 * Opens an interview again that was handed in, for a reason that stays.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_reopen (IkCommandContext  *context,
                             GError           **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why; stays in the record"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  if (reason == NULL || *g_strstrip (reason) == '\0')
    {
      g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                           _("“interview reopen” needs --reason"));
      return FALSE;
    }

  id = ik_command_resolve (context, IK_RECORD_INTERVIEW, ik_command_get_words (context)[0], error);

  return id != NULL &&
         ik_interviews_reopen (ik_command_open (context, NULL), id, reason,
                               ik_command_get_cancellable (context), error) &&
         print_changed (context, error);
}

static IkInterviewRecord *
read_record_file (IkCommandContext  *context,
                  const char        *path,
                  GError           **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (!g_file_load_contents (file, ik_command_get_cancellable (context), &text, NULL, NULL,
                             error))
    {
      g_prefix_error (error, _("“%s” can't be recorded: "), name);
      return NULL;
    }

  return ik_record_reader_read (text, name, error);
}

/**
 * ik_command_interview_record:
 * @context: of the call
 * @error: return location
 *
 * Enters an interview from a file, by the rules of the review, and hands it in
 * unless it is a draft.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_interview_record (IkCommandContext  *context,
                             GError           **error)
{
  gboolean draft = FALSE;
  const GOptionEntry entries[] = {
    { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, N_("Don't hand it in yet"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(IkInterviewRecord) record = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, entries, 2, 2, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_INTERVIEW, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  record = read_record_file (context, ik_command_get_words (context)[1], error);
  if (record == NULL)
    return FALSE;

  interview = ik_interviews_record (ik_command_open (context, NULL), id, record, draft,
                                    ik_command_get_cancellable (context), error);
  if (interview == NULL)
    return FALSE;

  ik_command_print_record (context, interview->id, ik_interview_to_json (interview));
  return TRUE;
}
