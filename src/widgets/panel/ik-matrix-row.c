#include "ik-matrix-row.h"

#include "ik-agreed-bar.h"
#include "ik-page.h"
#include "ik-panel-detail.h"
#include "ik-panel-words.h"
#include "ik-panel-write.h"
#include "ik-recommendation.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkMatrixRow:
 *
 * A row of a panel's matrix: a competency, or the recommendation. It shows what
 * each member gave, how that compares, in words and with a sign, and what was
 * agreed; it opens to what stands behind it. In little width its cells stand
 * below each other. Main loop only.
 */
struct _IkMatrixRow
{
  AdwBin            parent_instance;

  /* Template */
  GtkBox           *line;
  GtkToggleButton  *toggle;
  GtkImage         *arrow;
  GtkLabel         *name;
  GtkLabel         *verdict;
  GtkBox           *cells;
  GtkRevealer      *revealer;
  IkAgreedBar      *agreed;
  IkPanelDetail    *detail;

  const IkDebrief  *debrief;  /* (unowned): of the page */
  const IkPanelRow *row;      /* (unowned) (nullable): of @debrief, %NULL for the whole */
  gboolean          narrow;
};

G_DEFINE_FINAL_TYPE (IkMatrixRow, ik_matrix_row, ADW_TYPE_BIN)

static const char *
get_name (IkMatrixRow *self)
{
  return self->row != NULL ? self->row->name : _("Recommendation");
}

static void
agreed_cb (IkMatrixRow *self,
           int          rating,
           const char  *reason,
           const char  *agreed_by)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), IK_TYPE_PAGE);

  if (page == NULL || self->debrief == NULL)
    return;

  if (self->row != NULL)
    ik_panel_write_score (IK_PAGE (page), self->debrief, self->row->name, rating, reason,
                          agreed_by);
  else
    ik_panel_write_outcome (IK_PAGE (page), self->debrief,
                            rating, reason, agreed_by);
}

/* What a score was agreed by, or would be. */
static const IkRubric *
get_scale (IkMatrixRow         *self,
           const IkAgreedScore *score) /* nullable */
{
  const IkRubric *own =
    score != NULL ? ik_panel_matrix_find_rubric (self->debrief->matrix, score->rubric_id) : NULL;

  return own != NULL ? own : ik_panel_matrix_get_scale (self->debrief->matrix, self->row);
}

static void
show_agreed_score (IkMatrixRow *self)
{
  const IkAgreedScore *score =
    ik_panel_agreement_find_score (self->debrief->agreement, self->row->name);
  const IkRubric *scale = get_scale (self, score);

  gtk_widget_set_visible (GTK_WIDGET (self->agreed), scale != NULL);
  if (scale != NULL)
    ik_agreed_bar_set (self->agreed, self->row->name, scale,
                       score != NULL ? score->rating : IK_RATING_NONE,
                       score != NULL ? score->reason : "");
  ik_agreed_bar_set_who (self->agreed, self->debrief, score != NULL ? score->agreed_by : "",
                         score != NULL ? score->agreed_at_us : 0);
}

static void
show_agreed_outcome (IkMatrixRow *self)
{
  const IkPanelAgreement *agreement = self->debrief->agreement;

  ik_agreed_bar_set (self->agreed, "",
                     ik_panel_matrix_get_recommendation_scale (self->debrief->matrix, agreement),
                     agreement->recommendation, agreement->summary);
  ik_agreed_bar_set_who (self->agreed, self->debrief, agreement->agreed_by,
                         agreement->agreed_at_us);
}

static void
show_detail (IkMatrixRow *self)
{
  if (self->row != NULL)
    {
      show_agreed_score (self);
      ik_panel_detail_show_row (self->detail, self->debrief, self->row);
    }
  else
    {
      show_agreed_outcome (self);
      ik_panel_detail_show_whole (self->detail, self->debrief);
    }
}

static void
toggled_cb (IkMatrixRow *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->toggle);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle),
                               GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  if (is_open && self->debrief != NULL)
    show_detail (self);
  gtk_revealer_set_reveal_child (self->revealer, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), is_open);
}

static gboolean
ik_matrix_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IK_MATRIX_ROW (widget)->toggle));
}

static void
ik_matrix_row_class_init (IkMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_AGREED_BAR);
  g_type_ensure (IK_TYPE_PANEL_DETAIL);

  widget_class->grab_focus = ik_matrix_row_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-matrix-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, line);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, name);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, cells);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, agreed);
  gtk_widget_class_bind_template_child (widget_class, IkMatrixRow, detail);
  gtk_widget_class_bind_template_callback (widget_class, agreed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ik_matrix_row_init (IkMatrixRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->toggle), IK_MATRIX_ROW_NAME_WIDTH, -1);
}

/**
 * ik_matrix_row_new:
 *
 * Returns: (transfer floating): a row, to be shown something
 */
GtkWidget *
ik_matrix_row_new (void)
{
  return g_object_new (IK_TYPE_MATRIX_ROW, NULL);
}

/* As wide as the longest words of a scale, and never under so many pixels. */
#define CELL_LETTERS 16
#define MIN_CELL_WIDTH 140

static int
compute_cell_width (GtkWidget *among)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (among), NULL,
                                                         NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (CELL_LETTERS * letter, MIN_CELL_WIDTH);
}

/**
 * ik_matrix_row_new_cell:
 * @among: what has the font of the whole matrix
 * @text: what is in the cell
 *
 * A cell of the matrix or the header of a column: as wide as any other, whatever is
 * in it and however bold, so that columns stand in line at each size of text.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
ik_matrix_row_new_cell (GtkWidget  *among,
                        const char *text)
{
  /* The natural width is that of a letter, so that the request decides. */
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 1,
                       "width-request", compute_cell_width (among), NULL);
}

static GtkWidget *
create_line (const char *who,
             const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", who, text);

  return g_object_new (GTK_TYPE_LABEL, "label", line, "xalign", 0.0, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

/* In little width a cell is a line "Ada: 4 · Strong". */
static void
add_cell (IkMatrixRow *self,
          const char  *who,
          const char  *text,
          const char  *beside, /* nullable */
          const char  *css_class) /* nullable */
{
  g_autofree char *accessible = g_strdup_printf ("%s, %s: %s%s%s", get_name (self), who, text,
                                                 beside != NULL ? ", " : "",
                                                 beside != NULL ? beside : "");
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                                  "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *label = self->narrow ? create_line (who, text)
                                  : ik_matrix_row_new_cell (GTK_WIDGET (self), text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (cell), label);
  if (beside != NULL)
    {
      GtkWidget *mean = g_object_new (GTK_TYPE_LABEL, "label", beside, "xalign", 0.0,
                                      "wrap", TRUE, "max-width-chars", self->narrow ? -1 : 1,
                                      NULL);

      gtk_widget_add_css_class (mean, "caption");
      gtk_widget_add_css_class (mean, "dim-label");
      gtk_box_append (GTK_BOX (cell), mean);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  gtk_box_append (self->cells, cell);
}

static void
add_score_cells (IkMatrixRow *self)
{
  const IkAgreedScore *score =
    ik_panel_agreement_find_score (self->debrief->agreement, self->row->name);
  g_autofree char *agreed = score != NULL
                            ? ik_rubric_dup_level_text (get_scale (self, score), score->rating)
                            : g_strdup (_("Nothing yet"));

  for (guint i = 0; i < self->row->cells->len; i++)
    {
      const IkPanelCell *cell = ik_panel_row_get_cell (self->row, i);
      const IkPanelColumn *column = ik_panel_matrix_get_column (self->debrief->matrix, i);
      g_autofree char *text = ik_panel_cell_dup_text (cell);
      g_autofree char *beside = ik_panel_cell_dup_beside (cell);

      add_cell (self, column->interview->interviewer_name, text, beside,
                ik_panel_cell_has_number (cell) ? NULL : "dim-label");
    }

  add_cell (self, _("Agreed"), agreed, NULL, score != NULL ? "heading" : "dim-label");
}

static void
add_recommendation_cells (IkMatrixRow *self)
{
  const IkPanelAgreement *agreement = self->debrief->agreement;
  gboolean is_agreed = agreement->recommendation != IK_RATING_NONE;
  g_autofree char *agreed = ik_panel_matrix_dup_agreed_recommendation (self->debrief->matrix,
                                                                       agreement);

  for (guint i = 0; i < self->debrief->matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (self->debrief->matrix, i);
      g_autofree char *recommendation = ik_interview_dup_recommendation (column->interview);

      add_cell (self, column->interview->interviewer_name,
                column->is_handed_in ? recommendation : _("Not handed in"), NULL,
                column->is_handed_in ? NULL : "dim-label");
    }

  add_cell (self, _("Agreed"),
            is_agreed ? agreed : _("Nothing yet"), NULL, is_agreed ? "heading" : "dim-label");
}

static void
fill_cells (IkMatrixRow *self)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self->cells))) != NULL)
    gtk_box_remove (self->cells, cell);

  if (self->row != NULL)
    add_score_cells (self);
  else
    add_recommendation_cells (self);
}

/* Colour comes on top of sign and words. */
static void
show_verdict (IkMatrixRow *self)
{
  const IkPanelSpread *spread = self->row != NULL ? &self->row->spread
                                                  : &self->debrief->matrix->recommendations;
  guint n_open = 0;
  g_autofree char *words = NULL;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;
  g_autofree char *accessible = NULL;

  for (guint i = 0; self->row == NULL && i < self->debrief->matrix->columns->len; i++)
    n_open += ik_panel_matrix_get_column (self->debrief->matrix, i)->is_handed_in ? 0 : 1;
  words = ik_panel_spread_dup_text (spread, self->row != NULL ? self->row->n_open : n_open);
  range = self->row != NULL && spread->n_raters > 1 ? ik_panel_row_dup_range (self->row) : NULL;
  text = g_strdup_printf ("%s %s%s%s", ik_panel_verdict_get_sign (spread->verdict), words,
                          range != NULL ? " · " : "", range != NULL ? range : "");
  accessible = g_strdup_printf ("%s: %s", get_name (self), words);

  gtk_label_set_text (self->name, get_name (self));
  gtk_label_set_text (self->verdict, text);
  if (spread->verdict == IK_PANEL_DISAGREE)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "panel-disagree");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "panel-disagree");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

/**
 * ik_matrix_row_show:
 * @self: a row
 * @debrief: what the page shows; it outlives the row's use of it
 * @row: (nullable): one of its rows, %NULL for the recommendations
 *
 * Shows what stands now; what is open stays open.
 */
void
ik_matrix_row_show (IkMatrixRow      *self,
                    const IkDebrief  *debrief,
                    const IkPanelRow *row)
{
  g_return_if_fail (IK_IS_MATRIX_ROW (self));

  self->debrief = debrief;
  self->row = row;
  g_object_set (self->agreed, "needs-rating", row != NULL, NULL);
  show_verdict (self);
  fill_cells (self);
  if (gtk_toggle_button_get_active (self->toggle))
    show_detail (self);
}

/**
 * ik_matrix_row_set_narrow:
 * @self: a row
 * @narrow: whether there is little width
 *
 * Puts the cells below each other, or beside.
 */
void
ik_matrix_row_set_narrow (IkMatrixRow *self,
                          gboolean     narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (IK_IS_MATRIX_ROW (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cells), orientation);
  gtk_box_set_spacing (self->cells, narrow ? 3 : 12);
  gtk_widget_set_size_request (GTK_WIDGET (self->toggle), narrow ? -1 : IK_MATRIX_ROW_NAME_WIDTH,
                               -1);
  if (self->debrief != NULL)
    fill_cells (self);
}

/**
 * ik_matrix_row_set_expanded:
 * @self: a row
 * @expanded: whether what stands behind it is shown
 *
 * Opens or closes it, as its button does.
 */
void
ik_matrix_row_set_expanded (IkMatrixRow *self,
                            gboolean     expanded)
{
  g_return_if_fail (IK_IS_MATRIX_ROW (self));

  gtk_toggle_button_set_active (self->toggle, expanded);
}
