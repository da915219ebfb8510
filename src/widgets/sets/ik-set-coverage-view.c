#include "ik-set-coverage-view.h"

#include <glib/gi18n.h>

/* With more sections the numbers have no room beside the names. */
#define MAX_COLUMNS 6

/**
 * IkSetCoverageView:
 *
 * What a question set measures: minutes for each competency, in each section
 * where there are some, and what is not measured, each with a way to fill it.
 * Folded away it says so in a line.
 */
struct _IkSetCoverageView
{
  GtkWidget    parent_instance;

  /* Template */
  GtkExpander *expander;
  GtkGrid     *grid;
  GtkWidget   *gaps_box;
  GtkBox      *gaps;
};

G_DEFINE_FINAL_TYPE (IkSetCoverageView, ik_set_coverage_view, GTK_TYPE_WIDGET)

static void
ik_set_coverage_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_set_coverage_view_parent_class)->dispose (object);
}

static void
ik_set_coverage_view_class_init (IkSetCoverageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_set_coverage_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/InterviewKit/ui/"
                                               "ik-set-coverage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetCoverageView, expander);
  gtk_widget_class_bind_template_child (widget_class, IkSetCoverageView, grid);
  gtk_widget_class_bind_template_child (widget_class, IkSetCoverageView, gaps_box);
  gtk_widget_class_bind_template_child (widget_class, IkSetCoverageView, gaps);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_set_coverage_view_init (IkSetCoverageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *text,
              float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* A row has no name of its own: each number says what it is about. */
static GtkWidget *
create_number (guint       minutes,
               const char *about)
{
  g_autofree char *text = minutes > 0 ? g_strdup_printf ("%u", minutes) : g_strdup ("–");
  g_autofree char *spoken = g_strdup_printf (_("%s: %u min"), about, minutes);
  GtkWidget *label = create_label (text, 1);

  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);

  return label;
}

static const char *
get_section_title (const IkSetCoverage *coverage,
                   guint                column)
{
  const char *title = g_ptr_array_index (coverage->columns, column);

  return *title != '\0' ? title : _("No section");
}

/* One section tells nothing that the sum does not. */
static guint
count_columns (const IkSetCoverage *coverage)
{
  return coverage->columns->len > 1 && coverage->columns->len <= MAX_COLUMNS
         ? coverage->columns->len : 0;
}

static void
add_head (IkSetCoverageView   *self,
          const IkSetCoverage *coverage)
{
  for (guint i = 0; i < count_columns (coverage); i++)
    {
      const char *title = get_section_title (coverage, i);
      GtkWidget *label = create_label (title, 1);

      gtk_label_set_width_chars (GTK_LABEL (label), 4);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
      gtk_widget_set_tooltip_text (label, title);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, (int) i + 1, 0, 1, 1);
    }
}

static void
add_sum (IkSetCoverageView      *self,
         const IkSetCoverage    *coverage,
         const IkSetCoverageRow *row,
         const char             *name,
         int                     place)
{
  int column = (int) count_columns (coverage) + 1;
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u min · %u question",
                                                        "%u min · %u questions", row->n_items),
                                           row->minutes, row->n_items);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, coverage->most_minutes);
  GtkWidget *label = create_label (text, 0);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), row->minutes);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), NULL);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_size_request (bar, 48, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, bar, column, place, 1, 1);
  gtk_grid_attach (self->grid, label, column + 1, place, 1, 1);
}

static void
add_row (IkSetCoverageView      *self,
         const IkSetCoverage    *coverage,
         const IkSetCoverageRow *row,
         int                     place)
{
  const char *name = row->competency_id != NULL ? row->name : _("No competency");
  GtkWidget *label = create_label (name, 0);

  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_tooltip_text (label, name);
  gtk_grid_attach (self->grid, label, 0, place, 1, 1);

  for (guint i = 0; i < count_columns (coverage); i++)
    {
      g_autofree char *about = g_strdup_printf ("%s, %s", name, get_section_title (coverage, i));

      gtk_grid_attach (self->grid,
                       create_number (g_array_index (row->section_minutes, guint, i), about),
                       (int) i + 1, place, 1, 1);
    }
  add_sum (self, coverage, row, name, place);
}

static void
clear_grid (IkSetCoverageView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* "Coverage: 5 competencies, 2 not measured" */
static char *
describe (const IkSetCoverage *coverage)
{
  guint n = coverage->n_competencies;
  guint n_gaps = coverage->gaps->len;
  g_autofree char *measured = g_strdup_printf (g_dngettext (NULL, "Coverage: %u competency",
                                                            "Coverage: %u competencies", n), n);
  g_autofree char *missing = g_strdup_printf (g_dngettext (NULL, "%u not measured",
                                                           "%u not measured", n_gaps), n_gaps);

  return n_gaps > 0 ? g_strdup_printf ("%s, %s", measured, missing)
                    : g_steal_pointer (&measured);
}

/* A gap leads to what closes it. */
static GtkWidget *
create_gap_button (const IkCompetency *gap)
{
  GtkWidget *button = gtk_button_new_with_label (_("Fill…"));
  g_autofree char *about = g_strdup_printf (_("Fill the rest with questions on %s"), gap->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, about,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "set.fill-competency");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", gap->id);

  return button;
}

static GtkWidget *
create_gap (const IkCompetency *gap)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = create_label (gap->name, 0);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, gap->name);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), create_gap_button (gap));

  return row;
}

static gboolean
shows_gaps (IkSetCoverageView *self,
            GPtrArray         *gaps)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->gaps));

  for (guint i = 0; i < gaps->len; i++)
    {
      const IkCompetency *gap = g_ptr_array_index (gaps, i);
      GVariant *target = child != NULL
                         ? gtk_actionable_get_action_target_value
                           (GTK_ACTIONABLE (gtk_widget_get_last_child (child))) : NULL;

      if (target == NULL || !g_str_equal (g_variant_get_string (target, NULL), gap->id))
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }

  return child == NULL;
}

/* The same ones stay, and with them the focus. */
static void
show_gaps (IkSetCoverageView *self,
           GPtrArray         *gaps)
{
  GtkWidget *child;

  gtk_widget_set_visible (self->gaps_box, gaps->len > 0);
  if (shows_gaps (self, gaps))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->gaps))) != NULL)
    gtk_box_remove (self->gaps, child);
  for (guint i = 0; i < gaps->len; i++)
    gtk_box_append (self->gaps, create_gap (g_ptr_array_index (gaps, i)));
}

/**
 * ik_set_coverage_view_show:
 * @coverage: what to show
 *
 * Shows a coverage in place of the one before. It hides where nothing is
 * measured and nothing could be.
 */
void
ik_set_coverage_view_show (IkSetCoverageView   *self,
                           const IkSetCoverage *coverage)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_SET_COVERAGE_VIEW (self));
  g_return_if_fail (coverage != NULL);

  clear_grid (self);
  add_head (self, coverage);
  for (guint i = 0; i < coverage->rows->len; i++)
    add_row (self, coverage, g_ptr_array_index (coverage->rows, i), (int) i + 1);
  show_gaps (self, coverage->gaps);

  text = describe (coverage);
  gtk_expander_set_label (self->expander, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          coverage->n_competencies > 0 || coverage->gaps->len > 0);
}

/**
 * ik_set_coverage_view_reveal:
 *
 * Unfolds it and moves the focus there.
 */
void
ik_set_coverage_view_reveal (IkSetCoverageView *self)
{
  g_return_if_fail (IK_IS_SET_COVERAGE_VIEW (self));

  gtk_expander_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}
