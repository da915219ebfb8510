#include "ik-test-window.h"

#include <glib/gstdio.h>

#include "ik-import.h"
#include "ik-pack-page.h"
#include "ik-set-bank.h"
#include "ik-set-entry.h"
#include "ik-set-page.h"
#include "ik-starter-list.h"
#include "ik-welcome.h"

static GtkApplication *application;

/* What the program does before its first window. */
void
ik_test_window_init (int    *argc,
                     char ***argv)
{
  ik_test_widgets_init (argc, argv);

  application = GTK_APPLICATION (adw_application_new ("com.example.InterviewKit.Test",
                                                      G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/com/example/InterviewKit/icons");
}

static gboolean
is_open (gpointer data)
{
  return ik_window_get_library (data) != NULL;
}

gboolean
ik_test_window_is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ik_test_window_open (IkTestWindow *self)
{
  self->window = ik_window_new (application, self->path);
  gtk_window_present (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  ik_test_widgets_wait (is_open, self->window);
}

void
ik_test_window_set_up (IkTestWindow  *self,
                       gconstpointer  data)
{
  self->directory = g_dir_make_tmp ("ik-window-XXXXXX", NULL);
  self->path = g_build_filename (self->directory, "library.db", NULL);
  ik_test_window_open (self);
}

void
ik_test_window_tear_down (IkTestWindow  *self,
                          gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &self->window);

  dir = g_dir_open (self->directory, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->directory);
  g_free (self->directory);
  g_free (self->path);
}

/* A page in view. */
typedef struct
{
  IkWindow *window;
  GType     type;
} Wanted;

static gboolean
is_in_view (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *widget = ik_test_widgets_find (GTK_WIDGET (wanted->window), wanted->type, NULL);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

void
ik_test_window_wait_for (IkTestWindow *self,
                         GType         page_type)
{
  Wanted wanted = { self->window, page_type };

  ik_test_widgets_wait (is_in_view, &wanted);
}

/* The list of a page; lists of drop-downs that are closed are not in view. That of
 * a set is not the bank beside it. */
GtkWidget *
ik_test_window_find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!IK_IS_SET_BANK (child))
        found = ik_test_window_find_list (child);
    }

  return found;
}

/* The button, in view, that does something. */
GtkWidget *
ik_test_window_find_button (GtkWidget  *widget,
                            const char *action_name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ik_test_window_find_button (child, action_name);

  return found;
}

GListModel *
ik_test_window_get_model (IkTestWindow *self,
                          GType         page_type)
{
  GtkWidget *page = ik_test_widgets_find (GTK_WIDGET (self->window), page_type, NULL);
  GtkWidget *list = page != NULL ? ik_test_window_find_list (page) : NULL;

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

gboolean
ik_test_window_has_questions (gpointer data)
{
  GListModel *model = ik_test_window_get_model (data, IK_TYPE_PACK_PAGE);

  return model != NULL && g_list_model_get_n_items (model) > 0;
}

gboolean
ik_test_window_has_lines (gpointer data)
{
  GListModel *model = ik_test_window_get_model (data, IK_TYPE_SET_PAGE);

  return model != NULL && g_list_model_get_n_items (model) > 0;
}

static gboolean
offers_starters (gpointer data)
{
  IkTestWindow *self = data;

  return ik_test_window_find_button (GTK_WIDGET (self->window), "starters.add") != NULL;
}

void
ik_test_window_add_starter_pack (IkTestWindow *self)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autofree char *uri = g_file_get_uri (g_ptr_array_index (starters, 0));
  GtkWidget *welcome;
  GtkWidget *list;

  ik_window_show_page (self->window, "packs");
  ik_test_window_wait_for (self, IK_TYPE_WELCOME);
  welcome = ik_test_widgets_find (GTK_WIDGET (self->window), IK_TYPE_WELCOME, NULL);
  ik_test_widgets_wait (offers_starters, self);
  list = ik_test_widgets_find (welcome, IK_TYPE_STARTER_LIST, NULL);
  g_assert_true (gtk_widget_activate_action (list, "starters.add", "s", uri));
  ik_test_widgets_wait (ik_test_window_has_questions, self);
  ik_test_widgets_settle ();
}

GtkWidget *
ik_test_window_find (IkTestWindow *self,
                     GType         type)
{
  return ik_test_widgets_find (GTK_WIDGET (self->window), type, NULL);
}

void
ik_test_window_open_full_set (IkTestWindow *self)
{
  ik_test_window_add_starter_pack (self);
  gtk_widget_activate_action (ik_test_window_find (self, IK_TYPE_PACK_PAGE), "pack.create-set",
                              NULL);
  ik_test_widgets_wait (ik_test_window_has_lines, self);
  ik_test_widgets_settle ();
}

void
ik_test_window_open_new_set (IkTestWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-set", NULL);
  ik_test_window_wait_for (self, IK_TYPE_SET_PAGE);
  ik_test_widgets_settle ();
}

gboolean
ik_test_window_has_focus_in_lines (gpointer data)
{
  IkTestWindow *self = data;
  GtkWidget *page = ik_test_window_find (self, IK_TYPE_SET_PAGE);
  GtkWidget *list = page != NULL ? ik_test_window_find_list (page) : NULL;
  GtkWidget *focus = ik_test_window_get_focus (self);

  return focus != NULL && list != NULL && gtk_widget_is_ancestor (focus, list);
}

char *
ik_test_window_dup_line_id (IkTestWindow *self,
                            guint         position)
{
  g_autoptr(IkSetEntry) entry =
    g_list_model_get_item (ik_test_window_get_model (self, IK_TYPE_SET_PAGE), position);

  return g_strdup (entry != NULL ? ik_set_entry_get_id (entry) : NULL);
}

GtkWidget *
ik_test_window_get_focus (IkTestWindow *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}
