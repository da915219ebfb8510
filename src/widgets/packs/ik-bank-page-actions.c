#include "ik-bank-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank-change-dialog.h"
#include "ik-bank-edit.h"
#include "ik-bank.h"
#include "ik-toast.h"

/* A change that takes longer shows how far it is. */
#define QUIET_US (G_USEC_PER_SEC / 2)
#define LOOK_EVERY_MS 100

/* Of more questions than that all tags are offered, not their own. */
#define MAX_READ_FOR_TAGS 1000

/* A change of what is selected, until it is done. */
typedef struct
{
  IkQuestionEdit      edit;
  char               *text;    /* owned, nullable */
  char               *pack_id; /* owned, nullable */
  char               *section; /* owned, nullable */
  GArray             *rows;    /* owned; element-type gint64 */
  IkBankEditProgress  progress;
  guint               n_changed;
  gint64              start_us;
} Change;

static const char *const action_names[] = {
  "bank.add-tag", "bank.remove-tag", "bank.set-level", "bank.move", "bank.copy", "bank.archive",
  "bank.unarchive", "bank.delete",
};

static void
change_free (Change *self)
{
  g_free (self->text);
  g_free (self->pack_id);
  g_free (self->section);
  g_array_unref (self->rows);
  g_free (self);
}

static GQuark
get_cancellable_quark (void)
{
  return g_quark_from_static_string ("ik-bank-change-cancellable");
}

static char *
describe (const Change *change)
{
  guint n = change->n_changed;

  switch (change->edit.kind)
    {
    case IK_QUESTION_EDIT_ADD_TAG:
      return g_strdup_printf (g_dngettext (NULL, "%'u question tagged", "%'u questions tagged", n), n);

    case IK_QUESTION_EDIT_REMOVE_TAG:
      return g_strdup_printf (g_dngettext (NULL, "Tag taken from %'u question",
                                           "Tag taken from %'u questions", n), n);

    case IK_QUESTION_EDIT_SET_LEVEL:
      return g_strdup_printf (g_dngettext (NULL, "Level of %'u question changed",
                                           "Level of %'u questions changed", n), n);

    case IK_QUESTION_EDIT_MOVE:
      return g_strdup_printf (g_dngettext (NULL, "%'u question moved", "%'u questions moved", n), n);

    case IK_QUESTION_EDIT_COPY:
      return g_strdup_printf (g_dngettext (NULL, "%'u question copied", "%'u questions copied", n), n);

    case IK_QUESTION_EDIT_ARCHIVE:
      return g_strdup_printf (g_dngettext (NULL, "%'u question archived",
                                           "%'u questions archived", n), n);

    case IK_QUESTION_EDIT_UNARCHIVE:
      return g_strdup_printf (g_dngettext (NULL, "%'u question unarchived",
                                           "%'u questions unarchived", n), n);

    case IK_QUESTION_EDIT_DELETE:
    default:
      return g_strdup_printf (g_dngettext (NULL, "%'u question deleted", "%'u questions deleted", n), n);
    }
}

/* The thread writes to the change until it is done; it is freed behind that. */
static gpointer
change_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Change *change = data;

  return ik_bank_edit_questions (library, &change->edit, change->rows, &change->progress,
                                 &change->n_changed, cancellable, error) ? change : NULL;
}

static gboolean
look_cb (gpointer data)
{
  GTask *task = data;
  IkBankPage *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);

  if (g_task_get_completed (task))
    return G_SOURCE_REMOVE;

  if (g_get_monotonic_time () - change->start_us > QUIET_US)
    ik_bank_bar_show_progress (ik_bank_page_get_bar (self),
                               (guint) g_atomic_int_get (&change->progress.n_done),
                               change->rows->len);
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  IkBankPage *self = IK_BANK_PAGE (source);
  g_autoptr(GError) error = NULL;
  Change *change = ik_job_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  g_object_set_qdata (source, get_cancellable_quark (), NULL);
  ik_bank_bar_end_progress (ik_bank_page_get_bar (self));
  g_task_return_boolean (task, change != NULL);
  if (change == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  sentence = describe (change);
  if (change->n_changed > 0)
    ik_toast_show_undo (GTK_WIDGET (self), sentence);
  else
    ik_toast_show (GTK_WIDGET (self), _("Nothing to change: they all are so already"));
}

/* One at a time: the bar shows how far that one is. */
static void
start (IkBankPage *self,
       Change     *change)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = g_task_new (self, NULL, NULL, NULL);

  change->edit.text = change->text;
  change->edit.pack_id = change->pack_id;
  change->edit.section = change->section;
  change->start_us = g_get_monotonic_time ();
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  g_object_set_qdata_full (G_OBJECT (self), get_cancellable_quark (), g_object_ref (cancellable),
                           g_object_unref);
  g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_EVERY_MS, look_cb, g_object_ref (task),
                      g_object_unref);
  ik_job_change_async (self, ik_page_get_library (IK_PAGE (self)), change_job, change, NULL, NULL,
                       cancellable, changed_cb, g_object_ref (task));
}

/* Returns: (nullable): what is going to be changed; %NULL where there is nothing. */
static Change *
create_change (IkBankPage         *self,
               IkQuestionEditKind  kind)
{
  g_autoptr(GArray) rows = ik_bank_page_list_selected (self);
  Change *change;

  if (rows->len == 0 || ik_page_get_library (IK_PAGE (self)) == NULL ||
      g_object_get_qdata (G_OBJECT (self), get_cancellable_quark ()) != NULL)
    return NULL;

  change = g_new0 (Change, 1);
  change->edit.kind = kind;
  change->rows = g_steal_pointer (&rows);

  return change;
}

static void
change_at_once (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkQuestionEditKind kind = g_str_equal (action_name, "bank.archive") ? IK_QUESTION_EDIT_ARCHIVE
                            : g_str_equal (action_name, "bank.unarchive")
                            ? IK_QUESTION_EDIT_UNARCHIVE : IK_QUESTION_EDIT_DELETE;
  Change *change = create_change (IK_BANK_PAGE (widget), kind);

  if (change != NULL)
    start (IK_BANK_PAGE (widget), change);
}

/* What it needs to know besides */

static void
chosen_cb (IkBankChangeDialog *dialog,
           const char         *pack_id, /* nullable */
           const char         *text,
           IkBankPage         *self)
{
  IkQuestionEditKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "kind"));
  Change *change = create_change (self, kind);

  if (change == NULL)
    return;

  change->pack_id = g_strdup (pack_id);
  if (pack_id != NULL)
    change->section = g_strdup (text);
  else
    change->text = g_strdup (text);
  start (self, change);
}

/* What there is to choose from. */
typedef struct
{
  IkQuestionEditKind  kind;
  GArray             *rows;  /* owned; element-type gint64; what is selected */
  GPtrArray          *packs; /* owned; element-type IkPackSummary */
  IkBankTerms        *terms; /* owned */
} Choices;

static void
choices_free (Choices *self)
{
  g_array_unref (self->rows);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->terms, ik_bank_terms_free);
  g_free (self);
}

static gboolean
has_tag (GPtrArray  *questions,
         const char *tag)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = questions->pdata[i];

      for (guint j = 0; question != NULL && j < question->tags->len; j++)
        {
          if (g_ascii_strcasecmp (question->tags->pdata[j], tag) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* What a question does not have can not be taken from it. */
static gboolean
load_own_tags (IkLibrary     *library,
               Choices       *choices,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GPtrArray) questions = NULL;

  if (choices->kind != IK_QUESTION_EDIT_REMOVE_TAG || choices->rows->len > MAX_READ_FOR_TAGS)
    return TRUE;

  questions = ik_bank_load_rows (library, NULL, (const gint64 *) choices->rows->data,
                                 choices->rows->len, cancellable, error);
  if (questions == NULL)
    return FALSE;

  for (guint i = choices->terms->tags->len; i-- > 0;)
    {
      if (!has_tag (questions, choices->terms->tags->pdata[i]))
        g_ptr_array_remove_index (choices->terms->tags, i);
    }

  return TRUE;
}

static gpointer
load_choices_job (IkLibrary     *library,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Choices *choices = data;

  choices->packs = ik_bank_list_packs (library, cancellable, error);
  if (choices->packs == NULL)
    return NULL;
  choices->terms = ik_bank_terms_load (library, cancellable, error);

  return choices->terms != NULL && load_own_tags (library, choices, cancellable, error)
         ? choices : NULL;
}

static void
choices_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  g_autoptr(GError) error = NULL;
  Choices *choices = ik_job_run_finish (result, &error);
  IkBankChangeDialog *dialog;

  if (choices == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  if (choices == NULL || root == NULL)
    return;

  dialog = ik_bank_change_dialog_new (GTK_WINDOW (root), choices->kind, choices->packs,
                                      g_steal_pointer (&choices->terms));
  g_object_set_data (G_OBJECT (dialog), "kind", GUINT_TO_POINTER (choices->kind));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), source, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask (IkBankPage         *self,
     IkQuestionEditKind  kind)
{
  IkLibrary *library = ik_page_get_library (IK_PAGE (self));
  Choices *choices;

  if (library == NULL)
    return;

  choices = g_new0 (Choices, 1);
  choices->kind = kind;
  choices->rows = ik_bank_page_list_selected (self);
  ik_job_run_async (self, library, load_choices_job, choices, (GDestroyNotify) choices_free, NULL,
                    NULL, choices_loaded_cb, NULL);
}

static void
change_tag (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ask (IK_BANK_PAGE (widget), g_str_equal (action_name, "bank.add-tag")
                              ? IK_QUESTION_EDIT_ADD_TAG : IK_QUESTION_EDIT_REMOVE_TAG);
}

static void
change_level (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ask (IK_BANK_PAGE (widget), IK_QUESTION_EDIT_SET_LEVEL);
}

static void
change_place (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ask (IK_BANK_PAGE (widget), g_str_equal (action_name, "bank.move") ? IK_QUESTION_EDIT_MOVE
                                                                     : IK_QUESTION_EDIT_COPY);
}

/* The rest */

static void
cancel_change (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_cancellable_cancel (g_object_get_qdata (G_OBJECT (widget), get_cancellable_quark ()));
}

static void
select_none (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ik_bank_page_select_none (IK_BANK_PAGE (widget));
}

static void
open_selected (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ik_bank_page_open_selected (IK_BANK_PAGE (widget));
}

/* What the page does to what is selected in it, and the rest. */
void
ik_bank_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "bank.add-tag", NULL, change_tag);
  gtk_widget_class_install_action (widget_class, "bank.remove-tag", NULL, change_tag);
  gtk_widget_class_install_action (widget_class, "bank.set-level", NULL, change_level);
  gtk_widget_class_install_action (widget_class, "bank.move", NULL, change_place);
  gtk_widget_class_install_action (widget_class, "bank.copy", NULL, change_place);
  gtk_widget_class_install_action (widget_class, "bank.archive", NULL, change_at_once);
  gtk_widget_class_install_action (widget_class, "bank.unarchive", NULL, change_at_once);
  gtk_widget_class_install_action (widget_class, "bank.delete", NULL, change_at_once);
  gtk_widget_class_install_action (widget_class, "bank.cancel", NULL, cancel_change);
  gtk_widget_class_install_action (widget_class, "bank.select-none", NULL, select_none);
  gtk_widget_class_install_action (widget_class, "bank.open", NULL, open_selected);
}

void
ik_bank_page_enable_actions (IkBankPage *self,
                             guint       n_selected)
{
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), action_names[i], n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bank.open", n_selected == 1);
}
