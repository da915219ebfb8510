#include "ik-candidate-window.h"

#include "ik-candidate-text-view.h"
#include "ik-picture-list.h"

/**
 * IkCandidateWindow:
 *
 * The question in focus and nothing else, large, for the candidate: full screen
 * on a screen of its own, or an ordinary window on a laptop that is turned
 * around. All that it knows is an #IkCandidateText; build-aux/check-layers
 * keeps every other header of the model from its sources. Main loop only.
 */
struct _IkCandidateWindow
{
  AdwWindow            parent_instance;

  GtkWidget           *header;
  GtkScrolledWindow   *scroller;
  IkCandidateTextView *text;
  IkPictureList       *pictures;
};

G_DEFINE_FINAL_TYPE (IkCandidateWindow, ik_candidate_window, ADW_TYPE_WINDOW)

static void
fullscreened_cb (IkCandidateWindow *self)
{
  gtk_widget_set_visible (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

static void
toggle_fullscreen (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
ik_candidate_window_class_init (IkCandidateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_TEXT_VIEW);
  g_type_ensure (IK_TYPE_PICTURE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-candidate-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCandidateWindow, header);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateWindow, text);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateWindow, pictures);
  gtk_widget_class_bind_template_callback (widget_class, fullscreened_cb);
  gtk_widget_class_install_action (widget_class, "candidate.fullscreen", NULL, toggle_fullscreen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "candidate.fullscreen", NULL);
}

static void
ik_candidate_window_init (IkCandidateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_candidate_window_new:
 *
 * Returns: (transfer none): an empty window, which the toolkit owns
 */
GtkWidget *
ik_candidate_window_new (void)
{
  return g_object_new (IK_TYPE_CANDIDATE_WINDOW, NULL);
}

/**
 * ik_candidate_window_set_candidate_text:
 * @self: a window
 * @text: the candidate's side of a question
 *
 * Shows @text from its beginning.
 */
void
ik_candidate_window_set_candidate_text (IkCandidateWindow     *self,
                                        const IkCandidateText *text)
{
  g_return_if_fail (IK_IS_CANDIDATE_WINDOW (self));
  g_return_if_fail (text != NULL);

  ik_candidate_text_view_set_candidate_text (self->text, text);
  ik_picture_list_set_attachments (self->pictures, text->attachments);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * ik_candidate_window_set_blank:
 * @self: a window
 * @blank: whether the screen is empty
 *
 * Takes the question off the screen, or shows it again.
 */
void
ik_candidate_window_set_blank (IkCandidateWindow *self,
                               gboolean           blank)
{
  g_return_if_fail (IK_IS_CANDIDATE_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !blank);
}

/**
 * ik_candidate_window_scroll:
 * @self: a window
 * @n_pages: how far, negative for up; a page leaves some lines in view
 *
 * Scrolls the question.
 */
void
ik_candidate_window_scroll (IkCandidateWindow *self,
                            int                n_pages)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (IK_IS_CANDIDATE_WINDOW (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) +
                            n_pages * 0.8 * gtk_adjustment_get_page_size (adjustment));
}

/**
 * ik_candidate_window_set_large_print:
 * @self: a window
 * @large_print: whether the candidate reads large print
 *
 * Sets all text half as large again.
 */
void
ik_candidate_window_set_large_print (IkCandidateWindow *self,
                                     gboolean           large_print)
{
  g_return_if_fail (IK_IS_CANDIDATE_WINDOW (self));

  if (large_print)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-print");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-print");
}
