#include "ik-files-bar.h"

#include <glib/gi18n.h>

#include "ik-key-button.h"

/**
 * IkFilesBar:
 *
 * What a person can say about several files that are imported: whether all of
 * them go into one pack, and that one is left out. Not seen with one file.
 * Emits "toggled" when the person decides about the pack.
 */
struct _IkFilesBar
{
  GtkWidget       parent_instance;

  /* Template */
  GtkCheckButton *together;
  GtkLabel       *together_label;
  GtkWidget      *apart_label;
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkFilesBar, ik_files_bar, GTK_TYPE_WIDGET)

static void
toggled_cb (IkFilesBar *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
ik_files_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_files_bar_parent_class)->dispose (object);
}

static void
ik_files_bar_class_init (IkFilesBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_files_bar_dispose;

  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", IK_TYPE_FILES_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_KEY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-files-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkFilesBar, together);
  gtk_widget_class_bind_template_child (widget_class, IkFilesBar, together_label);
  gtk_widget_class_bind_template_child (widget_class, IkFilesBar, apart_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ik_files_bar_init (IkFilesBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_files_bar_show:
 * @n_files: how many files there are
 * @n_done: how many of them were looked at
 * @n_kept: how many of those wait for the others
 *
 * Shows what can still be decided: with the first file whether all go into one
 * pack.
 */
void
ik_files_bar_show (IkFilesBar *self,
                   guint       n_files,
                   guint       n_done,
                   guint       n_kept)
{
  gboolean can_be_together = n_kept > 0 || n_done == 0;
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_FILES_BAR (self));

  label = g_strdup_printf (g_dngettext (NULL, "Put %u file into one pack",
                                        "Put all %u files into one pack", n_files), n_files);
  gtk_label_set_label (self->together_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->together),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n_files > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->together), can_be_together);
  gtk_widget_set_sensitive (GTK_WIDGET (self->together), n_kept == 0);
  gtk_widget_set_visible (self->apart_label, !can_be_together);
}

/**
 * ik_files_bar_is_together:
 *
 * Returns: whether all files go into one pack
 */
gboolean
ik_files_bar_is_together (IkFilesBar *self)
{
  g_return_val_if_fail (IK_IS_FILES_BAR (self), FALSE);

  return gtk_check_button_get_active (self->together);
}
