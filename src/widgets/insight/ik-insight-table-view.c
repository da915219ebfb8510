#include "ik-insight-table-view.h"

#include "ik-scroll-start.h"

#include <glib/gi18n.h>

/* Letters of a text that a cell has room for at least, and at most. */
#define MIN_CHARS 20
#define MAX_CHARS 48

/* A minus stands before its number also in a line that runs from right to left. */
#define LEFT_TO_RIGHT_MARK "\u200e"

/**
 * IkInsightTableView:
 *
 * Shows the rows of a statistic in columns, numbers at their end. Main loop only.
 */
struct _IkInsightTableView
{
  GtkWidget             parent_instance;

  GtkColumnView        *view;
  const IkInsightTable *table; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IkInsightTableView, ik_insight_table_view, GTK_TYPE_WIDGET)

/* Rows are named by their index. */
static guint
get_row (GtkListItem *item)
{
  return (guint) gtk_list_item_get_position (item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "is-number"));

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_number)
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
    }
  gtk_list_item_set_child (item, label);
}

/* What is read out for a row: each cell under its column's title. */
static char *
describe_row (const IkInsightTable *table,
              guint                 row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (table->columns->len, IK_INSIGHT_TABLE_VIEW_MAX_COLUMNS); i++)
    {
      const IkInsightColumn *column = table->columns->pdata[i];
      const IkInsightCell *cell = ik_insight_table_get_cell (table, row, i);

      if (*cell->text != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", column->title,
                                cell->text);
    }

  return g_string_free (text, FALSE);
}

static void
name_row (IkInsightTableView *self,
          GtkWidget          *label,
          guint               row)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  g_autofree char *name = NULL;

  if (cell == NULL || gtk_widget_get_parent (cell) == NULL)
    return;

  name = describe_row (self->table, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  IkInsightTableView *self = user_data;
  GtkWidget *label = gtk_list_item_get_child (item);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const IkInsightCell *cell = ik_insight_table_get_cell (self->table, get_row (item), column);

  g_autofree char *number = cell->has_number ? g_strconcat (LEFT_TO_RIGHT_MARK, cell->text, NULL)
                                                : NULL;

  gtk_label_set_label (GTK_LABEL (label), number != NULL ? number : cell->text);
  if (!cell->has_number)
    gtk_label_set_width_chars (GTK_LABEL (label),
                               (int) MIN (g_utf8_strlen (cell->text, -1), MIN_CHARS));
  gtk_widget_set_tooltip_text (label, cell->has_number ? NULL : cell->text);
  if (column == 0)
    name_row (self, label, get_row (item));
}

static void
add_column (IkInsightTableView *self,
            guint               index)
{
  const IkInsightColumn *column = self->table->columns->pdata[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) shown = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (factory), "is-number", GINT_TO_POINTER (column->n_digits >= 0));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  shown = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_expand (shown, index == 0);
  gtk_column_view_append_column (self->view, shown);
}

static void
remove_columns (IkInsightTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
fill (IkInsightTableView *self)
{
  g_autoptr(GtkStringList) rows = gtk_string_list_new (NULL);
  g_autoptr(GtkSelectionModel) model = NULL;

  for (guint i = 0; i < self->table->rows->len; i++)
    gtk_string_list_append (rows, "");

  for (guint i = 0; i < MIN (self->table->columns->len, IK_INSIGHT_TABLE_VIEW_MAX_COLUMNS); i++)
    add_column (self, i);

  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->view, model);
}

static void
ik_insight_table_view_dispose (GObject *object)
{
  IkInsightTableView *self = IK_INSIGHT_TABLE_VIEW (object);
  GtkWidget *child;

  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_insight_table_view_parent_class)->dispose (object);
}

static void
ik_insight_table_view_class_init (IkInsightTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_insight_table_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/example/InterviewKit/ui/ik-insight-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkInsightTableView, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_insight_table_view_init (IkInsightTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_scroll_start_keep (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->view))));
}

/**
 * ik_insight_table_view_set_table:
 * @self: a view
 * @table: (nullable): what to show, which outlives the view's use of it
 *
 * Shows the rows of @table.
 */
void
ik_insight_table_view_set_table (IkInsightTableView   *self,
                                 const IkInsightTable *table)
{
  g_return_if_fail (IK_IS_INSIGHT_TABLE_VIEW (self));

  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self);
  self->table = table;
  if (table == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, table->title, -1);
  fill (self);
}
