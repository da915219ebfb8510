#include "ik-panel-page.h"

#include "ik-adaptive-bin.h"
#include "ik-matrix-row.h"
#include "ik-page-header.h"
#include "ik-panel-load.h"
#include "ik-stack.h"
#include "ik-window.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkPanelPage:
 *
 * What the members of a panel found about one candidate in one round: a matrix of
 * competencies by interviewers. As long as the owner has to hand in, it knows no
 * more than who did. Main loop only.
 */
struct _IkPanelPage
{
  IkPage         parent_instance;

  /* Template */
  IkPageHeader  *header;
  GtkStack      *stack;
  GtkListBox    *members;
  IkAdaptiveBin *adaptive;
  GtkLabel      *handed_in;
  GtkBox        *headers;
  GtkBox        *rows;

  char          *candidate_id;
  char          *round;
  IkDebrief     *debrief;     /* (nullable) (owned): as loaded */
};

G_DEFINE_FINAL_TYPE (IkPanelPage, ik_panel_page, IK_TYPE_PAGE)

static void
add_member (IkPanelPage         *self,
            const IkPanelMember *member)
{
  g_autofree char *at = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (ik_panel_member_is_done (member))
    at = ik_words_format_time (member->handed_in_at_us, g_get_real_time ());
  subtitle = g_strdup_printf ("%s · %s%s%s", member->set_title,
                              ik_words_for_interview_state (member->state),
                              at != NULL ? " · " : "", at != NULL ? at : "");
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", member->interviewer_name,
                      "subtitle", subtitle, "focusable", FALSE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                           ik_panel_member_is_done (member)
                                           ? "object-select-symbolic" : "content-loading-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_append (self->members, row);
}

/* They point into the debrief that is shown no more. */
static void
remove_rows (IkPanelPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
show_sealed (IkPanelPage *self)
{
  GtkWidget *row;

  remove_rows (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->members))) != NULL)
    gtk_list_box_remove (self->members, row);
  for (guint i = 0; i < self->debrief->members->len; i++)
    add_member (self, self->debrief->members->pdata[i]);
  ik_stack_show (self->stack, "sealed");
}

static void
add_header (IkPanelPage *self,
            const char  *text,
            gboolean     is_name)
{
  GtkWidget *label = ik_matrix_row_new_cell (GTK_WIDGET (self->headers), text);

  if (is_name)
    g_object_set (label, "width-request", IK_MATRIX_ROW_NAME_WIDTH, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->headers, label);
}

static void
show_headers (IkPanelPage *self)
{
  GtkWidget *label;

  while ((label = gtk_widget_get_first_child (GTK_WIDGET (self->headers))) != NULL)
    gtk_box_remove (self->headers, label);

  add_header (self, _("Competency"), TRUE);
  for (guint i = 0; i < self->debrief->matrix->columns->len; i++)
    add_header (self,
                ik_panel_matrix_get_column (self->debrief->matrix, i)->interview->interviewer_name,
                FALSE);
  add_header (self, _("Agreed"), FALSE);
}

/* The row at hand keeps focus and text: rows are told anew, not made anew. */
static IkMatrixRow *
ensure_row (IkPanelPage *self,
            guint        index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; row != NULL && i < index; i++)
    row = gtk_widget_get_next_sibling (row);

  if (row == NULL)
    {
      row = ik_matrix_row_new ();
      ik_matrix_row_set_narrow (IK_MATRIX_ROW (row), ik_adaptive_bin_is_narrow (self->adaptive));
      gtk_box_append (self->rows, row);
    }

  return IK_MATRIX_ROW (row);
}

static void
show_rows (IkPanelPage *self)
{
  const IkPanelMatrix *matrix = self->debrief->matrix;
  GtkWidget *last;

  for (guint i = 0; i < matrix->rows->len; i++)
    ik_matrix_row_show (ensure_row (self, i), self->debrief, matrix->rows->pdata[i]);
  last = GTK_WIDGET (ensure_row (self, matrix->rows->len));
  ik_matrix_row_show (IK_MATRIX_ROW (last), self->debrief, NULL);

  while (gtk_widget_get_next_sibling (last) != NULL)
    gtk_box_remove (self->rows, gtk_widget_get_next_sibling (last));
}

/* Such as "2 of 3 handed in · disagreement about 1 competency · 2 gaps". */
static char *
describe_matrix (const IkPanelMatrix *matrix)
{
  guint counts[IK_N_PANEL_VERDICTS];
  guint n_handed_in = 0;
  GString *text = g_string_new (NULL);
  guint n_gaps;

  for (guint i = 0; i < matrix->columns->len; i++)
    n_handed_in += ik_panel_matrix_get_column (matrix, i)->is_handed_in ? 1 : 0;
  ik_panel_matrix_count_verdicts (matrix, counts);
  n_gaps = counts[IK_PANEL_NOBODY] + counts[IK_PANEL_ONE];

  g_string_append_printf (text, _("%u of %u handed in"), n_handed_in, matrix->columns->len);
  g_string_append (text, " · ");
  if (counts[IK_PANEL_DISAGREE] == 0)
    g_string_append (text, _("no disagreement"));
  else
    g_string_append_printf (text, ngettext ("disagreement about %u competency",
                                            "disagreement about %u competencies",
                                            counts[IK_PANEL_DISAGREE]), counts[IK_PANEL_DISAGREE]);
  if (n_gaps > 0)
    {
      g_string_append (text, " · ");
      /* Translators: competencies that nobody rated, or one person alone */
      g_string_append_printf (text, ngettext ("%u gap", "%u gaps", n_gaps), n_gaps);
    }

  return g_string_free (text, FALSE);
}

static void
show_matrix (IkPanelPage *self)
{
  g_autofree char *text = describe_matrix (self->debrief->matrix);

  gtk_label_set_text (self->handed_in, text);
  show_headers (self);
  show_rows (self);
  ik_stack_show (self->stack, "matrix");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkPanelPage *self = IK_PANEL_PAGE (source);
  IkDebrief *debrief = ik_panel_load_finish (IK_PAGE (self), result);
  g_autoptr(IkDebrief) before = NULL;

  if (debrief == NULL)
    return;

  before = g_steal_pointer (&self->debrief);
  self->debrief = debrief;
  ik_page_header_set_title (self->header, debrief->candidate_name);
  ik_page_header_set_subtitle (self->header,
                               *debrief->round != '\0' ? debrief->round : _("Panel"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.debrief", !debrief->is_sealed);
  if (debrief->is_sealed)
    show_sealed (self);
  else
    show_matrix (self);
  if (before == NULL && !debrief->is_sealed)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->rows)));
}

static void
ik_panel_page_load (IkPage *page)
{
  IkPanelPage *self = IK_PANEL_PAGE (page);

  ik_panel_load (page, self->candidate_id, self->round, loaded_cb);
}

static void
narrow_cb (IkPanelPage *self)
{
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);

  gtk_widget_set_visible (GTK_WIDGET (self->headers), !narrow);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ik_matrix_row_set_narrow (IK_MATRIX_ROW (row), narrow);
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_window_leave_page (widget);
}

static void
start_debrief (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkPanelPage *self = IK_PANEL_PAGE (widget);

  gtk_widget_activate_action (widget, "win.debrief", "(ss)", self->candidate_id, self->round);
}

static void
expand_all (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkPanelPage *self = IK_PANEL_PAGE (widget);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ik_matrix_row_set_expanded (IK_MATRIX_ROW (row), g_variant_get_boolean (parameter));
}

static void
ik_panel_page_finalize (GObject *object)
{
  IkPanelPage *self = IK_PANEL_PAGE (object);

  g_free (self->candidate_id);
  g_free (self->round);
  g_clear_pointer (&self->debrief, ik_debrief_free);

  G_OBJECT_CLASS (ik_panel_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, members);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, handed_in);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, headers);
  gtk_widget_class_bind_template_child (widget_class, IkPanelPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
ik_panel_page_class_init (IkPanelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  G_OBJECT_CLASS (klass)->finalize = ik_panel_page_finalize;
  IK_PAGE_CLASS (klass)->load = ik_panel_page_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-panel-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "panel.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "panel.debrief", NULL, start_debrief);
  gtk_widget_class_install_action (widget_class, "panel.expand-all", "b", expand_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "panel.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "panel.leave",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "panel.debrief", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "panel.expand-all", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "panel.expand-all", "b", FALSE);
}

static void
ik_panel_page_init (IkPanelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_panel_page_new:
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 *
 * Returns: (transfer floating): a page for that panel
 */
GtkWidget *
ik_panel_page_new (const char *candidate_id,
                   const char *round)
{
  IkPanelPage *self;

  g_return_val_if_fail (candidate_id != NULL, NULL);
  g_return_val_if_fail (round != NULL, NULL);

  self = g_object_new (IK_TYPE_PANEL_PAGE, NULL);
  self->candidate_id = g_strdup (candidate_id);
  self->round = g_strdup (round);

  return GTK_WIDGET (self);
}
