#include "ik-reminders.h"

#include "ik-interview-lock.h"
#include "ik-interviews.h"

#define US_PER_MINUTE (60 * G_GINT64_CONSTANT (1000000))

/* Choices of ours: who is a quarter of an hour late knows, and who has just held
 * an interview needs no reminder that it is to be rated. */
#define MAX_LATE_US (15 * US_PER_MINUTE)
#define REST_US (30 * US_PER_MINUTE)

/**
 * ik_reminder_free:
 * @self: (transfer full): a reminder
 */
void
ik_reminder_free (IkReminder *self)
{
  g_free (self->interview_id);
  g_free (self->set_title);
  g_free (self);
}

static gboolean
is_about_to_start (const IkInterviewSummary *interview,
                   gint64                    now_us,
                   guint                     lead_minutes)
{
  return interview->state == IK_INTERVIEW_STATE_PLANNED && interview->planned_at_us != 0 &&
         now_us >= interview->planned_at_us - (gint64) lead_minutes * US_PER_MINUTE &&
         now_us < interview->planned_at_us + MAX_LATE_US;
}

static gint64
get_held_at (const IkInterviewSummary *interview)
{
  return interview->ended_at_us != 0 ? interview->ended_at_us : interview->started_at_us;
}

static gboolean
is_to_rate (const IkInterviewSummary *interview,
            gint64                    now_us)
{
  return interview->state == IK_INTERVIEW_STATE_REVIEW && interview->n_unrated > 0 &&
         now_us >= get_held_at (interview) + REST_US;
}

static void
add (GPtrArray                *reminders,
     IkReminderKind            kind,
     const IkInterviewSummary *interview,
     gint64                    at_us)
{
  IkReminder *self = g_new0 (IkReminder, 1);

  self->kind = kind;
  self->interview_id = g_strdup (interview->id);
  self->set_title = g_strdup (interview->set_title);
  self->at_us = at_us;
  self->n_unrated = interview->n_unrated;
  g_ptr_array_add (reminders, self);
}

/**
 * ik_reminders_find:
 * @library: a library
 * @lead_minutes: how long before its planned start an interview is reminded of
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Finds what somebody should be reminded of now, by the clock of @library:
 * interviews from @lead_minutes before their planned start to a quarter of an
 * hour after it, and those with unrated answers from half an hour after their
 * end. Blocks; any thread but the main one. Linear in the interviews.
 *
 * Returns: (transfer full) (nullable) (element-type IkReminder): reminders; none
 *   while an interview of @library is being held, here or in another copy of
 *   the program; %NULL with @error set on failure
 */
GPtrArray *
ik_reminders_find (IkLibrary     *library,
                   guint          lead_minutes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) reminders = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  gint64 now_us = ik_clock_wall_us (ik_library_get_clock (library));

  reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_reminder_free);
  if (ik_interview_lock_is_any_held (library))
    return g_steal_pointer (&reminders);

  interviews = ik_interviews_list (library, NULL, cancellable, error);
  if (interviews == NULL)
    return NULL;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      if (is_about_to_start (interview, now_us, lead_minutes))
        add (reminders, IK_REMINDER_STARTS, interview, interview->planned_at_us);
      else if (is_to_rate (interview, now_us))
        add (reminders, IK_REMINDER_TO_RATE, interview, get_held_at (interview));
    }

  return g_steal_pointer (&reminders);
}
