#include "ik-rubric-dialog.h"

#include "ik-close-guard.h"
#include "ik-dialog-fit.h"
#include "ik-dialogs.h"
#include "ik-level-editor.h"
#include "ik-list.h"
#include "ik-rubric-rules.h"
#include "ik-rubric-template.h"
#include "ik-scale-uses.h"
#include "ik-text-list-editor.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/**
 * IkRubricDialog:
 *
 * A rubric to edit: name, levels, quick chips, where it is used, and its
 * versions. Nothing is stored before "Save", which can be pressed once
 * ik_rubric_check() is content: a rubric half written would rate somebody. The
 * page that opens it stores.
 */
struct _IkRubricDialog
{
  AdwWindow            parent_instance;

  /* Template */
  GtkButton           *leave_button;
  GtkWidget           *save_button;
  GtkWidget           *own_copy_button;
  GtkWidget           *form;
  GtkWidget           *built_in_hint;
  GtkEntry            *name_entry;
  GtkLabel            *reason;
  GtkBox              *levels;
  GtkWidget           *chips_group;
  IkTextListEditor    *chips;
  AdwPreferencesGroup *uses_group;
  GtkWidget           *delete_button;
  GtkWidget           *copy_button;

  char                *rubric_id; /* (owned) */
  IkRubric            *shown;     /* (owned) (nullable): before anything was changed */
  GPtrArray           *shown_chips; /* (owned) (element-type utf8): so as well */
  gboolean             is_built_in;
};

typedef enum
{
  SIGNAL_SAVED,
  SIGNAL_REMOVED,
  SIGNAL_COPIED,
  SIGNAL_VERSION_WANTED,
  N_SIGNALS,
} IkRubricDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkRubricDialog, ik_rubric_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
get_first_level (IkRubricDialog *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->levels));
}

static IkRubric *
dup_rubric (IkRubricDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  IkRubric *rubric = ik_rubric_new (self->rubric_id, g_strstrip (name));

  for (GtkWidget *child = get_first_level (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (rubric->levels, ik_level_editor_dup_level (IK_LEVEL_EDITOR (child)));

  return rubric;
}

static gboolean
are_chips_shown (IkRubricDialog *self)
{
  g_autoptr(GPtrArray) chips = ik_text_list_editor_dup_texts (self->chips);
  gboolean are_shown = chips->len == self->shown_chips->len;

  for (guint i = 0; are_shown && i < chips->len; i++)
    are_shown = g_str_equal (chips->pdata[i], self->shown_chips->pdata[i]);

  return are_shown;
}

static IkChanges
get_changes (GtkWindow *window)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (window);
  g_autoptr(IkRubric) rubric = dup_rubric (self);

  if (ik_rubric_equal (rubric, self->shown) && are_chips_shown (self))
    return IK_CHANGES_NONE;

  return ik_rubric_check (rubric, NULL) ? IK_CHANGES_FIT : IK_CHANGES_UNFIT;
}

static void
update (IkRubricDialog *self)
{
  g_autoptr(IkRubric) rubric = dup_rubric (self);
  g_autofree char *reason = NULL;
  gboolean is_good = ik_rubric_check (rubric, &reason);
  guint i = 0;

  for (GtkWidget *child = get_first_level (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ik_level_editor_describe (IK_LEVEL_EDITOR (child), ik_rubric_wants_anchor (rubric, i++),
                              rubric->levels->len > IK_RUBRIC_MIN_LEVELS);

  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rubric.save", is_good && !self->is_built_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rubric.add-level",
                                 rubric->levels->len < IK_RUBRIC_MAX_LEVELS && !self->is_built_in);
}

static void
level_removed_cb (IkRubricDialog *self,
                  IkLevelEditor  *level)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (level));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (level));
  if (next != NULL)
    ik_level_editor_focus (IK_LEVEL_EDITOR (next));
  gtk_box_remove (self->levels, GTK_WIDGET (level));
  update (self);
}

static GtkWidget *
append_level (IkRubricDialog      *self,
              const IkRubricLevel *level)
{
  GtkWidget *editor = ik_level_editor_new (level);

  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "removed", G_CALLBACK (level_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->levels, editor);

  return editor;
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (widget);
  g_autoptr(IkRubric) rubric = dup_rubric (self);
  g_autoptr(GPtrArray) chips = NULL;

  if (!are_chips_shown (self))
    chips = ik_text_list_editor_dup_texts (self->chips);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, rubric, chips);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_level (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (widget);
  g_autoptr(IkRubric) rubric = dup_rubric (self);
  GtkWidget *editor;

  if (!ik_rubric_add_level (rubric))
    return;

  editor = append_level (self, rubric->levels->pdata[rubric->levels->len - 1]);
  ik_level_editor_focus (IK_LEVEL_EDITOR (editor));
  update (self);
}

static void
remove_rubric (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (widget);

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->rubric_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The copy comes in a window of its own, and is stored once it is saved. */
static void
copy_rubric (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (widget);
  g_autoptr(IkRubric) rubric = dup_rubric (self);
  g_autofree char *id = g_uuid_string_random ();
  /* Translators: name of a copy of the rubric named so */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), rubric->name);

  ik_text_set (&rubric->id, id);
  ik_text_set (&rubric->name, name);
  g_signal_emit (self, signals[SIGNAL_COPIED], 0, rubric);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
want_version (IkRubricDialog *self,
              guint           version)
{
  g_signal_emit (self, signals[SIGNAL_VERSION_WANTED], 0, self->rubric_id, version);
}

static void
version_confirmed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  if (ik_dialogs_confirm_finish (result))
    want_version (IK_RUBRIC_DIALOG (source), GPOINTER_TO_UINT (user_data));
}

static void
show_version (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  guint version = g_variant_get_uint32 (parameter);

  if (get_changes (GTK_WINDOW (widget)) == IK_CHANGES_NONE)
    {
      want_version (IK_RUBRIC_DIALOG (widget), version);
      return;
    }

  ik_dialogs_confirm_async (widget, _("Discard What You Changed?"),
                            _("The other version comes in its place."), _("_Discard"),
                            version_confirmed_cb, GUINT_TO_POINTER (version));
}

static void
ik_rubric_dialog_finalize (GObject *object)
{
  IkRubricDialog *self = IK_RUBRIC_DIALOG (object);

  g_free (self->rubric_id);
  g_clear_pointer (&self->shown, ik_rubric_free);
  g_ptr_array_unref (self->shown_chips);

  G_OBJECT_CLASS (ik_rubric_dialog_parent_class)->finalize (object);
}

static void
ik_rubric_dialog_class_init (IkRubricDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  G_OBJECT_CLASS (klass)->finalize = ik_rubric_dialog_finalize;

  /* With an IkRubric and its chips, NULL where they stay as they are; both are
   * the dialog's. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_RUBRIC_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_PTR_ARRAY);
  /* With the id of the rubric that shall go. */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_RUBRIC_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /* With an IkRubric that is the dialog's, not stored yet. */
  signals[SIGNAL_COPIED] =
    g_signal_new ("copied", IK_TYPE_RUBRIC_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* With the id of the rubric and the version that shall be shown. */
  signals[SIGNAL_VERSION_WANTED] =
    g_signal_new ("version-wanted", IK_TYPE_RUBRIC_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-rubric-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, leave_button);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, own_copy_button);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, form);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, built_in_hint);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, levels);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, chips_group);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, chips);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, uses_group);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, IkRubricDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "rubric.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "rubric.add-level", NULL, add_level);
  gtk_widget_class_install_action (widget_class, "rubric.delete", NULL, remove_rubric);
  gtk_widget_class_install_action (widget_class, "rubric.copy", NULL, copy_rubric);
  gtk_widget_class_install_action (widget_class, "rubric.show-version", "u", show_version);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "rubric.save", NULL);
}

static void
ik_rubric_dialog_init (IkRubricDialog *self)
{
  self->shown_chips = ik_text_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_close_guard_init (GTK_WINDOW (self), "rubric.save", get_changes);
}

/* Nothing of it can be changed, so that all there is to do is leave or copy it. Its
 * chips are those of each question, which the preferences have. */
static void
show_built_in (IkRubricDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Built-In Rubric"));
  gtk_button_set_label (self->leave_button, _("_Close"));
  gtk_widget_hide (self->save_button);
  gtk_widget_hide (self->delete_button);
  gtk_widget_hide (self->copy_button);
  gtk_widget_hide (self->chips_group);
  gtk_widget_show (self->own_copy_button);
  gtk_widget_show (self->built_in_hint);
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_add_css_class (self->form, "built-in");
}

static void
focus_first (IkRubricDialog *self)
{
  gtk_widget_grab_focus (self->is_built_in ? self->own_copy_button
                                           : GTK_WIDGET (self->name_entry));
}

/**
 * ik_rubric_dialog_new:
 * @parent: the window it belongs to
 * @rubric: what to edit; the built-in one is shown only
 * @uses: (nullable) (element-type IkScaleUse): where it is used, %NULL for a new
 *   one, which is not stored yet
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkRubricDialog *
ik_rubric_dialog_new (GtkWindow      *parent,
                      const IkRubric *rubric,
                      GPtrArray      *uses)
{
  IkRubricDialog *self = g_object_new (IK_TYPE_RUBRIC_DIALOG, "transient-for", parent, "title",
                                       uses != NULL ? _("Rubric") : _("New Rubric"), NULL);

  ik_dialog_fit (GTK_WINDOW (self));
  self->rubric_id = g_strdup (rubric->id);
  self->is_built_in = g_str_equal (rubric->id, IK_RUBRIC_BUILT_IN_ID);
  gtk_widget_set_visible (self->delete_button, uses != NULL);
  gtk_widget_set_visible (self->copy_button, uses != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->uses_group), uses != NULL);
  if (self->is_built_in)
    show_built_in (self);
  if (uses != NULL)
    ik_scale_uses_fill (self->uses_group, uses, rubric->version);
  ik_rubric_dialog_show_levels (self, rubric);

  return self;
}

/**
 * ik_rubric_dialog_show_chips:
 * @self: a dialog
 * @chips: (element-type utf8): the quick chips of its rubric
 *
 * Puts them into the field.
 */
void
ik_rubric_dialog_show_chips (IkRubricDialog *self,
                             GPtrArray      *chips)
{
  g_return_if_fail (IK_IS_RUBRIC_DIALOG (self));

  ik_text_list_editor_set_texts (self->chips, chips);
  g_ptr_array_unref (self->shown_chips);
  self->shown_chips = ik_text_list_editor_dup_texts (self->chips);
}

/**
 * ik_rubric_dialog_show_levels:
 * @self: a dialog
 * @rubric: a version of its rubric
 *
 * Puts name and levels of @rubric into the fields; saving makes them current.
 */
void
ik_rubric_dialog_show_levels (IkRubricDialog *self,
                              const IkRubric *rubric)
{
  GtkWidget *child;

  g_return_if_fail (IK_IS_RUBRIC_DIALOG (self));

  while ((child = get_first_level (self)) != NULL)
    gtk_box_remove (self->levels, child);
  for (guint i = 0; i < rubric->levels->len; i++)
    append_level (self, rubric->levels->pdata[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), rubric->name);
  g_clear_pointer (&self->shown, ik_rubric_free);
  self->shown = dup_rubric (self);
  update (self);
  focus_first (self);
}
