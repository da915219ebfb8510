#include "ik-preferences-window.h"

#include "ik-dialog-fit.h"
#include "ik-owner-row.h"
#include "ik-settings.h"

/**
 * IkPreferencesWindow:
 *
 * What is said once: the name that stands on reports, kept in the library, and
 * the paper they are laid out for, kept in the settings.
 */
struct _IkPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  /* Template */
  IkOwnerRow           *owner;
  AdwComboRow          *paper;

  GSettings            *settings; /* owned; NULL where there are none, or not yet */
};

G_DEFINE_FINAL_TYPE (IkPreferencesWindow, ik_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows stand in the order of the schema. */
static void
paper_cb (IkPreferencesWindow *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "page-size", (int) adw_combo_row_get_selected (self->paper));
}

static void
ik_preferences_window_dispose (GObject *object)
{
  g_clear_object (&IK_PREFERENCES_WINDOW (object)->settings);

  G_OBJECT_CLASS (ik_preferences_window_parent_class)->dispose (object);
}

static void
ik_preferences_window_class_init (IkPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_preferences_window_dispose;

  g_type_ensure (IK_TYPE_OWNER_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, paper);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_preferences_window_init (IkPreferencesWindow *self)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), settings != NULL);
  if (settings != NULL)
    adw_combo_row_set_selected (self->paper, (guint) g_settings_get_enum (settings, "page-size"));
  self->settings = g_steal_pointer (&settings);
}

/**
 * ik_preferences_window_new:
 * @parent: the window it belongs to
 * @library: the library
 *
 * Returns: (transfer none): the window, not presented yet
 */
GtkWidget *
ik_preferences_window_new (GtkWindow *parent,
                           IkLibrary *library)
{
  IkPreferencesWindow *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);

  self = g_object_new (IK_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  ik_page_set_library (IK_PAGE (self->owner), library);
  gtk_widget_child_focus (GTK_WIDGET (self->owner), GTK_DIR_TAB_FORWARD);

  return GTK_WIDGET (self);
}
