#include "ik-window-private.h"

#include "ik-dialogs.h"
#include "ik-file-dialog.h"
#include "ik-invitation-dialog.h"
#include "ik-job.h"
#include "ik-keys-dialog.h"
#include "ik-panel-dialog.h"
#include "ik-panels.h"
#include "ik-sentence.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* A file of a panel and what is asked of it, as the other thread takes them. */
typedef struct
{
  GFile *file;
  char  *id;   /* (nullable): an interview */
  char  *name; /* (nullable): a member */
} Errand;

static Errand *
errand_new (GFile      *file,
            const char *id,
            const char *name)
{
  Errand *self = g_new0 (Errand, 1);

  self->file = g_object_ref (file);
  self->id = g_strdup (id);
  self->name = g_strdup (name);

  return self;
}

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_object_unref (self->file);
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static void
tell_failure (IkWindow     *self,
              const char   *heading,
              const GError *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  ik_dialogs_tell (GTK_WIDGET (self), heading, sentence);
}

/* Invitations */

static gpointer
open_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Errand *errand = data;

  return ik_panels_open (library, errand->file, errand->name, cancellable, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      tell_failure (self, _("The Invitation Can’t Be Opened"), error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare", "s", id);
  ik_toast_show_undo (GTK_WIDGET (self), _("Your seat in the panel is taken"));
}

static void
accepted_cb (IkInvitationDialog *dialog,
             const char         *name,
             GFile              *file)
{
  IkWindow *self = IK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  ik_job_change_async (self, ik_window_get_library (self), open_job, errand_new (file, NULL, name),
                       errand_free, g_free, NULL, opened_cb, NULL);
}

static gpointer
look_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_panels_look_at (library, data, cancellable, error);
}

static void
looked_at_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GFile) file = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInvitationOffer) offer = ik_job_run_finish (result, &error);
  GtkWidget *dialog;

  if (offer == NULL)
    {
      tell_failure (self, _("The Invitation Can’t Be Opened"), error);
      return;
    }
  if (offer->interview_id != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare", "s", offer->interview_id);
      ik_toast_show (GTK_WIDGET (self), _("Your seat in this panel is taken already"));
      return;
    }

  dialog = ik_invitation_dialog_new (GTK_WINDOW (self), g_steal_pointer (&offer));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), file, 0);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
invited_cb (GtkWidget  *dialog,
            const char *id,
            IkWindow   *self)
{
  ik_toast_show_undo (GTK_WIDGET (self), _("Invitation saved: send it to all members"));
}

static void
invite_panel (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);
  GtkWidget *dialog;

  if (ik_window_get_library (self) == NULL)
    return;

  dialog = ik_panel_dialog_new (GTK_WINDOW (self), ik_window_get_library (self),
                                g_variant_get_string (parameter, NULL));
  g_signal_connect_object (dialog, "invited", G_CALLBACK (invited_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Keys */

static void
forgotten_cb (GtkWidget  *dialog,
              const char *name,
              IkWindow   *self)
{
  g_autofree char *sentence = g_strdup_printf (_("Key of %s forgotten"), name);

  ik_toast_show_undo (GTK_WIDGET (self), sentence);
}

static void
show_keys (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);
  GtkWidget *dialog;

  if (ik_window_get_library (self) == NULL)
    return;

  dialog = ik_keys_dialog_new (GTK_WINDOW (self), ik_window_get_library (self),
                               g_variant_get_string (parameter, NULL));
  g_signal_connect_object (dialog, "forgotten", G_CALLBACK (forgotten_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Scorecards */

static gpointer
send_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Errand *errand = data;

  if (!ik_panels_send (library, errand->id, errand->file, cancellable, error))
    return NULL;

  return ik_panels_dup_own_words (library, cancellable, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = ik_job_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (words == NULL)
    {
      tell_failure (self, _("The Scorecard Can’t Be Saved"), error);
      return;
    }

  sentence = g_strdup_printf (_("Send the file to the chair, who alone can open it. The words of "
                                "your key, in case the chair asks for them: %s"), words);
  ik_dialogs_tell (GTK_WIDGET (self), _("Scorecard Saved"), sentence);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autofree char *id = user_data;
  g_autoptr(GFile) file = ik_file_dialog_finish (result);

  if (file != NULL && ik_window_get_library (self) != NULL)
    ik_job_change_async (self, ik_window_get_library (self), send_job,
                         errand_new (file, id, NULL), errand_free, g_free, NULL, sent_cb, NULL);
}

static gpointer
load_panel_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_panels_load_of (library, data, cancellable, error);
}

/* The name of a file in somebody's mail says whose it is. */
static void
panel_to_send_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *id = user_data;
  g_autoptr(IkInvitationStatus) panel = ik_job_run_finish (result, NULL);
  const IkSeatStatus *seat = panel != NULL ? ik_invitation_status_find_seat (panel, id) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (seat == NULL)
    return;

  title = g_strdup_printf ("%s, %s", panel->candidate_name, seat->name);
  name = ik_file_dialog_make_name (title, "ikscore");
  ik_file_dialog_save_async (GTK_WIDGET (source), _("Send Scorecard"), IK_FILE_FILTER_SCORECARD,
                             name, target_chosen_cb, g_steal_pointer (&id));
}

static void
send_scorecard (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));
  const char *id = g_variant_get_string (parameter, NULL);

  if (library != NULL)
    ik_job_run_async (widget, library, load_panel_job, g_strdup (id), g_free,
                      (GDestroyNotify) ik_invitation_status_free, NULL, panel_to_send_cb,
                      g_strdup (id));
}

static void
panel_to_offer_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree char *id = user_data;
  g_autoptr(IkInvitationStatus) panel = ik_job_run_finish (result, NULL);
  g_autofree char *sentence = NULL;

  if (panel == NULL || panel->is_own)
    return;

  sentence = g_strdup_printf (_("Handed in. %s waits for your scorecard"), panel->chair_name);
  ik_toast_show_action (GTK_WIDGET (source), sentence, _("Send Scorecard…"), "win.send-scorecard",
                        g_variant_new_string (id));
}

/* After handing in, for who was invited; nothing for anybody else. */
static void
offer_scorecard (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));
  const char *id = g_variant_get_string (parameter, NULL);

  if (library != NULL)
    ik_job_run_async (widget, library, load_panel_job, g_strdup (id), g_free,
                      (GDestroyNotify) ik_invitation_status_free, NULL, panel_to_offer_cb,
                      g_strdup (id));
}

/* Files */

static gboolean
has_ending (GFile      *file,
            const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  return g_str_has_suffix (lower, ending);
}

/**
 * ik_window_open_panel_files:
 * @self: a window
 * @files: (array length=n_files): any files
 * @others: (nullable): takes those that are neither invitations nor scorecards
 *
 * Takes invitations and scorecards, by the ending of their names; what is in them
 * is for the library to judge.
 */
void
ik_window_open_panel_files (IkWindow   *self,
                            GFile     **files,
                            guint       n_files,
                            GPtrArray  *others)
{
  IkLibrary *library = ik_window_get_library (self);
  g_autoptr(GPtrArray) scorecards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_files; i++)
    {
      gboolean is_invitation = has_ending (files[i], ".ikpanel");

      if (!is_invitation && !has_ending (files[i], ".ikscore"))
        {
          if (others != NULL)
            g_ptr_array_add (others, files[i]);
        }
      else if (library == NULL)
        ik_window_keep_file (self, files[i]);
      else if (is_invitation)
        ik_job_run_async (self, library, look_job, g_object_ref (files[i]), g_object_unref,
                          (GDestroyNotify) ik_invitation_offer_free, NULL, looked_at_cb,
                          g_object_ref (files[i]));
      else
        g_ptr_array_add (scorecards, g_object_ref (files[i]));
    }

  if (scorecards->len > 0)
    ik_window_merge_scorecards (self, scorecards);
}

void
ik_window_class_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.invite-panel", "s", invite_panel);
  gtk_widget_class_install_action (widget_class, "win.panel-keys", "s", show_keys);
  gtk_widget_class_install_action (widget_class, "win.send-scorecard", "s", send_scorecard);
  gtk_widget_class_install_action (widget_class, "win.offer-scorecard", "s", offer_scorecard);
}
