#include "ik-window-private.h"

#include <glib/gi18n.h>

#include "ik-comparison-page.h"
#include "ik-live-page.h"
#include "ik-packs-page.h"
#include "ik-page.h"
#include "ik-preferences-window.h"
#include "ik-preparation-page.h"
#include "ik-review-page.h"
#include "ik-sets-page.h"
#include "ik-toast.h"

static void
show_named (IkWindow   *self,
            const char *name)
{
  GtkWidget *page = ik_window_show_page (self, name);

  if (IK_IS_PAGE (page))
    ik_page_go_home (IK_PAGE (page));
}

/* A page to be shown once the review is saved. */
typedef struct
{
  IkWindow *window; /* owned */
  char     *name;
} Leaving;

static void
leaving_free (Leaving *self)
{
  g_object_unref (self->window);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

static void
review_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Leaving) leaving = user_data;

  if (ik_review_page_flush_finish (IK_REVIEW_PAGE (source), result, NULL) &&
      ik_window_get_full (leaving->window) == GTK_WIDGET (source))
    show_named (leaving->window, leaving->name);
}

/* A review that can't be saved is not left: it says why. */
static void
show_page (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  GtkWidget *full = ik_window_get_full (self);
  Leaving *leaving;

  if (!IK_IS_REVIEW_PAGE (full) || ik_review_page_is_saved (IK_REVIEW_PAGE (full)))
    {
      show_named (self, name);
      return;
    }

  leaving = g_new0 (Leaving, 1);
  leaving->window = g_object_ref (self);
  leaving->name = g_strdup (name);
  ik_review_page_flush_async (IK_REVIEW_PAGE (full), review_saved_cb, leaving);
}

static void
open_pack (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *page = ik_window_show_page (IK_WINDOW (widget), "packs");

  ik_packs_page_open (IK_PACKS_PAGE (page), g_variant_get_string (parameter, NULL), NULL);
}

static void
open_set (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GtkWidget *page = ik_window_show_page (IK_WINDOW (widget), "sets");

  ik_sets_page_open (IK_SETS_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
new_set (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkWidget *page = ik_window_show_page (IK_WINDOW (widget), "sets");

  ik_sets_page_create (IK_SETS_PAGE (page), NULL, NULL);
}

static void
new_set_from_pack (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkWidget *page = ik_window_show_page (IK_WINDOW (widget), "sets");
  const char *pack_id;
  const char *title;

  g_variant_get (parameter, "(&s&s)", &pack_id, &title);
  ik_sets_page_create (IK_SETS_PAGE (page), pack_id, title);
}

/* Over the whole bank, whatever page is in view; beside a set it is at hand. */
static void
focus_search (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkWindow *self = IK_WINDOW (widget);
  GtkWidget *page;

  if (g_strcmp0 (ik_window_get_page_name (self), "sets") == 0 &&
      ik_sets_page_go_to_bank (IK_SETS_PAGE (ik_window_show_page (self, "sets"))))
    return;

  page = ik_window_show_page (self, "packs");
  ik_packs_page_focus_search (IK_PACKS_PAGE (page));
}

static void
show_preferences (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));

  if (library != NULL)
    gtk_window_present (GTK_WINDOW (ik_preferences_window_new (GTK_WINDOW (widget), library)));
}

/* Changes that are taken back together. */
typedef struct
{
  IkWindow *window;  /* owned */
  guint     n_steps; /* the one under way included */
} Undo;

static void
undo_free (Undo *self)
{
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Undo) undo = user_data;
  GtkWidget *self = GTK_WIDGET (undo->window);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ik_undo_stack_finish (IK_UNDO_STACK (source), result, &error);
  g_autofree char *title = NULL;

  if (label == NULL)
    {
      ik_toast_show_error (self, error);
      return;
    }

  if (--undo->n_steps > 0)
    {
      ik_undo_stack_undo_async (IK_UNDO_STACK (source), NULL, undone_cb,
                                g_steal_pointer (&undo));
      return;
    }

  /* Translators: the placeholder names a change, such as "Delete Question" */
  title = g_strdup_printf (_("Undone: %s"), label);
  ik_toast_show (self, title);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(IkWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ik_undo_stack_finish (IK_UNDO_STACK (source), result, &error);
  g_autofree char *title = NULL;

  if (label == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: the placeholder names a change, such as "Delete Question" */
  title = g_strdup_printf (_("Done again: %s"), label);
  ik_toast_show (GTK_WIDGET (self), title);
}

/* Once, or as often as the parameter says. */
static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkUndoStack *stack = ik_window_get_undo_stack (IK_WINDOW (widget));
  Undo *undo;

  if (stack == NULL)
    return;

  undo = g_new0 (Undo, 1);
  undo->window = g_object_ref (IK_WINDOW (widget));
  undo->n_steps = parameter != NULL ? g_variant_get_uint32 (parameter) : 1;
  ik_undo_stack_undo_async (stack, NULL, undone_cb, undo);
}

static void
redo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkUndoStack *stack = ik_window_get_undo_stack (IK_WINDOW (widget));

  if (stack != NULL)
    ik_undo_stack_redo_async (stack, NULL, redone_cb, g_object_ref (widget));
}

/* The keys that work just now come first. */
static void
update_shortcuts (IkWindow  *self,
                  GtkWidget *page) /* nullable */
{
  GtkShortcutsWindow *window =
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self));
  const char *section = IK_IS_LIVE_PAGE (page)     ? "interview"
                        : IK_IS_REVIEW_PAGE (page) ? "review"
                                                   : "window";

  if (window != NULL)
    g_object_set (window, "section-name", section, NULL);
}

/* While an interview is held, nothing behind it is undone unseen. */
static void
update_undo (IkWindow *self)
{
  IkUndoStack *stack = ik_window_get_undo_stack (self);
  gboolean may_undo = stack != NULL && !IK_IS_LIVE_PAGE (ik_window_get_full (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 may_undo && ik_undo_stack_get_undo_label (stack) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 may_undo && ik_undo_stack_get_redo_label (stack) != NULL);
}

/**
 * ik_window_update_actions:
 *
 * No key leads away from an interview that is being held, where the candidate
 * may be looking, nor from documents that are not stored yet: these pages
 * end by their own buttons.
 */
void
ik_window_update_actions (IkWindow *self)
{
  static const char *const leading_away[] = { "win.show-page", "win.search", "win.new-set",
                                              "win.compare" };
  GtkWidget *page = ik_window_get_full (self);
  gboolean may_leave = page == NULL || IK_IS_REVIEW_PAGE (page) ||
                       IK_IS_PREPARATION_PAGE (page) || IK_IS_COMPARISON_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (leading_away); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), leading_away[i], may_leave);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", ik_window_can_import (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-address",
                                 ik_window_can_import (self));
  update_undo (self);
  update_shortcuts (self, page);
}

/* A label may hold what a person typed; an underscore in it is no mnemonic. */
static void
append_step (GMenu      *menu,
             const char *verb,
             const char *label, /* nullable */
             const char *action_name)
{
  g_auto(GStrv) parts = g_strsplit (label != NULL ? label : "", "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  /* Translators: Undo or Redo, and the name of a change, such as "Delete Question" */
  g_autofree char *text = g_strdup_printf (C_("undo", "%s %s"), verb, escaped);

  g_menu_append (menu, g_strchomp (text), action_name);
}

static void
undo_stack_changed_cb (IkWindow    *self,
                       GParamSpec  *pspec,
                       IkUndoStack *stack)
{
  GMenu *menu = ik_window_get_undo_section (self);

  update_undo (self);
  g_menu_remove_all (menu);
  append_step (menu, _("_Undo"), ik_undo_stack_get_undo_label (stack), "win.undo");
  append_step (menu, _("_Redo"), ik_undo_stack_get_redo_label (stack), "win.redo");
}

/* Keeps the actions in step with the stack that the window got just now. */
void
ik_window_watch_undo_stack (IkWindow *self)
{
  IkUndoStack *stack = ik_window_get_undo_stack (self);

  g_signal_connect_object (stack, "notify", G_CALLBACK (undo_stack_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ik_window_get_library (self), "recorded",
                           G_CALLBACK (ik_toast_expire_undo), self, G_CONNECT_SWAPPED);
  undo_stack_changed_cb (self, NULL, stack);
}

/* Undo goes by a shortcut of the window in the bubble phase, not by an
 * accelerator of the application: in a text field the key belongs to the
 * text. */
void
ik_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.open-pack", "s", open_pack);
  gtk_widget_class_install_action (widget_class, "win.open-set", "s", open_set);
  gtk_widget_class_install_action (widget_class, "win.new-set", NULL, new_set);
  gtk_widget_class_install_action (widget_class, "win.new-set-from-pack", "(ss)",
                                   new_set_from_pack);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, focus_search);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.undo-steps", "u", undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
