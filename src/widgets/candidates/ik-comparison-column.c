#include "ik-comparison-column.h"

#include "ik-comparison-words.h"
#include "ik-inscription.h"
#include "ik-report-words.h"
#include "ik-value.h"

#include <glib/gi18n.h>

/* Letters; a label in each cell would take too long to measure. */
#define NAME_CHARS 24
#define CELL_CHARS 18
#define CELL_LINES 3

/* The first line in strong letters, the second in small ones. */
static char *
join_lines (char *head,
            char *below)
{
  char *markup = *below != '\0' ? g_markup_printf_escaped ("<b>%s</b>\n<small>%s</small>", head,
                                                           below)
                                : g_markup_printf_escaped ("<b>%s</b>", head);

  g_free (head);
  g_free (below);
  return markup;
}

static char *
format_competency (const IkComparisonCell *cell)
{
  g_autofree char *mean = ik_comparison_format_mean (cell);
  g_autofree char *counts = ik_comparison_format_counts (cell);
  g_autofree char *range = ik_comparison_format_range (cell);
  g_autofree char *missing = ik_comparison_format_missing (cell);
  const char *disagree = cell->spread.verdict == IK_PANEL_DISAGREE ? _("Disagreement") : "";
  const char *const parts[] = { range, disagree, missing };
  g_autoptr(GString) below = g_string_new (NULL);

  if (cell->scale == NULL)
    return join_lines (g_strdup ("–"), g_strdup (missing));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (below, "%s%s", below->len > 0 ? ", " : "", parts[i]);
    }

  return join_lines (g_strdup_printf ("%s %s", mean, counts),
                     g_string_free (g_steal_pointer (&below), FALSE));
}

static char *
format (const IkComparisonRow *row,
        guint                  column)
{
  switch (column)
    {
    case IK_COMPARISON_NAME:
      return join_lines (g_strdup (row->entry->candidate_name),
                         ik_comparison_format_knock_outs (row));

    case IK_COMPARISON_RECOMMENDATION:
      return join_lines (ik_comparison_format_recommendations (row), g_strdup (""));

    case IK_COMPARISON_MEAN:
      return join_lines (ik_report_format_mean (&row->mean), ik_comparison_format_answers (row));

    case IK_COMPARISON_INTERVIEWS:
      return join_lines (ik_comparison_format_interviews (row), g_strdup (""));

    case IK_COMPARISON_TIME:
      return join_lines (ik_comparison_format_time (row), g_strdup (""));

    default:
      return format_competency (ik_comparison_row_get_cell (row,
                                                            column - IK_COMPARISON_COMPETENCY));
    }
}

static const char *
get_title (const IkComparison *comparison,
           guint               column)
{
  static const char *const titles[] = {
    N_("Candidate"), N_("Recommendations"), N_("Mean of answers"), N_("Interviews"), N_("Time"),
  };

  if (column < G_N_ELEMENTS (titles))
    return _(titles[column]);

  return ik_comparison_get_competency (comparison, column - IK_COMPARISON_COMPETENCY);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  data)
{
  guint column = GPOINTER_TO_UINT (data);
  gboolean is_name = column == IK_COMPARISON_NAME;
  GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION,
                                  "min-chars", is_name ? NAME_CHARS : CELL_CHARS,
                                  "nat-chars", is_name ? NAME_CHARS : CELL_CHARS,
                                  "min-lines", CELL_LINES,
                                  "nat-lines", CELL_LINES,
                                  "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                  "yalign", 0.0,
                                  NULL);

  gtk_list_item_set_child (list_item, cell);
}

/* What is cut off is said by the tooltip and to a screen reader. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  data)
{
  const IkComparisonRow *row = ik_value_get (gtk_list_item_get_item (list_item));
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *markup = format (row, GPOINTER_TO_UINT (data));
  g_autofree char *text = NULL;

  ik_inscription_set_markup (GTK_INSCRIPTION (cell), markup);
  text = g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
  gtk_widget_set_tooltip_text (cell, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static int
compare_cb (gconstpointer one,
            gconstpointer other,
            gpointer      data)
{
  return ik_comparison_compare (ik_value_get ((IkValue *) one), ik_value_get ((IkValue *) other),
                                GPOINTER_TO_UINT (data));
}

/**
 * ik_comparison_column_new:
 * @comparison: what is shown; must outlive the column
 * @column: #IkComparisonColumn, or that of a competency
 *
 * Returns: (transfer full): a column that shows values with rows of @comparison, and
 *   puts them in an order
 */
GtkColumnViewColumn *
ik_comparison_column_new (const IkComparison *comparison,
                          guint               column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *self = gtk_column_view_column_new (get_title (comparison, column), factory);
  g_autoptr(GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  sorter = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare_cb,
                                              GUINT_TO_POINTER (column), NULL));
  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_expand (self, column == IK_COMPARISON_NAME);

  return self;
}
