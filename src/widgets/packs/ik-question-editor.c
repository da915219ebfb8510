#include "ik-question-editor.h"

#include <glib/gi18n.h>

#include "ik-bank-terms.h"
#include "ik-bank.h"
#include "ik-page-header.h"
#include "ik-question-form.h"
#include "ik-question-history-dialog.h"
#include "ik-stack.h"
#include "ik-text.h"
#include "ik-toast.h"

/* A pause in typing after which the question is saved, as one step to undo. */
#define SAVE_DELAY_MS 800

/**
 * IkQuestionEditor:
 *
 * A question to read and to edit in place: what the candidate may see and what
 * only the interviewer sees in two groups that never mix. Changes are saved
 * after a pause in typing and when the question is left. A reload of the
 * library leaves what is being typed alone.
 */
struct _IkQuestionEditor
{
  IkPage             parent_instance;

  /* Template */
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  IkQuestionForm    *form;

  char              *question_id;  /* owned, nullable */
  IkQuestion        *question;     /* owned, nullable until loaded; as stored */
  guint              save_id;      /* timeout, 0 while all is saved */
  GQueue             to_save;      /* element-type IkQuestion, owned; the first is under way */
  gboolean           wants_prompt; /* focus the prompt once loaded */
};

G_DEFINE_FINAL_TYPE (IkQuestionEditor, ik_question_editor, IK_TYPE_PAGE)

typedef struct
{
  IkQuestion *question;
  GPtrArray  *competencies;
  GPtrArray  *rubrics;
} Loaded;

static void
loaded_free (Loaded *self)
{
  g_clear_pointer (&self->question, ik_question_free);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(Loaded) loaded = g_new0 (Loaded, 1);

  loaded->question = ik_bank_load_question (library, data, cancellable, error);
  if (loaded->question == NULL)
    return NULL;
  loaded->competencies = ik_bank_list_competencies (library, cancellable, error);
  if (loaded->competencies == NULL)
    return NULL;
  loaded->rubrics = ik_bank_list_rubrics (library, cancellable, error);
  if (loaded->rubrics == NULL)
    return NULL;

  return g_steal_pointer (&loaded);
}

static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_bank_save_question (library, data, cancellable, error) ? ik_question_copy (data)
                                                                   : NULL;
}

static void save_first (IkQuestionEditor *self);

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) saved = ik_job_run_finish (result, &error);
  g_autoptr(IkQuestion) sent = g_queue_pop_head (&self->to_save);

  if (saved == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  if (!g_queue_is_empty (&self->to_save))
    save_first (self);
  else
    ik_page_reload (IK_PAGE (self));
}

/* One at a time: two threads could change places. */
static void
save_first (IkQuestionEditor *self)
{
  if (ik_page_get_library (IK_PAGE (self)) != NULL)
    ik_page_write (IK_PAGE (self), save_job,
                   ik_question_copy (g_queue_peek_head (&self->to_save)),
                   (GDestroyNotify) ik_question_free, (GDestroyNotify) ik_question_free, saved_cb);
}

static gboolean
save_cb (gpointer data)
{
  IkQuestionEditor *self = data;
  IkQuestion *question = ik_question_copy (self->question);

  self->save_id = 0;
  ik_question_form_read (self->form, question);

  /* A question without words can't be found again: the prompt it had stays
   * until there is another one. */
  if (question->candidate.prompt[0] == '\0')
    ik_text_set (&question->candidate.prompt, self->question->candidate.prompt);

  ik_question_free (self->question);
  self->question = ik_question_copy (question);
  g_queue_push_tail (&self->to_save, question);
  if (g_queue_get_length (&self->to_save) == 1)
    save_first (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (IkQuestionEditor *self)
{
  if (self->question == NULL)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* Whether the focus is in a field. */
static gboolean
holds_focus (IkQuestionEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form));
}

static gpointer
load_terms_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_bank_terms_load (library, cancellable, error);
}

static void
terms_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkBankTerms) terms = ik_job_run_finish (result, &error);

  /* Closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;

  if (terms != NULL)
    ik_question_form_offer_terms (IK_QUESTION_EDITOR (source)->form, terms->levels, terms->tags);
  else
    ik_toast_show_error (GTK_WIDGET (source), error);
}

/* Levels are looked for in the whole bank: the question does not wait for that. */
static void
offer_terms (IkQuestionEditor *self)
{
  ik_job_run_async (self, ik_page_get_library (IK_PAGE (self)), load_terms_job, NULL, NULL,
                    (GDestroyNotify) ik_bank_terms_free, NULL, terms_loaded_cb, NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = ik_job_run_finish (result, &error);
  gboolean is_first = self->question == NULL;
  gboolean had_focus;

  if (loaded == NULL)
    {
      /* The list that it stands beside finds out as well, and knows where to go
       * on; until then the focus has its place here. */
      if (!g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
        ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer. */
  if (self->save_id != 0 || !g_queue_is_empty (&self->to_save) ||
      g_strcmp0 (loaded->question->id, self->question_id) != 0)
    return;

  had_focus = holds_focus (self);
  g_clear_pointer (&self->question, ik_question_free);
  self->question = g_steal_pointer (&loaded->question);
  ik_question_form_set_choices (self->form, loaded->competencies, loaded->rubrics);
  ik_question_form_fill (self->form, self->question);
  ik_stack_show (self->stack, "question");
  if (is_first)
    offer_terms (self);
  /* The row that had it may be gone, and GTK would take the button that
   * deletes. */
  if (had_focus && !holds_focus (self))
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  if (self->wants_prompt)
    ik_question_form_focus_prompt (self->form);
  self->wants_prompt = FALSE;
}

static void
ik_question_editor_load (IkPage *page)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (page);

  if (self->question_id != NULL)
    ik_page_load (page, load_job, g_strdup (self->question_id), g_free,
                  (GDestroyNotify) loaded_free, loaded_cb);
}

static gpointer
remove_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ik_bank_remove_question (library, data, cancellable, error) ? g_strdup (data) : NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id != NULL)
    ik_toast_show_undo (GTK_WIDGET (source), _("Question deleted"));
  else
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
remove_question (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (widget);

  if (self->question == NULL)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  ik_page_write (IK_PAGE (self), remove_job, g_strdup (self->question_id), g_free, g_free,
                 removed_cb);
}

static void
restored_cb (IkQuestionEditor *self)
{
  ik_toast_show_undo (GTK_WIDGET (self), _("Earlier version restored"));
}

/* The dialog follows the library, so that what is being saved is in it soon. */
static void
show_history (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (widget);
  IkLibrary *library = ik_page_get_library (IK_PAGE (self));
  IkHistoryDialog *dialog;

  if (self->question == NULL || library == NULL)
    return;

  ik_question_editor_save (self);
  dialog = ik_question_history_dialog_new (library, GTK_WINDOW (gtk_widget_get_root (widget)),
                                           self->question_id);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Leaving the page is a pause in typing as well. */
static void
ik_question_editor_unmap (GtkWidget *widget)
{
  ik_question_editor_save (IK_QUESTION_EDITOR (widget));

  GTK_WIDGET_CLASS (ik_question_editor_parent_class)->unmap (widget);
}

static void
ik_question_editor_dispose (GObject *object)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (object);

  g_clear_handle_id (&self->save_id, g_source_remove);

  G_OBJECT_CLASS (ik_question_editor_parent_class)->dispose (object);
}

static void
ik_question_editor_finalize (GObject *object)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (object);

  g_free (self->question_id);
  g_queue_clear_full (&self->to_save, (GDestroyNotify) ik_question_free);
  g_clear_pointer (&self->question, ik_question_free);

  G_OBJECT_CLASS (ik_question_editor_parent_class)->finalize (object);
}

static void
ik_question_editor_class_init (IkQuestionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_question_editor_dispose;
  object_class->finalize = ik_question_editor_finalize;
  widget_class->unmap = ik_question_editor_unmap;
  IK_PAGE_CLASS (klass)->load = ik_question_editor_load;

  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_QUESTION_FORM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-question-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkQuestionEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionEditor, form);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "question.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "question.remove", NULL, remove_question);
}

static void
ik_question_editor_init (IkQuestionEditor *self)
{
  g_queue_init (&self->to_save);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_question_editor_get_question_id:
 *
 * Returns: (nullable): the question that is shown
 */
const char *
ik_question_editor_get_question_id (IkQuestionEditor *self)
{
  g_return_val_if_fail (IK_IS_QUESTION_EDITOR (self), NULL);

  return self->question_id;
}

/**
 * ik_question_editor_show:
 * @question_id: (nullable): a question, %NULL for none
 *
 * Saves what was typed and goes to another question.
 */
void
ik_question_editor_show (IkQuestionEditor *self,
                         const char       *question_id)
{
  g_return_if_fail (IK_IS_QUESTION_EDITOR (self));

  if (g_strcmp0 (self->question_id, question_id) == 0)
    return;

  ik_question_editor_save (self);
  g_free (self->question_id);
  self->question_id = g_strdup (question_id);
  g_clear_pointer (&self->question, ik_question_free);
  ik_question_form_clear (self->form);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  if (question_id == NULL)
    {
      ik_stack_show (self->stack, "none");
      return;
    }

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "none"))
    ik_stack_show (self->stack, "loading");
  ik_page_reload (IK_PAGE (self));
}

/**
 * ik_question_editor_focus_prompt:
 *
 * Gets the prompt ready to be typed over, once the question is loaded.
 */
void
ik_question_editor_focus_prompt (IkQuestionEditor *self)
{
  g_return_if_fail (IK_IS_QUESTION_EDITOR (self));

  self->wants_prompt = self->question == NULL;
  if (self->question != NULL)
    ik_question_form_focus_prompt (self->form);
}

/**
 * ik_question_editor_save:
 *
 * Saves now what would be saved after a pause.
 */
void
ik_question_editor_save (IkQuestionEditor *self)
{
  g_return_if_fail (IK_IS_QUESTION_EDITOR (self));

  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  save_cb (self);
}
