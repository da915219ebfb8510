#include "ik-question-editor.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-list.h"
#include "ik-page-header.h"
#include "ik-question-words.h"
#include "ik-text-area.h"
#include "ik-text-list-editor.h"
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
  IkPage            parent_instance;

  /* Template */
  GtkStack         *stack;
  GtkScrolledWindow *scroller;
  IkTextArea       *prompt;
  IkTextArea       *details;
  IkTextListEditor *sub_questions;
  IkTextArea       *reference_answer;
  IkTextListEditor *follow_ups;
  IkTextListEditor *positive_indicators;
  IkTextListEditor *red_flags;
  IkTextArea       *why_it_matters;
  IkTextListEditor *clarifying_questions;
  IkTextListEditor *solution_steps;
  IkTextListEditor *references;
  GtkDropDown      *state;
  GtkDropDown      *kind;
  GtkEntry         *level;
  GtkSpinButton    *minutes;
  GtkEntry         *tags;
  GtkDropDown      *competency;
  GtkDropDown      *rubric;

  char             *question_id;  /* owned, nullable */
  IkQuestion       *question;     /* owned, nullable until loaded; as stored */
  GPtrArray        *competencies; /* owned; element-type IkCompetency */
  GPtrArray        *rubrics;      /* owned; element-type IkRubric */
  guint             save_id;      /* timeout, 0 while all is saved */
  GQueue            to_save;      /* element-type IkQuestion, owned; the first is under way */
  gboolean          is_filling;   /* the program changes the fields */
  gboolean          wants_prompt; /* focus the prompt once loaded */
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

static void
set_entry_text (GtkEntry   *entry,
                const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static char *
join_texts (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (texts, i));

  return g_string_free (joined, FALSE);
}

static GPtrArray *
split_texts (const char *joined)
{
  g_auto(GStrv) parts = g_strsplit (joined, ",", -1);
  GPtrArray *texts = ik_text_list_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_strstrip (parts[i])[0] != '\0')
        ik_text_list_add (texts, parts[i]);
    }

  return texts;
}

/* The first choice stands for none. */
static void
fill_references (IkQuestionEditor *self)
{
  const char *competency_id = self->question->competency_id;
  const char *rubric_id = self->question->rubric_id;
  g_autoptr(GtkStringList) competencies = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) rubrics = gtk_string_list_new (NULL);
  guint competency = 0;
  guint rubric = 0;

  gtk_string_list_append (competencies, _("None"));
  for (guint i = 0; i < self->competencies->len; i++)
    {
      const IkCompetency *one = g_ptr_array_index (self->competencies, i);

      gtk_string_list_append (competencies, one->name);
      if (g_strcmp0 (one->id, competency_id) == 0)
        competency = i + 1;
    }

  gtk_string_list_append (rubrics, _("As the set says"));
  for (guint i = 0; i < self->rubrics->len; i++)
    {
      const IkRubric *one = g_ptr_array_index (self->rubrics, i);

      gtk_string_list_append (rubrics, one->name);
      if (g_strcmp0 (one->id, rubric_id) == 0)
        rubric = i + 1;
    }

  gtk_drop_down_set_model (self->competency, G_LIST_MODEL (competencies));
  gtk_drop_down_set_selected (self->competency, competency);
  gtk_drop_down_set_model (self->rubric, G_LIST_MODEL (rubrics));
  gtk_drop_down_set_selected (self->rubric, rubric);
}

static void
fill (IkQuestionEditor *self)
{
  const IkQuestion *question = self->question;
  g_autofree char *tags = join_texts (question->tags);

  self->is_filling = TRUE;
  ik_text_area_set_text (self->prompt, question->candidate.prompt);
  ik_text_area_set_text (self->details, question->candidate.details);
  ik_text_list_editor_set_texts (self->sub_questions, question->candidate.sub_questions);
  ik_text_area_set_text (self->reference_answer, question->interviewer.reference_answer);
  ik_text_list_editor_set_texts (self->follow_ups, question->interviewer.follow_ups);
  ik_text_list_editor_set_texts (self->positive_indicators,
                                 question->interviewer.positive_indicators);
  ik_text_list_editor_set_texts (self->red_flags, question->interviewer.red_flags);
  ik_text_area_set_text (self->why_it_matters, question->interviewer.why_it_matters);
  ik_text_list_editor_set_texts (self->clarifying_questions,
                                 question->interviewer.clarifying_questions);
  ik_text_list_editor_set_texts (self->solution_steps, question->interviewer.solution_steps);
  ik_text_list_editor_set_texts (self->references, question->interviewer.references);
  gtk_drop_down_set_selected (self->state, question->state);
  gtk_drop_down_set_selected (self->kind, question->kind);
  set_entry_text (self->level, question->level);
  gtk_spin_button_set_value (self->minutes, question->minutes);
  set_entry_text (self->tags, tags);
  fill_references (self);
  self->is_filling = FALSE;
}

static void
take_texts (GPtrArray        **texts,
            IkTextListEditor  *editor)
{
  g_ptr_array_unref (*texts);
  *texts = ik_text_list_editor_dup_texts (editor);
}

static void
take_text (char       **text,
           IkTextArea  *area)
{
  g_free (*text);
  *text = ik_text_area_dup_text (area);
}

static void
take_reference (char        **id,
                GtkDropDown  *drop_down,
                GPtrArray    *records)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  g_clear_pointer (id, g_free);

  /* Both structures begin with their id. */
  if (selected > 0 && selected <= records->len)
    *id = g_strdup (*(char **) g_ptr_array_index (records, selected - 1));
}

/* A copy, so that what the editor doesn't show is kept. */
static IkQuestion *
read_fields (IkQuestionEditor *self)
{
  IkQuestion *question = ik_question_copy (self->question);

  take_text (&question->candidate.prompt, self->prompt);
  take_text (&question->candidate.details, self->details);
  take_texts (&question->candidate.sub_questions, self->sub_questions);
  take_text (&question->interviewer.reference_answer, self->reference_answer);
  take_texts (&question->interviewer.follow_ups, self->follow_ups);
  take_texts (&question->interviewer.positive_indicators, self->positive_indicators);
  take_texts (&question->interviewer.red_flags, self->red_flags);
  take_text (&question->interviewer.why_it_matters, self->why_it_matters);
  take_texts (&question->interviewer.clarifying_questions, self->clarifying_questions);
  take_texts (&question->interviewer.solution_steps, self->solution_steps);
  take_texts (&question->interviewer.references, self->references);
  question->state = gtk_drop_down_get_selected (self->state);
  question->kind = gtk_drop_down_get_selected (self->kind);
  ik_text_set (&question->level, gtk_editable_get_text (GTK_EDITABLE (self->level)));
  question->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  g_ptr_array_unref (question->tags);
  question->tags = split_texts (gtk_editable_get_text (GTK_EDITABLE (self->tags)));
  take_reference (&question->competency_id, self->competency, self->competencies);
  take_reference (&question->rubric_id, self->rubric, self->rubrics);

  return question;
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
  IkQuestion *question = read_fields (self);

  self->save_id = 0;

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
  if (self->is_filling || self->question == NULL)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkQuestionEditor *self = IK_QUESTION_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = ik_job_run_finish (result, &error);

  if (loaded == NULL)
    {
      if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
        ik_question_editor_show (self, NULL);
      else
        ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer. */
  if (self->save_id != 0 || !g_queue_is_empty (&self->to_save) ||
      g_strcmp0 (loaded->question->id, self->question_id) != 0)
    return;

  g_clear_pointer (&self->question, ik_question_free);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  self->question = g_steal_pointer (&loaded->question);
  self->competencies = g_steal_pointer (&loaded->competencies);
  self->rubrics = g_steal_pointer (&loaded->rubrics);
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, "question");
  if (self->wants_prompt)
    ik_text_area_focus (self->prompt, TRUE);
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
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_question_editor_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IkQuestionEditor, name)

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
  g_type_ensure (IK_TYPE_TEXT_AREA);
  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-question-editor.ui");
  BIND (stack);
  BIND (scroller);
  BIND (prompt);
  BIND (details);
  BIND (sub_questions);
  BIND (reference_answer);
  BIND (follow_ups);
  BIND (positive_indicators);
  BIND (red_flags);
  BIND (why_it_matters);
  BIND (clarifying_questions);
  BIND (solution_steps);
  BIND (references);
  BIND (state);
  BIND (kind);
  BIND (level);
  BIND (minutes);
  BIND (tags);
  BIND (competency);
  BIND (rubric);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "question.remove", NULL, remove_question);
}

static void
ik_question_editor_init (IkQuestionEditor *self)
{
  g_autoptr(GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  g_queue_init (&self->to_save);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i <= IK_QUESTION_STATE_ARCHIVED; i++)
    gtk_string_list_append (states, ik_question_words_for_state (i));
  for (guint i = 0; i <= IK_QUESTION_KIND_CANDIDATE_QUESTIONS; i++)
    gtk_string_list_append (kinds, ik_question_words_for_kind (i));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->is_filling = FALSE;
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

static void
clear_lists (IkQuestionEditor *self)
{
  self->is_filling = TRUE;
  ik_text_list_editor_clear (self->sub_questions);
  ik_text_list_editor_clear (self->follow_ups);
  ik_text_list_editor_clear (self->positive_indicators);
  ik_text_list_editor_clear (self->red_flags);
  ik_text_list_editor_clear (self->clarifying_questions);
  ik_text_list_editor_clear (self->solution_steps);
  ik_text_list_editor_clear (self->references);
  self->is_filling = FALSE;
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
  clear_lists (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  if (question_id != NULL)
    ik_page_reload (IK_PAGE (self));
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
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
    ik_text_area_focus (self->prompt, TRUE);
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
