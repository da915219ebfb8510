#include "ik-panel-dialog.h"

#include "ik-candidates.h"
#include "ik-dialog-fit.h"
#include "ik-file-dialog.h"
#include "ik-job.h"
#include "ik-member-row.h"
#include "ik-panels.h"
#include "ik-planned-time.h"
#include "ik-sentence.h"
#include "ik-sets.h"

#include <glib/gi18n.h>

/* Slots of a set that doesn't say how long it takes. */
#define DEFAULT_SLOT_MINUTES 60

/**
 * IkPanelDialog:
 *
 * Invites a panel: the set that is asked, the round, who asks what, when. What
 * comes of it is a file for all members, and an interview for each. Main loop
 * only.
 */
struct _IkPanelDialog
{
  AdwWindow      parent_instance;

  GtkDropDown   *set;
  GtkEntry      *round;
  GtkEntry      *room;
  IkPlannedTime *time;
  GtkSwitch     *in_turn;
  GtkListBox    *members;
  GtkLabel      *error;

  IkLibrary     *library;      /* (owned) */
  GCancellable  *cancellable;  /* (owned) */
  char          *candidate_id; /* (owned) */
  IkCandidate   *candidate;    /* (nullable) (owned): once loaded */
  GPtrArray     *sets;         /* (nullable) (element-type IkSetSummary) */
  GStrv          parts;        /* (nullable) (owned): of the chosen set */
  gboolean       inviting;
};

typedef enum
{
  SIGNAL_INVITED,
} IkPanelDialogSignal;

static guint signals[SIGNAL_INVITED + 1];

G_DEFINE_FINAL_TYPE (IkPanelDialog, ik_panel_dialog, ADW_TYPE_WINDOW)

static const IkSetSummary *
get_set (IkPanelDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->set);

  return self->sets != NULL && position < self->sets->len ? self->sets->pdata[position] : NULL;
}

static char *
dup_entry (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static IkMemberRow *
get_member (IkPanelDialog *self,
            guint          index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->members, (int) index);

  return row != NULL ? IK_MEMBER_ROW (gtk_list_box_row_get_child (row)) : NULL;
}

static gboolean
has_member (IkPanelDialog *self)
{
  IkMemberRow *member;

  for (guint i = 0; (member = get_member (self, i)) != NULL; i++)
    {
      if (ik_member_row_is_named (member))
        return TRUE;
    }

  return FALSE;
}

static void
update (IkPanelDialog *self)
{
  g_autofree char *round = dup_entry (self->round);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.invite",
                                 !self->inviting && self->candidate != NULL &&
                                 get_set (self) != NULL && *round != '\0' && has_member (self));
}

static void
changed_cb (IkPanelDialog *self)
{
  update (self);
}

static void
show_error (IkPanelDialog *self,
            const GError  *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  gtk_label_set_text (self->error, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

/* Members */

static void
removed_cb (IkMemberRow   *member,
            IkPanelDialog *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (member));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  IkMemberRow *next;

  gtk_list_box_remove (self->members, row);
  next = get_member (self, (guint) MAX (index - 1, 0));
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  update (self);
}

static void
add_member (IkPanelDialog *self)
{
  GtkWidget *member = ik_member_row_new ();

  if (self->parts != NULL)
    ik_member_row_set_parts (IK_MEMBER_ROW (member), (const char *const *) self->parts);
  g_signal_connect_object (member, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (member, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_list_box_append (self->members, member);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (member)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (member), FALSE);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (widget);
  guint n = 0;

  while (get_member (self, n) != NULL)
    n++;
  if (n >= IK_INVITATION_MAX_SEATS)
    return;

  add_member (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_member (self, n)));
}

/* What there is to choose from */

typedef struct
{
  IkCandidate *candidate;
  GPtrArray   *sets;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_clear_pointer (&self->candidate, ik_candidate_free);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(IkCandidate) candidate = ik_candidates_load (library, data, cancellable, error);
  g_autoptr(GPtrArray) sets = NULL;
  Choices *choices;

  if (candidate == NULL || (sets = ik_sets_list (library, cancellable, error)) == NULL)
    return NULL;

  choices = g_new0 (Choices, 1);
  choices->candidate = g_steal_pointer (&candidate);
  choices->sets = g_steal_pointer (&sets);

  return choices;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  Choices *choices = ik_job_run_finish (result, &error);

  if (choices == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  self->candidate = g_steal_pointer (&choices->candidate);
  self->sets = g_steal_pointer (&choices->sets);
  choices_free (choices);

  for (guint i = 0; i < self->sets->len; i++)
    gtk_string_list_append (titles, ((IkSetSummary *) self->sets->pdata[i])->title);
  gtk_drop_down_set_model (self->set, G_LIST_MODEL (titles));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->set));
}

static gpointer
parts_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ik_panels_list_parts (library, data, cancellable, error);
}

static void
parts_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (source);
  GStrv parts = ik_job_run_finish (result, NULL);
  IkMemberRow *member;

  /* Without them a member asks everything. */
  if (parts == NULL)
    return;

  g_strfreev (self->parts);
  self->parts = parts;
  for (guint i = 0; (member = get_member (self, i)) != NULL; i++)
    ik_member_row_set_parts (member, (const char *const *) parts);
}

static void
set_chosen_cb (IkPanelDialog *self)
{
  const IkSetSummary *set = get_set (self);

  if (set != NULL)
    ik_job_run_async (self, self->library, parts_job, g_strdup (set->id), g_free,
                      (GDestroyNotify) g_strfreev, self->cancellable, parts_loaded_cb, NULL);
  update (self);
}

/* Inviting */

typedef struct
{
  char      *candidate_id;
  char      *set_id;
  char      *round;
  GPtrArray *seats;
  GFile     *file;
} Invite;

static void
invite_free (gpointer data)
{
  Invite *self = data;

  g_free (self->candidate_id);
  g_free (self->set_id);
  g_free (self->round);
  g_ptr_array_unref (self->seats);
  g_clear_object (&self->file);
  g_free (self);
}

static gpointer
invite_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Invite *invite = data;
  IkPanelRequest request = { invite->candidate_id, invite->set_id, invite->round, invite->seats };

  return ik_panels_invite (library, &request, invite->file, cancellable, error);
}

static void
invited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      self->inviting = FALSE;
      update (self);
      show_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_INVITED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static GPtrArray *
make_seats (IkPanelDialog      *self,
            const IkSetSummary *set)
{
  GPtrArray *seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_free);
  gint64 at_us = ik_planned_time_get_us (self->time);
  gint64 slot_us = (gint64) (set->slot_minutes > 0 ? set->slot_minutes : DEFAULT_SLOT_MINUTES) *
                   60 * G_USEC_PER_SEC;
  IkMemberRow *member;

  /* In turn means that extra time is taken by each. */
  slot_us = slot_us * (100 + self->candidate->extra_time_percent) / 100;
  for (guint i = 0; (member = get_member (self, i)) != NULL; i++)
    {
      IkSeat *seat;

      if (!ik_member_row_is_named (member))
        continue;

      seat = ik_member_row_make_seat (member);
      g_free (seat->room);
      seat->room = dup_entry (self->room);
      seat->planned_at_us = at_us;
      if (gtk_switch_get_active (self->in_turn) && at_us != 0)
        at_us += slot_us;
      g_ptr_array_add (seats, seat);
    }

  return seats;
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);
  const IkSetSummary *set = get_set (self);
  Invite *invite;

  if (file == NULL || set == NULL)
    return;

  invite = g_new0 (Invite, 1);
  invite->candidate_id = g_strdup (self->candidate_id);
  invite->set_id = g_strdup (set->id);
  invite->round = dup_entry (self->round);
  invite->seats = make_seats (self, set);
  invite->file = g_steal_pointer (&file);

  self->inviting = TRUE;
  update (self);
  ik_job_change_async (self, self->library, invite_job, invite, invite_free, g_free, NULL,
                       invited_cb, NULL);
}

static void
invite_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (widget);
  g_autofree char *round = dup_entry (self->round);
  g_autofree char *title = g_strdup_printf ("%s, %s", self->candidate->name, round);
  g_autofree char *name = ik_file_dialog_make_name (title, "ikpanel");

  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  ik_file_dialog_save_async (widget, _("Save Invitation"), IK_FILE_FILTER_INVITATION, name,
                             file_chosen_cb, NULL);
}

static void
ik_panel_dialog_dispose (GObject *object)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_panel_dialog_parent_class)->dispose (object);
}

static void
ik_panel_dialog_finalize (GObject *object)
{
  IkPanelDialog *self = IK_PANEL_DIALOG (object);

  g_free (self->candidate_id);
  g_clear_pointer (&self->candidate, ik_candidate_free);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_strfreev (self->parts);

  G_OBJECT_CLASS (ik_panel_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, set);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, round);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, room);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, time);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, in_turn);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, members);
  gtk_widget_class_bind_template_child (widget_class, IkPanelDialog, error);
}

static void
ik_panel_dialog_class_init (IkPanelDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_panel_dialog_dispose;
  object_class->finalize = ik_panel_dialog_finalize;

  g_type_ensure (IK_TYPE_PLANNED_TIME);

  /**
   * IkPanelDialog::invited:
   * @self: the dialog
   * @id: id of the panel
   *
   * The invitation was written.
   */
  signals[SIGNAL_INVITED] =
    g_signal_new ("invited", IK_TYPE_PANEL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-panel-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_chosen_cb);
  gtk_widget_class_install_action (widget_class, "dialog.invite", NULL, invite_cb);
  gtk_widget_class_install_action (widget_class, "dialog.add-member", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.invite", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "dialog.invite", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_panel_dialog_init (IkPanelDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_member (self);
  add_member (self);
  update (self);
}

/**
 * ik_panel_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @library: the library
 * @candidate_id: whom the panel is about
 *
 * Returns: (transfer none): a dialog; GTK holds it until it is closed
 */
GtkWidget *
ik_panel_dialog_new (GtkWindow  *parent,
                     IkLibrary  *library,
                     const char *candidate_id)
{
  IkPanelDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (candidate_id != NULL, NULL);

  self = g_object_new (IK_TYPE_PANEL_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->candidate_id = g_strdup (candidate_id);
  ik_job_run_async (self, library, load_job, g_strdup (candidate_id), g_free, choices_free,
                    self->cancellable, loaded_cb, NULL);

  return GTK_WIDGET (self);
}
