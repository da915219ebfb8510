#include "ik-draft-dialog.h"

#include "ik-bank-terms.h"
#include "ik-bank.h"
#include "ik-job.h"
#include "ik-list.h"
#include "ik-question-form.h"
#include "ik-toast.h"

/**
 * IkDraftDialog:
 *
 * A question of a draft to edit before it is stored. Emits "saved" with the
 * question, of the same id, then closes.
 */
struct _IkDraftDialog
{
  AdwWindow       parent_instance;

  /* Template */
  IkQuestionForm *form;

  IkQuestion     *question;     /* owned; as it was */
  GPtrArray      *competencies; /* owned; element-type IkCompetency; of the draft */
  GPtrArray      *rubrics;      /* owned; element-type IkRubric; of the draft */
  GCancellable   *cancellable;  /* owned; of the load under way */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkDraftDialog, ik_draft_dialog, ADW_TYPE_WINDOW)

/* What the library offers */

typedef struct
{
  IkBankTerms *terms;
  GPtrArray   *rubrics;
} Choices;

static void
choices_free (Choices *self)
{
  g_clear_pointer (&self->terms, ik_bank_terms_free);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choices, choices_free)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(Choices) choices = g_new0 (Choices, 1);

  choices->terms = ik_bank_terms_load (library, cancellable, error);
  if (choices->terms == NULL)
    return NULL;
  choices->rubrics = ik_bank_list_rubrics (library, cancellable, error);
  if (choices->rubrics == NULL)
    return NULL;

  return g_steal_pointer (&choices);
}

/* Both structures begin with their id. */
static gboolean
has_record (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (*(char **) g_ptr_array_index (records, i), id))
        return TRUE;
    }

  return FALSE;
}

/* What the draft brings comes first. */
static void
add_records (GPtrArray      *target,
             GPtrArray      *records,
             GBoxedCopyFunc  copy_func)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (!has_record (target, *(char **) record))
        g_ptr_array_add (target, copy_func (record));
    }
}

static void
show_question (IkDraftDialog *self)
{
  ik_question_form_set_choices (self->form, self->competencies, self->rubrics);
  ik_question_form_fill (self->form, self->question);
  ik_question_form_focus_prompt (self->form);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkDraftDialog *self = IK_DRAFT_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Choices) choices = ik_job_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (choices != NULL)
    {
      add_records (self->competencies, choices->terms->competencies,
                   (GBoxedCopyFunc) ik_competency_copy);
      ik_question_form_offer_terms (self->form, choices->terms->levels, choices->terms->tags);
      add_records (self->rubrics, choices->rubrics, (GBoxedCopyFunc) ik_rubric_copy);
    }
  else
    ik_toast_show_error (GTK_WIDGET (self), error);
  show_question (self);
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkDraftDialog *self = IK_DRAFT_DIALOG (widget);
  g_autoptr(IkQuestion) question = ik_question_copy (self->question);

  ik_question_form_read (self->form, question);
  if (question->candidate.prompt[0] != '\0')
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, question);
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (IkDraftDialog *self)
{
  g_autoptr(IkQuestion) question = ik_question_copy (self->question);

  /* A question without words can't be found again. */
  ik_question_form_read (self->form, question);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.save",
                                 question->candidate.prompt[0] != '\0');
}

static void
ik_draft_dialog_dispose (GObject *object)
{
  IkDraftDialog *self = IK_DRAFT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ik_draft_dialog_parent_class)->dispose (object);
}

static void
ik_draft_dialog_finalize (GObject *object)
{
  IkDraftDialog *self = IK_DRAFT_DIALOG (object);

  ik_question_free (self->question);
  g_ptr_array_unref (self->competencies);
  g_ptr_array_unref (self->rubrics);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (ik_draft_dialog_parent_class)->finalize (object);
}

static void
ik_draft_dialog_class_init (IkDraftDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_draft_dialog_dispose;
  object_class->finalize = ik_draft_dialog_finalize;

  /* With the IkQuestion as it was edited. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_DRAFT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (IK_TYPE_QUESTION_FORM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDraftDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "draft.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "draft.save", NULL);
}

static void
ik_draft_dialog_init (IkDraftDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_draft_dialog_new:
 * @library: the library, for what a question may refer to
 * @parent: the window it belongs to
 * @pack: the draft, for the same
 * @question: the question
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkDraftDialog *
ik_draft_dialog_new (IkLibrary        *library,
                     GtkWindow        *parent,
                     const IkPack     *pack,
                     const IkQuestion *question)
{
  IkDraftDialog *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (pack != NULL && question != NULL, NULL);

  self = g_object_new (IK_TYPE_DRAFT_DIALOG, "transient-for", parent, NULL);
  self->question = ik_question_copy (question);
  self->competencies = ik_list_copy (pack->competencies, ik_competency_copy, ik_competency_free);
  self->rubrics = ik_list_copy (pack->rubrics, ik_rubric_copy, ik_rubric_free);
  ik_job_run_async (self, library, load_job, NULL, NULL, (GDestroyNotify) choices_free,
                    self->cancellable, loaded_cb, NULL);

  return self;
}
