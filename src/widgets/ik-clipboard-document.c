#include "ik-clipboard-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-import-source.h"

/* What the clipboard holds, as documents to import. Each step goes on to the
 * next where it finds nothing. */

#define PAGE_TYPE "text/html"

static GPtrArray *
file_list_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
return_document (GTask    *task,
                 GBytes   *text, /* nullable */
                 gboolean  is_page)
{
  GPtrArray *files = file_list_new ();

  if (text != NULL && g_bytes_get_size (text) > 0)
    g_ptr_array_add (files, ik_import_source_file_for_text (text, _("Clipboard"), is_page));
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

static void
page_spliced_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GBytes) page = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    page = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

  return_document (task, page != NULL ? page : g_task_get_task_data (task), page != NULL);
}

static void
page_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                              NULL);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    {
      g_output_stream_splice_async (memory, stream,
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                    G_PRIORITY_DEFAULT, NULL, page_spliced_cb, task);
      return;
    }

  return_document (task, g_task_get_task_data (task), FALSE);
  g_object_unref (task);
}

/* Editors of Markdown and of tables copy what they show as a page as well;
 * the text then says more than its picture. */
static gboolean
is_source_text (GBytes *text)
{
  IkDocumentKind kind = text != NULL ? ik_document_kind_guess (text, "") : IK_DOCUMENT_KIND_TEXT;

  return kind == IK_DOCUMENT_KIND_MARKDOWN || kind == IK_DOCUMENT_KIND_CSV ||
         kind == IK_DOCUMENT_KIND_JSON;
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  static const char *const page_types[] = { PAGE_TYPE, NULL };
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autoptr(GTask) task = user_data;
  char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  GBytes *bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes != NULL)
    g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);

  if (!is_source_text (bytes) &&
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), PAGE_TYPE))
    gdk_clipboard_read_async (clipboard, (const char **) page_types, G_PRIORITY_DEFAULT, NULL,
                              page_opened_cb, g_steal_pointer (&task));
  else
    return_document (task, bytes, FALSE);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autoptr(GTask) task = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (clipboard, result, NULL);
  GPtrArray *files;

  if (value == NULL)
    {
      gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_steal_pointer (&task));
      return;
    }

  files = file_list_new ();
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ik_clipboard_document_async:
 *
 * Reads files that were copied, else a page or a piece of one, else text.
 */
void
ik_clipboard_document_async (GdkClipboard        *clipboard,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (clipboard, NULL, callback, user_data);
  g_task_set_source_tag (task, ik_clipboard_document_async);
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                         GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, task);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, task);
}

/**
 * ik_clipboard_document_finish:
 *
 * Returns: (element-type GFile) (transfer full): what can be imported, empty
 *   where the clipboard holds nothing of the kind
 */
GPtrArray *
ik_clipboard_document_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ik_clipboard_document_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
