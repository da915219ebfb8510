#include "ik-candidate-view-private.h"

#include "ik-boxed-list.h"
#include "ik-candidate-files.h"
#include "ik-candidate-panels.h"
#include "ik-candidates.h"
#include "ik-interview-row.h"
#include "ik-interviews.h"
#include "ik-list.h"
#include "ik-page-header.h"
#include "ik-panel-list.h"
#include "ik-panels.h"
#include "ik-text.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* After the last key of an entry; a change of the state is saved at once. */
#define SAVE_DELAY_MS 500

/* As many as one person has in years. */
#define MAX_INTERVIEWS 50

/**
 * IkCandidateView:
 *
 * One person: who they are, their files, their state, which is apart from that
 * of their interviews, and the interviews. What is typed is saved half a
 * second after the last key, each time as one command that can be undone.
 */
struct _IkCandidateView
{
  IkPage         parent_instance;

  IkPageHeader  *header;
  GtkEntry      *name;
  GtkEntry      *pronunciation;
  GtkEntry      *pronouns;
  GtkEntry      *email;
  GtkEntry      *role;
  GtkDropDown   *state;
  IkCandidateFiles *files;
  GtkListBox    *interviews;
  GtkWidget     *no_interviews;
  GtkListBox    *panels;
  IkPanelList   *invitations;

  char          *id;        /* (nullable): of the person that is shown */
  IkCandidate   *candidate; /* (nullable) (owned): with what was not saved yet */
  guint          n_saving;
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (IkCandidateView, ik_candidate_view, IK_TYPE_PAGE)

/* What the view shows, gathered on another thread. */
typedef struct
{
  IkCandidate *candidate;
  GPtrArray   *interviews;
  GPtrArray   *panels;
} Dossier;

static void
dossier_free (gpointer data)
{
  Dossier *self = data;

  g_clear_pointer (&self->candidate, ik_candidate_free);
  g_clear_pointer (&self->interviews, g_ptr_array_unref);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(IkCandidate) candidate = ik_candidates_load (library, data, cancellable, error);
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(GPtrArray) panels = NULL;
  Dossier *dossier;

  if (candidate == NULL)
    return NULL;

  interviews = ik_interviews_list (library, data, cancellable, error);
  if (interviews == NULL)
    return NULL;

  panels = ik_panels_list (library, data, cancellable, error);
  if (panels == NULL)
    return NULL;

  dossier = g_new0 (Dossier, 1);
  dossier->candidate = g_steal_pointer (&candidate);
  dossier->interviews = g_steal_pointer (&interviews);
  dossier->panels = g_steal_pointer (&panels);

  return dossier;
}

static void
show_files (IkCandidateView *self)
{
  ik_candidate_files_set_files (self->files, self->candidate->id, self->candidate->attachments);
}

static void
show_interviews (IkCandidateView *self,
                 GPtrArray       *interviews)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  gint64 now_us = g_get_real_time ();

  for (guint i = 0; i < MIN (interviews->len, MAX_INTERVIEWS); i++)
    g_ptr_array_add (rows, ik_interview_row_new (interviews->pdata[i],
                                                 IK_INTERVIEW_ROW_OF_CANDIDATE, now_us));
  ik_boxed_list_replace (self->interviews, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->interviews), interviews->len > 0);
  gtk_widget_set_visible (self->no_interviews, interviews->len == 0);
  ik_candidate_panels_fill (self->panels, interviews);
}

static void
set_entry (GtkEntry   *entry,
           const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_person (IkCandidateView *self)
{
  const IkCandidate *candidate = self->candidate;

  self->updating = TRUE;
  ik_page_header_set_title (self->header, candidate->name);
  set_entry (self->name, candidate->name);
  set_entry (self->pronunciation, candidate->pronunciation);
  set_entry (self->pronouns, candidate->pronouns);
  set_entry (self->email, candidate->email);
  set_entry (self->role, candidate->role);
  gtk_drop_down_set_selected (self->state, candidate->state);
  self->updating = FALSE;
  show_files (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (source);
  g_autoptr(GError) error = NULL;
  Dossier *dossier = ik_job_run_finish (result, &error);

  /* An erased person is gone from the list beside at the same moment. */
  if (dossier == NULL)
    return;

  show_interviews (self, dossier->interviews);
  ik_panel_list_set_panels (self->invitations, dossier->panels);
  if (!ik_page_has_changes (IK_PAGE (self)) && self->n_saving == 0)
    {
      g_clear_pointer (&self->candidate, ik_candidate_free);
      self->candidate = g_steal_pointer (&dossier->candidate);
      show_person (self);
    }
  dossier_free (dossier);
}

static void
ik_candidate_view_load (IkPage *page)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (page);

  if (self->id != NULL)
    ik_page_load (page, load_job, g_strdup (self->id), g_free, dossier_free, loaded_cb);
}

static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  IkCandidate *candidate = data;

  if (!ik_candidates_save (library, candidate, cancellable, error))
    return NULL;

  return g_strdup (candidate->id);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  self->n_saving--;
  if (id == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  ik_page_reload (IK_PAGE (self));
}

static void
ik_candidate_view_save (IkPage *page)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (page);

  if (self->candidate == NULL)
    return;

  show_files (self);
  self->n_saving++;
  ik_page_write (page, save_job, ik_candidate_copy (self->candidate),
                 (GDestroyNotify) ik_candidate_free, g_free, saved_cb);
}

static void
files_changed_cb (IkCandidateView *self)
{
  if (self->candidate == NULL)
    return;

  g_ptr_array_unref (self->candidate->attachments);
  self->candidate->attachments = ik_list_copy (ik_candidate_files_get_files (self->files),
                                               ik_attachment_copy, ik_attachment_free);
  ik_page_save_now (IK_PAGE (self));
}

static void
ik_candidate_view_take_files (IkPage  *page,
                              GFile  **files,
                              guint    n_files)
{
  ik_candidate_files_add (IK_CANDIDATE_VIEW (page)->files, files, n_files);
}

static void
paste (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_candidate_files_paste (IK_CANDIDATE_VIEW (widget)->files);
}

static void
take_entry (char     **text,
            GtkEntry  *entry)
{
  g_autofree char *stripped = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  ik_text_set (text, stripped);
}

static void
changed_cb (IkCandidateView *self)
{
  g_autofree char *name = NULL;

  if (self->updating || self->candidate == NULL)
    return;

  /* A person always has a name: the last one holds until there is another. */
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  if (*name != '\0')
    ik_text_set (&self->candidate->name, name);
  take_entry (&self->candidate->pronunciation, self->pronunciation);
  take_entry (&self->candidate->pronouns, self->pronouns);
  take_entry (&self->candidate->email, self->email);
  take_entry (&self->candidate->role, self->role);
  self->candidate->state = gtk_drop_down_get_selected (self->state);

  ik_page_save_later (IK_PAGE (self), SAVE_DELAY_MS);
}

static void
show_panel (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.panel", "(ss)", self->id,
                                g_variant_get_string (parameter, NULL));
}

/* What Enter does on the first of the rows. */
static void
show_first_panel (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (IK_CANDIDATE_VIEW (widget)->panels, 0);

  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
plan (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.plan", "s", self->id);
}

static void
invite_panel (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.invite-panel", "s", self->id);
}

static void
show_keys (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.panel-keys", "s", self->id);
}

static void
export_day (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.export-day", "(sx)", self->id, G_GINT64_CONSTANT (0));
}

static void
export_packet (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "win.export-packet", "s", self->id);
}

/* With the others for the same role, or for the first role there is. */
static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (widget);

  gtk_widget_activate_action (widget, "win.compare", "s",
                              self->candidate != NULL ? self->candidate->role : "");
}

static void
ik_candidate_view_finalize (GObject *object)
{
  IkCandidateView *self = IK_CANDIDATE_VIEW (object);

  g_free (self->id);
  g_clear_pointer (&self->candidate, ik_candidate_free);

  G_OBJECT_CLASS (ik_candidate_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, header);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, name);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, pronunciation);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, pronouns);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, email);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, role);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, state);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, files);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, interviews);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, no_interviews);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, panels);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateView, invitations);
}

static void
ik_candidate_view_class_init (IkCandidateViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_FILES);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_PANEL_LIST);

  object_class->finalize = ik_candidate_view_finalize;
  IK_PAGE_CLASS (klass)->load = ik_candidate_view_load;
  IK_PAGE_CLASS (klass)->save = ik_candidate_view_save;
  IK_PAGE_CLASS (klass)->take_files = ik_candidate_view_take_files;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-candidate-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_changed_cb);
  gtk_widget_class_install_action (widget_class, "candidate.plan", NULL, plan);
  gtk_widget_class_install_action (widget_class, "candidate.invite-panel", NULL, invite_panel);
  gtk_widget_class_install_action (widget_class, "candidate.panel-keys", NULL, show_keys);
  gtk_widget_class_install_action (widget_class, "candidate.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "candidate.panel", "s", show_panel);
  gtk_widget_class_install_action (widget_class, "candidate.first-panel", NULL, show_first_panel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "candidate.first-panel", NULL);
  gtk_widget_class_install_action (widget_class, "candidate.export-day", NULL, export_day);
  gtk_widget_class_install_action (widget_class, "candidate.export-packet", NULL, export_packet);
  gtk_widget_class_install_action (widget_class, "candidate.compare", NULL, compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "candidate.paste", NULL);
  ik_candidate_view_class_install_privacy_actions (widget_class);
}

static void
ik_candidate_view_init (IkCandidateView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_interview_row_follow (self->interviews);
}

IkCandidate *
ik_candidate_view_get_candidate (IkCandidateView *self)
{
  return self->candidate;
}

/**
 * ik_candidate_view_show:
 * @self: a view
 * @id: id of a candidate
 *
 * Shows another person, or the same one anew; what was typed is saved first.
 */
void
ik_candidate_view_show (IkCandidateView *self,
                        const char      *id)
{
  g_return_if_fail (IK_IS_CANDIDATE_VIEW (self));
  g_return_if_fail (id != NULL);

  if (g_strcmp0 (self->id, id) == 0)
    return;

  ik_page_save_changes (IK_PAGE (self));
  g_clear_pointer (&self->candidate, ik_candidate_free);
  g_free (self->id);
  self->id = g_strdup (id);
  ik_page_reload (IK_PAGE (self));
}
