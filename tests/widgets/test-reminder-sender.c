#include "ik-reminder-sender.h"
#include "ik-settings.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"

#define NOON_US G_GINT64_CONSTANT (1770000000000000)

/* What a desktop offers, as far as notifications go. */
static const char service_xml[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "</interface></node>";

#define SERVICE_NAME "org.freedesktop.Notifications"
#define SERVICE_PATH "/org/freedesktop/Notifications"

typedef struct
{
  IkTestLibrary     base;
  IkManualClock    *clock;
  IkClock          *first_clock; /* what the library's threads may still read */
  char             *id;
  GApplication     *application;
  IkReminderSender *sender;

  GDBusConnection  *connection;
  guint             name_id;
  guint             object_id;
  gboolean          is_owned;

  char             *title;    /* (nullable): of the last notification */
  guint             n_sent;
  guint             n_closed;
  gboolean          is_answered; /* the last question that catch_up() asked */
  char             *opened;   /* (nullable): id that a click led to */
} Fixture;

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (method, "Notify"))
    {
      g_free (fixture->title);
      g_variant_get_child (parameters, 3, "s", &fixture->title);
      fixture->n_sent++;
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(u)", fixture->n_sent));
    }
  else if (g_str_equal (method, "GetCapabilities"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
    }
  else
    {
      fixture->n_closed++;
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  ((Fixture *) user_data)->is_owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Fixture *) data)->is_owned;
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
start_service (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (service_xml, NULL);

  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  fixture->object_id = g_dbus_connection_register_object (fixture->connection, SERVICE_PATH,
                                                          info->interfaces[0], &vtable, fixture,
                                                          NULL, NULL);
  fixture->name_id = g_bus_own_name_on_connection (fixture->connection, SERVICE_NAME, 0, owned_cb,
                                                   NULL, fixture, NULL);
  ik_test_widgets_wait (is_owned, fixture);
}

static void
start_application (Fixture *fixture)
{
  static const GActionEntry actions[] = {
    { "show-planned", opened_cb, "s" },
    { "show-review", opened_cb, "s" },
  };

  fixture->application = g_application_new ("com.example.InterviewKit.Reminders",
                                            G_APPLICATION_NON_UNIQUE);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->application), actions,
                                   G_N_ELEMENTS (actions), fixture);
  g_assert_true (g_application_register (fixture->application, NULL, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->clock = ik_manual_clock_new (NOON_US);
  fixture->first_clock = g_object_ref (ik_library_get_clock (fixture->base.library));
  ik_library_set_clock (fixture->base.library, IK_CLOCK (fixture->clock));
  fixture->id = ik_test_interview_plan (&fixture->base);
  ik_test_library_run_sql (&fixture->base,
                           "UPDATE interview SET planned_at = 1770000000000000 + 3600000000");
  start_service (fixture);
  start_application (fixture);
  fixture->sender = ik_reminder_sender_new (fixture->application, fixture->base.library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_run_dispose (G_OBJECT (fixture->sender));
  ik_test_widgets_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->sender));
  g_clear_object (&fixture->application);
  g_bus_unown_name (fixture->name_id);
  g_dbus_connection_unregister_object (fixture->connection, fixture->object_id);
  g_clear_object (&fixture->connection);
  g_free (fixture->title);
  g_free (fixture->opened);
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->first_clock);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  ((Fixture *) user_data)->is_answered = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Fixture *) data)->is_answered;
}

/* Lets the sender do what is to be done. The bus keeps the order of what is
 * said: with the first answer all that was sent has arrived, with the second
 * also what was said in answer to that. */
static void
catch_up (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      ik_test_widgets_settle ();
      fixture->is_answered = FALSE;
      g_dbus_connection_call (fixture->connection, SERVICE_NAME, SERVICE_PATH, SERVICE_NAME,
                              "GetCapabilities", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                              answered_cb, fixture);
      ik_test_widgets_wait (is_answered, fixture);
    }
}

static void
check_at (Fixture *fixture,
          int      minutes)
{
  gint64 now_us = ik_clock_wall_us (IK_CLOCK (fixture->clock));

  catch_up (fixture);
  ik_manual_clock_advance (fixture->clock, NOON_US + minutes * G_TIME_SPAN_MINUTE - now_us);
  ik_reminder_sender_set_quiet (fixture->sender, TRUE);
  ik_reminder_sender_set_quiet (fixture->sender, FALSE);
  catch_up (fixture);
}

static gboolean
was_opened (gpointer data)
{
  return ((Fixture *) data)->opened != NULL;
}

/* Once, before the start; a click leads there. */
static void
test_reminds_once (Fixture       *fixture,
                   gconstpointer  data)
{
  check_at (fixture, 45);
  g_assert_cmpuint (fixture->n_sent, ==, 0);

  check_at (fixture, 52);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
  g_assert_cmpstr (fixture->title, ==, "An interview starts in 8 minutes");
  g_assert_null (strstr (fixture->title, "Ada"));

  g_dbus_connection_emit_signal (fixture->connection, NULL, SERVICE_PATH, SERVICE_NAME,
                                 "ActionInvoked", g_variant_new ("(us)", 1, "default"), NULL);
  ik_test_widgets_wait (was_opened, fixture);
  g_assert_cmpstr (fixture->opened, ==, fixture->id);

  check_at (fixture, 55);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

/* An interview is held: what was said is taken back. */
static void
test_quiet (Fixture       *fixture,
            gconstpointer  data)
{
  check_at (fixture, 52);
  g_assert_cmpuint (fixture->n_closed, ==, 0);
  ik_reminder_sender_set_quiet (fixture->sender, TRUE);
  catch_up (fixture);
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static void
test_off (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  g_assert_nonnull (settings);
  g_settings_set_boolean (settings, "remind", FALSE);
  check_at (fixture, 52);
  g_assert_cmpuint (fixture->n_sent, ==, 0);

  g_settings_set_boolean (settings, "remind", TRUE);
  g_settings_set_int (settings, "remind-minutes", 5);
  check_at (fixture, 54);
  g_assert_cmpuint (fixture->n_sent, ==, 0);
  check_at (fixture, 55);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
  g_settings_reset (settings, "remind-minutes");
  g_settings_reset (settings, "remind");
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/widgets/reminder-sender/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("reminds-once", test_reminds_once);
  ADD ("quiet", test_quiet);
  ADD ("off", test_off);

  return g_test_run ();
}
