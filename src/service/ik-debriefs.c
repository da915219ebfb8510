#include "ik-debriefs.h"

#include "ik-debrief-store.h"
#include "ik-independence-store.h"
#include "ik-interview-store.h"
#include "ik-list.h"
#include "ik-recommendation.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* What a panel sees and agrees about. "Independent first" is kept here: who reads
* the others' ratings through this service can't get them before their own are
* handed in. Everything that takes a library blocks: call it off the main loop. */

/**
 * ik_debrief_free:
 * @self: (transfer full): a debrief
 */
void
ik_debrief_free (IkDebrief *self)
{
  g_free (self->candidate_id);
  g_free (self->candidate_name);
  g_free (self->round);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->matrix, ik_panel_matrix_free);
  g_clear_pointer (&self->agreement, ik_panel_agreement_free);
  g_free (self);
}

/**
 * ik_debrief_find_row:
 * @self: a debrief
 * @name: a competency
 *
 * Returns: (transfer none) (nullable): its row; %NULL while it is sealed
 */
const IkPanelRow *
ik_debrief_find_row (const IkDebrief *self,
                     const char      *name)
{
  for (guint i = 0; self->matrix != NULL && i < self->matrix->rows->len; i++)
    {
      const IkPanelRow *row = self->matrix->rows->pdata[i];

      if (g_str_equal (row->name, name))
        return row;
    }

  return NULL;
}

/**
 * ik_debrief_list_members:
 * @self: a debrief
 *
 * Returns: (transfer full) (element-type utf8): the names of those who handed in,
 *   each once
 */
GPtrArray *
ik_debrief_list_members (const IkDebrief *self)
{
  GPtrArray *names = ik_text_list_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      const IkPanelMember *member = self->members->pdata[i];

      if (ik_panel_member_is_done (member) &&
          !g_ptr_array_find_with_equal_func (names, member->interviewer_name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (member->interviewer_name));
    }

  return names;
}

/**
 * ik_debrief_dup_members:
 * @self: a debrief
 *
 * Returns: (transfer full): what ik_debrief_list_members() does, with commas between
 */
char *
ik_debrief_dup_members (const IkDebrief *self)
{
  g_autoptr(GPtrArray) names = ik_debrief_list_members (self);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* What may be known of an interview that is not handed in: what was planned, which the
 * panel may have agreed by, and no answer. */
static IkInterview *
make_bare (IkInterview *interview)
{
  IkInterview *bare = ik_interview_new ();

  ik_text_set (&bare->id, interview->id);
  ik_text_set (&bare->candidate_id, interview->candidate_id);
  ik_text_set (&bare->candidate_name, interview->candidate_name);
  ik_text_set (&bare->interviewer_id, interview->interviewer_id);
  ik_text_set (&bare->interviewer_name, interview->interviewer_name);
  ik_text_set (&bare->set_title, interview->set_title);
  ik_text_set (&bare->round, interview->round);
  bare->state = interview->state;
  bare->planned_at_us = interview->planned_at_us;
  bare->recommendation_rubric_id = g_strdup (interview->recommendation_rubric_id);
  g_ptr_array_unref (bare->rubrics);
  bare->rubrics = ik_list_copy (interview->rubrics, ik_rubric_copy, ik_rubric_free);

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i];

      g_ptr_array_add (bare->competencies, ik_competency_rating_new (rating->competency));
    }

  ik_interview_free (interview);
  return bare;
}

static gboolean
load_matrix (IkDatabase  *database,
             IkDebrief   *debrief,
             GError     **error)
{
  g_autoptr(GPtrArray) interviews = NULL;

  interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  for (guint i = 0; i < debrief->members->len; i++)
    {
      const IkPanelMember *member = debrief->members->pdata[i];
      IkInterview *interview = ik_interview_store_load (database, member->interview_id, error);

      if (interview == NULL)
        return FALSE;

      g_ptr_array_add (interviews,
                       ik_panel_member_is_done (member) ? interview : make_bare (interview));
    }

  debrief->matrix = ik_panel_matrix_new (interviews);
  return TRUE;
}

static gboolean
set_empty (const IkDebrief  *debrief,
           GError          **error)
{
  if (*debrief->round != '\0')
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                 /* Translators: name of a candidate, title of a round */
                 _("%s has no interview in the round “%s”: plan one, or name another round"),
                 debrief->candidate_name, debrief->round);
  else
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                 _("%s has no interview without a round: name the round"),
                 debrief->candidate_name);
  return FALSE;
}

static IkDebrief *
load (IkDatabase  *database,
      const char  *candidate_id,
      const char  *round,
      GError     **error)
{
  g_autoptr(IkDebrief) debrief = g_new0 (IkDebrief, 1);
  g_autofree char *round_id = NULL;
  g_autofree char *own_id = NULL;

  debrief->candidate_id = g_strdup (candidate_id);
  debrief->round = g_strdup (round);
  debrief->candidate_name = ik_debrief_store_dup_candidate (database, candidate_id, error);
  if (debrief->candidate_name == NULL)
    return NULL;

  debrief->members = ik_debrief_store_list_members (database, candidate_id, round, error);
  if (debrief->members == NULL ||
      (debrief->members->len == 0 && !set_empty (debrief, error)) ||
      !ik_independence_store_find_own_in (database, candidate_id, round, &own_id, error))
    return NULL;

  debrief->is_sealed = own_id != NULL;
  if (debrief->is_sealed)
    return g_steal_pointer (&debrief);

  if (!load_matrix (database, debrief, error) ||
      !ik_debrief_store_find_round (database, candidate_id, round, &round_id, error))
    return NULL;

  debrief->agreement = ik_debrief_store_load_agreement (database, round_id, error);
  return debrief->agreement != NULL ? g_steal_pointer (&debrief) : NULL;
}

typedef struct
{
  const char *candidate_id;
  const char *round;
  IkDebrief  *debrief;      /* (owned by the caller) (nullable) */
} Load;

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Load *job = data;

  job->debrief = load (database, job->candidate_id, job->round, error);
  return job->debrief != NULL;
}

/**
 * ik_debriefs_load:
 * @library: a library
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Loads what the members of a panel found. As long as an interview of the owner's
 * own in that round is open, only who handed in.
 *
 * Returns: (transfer full): the debrief; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where there is no such candidate or no interview in that round
 */
IkDebrief *
ik_debriefs_load (IkLibrary     *library,
                  const char    *candidate_id,
                  const char    *round,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Load job = { candidate_id, round, NULL };

  ik_library_read (library, load_cb, &job, cancellable, error);
  return job.debrief;
}

typedef struct
{
  const char  *candidate_id;
  const char  *round;
  IkPanelAgreement *agreement;    /* (owned by the caller) (nullable) */
} LoadAgreement;

static gboolean
load_agreement_cb (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  LoadAgreement *job = data;
  g_autofree char *round_id = NULL;

  if (!ik_debrief_store_find_round (database, job->candidate_id, job->round, &round_id, error))
    return FALSE;

  job->agreement = ik_debrief_store_load_agreement (database, round_id, error);
  return job->agreement != NULL;
}

/**
 * ik_debriefs_load_agreement:
 * @library: a library
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * What is kept of an agreement, for the person it is about: "independent first" is
 * no reason to hold anything back from them. Pages load a debrief.
 *
 * Returns: (transfer full): the agreement, empty where there is none; %NULL with
 *   @error set on failure
 */
IkPanelAgreement *
ik_debriefs_load_agreement (IkLibrary     *library,
                            const char    *candidate_id,
                            const char    *round,
                            GCancellable  *cancellable,
                            GError       **error)
{
  LoadAgreement job = { candidate_id, round, NULL };

  ik_library_read (library, load_agreement_cb, &job, cancellable, error);
  return job.agreement;
}

/* Agreeing ---------------------------------------------------------------- */

typedef struct
{
  const char          *candidate_id;
  const char          *round;
  const IkAgreedScore *score;          /* nullable for the whole */
  int                  recommendation;
  const char          *summary;
  const char          *agreed_by;      /* of the whole */
} Agree;

static gboolean
refuse (const IkDebrief  *debrief,
        const char       *reason,
        GError          **error)
{
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               /* Translators: name of a candidate, a sentence */
               _("Nothing is agreed about %s: %s"), debrief->candidate_name, reason);
  return FALSE;
}

static gboolean
check_is_open (const IkDebrief  *debrief,
               GError          **error)
{
  g_autofree char *members = ik_debrief_dup_members (debrief);

  if (debrief->is_sealed)
    return refuse (debrief, _("hand in your own interview first"), error);

  return *members != '\0' || refuse (debrief, _("nobody handed in yet"), error);
}

/* NULL with @error set where the score can't stand beside those of the panel. */
static const IkRubric *
find_scale (const IkDebrief      *debrief,
            const IkAgreedScore  *score,
            GError              **error)
{
  const IkPanelRow *row = ik_debrief_find_row (debrief, score->name);
  const IkRubric *scale = NULL;
  g_autofree char *reason = NULL;

  if (row != NULL && score->rubric_id != NULL)
    scale = ik_panel_matrix_find_rubric (debrief->matrix, score->rubric_id);
  else if (row != NULL)
    scale = ik_panel_matrix_get_scale (debrief->matrix, row);

  if (row == NULL)
    reason = g_strdup_printf (_("no interview of this round measures “%s”"), score->name);
  else if (scale == NULL)
    reason = g_strdup (_("no interview of this round has that scale"));
  else if (score->rating != IK_RATING_NONE && ik_rubric_find_level (scale, score->rating) == NULL)
    reason = g_strdup_printf (_("%d is not on the scale “%s”"), score->rating, scale->name);

  if (reason == NULL)
    return scale;

  refuse (debrief, reason, error);
  return NULL;
}

/* A reason that is written later doesn't change who agreed. */
static char *
dup_agreed_by (const IkDebrief *debrief,
               const char      *named,
               const char      *before) /* nullable */
{
  if (*named != '\0')
    return g_strdup (named);

  return before != NULL && *before != '\0' ? g_strdup (before) : ik_debrief_dup_members (debrief);
}

static gboolean
save_score (IkDatabase       *database,
            const IkDebrief  *debrief,
            const char       *round_id,
            const Agree      *agree,
            GError          **error)
{
  const IkRubric *scale = find_scale (debrief, agree->score, error);
  const IkAgreedScore *before = ik_panel_agreement_find_score (debrief->agreement, agree->score->name);
  g_autoptr(IkAgreedScore) score = NULL;

  if (scale == NULL)
    return FALSE;

  score = ik_agreed_score_new (agree->score->name, agree->score->rating);
  score->rubric_id = g_strdup (scale->id);
  ik_text_set (&score->reason, agree->score->reason);
  g_free (score->agreed_by);
  score->agreed_by = dup_agreed_by (debrief, agree->score->agreed_by,
                                    before != NULL ? before->agreed_by : NULL);

  return ik_debrief_store_save_score (database, round_id, score, error);
}

static gboolean
check_recommendation (const IkDebrief  *debrief,
                      const IkRubric   *scale,
                      int               recommendation,
                      GError          **error)
{
  g_autofree char *text = ik_recommendation_dup_label (scale, recommendation);
  g_autofree char *reason = NULL;

  if (recommendation == IK_RATING_NONE || ik_rubric_find_level (scale, recommendation) != NULL)
    return TRUE;

  reason = g_strdup_printf (_("“%s” is not on the scale “%s”"), text, scale->name);
  return refuse (debrief, reason, error);
}

static gboolean
save_outcome (IkDatabase       *database,
              const IkDebrief  *debrief,
              const char       *round_id,
              const Agree      *agree,
              GError          **error)
{
  const IkRubric *scale = ik_panel_matrix_get_recommendation_scale (debrief->matrix,
                                                                    debrief->agreement);
  g_autoptr(IkPanelAgreement) outcome = NULL;

  if (!check_recommendation (debrief, scale, agree->recommendation, error))
    return FALSE;

  outcome = ik_panel_agreement_new ();
  outcome->recommendation = agree->recommendation;
  if (scale != ik_recommendation_get_words ())
    outcome->rubric_id = g_strdup (scale->id);
  ik_text_set (&outcome->summary, agree->summary);
  g_free (outcome->agreed_by);
  outcome->agreed_by = dup_agreed_by (debrief, agree->agreed_by, debrief->agreement->agreed_by);

  return ik_debrief_store_save_outcome (database, round_id, outcome, error);
}

static gboolean
agree_cb (IkDatabase    *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Agree *agree = data;
  g_autoptr(IkDebrief) debrief = load (database, agree->candidate_id, agree->round, error);
  g_autofree char *round_id = NULL;

  if (debrief == NULL || !check_is_open (debrief, error) ||
      !ik_debrief_store_find_round (database, agree->candidate_id, agree->round, &round_id, error))
    return FALSE;

  return agree->score != NULL ? save_score (database, debrief, round_id, agree, error)
                              : save_outcome (database, debrief, round_id, agree, error);
}

static gboolean
add_round_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Agree *agree = data;
  g_autoptr(IkDebrief) debrief = load (database, agree->candidate_id, agree->round, error);

  return debrief != NULL && check_is_open (debrief, error) &&
         ik_debrief_store_add_round (database, agree->candidate_id, agree->round, error);
}

typedef struct
{
  const Agree *agree;
  gboolean     is_there;
} FindRound;

static gboolean
find_round_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  FindRound *find = data;
  g_autofree char *id = NULL;

  if (!ik_debrief_store_find_round (database, find->agree->candidate_id, find->agree->round, &id,
                                    error))
    return FALSE;

  find->is_there = id != NULL;
  return TRUE;
}

/* Interviews without a round get one for what is agreed about them. It is not
 * part of what undo takes back: the log of the agreement hangs on it. */
static gboolean
run (IkLibrary     *library,
     const Agree   *agree,
     const char    *label,
     GCancellable  *cancellable,
     GError       **error)
{
  FindRound find = { agree, FALSE };

  return ik_library_read (library, find_round_cb, &find, cancellable, error) &&
         (find.is_there ||
          ik_library_write (library, NULL, IK_PRIORITY_USER, add_round_cb, (gpointer) agree,
                            cancellable, error)) &&
         ik_library_write (library, label, IK_PRIORITY_USER, agree_cb, (gpointer) agree,
                           cancellable, error);
}

/**
 * ik_debriefs_agree:
 * @library: a library
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @score: what is agreed about; without a rating it is taken back, without a
 *   rubric it is on the scale of its row, without names it is agreed by those who
 *   agreed on what stands there, or else by all who handed in
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Puts an agreed score beside those of the members, which stay as they are. What
 * stood there before stays in the agreement's changes. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED while the owner has to
 *   hand in first, before anybody did, and for what is not on the scale
 */
gboolean
ik_debriefs_agree (IkLibrary            *library,
                   const char           *candidate_id,
                   const char           *round,
                   const IkAgreedScore  *score,
                   GCancellable         *cancellable,
                   GError              **error)
{
  Agree agree = { .candidate_id = candidate_id, .round = round, .score = score };

  g_return_val_if_fail (score != NULL, FALSE);

  return run (library, &agree,
              score->rating != IK_RATING_NONE ? _("Agree on a Score") : _("Take Back Agreed Score"),
              cancellable, error);
}

/**
 * ik_debriefs_conclude:
 * @library: a library
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @recommendation: of the panel as a whole, on the scale of
 *   ik_panel_matrix_get_recommendation_scale(); IK_RATING_NONE without
 * @summary: in words
 * @agreed_by: who, names with commas between; "" as for ik_debriefs_agree()
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Keeps what the panel agreed about the whole. Undoable; what stood there before
 * stays in the agreement's changes.
 *
 * Returns: whether it succeeded, as ik_debriefs_agree()
 */
gboolean
ik_debriefs_conclude (IkLibrary     *library,
                      const char    *candidate_id,
                      const char    *round,
                      int            recommendation,
                      const char    *summary,
                      const char    *agreed_by,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Agree agree = {
    .candidate_id = candidate_id,
    .round = round,
    .recommendation = recommendation,
    .summary = summary,
    .agreed_by = agreed_by,
  };

  return run (library, &agree, _("Agree on a Recommendation"), cancellable, error);
}
