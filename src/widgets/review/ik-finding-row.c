#include "ik-finding-row.h"

#include "ik-growing-text-view.h"
#include "ik-note-marks.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/**
 * IkFindingRow:
 *
 * A strength or a concern, with a button that marks it for the candidate. It
 * edits the finding it is given, which belongs to the interview, and asks the
 * list by signals: Return adds a line after it, its button or Backspace on
 * nothing removes it. Main loop only.
 */
struct _IkFindingRow
{
  AdwBin         parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkWidget     *share_button;
  GtkWidget     *remove_button;

  IkFinding     *finding; /* (nullable) (unowned): of the interview */
  gboolean       updating;
};

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_ADD_AFTER,
  SIGNAL_REMOVE,
} IkFindingRowSignal;

static guint signals[SIGNAL_REMOVE + 1];

G_DEFINE_FINAL_TYPE (IkFindingRow, ik_finding_row, ADW_TYPE_BIN)

/* One line, whatever was pasted. */
static char *
dup_text (IkFindingRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strdelimit (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE), "\r\n", ' ');
}

static void
text_changed_cb (IkFindingRow *self)
{
  g_autofree char *text = NULL;

  if (self->updating || self->finding == NULL)
    return;

  text = dup_text (self);
  ik_text_set (&self->finding->text, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_share (IkFindingRow *self)
{
  const char *label = self->finding->is_shareable ? _("Share with the candidate, selected")
                                                  : _("Share with the candidate");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->share_button),
                                self->finding->is_shareable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->share_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
share_clicked_cb (IkFindingRow *self)
{
  self->finding->is_shareable =
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->share_button));
  show_share (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_clicked_cb (IkFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static gboolean
key_pressed_cb (IkFindingRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if (!is_plain || !gtk_text_view_get_editable (self->view))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    g_signal_emit (self, signals[SIGNAL_ADD_AFTER], 0);
  else if (keyval == GDK_KEY_BackSpace && gtk_text_buffer_get_char_count (self->buffer) == 0)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
ik_finding_row_class_init (IkFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_GROWING_TEXT_VIEW);
  g_type_ensure (IK_TYPE_NOTE_MARKS);

  /* The finding was changed. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_ADD_AFTER] =
    g_signal_new ("add-after", IK_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", IK_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkFindingRow, view);
  gtk_widget_class_bind_template_child (widget_class, IkFindingRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, IkFindingRow, share_button);
  gtk_widget_class_bind_template_child (widget_class, IkFindingRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ik_finding_row_init (IkFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_finding_row_new:
 * @title: what kind of line it is, for assistive tools
 *
 * Returns: (transfer floating): a row without a finding
 */
GtkWidget *
ik_finding_row_new (const char *title)
{
  IkFindingRow *self = g_object_new (IK_TYPE_FINDING_ROW, NULL);
  /* Translators: the placeholder is the name of a list, such as "Red flags" */
  g_autofree char *label = g_strdup_printf (_("Remove From %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * ik_finding_row_set_finding:
 * @self: a row
 * @finding: what it edits; stays until the next one is set
 *
 * Shows @finding; the same words leave the cursor where it is.
 */
void
ik_finding_row_set_finding (IkFindingRow *self,
                            IkFinding    *finding)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (IK_IS_FINDING_ROW (self));

  self->finding = finding;
  shown = dup_text (self);
  self->updating = TRUE;
  if (!g_str_equal (shown, finding->text))
    gtk_text_buffer_set_text (self->buffer, finding->text, -1);
  self->updating = FALSE;
  show_share (self);
}

/**
 * ik_finding_row_get_finding:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it edits
 */
IkFinding *
ik_finding_row_get_finding (IkFindingRow *self)
{
  g_return_val_if_fail (IK_IS_FINDING_ROW (self), NULL);

  return self->finding;
}

/**
 * ik_finding_row_set_locked:
 * @self: a row
 * @locked: whether the interview was handed in
 *
 * Shows without letting anything be changed.
 */
void
ik_finding_row_set_locked (IkFindingRow *self,
                           gboolean      locked)
{
  g_return_if_fail (IK_IS_FINDING_ROW (self));

  gtk_text_view_set_editable (self->view, !locked);
  gtk_text_view_set_cursor_visible (self->view, !locked);
  gtk_widget_set_can_target (self->share_button, !locked);
  gtk_widget_set_can_focus (self->share_button, !locked);
  gtk_widget_set_visible (self->remove_button, !locked);
}

void
ik_finding_row_focus (IkFindingRow *self)
{
  g_return_if_fail (IK_IS_FINDING_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * ik_finding_row_toggle_share:
 * @self: a row
 *
 * Marks it for the candidate, or takes the mark back.
 */
void
ik_finding_row_toggle_share (IkFindingRow *self)
{
  g_return_if_fail (IK_IS_FINDING_ROW (self));

  if (gtk_text_view_get_editable (self->view))
    gtk_widget_activate (self->share_button);
}
