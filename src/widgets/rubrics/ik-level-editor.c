#include "ik-level-editor.h"

#include "ik-spin-button.h"
#include "ik-text-area.h"

#include <glib/gi18n.h>

/**
 * IkLevelEditor:
 *
 * A level of a rubric to edit: its value, its word, and what an answer at it
 * looks like. The dialog says what it wants of it.
 */
struct _IkLevelEditor
{
  AdwPreferencesGroup  parent_instance;

  /* Template */
  GtkSpinButton       *value;
  GtkEntry            *label;
  GtkWidget           *remove_button;
  IkTextArea          *anchor;
};

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
} IkLevelEditorSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkLevelEditor, ik_level_editor, ADW_TYPE_PREFERENCES_GROUP)

/* So that each of several levels is told apart by assistive tools. */
static void
name_fields (IkLevelEditor *self)
{
  int value = gtk_spin_button_get_value_as_int (self->value);
  g_autofree char *word = g_strdup_printf (_("Word for level %d"), value);
  g_autofree char *remove = g_strdup_printf (_("Remove level %d"), value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
changed_cb (IkLevelEditor *self)
{
  name_fields (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
removed_cb (IkLevelEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ik_level_editor_class_init (IkLevelEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * IkLevelEditor::changed:
   * @self: the editor
   *
   * The person changed something.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_LEVEL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  /**
   * IkLevelEditor::removed:
   * @self: the editor
   *
   * The person wants the level to go.
   */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_LEVEL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_TEXT_AREA);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-level-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLevelEditor, value);
  gtk_widget_class_bind_template_child (widget_class, IkLevelEditor, label);
  gtk_widget_class_bind_template_child (widget_class, IkLevelEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, IkLevelEditor, anchor);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
}

static void
ik_level_editor_init (IkLevelEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->value);
}

/**
 * ik_level_editor_new:
 * @level: what it shows at first
 *
 * Returns: (transfer floating): an editor
 */
GtkWidget *
ik_level_editor_new (const IkRubricLevel *level)
{
  IkLevelEditor *self = g_object_new (IK_TYPE_LEVEL_EDITOR, NULL);

  gtk_spin_button_set_value (self->value, level->value);
  gtk_editable_set_text (GTK_EDITABLE (self->label), level->label);
  ik_text_area_set_text (self->anchor, level->anchor);
  name_fields (self);

  return GTK_WIDGET (self);
}

/**
 * ik_level_editor_dup_level:
 * @self: an editor
 *
 * Returns: (transfer full): the level as it is shown
 */
IkRubricLevel *
ik_level_editor_dup_level (IkLevelEditor *self)
{
  g_autofree char *label = NULL;
  g_autofree char *anchor = NULL;

  g_return_val_if_fail (IK_IS_LEVEL_EDITOR (self), NULL);

  label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label))));
  anchor = g_strstrip (ik_text_area_dup_text (self->anchor));

  return ik_rubric_level_new (gtk_spin_button_get_value_as_int (self->value), label, anchor);
}

/**
 * ik_level_editor_describe:
 * @self: an editor
 * @wants_anchor: whether the level has to be described
 * @can_remove: whether the rubric has levels to spare
 *
 * Says what is asked for.
 */
void
ik_level_editor_describe (IkLevelEditor *self,
                          gboolean       wants_anchor,
                          gboolean       can_remove)
{
  g_autofree char *title = NULL;
  int value;

  g_return_if_fail (IK_IS_LEVEL_EDITOR (self));

  value = gtk_spin_button_get_value_as_int (self->value);
  if (wants_anchor)
    title = g_strdup_printf (_("What an answer at level %d looks like"), value);
  else
    title = g_strdup_printf (_("What an answer at level %d looks like (may stay empty)"), value);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->anchor), title);
  gtk_widget_set_sensitive (self->remove_button, can_remove);
}

/**
 * ik_level_editor_focus:
 * @self: an editor
 *
 * Gives the focus to the word.
 */
void
ik_level_editor_focus (IkLevelEditor *self)
{
  g_return_if_fail (IK_IS_LEVEL_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->label));
}
