#include "ik-comparison-page.h"

#include "ik-comparison-column.h"
#include "ik-comparisons.h"
#include "ik-page-header.h"
#include "ik-scroll-start.h"
#include "ik-stack.h"
#include "ik-toast.h"
#include "ik-value.h"
#include "ik-window.h"

#include <glib/gi18n.h>

/**
 * IkComparisonPage:
 *
 * The candidates for a role side by side, a row for each, by what was handed in.
 * Each column puts them in an order, by its title or by the menu, for which there
 * is a key.
 */
struct _IkComparisonPage
{
  IkPage         parent_instance;

  IkPageHeader  *header;
  GtkMenuButton *sort_button;
  GtkDropDown   *roles;
  GtkStack      *stack;
  AdwStatusPage *nothing;
  GtkColumnView *view;

  char          *role;       /* which is shown, "" for the first one */
  IkComparison  *comparison; /* (nullable) (owned) */
  GListStore    *store;      /* (owned) (element-type IkValue) of IkComparisonRow */
  gint           sorted;     /* column, -1 for none */
  gboolean       is_descending;
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (IkComparisonPage, ik_comparison_page, IK_TYPE_PAGE)

/* What the page shows, gathered on another thread. */
typedef struct
{
  GStrv         roles;
  char         *role;
  IkComparison *comparison; /* (nullable) */
  char         *reason;     /* (nullable): why there is none */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_strfreev (self->roles);
  g_free (self->role);
  g_clear_pointer (&self->comparison, ik_comparison_free);
  g_free (self->reason);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

/* That there is nothing to compare is an answer as well. */
static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const char *wanted = data;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(Result) result = g_new0 (Result, 1);

  result->roles = ik_comparisons_list_roles (library, cancellable, error);
  if (result->roles == NULL)
    return NULL;

  if (*wanted == '\0' && result->roles[0] != NULL)
    wanted = result->roles[0];
  result->role = g_strdup (wanted);
  if (*wanted == '\0')
    {
      result->reason = g_strdup (_("No candidate and no question set has a role yet."));
      return g_steal_pointer (&result);
    }

  result->comparison = ik_comparisons_load (library, wanted, cancellable, &local_error);
  if (result->comparison == NULL)
    {
      if (!g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND) &&
          !g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      result->reason = g_strdup (local_error->message);
    }

  return g_steal_pointer (&result);
}

static GtkColumnViewColumn *
get_column (IkComparisonPage *self,
            guint             index)
{
  g_autoptr(GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), index);

  return column; /* the view keeps it */
}

static guint
count_columns (IkComparisonPage *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

static void
sort (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkComparisonPage *self = IK_COMPARISON_PAGE (widget);
  gint index = g_variant_get_int32 (parameter);

  if (index < 0 || (guint) index >= count_columns (self))
    return;

  /* The same one again turns the order round, as a click on the title does. */
  self->is_descending = self->sorted == index && !self->is_descending;
  self->sorted = index;
  gtk_column_view_sort_by_column (self->view, get_column (self, (guint) index),
                                  self->is_descending ? GTK_SORT_DESCENDING
                                                      : GTK_SORT_ASCENDING);
}

static void
fill_sort_menu (IkComparisonPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < count_columns (self); i++)
    {
      g_autoptr(GMenuItem) item = NULL;

      /* A name may hold an underscore, which is no mnemonic. */
      g_auto(GStrv) parts = g_strsplit (gtk_column_view_column_get_title (get_column (self, i)),
                                        "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "comparison.sort", "i", (gint) i);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

static void
fill_columns (IkComparisonPage *self)
{
  guint n_competencies = ik_comparison_get_n_competencies (self->comparison);

  while (count_columns (self) > 0)
    gtk_column_view_remove_column (self->view, get_column (self, 0));

  for (guint i = 0; i < IK_COMPARISON_COMPETENCY + n_competencies; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = ik_comparison_column_new (self->comparison, i);

      gtk_column_view_append_column (self->view, column);
    }

  self->sorted = -1;
  self->is_descending = FALSE;
  fill_sort_menu (self);
}

/* The rows belong to the comparison, which lives longer than what shows them. */
static void
leave_row (gpointer row)
{
}

static void
fill_rows (IkComparisonPage *self)
{
  GPtrArray *rows = self->comparison->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(IkValue) value = ik_value_new (rows->pdata[i], leave_row);

      g_list_store_append (self->store, value);
    }
}

static void
show_roles (IkComparisonPage *self,
            const Result     *result)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new ((const char *const *) result->roles);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; result->roles[i] != NULL; i++)
    {
      if (ik_comparison_is_for (result->role, result->roles[i], ""))
        selected = i;
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->roles, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->roles, selected);
  self->updating = FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkComparisonPage *self = IK_COMPARISON_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Result) loaded = ik_job_run_finish (result, &error);
  gboolean has_table;

  if (loaded == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_list_store_remove_all (self->store);
  g_clear_pointer (&self->comparison, ik_comparison_free);
  self->comparison = g_steal_pointer (&loaded->comparison);
  g_free (self->role);
  self->role = g_strdup (loaded->role);
  show_roles (self, loaded);

  has_table = self->comparison != NULL;
  if (has_table)
    {
      fill_columns (self);
      fill_rows (self);
    }
  else
    {
      adw_status_page_set_description (self->nothing, loaded->reason);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->sort_button), has_table);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.export", has_table);
  ik_stack_show (self->stack, has_table ? "table" : "nothing");
}

static void
ik_comparison_page_load (IkPage *page)
{
  ik_page_load (page, load_job, g_strdup (IK_COMPARISON_PAGE (page)->role), g_free, result_free,
                loaded_cb);
}

static void
role_chosen_cb (IkComparisonPage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->roles);

  if (self->updating || chosen == NULL ||
      g_str_equal (gtk_string_object_get_string (chosen), self->role))
    return;

  g_free (self->role);
  self->role = g_strdup (gtk_string_object_get_string (chosen));
  ik_page_reload (IK_PAGE (self));
}

/* A long role gives way where the window is narrow. */
static void
setup_role_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               IkComparisonPage         *self)
{
  gtk_list_item_set_child (list_item,
                           g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                         "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_role_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              IkComparisonPage         *self)
{
  GtkStringObject *role = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (role));
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_window_leave_page (widget);
}

static void
export (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-comparison", "s",
                              IK_COMPARISON_PAGE (widget)->role);
}

static gboolean
ik_comparison_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IK_COMPARISON_PAGE (widget)->roles));
}

static void
ik_comparison_page_dispose (GObject *object)
{
  IkComparisonPage *self = IK_COMPARISON_PAGE (object);

  /* The rows point into the comparison. */
  if (self->store != NULL)
    g_list_store_remove_all (self->store);

  G_OBJECT_CLASS (ik_comparison_page_parent_class)->dispose (object);
}

static void
ik_comparison_page_finalize (GObject *object)
{
  IkComparisonPage *self = IK_COMPARISON_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->comparison, ik_comparison_free);
  g_free (self->role);

  G_OBJECT_CLASS (ik_comparison_page_parent_class)->finalize (object);
}

static void
ik_comparison_page_class_init (IkComparisonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_PAGE_HEADER);

  object_class->dispose = ik_comparison_page_dispose;
  object_class->finalize = ik_comparison_page_finalize;
  widget_class->grab_focus = ik_comparison_page_grab_focus;
  IK_PAGE_CLASS (klass)->load = ik_comparison_page_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, roles);
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, IkComparisonPage, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_role_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_role_cb);
  gtk_widget_class_install_action (widget_class, "comparison.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "comparison.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "comparison.sort", "i", sort);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "comparison.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "comparison.export", NULL);
}

static void
ik_comparison_page_init (IkComparisonPage *self)
{
  g_autoptr(GtkSorter) sorter = NULL;
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  ik_scroll_start_keep (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->view))));
  self->sorted = -1;
  self->role = g_strdup ("");
  self->store = g_list_store_new (IK_TYPE_VALUE);
  sorter = g_object_ref (gtk_column_view_get_sorter (self->view));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_steal_pointer (&sorter));
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted))));
  g_signal_connect_swapped (self->roles, "notify::selected", G_CALLBACK (role_chosen_cb), self);
}

/**
 * ik_comparison_page_new:
 * @role: a role, "" for the first one there is
 *
 * Returns: (transfer floating): a page that compares the candidates for @role
 */
GtkWidget *
ik_comparison_page_new (const char *role)
{
  IkComparisonPage *self = g_object_new (IK_TYPE_COMPARISON_PAGE, NULL);

  g_free (self->role);
  self->role = g_strdup (role);
  return GTK_WIDGET (self);
}
