#include "ik-close-guard.h"

#include "ik-dialogs.h"

#include <glib/gi18n.h>

typedef struct
{
  char             *save_action; /* (owned) */
  IkGetChangesFunc  get_changes;
} Guard;

static void
guard_free (gpointer  data,
            GClosure *closure)
{
  Guard *self = data;

  g_free (self->save_action);
  g_free (self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree char *save_action = user_data;

  switch (ik_dialogs_ask_unsaved_finish (result))
    {
    case IK_UNSAVED_SAVE:
      gtk_widget_activate_action (GTK_WIDGET (source), save_action, NULL);
      break;
    case IK_UNSAVED_DISCARD:
      gtk_window_destroy (GTK_WINDOW (source));
      break;
    case IK_UNSAVED_KEEP_EDITING:
    default:
      break;
    }
}

static gboolean
close_request_cb (GtkWindow *window,
                  Guard     *guard)
{
  IkChanges changes = guard->get_changes (window);

  if (changes == IK_CHANGES_NONE)
    return FALSE;

  ik_dialogs_ask_unsaved_async (GTK_WIDGET (window), changes == IK_CHANGES_FIT, answered_cb,
                                g_strdup (guard->save_action));

  return TRUE;
}

/**
 * ik_close_guard_init:
 * @window: a window in which something is edited until it is saved
 * @save_action: its action that saves, and then destroys it
 * @get_changes: tells what there is to save
 *
 * Asks what becomes of the changes before @window is closed without saving, by
 * Escape, by "Cancel" or by its frame. Call it once, from the thread of GTK.
 */
void
ik_close_guard_init (GtkWindow        *window,
                     const char       *save_action,
                     IkGetChangesFunc  get_changes)
{
  Guard *guard;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (save_action != NULL && get_changes != NULL);

  guard = g_new0 (Guard, 1);
  guard->save_action = g_strdup (save_action);
  guard->get_changes = get_changes;
  g_signal_connect_data (window, "close-request", G_CALLBACK (close_request_cb), guard, guard_free,
                         0);
}
