#include "ik-candidate-view-private.h"

#include "ik-candidates.h"
#include "ik-dialogs.h"
#include "ik-file-dialog.h"
#include "ik-toast.h"
#include "ik-window.h"

#include <glib/gi18n.h>

static gpointer
export_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  char **words = data;

  if (!ik_candidates_export (library, words[0], words[1], cancellable, error))
    return NULL;

  return g_strdup (words[1]);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ik_toast_show_result (GTK_WIDGET (source), result, _("Everything exported to %s"));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  IkCandidate *candidate = ik_candidate_view_get_candidate (IK_CANDIDATE_VIEW (source));
  g_autoptr(GFile) folder = ik_file_dialog_finish (result);
  g_autofree char *name = NULL;
  g_autoptr(GFile) target = NULL;
  char **words;

  if (folder == NULL || candidate == NULL)
    return;

  /* A folder of its own in the chosen one, which may hold anything. */
  name = ik_file_dialog_make_name (candidate->name, NULL);
  target = g_file_get_child (folder, name);
  words = g_new0 (char *, 3);
  words[0] = g_strdup (candidate->id);
  words[1] = g_file_get_path (target);
  ik_page_write (IK_PAGE (source), export_job, words, (GDestroyNotify) g_strfreev, g_free,
                 exported_cb);
}

static void
export_all (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  if (ik_candidate_view_get_candidate (IK_CANDIDATE_VIEW (widget)) != NULL)
    ik_file_dialog_folder_async (widget, _("Where to Export Everything"), folder_chosen_cb, NULL);
}

/* Whom to erase, as the other thread takes it. */
typedef struct
{
  char     *id;
  gboolean  keep_scores;
} Erasure;

static void
erasure_free (gpointer data)
{
  Erasure *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
erase_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Erasure *erasure = data;

  if (!ik_candidates_erase (library, erasure->id, erasure->keep_scores, cancellable, error))
    return NULL;

  return ik_library_list_copies (library, error);
}

/* Names what the program itself put beside the library. */
static void
tell_copies (GtkWidget *widget,
             GStrv      copies)
{
  g_autoptr(GString) body = g_string_new (_("These older copies of the library still hold the "
                                            "person; delete them if you don't need them:"));

  for (guint i = 0; copies[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_name (copies[i]);

      g_string_append_printf (body, "\n\n%s", name);
    }
  ik_dialogs_tell (widget, _("Erased From the Library"), body->str);
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) copies = ik_job_run_finish (result, &error);

  /* What could be undone may hold the person, who may be gone although
   * something failed after that. */
  if (IK_IS_WINDOW (root) && ik_window_get_undo_stack (IK_WINDOW (root)) != NULL)
    ik_undo_stack_clear (ik_window_get_undo_stack (IK_WINDOW (root)));

  if (copies == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  else if (copies[0] != NULL)
    tell_copies (GTK_WIDGET (source), copies);
  else
    ik_toast_show (GTK_WIDGET (source), _("Erased for good"));
}

static void
erase_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkCandidate *candidate = ik_candidate_view_get_candidate (IK_CANDIDATE_VIEW (source));
  gboolean keep_scores = FALSE;
  Erasure *erasure;

  if (!ik_dialogs_confirm_option_finish (result, &keep_scores) || candidate == NULL)
    return;

  erasure = g_new0 (Erasure, 1);
  erasure->id = g_strdup (candidate->id);
  erasure->keep_scores = keep_scores;
  ik_page_write (IK_PAGE (source), erase_job, erasure, erasure_free,
                 (GDestroyNotify) g_strfreev, erased_cb);
}

static void
erase (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkCandidate *candidate = ik_candidate_view_get_candidate (IK_CANDIDATE_VIEW (widget));
  g_autofree char *heading = NULL;

  if (candidate == NULL)
    return;

  heading = g_strdup_printf (_("Erase %s?"), candidate->name);
  ik_dialogs_confirm_option_async (widget, heading,
                                   _("The person, all files, interviews, notes and ratings are "
                                     "removed from the library for good. This can't be undone.\n\n"
                                     "Backups of the library, and reports and files that were "
                                     "exported or sent, stay as they are: delete those yourself."),
                                   _("Keep the ratings without name and notes, for statistics"),
                                   _("_Erase"), erase_asked_cb, NULL);
}

void
ik_candidate_view_class_install_privacy_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "candidate.export", NULL, export_all);
  gtk_widget_class_install_action (widget_class, "candidate.erase", NULL, erase);
}
