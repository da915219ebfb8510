/* The ways of a document into the window that don't lead over a file. */

#include <string.h>

#include "ik-clipboard-document.h"
#include "ik-import-page.h"
#include "ik-import-source.h"
#include "ik-test-window.h"

#define LIST "# Tea\n\n## Why is it hot?\n\nIt was boiled.\n"
#define PROSE "Why is it hot?"
#define PIECE "<p>Why is it <b>hot</b>?</p>"

typedef struct
{
  GPtrArray *files; /* owned, nullable */
  gboolean   is_done;
} Reading;

static GdkClipboard *
get_clipboard (IkTestWindow *test)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (test->window));
}

static GdkContentProvider *
provide (const char *media_type,
         const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gdk_content_provider_new_for_bytes (media_type, bytes);
}

/* What other programs put there: text and, where there is one, a page. */
static void
copy (IkTestWindow *test,
      const char   *text,
      const char   *page)
{
  GdkContentProvider *parts[] = {
    provide ("text/plain;charset=utf-8", text),
    provide ("text/html", page),
  };
  g_autoptr(GdkContentProvider) all = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));

  g_assert_true (gdk_clipboard_set_content (get_clipboard (test), all));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;

  reading->files = ik_clipboard_document_finish (result);
  reading->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Reading *) data)->is_done;
}

static GPtrArray *
read_clipboard (IkTestWindow *test)
{
  Reading reading = { NULL };

  ik_clipboard_document_async (get_clipboard (test), read_cb, &reading);
  ik_test_widgets_wait (is_done, &reading);
  return reading.files;
}

static void
assert_clipboard_holds (IkTestWindow *test,
                        const char   *text)
{
  g_autoptr(GPtrArray) files = read_clipboard (test);
  g_autoptr(IkImportSource) source = NULL;

  g_assert_cmpuint (files->len, ==, 1);
  source = ik_import_source_load (files->pdata[0], IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL);
  g_assert_cmpstr (source->name, ==, "Clipboard");
  g_assert_cmpmem (g_bytes_get_data (source->bytes, NULL), g_bytes_get_size (source->bytes),
                   text, strlen (text));
}

static void
test_clipboard (IkTestWindow  *test,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/tea.md");
  g_autoptr(GPtrArray) nothing = NULL;
  GFile *both[] = { file, file };
  GdkFileList *list;

  g_test_summary ("Files, then the source of a document, then a page, then any text");

  gdk_clipboard_set_text (get_clipboard (test), PROSE);
  assert_clipboard_holds (test, PROSE);
  copy (test, LIST, PIECE);
  assert_clipboard_holds (test, LIST);
  copy (test, PROSE, PIECE);
  assert_clipboard_holds (test, "<!DOCTYPE html>" PIECE);

  list = gdk_file_list_new_from_array (both, G_N_ELEMENTS (both));
  gdk_clipboard_set (get_clipboard (test), GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  files = read_clipboard (test);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_true (g_file_equal (files->pdata[0], file));

  gdk_clipboard_set_content (get_clipboard (test), NULL);
  nothing = read_clipboard (test);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static gboolean
shows_import (gpointer data)
{
  IkTestWindow *test = data;

  return IK_IS_IMPORT_PAGE (ik_window_get_full (test->window));
}

static void
test_paste (IkTestWindow  *test,
            gconstpointer  data)
{
  g_test_summary ("Ctrl+V on the packs imports what was copied");

  gdk_clipboard_set_text (get_clipboard (test), LIST);
  ik_window_show_page (test->window, "sets");
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+v");
  g_assert_false (shows_import (test));

  ik_window_show_page (test->window, "packs");
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+v");
  ik_test_widgets_wait (shows_import, test);
}

static void
test_paste_nothing (IkTestWindow  *test,
                    gconstpointer  data)
{
  g_test_summary ("An empty clipboard opens no import");

  gdk_clipboard_set_content (get_clipboard (test), NULL);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.paste-questions", NULL);
  ik_test_widgets_settle ();
  g_assert_false (shows_import (test));
}

/* Opens the dialog and waits for what it offers. */
static GtkEditable *
open_dialog (IkTestWindow *test)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.import-address", NULL);
  dialog = ik_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (dialog))));
  ik_test_widgets_settle ();

  return GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));
}

static void
test_address (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkEditable *entry;
  int start;
  int end;

  g_test_summary ("An address that was copied is offered, and typed over at once");

  gdk_clipboard_set_text (get_clipboard (test), " https://localhost:1/tea.md\n");
  entry = open_dialog (test);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "https://localhost:1/tea.md");
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (end - start, ==, strlen ("https://localhost:1/tea.md"));

  ik_test_widgets_answer_dialog ("do");
  ik_test_widgets_wait (shows_import, test);
}

static void
test_address_not_offered (IkTestWindow  *test,
                          gconstpointer  data)
{
  static const char *const texts[] = { PROSE, "http://localhost/", "https://localhost/ and more" };

  g_test_summary ("Nothing but an address that may be read is offered");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkEditable *entry;

      gdk_clipboard_set_text (get_clipboard (test), texts[i]);
      entry = open_dialog (test);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
      ik_test_widgets_answer_dialog ("cancel");
      ik_test_widgets_settle ();
      g_assert_false (shows_import (test));
    }
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/import-ways/clipboard", test_clipboard);
  ADD ("/widgets/import-ways/paste", test_paste);
  ADD ("/widgets/import-ways/paste-nothing", test_paste_nothing);
  ADD ("/widgets/import-ways/address", test_address);
  ADD ("/widgets/import-ways/address-not-offered", test_address_not_offered);

  return g_test_run ();
}
