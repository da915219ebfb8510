#include "ik-pasted-file.h"

#include "ik-task.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the clipboard holds, to be kept as a file: files are read where they
 * lie, a picture and a text become one. */

typedef struct
{
  GPtrArray    *files; /* (nullable) (element-type GFile) */
  IkAttachment *file;  /* (nullable) */
} Pasted;

static void
pasted_free (gpointer data)
{
  Pasted *self = data;

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->file, ik_attachment_free);
  g_free (self);
}

static void
return_file (GTask        *task,
             IkAttachment *file)
{
  Pasted *pasted = g_new0 (Pasted, 1);

  pasted->file = file;
  g_task_return_pointer (task, pasted, pasted_free);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  Pasted *pasted = g_new0 (Pasted, 1);

  if (value != NULL)
    {
      pasted->files = g_ptr_array_new_with_free_func (g_object_unref);
      for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
        g_ptr_array_add (pasted->files, g_object_ref (file->data));
    }
  g_task_return_pointer (task, pasted, pasted_free);
}

/* A large picture takes a second to pack. */
static void
pack_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  g_autoptr(GBytes) png = gdk_texture_save_to_png_bytes (task_data);

  return_file (task, ik_attachment_new (_("Pasted picture.png"), "image/png", IK_SIDE_INTERVIEWER,
                                        png));
}

static void
picture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture == NULL)
    {
      return_file (task, NULL);
      return;
    }

  g_task_set_task_data (task, texture, g_object_unref);
  ik_task_run_in_thread (task, pack_cb);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr(GBytes) data = NULL;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return_file (task, NULL);
      return;
    }

  data = g_bytes_new_take (text, strlen (text));
  return_file (task, ik_attachment_new (_("Pasted text.txt"), "text/plain", IK_SIDE_INTERVIEWER,
                                        data));
}

/**
 * ik_pasted_file_read_async:
 * @widget: who wants it
 *
 * Reads the clipboard: files before a picture, a picture before a text.
 */
void
ik_pasted_file_read_async (GtkWidget           *widget,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr(GdkContentFormats) readable =
    gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  GTask *task = g_task_new (widget, NULL, callback, user_data);

  g_task_set_source_tag (task, ik_pasted_file_read_async);
  if (gdk_content_formats_contain_gtype (readable, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, task);
  else if (gdk_content_formats_contain_gtype (readable, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, picture_read_cb, task);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, task);
}

/**
 * ik_pasted_file_read_finish:
 * @result: result of the call
 * @out_files: (out) (nullable) (element-type GFile): files of the disk to be read
 *
 * Returns: (transfer full) (nullable): a picture or a text as a file
 */
IkAttachment *
ik_pasted_file_read_finish (GAsyncResult  *result,
                            GPtrArray    **out_files)
{
  Pasted *pasted = g_task_propagate_pointer (G_TASK (result), NULL);
  IkAttachment *file;

  *out_files = g_steal_pointer (&pasted->files);
  file = g_steal_pointer (&pasted->file);
  pasted_free (pasted);

  return file;
}
