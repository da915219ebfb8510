#include "ik-interviews.h"

#include "ik-independence-store.h"
#include "ik-interview-log-store.h"
#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-invitation-store.h"

#include "ik-rescue-copy.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-withholding.h"

#include <glib/gi18n.h>

/* Everything here blocks: call it off the main loop. */

typedef struct
{
  const char *id;         /* nullable for all */
  GPtrArray  *list;       /* (owned) (nullable) */
} List;

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  List *list = data;

  list->list = ik_interview_store_list (database, list->id, error);
  return list->list != NULL;
}

/**
 * ik_interviews_list:
 * @library: a library
 * @candidate_id: (nullable): whose, %NULL for all
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewSummary): interviews, the
 *   latest planned first; %NULL with @error set on failure
 */
GPtrArray *
ik_interviews_list (IkLibrary     *library,
                    const char    *candidate_id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  List list = { candidate_id, NULL };

  ik_library_read (library, list_in_library, &list, cancellable, error);
  return list.list;
}

typedef struct
{
  const char  *id;
  IkInterview *interview; /* (owned) (nullable) */
} Load;

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Load *load = data;

  g_autofree char *own_id = NULL;

  load->interview = ik_interview_store_load (database, load->id, error);
  if (load->interview == NULL ||
      !ik_independence_store_find_own (database, load->id, &own_id, error))
    return FALSE;

  /* What is still open was entered here, by whoever reads it. */
  if (own_id != NULL && load->interview->state == IK_INTERVIEW_STATE_HANDED_IN)
    ik_interview_withhold (load->interview);

  return TRUE;
}

/**
 * ik_interviews_load:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads an interview for the owner: what another member of a panel handed in is
 * withheld until the owner's own is in, see ik_interview_withhold().
 *
 * Returns: (transfer full): the whole interview; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is none
 */
IkInterview *
ik_interviews_load (IkLibrary     *library,
                    const char    *id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Load load = { id, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.interview;
}

static gboolean
refuse (const IkInterview  *interview,
        const char         *reason,
        GError            **error)
{
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               /* Translators: name of a candidate, title of a set, a sentence */
               _("The interview with %s (%s) stays as it is: %s"),
               interview->candidate_name, interview->set_title, reason);
  return FALSE;
}

static gboolean
log_event (IkDatabase         *database,
           const IkInterview  *interview,
           gint64              at_us,
           const char         *kind,
           GError            **error)
{
  g_autoptr(IkInterviewEvent) event = ik_interview_event_new (at_us, NULL, kind, NULL);

  return ik_interview_log_store_add_event (database, interview->id, event, error);
}

/* Calling off */

static gboolean
can_become (IkInterviewState from,
            IkInterviewState to)
{
  if (to == IK_INTERVIEW_STATE_PLANNED)
    return from == IK_INTERVIEW_STATE_CANCELLED || from == IK_INTERVIEW_STATE_NO_SHOW;

  return from == IK_INTERVIEW_STATE_PLANNED &&
         (to == IK_INTERVIEW_STATE_CANCELLED || to == IK_INTERVIEW_STATE_NO_SHOW);
}

typedef struct
{
  const char       *id;
  IkInterviewState  state;
  gint64            planned_at_us; /* 0 where that stays */
} SetState;

static gboolean
set_state_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const SetState *set_state = data;
  g_autoptr(IkInterview) interview = ik_interview_store_load (database, set_state->id, error);

  if (interview == NULL)
    return FALSE;

  if (!can_become (interview->state, set_state->state))
    return refuse (interview,
                   _("Only a planned interview can be called off, and only one that was called "
                     "off can be planned again."), error);

  interview->state = set_state->state;
  if (set_state->planned_at_us != 0)
    interview->planned_at_us = set_state->planned_at_us;
  return ik_interview_store_save_state (database, interview, error);
}

/**
 * ik_interviews_set_state:
 * @library: a library
 * @id: which
 * @state: cancelled or no-show for a planned interview, planned for one of those
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Calls an interview off, or plans it again. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for any other change
 */
gboolean
ik_interviews_set_state (IkLibrary         *library,
                         const char        *id,
                         IkInterviewState   state,
                         GCancellable      *cancellable,
                         GError           **error)
{
  SetState set_state = { id, state, 0 };
  const char *label = _("Plan Interview Again");

  if (state == IK_INTERVIEW_STATE_CANCELLED)
    label = _("Cancel Interview");
  else if (state == IK_INTERVIEW_STATE_NO_SHOW)
    label = _("Mark as No-Show");

  return ik_library_write (library, label, IK_PRIORITY_USER, set_state_in_library, &set_state,
                           cancellable, error);
}

/**
 * ik_interviews_plan_again:
 * @library: a library
 * @id: one that was cancelled, or to which the candidate didn't come
 * @planned_at_us: when, microseconds since 1970 UTC, 0 to leave it as it was
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Plans an interview again, with the wording it had. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for any other interview
 */
gboolean
ik_interviews_plan_again (IkLibrary     *library,
                          const char    *id,
                          gint64         planned_at_us,
                          GCancellable  *cancellable,
                          GError       **error)
{
  SetState set_state = { id, IK_INTERVIEW_STATE_PLANNED, planned_at_us };

  return ik_library_write (library, _("Plan Interview Again"), IK_PRIORITY_USER,
                           set_state_in_library, &set_state, cancellable, error);
}

/* Answers */

/* Ratings and outcomes given in the review go on the log of the interview as
 * those given while it was held do. */
static gboolean
log_answers (IkDatabase  *database,
             const char  *interview_id,
             GPtrArray   *changes,
             GError     **error)
{
  static const struct
  {
    const char *field;
    const char *kind;
  } logged[] = {
    { "outcome", "outcome" },
    { "rating", "rated" },
    { "not_assessed", "not_assessed" },
  };

  for (guint i = 0; i < changes->len; i++)
    {
      const IkInterviewChange *change = changes->pdata[i];

      for (guint k = 0; k < G_N_ELEMENTS (logged); k++)
        {
          g_autoptr(IkInterviewEvent) event = NULL;

          if (!g_str_equal (change->field, logged[k].field))
            continue;

          event = ik_interview_event_new (change->at_us, change->item_id, logged[k].kind,
                                          change->new_value);
          if (!ik_interview_log_store_add_event (database, interview_id, event, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
log_changes (IkDatabase  *database,
             const char  *interview_id,
             GPtrArray   *changes,
             GError     **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      if (!ik_interview_log_store_add_change (database, interview_id, changes->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_reopening_reason (const IkInterview *interview)
{
  guint n_reopened = interview->reopened->len;

  return n_reopened > 0 ? ((IkReopening *) interview->reopened->pdata[n_reopened - 1])->reason : "";
}

/* The items come first: the logs refer to them. */
static gboolean
save_answers (IkDatabase         *database,
              const IkInterview  *before,
              const IkInterview  *after,
              gint64              now_us,
              GError            **error)
{
  g_autoptr(GPtrArray) changes = ik_interview_diff (before, after, now_us,
                                                    get_reopening_reason (before));

  return ik_interview_store_save_answers (database, after, error) &&
         log_answers (database, after->id, changes, error) &&
         (before->reopened->len == 0 || log_changes (database, after->id, changes, error));
}

static gboolean
check_hand_in (const IkInterview  *interview,
               GError            **error)
{
  g_autofree char *reason = NULL;

  if (interview->state == IK_INTERVIEW_STATE_HANDED_IN)
    return refuse (interview, _("It was handed in already."), error);

  if (interview->state != IK_INTERVIEW_STATE_REVIEW &&
      interview->state != IK_INTERVIEW_STATE_BROKEN_OFF)
    return refuse (interview, _("It was not held yet."), error);

  return ik_interview_check_hand_in (interview, &reason) || refuse (interview, reason, error);
}

/* Checks, marks and stores, except for the answers. */
static gboolean
hand_in (IkDatabase   *database,
         IkInterview  *interview,
         gint64        now_us,
         GError      **error)
{
  if (!check_hand_in (interview, error))
    return FALSE;

  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  interview->handed_in_at_us = now_us;

  return ik_interview_store_save_state (database, interview, error) &&
         log_event (database, interview, now_us, "handed_in", error);
}

typedef struct
{
  const char              *id;
  const IkInterviewRecord *record;
  gboolean                 draft;
  gint64                   now_us;
  IkInterview             *interview; /* (owned) (nullable) */
} Record;

static gboolean
record_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Record *record = data;
  g_autoptr(IkInterview) before = ik_interview_store_load (database, record->id, error);
  g_autoptr(IkInterview) after = NULL;
  g_autofree char *reason = NULL;

  if (before == NULL)
    return FALSE;

  after = ik_interview_copy (before);
  if (!ik_interview_apply_record (after, record->record, record->now_us, &reason))
    return refuse (before, reason, error);

  if (!save_answers (database, before, after, record->now_us, error) ||
      !ik_interview_store_save_state (database, after, error) ||
      !log_event (database, after, record->now_us, "recorded", error) ||
      (!record->draft && !hand_in (database, after, record->now_us, error)))
    return FALSE;

  record->interview = ik_interview_store_load (database, after->id, error);
  return record->interview != NULL;
}

/**
 * ik_interviews_record:
 * @library: a library
 * @id: which; planned, broken off, or in review
 * @record: what was written down
 * @draft: whether it is left in review rather than handed in
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Enters an interview from a record, by the rules of the review page (see
 * ik_interview_apply_record()). All or nothing; not undoable.
 *
 * Returns: (transfer full): the interview as it is now; %NULL with
 *   #IK_STORE_ERROR_REFUSED where the record or the state does not allow it
 */
IkInterview *
ik_interviews_record (IkLibrary                *library,
                      const char               *id,
                      const IkInterviewRecord  *record,
                      gboolean                  draft,
                      GCancellable             *cancellable,
                      GError                  **error)
{
  Record data = { id, record, draft, ik_clock_wall_us (ik_library_get_clock (library)), NULL };

  g_return_val_if_fail (record != NULL, NULL);

  if (!ik_library_write (library, NULL, IK_PRIORITY_USER, record_in_library, &data, cancellable,
                         error))
    g_clear_pointer (&data.interview, ik_interview_free);

  return data.interview;
}

typedef struct
{
  const IkInterview *interview;
  const IkInterview *base;      /* (nullable) */
  gint64             now_us;
} SaveReview;

static gboolean
check_is_in_review (const IkInterview  *interview,
                    GError            **error)
{
  if (interview->state == IK_INTERVIEW_STATE_HANDED_IN)
    return refuse (interview, _("It was handed in; open it again first, with a reason."), error);

  if (interview->state != IK_INTERVIEW_STATE_REVIEW &&
      interview->state != IK_INTERVIEW_STATE_BROKEN_OFF)
    return refuse (interview, _("It is not in review."), error);

  return TRUE;
}

/* Two copies of the program may show the same interview: what the other one
 * wrote meanwhile must not be written over unseen. */
static gboolean
check_is_based_on (const IkInterview  *stored,
                   const IkInterview  *base,
                   GError            **error)
{
  g_autoptr(GPtrArray) changes = ik_interview_diff (base, stored, 0, "");

  if (changes->len == 0)
    return TRUE;

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT,
               /* Translators: name of a candidate, title of a set */
               _("The interview with %s (%s) was changed elsewhere at the same time"),
               stored->candidate_name, stored->set_title);
  return FALSE;
}

static gboolean
save_review_in_library (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const SaveReview *save = data;
  g_autoptr(IkInterview) before = NULL;
  g_autofree char *reason = NULL;

  before = ik_interview_store_load (database, save->interview->id, error);
  if (before == NULL || !check_is_in_review (before, error) ||
      (save->base != NULL && !check_is_based_on (before, save->base, error)))
    return FALSE;

  if (!ik_interview_check_review (save->interview, &reason))
    return refuse (before, reason, error);

  return save_answers (database, before, save->interview, save->now_us, error);
}

/**
 * ik_interviews_save_review:
 * @library: a library
 * @interview: in review or broken off, as the review page shows it
 * @base: (nullable): what @interview was made from, as it was stored then; %NULL
 *   writes over whatever stands there
 * @label: names the change for undo
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores what the review page changes: outcomes, ratings, evidence, notes,
 * competency ratings, recommendation, summary and findings; not its state. After a
 * reopening each change goes to the change log with old, new, when and why, and
 * is not undoable, so that the log tells what stands.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED once it was handed in,
 *   or where ik_interview_check_review() has a reason; #IK_STORE_ERROR_CONFLICT
 *   where the answers stored are not those of @base any more
 */
gboolean
ik_interviews_save_review (IkLibrary          *library,
                           const IkInterview  *interview,
                           const IkInterview  *base,
                           const char         *label,
                           GCancellable       *cancellable,
                           GError            **error)
{
  SaveReview save = { interview, base, ik_clock_wall_us (ik_library_get_clock (library)) };

  g_return_val_if_fail (interview != NULL, FALSE);

  return ik_library_write (library, interview->reopened->len == 0 ? label : NULL,
                           IK_PRIORITY_USER, save_review_in_library, &save, cancellable, error);
}

/* Handing in and opening again */

typedef struct
{
  const char *id;
  const char *reason; /* reopening only */
  gint64      now_us;
} HandIn;

static gboolean
hand_in_in_library (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const HandIn *hand = data;
  g_autoptr(IkInterview) interview = ik_interview_store_load (database, hand->id, error);

  return interview != NULL && hand_in (database, interview, hand->now_us, error);
}

/**
 * ik_interviews_hand_in:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Hands an interview in, which locks it; not undoable. What was kept elsewhere of
 * it while it could not be written is removed.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED with what is missing
 */
gboolean
ik_interviews_hand_in (IkLibrary     *library,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  HandIn hand = { id, NULL, ik_clock_wall_us (ik_library_get_clock (library)) };

  if (!ik_library_write (library, NULL, IK_PRIORITY_USER, hand_in_in_library, &hand,
                         cancellable, error))
    return FALSE;

  ik_rescue_copy_remove_all (id);
  return TRUE;
}

/* What came in a sealed file is changed only by who sealed it. */
static gboolean
check_is_not_merged (IkDatabase         *database,
                     const IkInterview  *interview,
                     GError            **error)
{
  g_autofree char *owner_id = NULL;
  guint revision;
  gint64 handed_in_at_us;

  if (!ik_interviewer_store_get_owner (database, &owner_id, NULL, error) ||
      !ik_invitation_store_get_scorecard (database, interview->id, &revision, &handed_in_at_us,
                                          error))
    return FALSE;
  if (revision == 0 || g_strcmp0 (owner_id, interview->interviewer_id) == 0)
    return TRUE;

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               /* Translators: name of an interviewer, twice */
               _("It is the scorecard of %s: only %s can open it again and send a new one"),
               interview->interviewer_name, interview->interviewer_name);
  return FALSE;
}

static gboolean
reopen_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const HandIn *hand = data;
  g_autoptr(IkInterview) interview = ik_interview_store_load (database, hand->id, error);

  if (interview == NULL)
    return FALSE;

  if (interview->state != IK_INTERVIEW_STATE_HANDED_IN)
    return refuse (interview, _("It is open: it was not handed in."), error);
  if (!check_is_not_merged (database, interview, error))
    return FALSE;

  interview->state = IK_INTERVIEW_STATE_REVIEW;
  interview->handed_in_at_us = 0;

  return ik_interview_log_store_add_reopening (database, interview->id, hand->now_us,
                                               hand->reason, error) &&
         ik_interview_store_save_state (database, interview, error) &&
         log_event (database, interview, hand->now_us, "reopened", error);
}

/**
 * ik_interviews_reopen:
 * @library: a library
 * @id: which
 * @reason: why, stays in the record
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Opens an interview again that was handed in; not undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED without a reason, or
 *   where it was not handed in
 */
gboolean
ik_interviews_reopen (IkLibrary     *library,
                      const char    *id,
                      const char    *reason,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  HandIn hand = { id, stripped, ik_clock_wall_us (ik_library_get_clock (library)) };

  if (*stripped == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("Opening an interview again needs a reason, which stays in the "
                             "record"));
      return FALSE;
    }

  return ik_library_write (library, NULL, IK_PRIORITY_USER, reopen_in_library, &hand,
                           cancellable, error);
}

/* The owner */

static gboolean
get_owner_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return ik_interviewer_store_get_owner (database, NULL, data, error);
}

/**
 * ik_interviews_dup_owner:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (nullable): name of the person whose library it is;
 *   %NULL until somebody said so, or with @error set on failure
 */
char *
ik_interviews_dup_owner (IkLibrary     *library,
                         GCancellable  *cancellable,
                         GError       **error)
{
  char *name = NULL;

  ik_library_read (library, get_owner_in_library, &name, cancellable, error);
  return name;
}

static gboolean
set_owner_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return ik_interviewer_store_set_owner (database, data, error);
}

/**
 * ik_interviews_set_owner:
 * @library: a library
 * @name: name of the person whose library it is
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED without a name
 */
gboolean
ik_interviews_set_owner (IkLibrary     *library,
                         const char    *name,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("The owner of a library needs a name"));
      return FALSE;
    }

  return ik_library_write (library, NULL, IK_PRIORITY_USER, set_owner_in_library, stripped,
                           cancellable, error);
}
