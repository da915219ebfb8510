#include "ik-question-row.h"

#include "ik-inscription.h"
#include "ik-question-words.h"
#include "ik-rich-view.h"
#include "ik-row-text.h"

/* A prompt is cut here: laying out is quadratic in the length of a word. */
#define MAX_CHARS 300

/**
 * IkQuestionRow:
 *
 * A line of a list of questions, of fixed height: prompt and what kind it is,
 * or the heading of a section.
 */
struct _IkQuestionRow
{
  GtkWidget        parent_instance;

  /* Template */
  GtkInscription  *heading;
  GtkWidget       *question;
  IkRowText       *text;

  IkQuestionItem  *item;       /* owned, nullable */
  gulong           changed_id;
};

G_DEFINE_FINAL_TYPE (IkQuestionRow, ik_question_row, GTK_TYPE_WIDGET)

/* Which row of the list it is, for assistive tools. */
static void
update_accessible (IkQuestionRow *self,
                   const char    *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (IkQuestionRow *self)
{
  const IkQuestionSummary *summary = ik_question_item_get_summary (self->item);
  const char *heading = ik_question_item_get_heading (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_widget_set_visible (self->question, summary != NULL);
  if (summary != NULL)
    {
      g_autofree char *prompt = ik_rich_text_dup_plain (summary->prompt, MAX_CHARS);
      g_autofree char *description = ik_question_words_describe (summary);

      ik_row_text_set (self->text, prompt, description);
      if (summary->state == IK_QUESTION_STATE_ARCHIVED)
        gtk_widget_add_css_class (self->question, "dim-label");
      else
        gtk_widget_remove_css_class (self->question, "dim-label");
      update_accessible (self, prompt);
    }
  else
    {
      ik_inscription_set_text (self->heading, heading);
      update_accessible (self, heading);
    }
}

static void
ik_question_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  ik_question_row_set_item (IK_QUESTION_ROW (object), NULL);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_question_row_parent_class)->dispose (object);
}

static void
ik_question_row_class_init (IkQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ROW_TEXT);

  G_OBJECT_CLASS (klass)->dispose = ik_question_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkQuestionRow, heading);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionRow, question);
  gtk_widget_class_bind_template_child (widget_class, IkQuestionRow, text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_question_row_init (IkQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ik_question_row_new (void)
{
  return g_object_new (IK_TYPE_QUESTION_ROW, NULL);
}

/**
 * ik_question_row_set_item:
 * @item: (nullable): what to show
 *
 * Shows a question or a heading and follows its changes.
 */
void
ik_question_row_set_item (IkQuestionRow  *self,
                          IkQuestionItem *item)
{
  g_return_if_fail (IK_IS_QUESTION_ROW (self));

  g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

void
ik_question_row_setup (GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ik_question_row_new ());
}

void
ik_question_row_bind (GtkListItem *list_item)
{
  IkQuestionItem *item = gtk_list_item_get_item (list_item);
  gboolean is_question = ik_question_item_get_summary (item) != NULL;

  gtk_list_item_set_selectable (list_item, is_question);
  gtk_list_item_set_activatable (list_item, is_question);
  ik_question_row_set_item (IK_QUESTION_ROW (gtk_list_item_get_child (list_item)), item);
}

void
ik_question_row_unbind (GtkListItem *list_item)
{
  ik_question_row_set_item (IK_QUESTION_ROW (gtk_list_item_get_child (list_item)), NULL);
}
