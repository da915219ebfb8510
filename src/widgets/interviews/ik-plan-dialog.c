#include "ik-plan-dialog.h"

#include "ik-candidates.h"
#include "ik-dialog-fit.h"
#include "ik-interviews.h"
#include "ik-job.h"
#include "ik-planned-time.h"
#include "ik-sentence.h"
#include "ik-set-checks.h"
#include "ik-sets.h"
#include "ik-spin-button.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* More are no help in a menu. */
#define MAX_ROUNDS 12

/* Questions that the candidate knows; more would push the rest off the screen. */
#define MAX_KNOWN 3

/**
 * IkPlanDialog:
 *
 * Plans an interview: who comes (chosen, or a new name), by which set, when.
 * Everything is written as one command that can be undone, but for the name of
 * the owner, which is asked for once. Main loop only.
 */
struct _IkPlanDialog
{
  AdwWindow      parent_instance;

  GtkDropDown   *candidate;
  GtkWidget     *name_row;
  GtkEntry      *name;
  GtkDropDown   *set;
  AdwActionRow  *set_row;
  IkPlannedTime *time;
  GtkEntry      *round;
  GtkMenuButton *rounds;
  GtkSpinButton *extra_time;
  GtkWidget     *owner_row;
  GtkEntry      *owner;
  GtkLabel      *error;

  IkLibrary     *library;      /* (owned) */
  GCancellable  *cancellable;  /* (owned) */
  char          *candidate_id; /* (nullable): chosen at first */
  GPtrArray     *candidates;   /* (nullable) (element-type IkCandidate) */
  GPtrArray     *sets;         /* (nullable) (element-type IkSetSummary) */
  char          *known;        /* (nullable): which questions the candidate knows */
  GCancellable  *checking;     /* (owned) (nullable): of the look for them */
  gboolean       planning;
};

typedef enum
{
  SIGNAL_PLANNED,
} IkPlanDialogSignal;

static guint signals[SIGNAL_PLANNED + 1];

G_DEFINE_FINAL_TYPE (IkPlanDialog, ik_plan_dialog, ADW_TYPE_WINDOW)

/* What there is to choose from, gathered on another thread. */
typedef struct
{
  GPtrArray *candidates;
  GPtrArray *sets;
  GStrv      rounds;
  gboolean   has_owner;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_strfreev (self->rounds);
  g_free (self);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GPtrArray) candidates = ik_candidates_list (library, cancellable, error);
  g_autoptr(GPtrArray) sets = NULL;
  g_auto(GStrv) rounds = NULL;
  g_autofree char *owner = NULL;
  g_autoptr(GError) owner_error = NULL;
  Choices *choices;

  if (candidates == NULL ||
      (sets = ik_sets_list (library, cancellable, error)) == NULL ||
      (rounds = ik_interviews_list_rounds (library, cancellable, error)) == NULL)
    return NULL;

  owner = ik_interviews_dup_owner (library, cancellable, &owner_error);
  if (owner_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&owner_error));
      return NULL;
    }

  choices = g_new0 (Choices, 1);
  choices->candidates = g_steal_pointer (&candidates);
  choices->sets = g_steal_pointer (&sets);
  choices->rounds = g_steal_pointer (&rounds);
  choices->has_owner = owner != NULL && *owner != '\0';

  return choices;
}

static const IkSetSummary *
get_set (IkPlanDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->set);

  if (self->sets == NULL || position >= self->sets->len)
    return NULL;

  return self->sets->pdata[position];
}

/* The first one of the list is a new person. */
static const IkCandidate *
get_candidate (IkPlanDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->candidate);

  if (self->candidates == NULL || position == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;

  return self->candidates->pdata[position - 1];
}

static char *
dup_entry (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
show_fit (IkPlanDialog *self)
{
  const IkSetSummary *set = get_set (self);
  guint extra_percent = (guint) gtk_spin_button_get_value_as_int (self->extra_time);
  g_autofree char *text = NULL;

  if (set == NULL)
    {
      adw_action_row_set_subtitle (self->set_row, _("Make a question set first."));
      return;
    }

  text = ik_words_format_fit (set->planned_minutes, set->slot_minutes, extra_percent);
  if (self->known != NULL)
    {
      g_autofree char *fit = g_steal_pointer (&text);

      text = g_strjoin ("\n", fit, self->known, NULL);
    }
  adw_action_row_set_subtitle (self->set_row, text);
}

static void
update (IkPlanDialog *self)
{
  g_autofree char *name = dup_entry (self->name);
  g_autofree char *owner = dup_entry (self->owner);
  gboolean is_new = get_candidate (self) == NULL;
  gboolean needs_owner = gtk_widget_get_visible (self->owner_row);

  gtk_widget_set_visible (self->name_row, is_new);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.plan",
                                 !self->planning && get_set (self) != NULL &&
                                 (!is_new || *name != '\0') && (!needs_owner || *owner != '\0'));
  show_fit (self);
}

typedef struct
{
  char *set_id;
  char *candidate_id;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *self = data;

  g_free (self->set_id);
  g_free (self->candidate_id);
  g_free (self);
}

static gpointer
check_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Pair *pair = data;

  return ik_set_checks_run (library, pair->set_id, pair->candidate_id, cancellable, error);
}

/* The first few questions, then how many more; NULL for none. */
static char *
describe_known (GPtrArray *hints)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_known = 0;

  for (guint i = 0; i < hints->len; i++)
    {
      const IkSetHint *hint = g_ptr_array_index (hints, i);

      if (hint->kind == IK_SET_HINT_ASKED_BEFORE && n_known++ < MAX_KNOWN)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", hint->text);
    }

  if (n_known == 0)
    return NULL;
  if (n_known > MAX_KNOWN)
    {
      guint n_more = n_known - MAX_KNOWN;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (NULL, "and %u more", "and %u more", n_more),
                              n_more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (source);
  /* Only a help: planning itself says what is wrong with set or candidate. */
  g_autoptr(IkSetCheck) check = ik_job_run_finish (result, NULL);

  if (check == NULL)
    return;

  self->known = describe_known (check->hints);
  show_fit (self);
}

/* Somebody who was here before may know a question. */
static void
check_known (IkPlanDialog *self)
{
  const IkCandidate *candidate = get_candidate (self);
  const IkSetSummary *set = get_set (self);
  Pair *pair;

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->known, g_free);
  if (candidate == NULL || set == NULL)
    return;

  pair = g_new0 (Pair, 1);
  pair->set_id = g_strdup (set->id);
  pair->candidate_id = g_strdup (candidate->id);
  self->checking = g_cancellable_new ();
  ik_job_run_async (self, self->library, check_job, pair, pair_free,
                    (GDestroyNotify) ik_set_check_free, self->checking, checked_cb, NULL);
}

static void
changed_cb (IkPlanDialog *self)
{
  update (self);
}

static void
set_chosen_cb (IkPlanDialog *self)
{
  check_known (self);
  update (self);
}

static void
fill_candidates (IkPlanDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("New candidate"));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const IkCandidate *candidate = self->candidates->pdata[i];

      gtk_string_list_append (names, candidate->name);
      if (g_strcmp0 (candidate->id, self->candidate_id) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->candidate, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->candidate, selected);
}

static void
fill_sets (IkPlanDialog *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sets->len; i++)
    gtk_string_list_append (titles, ((IkSetSummary *) self->sets->pdata[i])->title);
  gtk_drop_down_set_model (self->set, G_LIST_MODEL (titles));
}

static void
fill_rounds (IkPlanDialog *self,
             GStrv         rounds)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < MAX_ROUNDS && rounds[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
      /* No mnemonics in what somebody typed. */
      g_auto(GStrv) parts = g_strsplit (rounds[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "dialog.set-round", "s", rounds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->rounds, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), rounds[0] != NULL);
}

/* A new candidate wants a name first; what was typed so far stays. */
static void
focus_candidate (IkPlanDialog *self)
{
  if (get_candidate (self) == NULL)
    gtk_entry_grab_focus_without_selecting (self->name);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->candidate));
}

/* What the person had in the plan before; it can be changed for this one on. */
static void
candidate_chosen_cb (IkPlanDialog *self)
{
  const IkCandidate *candidate = get_candidate (self);

  gtk_spin_button_set_value (self->extra_time,
                             candidate != NULL ? candidate->extra_time_percent : 0);
  check_known (self);
  update (self);
  focus_candidate (self);
}

static void
show_error (IkPlanDialog *self,
            const GError *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  gtk_label_set_text (self->error, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (source);
  g_autoptr(GError) error = NULL;
  Choices *choices = ik_job_run_finish (result, &error);

  if (choices == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  self->candidates = g_steal_pointer (&choices->candidates);
  self->sets = g_steal_pointer (&choices->sets);
  gtk_widget_set_visible (self->owner_row, !choices->has_owner);
  fill_rounds (self, choices->rounds);
  choices_free (choices);
  fill_candidates (self);
  fill_sets (self);
  update (self);
  focus_candidate (self);
}

/* What to plan, as the other thread takes it. */
typedef struct
{
  char  *candidate_id; /* (nullable): NULL for a new one */
  char  *name;
  char  *set_id;
  char  *round;
  char  *owner;        /* (nullable) */
  gint64 planned_at_us;
  guint  extra_time_percent;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_free (self->candidate_id);
  g_free (self->name);
  g_free (self->set_id);
  g_free (self->round);
  g_free (self->owner);
  g_free (self);
}

static gpointer
plan_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Plan *plan = data;
  g_autoptr(IkInterview) interview = NULL;
  IkPlanRequest request = {
    .set_id = plan->set_id,
    .candidate_id = plan->candidate_id,
    .candidate_name = plan->name,
    .round = plan->round,
    .planned_at_us = plan->planned_at_us,
    .extra_time = IK_EXTRA_TIME_KEPT,
    .extra_time_percent = plan->extra_time_percent,
  };

  if (plan->owner != NULL &&
      !ik_interviews_set_owner (library, plan->owner, cancellable, error))
    return NULL;

  interview = ik_interviews_plan (library, &request, cancellable, error);

  return interview != NULL ? g_strdup (interview->id) : NULL;
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      self->planning = FALSE;
      update (self);
      show_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_PLANNED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plan (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (widget);
  const IkCandidate *candidate = get_candidate (self);
  const IkSetSummary *set = get_set (self);
  Plan *data;

  if (set == NULL)
    return;

  data = g_new0 (Plan, 1);
  data->candidate_id = g_strdup (candidate != NULL ? candidate->id : NULL);
  data->name = dup_entry (self->name);
  data->set_id = g_strdup (set->id);
  data->round = dup_entry (self->round);
  data->owner = gtk_widget_get_visible (self->owner_row) ? dup_entry (self->owner) : NULL;
  data->planned_at_us = ik_planned_time_get_us (self->time);
  data->extra_time_percent = (guint) gtk_spin_button_get_value_as_int (self->extra_time);

  self->planning = TRUE;
  update (self);
  ik_job_run_async (self, self->library, plan_job, data, plan_free, g_free, NULL, planned_cb,
                    NULL);
}

static void
set_round (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->round), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->round));
}

static void
choose_round (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->rounds)))
    gtk_menu_button_popup (self->rounds);
}

static void
ik_plan_dialog_dispose (GObject *object)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_plan_dialog_parent_class)->dispose (object);
}

static void
ik_plan_dialog_finalize (GObject *object)
{
  IkPlanDialog *self = IK_PLAN_DIALOG (object);

  g_free (self->candidate_id);
  g_free (self->known);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_plan_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, candidate);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, name);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, set);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, set_row);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, time);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, round);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, rounds);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, extra_time);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, IkPlanDialog, error);
}

static void
ik_plan_dialog_class_init (IkPlanDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_plan_dialog_dispose;
  object_class->finalize = ik_plan_dialog_finalize;

  g_type_ensure (IK_TYPE_PLANNED_TIME);

  /**
   * IkPlanDialog::planned:
   * @self: the dialog
   * @id: id of the interview
   *
   * An interview was planned.
   */
  signals[SIGNAL_PLANNED] =
    g_signal_new ("planned", IK_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-plan-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, candidate_chosen_cb);
  gtk_widget_class_install_action (widget_class, "dialog.plan", NULL, plan);
  gtk_widget_class_install_action (widget_class, "dialog.set-round", "s", set_round);
  gtk_widget_class_install_action (widget_class, "dialog.choose-round", NULL, choose_round);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "dialog.plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_plan_dialog_init (IkPlanDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->owner_row, FALSE);
  ik_spin_button_init (self->extra_time);
  update (self);
  focus_candidate (self);
}

/**
 * ik_plan_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @library: the library
 * @candidate_id: (nullable): who is chosen at first
 *
 * Returns: (transfer none): a dialog; GTK holds it until it is closed
 */
GtkWidget *
ik_plan_dialog_new (GtkWindow  *parent,
                    IkLibrary  *library,
                    const char *candidate_id)
{
  IkPlanDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);

  self = g_object_new (IK_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->candidate_id = g_strdup (candidate_id);
  ik_job_run_async (self, library, load_job, NULL, NULL, choices_free, self->cancellable,
                    loaded_cb, NULL);

  return GTK_WIDGET (self);
}
