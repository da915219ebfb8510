#include "ik-draft-row.h"

#include "ik-inscription.h"

/**
 * IkDraftRow:
 *
 * Shows one line of an #IkDraftList; each text takes one line at most.
 */
struct _IkDraftRow
{
  GtkWidget       parent_instance;

  /* Template */
  GtkInscription *heading;
  GtkWidget      *line;
  GtkInscription *title;
  GtkInscription *text;
  GtkInscription *note;
};

G_DEFINE_FINAL_TYPE (IkDraftRow, ik_draft_row, GTK_TYPE_WIDGET)

void
ik_draft_line_free (IkDraftLine *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->note);
  g_free (self);
}

static void
ik_draft_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_draft_row_parent_class)->dispose (object);
}

static void
ik_draft_row_class_init (IkDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_draft_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, heading);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, line);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, title);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, text);
  gtk_widget_class_bind_template_child (widget_class, IkDraftRow, note);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_draft_row_init (IkDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ik_draft_row_new (void)
{
  return g_object_new (IK_TYPE_DRAFT_ROW, NULL);
}

/**
 * ik_draft_row_set_line:
 * @line: what to show
 *
 * Shows a line; call it when the list binds the row.
 */
void
ik_draft_row_set_line (IkDraftRow        *self,
                       const IkDraftLine *line)
{
  g_autofree char *label = NULL;
  GtkWidget *parent;

  g_return_if_fail (IK_IS_DRAFT_ROW (self));
  g_return_if_fail (line != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), line->is_heading);
  gtk_widget_set_visible (self->line, !line->is_heading);
  ik_inscription_set_text (line->is_heading ? self->heading : self->title, line->title);
  ik_inscription_set_text (self->text, line->text);
  ik_inscription_set_text (self->note, line->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), line->note[0] != '\0');

  if (line->is_heading)
    label = g_strdup (line->title);
  else if (line->note[0] == '\0')
    label = g_strdup_printf ("%s. %s", line->title, line->text);
  else
    label = g_strdup_printf ("%s. %s. %s", line->title, line->text, line->note);
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
