#include "ik-lock-watch.h"

/* Each desktop has a name of its own for the same signal. */
static const char *const services[] = {
  "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.cinnamon.ScreenSaver",
  "org.mate.ScreenSaver", "org.xfce.ScreenSaver",
};

/**
 * IkLockWatch:
 *
 * Tells when the screen is locked. GtkApplication:screensaver-active knows
 * GNOME's only, and only where the program registers with the session. Main
 * loop only.
 */
struct _IkLockWatch
{
  GObject          parent_instance;

  GDBusConnection *connection;  /* (nullable) (owned): until it is there */
  GCancellable    *cancellable; /* (owned) */
  guint            subscriptions[G_N_ELEMENTS (services)];
};

typedef enum
{
  SIGNAL_LOCKED,
} IkLockWatchSignal;

static guint signals[SIGNAL_LOCKED + 1];

G_DEFINE_FINAL_TYPE (IkLockWatch, ik_lock_watch, G_TYPE_OBJECT)

static void
active_changed_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  gboolean is_active = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &is_active);
  if (is_active)
    g_signal_emit (user_data, signals[SIGNAL_LOCKED], 0);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(IkLockWatch) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) connection = g_bus_get_finish (result, &error);

  /* Without a bus nothing locks the screen that could be heard of. */
  if (connection == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->connection = g_steal_pointer (&connection);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    self->subscriptions[i] =
      g_dbus_connection_signal_subscribe (self->connection, services[i], services[i],
                                          "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          active_changed_cb, self, NULL);
}

static void
ik_lock_watch_dispose (GObject *object)
{
  IkLockWatch *self = IK_LOCK_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; self->connection != NULL && i < G_N_ELEMENTS (services); i++)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscriptions[i]);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (ik_lock_watch_parent_class)->dispose (object);
}

static void
ik_lock_watch_finalize (GObject *object)
{
  g_object_unref (IK_LOCK_WATCH (object)->cancellable);

  G_OBJECT_CLASS (ik_lock_watch_parent_class)->finalize (object);
}

static void
ik_lock_watch_class_init (IkLockWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ik_lock_watch_dispose;
  object_class->finalize = ik_lock_watch_finalize;

  /**
   * IkLockWatch::locked:
   * @self: the watch
   *
   * The screen was locked.
   */
  signals[SIGNAL_LOCKED] =
    g_signal_new ("locked", IK_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
ik_lock_watch_init (IkLockWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ik_lock_watch_new:
 *
 * Returns: (transfer full): a watch; dispose of it to end it, as it is held
 *   until the session bus answered
 */
IkLockWatch *
ik_lock_watch_new (void)
{
  IkLockWatch *self = g_object_new (IK_TYPE_LOCK_WATCH, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, connected_cb, g_object_ref (self));

  return self;
}
