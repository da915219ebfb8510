#include "ik-preferences-window.h"

#include "ik-dialog-fit.h"
#include "ik-own-texts-editor.h"
#include "ik-owner-row.h"
#include "ik-settings.h"
#include "ik-spin-button.h"

/* No slot is longer than a day. */
#define MAX_WARNING_MINUTES (24 * 60)

/**
 * IkPreferencesWindow:
 *
 * What is said once: the name that stands on reports the quick chips and the
 * comments, kept in the library; how an interview is held and the paper of reports, kept in
 * the settings.
 */
struct _IkPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  /* Template */
  IkOwnerRow           *owner;
  GtkWidget            *interview_group;
  GtkEditable          *warnings;
  GtkSpinButton        *review_minutes;
  GtkSwitch            *go_on;
  GtkSwitch            *mark_notes;
  GtkWidget            *reminders_group;
  GtkSwitch            *remind;
  GtkSpinButton        *remind_minutes;
  IkOwnTextsEditor     *chips;
  IkOwnTextsEditor     *comments;
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

static char *
format_warnings (void)
{
  g_autoptr(GArray) minutes = ik_settings_get_warning_minutes ();
  GString *text = g_string_new (NULL);

  for (guint i = minutes->len; i > 0; i--)
    g_string_append_printf (text, "%s%d", text->len > 0 ? ", " : "",
                            g_array_index (minutes, int, i - 1));

  return g_string_free (text, FALSE);
}

/* Whole minutes with whatever stands between them; nothing else is taken. */
static gboolean
parse_warnings (const char  *text,
                GVariant   **out_minutes)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ,;", -1);
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ai"));

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 minutes;

      if (*words[i] == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (words[i], 10, 1, MAX_WARNING_MINUTES, &minutes, NULL))
        return FALSE;
      g_variant_builder_add (&builder, "i", (int) minutes);
    }

  *out_minutes = g_variant_ref_sink (g_variant_builder_end (&builder));
  return TRUE;
}

static void
warnings_cb (IkPreferencesWindow *self)
{
  g_autoptr(GVariant) minutes = NULL;

  if (self->settings == NULL)
    return;

  if (parse_warnings (gtk_editable_get_text (self->warnings), &minutes))
    {
      g_settings_set_value (self->settings, "warning-minutes", minutes);
      gtk_widget_remove_css_class (GTK_WIDGET (self->warnings), "error");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->warnings), "error");
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

  g_type_ensure (IK_TYPE_OWN_TEXTS_EDITOR);
  g_type_ensure (IK_TYPE_OWNER_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, interview_group);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, review_minutes);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, go_on);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, mark_notes);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, reminders_group);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, remind);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, remind_minutes);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, IkPreferencesWindow, comments);
  gtk_widget_class_bind_template_callback (widget_class, warnings_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_preferences_window_init (IkPreferencesWindow *self)
{
  g_autoptr(GSettings) settings = ik_settings_new ();
  g_autofree char *warnings = format_warnings ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->review_minutes);
  ik_spin_button_init (self->remind_minutes);

  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), settings != NULL);
  gtk_widget_set_sensitive (self->interview_group, settings != NULL);
  gtk_widget_set_sensitive (self->reminders_group, settings != NULL);
  gtk_editable_set_text (self->warnings, warnings);
  if (settings != NULL)
    {
      adw_combo_row_set_selected (self->paper, (guint) g_settings_get_enum (settings, "page-size"));
      g_settings_bind (settings, "review-minutes", self->review_minutes, "value",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "go-on-after-rating", self->go_on, "active",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "mark-notes", self->mark_notes, "active",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "remind", self->remind, "active", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "remind-minutes", self->remind_minutes, "value",
                       G_SETTINGS_BIND_DEFAULT);
    }
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
  ik_page_set_library (IK_PAGE (self->chips), library);
  ik_page_set_library (IK_PAGE (self->comments), library);
  gtk_widget_child_focus (GTK_WIDGET (self->owner), GTK_DIR_TAB_FORWARD);

  return GTK_WIDGET (self);
}
