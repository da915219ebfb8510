#include "ik-application.h"

#include <glib/gi18n.h>

#include "ik-file-dialog.h"
#include "ik-library.h"
#include "ik-live-page.h"
#include "ik-widgets.h"
#include "ik-window.h"

#define APP_ID "com.example.InterviewKit"

/**
 * IkApplication:
 *
 * The program with a window. It makes the window, brings it into view and does
 * nothing else before the first frame; files that it is started with are
 * imported.
 */
struct _IkApplication
{
  AdwApplication  parent_instance;

  char           *library_path; /* owned */
};

G_DEFINE_FINAL_TYPE (IkApplication, ik_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3]; /* ends with NULL */
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.import", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.new-set", { "<Control>n" } },
  { "win.show-page::today", { "<Control>1" } },
  { "win.show-page::packs", { "<Control>2" } },
  { "win.show-page::sets", { "<Control>3" } },
  { "win.show-page::candidates", { "<Control>4" } },
  { "win.show-page::rubrics", { "<Control>5" } },
  { "win.show-page::insight", { "<Control>6" } },
};

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication *self = user_data;
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (self)) != NULL)
    gtk_window_destroy (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Interview Kit"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Interview Kit authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Prepare, hold and report interviews in person. "
                                       "Works without a network and without an account."),
                         NULL);
}

static IkWindow *
ensure_window (IkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !IK_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = GTK_WINDOW (ik_window_new (GTK_APPLICATION (self), self->library_path));
  gtk_window_present (window);

  return IK_WINDOW (window);
}

/* What a reminder leads to; an interview that is held meanwhile stays in view. */
static void
show_planned_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  IkWindow *window = ensure_window (user_data);

  if (!IK_IS_LIVE_PAGE (ik_window_get_full (window)))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.prepare", parameter);
}

static void
show_review_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  IkWindow *window = ensure_window (user_data);

  if (!IK_IS_LIVE_PAGE (ik_window_get_full (window)))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.review", parameter);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
  { "show-planned", show_planned_cb, "s" },
  { "show-review", show_review_cb, "s" },
};

static void
ik_application_activate (GApplication *application)
{
  ensure_window (IK_APPLICATION (application));
}

static void
ik_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  ik_window_import (ensure_window (IK_APPLICATION (application)), files, n_files);
}

static void
ik_application_startup (GApplication *application)
{
  ik_widgets_init ();

  G_APPLICATION_CLASS (ik_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accels[i].action, accels[i].accels);
}

static void
ik_application_finalize (GObject *object)
{
  IkApplication *self = IK_APPLICATION (object);

  g_free (self->library_path);

  G_OBJECT_CLASS (ik_application_parent_class)->finalize (object);
}

/* GTK writes its list of recent files once more here. */
static void
ik_application_shutdown (GApplication *application)
{
  ik_file_dialog_forget_files ();

  G_APPLICATION_CLASS (ik_application_parent_class)->shutdown (application);
}

static void
ik_application_class_init (IkApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = ik_application_finalize;
  application_class->activate = ik_application_activate;
  application_class->open = ik_application_open;
  application_class->shutdown = ik_application_shutdown;
  application_class->startup = ik_application_startup;
}

static void
ik_application_init (IkApplication *self)
{
}

/**
 * ik_application_new:
 * @library_path: (nullable): file of the library, %NULL for the default one
 *
 * Windows on the default library are one program; a library named by the
 * person gets a program of its own.
 *
 * Returns: (transfer full): the application
 */
IkApplication *
ik_application_new (const char *library_path)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_OPEN;
  IkApplication *self;

  if (library_path != NULL)
    flags |= G_APPLICATION_NON_UNIQUE;

  self = g_object_new (IK_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", flags,
                       "resource-base-path", "/com/example/InterviewKit",
                       NULL);
  self->library_path = library_path != NULL ? g_strdup (library_path)
                                            : ik_library_dup_default_path ();

  return self;
}

/**
 * ik_application_run:
 * @argc: number of arguments
 * @argv: name of the program and files to import
 * @library_path: (nullable): file of the library, %NULL for the default one
 *
 * Runs the window until it is closed.
 *
 * Returns: exit status
 */
int
ik_application_run (int          argc,
                    char       **argv,
                    const char  *library_path)
{
  g_autoptr(IkApplication) self = ik_application_new (library_path);

  return g_application_run (G_APPLICATION (self), argc, argv);
}
