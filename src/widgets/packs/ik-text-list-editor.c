#include "ik-text-list-editor.h"

#include "ik-add-button.h"
#include "ik-list.h"
#include "ik-text-list-row.h"

/**
 * IkTextListEditor:
 *
 * A row with a title and a list of one-line texts, such as red flags, to add
 * to, reorder and remove from.
 */
struct _IkTextListEditor
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

G_DEFINE_FINAL_TYPE (IkTextListEditor, ik_text_list_editor, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *insert_row (IkTextListEditor *self,
                              const char       *text,
                              GtkWidget        *after);

static void
rows_changed (IkTextListEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_after_cb (IkTextListEditor *self,
              GtkWidget        *row)
{
  ik_text_list_row_focus (IK_TEXT_LIST_ROW (insert_row (self, "", row)));
  rows_changed (self);
}

static void
move_cb (IkTextListEditor *self,
         int               step,
         GtkWidget        *row)
{
  GtkWidget *after = step > 0 ? gtk_widget_get_next_sibling (row)
                              : gtk_widget_get_prev_sibling (row);

  if (after == NULL)
    return;
  if (step < 0)
    after = gtk_widget_get_prev_sibling (after);

  gtk_box_reorder_child_after (self->rows, row, after);
  ik_text_list_row_focus (IK_TEXT_LIST_ROW (row));
  rows_changed (self);
}

/* A row that comes from above goes below the one it was dropped on, and the
 * other way round; rows of other lists are not taken. */
static void
dropped_cb (IkTextListEditor *self,
            GtkWidget        *dropped,
            GtkWidget        *row)
{
  gboolean from_above = FALSE;

  if (dropped == row || gtk_widget_get_parent (dropped) != GTK_WIDGET (self->rows))
    return;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (row);
       before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    from_above = from_above || before == dropped;

  gtk_box_reorder_child_after (self->rows, dropped,
                               from_above ? row : gtk_widget_get_prev_sibling (row));
  rows_changed (self);
}

static void
remove_cb (IkTextListEditor *self,
           GtkWidget        *row)
{
  GtkWidget *neighbour = gtk_widget_get_prev_sibling (row);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_next_sibling (row);
  if (neighbour != NULL)
    ik_text_list_row_focus (IK_TEXT_LIST_ROW (neighbour));
  else
    gtk_widget_grab_focus (self->add_button);

  gtk_box_remove (self->rows, row);
  rows_changed (self);
}

static GtkWidget *
insert_row (IkTextListEditor *self,
            const char       *text,
            GtkWidget        *after)
{
  GtkWidget *row =
    ik_text_list_row_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), text);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (rows_changed), self);
  g_signal_connect_swapped (row, "add-after", G_CALLBACK (add_after_cb), self);
  g_signal_connect_swapped (row, "move", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (row, "dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (remove_cb), self);
  gtk_box_insert_child_after (self->rows, row, after);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);

  return row;
}

static void
add_entry (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkTextListEditor *self = IK_TEXT_LIST_EDITOR (widget);

  add_after_cb (self, gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
}

static void
title_cb (IkTextListEditor *self)
{
  ik_add_button_set_list (self->add_button, ADW_PREFERENCES_ROW (self));
}

static void
ik_text_list_editor_class_init (IkTextListEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* The person changed the list. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_TEXT_LIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-text-list-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTextListEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, IkTextListEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);

  gtk_widget_class_install_action (widget_class, "list.add", NULL, add_entry);
}

static void
ik_text_list_editor_init (IkTextListEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_text_list_editor_dup_texts:
 *
 * Returns: (transfer full) (element-type utf8): the entries that hold
 *   something
 */
GPtrArray *
ik_text_list_editor_dup_texts (IkTextListEditor *self)
{
  GPtrArray *texts;

  g_return_val_if_fail (IK_IS_TEXT_LIST_EDITOR (self), NULL);

  texts = ik_text_list_new ();
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *text = ik_text_list_row_dup_text (IK_TEXT_LIST_ROW (row));

      if (text[0] != '\0')
        ik_text_list_add (texts, text);
    }

  return texts;
}

/**
 * ik_text_list_editor_clear:
 *
 * Removes all rows, those that hold nothing as well.
 */
void
ik_text_list_editor_clear (IkTextListEditor *self)
{
  GtkWidget *row;

  g_return_if_fail (IK_IS_TEXT_LIST_EDITOR (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
}

/**
 * ik_text_list_editor_set_texts:
 * @texts: (element-type utf8): new entries
 *
 * Shows another list; the same one leaves the rows and the cursor as they are.
 */
void
ik_text_list_editor_set_texts (IkTextListEditor *self,
                               GPtrArray        *texts)
{
  g_autoptr(GPtrArray) old = NULL;

  g_return_if_fail (IK_IS_TEXT_LIST_EDITOR (self));
  g_return_if_fail (texts != NULL);

  old = ik_text_list_editor_dup_texts (self);
  if (ik_text_list_equal (old, texts))
    return;

  ik_text_list_editor_clear (self);
  for (guint i = 0; i < texts->len; i++)
    insert_row (self, g_ptr_array_index (texts, i),
                gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), texts->len > 0);
}
