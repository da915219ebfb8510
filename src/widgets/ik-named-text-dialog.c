#include "ik-named-text-dialog.h"

#include "ik-close-guard.h"
#include "ik-dialog-fit.h"
#include "ik-scale-uses.h"
#include "ik-spin-button.h"
#include "ik-text-area.h"

/* Pixels: all of it, where it is used by a pack, a set and an interview. */
#define WIDTH 520
#define HEIGHT_WITH_USES 540

/**
 * IkNamedTextDialog:
 *
 * Something that has a name and a text to edit, such as a competency or a section
 * of a question set. It needs the name. Emits "saved" or "removed", then closes;
 * who opens it stores what it says.
 */
struct _IkNamedTextDialog
{
  AdwWindow            parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  AdwPreferencesRow   *name_row;
  GtkEntry            *name_entry;
  IkTextArea          *text;
  GtkWidget           *minutes_row;
  GtkSpinButton       *minutes;
  GtkButton           *save_button;
  AdwPreferencesGroup *uses_group;
  GtkWidget           *delete_button;

  char                *id;       /* (owned) (nullable): of what is edited, NULL for a new one */
  char                *old_name; /* (owned) (nullable) */
  char                *old_text; /* (owned) (nullable) */
  guint                old_minutes;
};

typedef enum
{
  SIGNAL_SAVED,
  SIGNAL_REMOVED,
  N_SIGNALS,
} IkNamedTextDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkNamedTextDialog, ik_named_text_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (IkNamedTextDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
}

static void
name_changed_cb (IkNamedTextDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", *name != '\0');
}

static IkChanges
get_changes (GtkWindow *window)
{
  IkNamedTextDialog *self = IK_NAMED_TEXT_DIALOG (window);
  g_autofree char *name = dup_name (self);
  g_autofree char *text = ik_text_area_dup_text (self->text);

  if (g_str_equal (name, self->old_name) && g_str_equal (text, self->old_text) &&
      ik_named_text_dialog_get_minutes (self) == self->old_minutes)
    return IK_CHANGES_NONE;

  return *name != '\0' ? IK_CHANGES_FIT : IK_CHANGES_UNFIT;
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkNamedTextDialog *self = IK_NAMED_TEXT_DIALOG (widget);
  g_autofree char *name = dup_name (self);
  g_autofree char *text = ik_text_area_dup_text (self->text);

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->id, name, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
remove_it (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkNamedTextDialog *self = IK_NAMED_TEXT_DIALOG (widget);

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ik_named_text_dialog_finalize (GObject *object)
{
  IkNamedTextDialog *self = IK_NAMED_TEXT_DIALOG (object);

  g_free (self->id);
  g_free (self->old_name);
  g_free (self->old_text);

  G_OBJECT_CLASS (ik_named_text_dialog_parent_class)->finalize (object);
}

static void
ik_named_text_dialog_class_init (IkNamedTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_named_text_dialog_finalize;

  /* With id, which is NULL for a new one, name and text. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_NAMED_TEXT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  /* With the id of what shall go. */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_NAMED_TEXT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_TEXT_AREA);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-named-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, group);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, text);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, uses_group);
  gtk_widget_class_bind_template_child (widget_class, IkNamedTextDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, remove_it);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.save", NULL);
}

static void
ik_named_text_dialog_init (IkNamedTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->minutes);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  ik_named_text_dialog_set_texts (self, NULL, "", "");
  ik_close_guard_init (GTK_WINDOW (self), "dialog.save", get_changes);
}

/**
 * ik_named_text_dialog_new:
 * @parent: the window it belongs to
 * @title: of the dialog
 *
 * Returns: (transfer none): the window, for something new, not presented yet
 */
IkNamedTextDialog *
ik_named_text_dialog_new (GtkWindow  *parent,
                          const char *title)
{
  IkNamedTextDialog *self = g_object_new (IK_TYPE_NAMED_TEXT_DIALOG,
                                          "transient-for", parent,
                                          "title", title,
                                          NULL);

  ik_dialog_fit (GTK_WINDOW (self));

  return self;
}

/**
 * ik_named_text_dialog_set_labels:
 * @name_label: what the name is called
 * @text_label: what the text is called
 * @save_label: what the button does, with its mnemonic
 *
 * Says what is edited.
 */
void
ik_named_text_dialog_set_labels (IkNamedTextDialog *self,
                                 const char        *name_label,
                                 const char        *text_label,
                                 const char        *save_label)
{
  g_return_if_fail (IK_IS_NAMED_TEXT_DIALOG (self));

  adw_preferences_row_set_title (self->name_row, name_label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), text_label);
  gtk_button_set_label (self->save_button, save_label);
}

/**
 * ik_named_text_dialog_set_texts:
 * @id: (nullable): of what is edited, %NULL for something new
 * @name: its name
 * @text: its text
 *
 * Fills the fields.
 */
void
ik_named_text_dialog_set_texts (IkNamedTextDialog *self,
                                const char        *id,
                                const char        *name,
                                const char        *text)
{
  g_return_if_fail (IK_IS_NAMED_TEXT_DIALOG (self));

  g_free (self->id);
  g_free (self->old_name);
  g_free (self->old_text);
  self->id = g_strdup (id);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name);
  ik_text_area_set_text (self->text, text);
  self->old_name = dup_name (self);
  self->old_text = ik_text_area_dup_text (self->text);
  name_changed_cb (self);
}

/**
 * ik_named_text_dialog_set_minutes:
 * @minutes: how long it may take, 0 where not said
 *
 * Asks for minutes as well. Without this call there are none.
 */
void
ik_named_text_dialog_set_minutes (IkNamedTextDialog *self,
                                  guint              minutes)
{
  g_return_if_fail (IK_IS_NAMED_TEXT_DIALOG (self));

  gtk_widget_set_visible (self->minutes_row, TRUE);
  gtk_spin_button_set_value (self->minutes, minutes);
  self->old_minutes = minutes;
}

/**
 * ik_named_text_dialog_get_minutes:
 *
 * Returns: how long it may take, 0 where not said or not asked for
 */
guint
ik_named_text_dialog_get_minutes (IkNamedTextDialog *self)
{
  g_return_val_if_fail (IK_IS_NAMED_TEXT_DIALOG (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->minutes);
}

/**
 * ik_named_text_dialog_set_hint:
 * @hint: a sentence
 *
 * Says above the fields what saving does.
 */
void
ik_named_text_dialog_set_hint (IkNamedTextDialog *self,
                               const char        *hint)
{
  g_return_if_fail (IK_IS_NAMED_TEXT_DIALOG (self));

  adw_preferences_group_set_description (self->group, hint);
}

/**
 * ik_named_text_dialog_set_uses:
 * @uses: (element-type IkScaleUse): where it is used
 *
 * Lists the uses below the fields, with a button to delete it. Call it once.
 */
void
ik_named_text_dialog_set_uses (IkNamedTextDialog *self,
                               GPtrArray         *uses)
{
  g_return_if_fail (IK_IS_NAMED_TEXT_DIALOG (self));

  ik_scale_uses_fill (self->uses_group, uses, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->uses_group), TRUE);
  gtk_widget_set_visible (self->delete_button, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT_WITH_USES);
  ik_dialog_fit (GTK_WINDOW (self));
}
