#include "ik-test-import.h"

#define FIRST "1. What happens between a write call and the moment the data is safe on a disk?"

static void
finished_cb (IkTestImport *self,
             const char   *pack_id)
{
  self->pack_id = g_strdup (pack_id);
  self->is_over = TRUE;
}

static GtkWidget *
find_with (GtkWidget  *widget,
           GType       type,
           const char *property)
{
  GtkWidget *found = NULL;
  gboolean is_set = FALSE;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_object_get (widget, property, &is_set, NULL);
      return is_set ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_with (child, type, property);

  return found;
}

void
ik_test_import_set_up (IkTestImport  *self,
                       gconstpointer  data)
{
  GtkWidget *overlay;

  ik_test_library_set_up (&self->base, data);
  self->page = ik_import_page_new ();
  g_signal_connect_swapped (self->page, "finished", G_CALLBACK (finished_cb), self);
  self->questions = IK_DRAFT_LIST (ik_test_widgets_find (self->page, IK_TYPE_DRAFT_LIST, NULL));
  self->left_over = IK_DRAFT_LIST (find_with (self->page, IK_TYPE_DRAFT_LIST, "left-over"));
  self->source = IK_SOURCE_LIST (ik_test_widgets_find (self->page, IK_TYPE_SOURCE_LIST, NULL));
  overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), self->page);
  self->window = ik_test_widgets_show (overlay);
  ik_page_set_library (IK_PAGE (self->page), self->base.library);
}

void
ik_test_import_tear_down (IkTestImport  *self,
                          gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ik_test_widgets_settle ();
  g_free (self->pack_id);
  ik_test_library_tear_down (&self->base, data);
}

/* What is seen */

GtkListView *
ik_test_import_get_view (gpointer list)
{
  return GTK_LIST_VIEW (ik_test_widgets_find (list, GTK_TYPE_LIST_VIEW, NULL));
}

static gboolean
has_row (GtkWidget  *list,
         const char *label)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (ik_test_import_get_view (list)));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *mismatch =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (mismatch == NULL)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  gpointer    list;
  const char *label;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return has_row (wanted->list, wanted->label);
}

void
ik_test_import_wait_for_row (gpointer    list,
                             const char *label)
{
  Wanted wanted = { list, label };

  g_test_message ("waiting for “%s”", label);
  ik_test_widgets_wait (is_shown, &wanted);
  ik_test_widgets_settle ();
}

/* Whether the line that is selected can be read. */
gboolean
ik_test_import_is_line_in_view (IkTestImport *self)
{
  GtkWidget *view = GTK_WIDGET (ik_test_import_get_view (self->source));
  GtkWidget *row = gtk_widget_get_first_child (view);
  graphene_rect_t bounds;

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_compute_bounds (row, view, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (view);
}

/* What is done */

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_height (GTK_WIDGET (ik_test_import_get_view (data))) > 0;
}

void
ik_test_import_open_document (IkTestImport *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "look-alike.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  ik_import_page_add_file (IK_IMPORT_PAGE (self->page), file);
  ik_test_import_wait_for_row (self->questions, FIRST
                               " – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");
  ik_test_widgets_wait (is_laid_out, self->source);
}

void
ik_test_import_open_text (IkTestImport *self,
                          const char   *name,
                          const char   *text)
{
  g_autofree char *path = g_build_filename (self->base.directory, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  ik_import_page_add_file (IK_IMPORT_PAGE (self->page), file);
}

void
ik_test_import_select_line (IkTestImport *self,
                            guint         line)
{
  GtkSelectionModel *model = gtk_list_view_get_model (ik_test_import_get_view (self->source));

  gtk_selection_model_select_item (model, line - 1, TRUE);
  ik_test_widgets_settle ();
}

void
ik_test_import_press (const char *key)
{
  g_autofree char *command = g_strdup_printf ("xdotool key %s", key);
  g_autoptr(GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  ik_test_widgets_settle ();
}

/* There is no action of a page to ask; a button that does it knows. */
GtkWidget *
ik_test_import_find_button (GtkWidget  *widget,
                            const char *action_name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ik_test_import_find_button (child, action_name);

  return found;
}

gboolean
ik_test_import_has_label (GtkWidget  *widget,
                          const char *text)
{
  gboolean has = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                 g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !has;
       child = gtk_widget_get_next_sibling (child))
    has = ik_test_import_has_label (child, text);

  return has;
}

typedef struct
{
  GtkWidget  *widget;
  const char *text;
} WantedLabel;

static gboolean
is_label_shown (gpointer data)
{
  const WantedLabel *wanted = data;

  return ik_test_import_has_label (wanted->widget, wanted->text);
}

void
ik_test_import_wait_for_label (GtkWidget  *widget,
                               const char *text)
{
  WantedLabel wanted = { widget, text };

  g_test_message ("waiting for “%s”", text);
  ik_test_widgets_wait (is_label_shown, &wanted);
  ik_test_widgets_settle ();
}
