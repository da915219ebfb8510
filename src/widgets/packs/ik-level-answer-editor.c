#include "ik-level-answer-editor.h"

#include "ik-add-button.h"
#include "ik-level-answer-row.h"

/**
 * IkLevelAnswerEditor:
 *
 * A row with a title and the answers by level, to add to and remove from.
 */
struct _IkLevelAnswerEditor
{
  AdwPreferencesRow  parent_instance;

  /* Template */
  GtkBox            *rows;
  GtkWidget         *add_button;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkLevelAnswerEditor, ik_level_answer_editor, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (IkLevelAnswerEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_cb (IkLevelAnswerEditor *self,
           GtkWidget           *row)
{
  /* The button that was pressed goes. */
  gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
  changed_cb (self);
}

static GtkWidget *
append_row (IkLevelAnswerEditor *self,
            const char          *level,
            const char          *text)
{
  GtkWidget *row = ik_level_answer_row_new (level, text);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (remove_cb), self);
  gtk_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);

  return row;
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  GtkWidget *row = append_row (IK_LEVEL_ANSWER_EDITOR (widget), "", "");

  ik_level_answer_row_focus (IK_LEVEL_ANSWER_ROW (row));
}

static void
title_cb (IkLevelAnswerEditor *self)
{
  ik_add_button_set_list (self->add_button, ADW_PREFERENCES_ROW (self));
}

static void
ik_level_answer_editor_class_init (IkLevelAnswerEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* The person changed the list. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_LEVEL_ANSWER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-level-answer-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLevelAnswerEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, IkLevelAnswerEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);

  gtk_widget_class_install_action (widget_class, "answers.add", NULL, add);
}

static void
ik_level_answer_editor_init (IkLevelAnswerEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_level_answer_editor_dup_answers:
 *
 * Returns: (transfer full) (element-type IkLevelAnswer): the answers that have
 *   a text
 */
GPtrArray *
ik_level_answer_editor_dup_answers (IkLevelAnswerEditor *self)
{
  GPtrArray *answers;

  g_return_val_if_fail (IK_IS_LEVEL_ANSWER_EDITOR (self), NULL);

  answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_level_answer_free);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      IkLevelAnswer *answer = ik_level_answer_row_dup_answer (IK_LEVEL_ANSWER_ROW (row));

      if (answer != NULL)
        g_ptr_array_add (answers, answer);
    }

  return answers;
}

static gboolean
is_same (GPtrArray *one,
         GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      const IkLevelAnswer *first = g_ptr_array_index (one, i);
      const IkLevelAnswer *second = g_ptr_array_index (other, i);

      if (!g_str_equal (first->level, second->level) || !g_str_equal (first->text, second->text))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_level_answer_editor_set_answers:
 * @answers: (element-type IkLevelAnswer): new answers
 *
 * Shows other answers; the same ones leave the rows and the cursor as they are.
 */
void
ik_level_answer_editor_set_answers (IkLevelAnswerEditor *self,
                                    GPtrArray           *answers)
{
  g_autoptr(GPtrArray) old = NULL;

  g_return_if_fail (IK_IS_LEVEL_ANSWER_EDITOR (self));
  g_return_if_fail (answers != NULL);

  old = ik_level_answer_editor_dup_answers (self);
  if (is_same (old, answers))
    return;

  ik_level_answer_editor_clear (self);
  for (guint i = 0; i < answers->len; i++)
    {
      const IkLevelAnswer *answer = g_ptr_array_index (answers, i);

      append_row (self, answer->level, answer->text);
    }
}

/**
 * ik_level_answer_editor_clear:
 *
 * Removes all rows, those that hold nothing as well.
 */
void
ik_level_answer_editor_clear (IkLevelAnswerEditor *self)
{
  GtkWidget *row;

  g_return_if_fail (IK_IS_LEVEL_ANSWER_EDITOR (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
}
