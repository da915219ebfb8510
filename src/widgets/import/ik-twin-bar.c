#include "ik-twin-bar.h"

#include <glib/gi18n.h>

#include "ik-rich-view.h"

#define MAX_CHARS 160

/**
 * IkTwinBar:
 *
 * Stands below a question that the bank has already: how the bank words it,
 * and what becomes of it. Emits "decided" when the person chooses.
 */
struct _IkTwinBar
{
  GtkWidget        parent_instance;

  /* Template */
  GtkLabel        *label;
  GtkToggleButton *skip;
  GtkToggleButton *update;
  GtkToggleButton *keep;

  gboolean         is_filling; /* the program presses a button */
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkTwinBar, ik_twin_bar, GTK_TYPE_WIDGET)

static void
toggled_cb (IkTwinBar       *self,
            GtkToggleButton *button)
{
  IkDuplicatePolicy decision = IK_DUPLICATE_KEEP;

  if (self->is_filling || !gtk_toggle_button_get_active (button))
    return;

  if (button == self->skip)
    decision = IK_DUPLICATE_SKIP;
  else if (button == self->update)
    decision = IK_DUPLICATE_UPDATE;
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0, (guint) decision);
}

static void
ik_twin_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_twin_bar_parent_class)->dispose (object);
}

static void
ik_twin_bar_class_init (IkTwinBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_twin_bar_dispose;

  /* With an IkDuplicatePolicy. */
  signals[SIGNAL_DECIDED] =
    g_signal_new ("decided", IK_TYPE_TWIN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-twin-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTwinBar, label);
  gtk_widget_class_bind_template_child (widget_class, IkTwinBar, skip);
  gtk_widget_class_bind_template_child (widget_class, IkTwinBar, update);
  gtk_widget_class_bind_template_child (widget_class, IkTwinBar, keep);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_twin_bar_init (IkTwinBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ik_twin_bar_new (void)
{
  return g_object_new (IK_TYPE_TWIN_BAR, NULL);
}

/**
 * ik_twin_bar_show:
 * @twin: the question of the bank
 * @decision: what becomes of the one of the draft
 *
 * Shows a twin.
 */
void
ik_twin_bar_show (IkTwinBar         *self,
                  const IkTwin      *twin,
                  IkDuplicatePolicy  decision)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (twin->twin_prompt, MAX_CHARS);
  g_autofree char *label = NULL;

  g_return_if_fail (IK_IS_TWIN_BAR (self));

  /* Translators: title of a pack, and how it words the same question */
  label = g_strdup_printf (_("In “%s” already: %s"), twin->twin_pack_title, prompt);
  gtk_label_set_label (self->label, label);
  self->is_filling = TRUE;
  gtk_toggle_button_set_active (decision == IK_DUPLICATE_SKIP ? self->skip
                                : decision == IK_DUPLICATE_UPDATE ? self->update : self->keep,
                                TRUE);
  self->is_filling = FALSE;
}

/**
 * ik_twin_bar_get_words:
 * @decision: a decision
 *
 * Returns: what it comes to, for people
 */
const char *
ik_twin_bar_get_words (IkDuplicatePolicy decision)
{
  if (decision == IK_DUPLICATE_SKIP)
    return _("in the bank already, skipped");
  if (decision == IK_DUPLICATE_UPDATE)
    return _("in the bank already, updates it");

  return _("in the bank already, both are kept");
}
