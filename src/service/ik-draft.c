#include "ik-draft-private.h"

#include <glib/gi18n.h>

/**
 * IkDraft:
 *
 * The review of a document before anything of it is stored: its text, what was
 * found in it, what a person corrected and which questions they accept. Each
 * step can be taken back: the steps are kept in order, and the draft is what
 * the document and the steps that hold make together.
 *
 * The document is opened and the draft made on a thread. "opened" comes once
 * there is text to show, before the draft; "changed" with each new draft;
 * "accepted" when other questions are accepted; "stepped" when there is
 * something else to take back; "refused" with the label of a step that came to
 * nothing and is forgotten; "failed" with a #GError instead of any of them.
 * Main loop only; a #IkDraftContent may go to other threads.
 */

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  SIGNAL_STEPPED,
  SIGNAL_REFUSED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkDraft, ik_draft, G_TYPE_OBJECT)

/* What a thread brings back. */

typedef struct
{
  IkImportFile *file;
  IkLineIndex  *index;
} Opened;

static void
opened_free (Opened *self)
{
  g_clear_pointer (&self->index, ik_line_index_free);
  g_clear_pointer (&self->file, ik_import_file_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* What a thread needs to make a draft. */

typedef struct
{
  const IkImportFile *file;        /* of the draft, which the task holds */
  const IkLineIndex  *lines;       /* nullable; likewise */
  GPtrArray          *corrections; /* owned; element-type IkCorrection */
  guint               n_steps;     /* that they come from */
  IkDraftContent     *before;      /* owned, nullable */
} Making;

static void
making_free (Making *self)
{
  g_clear_pointer (&self->before, ik_draft_content_unref);
  g_ptr_array_unref (self->corrections);
  g_free (self);
}

static GCancellable *
begin_work (IkDraft *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

/* Whether the task that ends is the one that counts. */
static gboolean
end_work (IkDraft *self,
          GTask   *task)
{
  if (self->cancellable != g_task_get_cancellable (task))
    return FALSE;

  g_clear_object (&self->cancellable);
  return TRUE;
}

/* Making a draft */

/* A question of a pack file has no line: its correction tells its number. */
static void
edit_pack (IkPack          *pack,
           const GPtrArray *corrections)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const IkCorrection *correction = corrections->pdata[i];
      guint number = correction->line;

      for (guint n = 0; n < pack->sections->len; n++)
        {
          GPtrArray *questions = ((IkSection *) pack->sections->pdata[n])->questions;

          if (number <= questions->len)
            {
              ik_question_free (questions->pdata[number - 1]);
              questions->pdata[number - 1] = ik_question_copy (correction->question);
              break;
            }
          number -= questions->len;
        }
    }
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;
  IkDraftContent *content;
  IkPack *pack = ik_import_draft (making->file, making->corrections, cancellable, &error);

  if (pack == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (making->file->document == NULL)
    edit_pack (pack, making->corrections);
  content = ik_draft_content_new (pack, making->lines);
  if (making->before != NULL)
    ik_draft_content_keep_ids (content, making->before);
  g_clear_pointer (&making->before, ik_draft_content_unref);
  g_task_return_pointer (task, content, (GDestroyNotify) ik_draft_content_unref);
}

/* No other draft comes: the steps are again those of the one that is shown. */
static void
go_back (IkDraft *self)
{
  ik_draft_steps_go_back (self->steps);
  ik_draft_steps_choose (self->steps, self->choices);
  ik_draft_emit_accepted (self);
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
}

static void
take_content (IkDraft        *self,
              IkDraftContent *content,
              const Making   *making)
{
  g_autofree char *refused = NULL;

  g_clear_pointer (&self->content, ik_draft_content_release);
  self->content = content;
  self->is_counted = FALSE;
  ik_draft_steps_set_made (self->steps, making->n_steps);
  refused = ik_draft_steps_drop_refused (self->steps, making->corrections);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (refused != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
      g_signal_emit (self, signals[SIGNAL_REFUSED], 0, refused);
    }
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkDraft *self = IK_DRAFT (source);
  g_autoptr(GError) error = NULL;
  IkDraftContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end_work (self, G_TASK (result)))
    {
      g_clear_pointer (&content, ik_draft_content_release);
      return;
    }

  if (content != NULL)
    take_content (self, content, g_task_get_task_data (G_TASK (result)));
  else
    {
      go_back (self);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }
}

static void
make (IkDraft *self)
{
  g_autoptr(GTask) task = g_task_new (self, begin_work (self), made_cb, NULL);
  Making *making = g_new0 (Making, 1);

  making->file = self->file;
  making->lines = self->index;
  making->corrections = ik_draft_steps_dup_corrections (self->steps);
  making->n_steps = ik_draft_steps_count (self->steps);
  making->before = self->content != NULL ? ik_draft_content_ref (self->content) : NULL;
  g_task_set_source_tag (task, make);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, make_thread);
}

/* Opening */

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  GError *error = NULL;

  opened->file = ik_import_open (task_data, IK_DOCUMENT_KIND_UNKNOWN, cancellable, &error);
  if (opened->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (opened->file->document != NULL)
    opened->index = ik_line_index_new (ik_document_get_source (opened->file->document));
  g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) opened_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkDraft *self = IK_DRAFT (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Opened) opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end_work (self, G_TASK (result)))
    return;

  if (opened == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  self->file = g_steal_pointer (&opened->file);
  self->index = g_steal_pointer (&opened->index);
  make (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* Steps */

/**
 * ik_draft_emit_accepted:
 *
 * Tells that other questions are accepted, or decided about in another way.
 */
void
ik_draft_emit_accepted (IkDraft *self)
{
  self->is_counted = FALSE;
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

/* Brings what a step is about up to date; it was done, or taken back. */
static void
follow_step (IkDraft           *self,
             const IkDraftStep *step)
{
  if (step->kind == IK_DRAFT_STEP_CORRECT)
    make (self);
  else
    {
      ik_draft_steps_choose (self->steps, self->choices);
      ik_draft_emit_accepted (self);
    }
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
}

/**
 * ik_draft_take_step:
 * @step: (transfer full): what a person does
 *
 * Takes a step after those that hold.
 */
void
ik_draft_take_step (IkDraft     *self,
                    IkDraftStep *step)
{
  ik_draft_steps_take (self->steps, step);
  follow_step (self, step);
}

static void
take_correction (IkDraft      *self,
                 IkCorrection *correction,
                 const char   *label)
{
  IkDraftStep *step = g_new0 (IkDraftStep, 1);

  step->kind = IK_DRAFT_STEP_CORRECT;
  step->correction = correction;
  step->label = g_strdup (label);
  ik_draft_take_step (self, step);
}

static void
ik_draft_dispose (GObject *object)
{
  IkDraft *self = IK_DRAFT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ik_draft_parent_class)->dispose (object);
}

static void
ik_draft_finalize (GObject *object)
{
  IkDraft *self = IK_DRAFT (object);

  g_clear_pointer (&self->index, ik_line_index_free);
  g_clear_pointer (&self->file, ik_import_file_free);
  g_clear_pointer (&self->content, ik_draft_content_release);
  ik_draft_steps_free (self->steps);
  g_hash_table_unref (self->twins);
  ik_draft_choices_free (self->choices);

  G_OBJECT_CLASS (ik_draft_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            GType       parameter)
{
  return g_signal_new (name, IK_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, parameter != G_TYPE_NONE ? 1 : 0, parameter);
}

static void
ik_draft_class_init (IkDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ik_draft_dispose;
  object_class->finalize = ik_draft_finalize;

  signals[SIGNAL_OPENED] = add_signal ("opened", G_TYPE_NONE);
  signals[SIGNAL_CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[SIGNAL_ACCEPTED] = add_signal ("accepted", G_TYPE_NONE);
  signals[SIGNAL_STEPPED] = add_signal ("stepped", G_TYPE_NONE);
  signals[SIGNAL_REFUSED] = add_signal ("refused", G_TYPE_STRING);
  signals[SIGNAL_FAILED] = add_signal ("failed", G_TYPE_ERROR);
}

static void
ik_draft_init (IkDraft *self)
{
  self->steps = ik_draft_steps_new ();
  self->choices = ik_draft_choices_new ();
  self->twins = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) ik_twin_free);
}

/**
 * ik_draft_new:
 *
 * Returns: (transfer full): a draft of nothing yet; ik_draft_open() goes on
 */
IkDraft *
ik_draft_new (void)
{
  return g_object_new (IK_TYPE_DRAFT, NULL);
}

/**
 * ik_draft_open:
 * @file: a document or a pack file
 *
 * Opens a file and makes its draft. Call it once.
 */
void
ik_draft_open (IkDraft *self,
               GFile   *file)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (IK_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->file == NULL);

  task = g_task_new (self, begin_work (self), opened_cb, NULL);
  g_task_set_source_tag (task, ik_draft_open);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_thread);
}

/**
 * ik_draft_cancel:
 *
 * Ends the work under way; nothing is heard of it. The steps are again those
 * that the draft holds.
 */
void
ik_draft_cancel (IkDraft *self)
{
  g_return_if_fail (IK_IS_DRAFT (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  go_back (self);
}

/**
 * ik_draft_is_busy:
 *
 * Returns: whether a thread is at work for it
 */
gboolean
ik_draft_is_busy (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * ik_draft_get_document:
 *
 * Returns: (nullable): the document; %NULL until it is open, and for a pack
 *   file
 */
IkDocument *
ik_draft_get_document (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), NULL);

  return self->file != NULL ? self->file->document : NULL;
}

/**
 * ik_draft_has_blocks:
 *
 * Returns: whether a line is one thing, so that a person can say what; the row
 *   of a table is several
 */
gboolean
ik_draft_has_blocks (IkDraft *self)
{
  const IkDocument *document = ik_draft_get_document (self);

  return document != NULL && document->kind != IK_DOCUMENT_KIND_CSV;
}

/**
 * ik_draft_can_reshape:
 *
 * Returns: whether blocks can be split and joined, which those of records
 *   can't
 */
gboolean
ik_draft_can_reshape (IkDraft *self)
{
  const IkDocument *document = ik_draft_get_document (self);

  return document != NULL && !ik_document_holds_records (document);
}

/**
 * ik_draft_count_lines:
 *
 * Returns: how many lines the document has, 0 where there is none
 */
guint
ik_draft_count_lines (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), 0);

  return self->index != NULL ? ik_line_index_count (self->index) : 0;
}

/**
 * ik_draft_get_line:
 * @line: a line of the document, from 1
 * @out_length: (out): its length in bytes
 *
 * Returns: (array length=out_length): the line, without the line feed
 */
const char *
ik_draft_get_line (IkDraft *self,
                   guint    line,
                   gsize   *out_length)
{
  *out_length = 0;
  g_return_val_if_fail (IK_IS_DRAFT (self) && self->index != NULL, "");

  return ik_line_index_get (self->index, line, out_length);
}

/**
 * ik_draft_find_text:
 * @line: a line of the document
 *
 * Returns: the same line; where that is blank, the next one that is not, if it
 *   became the same; 0 if there is none
 */
guint
ik_draft_find_text (IkDraft *self,
                    guint    line)
{
  guint first;
  guint last;

  g_return_val_if_fail (IK_IS_DRAFT (self), 0);

  if (self->content == NULL || !ik_draft_content_find_lines (self->content, line, &first, &last))
    return 0;

  while (line <= last && ik_line_index_is_blank (self->index, line))
    line++;

  return line <= last ? line : 0;
}

/**
 * ik_draft_get_content:
 *
 * Returns: (nullable): the draft that was made last
 */
IkDraftContent *
ik_draft_get_content (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), NULL);

  return self->content;
}

/**
 * ik_draft_correct:
 * @correction: (transfer full): what a person says about the document
 * @label: what they did, for people
 *
 * Takes a step; the draft is made anew.
 */
void
ik_draft_correct (IkDraft      *self,
                  IkCorrection *correction,
                  const char   *label)
{
  g_return_if_fail (IK_IS_DRAFT (self));
  g_return_if_fail (ik_draft_get_document (self) != NULL);

  take_correction (self, correction, label);
}

/**
 * ik_draft_edit:
 * @index: index of a question
 * @question: what it says from now on
 *
 * Takes a step; the draft is made anew.
 */
void
ik_draft_edit (IkDraft          *self,
               guint             index,
               const IkQuestion *question)
{
  const IkDraftEntry *entry;
  IkCorrection *correction;

  g_return_if_fail (IK_IS_DRAFT (self));
  g_return_if_fail (self->content != NULL && index < self->content->questions->len);

  entry = ik_draft_content_get_question (self->content, index);
  if (self->index != NULL)
    correction = ik_correction_new_edit (ik_question_get_first_line (entry->question),
                                         entry->nth, question);
  else
    correction = ik_correction_new_edit (index + 1, 0, question);
  take_correction (self, correction, _("Edit Question"));
}

/**
 * ik_draft_get_undo_label:
 *
 * Returns: (nullable): the step that is taken back next, for people
 */
const char *
ik_draft_get_undo_label (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), NULL);

  return ik_draft_steps_get_undo_label (self->steps);
}

/**
 * ik_draft_get_redo_label:
 *
 * Returns: (nullable): the step that is done again next, for people
 */
const char *
ik_draft_get_redo_label (IkDraft *self)
{
  g_return_val_if_fail (IK_IS_DRAFT (self), NULL);

  return ik_draft_steps_get_redo_label (self->steps);
}

/**
 * ik_draft_undo:
 *
 * Takes the last step back, if there is one.
 */
void
ik_draft_undo (IkDraft *self)
{
  const IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self));

  step = ik_draft_steps_undo (self->steps);
  if (step != NULL)
    follow_step (self, step);
}

/**
 * ik_draft_redo:
 *
 * Does the step again that was taken back last, if there is one.
 */
void
ik_draft_redo (IkDraft *self)
{
  const IkDraftStep *step;

  g_return_if_fail (IK_IS_DRAFT (self));

  step = ik_draft_steps_redo (self->steps);
  if (step != NULL)
    follow_step (self, step);
}
