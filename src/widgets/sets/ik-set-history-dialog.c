#include "ik-set-history-dialog.h"

#include <glib/gi18n.h>

#include "ik-dialog-fit.h"
#include "ik-job.h"
#include "ik-sentence.h"
#include "ik-set-history.h"
#include "ik-version-row.h"
#include "ik-words.h"

/**
 * IkSetHistoryDialog:
 *
 * What a question set was before, and how that differs from now. Emits "restored"
 * once an earlier version is the set again, then closes. It follows the library.
 * Main loop only.
 */
struct _IkSetHistoryDialog
{
  AdwWindow            parent_instance;

  /* Template */
  GtkStack            *stack;
  GtkLabel            *problem;
  AdwPreferencesGroup *versions;

  IkLibrary           *library;     /* (owned) */
  char                *set_id;      /* (owned) */
  IkSetHistory        *history;     /* (nullable) (owned): what the rows show */
  GPtrArray           *rows;        /* (owned) (element-type GtkWidget) (unowned) */
  GCancellable        *cancellable; /* (owned) */
};

typedef enum
{
  SIGNAL_RESTORED,
  N_SIGNALS,
} IkSetHistoryDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSetHistoryDialog, ik_set_history_dialog, ADW_TYPE_WINDOW)

/* Versions */

static void
add_part (GPtrArray  *parts,
          const char *heading,
          char       *before,
          char       *now)
{
  if (!g_str_equal (before, now))
    {
      g_ptr_array_add (parts, ik_version_part_new (heading, before, now));
      return;
    }

  g_free (before);
  g_free (now);
}

/* The lines of a text that another one has not. */
static char *
dup_lines_without (const char *text,
                   const char *other)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto(GStrv) others = g_strsplit (other, "\n", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  g_auto(GStrv) left = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) others, lines[i]))
        g_strv_builder_add (kept, lines[i]);
    }

  left = g_strv_builder_end (kept);
  return g_strjoinv ("\n", left);
}

/* Of a set of twenty questions nobody reads all to find the one that is new; where
 * only the order is another, all of it says so. */
static void
add_outline (GPtrArray           *parts,
             const IkQuestionSet *before,
             const IkQuestionSet *now)
{
  g_autofree char *old_outline = ik_question_set_dup_outline (before);
  g_autofree char *outline = ik_question_set_dup_outline (now);
  g_autofree char *gone = dup_lines_without (old_outline, outline);
  g_autofree char *added = dup_lines_without (outline, old_outline);

  if (*gone == '\0' && *added == '\0')
    add_part (parts, _("Order of the questions"), g_steal_pointer (&old_outline),
              g_steal_pointer (&outline));
  else
    add_part (parts, _("Questions"), g_steal_pointer (&gone), g_steal_pointer (&added));
}

static char *
dup_gone (const IkSetVersion *version)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < version->gone->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (version->gone, i));

  return g_strdup (text->str);
}

static GPtrArray *
list_parts (gconstpointer data,
            gconstpointer now)
{
  const IkSetVersion *version = data;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_version_part_free);

  add_part (parts, _("Question Set"), ik_question_set_dup_head (version->set),
            ik_question_set_dup_head (now));
  add_outline (parts, version->set, now);
  add_part (parts, _("Not in the library any more, and can't come back"), dup_gone (version),
            g_strdup (""));

  return parts;
}

static GtkWidget *
create_version_row (const IkSetVersion  *version,
                    const IkQuestionSet *now,
                    gint64               now_us)
{
  guint n_questions = version->set->items->len + version->gone->len;
  guint minutes = ik_question_set_get_planned_minutes (version->set);
  g_autofree char *title = ik_words_format_time (version->changed_at_us, now_us);
  g_autofree char *questions = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions",
                                                             n_questions), n_questions);
  g_autofree char *length = g_strdup_printf (g_dngettext (NULL, "%u minute", "%u minutes",
                                                          minutes), minutes);
  g_autofree char *subtitle = g_strconcat (questions, " · ", length, NULL);

  return ik_version_row_new (version->id, title, subtitle, list_parts, version, now);
}

/* Filling */

static void
take (IkSetHistoryDialog *self,
      IkSetHistory       *history)
{
  gint64 now_us = ik_clock_wall_us (ik_library_get_clock (self->library));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->versions, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  g_clear_pointer (&self->history, ik_set_history_free);
  self->history = history;
  for (guint i = 0; i < history->versions->len; i++)
    {
      GtkWidget *row = create_version_row (g_ptr_array_index (history->versions, i), history->now,
                                           now_us);

      adw_preferences_group_add (self->versions, row);
      g_ptr_array_add (self->rows, row);
    }

  adw_preferences_group_set_description (self->versions, history->versions->len > 0
                                         ? _("Open one to compare it with the set as it is: what is gone now is "
                                             "struck out, what is new is underlined. Interviews that are planned "
                                             "already keep their questions.")
                                         : _("The set was not changed yet."));
  gtk_stack_set_visible_child_name (self->stack, "history");
}

static void
show_problem (IkSetHistoryDialog *self,
              const GError       *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  gtk_label_set_label (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_set_history_load (library, data, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkSetHistoryDialog *self = IK_SET_HISTORY_DIALOG (source);
  g_autoptr(GError) error = NULL;
  IkSetHistory *history = ik_job_run_finish (result, &error);

  if (history != NULL)
    take (self, history);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
load (IkSetHistoryDialog *self)
{
  if (self->library == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ik_job_run_async (self, self->library, load_job, g_strdup (self->set_id), g_free,
                    (GDestroyNotify) ik_set_history_free, self->cancellable, loaded_cb, NULL);
}

/* Actions */

typedef struct
{
  char *set_id;
  char *version_id;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *self = data;

  g_free (self->set_id);
  g_free (self->version_id);
  g_free (self);
}

static gpointer
restore_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Restoring *restoring = data;

  return GINT_TO_POINTER (ik_set_history_restore (library, restoring->set_id,
                                                  restoring->version_id, cancellable, error));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  IkSetHistoryDialog *self = IK_SET_HISTORY_DIALOG (source);
  g_autoptr(GError) error = NULL;

  if (!GPOINTER_TO_INT (ik_job_run_finish (result, &error)))
    {
      show_problem (self, error);
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
  IkSetHistoryDialog *self = IK_SET_HISTORY_DIALOG (widget);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->set_id = g_strdup (self->set_id);
  restoring->version_id = g_variant_dup_string (parameter, NULL);
  ik_job_change_async (self, self->library, restore_job, restoring, restoring_free, NULL, NULL,
                       restored_cb, NULL);
}

static void
ik_set_history_dialog_dispose (GObject *object)
{
  IkSetHistoryDialog *self = IK_SET_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_set_history_dialog_parent_class)->dispose (object);
}

static void
ik_set_history_dialog_finalize (GObject *object)
{
  IkSetHistoryDialog *self = IK_SET_HISTORY_DIALOG (object);

  g_free (self->set_id);
  g_clear_pointer (&self->history, ik_set_history_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ik_set_history_dialog_parent_class)->finalize (object);
}

static void
ik_set_history_dialog_class_init (IkSetHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_set_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_set_history_dialog_finalize;

  /* An earlier version is the set again. */
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", IK_TYPE_SET_HISTORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-set-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkSetHistoryDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, IkSetHistoryDialog, versions);
  gtk_widget_class_install_action (widget_class, "history.restore", "s", restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_set_history_dialog_init (IkSetHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * ik_set_history_dialog_new:
 * @library: the library
 * @parent: the window it belongs to
 * @set_id: a question set
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkSetHistoryDialog *
ik_set_history_dialog_new (IkLibrary  *library,
                           GtkWindow  *parent,
                           const char *set_id)
{
  IkSetHistoryDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (set_id != NULL, NULL);

  self = g_object_new (IK_TYPE_SET_HISTORY_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->set_id = g_strdup (set_id);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}
