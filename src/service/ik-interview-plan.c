#include "ik-interviews.h"

#include "ik-interview-plan.h"

#include "ik-candidate-store.h"
#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-plan-store.h"
#include "ik-question-store.h"
#include "ik-rubric-store.h"
#include "ik-set-store.h"

#include "ik-text.h"

#include <glib/gi18n.h>

/* As the CHECK constraint of the library. */
#define MAX_EXTRA_TIME_PERCENT 300

/**
 * ik_interview_plan_get_owner:
 * @database: the writer
 * @out_id: (out): the owner
 * @error: return location
 *
 * The owner is asked for once by the window; who plans from the command line
 * first is who the system says, and can be renamed.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_interview_plan_get_owner (IkDatabase  *database,
                             char       **out_id,
                             GError     **error)
{
  const char *name = g_get_real_name ();

  if (!ik_interviewer_store_get_owner (database, out_id, NULL, error))
    return FALSE;
  if (*out_id != NULL)
    return TRUE;

  if (*name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  return ik_interviewer_store_set_owner (database, name, error) &&
         ik_interviewer_store_get_owner (database, out_id, NULL, error);
}

/* Somebody new is added with the interview: what one command does, one undo
 * takes back. */
static IkCandidate *
get_candidate (IkDatabase           *database,
               const IkPlanRequest  *request,
               GError              **error)
{
  g_autoptr(IkCandidate) candidate = NULL;
  g_autofree char *name = NULL;

  if (request->candidate_id != NULL)
    return ik_candidate_store_load (database, request->candidate_id, error);

  name = g_strstrip (g_strdup (request->candidate_name));
  if (*name == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("A candidate needs a name"));
      return NULL;
    }

  candidate = ik_candidate_new (name);
  return ik_candidate_store_save (database, candidate, error) ? g_steal_pointer (&candidate) : NULL;
}

/* For this interview alone, from the plan before it, or for those to come. */
static gboolean
set_extra_time (IkDatabase           *database,
                IkInterview          *interview,
                const IkCandidate    *candidate,
                const IkPlanRequest  *request,
                GError              **error)
{
  interview->extra_time_percent = request->extra_time == IK_EXTRA_TIME_STORED
                                  ? candidate->extra_time_percent
                                  : request->extra_time_percent;

  return request->extra_time != IK_EXTRA_TIME_KEPT ||
         ik_plan_store_keep_extra_time (database, candidate->id, request->extra_time_percent,
                                        error);
}

static gboolean
set_people (IkDatabase           *database,
            IkInterview          *interview,
            const IkPlanRequest  *request,
            GError              **error)
{
  g_autoptr(IkCandidate) candidate = get_candidate (database, request, error);
  g_autofree char *interviewer_id = NULL;

  if (candidate == NULL)
    return FALSE;

  if (request->interviewer != NULL && *request->interviewer != '\0')
    {
      if (!ik_interviewer_store_get_named (database, request->interviewer, &interviewer_id, error))
        return FALSE;
    }
  else if (!ik_interview_plan_get_owner (database, &interviewer_id, error))
    {
      return FALSE;
    }

  ik_text_set (&interview->candidate_id, candidate->id);
  ik_text_set (&interview->interviewer_id, interviewer_id);
  return set_extra_time (database, interview, candidate, request, error);
}

static gboolean
add_rubric (IkDatabase   *database,
            IkInterview  *interview,
            const char   *id,
            GError      **error)
{
  IkRubric *rubric;

  if (ik_interview_find_rubric (interview, id) != NULL)
    return TRUE;

  rubric = g_str_equal (id, IK_RUBRIC_BUILT_IN_ID) ? ik_rubric_new_built_in ()
                                                   : ik_rubric_store_load (database, id, error);
  if (rubric == NULL)
    return FALSE;

  g_ptr_array_add (interview->rubrics, rubric);
  return TRUE;
}

/* The scale may have changed since somebody asked for a level of it. */
static gboolean
check_knock_out (const IkInterview      *interview,
                 const IkInterviewItem  *item,
                 GError                **error)
{
  const IkRubric *rubric = ik_interview_get_rubric (interview, item);

  if (item->knock_out == IK_RATING_NONE || ik_rubric_find_level (rubric, item->knock_out) != NULL)
    return TRUE;

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               _("“%s” has to reach %d, which is not on its scale “%s” any more; "
                 "change that in the question set first"),
               item->candidate.prompt, item->knock_out, rubric->name);
  return FALSE;
}

static gboolean
freeze_item (IkDatabase           *database,
             IkInterview          *interview,
             const IkQuestionSet  *set,
             const IkSetItem      *set_item,
             GError              **error)
{
  g_autoptr(IkQuestion) question = NULL;
  const IkSetSection *section = NULL;
  IkInterviewItem *item;

  question = ik_question_store_load (database, set_item->question_id, error);
  if (question == NULL)
    return FALSE;

  item = ik_interview_item_new (question);
  item->required = set_item->required;
  item->minutes = set_item->minutes;
  item->weight = set_item->weight;
  ik_text_set (&item->weight_reason, set_item->weight_reason);
  item->knock_out = set_item->knock_out;
  if (set_item->section_id != NULL)
    section = ik_question_set_find_section (set, set_item->section_id);
  if (section != NULL)
    {
      ik_text_set (&item->section, section->title);
      ik_text_set (&item->section_introduction, section->introduction);
    }

  g_ptr_array_add (interview->items, item);
  return (item->rubric_id == NULL || add_rubric (database, interview, item->rubric_id, error)) &&
         check_knock_out (interview, item, error);
}

static gboolean
freeze_competencies (IkDatabase   *database,
                     IkInterview  *interview,
                     GError      **error)
{
  g_autoptr(GPtrArray) competencies = NULL;

  competencies = ik_set_store_list_competencies (database, interview->set_id, error);
  if (competencies == NULL)
    return FALSE;

  for (guint i = 0; i < competencies->len; i++)
    g_ptr_array_add (interview->competencies, ik_competency_rating_new (competencies->pdata[i]));

  return TRUE;
}

/**
 * ik_interview_plan_freeze:
 * @database: a connection
 * @interview: a new interview
 * @set_id: a question set
 * @error: return location
 *
 * Copies a question set into an interview, with the wording of its questions,
 * their competencies and rubrics as they are now.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for a set without
 *   questions
 */
gboolean
ik_interview_plan_freeze (IkDatabase   *database,
                          IkInterview  *interview,
                          const char   *set_id,
                          GError      **error)
{
  g_autoptr(IkQuestionSet) set = ik_set_store_load (database, set_id, error);

  if (set == NULL)
    return FALSE;

  if (set->items->len == 0)
    {
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                   _("The question set “%s” has no questions yet; add some first"), set->title);
      return FALSE;
    }

  interview->set_id = g_strdup (set->id);
  ik_text_set (&interview->set_title, set->title);
  ik_text_set (&interview->role, set->role);
  interview->slot_minutes = set->slot_minutes;
  ik_text_set (&interview->opening, set->opening);

  interview->recommendation_rubric_id = g_strdup (set->recommendation_rubric_id);
  if (!add_rubric (database, interview,
                   set->rubric_id != NULL ? set->rubric_id : IK_RUBRIC_BUILT_IN_ID, error) ||
      (set->recommendation_rubric_id != NULL &&
       !add_rubric (database, interview, set->recommendation_rubric_id, error)))
    return FALSE;

  for (guint i = 0; i < set->items->len; i++)
    {
      if (!freeze_item (database, interview, set, set->items->pdata[i], error))
        return FALSE;
    }

  return freeze_competencies (database, interview, error);
}

typedef struct
{
  const IkPlanRequest *request;
  IkInterview         *interview; /* (owned) (nullable) */
} Plan;

static gboolean
plan_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Plan *plan = data;
  g_autoptr(IkInterview) interview = ik_interview_new ();

  ik_text_set (&interview->round, plan->request->round);
  ik_text_set (&interview->room, plan->request->room);
  interview->planned_at_us = plan->request->planned_at_us;

  if (!set_people (database, interview, plan->request, error) ||
      !ik_interview_plan_freeze (database, interview, plan->request->set_id, error))
    return FALSE;

  if (plan->request->opening != NULL)
    ik_text_set (&interview->opening, plan->request->opening);
  if (!ik_interview_store_insert (database, interview, error))
    return FALSE;

  plan->interview = ik_interview_store_load (database, interview->id, error);
  return plan->interview != NULL;
}

/**
 * ik_interviews_plan:
 * @library: a library
 * @request: who, what and when
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Plans an interview. It keeps a copy of the wording of the set's questions, of
 * their competencies and of the rubrics: first the one of the set, or the
 * built-in one, then those that questions name. A candidate who is new is added
 * in the same step. Undoable. Blocks.
 *
 * Returns: (transfer full): the interview; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where set or candidate is missing, #IK_STORE_ERROR_REFUSED for a set without
 *   questions, a new candidate without a name, or a wrong extra time
 */
IkInterview *
ik_interviews_plan (IkLibrary            *library,
                    const IkPlanRequest  *request,
                    GCancellable         *cancellable,
                    GError              **error)
{
  Plan plan = { request, NULL };

  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (request->set_id != NULL, NULL);
  g_return_val_if_fail (request->candidate_id != NULL || request->candidate_name != NULL, NULL);

  if (request->extra_time_percent > MAX_EXTRA_TIME_PERCENT)
    {
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                   _("Extra time is from 0 to %d percent"), MAX_EXTRA_TIME_PERCENT);
      return NULL;
    }

  if (!ik_library_write (library, _("Plan Interview"), IK_PRIORITY_USER, plan_in_library, &plan,
                         cancellable, error))
    g_clear_pointer (&plan.interview, ik_interview_free);

  return plan.interview;
}

static gboolean
list_rounds_in_library (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  GStrv *rounds = data;

  *rounds = ik_interview_store_list_rounds (database, error);
  return *rounds != NULL;
}

/**
 * ik_interviews_list_rounds:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full): titles of the rounds there were so far, of all
 *   candidates, the most frequent one first; %NULL with @error set on failure
 */
GStrv
ik_interviews_list_rounds (IkLibrary     *library,
                           GCancellable  *cancellable,
                           GError       **error)
{
  GStrv rounds = NULL;

  ik_library_read (library, list_rounds_in_library, &rounds, cancellable, error);
  return rounds;
}
