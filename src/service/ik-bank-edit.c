#include "ik-bank-edit.h"

#include <glib/gi18n.h>
#include <string.h>

/* A change of many questions, on its way through the library. */
typedef struct
{
  IkLibrary          *library;
  IkQuestionEditing   editing;
  IkBankEditProgress *progress; /* (nullable) */
  gboolean            is_done;
} Change;

/* In the order of IkQuestionEditKind. */
static const char *const labels[] = {
  N_("Add Tag"),
  N_("Remove Tag"),
  N_("Change Level"),
  N_("Move Questions"),
  N_("Copy Questions"),
  N_("Archive Questions"),
  N_("Unarchive Questions"),
  N_("Delete Questions"),
};

static gboolean
is_about_tags (const IkQuestionEdit *edit)
{
  return edit->kind == IK_QUESTION_EDIT_ADD_TAG || edit->kind == IK_QUESTION_EDIT_REMOVE_TAG;
}

static gboolean
check (const IkQuestionEdit  *edit,
       GError               **error)
{
  if (!is_about_tags (edit) || strspn (edit->text, " \t\n") < strlen (edit->text))
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, _("A tag needs a name"));
  return FALSE;
}

static gboolean
do_part_cb (IkDatabase    *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Change *change = data;
  IkQuestionEditing *editing = &change->editing;
  IkStepTime step;

  ik_step_time_begin (&step, change->library);
  if (!ik_question_editing_step (editing, database, &step, error))
    return FALSE;

  if (change->progress != NULL)
    g_atomic_int_set (&change->progress->n_done, editing->next);
  change->is_done = editing->next == editing->rows->len;

  return TRUE;
}

/**
 * ik_bank_edit_get_label:
 * @kind: what is done to questions
 *
 * Returns: what it is called, for people, also where it is undone
 */
const char *
ik_bank_edit_get_label (IkQuestionEditKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (labels), "");

  return _(labels[kind]);
}

/**
 * ik_bank_edit_questions:
 * @library: a library
 * @edit: what is done
 * @rows: (element-type gint64): the questions by their row, in the order in
 *   which a section gets them; those that are there no more are passed over
 * @progress: (nullable): is told how far it is
 * @out_n_changed: (out) (optional): how many were not so before
 * @cancellable: (nullable): takes back what was done so far
 * @error: return location
 *
 * Does one thing to many questions; undone as one change. It goes in parts, so
 * that no note waits. A crash between two of them leaves the first ones done:
 * each question is whole, and what was deleted lies in a removed pack.
 *
 * Blocks: call it off the main loop. Some 25 µs for each question, three times
 * that where its words change; the full-text index follows by itself.
 *
 * Returns: whether it is done; #IK_STORE_ERROR_NOT_FOUND if the pack they go to
 *   is gone, #IK_STORE_ERROR_REFUSED for a tag without a name
 */
gboolean
ik_bank_edit_questions (IkLibrary             *library,
                        const IkQuestionEdit  *edit,
                        GArray                *rows,
                        IkBankEditProgress    *progress,
                        guint                 *out_n_changed,
                        GCancellable          *cancellable,
                        GError               **error)
{
  Change change = { .library = library, .progress = progress };
  gboolean succeeded;

  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (rows != NULL, FALSE);

  if (!check (edit, error))
    return FALSE;

  change.editing.edit = edit;
  change.editing.rows = rows;
  succeeded = ik_library_write_parts (library, ik_bank_edit_get_label (edit->kind), do_part_cb,
                                      &change, &change.is_done, cancellable, error);
  if (out_n_changed != NULL)
    *out_n_changed = succeeded ? change.editing.n_changed : 0;
  ik_question_editing_clear (&change.editing);

  return succeeded;
}
