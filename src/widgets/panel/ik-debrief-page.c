#include "ik-debrief-page.h"

#include "ik-adaptive-bin.h"
#include "ik-agreed-bar.h"
#include "ik-page-header.h"
#include "ik-panel-detail.h"
#include "ik-panel-load.h"
#include "ik-panel-words.h"
#include "ik-panel-write.h"
#include "ik-recommendation.h"
#include "ik-stack.h"
#include "ik-window.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkDebriefPage:
 *
 * The meeting of a panel, in large type on the whole screen: one competency after
 * another, the largest disagreement first, then the recommendations, then what was
 * agreed. The order is that of the moment it began and stays, whatever is agreed
 * meanwhile. Main loop only.
 */
struct _IkDebriefPage
{
  IkPage         parent_instance;

  /* Template */
  IkPageHeader  *header;
  GtkStack      *stack;
  IkAdaptiveBin *adaptive;
  GtkWidget     *scroller;
  GtkWidget     *summary_scroller;
  GtkLabel      *title;
  GtkLabel      *verdict;
  GtkFlowBox    *ratings;
  IkAgreedBar   *agreed;
  IkPanelDetail *detail;
  GtkBox        *summary;
  GtkLabel      *place;

  char          *candidate_id;
  char          *round;
  IkDebrief     *debrief;       /* (nullable) (owned): as loaded */
  GPtrArray     *names;         /* (owned) (element-type utf8): of the rows, in order */
  guint          step;          /* a row, then the whole, then the summary */
  gboolean       was_fullscreen;
};

G_DEFINE_FINAL_TYPE (IkDebriefPage, ik_debrief_page, IK_TYPE_PAGE)

/* Where others have it, too: on to the next with "n", back with "p", the line of
 * reasons with "i", by whom it was agreed with "b". */
static const IkChord chords[] = {
  { '1', '7', FALSE, "debrief.agree", NULL },
  { 'b', 'b', FALSE, "debrief.choose-who", NULL },
  { 'i', 'i', FALSE, "debrief.reason", NULL },
  { 'n', 'n', FALSE, "debrief.next", NULL },
  { 'p', 'p', FALSE, "debrief.previous", NULL },
  { IK_CHORD_DOWN, IK_CHORD_DOWN, FALSE, "debrief.next", NULL },
  { IK_CHORD_UP, IK_CHORD_UP, FALSE, "debrief.previous", NULL },
  { 'w', 'w', FALSE, "debrief.show-summary", NULL },
};

static gboolean
is_row (IkDebriefPage *self)
{
  return self->step < self->names->len;
}

static gboolean
is_summary (IkDebriefPage *self)
{
  return self->step > self->names->len;
}

/* NULL where the competency is gone since the meeting began. */
static const IkPanelRow *
get_row (IkDebriefPage *self)
{
  return is_row (self) ? ik_debrief_find_row (self->debrief, self->names->pdata[self->step]) : NULL;
}

static void
order_rows (IkDebriefPage *self)
{
  g_autoptr(GArray) order = ik_panel_matrix_order_debrief (self->debrief->matrix);

  for (guint i = 0; i < order->len; i++)
    {
      const IkPanelRow *row = self->debrief->matrix->rows->pdata[g_array_index (order, guint, i)];

      if (!g_ptr_array_find_with_equal_func (self->names, row->name, g_str_equal, NULL))
        g_ptr_array_add (self->names, g_strdup (row->name));
    }
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_FLOW_BOX (box))
        gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static GtkWidget *
create_label (const char *text,
              const char *css_class) /* nullable */
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_rating (IkDebriefPage *self,
            const char    *who,
            const char    *text)
{
  g_autofree char *accessible = g_strdup_printf ("%s: %s", who, text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *child;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "debrief-card");
  gtk_box_append (GTK_BOX (box), create_label (who, "debrief-who"));
  gtk_box_append (GTK_BOX (box), create_label (text, "debrief-rating"));
  gtk_flow_box_insert (self->ratings, box, -1);
  child = gtk_widget_get_parent (box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

static void
show_verdict (IkDebriefPage       *self,
              const IkPanelSpread *spread,
              guint                n_open)
{
  g_autofree char *words = ik_panel_spread_dup_text (spread, n_open);
  g_autofree char *text = g_strdup_printf ("%s %s", ik_panel_verdict_get_sign (spread->verdict),
                                           words);

  gtk_label_set_text (self->verdict, text);
  if (spread->verdict == IK_PANEL_DISAGREE)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "panel-disagree");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "panel-disagree");
}

static void
show_agreed_score (IkDebriefPage    *self,
                   const IkPanelRow *row)
{
  const IkAgreedScore *score = ik_panel_agreement_find_score (self->debrief->agreement, row->name);
  const IkRubric *scale =
    score != NULL ? ik_panel_matrix_find_rubric (self->debrief->matrix, score->rubric_id) : NULL;

  if (scale == NULL)
    scale = ik_panel_matrix_get_scale (self->debrief->matrix, row);

  gtk_widget_set_visible (GTK_WIDGET (self->agreed), scale != NULL);
  g_object_set (self->agreed, "needs-rating", TRUE, NULL);
  if (scale != NULL)
    ik_agreed_bar_set (self->agreed, row->name, scale,
                       score != NULL ? score->rating : IK_RATING_NONE,
                       score != NULL ? score->reason : "");
  ik_agreed_bar_set_who (self->agreed, self->debrief, score != NULL ? score->agreed_by : "",
                         score != NULL ? score->agreed_at_us : 0);
}

static void
show_row (IkDebriefPage    *self,
          const IkPanelRow *row)
{
  gtk_label_set_text (self->title, row->name);
  show_verdict (self, &row->spread, row->n_open);
  clear (GTK_WIDGET (self->ratings));
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *text = ik_panel_cell_dup_text (ik_panel_row_get_cell (row, i));

      add_rating (self,
                  ik_panel_matrix_get_column (self->debrief->matrix, i)->interview->interviewer_name,
                  text);
    }
  show_agreed_score (self, row);
  ik_panel_detail_show_row (self->detail, self->debrief, row);
}

static void
show_whole (IkDebriefPage *self)
{
  const IkPanelMatrix *matrix = self->debrief->matrix;
  const IkPanelAgreement *agreement = self->debrief->agreement;
  guint n_open = 0;

  gtk_label_set_text (self->title, _("Recommendation"));
  clear (GTK_WIDGET (self->ratings));
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (matrix, i);
      g_autofree char *recommendation = ik_interview_dup_recommendation (column->interview);

      n_open += column->is_handed_in ? 0 : 1;
      add_rating (self, column->interview->interviewer_name,
                  column->is_handed_in ? recommendation : _("Not handed in"));
    }
  show_verdict (self, &matrix->recommendations, n_open);
  gtk_widget_set_visible (GTK_WIDGET (self->agreed), TRUE);
  g_object_set (self->agreed, "needs-rating", FALSE, NULL);
  ik_agreed_bar_set (self->agreed, "", ik_panel_matrix_get_recommendation_scale (matrix, agreement),
                     agreement->recommendation, agreement->summary);
  ik_agreed_bar_set_who (self->agreed, self->debrief, agreement->agreed_by,
                         agreement->agreed_at_us);
  ik_panel_detail_show_whole (self->detail, self->debrief);
}

static void
add_summary_line (IkDebriefPage *self,
                  const char    *name,
                  const char    *what,
                  const char    *why)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", name, what);

  gtk_box_append (self->summary, create_label (line, "debrief-rating"));
  if (*why != '\0')
    gtk_box_append (self->summary, create_label (why, "debrief-text"));
}

static void
add_row_summary (IkDebriefPage *self,
                 const char    *name)
{
  const IkAgreedScore *score = ik_panel_agreement_find_score (self->debrief->agreement, name);
  g_autofree char *what = NULL;

  if (score != NULL)
    what = ik_rubric_dup_level_text (ik_panel_matrix_find_rubric (self->debrief->matrix,
                                                                  score->rubric_id),
                                     score->rating);
  else
    what = g_strdup (_("nothing agreed"));

  add_summary_line (self, name, what,
                    score == NULL ? "" : *score->reason != '\0' ? score->reason
                                                                : _("No reason written yet"));
}

static void
show_summary (IkDebriefPage *self)
{
  const IkPanelAgreement *agreement = self->debrief->agreement;
  g_autofree char *recommendation =
    ik_panel_matrix_dup_agreed_recommendation (self->debrief->matrix, agreement);

  clear (GTK_WIDGET (self->summary));
  gtk_box_append (self->summary, create_label (_("What Was Agreed"), "debrief-title"));
  add_summary_line (self, _("Recommendation"),
                    agreement->recommendation != IK_RATING_NONE
                    ? recommendation : _("nothing agreed"), agreement->summary);
  for (guint i = 0; i < self->names->len; i++)
    add_row_summary (self, self->names->pdata[i]);
}

static void
show_place (IkDebriefPage *self)
{
  /* Translators: which of how many */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), self->step + 1, self->names->len + 2);

  gtk_label_set_text (self->place, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "debrief.previous", self->step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "debrief.next", !is_summary (self));
}

static void
show_step (IkDebriefPage *self)
{
  const IkPanelRow *row = get_row (self);

  if (is_summary (self))
    show_summary (self);
  else if (row != NULL)
    show_row (self, row);
  else
    show_whole (self);

  ik_stack_show (self->stack, is_summary (self) ? "summary" : "step");
  show_place (self);
}

/* Where a key that nobody meant does nothing; what is typed on belongs to no other
 * competency than the one it was begun for. */
static void
focus_step (IkDebriefPage *self)
{
  gtk_widget_grab_focus (is_summary (self) ? self->summary_scroller : self->scroller);
}

static void
go_back (IkDebriefPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.panel", "(ss)", self->candidate_id,
                              self->round);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (source);
  IkDebrief *debrief = ik_panel_load_finish (IK_PAGE (self), result);
  g_autoptr(IkDebrief) before = NULL;

  if (debrief == NULL)
    return;

  before = g_steal_pointer (&self->debrief);
  self->debrief = debrief;
  if (debrief->is_sealed)
    {
      go_back (self);
      return;
    }

  ik_page_header_set_title (self->header, debrief->candidate_name);
  ik_page_header_set_subtitle (self->header,
                               *debrief->round != '\0' ? debrief->round : _("Debrief"));
  order_rows (self);
  show_step (self);
  if (before == NULL)
    focus_step (self);
}

static void
ik_debrief_page_load (IkPage *page)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (page);

  ik_panel_load (page, self->candidate_id, self->round, loaded_cb);
}

static void
agreed_cb (IkDebriefPage *self,
           int            rating,
           const char    *reason,
           const char    *agreed_by)
{
  const IkPanelRow *row = self->debrief != NULL ? get_row (self) : NULL;

  if (self->debrief == NULL || is_summary (self))
    return;

  if (row != NULL)
    ik_panel_write_score (IK_PAGE (self), self->debrief, row->name, rating, reason,
                          agreed_by);
  else
    ik_panel_write_outcome (IK_PAGE (self), self->debrief,
                            rating, reason, agreed_by);
}

static void
go_to (IkDebriefPage *self,
       guint          step)
{
  if (self->debrief == NULL || self->debrief->is_sealed)
    return;

  /* What was typed a moment ago belongs to the step that is left. */
  ik_agreed_bar_flush (self->agreed);
  self->step = MIN (step, self->names->len + 1);
  show_step (self);
  focus_step (self);
}

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  go_to (IK_DEBRIEF_PAGE (widget), IK_DEBRIEF_PAGE (widget)->step + 1);
}

static void
previous (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (widget);

  if (self->step > 0)
    go_to (self, self->step - 1);
}

static void
show_agreed (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (widget);

  go_to (self, self->names->len + 1);
}

static void
agree (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (widget);

  if (self->debrief == NULL || is_summary (self))
    return;

  ik_agreed_bar_choose (self->agreed, g_variant_get_uint32 (parameter));
  /* A score wants its reason: what is typed next is that. */
  ik_agreed_bar_focus_reason (self->agreed);
}

static void
focus_reason (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ik_agreed_bar_focus_reason (IK_DEBRIEF_PAGE (widget)->agreed);
}

static void
choose_who (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_agreed_bar_choose_who (IK_DEBRIEF_PAGE (widget)->agreed);
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  go_back (IK_DEBRIEF_PAGE (widget));
}

static void
toggle_fullscreen (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
narrow_cb (IkDebriefPage *self)
{
  if (ik_adaptive_bin_is_narrow (self->adaptive))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/* A meeting looks at the whole screen; afterwards the window is what it was. */
static void
ik_debrief_page_map (GtkWidget *widget)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (ik_debrief_page_parent_class)->map (widget);

  root = gtk_widget_get_root (widget);
  if (!IK_IS_WINDOW (root))
    return;

  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (root));
  gtk_window_fullscreen (GTK_WINDOW (root));
}

static void
ik_debrief_page_unmap (GtkWidget *widget)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (IK_IS_WINDOW (root) && !self->was_fullscreen && gtk_widget_get_mapped (GTK_WIDGET (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));

  GTK_WIDGET_CLASS (ik_debrief_page_parent_class)->unmap (widget);
}

static void
ik_debrief_page_finalize (GObject *object)
{
  IkDebriefPage *self = IK_DEBRIEF_PAGE (object);

  g_free (self->candidate_id);
  g_free (self->round);
  g_clear_pointer (&self->debrief, ik_debrief_free);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (ik_debrief_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, summary_scroller);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, title);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, ratings);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, agreed);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, detail);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, summary);
  gtk_widget_class_bind_template_child (widget_class, IkDebriefPage, place);
  gtk_widget_class_bind_template_callback (widget_class, agreed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
ik_debrief_page_class_init (IkDebriefPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_AGREED_BAR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_PANEL_DETAIL);

  G_OBJECT_CLASS (klass)->finalize = ik_debrief_page_finalize;
  widget_class->map = ik_debrief_page_map;
  widget_class->unmap = ik_debrief_page_unmap;
  IK_PAGE_CLASS (klass)->load = ik_debrief_page_load;

  gtk_widget_class_set_css_name (widget_class, "debriefpage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-debrief-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "debrief.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "debrief.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "debrief.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "debrief.show-summary", NULL, show_agreed);
  gtk_widget_class_install_action (widget_class, "debrief.agree", "u", agree);
  gtk_widget_class_install_action (widget_class, "debrief.reason", NULL, focus_reason);
  gtk_widget_class_install_action (widget_class, "debrief.choose-who", NULL, choose_who);
  gtk_widget_class_install_action (widget_class, "debrief.fullscreen", NULL, toggle_fullscreen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "debrief.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "debrief.fullscreen", NULL);
}

static void
ik_debrief_page_init (IkDebriefPage *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_chord_add_controller (GTK_WIDGET (self), chords, G_N_ELEMENTS (chords));
}

/**
 * ik_debrief_page_new:
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 *
 * Returns: (transfer floating): a page for the meeting of that panel
 */
GtkWidget *
ik_debrief_page_new (const char *candidate_id,
                     const char *round)
{
  IkDebriefPage *self;

  g_return_val_if_fail (candidate_id != NULL, NULL);
  g_return_val_if_fail (round != NULL, NULL);

  self = g_object_new (IK_TYPE_DEBRIEF_PAGE, NULL);
  self->candidate_id = g_strdup (candidate_id);
  self->round = g_strdup (round);

  return GTK_WIDGET (self);
}

/**
 * ik_debrief_page_get_chords:
 * @out_n_chords: (out): how many there are
 *
 * Returns: (array length=out_n_chords) (transfer none): the keys of the page
 */
const IkChord *
ik_debrief_page_get_chords (gsize *out_n_chords)
{
  *out_n_chords = G_N_ELEMENTS (chords);
  return chords;
}
