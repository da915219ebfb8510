#include "ik-reminder-sender.h"

#include "ik-job.h"
#include "ik-reminders.h"
#include "ik-settings.h"

#include <glib/gi18n.h>

/* A reminder of a minute that comes half a minute late is early enough. */
#define CHECK_S 30

/* Of what is still to be rated, once a day. */
#define REPEAT_US G_TIME_SPAN_DAY

/**
 * IkReminderSender:
 *
 * Reminds by notifications of the desktop: before an interview starts, and of
 * answers that are still to be rated. It looks twice a minute. While an
 * interview is held, in whatever copy of the program, it says nothing and takes
 * back what it said; the same once the reason is gone. Main loop only.
 */
struct _IkReminderSender
{
  GObject       parent_instance;

  GApplication *application; /* (owned) */
  IkLibrary    *library;     /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GHashTable   *sent;        /* (element-type utf8 gint64): when last, by notification */
  GHashTable   *shown;       /* (element-type utf8): those not taken back */
  guint         check_id;
  gboolean      is_checking;
  gboolean      quiet;
};

G_DEFINE_FINAL_TYPE (IkReminderSender, ik_reminder_sender, G_TYPE_OBJECT)

static gpointer
find_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_reminders_find (library, GPOINTER_TO_UINT (data), cancellable, error);
}

/* One for each time an interview is planned for. */
static char *
dup_key (const IkReminder *reminder)
{
  return reminder->kind == IK_REMINDER_STARTS
    ? g_strdup_printf ("starts-%s-%" G_GINT64_FORMAT, reminder->interview_id, reminder->at_us)
    : g_strdup_printf ("to-rate-%s", reminder->interview_id);
}

static char *
dup_title (const IkReminder *reminder,
           gint64            now_us)
{
  gint64 minutes = (reminder->at_us - now_us + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE;

  if (reminder->kind == IK_REMINDER_TO_RATE)
    return g_strdup_printf (ngettext ("%u answer is still to be rated",
                                      "%u answers are still to be rated", reminder->n_unrated),
                            reminder->n_unrated);
  if (minutes <= 0)
    return g_strdup (_("An interview starts now"));

  return g_strdup_printf (ngettext ("An interview starts in %u minute",
                                    "An interview starts in %u minutes", (guint) minutes),
                          (guint) minutes);
}

static void
send_reminder (IkReminderSender *self,
               const IkReminder *reminder,
               const char       *key,
               gint64            now_us)
{
  g_autofree char *title = dup_title (reminder, now_us);
  g_autoptr(GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, reminder->set_title);
  g_notification_set_default_action_and_target (notification,
                                                reminder->kind == IK_REMINDER_STARTS
                                                ? "app.show-planned" : "app.show-review",
                                                "s", reminder->interview_id);
  g_application_send_notification (self->application, key, notification);
  g_hash_table_insert (self->sent, g_strdup (key), g_memdup2 (&now_us, sizeof now_us));
  g_hash_table_add (self->shown, g_strdup (key));
}

static gboolean
is_due (IkReminderSender *self,
        const IkReminder *reminder,
        const char       *key,
        gint64            now_us)
{
  const gint64 *sent_us = g_hash_table_lookup (self->sent, key);

  return sent_us == NULL ||
         (reminder->kind == IK_REMINDER_TO_RATE && now_us - *sent_us >= REPEAT_US);
}

/* What is no longer so, or disturbs now. */
static void
take_back (IkReminderSender *self,
           GHashTable       *still)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (still != NULL && g_hash_table_contains (still, key))
        continue;

      g_application_withdraw_notification (self->application, key);
      g_hash_table_iter_remove (&iter);
    }
}

static void
remind (IkReminderSender *self,
        GPtrArray        *reminders)
{
  gint64 now_us = ik_clock_wall_us (ik_library_get_clock (self->library));
  g_autoptr(GHashTable) still = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const IkReminder *reminder = reminders->pdata[i];
      char *key = dup_key (reminder);

      g_hash_table_add (still, key);
      if (is_due (self, reminder, key, now_us))
        send_reminder (self, reminder, key, now_us);
    }
  take_back (self, still);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkReminderSender *self = IK_REMINDER_SENDER (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reminders = ik_job_run_finish (result, &error);

  self->is_checking = FALSE;
  /* Or they were turned off meanwhile. */
  if (self->quiet || self->library == NULL || ik_settings_get_reminder_minutes () == 0)
    return;

  /* The pages say by themselves that a library can't be read. */
  if (reminders != NULL)
    remind (self, reminders);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("No reminders: %s", error->message);
}

static void
check (IkReminderSender *self)
{
  guint minutes = ik_settings_get_reminder_minutes ();

  if (minutes == 0 || self->quiet)
    {
      take_back (self, NULL);
      return;
    }
  if (self->is_checking)
    return;

  self->is_checking = TRUE;
  ik_job_run_async (self, self->library, find_job, GUINT_TO_POINTER (minutes), NULL,
                    (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb, NULL);
}

static gboolean
check_cb (gpointer data)
{
  check (data);
  return G_SOURCE_CONTINUE;
}

static void
ik_reminder_sender_dispose (GObject *object)
{
  IkReminderSender *self = IK_REMINDER_SENDER (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->application != NULL)
    take_back (self, NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (ik_reminder_sender_parent_class)->dispose (object);
}

static void
ik_reminder_sender_finalize (GObject *object)
{
  IkReminderSender *self = IK_REMINDER_SENDER (object);

  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->shown);

  G_OBJECT_CLASS (ik_reminder_sender_parent_class)->finalize (object);
}

static void
ik_reminder_sender_class_init (IkReminderSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ik_reminder_sender_dispose;
  object_class->finalize = ik_reminder_sender_finalize;
}

static void
ik_reminder_sender_init (IkReminderSender *self)
{
  self->cancellable = g_cancellable_new ();
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ik_reminder_sender_new:
 * @application: what sends, with the actions "show-planned" and "show-review",
 *   which take the id of an interview
 * @library: whose interviews
 *
 * Returns: (transfer full): a sender; it looks at once, and reminds as long as
 *   it lives
 */
IkReminderSender *
ik_reminder_sender_new (GApplication *application,
                        IkLibrary    *library)
{
  IkReminderSender *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);

  self = g_object_new (IK_TYPE_REMINDER_SENDER, NULL);
  self->application = g_object_ref (application);
  self->library = g_object_ref (library);
  self->check_id = g_timeout_add_seconds (CHECK_S, check_cb, self);
  check (self);

  return self;
}

/**
 * ik_reminder_sender_set_quiet:
 * @self: a sender
 * @quiet: whether an interview is held in the window, be it a practice
 *
 * Keeps silent, or looks again.
 */
void
ik_reminder_sender_set_quiet (IkReminderSender *self,
                              gboolean          quiet)
{
  g_return_if_fail (IK_IS_REMINDER_SENDER (self));

  if (self->quiet == !!quiet)
    return;

  self->quiet = !!quiet;
  check (self);
}
