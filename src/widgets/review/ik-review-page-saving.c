#include "ik-review-page-private.h"

#include "ik-interviews.h"
#include "ik-sentence.h"
#include "ik-toast.h"
#include "ik-undo-stack.h"
#include "ik-window.h"

#include <glib/gi18n.h>

/* The longest that a change waits to be saved. */
#define SAVE_DELAY_MS 250

/* After a save that failed. */
#define RETRY_DELAY_MS 1000

/* How the review page saves what changes on it, and hands in. */

/* What is written, as the other thread takes it. */
typedef struct
{
  IkInterview *interview;
  IkInterview *base;  /* (nullable): what it was made from */
  char        *label;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  ik_interview_free (self->interview);
  g_clear_pointer (&self->base, ik_interview_free);
  g_free (self->label);
  g_free (self);
}

static gpointer
change_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Change *change = data;

  return ik_interviews_save_review (library, change->interview, change->base, change->label,
                                    cancellable, error)
    ? g_strdup (change->interview->id) : NULL;
}

static gpointer
hand_in_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return ik_interviews_hand_in (library, data, cancellable, error) ? g_strdup (data) : NULL;
}

static void
show_error (IkReviewPage *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->error_bar, self->save_error != NULL);
  gtk_widget_set_visible (self->load_button, self->is_conflict);
  if (self->save_error == NULL)
    return;

  sentence = ik_sentence_from_error (self->save_error);
  if (self->is_conflict)
    text = g_strdup_printf (_("Not saved: %s What you changed stays here until you load what is "
                              "stored."), sentence);
  else
    text = g_strdup_printf (_("Not saved yet: %s What you type stays here and is saved as soon "
                              "as that works again."), sentence);
  gtk_label_set_text (self->error_label, text);
}

static void
take_error (IkReviewPage *self,
            GError       *error)
{
  g_clear_error (&self->save_error);
  self->save_error = error;
  show_error (self);
}

static void
finish_flushes (IkReviewPage *self)
{
  g_autoptr(GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      if (self->save_error != NULL)
        g_task_return_error (flushes->pdata[i], g_error_copy (self->save_error));
      else
        g_task_return_boolean (flushes->pdata[i], TRUE);
    }
}

/* What belongs to a locked interview can't be undone: don't offer it. */
static void
forget_locked (IkReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (IK_IS_WINDOW (root) && ik_window_get_undo_stack (IK_WINDOW (root)) != NULL)
    ik_undo_stack_forget_locked (ik_window_get_undo_stack (IK_WINDOW (root)));
}

static gboolean
save_cb (gpointer user_data)
{
  IkReviewPage *self = user_data;

  self->save_id = 0;
  ik_review_page_save (self);

  return G_SOURCE_REMOVE;
}

/* Keeps the page until then, though somebody left it. */
static void
schedule (IkReviewPage *self,
          guint         delay_ms)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add_full (G_PRIORITY_DEFAULT, delay_ms, save_cb,
                                        g_object_ref (self), g_object_unref);
}

/* It goes no further: what is shown can be changed again. */
static void
stop_handing_in (IkReviewPage *self)
{
  self->hands_in = FALSE;
  ik_review_page_update_locked (self);
}

static void
handed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  IkReviewPage *self = IK_REVIEW_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  self->n_saving--;
  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      stop_handing_in (self);
    }
  else
    {
      forget_locked (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-scorecard", "s", id);
    }
  finish_flushes (self);
  ik_page_reload (IK_PAGE (self));
}

static void
write_hand_in (IkReviewPage *self)
{
  self->n_saving++;
  ik_page_write (IK_PAGE (self), hand_in_job, g_strdup (self->interview_id), g_free, g_free,
                 handed_in_cb);
}

/* What is there now is what was saved; goes on with what waits. */
static void
go_on (IkReviewPage *self)
{
  if (self->saving != NULL)
    {
      g_clear_pointer (&self->stored, ik_interview_free);
      self->stored = g_steal_pointer (&self->saving);
    }

  if (self->n_saving > 0)
    return;

  if (self->unsaved != NULL)
    ik_review_page_save (self);
  else if (self->hands_in)
    write_hand_in (self);
  else
    {
      finish_flushes (self);
      ik_page_reload (IK_PAGE (self));
    }
}

/* Nothing but loading what is stored can help where that may not be changed, and
 * nothing at all where the library is closed. */
static void
save_failed (IkReviewPage *self)
{
  self->is_conflict = g_error_matches (self->save_error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT) ||
                      g_error_matches (self->save_error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_pointer (&self->saving, ik_interview_free);
  if (self->unsaved == NULL)
    self->unsaved = g_strdup (_("Change Review"));

  stop_handing_in (self);
  show_error (self);
  if (!self->is_conflict && !g_error_matches (self->save_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    schedule (self, RETRY_DELAY_MS);
  finish_flushes (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkReviewPage *self = IK_REVIEW_PAGE (source);
  GError *error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  self->n_saving--;
  self->is_conflict = FALSE;
  take_error (self, error);
  if (id != NULL)
    go_on (self);
  else
    save_failed (self);
}

/* Now, what waits. One after the other, or they might come to the library in
 * another order. Only what is left as the page goes doesn't wait; it writes over
 * what is on its way. */
void
ik_review_page_save (IkReviewPage *self)
{
  Change *change;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->interview == NULL || ik_page_get_library (IK_PAGE (self)) == NULL ||
      self->is_conflict || self->unsaved == NULL ||
      (self->n_saving > 0 && gtk_widget_get_mapped (GTK_WIDGET (self))))
    return;

  change = g_new0 (Change, 1);
  change->interview = ik_interview_copy (self->interview);
  if (self->n_saving == 0)
    change->base = ik_interview_copy (self->stored);
  g_clear_pointer (&self->saving, ik_interview_free);
  self->saving = ik_interview_copy (self->interview);
  change->label = g_steal_pointer (&self->unsaved);
  self->n_saving++;
  ik_page_write (IK_PAGE (self), change_job, change, change_free, g_free, saved_cb);
}

/* What @label names was done: it is saved soon. */
void
ik_review_page_touch (IkReviewPage *self,
                      const char   *label)
{
  if (self->unsaved == NULL)
    self->unsaved = g_strdup (label);
  schedule (self, SAVE_DELAY_MS);
}

/* Saves what waits before that. Until it is done, nothing is changed any more:
 * it would come too late. */
void
ik_review_page_hand_in (IkReviewPage *self)
{
  if (self->hands_in || self->interview == NULL || self->is_conflict ||
      ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  self->hands_in = TRUE;
  ik_review_page_update_locked (self);
  ik_review_page_save (self);
  if (self->n_saving == 0)
    write_hand_in (self);
}

/* What was changed here as well is given up. */
void
ik_review_page_load_stored (IkReviewPage *self)
{
  if (!self->is_conflict)
    return;

  self->is_conflict = FALSE;
  g_clear_pointer (&self->unsaved, g_free);
  take_error (self, NULL);
  ik_page_reload (IK_PAGE (self));
}

gboolean
ik_review_page_is_saved (IkReviewPage *self)
{
  return self->unsaved == NULL && self->n_saving == 0;
}

/**
 * ik_review_page_flush_async:
 * @self: a page
 * @callback: called when everything is saved, or the next attempt failed
 * @user_data: data of @callback
 *
 * Saves what waits and waits for it.
 */
void
ik_review_page_flush_async (IkReviewPage        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_REVIEW_PAGE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ik_review_page_flush_async);
  g_ptr_array_add (self->flushes, task);
  ik_review_page_save (self);
  if (self->n_saving == 0)
    finish_flushes (self);
}

/**
 * ik_review_page_flush_finish:
 * @self: a page
 * @result: result of ik_review_page_flush_async()
 * @error: return location
 *
 * Returns: whether everything is saved; if not, it stays on the page, which says
 *   why
 */
gboolean
ik_review_page_flush_finish (IkReviewPage  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
