#include "ik-question-form.h"

#include <glib/gi18n.h>

#include "ik-attachment-list.h"
#include "ik-entry-choices.h"
#include "ik-level-answer-editor.h"
#include "ik-list.h"
#include "ik-question-words.h"
#include "ik-rubric.h"
#include "ik-spin-button.h"
#include "ik-text-area.h"
#include "ik-text-list-editor.h"
#include "ik-text.h"

/**
 * IkQuestionForm:
 *
 * The fields of a question: what the candidate may see, what only the
 * interviewer sees, and what helps to plan, in three groups. Emits "changed"
 * when the person changes something. What it holds is filled in and read out
 * whole.
 */
struct _IkQuestionForm
{
  AdwBin            parent_instance;

  /* Template */
  IkTextArea       *prompt;
  IkTextArea       *details;
  IkTextListEditor *sub_questions;
  IkAttachmentList *candidate_files;
  IkTextArea       *reference_answer;
  IkLevelAnswerEditor *level_answers;
  IkTextListEditor *follow_ups;
  IkTextListEditor *positive_indicators;
  IkTextListEditor *red_flags;
  IkTextArea       *why_it_matters;
  IkTextListEditor *clarifying_questions;
  IkTextListEditor *solution_steps;
  IkTextListEditor *references;
  IkAttachmentList *interviewer_files;
  GtkDropDown      *state;
  GtkDropDown      *kind;
  GtkEntry         *level;
  GtkDropDown      *level_button;
  GtkSpinButton    *minutes;
  GtkEntry         *tags;
  GtkDropDown      *tags_button;
  GtkDropDown      *competency;
  GtkDropDown      *rubric;

  GPtrArray        *competencies; /* owned, nullable until filled; element-type IkCompetency */
  GPtrArray        *rubrics;      /* owned, nullable until filled; element-type IkRubric */
  GPtrArray        *levels;       /* owned; element-type utf8 */
  gboolean          is_filling;   /* the program changes the fields */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkQuestionForm, ik_question_form, ADW_TYPE_BIN)

static void
changed_cb (IkQuestionForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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

/* The first choice stands for none. Both structures begin with their id. */
static guint
find_choice (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; id != NULL && records != NULL && i < records->len; i++)
    {
      if (g_str_equal (*(char **) g_ptr_array_index (records, i), id))
        return i + 1;
    }

  return 0;
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
take_choice (char        **id,
             GtkDropDown  *drop_down,
             GPtrArray    *records)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  g_clear_pointer (id, g_free);
  if (records != NULL && selected > 0 && selected <= records->len)
    *id = g_strdup (*(char **) g_ptr_array_index (records, selected - 1));
}

/* By its name; how it is being typed stays. */
static void
show_level (IkQuestionForm *self,
            const char     *level)
{
  g_autofree char *words = ik_question_words_for_level (level);

  if (!ik_question_words_is_level (gtk_editable_get_text (GTK_EDITABLE (self->level)), level))
    gtk_editable_set_text (GTK_EDITABLE (self->level), words);
}

static void
take_level (char           **level,
            IkQuestionForm  *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->level));

  if (ik_question_words_is_level (words, *level))
    return;

  g_free (*level);
  *level = ik_question_words_find_level (words, self->levels);
}

static void
ik_question_form_finalize (GObject *object)
{
  IkQuestionForm *self = IK_QUESTION_FORM (object);

  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_ptr_array_unref (self->levels);

  G_OBJECT_CLASS (ik_question_form_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IkQuestionForm, name)

static void
ik_question_form_class_init (IkQuestionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_question_form_finalize;

  /* The person changed a field. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_QUESTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_ATTACHMENT_LIST);
  g_type_ensure (IK_TYPE_LEVEL_ANSWER_EDITOR);
  g_type_ensure (IK_TYPE_TEXT_AREA);
  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-question-form.ui");
  BIND (prompt);
  BIND (details);
  BIND (sub_questions);
  BIND (candidate_files);
  BIND (reference_answer);
  BIND (level_answers);
  BIND (follow_ups);
  BIND (positive_indicators);
  BIND (red_flags);
  BIND (why_it_matters);
  BIND (clarifying_questions);
  BIND (solution_steps);
  BIND (references);
  BIND (interviewer_files);
  BIND (state);
  BIND (kind);
  BIND (level);
  BIND (level_button);
  BIND (minutes);
  BIND (tags);
  BIND (tags_button);
  BIND (competency);
  BIND (rubric);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What is chosen may be cut, as names can be of any length; the list of choices has
 * them whole. */
static void
let_shrink (GtkDropDown *drop_down)
{
  g_autoptr(GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (drop_down));
  g_autoptr(GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  g_signal_connect (cut, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, whole);
  gtk_drop_down_set_factory (drop_down, cut);
}

static void
ik_question_form_init (IkQuestionForm *self)
{
  g_autoptr(GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  self->levels = ik_text_list_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->minutes);

  for (guint i = 0; i <= IK_QUESTION_STATE_ARCHIVED; i++)
    gtk_string_list_append (states, ik_question_words_for_state (i));
  for (guint i = 0; i <= IK_QUESTION_KIND_CANDIDATE_QUESTIONS; i++)
    gtk_string_list_append (kinds, ik_question_words_for_kind (i));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  let_shrink (self->kind);
  let_shrink (self->competency);
  let_shrink (self->rubric);
  self->is_filling = FALSE;
}

/**
 * ik_question_form_set_choices:
 * @competencies: (element-type IkCompetency): what a question may measure
 * @rubrics: (element-type IkRubric): what an answer may be rated by
 *
 * Offers choices; fill the form after it.
 */
void
ik_question_form_set_choices (IkQuestionForm *self,
                              GPtrArray      *competencies,
                              GPtrArray      *rubrics)
{
  g_autoptr(GtkStringList) competency_names = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) rubric_names = gtk_string_list_new (NULL);

  g_return_if_fail (IK_IS_QUESTION_FORM (self));
  g_return_if_fail (competencies != NULL && rubrics != NULL);

  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  self->competencies = g_ptr_array_ref (competencies);
  self->rubrics = g_ptr_array_ref (rubrics);

  gtk_string_list_append (competency_names, _("None"));
  for (guint i = 0; i < competencies->len; i++)
    gtk_string_list_append (competency_names,
                            ((const IkCompetency *) g_ptr_array_index (competencies, i))->name);
  gtk_string_list_append (rubric_names, _("As the set says"));
  for (guint i = 0; i < rubrics->len; i++)
    gtk_string_list_append (rubric_names,
                            ((const IkRubric *) g_ptr_array_index (rubrics, i))->name);

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->competency, G_LIST_MODEL (competency_names));
  gtk_drop_down_set_model (self->rubric, G_LIST_MODEL (rubric_names));
  self->is_filling = FALSE;
}

/**
 * ik_question_form_offer_terms:
 * @levels: (element-type utf8): levels that questions have
 * @tags: (element-type utf8): tags that questions have
 *
 * Offers what others have beside the fields where anything can be typed.
 */
void
ik_question_form_offer_terms (IkQuestionForm *self,
                              GPtrArray      *levels,
                              GPtrArray      *tags)
{
  g_autoptr(GPtrArray) words = NULL;

  g_return_if_fail (IK_IS_QUESTION_FORM (self));
  g_return_if_fail (levels != NULL && tags != NULL);

  g_ptr_array_unref (self->levels);
  self->levels = g_ptr_array_ref (levels);
  words = ik_question_words_list_levels (levels);
  ik_entry_choices_set (self->level, self->level_button, words, FALSE);
  ik_entry_choices_set (self->tags, self->tags_button, tags, TRUE);
}

/**
 * ik_question_form_fill:
 * @question: a question
 *
 * Shows a question. What is the same already keeps its cursor.
 */
void
ik_question_form_fill (IkQuestionForm   *self,
                       const IkQuestion *question)
{
  g_autofree char *tags = NULL;

  g_return_if_fail (IK_IS_QUESTION_FORM (self));
  g_return_if_fail (question != NULL);

  tags = join_texts (question->tags);
  self->is_filling = TRUE;
  ik_text_area_set_text (self->prompt, question->candidate.prompt);
  ik_text_area_set_text (self->details, question->candidate.details);
  ik_text_list_editor_set_texts (self->sub_questions, question->candidate.sub_questions);
  ik_attachment_list_set_attachments (self->candidate_files, question->candidate.attachments);
  ik_text_area_set_text (self->reference_answer, question->interviewer.reference_answer);
  ik_level_answer_editor_set_answers (self->level_answers, question->interviewer.level_answers);
  ik_text_list_editor_set_texts (self->follow_ups, question->interviewer.follow_ups);
  ik_text_list_editor_set_texts (self->positive_indicators,
                                 question->interviewer.positive_indicators);
  ik_text_list_editor_set_texts (self->red_flags, question->interviewer.red_flags);
  ik_text_area_set_text (self->why_it_matters, question->interviewer.why_it_matters);
  ik_text_list_editor_set_texts (self->clarifying_questions,
                                 question->interviewer.clarifying_questions);
  ik_text_list_editor_set_texts (self->solution_steps, question->interviewer.solution_steps);
  ik_text_list_editor_set_texts (self->references, question->interviewer.references);
  ik_attachment_list_set_attachments (self->interviewer_files,
                                      question->interviewer.attachments);
  gtk_drop_down_set_selected (self->state, question->state);
  gtk_drop_down_set_selected (self->kind, question->kind);
  show_level (self, question->level);
  gtk_spin_button_set_value (self->minutes, question->minutes);
  set_entry_text (self->tags, tags);
  gtk_drop_down_set_selected (self->competency,
                              find_choice (self->competencies, question->competency_id));
  gtk_drop_down_set_selected (self->rubric, find_choice (self->rubrics, question->rubric_id));
  self->is_filling = FALSE;
}

/**
 * ik_question_form_read:
 * @question: the question that is shown
 *
 * Brings @question up to what the fields hold; what has no field stays.
 */
void
ik_question_form_read (IkQuestionForm *self,
                       IkQuestion     *question)
{
  g_return_if_fail (IK_IS_QUESTION_FORM (self));
  g_return_if_fail (question != NULL);

  take_text (&question->candidate.prompt, self->prompt);
  take_text (&question->candidate.details, self->details);
  take_texts (&question->candidate.sub_questions, self->sub_questions);
  g_ptr_array_unref (question->candidate.attachments);
  question->candidate.attachments = ik_attachment_list_dup_attachments (self->candidate_files);
  take_text (&question->interviewer.reference_answer, self->reference_answer);
  g_ptr_array_unref (question->interviewer.level_answers);
  question->interviewer.level_answers = ik_level_answer_editor_dup_answers (self->level_answers);
  take_texts (&question->interviewer.follow_ups, self->follow_ups);
  take_texts (&question->interviewer.positive_indicators, self->positive_indicators);
  take_texts (&question->interviewer.red_flags, self->red_flags);
  take_text (&question->interviewer.why_it_matters, self->why_it_matters);
  take_texts (&question->interviewer.clarifying_questions, self->clarifying_questions);
  take_texts (&question->interviewer.solution_steps, self->solution_steps);
  take_texts (&question->interviewer.references, self->references);
  g_ptr_array_unref (question->interviewer.attachments);
  question->interviewer.attachments =
    ik_attachment_list_dup_attachments (self->interviewer_files);
  question->state = gtk_drop_down_get_selected (self->state);
  question->kind = gtk_drop_down_get_selected (self->kind);
  take_level (&question->level, self);
  question->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  g_ptr_array_unref (question->tags);
  question->tags = split_texts (gtk_editable_get_text (GTK_EDITABLE (self->tags)));
  take_choice (&question->competency_id, self->competency, self->competencies);
  take_choice (&question->rubric_id, self->rubric, self->rubrics);
}

/**
 * ik_question_form_clear:
 *
 * Makes ready for another question: entries that hold nothing go as well.
 */
void
ik_question_form_clear (IkQuestionForm *self)
{
  g_return_if_fail (IK_IS_QUESTION_FORM (self));

  self->is_filling = TRUE;
  ik_text_list_editor_clear (self->sub_questions);
  ik_attachment_list_clear (self->candidate_files);
  ik_level_answer_editor_clear (self->level_answers);
  ik_text_list_editor_clear (self->follow_ups);
  ik_text_list_editor_clear (self->positive_indicators);
  ik_text_list_editor_clear (self->red_flags);
  ik_text_list_editor_clear (self->clarifying_questions);
  ik_text_list_editor_clear (self->solution_steps);
  ik_text_list_editor_clear (self->references);
  ik_attachment_list_clear (self->interviewer_files);
  self->is_filling = FALSE;
}

/**
 * ik_question_form_focus_prompt:
 *
 * Gets the prompt ready to be typed over.
 */
void
ik_question_form_focus_prompt (IkQuestionForm *self)
{
  g_return_if_fail (IK_IS_QUESTION_FORM (self));

  ik_text_area_focus (self->prompt, TRUE);
}
