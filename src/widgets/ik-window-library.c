#include "ik-window-private.h"

#include <glib/gi18n.h>

#include "ik-dialogs.h"
#include "ik-file-dialog.h"
#include "ik-job.h"
#include "ik-sentence.h"
#include "ik-task.h"
#include "ik-toast.h"

static const char *
describe_error (const GError *error)
{
  if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_DAMAGED))
    return _("The Library Is Damaged");
  if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NEWER))
    return _("The Library Is From a Newer Version");
  if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_OURS))
    return _("This Is Not a Library");
  if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_READ_ONLY))
    return _("The Library Can’t Be Written");

  return _("The Library Can’t Be Opened");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  IkLibrary *library = ik_library_open_finish (result, &error);

  if (library == NULL)
    {
      g_autofree char *sentence = ik_sentence_from_error (error);

      ik_window_show_status (self, describe_error (error), sentence);
      return;
    }

  ik_window_take_library (self, library);
}

/**
 * ik_window_open_library:
 *
 * Opens the library on a thread and hands it to the pages; where that fails
 * the window says why and what to do.
 */
void
ik_window_open_library (IkWindow *self)
{
  g_return_if_fail (IK_IS_WINDOW (self));

  ik_library_open_async (ik_window_get_library_path (self), NULL, opened_cb, g_object_ref (self));
}

static void
open_again (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_window_open_library (IK_WINDOW (widget));
}

static void
library_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  ik_window_take_library (self, NULL);
  ik_window_set_library_path (self, g_file_peek_path (file));
  ik_window_open_library (self);
}

static void
open_other (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_file_dialog_open_async (widget, _("Open Another Library"), IK_FILE_FILTER_LIBRARY, FALSE,
                             library_chosen_cb, NULL);
}

static gpointer
back_up_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *path = data;

  return ik_library_backup (library, path, cancellable, error) ? g_strdup (path) : NULL;
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ik_toast_show_result (GTK_WIDGET (source), result, _("Library backed up to “%s”"));
}

static void
backup_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GFile) file = ik_file_dialog_finish (result);

  if (file != NULL)
    ik_job_run_async (source, ik_window_get_library (IK_WINDOW (source)),
                      back_up_job, g_file_get_path (file), g_free, g_free, NULL,
                      backed_up_cb, NULL);
}

static void
back_up (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: name of a file; the placeholder is a date */
  g_autofree char *title = g_strdup_printf (_("Interview Kit %s"), date);
  g_autofree char *name = ik_file_dialog_make_name (title, "db");

  if (ik_window_get_library (IK_WINDOW (widget)) != NULL)
    ik_file_dialog_save_async (widget, _("Back Up Library"), IK_FILE_FILTER_LIBRARY, name,
                               backup_chosen_cb, NULL);
}

typedef struct
{
  char *path;
  char *backup_path;
} RestoreData;

static void
restore_data_free (RestoreData *data)
{
  g_free (data->path);
  g_free (data->backup_path);
  g_free (data);
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  RestoreData *data = task_data;
  GError *error = NULL;

  if (ik_library_restore (data->path, data->backup_path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ik_toast_show (GTK_WIDGET (self), _("Backup restored; the library it replaced is kept beside it"));
  else
    ik_toast_show_error (GTK_WIDGET (self), error);

  ik_window_open_library (self);
}

static void
restore_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);
  g_autoptr(GTask) task = NULL;
  RestoreData *data;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  data = g_new0 (RestoreData, 1);
  data->path = g_strdup (ik_window_get_library_path (self));
  data->backup_path = g_file_get_path (file);

  ik_window_take_library (self, NULL);
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_task_data (task, data, (GDestroyNotify) restore_data_free);
  ik_task_run_in_thread (task, restore_thread);
}

static void
restore (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ik_file_dialog_open_async (widget, _("Restore a Backup"), IK_FILE_FILTER_LIBRARY, FALSE,
                             restore_chosen_cb, NULL);
}

static gpointer
check_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (!ik_library_check (library, &problems, cancellable, error))
    return NULL;

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (problems, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *problems = ik_job_run_finish (result, &error);

  if (problems == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  else if (problems[0] == '\0')
    ik_toast_show (GTK_WIDGET (source), _("The library is sound"));
  else
    ik_dialogs_tell (GTK_WIDGET (source), _("The Library Is Damaged"), problems);
}

static void
check (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));

  if (library != NULL)
    ik_job_run_async (widget, library, check_job, NULL, NULL, g_free, NULL, checked_cb, NULL);
}

void
ik_window_class_install_library_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-library-again", NULL, open_again);
  gtk_widget_class_install_action (widget_class, "win.open-library", NULL, open_other);
  gtk_widget_class_install_action (widget_class, "win.back-up-library", NULL, back_up);
  gtk_widget_class_install_action (widget_class, "win.restore-library", NULL, restore);
  gtk_widget_class_install_action (widget_class, "win.check-library", NULL, check);
}
