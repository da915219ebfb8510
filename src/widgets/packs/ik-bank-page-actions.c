#include "ik-bank-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank-edit.h"
#include "ik-bank-place-dialog.h"
#include "ik-bank.h"
#include "ik-dialogs.h"
#include "ik-toast.h"

/* A change that takes longer shows how far it is. */
#define QUIET_US (G_USEC_PER_SEC / 2)
#define LOOK_EVERY_MS 100

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

static void
text_asked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Change *change = user_data;

  change->text = ik_dialogs_ask_text_finish (result);
  if (change->text != NULL)
    start (IK_BANK_PAGE (source), change);
  else
    change_free (change);
}

static void
change_by_text (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkQuestionEditKind kind = g_str_equal (action_name, "bank.add-tag") ? IK_QUESTION_EDIT_ADD_TAG
                            : g_str_equal (action_name, "bank.remove-tag")
                            ? IK_QUESTION_EDIT_REMOVE_TAG : IK_QUESTION_EDIT_SET_LEVEL;
  Change *change = create_change (IK_BANK_PAGE (widget), kind);

  if (change != NULL)
    ik_dialogs_ask_text_async (widget, ik_bank_edit_get_label (kind), "",
                               kind == IK_QUESTION_EDIT_ADD_TAG ? _("_Add")
                               : kind == IK_QUESTION_EDIT_REMOVE_TAG ? _("_Remove") : _("_Change"),
                               text_asked_cb, change);
}

/* Where they go to */

static void
place_chosen_cb (IkBankPlaceDialog *dialog,
                 const char        *pack_id,
                 const char        *section,
                 IkBankPage        *self)
{
  IkQuestionEditKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "kind"));
  Change *change = create_change (self, kind);

  if (change == NULL)
    return;

  change->pack_id = g_strdup (pack_id);
  change->section = g_strdup (section);
  start (self, change);
}

static gpointer
list_packs_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_bank_list_packs (library, cancellable, error);
}

static void
packs_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkQuestionEditKind kind = GPOINTER_TO_UINT (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) packs = ik_job_run_finish (result, &error);
  IkBankPlaceDialog *dialog;

  if (packs == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  if (packs == NULL || packs->len == 0 || root == NULL)
    return;

  dialog = ik_bank_place_dialog_new (GTK_WINDOW (root), ik_bank_edit_get_label (kind),
                                     kind == IK_QUESTION_EDIT_MOVE ? _("_Move") : _("_Copy"),
                                     packs);
  g_object_set_data (G_OBJECT (dialog), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (place_chosen_cb), source, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_place (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkQuestionEditKind kind = g_str_equal (action_name, "bank.move") ? IK_QUESTION_EDIT_MOVE
                                                                   : IK_QUESTION_EDIT_COPY;
  IkLibrary *library = ik_page_get_library (IK_PAGE (widget));

  if (library != NULL)
    ik_job_run_async (widget, library, list_packs_job, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, NULL, packs_listed_cb,
                      GUINT_TO_POINTER (kind));
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
  gtk_widget_class_install_action (widget_class, "bank.add-tag", NULL, change_by_text);
  gtk_widget_class_install_action (widget_class, "bank.remove-tag", NULL, change_by_text);
  gtk_widget_class_install_action (widget_class, "bank.set-level", NULL, change_by_text);
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
