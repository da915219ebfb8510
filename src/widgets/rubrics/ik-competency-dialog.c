#include "ik-competency-dialog.h"

#include "ik-dialog-fit.h"
#include "ik-scale-uses.h"
#include "ik-text-area.h"

#include <glib/gi18n.h>

/**
 * IkCompetencyDialog:
 *
 * A competency to edit: its name, what belongs to it, and where it is used. The
 * page that opens it stores what it says.
 */
struct _IkCompetencyDialog
{
  AdwWindow            parent_instance;

  /* Template */
  GtkEntry            *name_entry;
  IkTextArea          *description;
  AdwPreferencesGroup *uses_group;
  GtkWidget           *delete_button;

  char                *competency_id; /* (owned) */
};

typedef enum
{
  SIGNAL_SAVED,
  SIGNAL_REMOVED,
  N_SIGNALS,
} IkCompetencyDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkCompetencyDialog, ik_competency_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (IkCompetencyDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
}

static void
name_cb (IkCompetencyDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "competency.save", *name != '\0');
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkCompetencyDialog *self = IK_COMPETENCY_DIALOG (widget);
  g_autofree char *name = dup_name (self);
  g_autofree char *description = g_strstrip (ik_text_area_dup_text (self->description));
  g_autoptr(IkCompetency) competency = ik_competency_new (self->competency_id, name, description);

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, competency);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_competency (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  IkCompetencyDialog *self = IK_COMPETENCY_DIALOG (widget);

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, self->competency_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_competency_dialog_finalize (GObject *object)
{
  g_free (IK_COMPETENCY_DIALOG (object)->competency_id);

  G_OBJECT_CLASS (ik_competency_dialog_parent_class)->finalize (object);
}

static void
ik_competency_dialog_class_init (IkCompetencyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_competency_dialog_finalize;

  /* With an IkCompetency that is the dialog's. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_COMPETENCY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* With the id of the competency that shall go. */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_COMPETENCY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_TEXT_AREA);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-competency-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyDialog, description);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyDialog, uses_group);
  gtk_widget_class_bind_template_child (widget_class, IkCompetencyDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);

  gtk_widget_class_install_action (widget_class, "competency.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "competency.delete", NULL, remove_competency);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "competency.save", NULL);
}

static void
ik_competency_dialog_init (IkCompetencyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_competency_dialog_new:
 * @parent: the window it belongs to
 * @competency: what to edit
 * @uses: (nullable) (element-type IkScaleUse): where it is used, %NULL for a new
 *   one, which is not stored yet
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkCompetencyDialog *
ik_competency_dialog_new (GtkWindow          *parent,
                          const IkCompetency *competency,
                          GPtrArray          *uses)
{
  IkCompetencyDialog *self = g_object_new (IK_TYPE_COMPETENCY_DIALOG, "transient-for", parent,
                                           "title", uses != NULL ? _("Competency")
                                                                 : _("New Competency"), NULL);

  ik_dialog_fit (GTK_WINDOW (self));
  self->competency_id = g_strdup (competency->id);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), competency->name);
  ik_text_area_set_text (self->description, competency->description);
  gtk_widget_set_visible (GTK_WIDGET (self->uses_group), uses != NULL);
  gtk_widget_set_visible (self->delete_button, uses != NULL);
  if (uses != NULL)
    ik_scale_uses_fill (self->uses_group, uses, 0);
  name_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));

  return self;
}
