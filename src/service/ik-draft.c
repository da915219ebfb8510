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
 * something else to take back; "failed" with a #GError instead of any of
 * them. Main loop only; a #IkDraftContent may go to other threads.
 */

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  SIGNAL_STEPPED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkDraft, ik_draft, G_TYPE_OBJECT)

static void
step_free (IkDraftStep *self)
{
  g_clear_pointer (&self->correction, ik_correction_free);
  g_free (self->label);
  g_free (self);
}

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
  const IkImportFile *file;    /* of the draft, which the task holds */
  guint           n_lines;
  GPtrArray      *corrections; /* owned; element-type IkCorrection */
  guint           n_done;      /* steps that they come from */
  IkDraftContent *before;      /* owned, nullable */
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
  content = ik_draft_content_new (pack, making->n_lines);
  if (making->before != NULL)
    ik_draft_content_keep_ids (content, making->before);
  g_clear_pointer (&making->before, ik_draft_content_unref);
  g_task_return_pointer (task, content, (GDestroyNotify) ik_draft_content_unref);
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

  if (content == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  g_clear_pointer (&self->content, ik_draft_content_release);
  self->content = content;
  self->n_made = ((Making *) g_task_get_task_data (G_TASK (result)))->n_done;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GPtrArray *
collect_corrections (IkDraft *self)
{
  GPtrArray *corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_correction_free);

  for (guint i = 0; i < self->n_done; i++)
    {
      const IkDraftStep *step = self->steps->pdata[i];

      if (step->correction != NULL)
        g_ptr_array_add (corrections, ik_correction_copy (step->correction));
    }

  return corrections;
}

static void
make (IkDraft *self)
{
  g_autoptr(GTask) task = g_task_new (self, begin_work (self), made_cb, NULL);
  Making *making = g_new0 (Making, 1);

  making->file = self->file;
  making->n_lines = ik_draft_count_lines (self);
  making->corrections = collect_corrections (self);
  making->n_done = self->n_done;
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
    opened->index = ik_line_index_new (opened->file->document->text);
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

static void
choose_as_steps_say (IkDraft *self)
{
  ik_draft_choices_reset (self->choices);
  for (guint i = 0; i < self->n_done; i++)
    {
      const IkDraftStep *step = self->steps->pdata[i];

      if (step->kind == IK_DRAFT_STEP_ACCEPT_ALL)
        ik_draft_choices_accept_all (self->choices, step->accepted);
      else if (step->kind == IK_DRAFT_STEP_ACCEPT)
        ik_draft_choices_accept (self->choices, step->key, step->accepted);
      else if (step->kind == IK_DRAFT_STEP_DECIDE)
        ik_draft_choices_decide (self->choices, step->key, step->decision);
      else if (step->kind == IK_DRAFT_STEP_DECIDE_ALL)
        ik_draft_choices_decide_all (self->choices, step->decision);
    }
}

void
ik_draft_emit_accepted (IkDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
apply_step (IkDraft           *self,
            const IkDraftStep *step)
{
  if (step->kind == IK_DRAFT_STEP_CORRECT)
    make (self);
  else
    {
      choose_as_steps_say (self);
      g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
    }
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
}

/* Takes a step after those that hold; @step is taken over. */
void
ik_draft_take_step (IkDraft     *self,
                    IkDraftStep *step)
{
  if (self->n_done < self->steps->len)
    g_ptr_array_remove_range (self->steps, self->n_done, self->steps->len - self->n_done);
  self->n_made = MIN (self->n_made, self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  apply_step (self, step);
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
  g_ptr_array_unref (self->steps);
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
  signals[SIGNAL_FAILED] = add_signal ("failed", G_TYPE_ERROR);
}

static void
ik_draft_init (IkDraft *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->choices = ik_draft_choices_new ();
  self->twins = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) ik_twin_free);
}

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

/* Goes back to steps whose corrections are those that the draft was made with:
 * what a person accepted since then stays accepted. */
static void
keep_made_steps (IkDraft *self)
{
  for (guint i = self->n_made; i < self->n_done; i++)
    {
      if (((IkDraftStep *) self->steps->pdata[i])->kind == IK_DRAFT_STEP_CORRECT)
        self->n_done = i;
    }
  for (guint i = self->n_made; i > self->n_done; i--)
    {
      if (((IkDraftStep *) self->steps->pdata[i - 1])->kind == IK_DRAFT_STEP_CORRECT)
        self->n_done = i;
    }
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
  keep_made_steps (self);
  choose_as_steps_say (self);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
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
  g_return_val_if_fail (IK_IS_DRAFT (self), "");
  g_return_val_if_fail (line >= 1 && line <= ik_draft_count_lines (self), "");

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
  guint line;

  g_return_if_fail (IK_IS_DRAFT (self));
  g_return_if_fail (self->content != NULL && index < self->content->questions->len);

  entry = ik_draft_content_get_question (self->content, index);
  line = self->index != NULL ? ik_question_get_first_line (entry->question) : index + 1;
  take_correction (self, ik_correction_new_edit (line, question), _("Edit Question"));
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

  return self->n_done > 0 ? ((IkDraftStep *) self->steps->pdata[self->n_done - 1])->label : NULL;
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

  return self->n_done < self->steps->len ? ((IkDraftStep *) self->steps->pdata[self->n_done])->label
                                         : NULL;
}

/**
 * ik_draft_undo:
 *
 * Takes the last step back, if there is one.
 */
void
ik_draft_undo (IkDraft *self)
{
  g_return_if_fail (IK_IS_DRAFT (self));

  if (self->n_done > 0)
    apply_step (self, self->steps->pdata[--self->n_done]);
}

/**
 * ik_draft_redo:
 *
 * Does the step again that was taken back last, if there is one.
 */
void
ik_draft_redo (IkDraft *self)
{
  g_return_if_fail (IK_IS_DRAFT (self));

  if (self->n_done < self->steps->len)
    apply_step (self, self->steps->pdata[self->n_done++]);
}
