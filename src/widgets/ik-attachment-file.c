#include "ik-attachment-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ik-task.h"
#include "ik-toast.h"

/* A CV or a diagram is a few pages; what is larger does not belong into the
 * library. */
#define MAX_FILE_BYTES (20 * 1000 * 1000)

typedef struct
{
  GFile  *file; /* owned */
  IkSide  side;
} ReadData;

static void
read_data_free (ReadData *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static IkAttachment *
read_attachment (GFile   *file,
                 IkSide   side,
                 GError **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file,
                                                 G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                                                 G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME ","
                                                 G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr(GBytes) data = NULL;
  g_autofree char *media_type = NULL;

  if (info == NULL)
    return NULL;

  if (g_file_info_get_size (info) > MAX_FILE_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("“%s” is larger than 20 MB: add a smaller copy"),
                   g_file_info_get_display_name (info));
      return NULL;
    }

  data = g_file_load_bytes (file, NULL, NULL, error);
  if (data == NULL)
    return NULL;

  media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));

  return ik_attachment_new (g_file_info_get_display_name (info),
                            media_type != NULL ? media_type : "application/octet-stream",
                            side, data);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  ReadData *data = task_data;
  GError *error = NULL;
  IkAttachment *attachment = read_attachment (data->file, data->side, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, (GDestroyNotify) ik_attachment_free);
  else
    g_task_return_error (task, error);
}

/**
 * ik_attachment_file_read_async:
 * @widget: who wants it
 * @file: a file
 * @side: who may see it
 *
 * Reads a file on a thread; one of more than 20 MB is refused.
 */
void
ik_attachment_file_read_async (GtkWidget           *widget,
                               GFile               *file,
                               IkSide               side,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  ReadData *data;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  data = g_new0 (ReadData, 1);
  data->file = g_object_ref (file);
  data->side = side;
  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_task_data (task, data, (GDestroyNotify) read_data_free);
  ik_task_run_in_thread (task, read_thread);
}

IkAttachment *
ik_attachment_file_read_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A copy that only this user can read, gone with the session. */
static GFile *
write_copy (const IkAttachment  *attachment,
            GError             **error)
{
  g_autofree char *directory = g_build_filename (g_get_user_runtime_dir (), "interview-kit", NULL);
  g_autofree char *base_name = g_path_get_basename (attachment->name);
  g_autofree char *path = g_build_filename (directory, base_name, NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (attachment->data, &size);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("The folder “%s” for opened files can't be made"), directory);
      return NULL;
    }
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 error))
    return NULL;

  return g_file_new_for_path (path);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = write_copy (task_data, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *uri = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));

  if (file == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  uri = g_file_get_uri (file);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

/**
 * ik_attachment_file_open:
 * @widget: where it is shown
 * @attachment: a file of the library
 *
 * Opens a copy of a file with the program that is usual for its kind.
 */
void
ik_attachment_file_open (GtkWidget          *widget,
                         const IkAttachment *attachment)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (attachment != NULL);

  task = g_task_new (widget, NULL, copied_cb, NULL);
  g_task_set_task_data (task, ik_attachment_copy (attachment),
                        (GDestroyNotify) ik_attachment_free);
  ik_task_run_in_thread (task, copy_thread);
}
