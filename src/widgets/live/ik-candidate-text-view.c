#include "ik-candidate-text-view.h"

#include "ik-point-list.h"
#include "ik-rich-view.h"

/**
 * IkCandidateTextView:
 *
 * What the candidate may see of a question, large. It takes an
 * #IkCandidateText and so cannot reach anything else.
 */
struct _IkCandidateTextView
{
  AdwBin       parent_instance;

  GtkLabel    *prompt;
  IkRichView  *details;
  IkPointList *sub_questions;
};

G_DEFINE_FINAL_TYPE (IkCandidateTextView, ik_candidate_text_view, ADW_TYPE_BIN)

static void
ik_candidate_text_view_class_init (IkCandidateTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_POINT_LIST);
  g_type_ensure (IK_TYPE_RICH_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-candidate-text-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCandidateTextView, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateTextView, details);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateTextView, sub_questions);
}

static void
ik_candidate_text_view_init (IkCandidateTextView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_candidate_text_view_set_candidate_text:
 * @self: a view
 * @text: the candidate's side of a question
 *
 * Shows @text.
 */
void
ik_candidate_text_view_set_candidate_text (IkCandidateTextView   *self,
                                           const IkCandidateText *text)
{
  g_return_if_fail (IK_IS_CANDIDATE_TEXT_VIEW (self));

  ik_rich_label_set_inline (self->prompt, text->prompt);
  ik_rich_view_set_text (self->details, text->details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *text->details != '\0');
  ik_point_list_set_points (self->sub_questions, text->sub_questions);
}
