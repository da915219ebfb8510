#include "ik-candidate-bar.h"

#include "ik-candidate-window.h"
#include "ik-own-monitors.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkCandidateBar:
 *
 * A line for the interviewer that says what the candidate sees, as long as
 * there is a window for the candidate; otherwise it is not there. It keeps that
 * window: on another screen than its own where there is one, and closed once
 * that screen is gone, so that it never covers what the interviewer reads.
 * Main loop only.
 */
struct _IkCandidateBar
{
  AdwBin           parent_instance;

  GtkLabel        *label;
  GtkToggleButton *blank_button;

  GtkWidget       *window;   /* (nullable): as long as it is open */
  GdkMonitor      *monitor;  /* (nullable) (owned): the screen that it fills */
  gboolean         blank;
  gboolean         large_print;
};

typedef enum
{
  SIGNAL_EXPOSED,
} IkCandidateBarSignal;

static guint signals[SIGNAL_EXPOSED + 1];

G_DEFINE_FINAL_TYPE (IkCandidateBar, ik_candidate_bar, ADW_TYPE_BIN)

static void
show_state (IkCandidateBar *self)
{
  gtk_label_set_text (self->label,
                      self->blank ? _("The candidate sees an empty screen")
                                  : _("The candidate sees this question"));
  gtk_toggle_button_set_active (self->blank_button, self->blank);
  gtk_widget_set_visible (GTK_WIDGET (self), self->window != NULL);
}

static GListModel *
get_monitors (IkCandidateBar *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
}

static gboolean
has_monitor (IkCandidateBar *self,
             GdkMonitor     *monitor)
{
  GListModel *monitors = get_monitors (self);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) other = g_list_model_get_item (monitors, i);

      if (other == monitor)
        return TRUE;
    }

  return FALSE;
}

/* One that the interviewer's window is not on. */
static GdkMonitor *
find_other_monitor (IkCandidateBar *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  if (native == NULL || gtk_native_get_surface (native) == NULL)
    return NULL;

  return ik_own_monitors_find_other (gtk_native_get_surface (native), get_monitors (self));
}

/* Before the desktop puts the window, or the interviewer's, on the screen that
 * is left. */
static void
monitors_cb (IkCandidateBar *self)
{
  gboolean is_there;

  if (self->monitor == NULL)
    return;

  is_there = has_monitor (self, self->monitor);
  if (is_there && g_list_model_get_n_items (get_monitors (self)) > 1)
    return;

  ik_candidate_bar_close (self);
  if (is_there)
    {
      g_signal_emit (self, signals[SIGNAL_EXPOSED], 0);
      ik_toast_show (GTK_WIDGET (self), _("Your screen is gone: the candidate’s window was closed "
                                          "and what is private is hidden (Alt+H)"));
    }
  else
    ik_toast_show (GTK_WIDGET (self), _("The candidate’s screen is gone and their window was "
                                        "closed"));
}

static void
forget_window (IkCandidateBar *self)
{
  self->window = NULL;
  self->blank = FALSE;
  g_clear_object (&self->monitor);
  show_state (self);
}

static void
ik_candidate_bar_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ik_candidate_bar_parent_class)->realize (widget);
  g_signal_connect_object (get_monitors (IK_CANDIDATE_BAR (widget)), "items-changed",
                           G_CALLBACK (monitors_cb), widget, G_CONNECT_SWAPPED);
}

static void
ik_candidate_bar_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (get_monitors (IK_CANDIDATE_BAR (widget)), widget);
  GTK_WIDGET_CLASS (ik_candidate_bar_parent_class)->unrealize (widget);
}

static void
ik_candidate_bar_dispose (GObject *object)
{
  IkCandidateBar *self = IK_CANDIDATE_BAR (object);

  if (self->window != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->window, self);
      gtk_window_destroy (GTK_WINDOW (self->window));
      self->window = NULL;
    }
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (ik_candidate_bar_parent_class)->dispose (object);
}

static void
ik_candidate_bar_class_init (IkCandidateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_candidate_bar_dispose;
  widget_class->realize = ik_candidate_bar_realize;
  widget_class->unrealize = ik_candidate_bar_unrealize;

  /**
   * IkCandidateBar::exposed:
   * @self: the bar
   *
   * The interviewer's screen is gone, and the desktop moves the interviewer's
   * window to the one that the candidate looks at.
   */
  signals[SIGNAL_EXPOSED] =
    g_signal_new ("exposed", IK_TYPE_CANDIDATE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-candidate-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCandidateBar, label);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateBar, blank_button);
}

static void
ik_candidate_bar_init (IkCandidateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_candidate_bar_open:
 * @self: a bar in a window, without one for the candidate
 * @text: the candidate's side of the question in focus
 *
 * Opens the candidate's window: full screen where there is another screen, and
 * then the interviewer's window keeps the keyboard; else to be moved by hand.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
ik_candidate_bar_open (IkCandidateBar        *self,
                       const IkCandidateText *text)
{
  g_return_val_if_fail (IK_IS_CANDIDATE_BAR (self), NULL);
  g_return_val_if_fail (self->window == NULL, self->window);

  self->window = ik_candidate_window_new ();
  self->monitor = find_other_monitor (self);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (forget_window), self,
                           G_CONNECT_SWAPPED);
  ik_candidate_window_set_large_print (IK_CANDIDATE_WINDOW (self->window), self->large_print);
  ik_candidate_window_set_candidate_text (IK_CANDIDATE_WINDOW (self->window), text);
  if (self->monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->window), self->monitor);
  gtk_window_present (GTK_WINDOW (self->window));
  if (self->monitor != NULL)
    gtk_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  else if (g_list_model_get_n_items (get_monitors (self)) > 1)
    ik_toast_show (GTK_WIDGET (self), _("Your window reaches over all screens: move the "
                                        "candidate’s window to theirs, then press F11"));
  show_state (self);

  return self->window;
}

/**
 * ik_candidate_bar_close:
 * @self: a bar
 *
 * Closes the candidate's window, if there is one.
 */
void
ik_candidate_bar_close (IkCandidateBar *self)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
}

/**
 * ik_candidate_bar_get_window:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the candidate's window while it is open
 */
GtkWidget *
ik_candidate_bar_get_window (IkCandidateBar *self)
{
  g_return_val_if_fail (IK_IS_CANDIDATE_BAR (self), NULL);

  return self->window;
}

/**
 * ik_candidate_bar_set_candidate_text:
 * @self: a bar
 * @text: the candidate's side of the question in focus
 *
 * Shows another question in the candidate's window, if there is one.
 */
void
ik_candidate_bar_set_candidate_text (IkCandidateBar        *self,
                                     const IkCandidateText *text)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  if (self->window != NULL)
    ik_candidate_window_set_candidate_text (IK_CANDIDATE_WINDOW (self->window), text);
}

/**
 * ik_candidate_bar_toggle_blank:
 * @self: a bar
 *
 * Empties the candidate's screen, or shows the question again.
 */
void
ik_candidate_bar_toggle_blank (IkCandidateBar *self)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  if (self->window == NULL)
    return;

  self->blank = !self->blank;
  ik_candidate_window_set_blank (IK_CANDIDATE_WINDOW (self->window), self->blank);
  show_state (self);
}

/**
 * ik_candidate_bar_blank:
 * @self: a bar
 *
 * Empties the candidate's screen, if there is one.
 */
void
ik_candidate_bar_blank (IkCandidateBar *self)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  if (!self->blank)
    ik_candidate_bar_toggle_blank (self);
}

/**
 * ik_candidate_bar_scroll:
 * @self: a bar
 * @n_pages: how far, negative for up
 *
 * Scrolls the candidate's window, if there is one.
 */
void
ik_candidate_bar_scroll (IkCandidateBar *self,
                         int             n_pages)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  if (self->window != NULL)
    ik_candidate_window_scroll (IK_CANDIDATE_WINDOW (self->window), n_pages);
}

/**
 * ik_candidate_bar_set_large_print:
 * @self: a bar
 * @large_print: whether the candidate reads large print
 *
 * Sets the size of what the next window shows.
 */
void
ik_candidate_bar_set_large_print (IkCandidateBar *self,
                                  gboolean        large_print)
{
  g_return_if_fail (IK_IS_CANDIDATE_BAR (self));

  self->large_print = large_print;
}
