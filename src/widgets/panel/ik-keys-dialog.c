#include "ik-keys-dialog.h"

#include "ik-dialog-fit.h"
#include "ik-job.h"
#include "ik-panels.h"
#include "ik-sentence.h"

#include <glib/gi18n.h>

/**
 * IkKeysDialog:
 *
 * The keys of those who are in the panels of a candidate, in words to compare on
 * the phone, each to be forgotten where somebody has a new computer. Main loop
 * only.
 */
struct _IkKeysDialog
{
  AdwWindow     parent_instance;

  GtkStack     *stack;
  GtkListBox   *keys;
  GtkLabel     *error;

  IkLibrary    *library;     /* (owned) */
  GCancellable *cancellable; /* (owned) */
};

typedef enum
{
  SIGNAL_FORGOTTEN,
} IkKeysDialogSignal;

static guint signals[SIGNAL_FORGOTTEN + 1];

G_DEFINE_FINAL_TYPE (IkKeysDialog, ik_keys_dialog, ADW_TYPE_WINDOW)

static void
show_error (IkKeysDialog *self,
            const GError *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  gtk_label_set_text (self->error, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

/* Forgetting */

typedef struct
{
  char *panel_id;
  char *name;
} Forget;

static Forget *
forget_new (const char *panel_id,
            const char *name)
{
  Forget *self = g_new0 (Forget, 1);

  self->panel_id = g_strdup (panel_id);
  self->name = g_strdup (name);

  return self;
}

static void
forget_free (gpointer data)
{
  Forget *self = data;

  g_free (self->panel_id);
  g_free (self->name);
  g_free (self);
}

static gpointer
forget_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Forget *forget = data;

  return ik_panels_forget_key (library, forget->panel_id, forget->name, cancellable, error)
         ? g_strdup (forget->name) : NULL;
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  IkKeysDialog *self = IK_KEYS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = ik_job_run_finish (result, &error);

  if (name == NULL)
    {
      show_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_FORGOTTEN], 0, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
forget (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkKeysDialog *self = IK_KEYS_DIALOG (widget);
  const char *panel_id;
  const char *name;

  g_variant_get (parameter, "(&s&s)", &panel_id, &name);
  ik_job_change_async (self, self->library, forget_job, forget_new (panel_id, name), forget_free,
                       g_free, NULL, forgotten_cb, NULL);
}

/* What there is */

static void
add_key (IkKeysDialog *self,
         const char   *panel_id,
         const char   *name,
         const char   *public_key)
{
  g_autofree char *words = ik_panels_dup_words (public_key);
  g_autofree char *label = g_strdup_printf (_("Forget the key of %s"), name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", words, "focusable", FALSE, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Forget"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "keys.forget");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", panel_id, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->keys, row);
}

/* Who is in several panels has one key. */
static void
add_once (IkKeysDialog *self,
          GHashTable   *added,
          const char   *panel_id,
          const char   *name,
          const char   *public_key)
{
  if (public_key != NULL && *public_key != '\0' &&
      g_hash_table_add (added, g_strdup (public_key)))
    add_key (self, panel_id, name, public_key);
}

static void
add_keys (IkKeysDialog             *self,
          GHashTable               *added,
          const IkInvitationStatus *panel)
{
  if (!panel->is_own)
    add_once (self, added, panel->id, panel->chair_name, panel->chair_key);

  for (guint i = 0; i < panel->seats->len; i++)
    {
      const IkSeatStatus *seat = panel->seats->pdata[i];

      if (!seat->is_owner)
        add_once (self, added, panel->id, seat->name, seat->public_key);
    }
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_panels_list (library, data, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkKeysDialog *self = IK_KEYS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) panels = ik_job_run_finish (result, &error);
  g_autoptr(GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (panels == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  for (guint i = 0; i < panels->len; i++)
    add_keys (self, added, panels->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_hash_table_size (added) > 0 ? "keys" : "nothing");
}

/* The object */

static void
ik_keys_dialog_dispose (GObject *object)
{
  IkKeysDialog *self = IK_KEYS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ik_keys_dialog_parent_class)->dispose (object);
}

static void
ik_keys_dialog_finalize (GObject *object)
{
  IkKeysDialog *self = IK_KEYS_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ik_keys_dialog_parent_class)->finalize (object);
}

static void
ik_keys_dialog_class_init (IkKeysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_keys_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_keys_dialog_finalize;

  /**
   * IkKeysDialog::forgotten:
   * @self: the dialog
   * @name: whose key it was
   *
   * A key was forgotten.
   */
  signals[SIGNAL_FORGOTTEN] =
    g_signal_new ("forgotten", IK_TYPE_KEYS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-keys-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkKeysDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkKeysDialog, keys);
  gtk_widget_class_bind_template_child (widget_class, IkKeysDialog, error);
  gtk_widget_class_install_action (widget_class, "keys.forget", "(ss)", forget);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_keys_dialog_init (IkKeysDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_keys_dialog_new:
 * @parent: the window it belongs to
 * @library: the library
 * @candidate_id: whom the panels are about
 *
 * Returns: (transfer none): a dialog; GTK holds it until it is closed
 */
GtkWidget *
ik_keys_dialog_new (GtkWindow  *parent,
                    IkLibrary  *library,
                    const char *candidate_id)
{
  IkKeysDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (candidate_id != NULL, NULL);

  self = g_object_new (IK_TYPE_KEYS_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  ik_job_run_async (self, library, load_job, g_strdup (candidate_id), g_free,
                    (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, NULL);

  return GTK_WIDGET (self);
}
