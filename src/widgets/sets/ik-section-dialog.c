#include "ik-section-dialog.h"

#include <glib/gi18n.h>

#include "ik-dialog-fit.h"
#include "ik-text-area.h"

/**
 * IkSectionDialog:
 *
 * Title and script of a section of a question set. Emits "saved" with a
 * section of the same id, then closes.
 */
struct _IkSectionDialog
{
  AdwWindow            parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkButton           *save_button;
  GtkEntry            *title_entry;
  IkTextArea          *introduction;

  char                *section_id; /* owned, nullable for a new one */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSectionDialog, ik_section_dialog, ADW_TYPE_WINDOW)

static char *
dup_title (IkSectionDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
}

static void
title_changed_cb (IkSectionDialog *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.save", title[0] != '\0');
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkSectionDialog *self = IK_SECTION_DIALOG (widget);
  g_autofree char *title = dup_title (self);
  g_autofree char *introduction = ik_text_area_dup_text (self->introduction);
  g_autoptr(IkSetSection) section = ik_set_section_new (title, introduction);

  if (self->section_id != NULL)
    {
      g_free (section->id);
      section->id = g_strdup (self->section_id);
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, section);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_section_dialog_finalize (GObject *object)
{
  IkSectionDialog *self = IK_SECTION_DIALOG (object);

  g_free (self->section_id);

  G_OBJECT_CLASS (ik_section_dialog_parent_class)->finalize (object);
}

static void
ik_section_dialog_class_init (IkSectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_section_dialog_finalize;

  /* With an IkSetSection that is the dialog's. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_SECTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (IK_TYPE_TEXT_AREA);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-section-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSectionDialog, group);
  gtk_widget_class_bind_template_child (widget_class, IkSectionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkSectionDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, IkSectionDialog, introduction);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);

  gtk_widget_class_install_action (widget_class, "section.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "section.save", NULL);
}

static void
ik_section_dialog_init (IkSectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
  title_changed_cb (self);
}

/**
 * ik_section_dialog_new:
 * @parent: the window it belongs to
 * @section: (nullable): what to edit, %NULL for a new section
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkSectionDialog *
ik_section_dialog_new (GtkWindow          *parent,
                       const IkSetSection *section)
{
  IkSectionDialog *self = g_object_new (IK_TYPE_SECTION_DIALOG,
                                        "transient-for", parent,
                                        "title", section != NULL ? _("Edit Section")
                                                                 : _("New Section"),
                                        NULL);

  ik_dialog_fit (GTK_WINDOW (self));
  gtk_button_set_label (self->save_button, section != NULL ? _("_Save") : _("_Add"));
  if (section != NULL)
    {
      self->section_id = g_strdup (section->id);
      gtk_editable_set_text (GTK_EDITABLE (self->title_entry), section->title);
      ik_text_area_set_text (self->introduction, section->introduction);
    }

  return self;
}

/**
 * ik_section_dialog_set_hint:
 * @hint: a sentence
 *
 * Says above the fields what adding the section does.
 */
void
ik_section_dialog_set_hint (IkSectionDialog *self,
                            const char      *hint)
{
  g_return_if_fail (IK_IS_SECTION_DIALOG (self));

  adw_preferences_group_set_description (self->group, hint);
}
