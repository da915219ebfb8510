#include "ik-window-private.h"

#include <glib/gi18n.h>

#include "ik-focus.h"
#include "ik-live-page.h"
#include "ik-navigator.h"
#include "ik-own-monitors.h"
#include "ik-page.h"
#include "ik-page-header.h"
#include "ik-reminder-sender.h"
#include "ik-toast.h"
#include "ik-widgets.h"
#include "ik-window-pages.h"
#include "ik-window-state.h"

/* As SQLite names the log of changes. */
#define LOG_SUFFIX "-wal"

/**
 * IkWindow:
 *
 * The window: a sidebar and the pages beside it, or one page that takes the
 * whole window. It owns the library and the undo stack, opens the library only
 * after its first frame was drawn, and makes each page when it is first shown.
 * What pages do to each other goes through the window's actions.
 */
struct _IkWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template */
  GtkStack             *outer;
  IkNavigator          *browse;
  GtkListBox           *sidebar;
  GtkStack             *pages;
  AdwStatusPage        *status;
  GtkRevealer          *drop_hint;
  GMenu                *undo_section;

  char                 *library_path; /* owned */
  IkLibrary            *library;      /* owned, nullable until it is open */
  IkUndoStack          *undo_stack;   /* owned, nullable until it is open */
  IkReminderSender     *reminders;    /* owned, nullable until it is open */
  GFileMonitor         *monitor;      /* (nullable) (owned): none while an interview is held */
  GtkWidget            *full;         /* owned by @outer, nullable */
  guint                 start_id;     /* source, 0 if none */
  GPtrArray            *kept_files;   /* (nullable) (element-type GFile): wait for the library */
};

G_DEFINE_FINAL_TYPE (IkWindow, ik_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
create_sidebar_row (const IkWindowPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(page->title));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon_name));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  gtk_widget_set_name (row, page->name);

  return row;
}

static void
sidebar_row_activated_cb (IkWindow      *self,
                          GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The focus goes along where it is in the sidebar: arrows go on from there. */
static void
select_sidebar_row (IkWindow   *self,
                    const char *name)
{
  gboolean has_focus = ik_focus_is_within (self->sidebar);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sidebar));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (!g_str_equal (gtk_widget_get_name (row), name))
        continue;

      gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (row));
      if (has_focus)
        gtk_widget_grab_focus (row);
    }
}

static void
set_page_library (GtkWidget *page,
                  IkLibrary *library)
{
  if (IK_IS_PAGE (page))
    ik_page_set_library (IK_PAGE (page), library);
}

/* Whatever has the whole window keeps it. */
static GtkWidget *
show_beside (IkWindow   *self,
             const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = ik_window_pages_create (name);
      if (page == NULL)
        return NULL;
      gtk_stack_add_named (self->pages, page, name);
      set_page_library (page, self->library);
    }

  select_sidebar_row (self, name);
  gtk_stack_set_visible_child (self->pages, page);
  ik_navigator_show (self->browse, GTK_WIDGET (self->pages));

  return page;
}

/* Runs once the first frame is on its way: what takes time starts here. */
static gboolean
start_cb (gpointer data)
{
  IkWindow *self = data;

  self->start_id = 0;
  if (gtk_stack_get_visible_child (self->pages) == NULL)
    show_beside (self, ik_window_pages[0].name);
  /* Where arrows choose a page; GTK takes the first button it finds. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
  ik_window_open_library (self);

  return G_SOURCE_REMOVE;
}

static gboolean
first_tick_cb (GtkWidget     *widget,
               GdkFrameClock *frame_clock,
               gpointer       data)
{
  IkWindow *self = IK_WINDOW (widget);

  if (self->start_id == 0)
    self->start_id = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
polled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!ik_library_poll_finish (IK_LIBRARY (source), result, &error) &&
      IK_LIBRARY (source) == self->library)
    ik_toast_show_error (GTK_WIDGET (self), error);
}

static void
poll_library (IkWindow *self)
{
  if (self->library != NULL)
    ik_library_poll_async (self->library, NULL, polled_cb, g_object_ref (self));
}

static void
is_active_cb (IkWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    poll_library (self);
}

/* What another program writes goes into the log beside the library first. Nothing
 * wakes up for that during an interview; it is looked for afterwards. */
static void
update_monitor (IkWindow *self)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (self->library == NULL || IK_IS_LIVE_PAGE (self->full))
    {
      g_clear_object (&self->monitor);
      return;
    }
  if (self->monitor != NULL)
    return;

  path = g_strconcat (ik_library_get_path (self->library), LOG_SUFFIX, NULL);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    {
      g_info ("What others write is seen when the window gets the focus: %s", error->message);
      return;
    }

  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (poll_library), self,
                           G_CONNECT_SWAPPED);
  poll_library (self);
}

static gboolean
can_drop (IkWindow *self)
{
  return self->library != NULL && ik_window_can_import (self);
}

/* The page under the pointer, where it has a use of its own for files. */
static IkPage *
find_taker (IkWindow *self,
            double    x,
            double    y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *page = picked != NULL ? gtk_widget_get_ancestor (picked, IK_TYPE_PAGE) : NULL;

  return page != NULL && IK_PAGE_GET_CLASS (page)->take_files != NULL ? IK_PAGE (page) : NULL;
}

static GdkDragAction
drop_motion_cb (IkWindow *self,
                double    x,
                double    y)
{
  gboolean is_taken = self->library != NULL && find_taker (self, x, y) != NULL;

  gtk_revealer_set_reveal_child (self->drop_hint, !is_taken && can_drop (self));

  return is_taken || can_drop (self) ? GDK_ACTION_COPY : 0;
}

static void
drop_leave_cb (IkWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);
}

static gboolean
drop_cb (IkWindow     *self,
         const GValue *value,
         double        x,
         double        y)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  IkPage *taker = find_taker (self, x, y);

  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);
  if (taker == NULL && !can_drop (self))
    return FALSE;

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, file->data);
  if (taker != NULL)
    IK_PAGE_GET_CLASS (taker)->take_files (taker, (GFile **) files->pdata, files->len);
  else
    ik_window_import (self, (GFile **) files->pdata, files->len);

  return TRUE;
}

/* In the capture phase: a text view would take the name of the file else. */
static void
add_drop_target (IkWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* A candidate's window wants to know, long after that. */
static void
ik_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ik_window_parent_class)->realize (widget);

  ik_own_monitors_watch (gtk_native_get_surface (GTK_NATIVE (widget)));
}

/* Each way to the end of the window comes past here. */
static void
ik_window_unmap (GtkWidget *widget)
{
  ik_window_state_save (GTK_WINDOW (widget));

  GTK_WIDGET_CLASS (ik_window_parent_class)->unmap (widget);
}

static void
ik_window_dispose (GObject *object)
{
  IkWindow *self = IK_WINDOW (object);

  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->reminders);
  g_clear_object (&self->undo_stack);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_window_parent_class)->dispose (object);
}

static void
ik_window_finalize (GObject *object)
{
  IkWindow *self = IK_WINDOW (object);

  g_free (self->library_path);
  g_clear_pointer (&self->kept_files, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_window_parent_class)->finalize (object);
}

static void
ik_window_class_init (IkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_window_dispose;
  object_class->finalize = ik_window_finalize;
  widget_class->realize = ik_window_realize;
  widget_class->unmap = ik_window_unmap;

  ik_widgets_init ();
  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, browse);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, status);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, IkWindow, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);

  ik_window_class_install_actions (widget_class);
  ik_window_class_install_import_actions (widget_class);
  ik_window_class_install_library_actions (widget_class);
  ik_window_class_install_interview_actions (widget_class);
  ik_window_class_install_panel_actions (widget_class);
  ik_window_class_install_document_actions (widget_class);
  ik_window_class_install_exchange_actions (widget_class);
}

static void
ik_window_init (IkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; ik_window_pages[i].name != NULL; i++)
    gtk_list_box_append (self->sidebar, create_sidebar_row (&ik_window_pages[i]));

  add_drop_target (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_tick_cb, NULL, NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
}

/**
 * ik_window_new:
 * @application: the application
 * @library_path: file of the library
 *
 * Makes a window that opens the library once its first frame is drawn.
 *
 * Returns: (transfer none): the window; GTK holds it until it is closed
 */
IkWindow *
ik_window_new (GtkApplication *application,
               const char     *library_path)
{
  IkWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (library_path != NULL, NULL);

  self = g_object_new (IK_TYPE_WINDOW, "application", application, NULL);
  self->library_path = g_strdup (library_path);
  /* Not while it is constructed: GTK sets "maximized" back at the end of it. */
  ik_window_state_restore (GTK_WINDOW (self));

  return self;
}

/**
 * ik_window_get_library:
 *
 * Returns: (nullable) (transfer none): the library, %NULL until it is open
 */
IkLibrary *
ik_window_get_library (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return self->library;
}

/**
 * ik_window_get_undo_stack:
 *
 * Returns: (nullable) (transfer none): the stack, %NULL until the library is
 *   open
 */
IkUndoStack *
ik_window_get_undo_stack (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return self->undo_stack;
}

/* What the menu offers to undo and to redo. */
/* Of the page beside the sidebar, NULL before there is one. */
const char *
ik_window_get_page_name (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

GMenu *
ik_window_get_undo_section (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return self->undo_section;
}

const char *
ik_window_get_library_path (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return self->library_path;
}

void
ik_window_set_library_path (IkWindow   *self,
                            const char *path)
{
  g_return_if_fail (IK_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  g_free (self->library_path);
  self->library_path = g_strdup (path);
}

/**
 * ik_window_keep_file:
 * @self: a window whose library is not open yet
 * @file: of a panel
 *
 * Opens the file as soon as the library is there.
 */
void
ik_window_keep_file (IkWindow *self,
                     GFile    *file)
{
  if (self->kept_files == NULL)
    self->kept_files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->kept_files, g_object_ref (file));
}

static void
open_kept_files (IkWindow *self)
{
  g_autoptr(GPtrArray) files = g_steal_pointer (&self->kept_files);

  if (files != NULL)
    ik_window_open_panel_files (self, (GFile **) files->pdata, files->len, NULL);
}

/**
 * ik_window_take_library:
 * @library: (nullable) (transfer full): the library that was opened, %NULL to
 *   let go of the one that is open
 *
 * Hands the library to all pages.
 */
void
ik_window_take_library (IkWindow  *self,
                        IkLibrary *library)
{
  g_return_if_fail (IK_IS_WINDOW (self));

  /* What is shown belongs to the old library, if there was one. */
  if (self->full != NULL && self->library != NULL)
    ik_window_show_browse (self);

  g_clear_object (&self->reminders);
  g_clear_object (&self->undo_stack);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       page != NULL;
       page = gtk_widget_get_next_sibling (page))
    set_page_library (page, library);

  g_clear_object (&self->monitor);
  if (self->library != NULL)
    ik_library_close (self->library);
  g_clear_object (&self->library);
  self->library = library;
  update_monitor (self);

  if (library != NULL)
    {
      self->undo_stack = ik_undo_stack_new (library);
      ik_window_watch_undo_stack (self);
      self->reminders =
        ik_reminder_sender_new (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                library);
      if (self->full != NULL)
        {
          set_page_library (self->full, library);
          return;
        }
      gtk_stack_set_visible_child_name (self->outer, "browse");
      ik_window_continue_interview (self);
      open_kept_files (self);
    }
}

/**
 * ik_window_show_status:
 * @title: what is wrong
 * @description: the sentence, with what to do
 *
 * Shows why there is no library, and the ways on.
 */
void
ik_window_show_status (IkWindow   *self,
                       const char *title,
                       const char *description)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (IK_IS_WINDOW (self));

  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_stack_set_visible_child_name (self->outer, "status");
}

/**
 * ik_window_show_page:
 * @name: name of a page beside the sidebar
 *
 * Brings a page into view.
 *
 * Returns: (nullable) (transfer none): the page, %NULL if there is none of
 *   that name
 */
GtkWidget *
ik_window_show_page (IkWindow   *self,
                     const char *name)
{
  GtkWidget *page;

  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  page = show_beside (self, name);
  if (page != NULL && self->full != NULL)
    ik_window_show_browse (self);

  return page;
}

/* An interview is quiet, and what it holds can't be undone. */
static void
full_changed (IkWindow *self)
{
  ik_window_update_actions (self);
  update_monitor (self);
  if (self->reminders != NULL)
    ik_reminder_sender_set_quiet (self->reminders, IK_IS_LIVE_PAGE (self->full));
}

/* A stack gives the focus back to where it was, and keys reach nothing where
 * that is in a menu that has closed since: its button keeps the focus. */
static void
leave_menu (IkWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (menu != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (menu));
}

/**
 * ik_window_show_full:
 * @page: a floating widget
 *
 * Gives the whole window to a page, such as an interview that is being held.
 */
void
ik_window_show_full (IkWindow  *self,
                     GtkWidget *page)
{
  GtkWidget *previous;

  g_return_if_fail (IK_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  /* It would cover the bar of the page. */
  ik_toast_dismiss (GTK_WIDGET (self));
  leave_menu (self);
  previous = g_steal_pointer (&self->full);
  self->full = page;
  full_changed (self);
  gtk_stack_add_child (self->outer, page);
  set_page_library (page, self->library);
  gtk_stack_set_visible_child (self->outer, page);
  /* The page knows where to type; the stack has just moved the focus on from
   * there to the next widget, as it does where the old child had the focus. */
  gtk_widget_grab_focus (page);

  if (previous != NULL)
    gtk_stack_remove (self->outer, previous);
}

void
ik_window_show_browse (IkWindow *self)
{
  GtkWidget *previous;

  g_return_if_fail (IK_IS_WINDOW (self));

  previous = g_steal_pointer (&self->full);
  full_changed (self);
  gtk_stack_set_visible_child_name (self->outer, "browse");
  if (previous != NULL)
    gtk_stack_remove (self->outer, previous);
}

/**
 * ik_window_leave_page:
 * @page: a page that has the whole window, or one that is shown alone
 *
 * Goes back to the pages beside the sidebar; a page that is in no window stays.
 */
void
ik_window_leave_page (GtkWidget *page)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (page));

  root = gtk_widget_get_root (page);
  if (IK_IS_WINDOW (root))
    ik_window_show_browse (IK_WINDOW (root));
}

/**
 * ik_window_get_full:
 *
 * Returns: (nullable) (transfer none): the page that has the whole window
 */
GtkWidget *
ik_window_get_full (IkWindow *self)
{
  g_return_val_if_fail (IK_IS_WINDOW (self), NULL);

  return self->full;
}
