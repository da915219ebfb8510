#include "ik-history-dialog.h"

#include "ik-dialog-fit.h"
#include "ik-job.h"
#include "ik-sentence.h"

/**
 * IkHistoryDialog:
 *
 * What a record was before, for whatever kind of record. Emits "restored" once an
 * earlier version is the record again, then closes. It follows the library. Main
 * loop only.
 */
typedef struct
{
  /* Template */
  GtkStack            *stack;
  GtkLabel            *problem;
  GtkBox              *groups;
  AdwPreferencesGroup *versions;

  IkLibrary           *library;     /* (owned) */
  char                *id;          /* (owned) */
  gpointer             history;     /* (nullable) (owned): what the rows show */
  GPtrArray           *rows;        /* (owned) (element-type GtkWidget) (unowned): of all groups */
  GCancellable        *cancellable; /* (owned) */
} IkHistoryDialogPrivate;

typedef enum
{
  SIGNAL_RESTORED,
  N_SIGNALS,
} IkHistoryDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IkHistoryDialog, ik_history_dialog, ADW_TYPE_WINDOW)

static IkHistoryDialogPrivate *
get_private (IkHistoryDialog *self)
{
  return ik_history_dialog_get_instance_private (self);
}

/* What a job takes along, since the dialog may be gone by then. */
typedef struct
{
  IkHistoryDialogClass *klass;      /* (unowned) */
  char                 *id;
  char                 *version_id; /* (nullable) */
} Call;

static Call *
call_new (IkHistoryDialog *self,
          const char      *version_id) /* nullable */
{
  Call *call = g_new0 (Call, 1);

  call->klass = IK_HISTORY_DIALOG_GET_CLASS (self);
  call->id = g_strdup (get_private (self)->id);
  call->version_id = g_strdup (version_id);

  return call;
}

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->id);
  g_free (call->version_id);
  g_free (call);
}

/* Filling */

static void
clear_rows (IkHistoryDialogPrivate *priv)
{
  for (guint i = 0; i < priv->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (priv->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (priv->rows, 0);
}

static void
clear_history (IkHistoryDialog *self)
{
  IkHistoryDialogPrivate *priv = get_private (self);

  if (priv->history != NULL)
    IK_HISTORY_DIALOG_GET_CLASS (self)->free_history (priv->history);
  priv->history = NULL;
}

static void
show_problem (IkHistoryDialogPrivate *priv,
              const GError           *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  gtk_label_set_label (priv->problem, sentence);
  gtk_stack_set_visible_child_name (priv->stack, "problem");
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Call *call = data;

  return call->klass->load (library, call->id, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkHistoryDialog *self = IK_HISTORY_DIALOG (source);
  IkHistoryDialogPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;
  gpointer history = ik_job_run_finish (result, &error);

  if (history == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (priv, error);
      return;
    }

  clear_rows (priv);
  clear_history (self);
  priv->history = history;
  IK_HISTORY_DIALOG_GET_CLASS (self)->show (self, history,
                                            ik_clock_wall_us (ik_library_get_clock (priv->library)));
  gtk_stack_set_visible_child_name (priv->stack, "history");
}

static void
load (IkHistoryDialog *self)
{
  IkHistoryDialogPrivate *priv = get_private (self);

  if (priv->library == NULL)
    return;

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  ik_job_run_async (self, priv->library, load_job, call_new (self, NULL), call_free,
                    IK_HISTORY_DIALOG_GET_CLASS (self)->free_history, priv->cancellable,
                    loaded_cb, NULL);
}

/* Restoring */

static gpointer
restore_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Call *call = data;

  return GINT_TO_POINTER (call->klass->restore (library, call->id, call->version_id, cancellable,
                                                error));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  IkHistoryDialog *self = IK_HISTORY_DIALOG (source);
  g_autoptr(GError) error = NULL;

  if (!GPOINTER_TO_INT (ik_job_run_finish (result, &error)))
    {
      show_problem (get_private (self), error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkHistoryDialog *self = IK_HISTORY_DIALOG (widget);

  ik_job_change_async (self, get_private (self)->library, restore_job,
                       call_new (self, g_variant_get_string (parameter, NULL)), call_free, NULL,
                       NULL, restored_cb, NULL);
}

static void
ik_history_dialog_dispose (GObject *object)
{
  IkHistoryDialogPrivate *priv = get_private (IK_HISTORY_DIALOG (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->library);

  G_OBJECT_CLASS (ik_history_dialog_parent_class)->dispose (object);
}

static void
ik_history_dialog_finalize (GObject *object)
{
  IkHistoryDialog *self = IK_HISTORY_DIALOG (object);
  IkHistoryDialogPrivate *priv = get_private (self);

  g_free (priv->id);
  clear_history (self);
  g_ptr_array_unref (priv->rows);

  G_OBJECT_CLASS (ik_history_dialog_parent_class)->finalize (object);
}

static void
ik_history_dialog_class_init (IkHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_history_dialog_finalize;

  /* An earlier version is the record again. */
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", IK_TYPE_HISTORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-history-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, IkHistoryDialog, stack);
  gtk_widget_class_bind_template_child_private (widget_class, IkHistoryDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, IkHistoryDialog, groups);
  gtk_widget_class_bind_template_child_private (widget_class, IkHistoryDialog, versions);
  gtk_widget_class_install_action (widget_class, "history.restore", "s", restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_history_dialog_init (IkHistoryDialog *self)
{
  get_private (self)->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_history_dialog_follow:
 * @self: a dialog that has a window to belong to
 * @library: the library
 * @id: a record
 *
 * Shows what became of a record, now and whenever the library is changed.
 */
void
ik_history_dialog_follow (IkHistoryDialog *self,
                          IkLibrary       *library,
                          const char      *id)
{
  IkHistoryDialogPrivate *priv = get_private (self);

  g_return_if_fail (IK_IS_HISTORY_DIALOG (self));
  g_return_if_fail (IK_IS_LIBRARY (library));
  g_return_if_fail (id != NULL && priv->library == NULL);

  ik_dialog_fit (GTK_WINDOW (self));
  priv->library = g_object_ref (library);
  priv->id = g_strdup (id);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * ik_history_dialog_get_id:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the record that it follows
 */
const char *
ik_history_dialog_get_id (IkHistoryDialog *self)
{
  g_return_val_if_fail (IK_IS_HISTORY_DIALOG (self), NULL);

  return get_private (self)->id;
}

/**
 * ik_history_dialog_get_versions:
 * @self: a dialog
 *
 * Returns: (transfer none): the group of the earlier versions
 */
AdwPreferencesGroup *
ik_history_dialog_get_versions (IkHistoryDialog *self)
{
  g_return_val_if_fail (IK_IS_HISTORY_DIALOG (self), NULL);

  return get_private (self)->versions;
}

/**
 * ik_history_dialog_add_group:
 * @self: a dialog
 * @group: what else there is to tell of the record, below its versions
 */
void
ik_history_dialog_add_group (IkHistoryDialog     *self,
                             AdwPreferencesGroup *group)
{
  g_return_if_fail (IK_IS_HISTORY_DIALOG (self));

  gtk_box_append (get_private (self)->groups, GTK_WIDGET (group));
}

/**
 * ik_history_dialog_add:
 * @self: a dialog that shows something
 * @group: one of its groups
 * @row: a row, which goes when something else is shown
 */
void
ik_history_dialog_add (IkHistoryDialog     *self,
                       AdwPreferencesGroup *group,
                       GtkWidget           *row)
{
  g_return_if_fail (IK_IS_HISTORY_DIALOG (self));

  adw_preferences_group_add (group, row);
  g_ptr_array_add (get_private (self)->rows, row);
}
