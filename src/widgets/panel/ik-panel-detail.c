#include "ik-panel-detail.h"

#include "ik-note.h"
#include "ik-panel-words.h"
#include "ik-recommendation.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* A wrapped label takes time that grows with the square of its longest word, so
 * that the longest notes are shown by their beginning; the report has them whole. */
#define MAX_LETTERS 1500

/* Changes that are told of one subject, the latest ones. */
#define MAX_CHANGES 12

/**
 * IkPanelDetail:
 *
 * What stands behind a row of the matrix: the anchors of its scale, what each
 * member noted about it, and how the agreed score came about. Main loop only.
 */
struct _IkPanelDetail
{
  AdwBin  parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (IkPanelDetail, ik_panel_detail, ADW_TYPE_BIN)

static void
ik_panel_detail_class_init (IkPanelDetailClass *klass)
{
}

static void
ik_panel_detail_init (IkPanelDetail *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
clear (IkPanelDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
add_text (IkPanelDetail *self,
          const char    *text,
          const char    *css_class) /* nullable */
{
  g_autofree char *begin = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *label;

  if (g_utf8_strlen (text, -1) > MAX_LETTERS)
    {
      begin = g_utf8_substring (text, 0, MAX_LETTERS);
      shown = g_strconcat (begin, "…", NULL);
    }

  label = g_object_new (GTK_TYPE_LABEL, "label", shown != NULL ? shown : text, "xalign", 0.0,
                        "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", FALSE, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static void add_line (IkPanelDetail *self,
                      const char    *css_class,
                      const char    *format,
                      ...) G_GNUC_PRINTF (3, 4);

static void
add_line (IkPanelDetail *self,
          const char    *css_class, /* nullable */
          const char    *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_text (self, text, css_class);
}

static void
add_anchors (IkPanelDetail  *self,
             const IkRubric *scale)
{
  add_line (self, "heading", _("Anchors of “%s”"), scale->name);
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const IkRubricLevel *level = scale->levels->pdata[i];

      add_line (self, NULL, "%d · %s%s%s", level->value, level->label,
                *level->anchor != '\0' ? ": " : "", level->anchor);
    }
}

static void
add_item (IkPanelDetail         *self,
          const IkInterviewItem *item)
{
  g_autofree char *notes = ik_notes_to_text (item->notes);

  add_text (self, item->candidate.prompt, "panel-prompt");
  if (ik_interview_item_is_rated (item))
    add_line (self, NULL, _("Rated %d, %s"), item->rating, ik_words_for_outcome (item->outcome));
  else
    add_line (self, NULL, item->not_assessed ? _("Not assessed, %s") : _("Not rated, %s"),
              ik_words_for_outcome (item->outcome));
  if (*item->evidence != '\0')
    add_line (self, NULL, _("Evidence: %s"), item->evidence);

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->ticked_at_us != 0)
        add_line (self, NULL, "%s %s", indicator->side == IK_INDICATOR_RED_FLAG ? "⚑" : "✓",
                  indicator->text);
    }

  if (*notes != '\0')
    add_text (self, notes, NULL);
}

static void
add_member (IkPanelDetail     *self,
            const IkInterview *interview,
            const IkPanelCell *cell)
{
  g_autofree char *text = ik_panel_cell_dup_text (cell);
  g_autofree char *beside = ik_panel_cell_dup_beside (cell);

  add_line (self, "heading", "%s: %s", interview->interviewer_name, text);
  if (beside != NULL)
    add_line (self, "dim-label", _("Mean of its questions: %s"), beside);
  if (cell->scale != NULL)
    add_line (self, "dim-label", _("On the scale “%s”"), cell->scale->name);

  for (guint i = 0; cell->competency != NULL && i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (g_strcmp0 (item->competency_id, cell->competency->competency->id) == 0 &&
          ik_interview_item_was_asked (item))
        add_item (self, item);
    }
}

static const char *
get_field_word (const char *field)
{
  if (g_str_equal (field, "rating"))
    return _("score");
  if (g_str_equal (field, "reason"))
    return _("reason");
  if (g_str_equal (field, "recommendation"))
    return _("recommendation");

  return _("summary");
}

static char *
dup_value_words (const IkDebrief         *debrief,
                 const IkAgreementChange *change,
                 const char              *value)
{
  const IkRubric *scale =
    ik_panel_matrix_get_recommendation_scale (debrief->matrix, debrief->agreement);
  int recommendation;

  if (!g_str_equal (change->field, "recommendation") ||
      !ik_recommendation_from_text (value, &recommendation))
    return g_strdup (value);

  return ik_recommendation_dup_label (scale, recommendation);
}

static void
add_change (IkPanelDetail           *self,
            const IkDebrief         *debrief,
            const IkAgreementChange *change)
{
  const char *field = get_field_word (change->field);
  g_autofree char *before = dup_value_words (debrief, change, change->old_value);
  g_autofree char *after = dup_value_words (debrief, change, change->new_value);
  g_autofree char *at = ik_words_format_time (change->at_us, g_get_real_time ());

  if (*change->old_value == '\0')
    /* Translators: time, person, what was agreed, its value */
    add_line (self, "dim-label", _("%s, %s: %s “%s”"), at, change->changed_by, field, after);
  else if (*change->new_value == '\0')
    /* Translators: time, person, what was agreed, its value */
    add_line (self, "dim-label", _("%s, %s: %s “%s” taken back"), at, change->changed_by, field,
              before);
  else
    /* Translators: time, person, what was changed, old and new value */
    add_line (self, "dim-label", _("%s, %s: %s from “%s” to “%s”"), at, change->changed_by, field,
              before, after);
}

static void
add_changes (IkPanelDetail   *self,
             const IkDebrief *debrief,
             const char      *name)
{
  const IkPanelAgreement *agreement = debrief->agreement;
  guint n_shown = 0;

  for (guint i = agreement->changes->len; i > 0 && n_shown < MAX_CHANGES; i--)
    {
      const IkAgreementChange *change = agreement->changes->pdata[i - 1];

      if (!g_str_equal (change->name, name))
        continue;

      if (n_shown == 0)
        add_text (self, _("How the agreed score came about"), "heading");
      add_change (self, debrief, change);
      n_shown++;
    }
}

/**
 * ik_panel_detail_show_row:
 * @self: a detail
 * @debrief: one that is open
 * @row: one of its rows
 *
 * Shows what stands behind a row.
 */
void
ik_panel_detail_show_row (IkPanelDetail    *self,
                          const IkDebrief  *debrief,
                          const IkPanelRow *row)
{
  const IkRubric *scale = ik_panel_matrix_get_scale (debrief->matrix, row);

  g_return_if_fail (IK_IS_PANEL_DETAIL (self));

  clear (self);
  if (*row->description != '\0')
    add_text (self, row->description, NULL);
  if (scale != NULL)
    add_anchors (self, scale);
  for (guint i = 0; i < row->cells->len; i++)
    add_member (self, ik_panel_matrix_get_column (debrief->matrix, i)->interview,
                ik_panel_row_get_cell (row, i));
  add_changes (self, debrief, row->name);
}

static void
add_findings (IkPanelDetail *self,
              const char    *title,
              GPtrArray     *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];

      if (!ik_finding_is_blank (finding))
        add_line (self, NULL, "%s: %s", title, finding->text);
    }
}

/**
 * ik_panel_detail_show_whole:
 * @self: a detail
 * @debrief: one that is open
 *
 * Shows what each member says about the candidate as a whole.
 */
void
ik_panel_detail_show_whole (IkPanelDetail   *self,
                            const IkDebrief *debrief)
{
  g_return_if_fail (IK_IS_PANEL_DETAIL (self));

  clear (self);
  for (guint i = 0; i < debrief->matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (debrief->matrix, i);
      const IkInterview *interview = column->interview;
      g_autofree char *recommendation = ik_interview_dup_recommendation (interview);

      add_line (self, "heading", "%s: %s", interview->interviewer_name,
                column->is_handed_in ? recommendation : _("Not handed in"));
      if (*interview->summary != '\0')
        add_text (self, interview->summary, NULL);
      add_findings (self, _("Strength"), interview->strengths);
      add_findings (self, _("Concern"), interview->concerns);
    }
  add_changes (self, debrief, "");
}
