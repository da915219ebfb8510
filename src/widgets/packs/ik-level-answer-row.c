#include "ik-level-answer-row.h"

#include "ik-growing-text-view.h"

/**
 * IkLevelAnswerRow:
 *
 * What a good answer holds at one level: the level and the text. Emits
 * "changed" when the person changes it, "remove" when it shall go.
 */
struct _IkLevelAnswerRow
{
  GtkWidget      parent_instance;

  /* Template */
  GtkEntry      *level;
  GtkWidget     *view;
  GtkTextBuffer *buffer;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkLevelAnswerRow, ik_level_answer_row, GTK_TYPE_WIDGET)

static void
changed_cb (IkLevelAnswerRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_answer (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static void
ik_level_answer_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_level_answer_row_parent_class)->dispose (object);
}

static void
ik_level_answer_row_class_init (IkLevelAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_level_answer_row_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_LEVEL_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", IK_TYPE_LEVEL_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_GROWING_TEXT_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-level-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLevelAnswerRow, level);
  gtk_widget_class_bind_template_child (widget_class, IkLevelAnswerRow, view);
  gtk_widget_class_bind_template_child (widget_class, IkLevelAnswerRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "answer.remove", NULL, remove_answer);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_level_answer_row_init (IkLevelAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_level_answer_row_new:
 * @level: such as "junior"
 * @text: CommonMark
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ik_level_answer_row_new (const char *level,
                         const char *text)
{
  IkLevelAnswerRow *self = g_object_new (IK_TYPE_LEVEL_ANSWER_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->level), level);
  gtk_text_buffer_set_text (self->buffer, text, -1);

  return GTK_WIDGET (self);
}

/**
 * ik_level_answer_row_dup_answer:
 *
 * Returns: (transfer full) (nullable): the answer, %NULL while there is no text
 */
IkLevelAnswer *
ik_level_answer_row_dup_answer (IkLevelAnswerRow *self)
{
  g_autofree char *level = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (IK_IS_LEVEL_ANSWER_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (text[0] == '\0')
    return NULL;

  level = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->level))));

  return ik_level_answer_new (level, text);
}

void
ik_level_answer_row_focus (IkLevelAnswerRow *self)
{
  g_return_if_fail (IK_IS_LEVEL_ANSWER_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->level));
}
