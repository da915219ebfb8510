#include "ik-window-private.h"

#include "ik-chips.h"
#include "ik-comments.h"
#include "ik-interviews.h"
#include "ik-job.h"
#include "ik-live-page.h"
#include "ik-plan-dialog.h"
#include "ik-practice.h"
#include "ik-preparation-page.h"
#include "ik-report-subject.h"
#include "ik-rescue-copy.h"
#include "ik-review-page.h"
#include "ik-settings.h"
#include "ik-task.h"
#include "ik-toast.h"
#include "ik-undo-stack.h"
#include "ik-words.h"

#include <glib/gi18n.h>

#define MS_PER_MINUTE 60000

/* An id with what shall become of it, as the other thread takes it. */
typedef struct
{
  char             *id;
  IkInterviewState  state;
} StateChange;

static void
state_change_free (gpointer data)
{
  StateChange *self = data;

  g_free (self->id);
  g_free (self);
}

/* An interview that nobody else holds, the chips and comments, and what is known about it from a time
 * when it couldn't be saved. */
typedef struct
{
  IkInterview     *interview;
  IkInterviewLock *lock;
  IkChips         *chips;
  GPtrArray       *comments;    /* (element-type IkComment) */
  char            *rescue_path; /* (nullable) */
  IkPractice      *practice;    /* (nullable): what it belongs to, in place of a lock */
} Held;

static void
held_free (Held *self)
{
  g_clear_pointer (&self->interview, ik_interview_free);
  g_clear_pointer (&self->lock, ik_interview_lock_free);
  g_clear_pointer (&self->practice, ik_practice_free);
  g_clear_pointer (&self->chips, ik_chips_free);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_free (self->rescue_path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Held, held_free)

/* What the interviewer brings to each interview. */
static gboolean
load_own_texts (Held          *held,
                IkLibrary     *library,
                GCancellable  *cancellable,
                GError       **error)
{
  held->chips = ik_chips_load (library, cancellable, error);
  held->comments = held->chips != NULL ? ik_comments_list (library, cancellable, error) : NULL;

  return held->comments != NULL;
}

static gpointer
hold_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(Held) held = g_new0 (Held, 1);
  g_autoptr(IkInterview) before = ik_interviews_load (library, data, cancellable, error);

  if (before == NULL)
    return NULL;

  held->lock = ik_interview_lock_new (library, data, before->candidate_name, error);
  if (held->lock == NULL)
    return NULL;

  /* As it is now that nobody else changes it. */
  held->interview = ik_interviews_load (library, data, cancellable, error);
  if (held->interview == NULL || !load_own_texts (held, library, cancellable, error))
    return NULL;

  held->rescue_path = ik_rescue_copy_take (held->interview);
  return g_steal_pointer (&held);
}

static void
show_review (IkWindow   *self,
             const char *id)
{
  ik_window_show_full (self, ik_review_page_new (id));
}

static void
review (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  show_review (IK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
prepare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ik_window_show_full (IK_WINDOW (widget),
                       ik_preparation_page_new (g_variant_get_string (parameter, NULL)));
}

/* Once the review is laid out, which decides where a toast has its place. */
static gboolean
say_ended_cb (gpointer data)
{
  ik_toast_show_action (GTK_WIDGET (data), _("Interview ended"), _("_Take Back"), "win.take-back",
                        NULL);

  return G_SOURCE_REMOVE;
}

static void
ended_cb (IkLivePage *page,
          IkWindow   *self)
{
  const IkInterview *interview =
    ik_live_interview_get_interview (ik_live_page_get_live (page));

  /* How it was planned can't be undone any more. */
  ik_undo_stack_forget_locked (ik_window_get_undo_stack (self));
  if (interview->state == IK_INTERVIEW_STATE_PLANNED)
    {
      ik_window_show_page (self, "today");
      return;
    }
  if (interview->state == IK_INTERVIEW_STATE_BROKEN_OFF)
    {
      ik_window_show_page (self, "today");
      ik_toast_show_action (GTK_WIDGET (self),
                            interview->from_paper ? _("Kept as far as it was entered")
                                                  : _("Interview broken off"), _("_Go On"),
                            "win.start-interview", g_variant_new_string (interview->id));
      return;
    }

  show_review (self, interview->id);
  g_idle_add_full (G_PRIORITY_LOW, say_ended_cb, g_object_ref (self), g_object_unref);
}

static char *
dup_where (IkLiveInterview *live)
{
  const IkInterview *interview = ik_live_interview_get_interview (live);
  gint64 remaining_ms = ik_live_interview_get_slot_remaining_ms (live, NULL);
  guint n_minutes = (guint) (MAX (0, remaining_ms) / MS_PER_MINUTE);
  guint number = ik_live_interview_get_current (live) + 1;

  if (interview->from_paper)
    return g_strdup_printf (_("Goes on at question %u, as far as it was entered"), number);
  if (n_minutes == 0)
    return g_strdup_printf (_("The interview goes on at question %u"), number);

  return g_strdup_printf (ngettext ("The interview goes on at question %u, with %u minute left",
                                    "The interview goes on at question %u, with %u minutes left",
                                    n_minutes), number, n_minutes);
}

static void
say_where (IkWindow        *self,
           IkLiveInterview *live,
           const char      *rescue_path)
{
  g_autofree char *where = dup_where (live);
  g_autofree char *text = NULL;

  if (rescue_path != NULL)
    text = g_strdup_printf (_("%s. What could not be saved then is in “%s”"), where, rescue_path);
  ik_toast_show (GTK_WIDGET (self), text != NULL ? text : where);
}

/* An interview is quiet: what was still to be said goes. */
static void
show_live (IkWindow        *self,
           IkLiveInterview *live,
           const Held      *held,
           GCallback        ended)
{
  GtkWidget *page = ik_live_page_new (live);

  ik_toast_dismiss_all (GTK_WIDGET (self));
  ik_live_page_set_comments (IK_LIVE_PAGE (page), held->comments);
  g_signal_connect_object (page, "ended", ended, self, 0);
  ik_window_show_full (self, page);
}

/* Starts an interview, or goes on where it was; from paper, it was held already. */
static void
hold (IkWindow *self,
      Held     *held,
      gboolean  from_paper)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  IkInterview *interview = g_steal_pointer (&held->interview);
  gboolean is_new = interview->state == IK_INTERVIEW_STATE_PLANNED;
  gboolean was_ended = interview->state == IK_INTERVIEW_STATE_REVIEW;
  g_autoptr(IkLiveInterview) live = ik_live_interview_new (ik_window_get_library (self), interview,
                                                           clock);

  ik_live_interview_take_lock (live, g_steal_pointer (&held->lock));
  ik_live_interview_take_chips (live, g_steal_pointer (&held->chips));
  if (was_ended)
    ik_live_interview_resume (live);
  else if (from_paper && is_new)
    ik_live_interview_start_from_paper (live);
  else
    ik_live_interview_start (live);

  show_live (self, live, held, G_CALLBACK (ended_cb));
  if (!is_new)
    say_where (self, live, held->rescue_path);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Held) held = ik_job_run_finish (result, &error);

  if (held != NULL)
    hold (self, held, GPOINTER_TO_INT (user_data));
  else
    ik_toast_show_error (GTK_WIDGET (self), error);
}

static void
load_and_hold (IkWindow   *self,
               const char *id,
               gboolean    from_paper)
{
  IkLibrary *library = ik_window_get_library (self);

  if (library != NULL)
    ik_job_run_async (self, library, hold_job, g_strdup (id), g_free,
                      (GDestroyNotify) held_free, NULL, loaded_cb, GINT_TO_POINTER (from_paper));
}

static void
start_interview (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  load_and_hold (IK_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
enter_from_paper (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  load_and_hold (IK_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

/* What can't be saved stays where it is, and its page says so. */
static void
review_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  IkReviewPage *page = IK_REVIEW_PAGE (source);

  if (ik_review_page_flush_finish (page, result, NULL) &&
      ik_window_get_full (self) == GTK_WIDGET (page))
    load_and_hold (self, ik_review_page_get_interview_id (page), FALSE);
}

/* The end of an interview, while its review is still shown. The interview goes on
 * with what was said there already. */
static void
take_back (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *full = ik_window_get_full (IK_WINDOW (widget));

  if (IK_IS_REVIEW_PAGE (full))
    ik_review_page_flush_async (IK_REVIEW_PAGE (full), review_saved_cb, g_object_ref (widget));
}

/* The first of those that nobody else holds; what another window holds is well
 * where it is. */
static gpointer
find_live_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GPtrArray) interviews = ik_interviews_list (library, NULL, cancellable, error);

  for (guint i = 0; interviews != NULL && i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      g_autoptr(GError) local_error = NULL;
      Held *held;

      if (interview->state != IK_INTERVIEW_STATE_LIVE)
        continue;

      held = hold_job (library, interview->id, cancellable, &local_error);
      if (held != NULL)
        return held;
      if (!g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return NULL;
}

static void
live_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Held) held = ik_job_run_finish (result, &error);

  if (error != NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else if (held != NULL && ik_window_get_full (self) == NULL)
    hold (self, held, FALSE);
}

/* An interview that ran when the program ended goes on at once. */
void
ik_window_continue_interview (IkWindow *self)
{
  ik_job_run_async (self, ik_window_get_library (self), find_live_job, NULL, NULL,
                    (GDestroyNotify) held_free, NULL, live_found_cb, NULL);
}

static void
planned_cb (GtkWidget  *dialog,
            const char *id,
            IkWindow   *self)
{
  ik_toast_show_undo (GTK_WIDGET (self), _("Interview planned"));
}

/* For a candidate, or "" for one to choose. */
static void
plan (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);
  const char *candidate_id = g_variant_get_string (parameter, NULL);
  GtkWidget *dialog;

  if (ik_window_get_library (self) == NULL)
    return;

  dialog = ik_plan_dialog_new (GTK_WINDOW (self), ik_window_get_library (self), candidate_id);
  g_signal_connect_object (dialog, "planned", G_CALLBACK (planned_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
dup_state_set (const IkInterview *interview)
{
  switch (interview->state)
    {
    case IK_INTERVIEW_STATE_CANCELLED:
      return g_strdup_printf (_("Interview with %s cancelled"), interview->candidate_name);
    case IK_INTERVIEW_STATE_NO_SHOW:
      return g_strdup_printf (_("%s did not come"), interview->candidate_name);
    case IK_INTERVIEW_STATE_PLANNED:
    case IK_INTERVIEW_STATE_LIVE:
    case IK_INTERVIEW_STATE_BROKEN_OFF:
    case IK_INTERVIEW_STATE_REVIEW:
    case IK_INTERVIEW_STATE_HANDED_IN:
    default:
      return g_strdup_printf (_("Interview with %s planned again"), interview->candidate_name);
    }
}

static gpointer
set_state_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  StateChange *change = data;
  g_autoptr(IkInterview) interview = NULL;

  if (!ik_interviews_set_state (library, change->id, change->state, cancellable, error))
    return NULL;

  interview = ik_interviews_load (library, change->id, cancellable, error);
  return interview != NULL ? dup_state_set (interview) : NULL;
}

static void
state_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ik_job_run_finish (result, &error);

  if (text == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  ik_toast_show_undo (GTK_WIDGET (source), text);
}

static void
set_state (GtkWidget        *widget,
           GVariant         *parameter,
           IkInterviewState  state)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));
  StateChange *change;

  if (library == NULL)
    return;

  change = g_new0 (StateChange, 1);
  change->id = g_variant_dup_string (parameter, NULL);
  change->state = state;
  ik_job_run_async (widget, library, set_state_job, change, state_change_free, g_free, NULL,
                    state_set_cb, NULL);
}

static void
cancel_interview (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  set_state (widget, parameter, IK_INTERVIEW_STATE_CANCELLED);
}

static void
no_show (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  set_state (widget, parameter, IK_INTERVIEW_STATE_NO_SHOW);
}

static void
plan_again (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  set_state (widget, parameter, IK_INTERVIEW_STATE_PLANNED);
}

static gpointer
practice_job (IkLibrary     *library,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(Held) held = g_new0 (Held, 1);

  held->practice = ik_practice_new (library, data, cancellable, error);
  if (held->practice == NULL || !load_own_texts (held, library, cancellable, error))
    return NULL;

  return g_steal_pointer (&held);
}

static void
throw_away_cb (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  ik_practice_free (data);
  g_task_return_boolean (task, TRUE);
}

/* The last to hold it is the page, which is about to go. */
static void
throw_away (gpointer data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, throw_away);
  g_task_set_task_data (task, data, NULL);
  ik_task_run_in_thread (task, throw_away_cb);
}

static void
practice_ended_cb (IkLivePage *page,
                   IkWindow   *self)
{
  ik_window_show_page (self, "sets");
  ik_toast_show (GTK_WIDGET (self), _("Practice over: nothing was kept"));
}

static void
practice_made_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  g_autoptr(Held) held = ik_job_run_finish (result, &error);

  if (held == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  live = ik_live_interview_new (ik_practice_get_library (held->practice),
                                ik_practice_take_interview (held->practice), clock);
  g_object_set_data_full (G_OBJECT (live), "practice", g_steal_pointer (&held->practice),
                          throw_away);
  ik_live_interview_take_chips (live, g_steal_pointer (&held->chips));
  ik_live_interview_start (live);
  show_live (self, live, held, G_CALLBACK (practice_ended_cb));
}

/* With a question set, and nobody. */
static void
practice (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);

  if (ik_window_get_library (self) != NULL)
    ik_job_run_async (self, ik_window_get_library (self), practice_job,
                      g_variant_dup_string (parameter, NULL), g_free,
                      (GDestroyNotify) held_free, NULL, practice_made_cb, NULL);
}

static void
show_report (GtkWidget    *widget,
             IkReportKind  kind,
             GVariant     *parameter)
{
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  ik_window_show_report (IK_WINDOW (widget), ik_report_subject_new_interviews (kind, ids));
}

static void
export_report (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  show_report (widget, IK_REPORT_KIND_INTERNAL, parameter);
}

static void
export_feedback (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  show_report (widget, IK_REPORT_KIND_CANDIDATE, parameter);
}

void
ik_window_class_install_interview_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-interview", "s", start_interview);
  gtk_widget_class_install_action (widget_class, "win.enter-from-paper", "s", enter_from_paper);
  gtk_widget_class_install_action (widget_class, "win.take-back", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "win.review", "s", review);
  gtk_widget_class_install_action (widget_class, "win.prepare", "s", prepare);
  gtk_widget_class_install_action (widget_class, "win.plan", "s", plan);
  gtk_widget_class_install_action (widget_class, "win.practice", "s", practice);
  gtk_widget_class_install_action (widget_class, "win.cancel-interview", "s", cancel_interview);
  gtk_widget_class_install_action (widget_class, "win.no-show", "s", no_show);
  gtk_widget_class_install_action (widget_class, "win.plan-again", "s", plan_again);
  gtk_widget_class_install_action (widget_class, "win.export-report", "s", export_report);
  gtk_widget_class_install_action (widget_class, "win.export-feedback", "s", export_feedback);
}
