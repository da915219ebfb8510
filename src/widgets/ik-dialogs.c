#include "ik-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* The one place that knows #AdwMessageDialog, which newer releases of
 * libadwaita deprecate. */

static AdwMessageDialog *
create_dialog (GtkWidget  *parent,
               const char *heading,
               const char *body)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                     heading, body));
}

void
ik_dialogs_tell (GtkWidget  *parent,
                 const char *heading,
                 const char *body)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = create_dialog (parent, heading, body);
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
confirm_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "do"));
}

/**
 * ik_dialogs_confirm_async:
 * @action_label: what is going to happen, on the button
 *
 * Asks before something that can't be taken back.
 */
void
ik_dialogs_confirm_async (GtkWidget           *parent,
                          const char          *heading,
                          const char          *body,
                          const char          *action_label,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = create_dialog (parent, heading, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", action_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (confirm_response_cb),
                    g_task_new (parent, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
ik_dialogs_confirm_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
unsaved_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          user_data)
{
  g_autoptr(GTask) task = user_data;
  IkUnsavedAnswer answer = IK_UNSAVED_KEEP_EDITING;

  if (g_str_equal (response, "discard"))
    answer = IK_UNSAVED_DISCARD;
  else if (g_str_equal (response, "save"))
    answer = IK_UNSAVED_SAVE;
  g_task_return_int (task, answer);
}

/**
 * ik_dialogs_ask_unsaved_async:
 * @parent: what is about to be closed
 * @can_save: whether what was changed can be saved as it is
 *
 * Asks what becomes of changes that were not saved.
 */
void
ik_dialogs_ask_unsaved_async (GtkWidget           *parent,
                              gboolean             can_save,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = create_dialog (parent, _("Keep What You Changed?"),
                          can_save ? _("It was not saved yet.")
                                   : _("It can't be saved as it is: something is missing."));
  adw_message_dialog_add_responses (dialog, "keep", _("_Go On Editing"), "discard",
                                    _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  if (can_save)
    {
      adw_message_dialog_add_response (dialog, "save", _("_Save"));
      adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (dialog, can_save ? "save" : "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect (dialog, "response", G_CALLBACK (unsaved_response_cb),
                    g_task_new (parent, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

IkUnsavedAnswer
ik_dialogs_ask_unsaved_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), IK_UNSAVED_KEEP_EDITING);

  return (IkUnsavedAnswer) g_task_propagate_int (G_TASK (result), NULL);
}

static void
option_toggled_cb (GtkCheckButton *button,
                   GTask          *task)
{
  g_task_set_task_data (task, GINT_TO_POINTER (gtk_check_button_get_active (button)), NULL);
}

/**
 * ik_dialogs_confirm_option_async:
 * @option_label: what can be chosen beside, off at first
 * @action_label: what is going to happen, on the button
 *
 * Asks before something that can't be taken back, with one choice about how.
 */
void
ik_dialogs_confirm_option_async (GtkWidget           *parent,
                                 const char          *heading,
                                 const char          *body,
                                 const char          *option_label,
                                 const char          *action_label,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  AdwMessageDialog *dialog = create_dialog (parent, heading, body);
  GtkWidget *option = gtk_check_button_new_with_label (option_label);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", action_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, option);
  g_signal_connect (option, "toggled", G_CALLBACK (option_toggled_cb), task);
  g_signal_connect (dialog, "response", G_CALLBACK (confirm_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ik_dialogs_confirm_option_finish:
 * @out_option: (out): whether the choice was on
 *
 * Returns: whether it was confirmed
 */
gboolean
ik_dialogs_confirm_option_finish (GAsyncResult *result,
                                  gboolean     *out_option)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  *out_option = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
text_changed_cb (GtkEditable      *entry,
                 AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "do", text[0] != '\0');
}

static void
text_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  gpointer          user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  char *text = NULL;

  if (g_str_equal (response, "do"))
    text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_task_return_pointer (task, text, g_free);
}

/* Takes the task. */
static void
ask_in_entry (GtkWidget  *parent,
              const char *heading,
              const char *body, /* nullable */
              GtkWidget  *entry,
              const char *action_label,
              GTask      *task)
{
  AdwMessageDialog *dialog = create_dialog (parent, heading, body);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", action_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "do");
  adw_message_dialog_set_close_response (dialog, "cancel");

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect (entry, "changed", G_CALLBACK (text_changed_cb), dialog);
  text_changed_cb (GTK_EDITABLE (entry), dialog);

  g_signal_connect (dialog, "response", G_CALLBACK (text_response_cb), task);
  gtk_widget_grab_focus (entry);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ik_dialogs_ask_text_async:
 * @text: what the field holds at first
 * @action_label: what is going to happen, on the button
 *
 * Asks for one line of text that is not empty.
 */
void
ik_dialogs_ask_text_async (GtkWidget           *parent,
                           const char          *heading,
                           const char          *text,
                           const char          *action_label,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkWidget *entry = gtk_entry_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ask_in_entry (parent, heading, NULL, entry, action_label,
                g_task_new (parent, NULL, callback, user_data));
}

/* What stands in the clipboard is offered, as long as nothing was typed. */
static void
address_pasted_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GtkEditable) entry = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || !g_str_has_prefix (g_strstrip (text), "https://") ||
      strpbrk (text, " \t\r\n") != NULL || gtk_editable_get_text (entry)[0] != '\0')
    return;

  gtk_editable_set_text (entry, text);
  gtk_editable_select_region (entry, 0, -1);
}

/**
 * ik_dialogs_ask_address_async:
 * @action_label: what is going to happen, on the button
 *
 * Asks for an address of the web. One that was copied before is offered.
 */
void
ik_dialogs_ask_address_async (GtkWidget           *parent,
                              const char          *heading,
                              const char          *body,
                              const char          *action_label,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GtkWidget *entry = gtk_entry_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "https://");
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 30);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (parent), NULL, address_pasted_cb,
                                 g_object_ref (entry));
  ask_in_entry (parent, heading, body, entry, action_label,
                g_task_new (parent, NULL, callback, user_data));
}

/**
 * ik_dialogs_ask_text_finish:
 *
 * Returns: (nullable): the text without white space around it, %NULL where
 *   the person cancelled
 */
char *
ik_dialogs_ask_text_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
