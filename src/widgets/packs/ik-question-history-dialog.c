#include "ik-question-history-dialog.h"

#include <glib/gi18n.h>

#include "ik-dialog-fit.h"
#include "ik-job.h"
#include "ik-question-history.h"
#include "ik-sentence.h"
#include "ik-version-row.h"
#include "ik-words.h"

/**
 * IkQuestionHistoryDialog:
 *
 * What a question said before, how that differs from now, and when it was asked of
 * whom. Emits "restored" once an earlier version is the question again, then
 * closes. It follows the library. Main loop only.
 */
struct _IkQuestionHistoryDialog
{
  AdwWindow            parent_instance;

  /* Template */
  GtkStack            *stack;
  GtkLabel            *problem;
  AdwPreferencesGroup *versions;
  AdwPreferencesGroup *askings;
  GtkWidget           *compare_button;

  IkLibrary           *library;     /* (owned) */
  char                *question_id; /* (owned) */
  IkQuestionHistory   *history;     /* (nullable) (owned): what the rows show */
  GPtrArray           *rows;        /* (owned) (element-type GtkWidget) (unowned): of both groups */
  GCancellable        *cancellable; /* (owned) */
};

typedef enum
{
  SIGNAL_RESTORED,
  N_SIGNALS,
} IkQuestionHistoryDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkQuestionHistoryDialog, ik_question_history_dialog, ADW_TYPE_WINDOW)

/* Versions */

/* In the order of IkQuestionField. */
static const char *const field_names[] = {
  N_("Question"),
  N_("Details"),
  N_("Sub-questions"),
  N_("Reference answer"),
  N_("Answers by level"),
  N_("Follow-ups"),
  N_("Positive indicators"),
  N_("Red flags"),
  N_("Why it matters"),
  N_("Clarifying questions"),
  N_("Solution steps"),
  N_("References"),
};

static const char *
get_change_word (const IkQuestionVersion *version,
                 const IkQuestion        *now)
{
  switch (version->change)
    {
    case IK_QUESTION_CHANGE_IMPORT:
      return _("Changed by an import");
    case IK_QUESTION_CHANGE_MERGE:
      return g_str_equal (version->origin_id, now->id) ? _("Merged with another question")
                                                       : _("Another question that was merged");
    case IK_QUESTION_CHANGE_RESTORE:
      return _("Earlier version restored");
    case IK_QUESTION_CHANGE_EDIT:
    default:
      return _("Edited");
    }
}

/* What was done, and to which texts. */
static char *
describe (const IkQuestionVersion *version,
          const IkQuestion        *now)
{
  GString *text = g_string_new (get_change_word (version, now));

  for (guint i = 0, n = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      if ((version->changed >> i & 1) != 0)
        g_string_append_printf (text, "%s%s", n++ == 0 ? " · " : ", ", _(field_names[i]));
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
list_parts (gconstpointer version,
            gconstpointer now)
{
  const IkQuestion *before = ((const IkQuestionVersion *) version)->text;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_version_part_free);
  guint different = ik_question_find_changed_fields (before, now);

  for (guint i = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      if ((different >> i & 1) != 0)
        g_ptr_array_add (parts, ik_version_part_new (_(field_names[i]),
                                                     ik_question_dup_field (before, i),
                                                     ik_question_dup_field (now, i)));
    }

  return parts;
}

static GtkWidget *
create_version_row (const IkQuestionVersion *version,
                    const IkQuestion        *now,
                    gint64                   now_us)
{
  g_autofree char *title = ik_words_format_time (version->changed_at_us, now_us);
  g_autofree char *subtitle = describe (version, now);

  return ik_version_row_new (version->id, title, subtitle, list_parts, version, now);
}

/* Filling */

static void
clear_rows (IkQuestionHistoryDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (gtk_widget_is_ancestor (row, GTK_WIDGET (self->versions))
                                    ? self->versions : self->askings, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (IkQuestionHistoryDialog *self,
         AdwPreferencesGroup     *group,
         GtkWidget               *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
create_asking_row (const IkQuestionAsking *asking,
                   gint64                  now_us)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *at = ik_words_format_time (asking->at_us, now_us);
  /* Translators: when a question was asked, and by whom. */
  g_autofree char *by = g_strdup_printf (_("%s, by %s"), at, asking->interviewer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asking->candidate);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), asking->is_own ? at : by);

  return row;
}

static void
take (IkQuestionHistoryDialog *self,
      IkQuestionHistory       *history)
{
  gint64 now_us = ik_clock_wall_us (ik_library_get_clock (self->library));

  clear_rows (self);
  g_clear_pointer (&self->history, ik_question_history_free);
  self->history = history;
  for (guint i = 0; i < history->versions->len; i++)
    add_row (self, self->versions,
             create_version_row (g_ptr_array_index (history->versions, i), history->now, now_us));
  for (guint i = 0; i < history->askings->len; i++)
    add_row (self, self->askings,
             create_asking_row (g_ptr_array_index (history->askings, i), now_us));

  adw_preferences_group_set_description (self->versions, history->versions->len > 0
                                         ? _("Open one to compare it with the question as it is: what is gone now "
                                             "is struck out, what is new is underlined.")
                                         : _("Wording and guidance were not changed yet."));
  adw_preferences_group_set_description (self->askings, history->askings->len > 0
                                         ? NULL : _("It was not asked yet."));
  gtk_widget_set_visible (self->compare_button, history->askings->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "history");
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_question_history_load (library, data, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (source);
  g_autoptr(GError) error = NULL;
  IkQuestionHistory *history = ik_job_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (history != NULL)
    {
      take (self, history);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ik_sentence_from_error (error);
  gtk_label_set_label (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
load (IkQuestionHistoryDialog *self)
{
  if (self->library == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ik_job_run_async (self, self->library, load_job, g_strdup (self->question_id), g_free,
                    (GDestroyNotify) ik_question_history_free, self->cancellable, loaded_cb, NULL);
}

/* Actions */

typedef struct
{
  char *question_id;
  char *version_id;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *self = data;

  g_free (self->question_id);
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

  return GINT_TO_POINTER (ik_question_history_restore (library, restoring->question_id,
                                                       restoring->version_id, cancellable, error));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (GPOINTER_TO_INT (ik_job_run_finish (result, &error)))
    {
      g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  sentence = ik_sentence_from_error (error);
  gtk_label_set_label (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
restore (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (widget);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->question_id = g_strdup (self->question_id);
  restoring->version_id = g_variant_dup_string (parameter, NULL);
  ik_job_change_async (self, self->library, restore_job, restoring, restoring_free, NULL, NULL,
                       restored_cb, NULL);
}

static void
compare_answers (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.answers", "(ss)", self->question_id, "");
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_question_history_dialog_dispose (GObject *object)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_question_history_dialog_parent_class)->dispose (object);
}

static void
ik_question_history_dialog_finalize (GObject *object)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (object);

  g_free (self->question_id);
  g_clear_pointer (&self->history, ik_question_history_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ik_question_history_dialog_parent_class)->finalize (object);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, IkQuestionHistoryDialog, name)

static void
ik_question_history_dialog_class_init (IkQuestionHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_question_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_question_history_dialog_finalize;

  /* An earlier version is the question again. */
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", IK_TYPE_QUESTION_HISTORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/InterviewKit/ui/"
                                               "ik-question-history-dialog.ui");
  BIND (stack);
  BIND (problem);
  BIND (versions);
  BIND (askings);
  BIND (compare_button);
  gtk_widget_class_install_action (widget_class, "history.restore", "s", restore);
  gtk_widget_class_install_action (widget_class, "history.compare-answers", NULL, compare_answers);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_question_history_dialog_init (IkQuestionHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * ik_question_history_dialog_new:
 * @library: the library
 * @parent: the window it belongs to
 * @question_id: a question of the bank
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkQuestionHistoryDialog *
ik_question_history_dialog_new (IkLibrary  *library,
                                GtkWindow  *parent,
                                const char *question_id)
{
  IkQuestionHistoryDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (question_id != NULL, NULL);

  self = g_object_new (IK_TYPE_QUESTION_HISTORY_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->question_id = g_strdup (question_id);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}
