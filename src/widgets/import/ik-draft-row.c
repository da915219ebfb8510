#include "ik-draft-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-draft-text.h"
#include "ik-question-words.h"
#include "ik-rich-view.h"
#include "ik-twin-bar.h"

/* Enough to see that it is the right text; a label of any length is slow. */
#define MAX_CHARS 240

/* As much of an answer as shows that it is the right one. */
#define MAX_ANSWER_CHARS 56

/**
 * IkDraftRow:
 *
 * A row of an #IkDraftList: the title of a section, a question with a check
 * box and with what came with it, or something that was not taken and why.
 * Emits "toggled" when the check box is pressed.
 */
struct _IkDraftRow
{
  GtkWidget       parent_instance;

  /* Template */
  GtkLabel       *heading;
  GtkWidget      *body;
  GtkCheckButton *check;
  IkDraftText    *text;

  IkTwinBar      *twin;       /* nullable; below a question that the bank has */
  gboolean        is_filling; /* the program sets the check box */
};

enum
{
  SIGNAL_TOGGLED,
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkDraftRow, ik_draft_row, GTK_TYPE_WIDGET)

static void
toggled_cb (IkDraftRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
decided_cb (IkDraftRow *self,
            guint       decision)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0, decision);
}

static void
ik_draft_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_draft_row_parent_class)->dispose (object);
}

static void
ik_draft_row_class_init (IkDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_draft_row_dispose;

  /* The person pressed the check box. */
  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", IK_TYPE_DRAFT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* The person decided what becomes of a twin; with an IkDuplicatePolicy. */
  signals[SIGNAL_DECIDED] =
    g_signal_new ("decided", IK_TYPE_DRAFT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (IK_TYPE_DRAFT_TEXT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, heading);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, body);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, check);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, text);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ik_draft_row_init (IkDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ik_draft_row_new (void)
{
  return g_object_new (IK_TYPE_DRAFT_ROW, NULL);
}

/* What came with a question */

static void
add_words (GString    *text,
           const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static void
add_count (GString *text,
           guint    n,
           char    *words)
{
  if (n > 0)
    add_words (text, words);
  g_free (words);
}

static void
describe_answers (GString                 *words,
                  const IkInterviewerText *text)
{
  guint n_levels = text->level_answers->len;
  guint n_steps = text->solution_steps->len;

  add_count (words, n_levels,
             g_strdup_printf (g_dngettext (NULL, "%u answer by level", "%u answers by level",
                                           n_levels), n_levels));
  add_count (words, n_steps,
             g_strdup_printf (g_dngettext (NULL, "%u solution step", "%u solution steps",
                                           n_steps), n_steps));
}

static void
describe_guidance (GString                 *words,
                   const IkInterviewerText *text)
{
  guint n_follow_ups = text->follow_ups->len;
  guint n_signs = text->positive_indicators->len;
  guint n_flags = text->red_flags->len;
  guint n_clarifying = text->clarifying_questions->len;
  guint n_references = text->references->len;

  add_count (words, n_follow_ups,
             g_strdup_printf (g_dngettext (NULL, "%u follow-up", "%u follow-ups",
                                           n_follow_ups), n_follow_ups));
  add_count (words, n_signs,
             g_strdup_printf (g_dngettext (NULL, "%u good sign", "%u good signs",
                                           n_signs), n_signs));
  add_count (words, n_flags,
             g_strdup_printf (g_dngettext (NULL, "%u red flag", "%u red flags",
                                           n_flags), n_flags));
  add_count (words, n_clarifying,
             g_strdup_printf (g_dngettext (NULL, "%u clarifying question",
                                           "%u clarifying questions", n_clarifying),
                              n_clarifying));
  if (text->why_it_matters[0] != '\0')
    add_words (words, _("Why it matters"));
  add_count (words, n_references,
             g_strdup_printf (g_dngettext (NULL, "%u reference", "%u references",
                                           n_references), n_references));
}

/* The words that an answer begins with; all of it may be long. */
static char *
dup_beginning (const char *answer)
{
  gsize length = strnlen (answer, 2 * MAX_ANSWER_CHARS);
  const char *end;
  g_autofree char *head = NULL;

  g_utf8_validate (answer, (gssize) length, &end);
  head = g_strndup (answer, (gsize) (end - answer));

  return ik_rich_text_dup_plain (g_str_has_prefix (head, "- ") ? head + 2 : head,
                                 MAX_ANSWER_CHARS);
}

static char *
describe (const IkQuestion *question,
          const char       *answer) /* (nullable): what says that there is one */
{
  GString *words = g_string_new (NULL);
  guint n_parts = question->candidate.sub_questions->len;

  if (question->kind != IK_QUESTION_KIND_OPEN)
    add_words (words, ik_question_words_for_kind (question->kind));
  if (question->level[0] != '\0')
    {
      g_autofree char *level = ik_question_words_for_level (question->level);

      add_words (words, level);
    }
  if (question->candidate.details[0] != '\0')
    add_words (words, _("Details"));
  add_count (words, n_parts,
             g_strdup_printf (g_dngettext (NULL, "%u sub-question", "%u sub-questions",
                                           n_parts), n_parts));
  if (answer != NULL)
    add_words (words, answer);
  describe_answers (words, &question->interviewer);
  describe_guidance (words, &question->interviewer);
  if (words->len == 0)
    add_words (words, _("Nothing but the question"));

  return g_string_free (words, FALSE);
}

/* The same for eyes, with what the answer begins with. */
static char *
describe_fully (const IkQuestion *question)
{
  g_autofree char *beginning = dup_beginning (question->interviewer.reference_answer);
  g_autofree char *answer = NULL;

  /* Translators: how an answer begins */
  answer = g_strdup_printf (_("Answer: %s"), beginning);
  return describe (question, answer);
}

/* Showing */

static void
set_label (IkDraftRow *self,
           const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_part (IkDraftRow *self,
           gboolean    is_heading,
           gboolean    has_check)
{
  gtk_widget_set_visible (GTK_WIDGET (self->heading), is_heading);
  gtk_widget_set_visible (self->body, !is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->check), has_check);
  if (self->twin != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->twin), FALSE);
}

/* Few questions have one, so that most rows do without. */
static void
show_twin (IkDraftRow        *self,
           const IkTwin      *twin,
           IkDuplicatePolicy  decision)
{
  if (self->twin == NULL)
    {
      self->twin = IK_TWIN_BAR (ik_twin_bar_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->twin), GTK_WIDGET (self), NULL);
      g_signal_connect_swapped (self->twin, "decided", G_CALLBACK (decided_cb), self);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->twin), TRUE);
  ik_twin_bar_show (self->twin, twin, decision);
}

/**
 * ik_draft_row_show_section:
 * @section: a section
 *
 * Shows the title of a section; call it when the list binds the row.
 */
void
ik_draft_row_show_section (IkDraftRow      *self,
                           const IkSection *section)
{
  g_autofree char *title = ik_rich_text_dup_plain (section->title, MAX_CHARS);

  g_return_if_fail (IK_IS_DRAFT_ROW (self));

  show_part (self, TRUE, FALSE);
  gtk_label_set_label (self->heading, title);
  set_label (self, title);
}

/**
 * ik_draft_row_show_question:
 * @draft: a draft
 * @index: index of a question
 *
 * Shows a question.
 */
void
ik_draft_row_show_question (IkDraftRow *self,
                            IkDraft    *draft,
                            guint       index)
{
  const IkQuestion *question =
    ik_draft_content_get_question (ik_draft_get_content (draft), index)->question;
  const IkTwin *twin = ik_draft_get_twin (draft, index);
  gboolean accepted = ik_draft_is_accepted (draft, index);
  gboolean wanted = ik_draft_will_store (draft, index);
  const char *state = accepted ? C_("question", "Accepted") : C_("question", "Left out");
  g_autofree char *prompt = ik_rich_text_dup_plain (question->candidate.prompt, MAX_CHARS);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, prompt);
  gboolean has_answer = question->interviewer.reference_answer[0] != '\0';
  g_autofree char *facts = describe (question, has_answer ? _("Answer") : NULL);
  g_autofree char *note = has_answer ? describe_fully (question) : NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_DRAFT_ROW (self));

  show_part (self, FALSE, TRUE);
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check, wanted);
  self->is_filling = FALSE;
  ik_draft_text_set_texts (self->text, title, note != NULL ? note : facts);
  set_css_class (self->body, "left-out", !wanted);

  if (twin != NULL && accepted)
    {
      show_twin (self, twin, ik_draft_get_decision (draft, index));
      state = ik_twin_bar_get_words (ik_draft_get_decision (draft, index));
    }
  label = g_strdup_printf ("%s – %s – %s", title, facts, state);
  set_label (self, label);
}

/**
 * ik_draft_row_show_left_over:
 * @left_over: what was not taken
 *
 * Shows something that was not taken, and the reason.
 */
void
ik_draft_row_show_left_over (IkDraftRow       *self,
                             const IkLeftOver *left_over)
{
  g_autofree char *text = ik_rich_text_dup_plain (left_over->text, MAX_CHARS);
  g_autofree char *lines = NULL;
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_DRAFT_ROW (self));

  if (left_over->first == left_over->last)
    lines = g_strdup_printf (_("Line %u"), left_over->first);
  else
    lines = g_strdup_printf (_("Lines %u to %u"), left_over->first, left_over->last);
  note = left_over->first > 0 ? g_strdup_printf ("%s: %s", lines, left_over->reason)
                              : g_strdup (left_over->reason);

  show_part (self, FALSE, FALSE);
  set_css_class (self->body, "left-out", FALSE);
  ik_draft_text_set_texts (self->text, text, note);
  label = g_strdup_printf ("%s – %s", note, text);
  set_label (self, label);
}
