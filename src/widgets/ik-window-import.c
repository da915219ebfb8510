#include "ik-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-clipboard-document.h"
#include "ik-dialogs.h"
#include "ik-file-dialog.h"
#include "ik-import-page.h"
#include "ik-toast.h"

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GPtrArray) files = ik_file_dialog_open_finish (result);

  if (files != NULL)
    ik_window_import (self, (GFile **) files->pdata, files->len);
}

static void
import (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ik_file_dialog_open_async (widget, _("Import Documents"), IK_FILE_FILTER_DOCUMENTS, TRUE,
                             files_chosen_cb, g_object_ref (widget));
}

static void
import_finished_cb (IkWindow   *self,
                    const char *pack_id)
{
  ik_window_show_browse (self);
  if (pack_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-pack", "s", pack_id);
}

/* Whether the window is free for documents, or shows some already. */
gboolean
ik_window_can_import (IkWindow *self)
{
  GtkWidget *page = ik_window_get_full (self);

  return page == NULL || IK_IS_IMPORT_PAGE (page);
}

static void
import_documents (IkWindow  *self,
                  GPtrArray *files)
{
  GtkWidget *page = ik_window_get_full (self);

  if (page == NULL)
    {
      page = ik_import_page_new ();
      g_signal_connect_object (page, "finished", G_CALLBACK (import_finished_cb), self,
                               G_CONNECT_SWAPPED);
      ik_window_show_full (self, page);
    }
  for (guint i = 0; i < files->len; i++)
    ik_import_page_add_file (IK_IMPORT_PAGE (page), files->pdata[i]);
}

/**
 * ik_window_import:
 * @files: (array length=n_files): documents, pack files, files of a panel
 *
 * Reads documents and shows what is in them; the person decides what is
 * stored. Further files join those that wait. Nothing happens while an
 * interview or another page has the window.
 */
void
ik_window_import (IkWindow  *self,
                  GFile    **files,
                  guint      n_files)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();

  g_return_if_fail (IK_IS_WINDOW (self));

  if (!ik_window_can_import (self))
    return;

  ik_window_open_panel_files (self, files, n_files, documents);
  if (documents->len > 0)
    import_documents (self, documents);
}

static void
address_asked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *text = ik_dialogs_ask_text_finish (result);
  g_autofree char *address = NULL;
  g_autoptr(GFile) file = NULL;

  if (text == NULL)
    return;

  /* As browsers take it; what is not safe is told by the import. */
  address = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  file = g_file_new_for_uri (address);
  ik_window_import (IK_WINDOW (source), &file, 1);
}

static void
import_address (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (ik_window_can_import (IK_WINDOW (widget)))
    ik_dialogs_ask_address_async (widget, _("Import From a Web Address"),
                                  _("The page is read once. Nothing is stored before you have "
                                    "seen it."),
                                  _("_Import"), address_asked_cb, NULL);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GPtrArray) files = ik_clipboard_document_finish (result);

  if (files->len > 0)
    ik_window_import (self, (GFile **) files->pdata, files->len);
  else
    ik_toast_show (GTK_WIDGET (self), _("There is no text in the clipboard: copy questions first"));
}

static void
paste_questions (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  if (ik_window_can_import (IK_WINDOW (widget)))
    ik_clipboard_document_async (gtk_widget_get_clipboard (widget), pasted_cb,
                                 g_object_ref (widget));
}

/* A field that has the focus takes the key before. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  const char *page = ik_window_get_page_name (IK_WINDOW (widget));

  return g_strcmp0 (page, "packs") == 0 && ik_window_get_full (IK_WINDOW (widget)) == NULL &&
         gtk_widget_activate_action (widget, "win.paste-questions", NULL);
}

void
ik_window_class_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.import-address", NULL, import_address);
  gtk_widget_class_install_action (widget_class, "win.paste-questions", NULL, paste_questions);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, NULL);
}
