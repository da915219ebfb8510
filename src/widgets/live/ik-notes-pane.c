#include "ik-notes-pane.h"

#include "ik-comment.h"
#include "ik-note-comments.h"
#include "ik-note-marks.h"
#include "ik-note-markup.h"
#include "ik-note-times.h"

#include <glib/gi18n.h>

/**
 * IkNotesPane:
 *
 * The note of the current question and the general one. Each question has a
 * text buffer of its own, made when first shown, so that its cursor and its
 * undo are still there when the interviewer comes back to it. Each change goes
 * to the live interview at once, which saves it. Main loop only.
 */
struct _IkNotesPane
{
  AdwBin           parent_instance;

  GtkTextView     *note_view;
  GtkTextView     *general_view;
  GtkLabel        *comments_hint;
  IkNoteTimes     *note_times;    /* (unowned): in the margin of the view */
  IkNoteTimes     *general_times; /* (unowned) */

  IkLiveInterview *live;     /* (nullable) (owned) */
  GPtrArray       *comments; /* (element-type IkComment): shared with the buffers */
  GPtrArray       *buffers;  /* (element-type GtkTextBuffer) (nullable elements): by item */
};

G_DEFINE_FINAL_TYPE (IkNotesPane, ik_notes_pane, ADW_TYPE_BIN)

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
note_changed_cb (GtkTextBuffer *buffer,
                 IkNotesPane   *self)
{
  g_autofree char *text = dup_text (buffer);

  ik_live_interview_set_note (self->live, text);
}

static void
general_changed_cb (GtkTextBuffer *buffer,
                    IkNotesPane   *self)
{
  g_autofree char *text = dup_text (buffer);

  ik_live_interview_set_general_note (self->live, text);
}

/* What is there already is no typing: it is not undone, it reports no change. */
static void
fill_buffer (GtkTextBuffer *buffer,
             GPtrArray     *notes)
{
  g_autofree char *text = ik_notes_to_text (notes);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static const IkInterviewItem *
get_item (IkNotesPane *self,
          guint        index)
{
  return ik_live_interview_get_interview (self->live)->items->pdata[index];
}

static GtkTextBuffer *
get_buffer (IkNotesPane *self,
            guint        index)
{
  const IkInterviewItem *item = get_item (self, index);

  if (self->buffers->pdata[index] == NULL)
    {
      GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

      fill_buffer (buffer, item->notes);
      ik_note_markup_add (buffer);
      ik_note_comments_add (buffer, self->comments);
      g_signal_connect (buffer, "changed", G_CALLBACK (note_changed_cb), self);
      self->buffers->pdata[index] = buffer;
    }

  return self->buffers->pdata[index];
}

static void
clear_buffer (gpointer buffer)
{
  if (buffer != NULL)
    g_object_unref (buffer);
}

static void
drop_buffers (IkNotesPane *self)
{
  for (guint i = 0; self->buffers != NULL && i < self->buffers->len; i++)
    {
      if (self->buffers->pdata[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->buffers->pdata[i], note_changed_cb, self);
    }

  g_clear_pointer (&self->buffers, g_ptr_array_unref);
}

/* The others keep theirs; that of what was removed reports nothing any more. */
static void
items_changed_cb (IkNotesPane *self,
                  guint        index,
                  guint        n_removed,
                  guint        n_added)
{
  for (guint i = 0; i < n_removed; i++)
    {
      if (self->buffers->pdata[index + i] != NULL)
        g_signal_handlers_disconnect_by_func (self->buffers->pdata[index + i], note_changed_cb,
                                              self);
    }
  if (n_removed > 0)
    g_ptr_array_remove_range (self->buffers, index, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->buffers, (int) index, NULL);
}

static void
ik_notes_pane_dispose (GObject *object)
{
  IkNotesPane *self = IK_NOTES_PANE (object);

  drop_buffers (self);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_notes_pane_parent_class)->dispose (object);
}

static void
ik_notes_pane_class_init (IkNotesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_notes_pane_dispose;

  g_type_ensure (IK_TYPE_NOTE_MARKS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IkNotesPane, note_view);
  gtk_widget_class_bind_template_child (widget_class, IkNotesPane, general_view);
  gtk_widget_class_bind_template_child (widget_class, IkNotesPane, comments_hint);
}

static void
ik_notes_pane_init (IkNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note_times = ik_note_times_add (self->note_view);
  self->general_times = ik_note_times_add (self->general_view);
  ik_note_markup_add (gtk_text_view_get_buffer (self->general_view));
  self->comments = ik_comments_new ();
  ik_note_comments_add (gtk_text_view_get_buffer (self->general_view), self->comments);
}

/**
 * ik_notes_pane_set_live:
 * @self: a pane
 * @live: the interview whose notes are written
 *
 * Shows the notes of @live.
 */
void
ik_notes_pane_set_live (IkNotesPane     *self,
                        IkLiveInterview *live)
{
  const IkInterview *interview;
  GtkTextBuffer *general;

  g_return_if_fail (IK_IS_NOTES_PANE (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  interview = ik_live_interview_get_interview (live);
  drop_buffers (self);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_func (self->live, items_changed_cb, self);
  g_set_object (&self->live, live);
  g_signal_connect_object (live, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->buffers = g_ptr_array_new_with_free_func (clear_buffer);
  g_ptr_array_set_size (self->buffers, (int) interview->items->len);

  general = gtk_text_view_get_buffer (self->general_view);
  g_signal_handlers_disconnect_by_func (general, general_changed_cb, self);
  fill_buffer (general, interview->notes);
  ik_note_times_set_notes (self->general_times, interview->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->note_times), !interview->from_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->general_times), !interview->from_paper);
  g_signal_connect_object (general, "changed", G_CALLBACK (general_changed_cb), self, 0);

  ik_notes_pane_show_item (self, ik_live_interview_get_current (live));
}

/* The note may have changed behind the view, by an undo for one. */
static void
sync_buffer (IkNotesPane   *self,
             GtkTextBuffer *buffer,
             guint          index)
{
  const IkInterviewItem *item = get_item (self, index);
  g_autofree char *shown = dup_text (buffer);
  g_autofree char *text = ik_notes_to_text (item->notes);

  if (g_str_equal (shown, text))
    return;

  g_signal_handlers_block_by_func (buffer, note_changed_cb, self);
  fill_buffer (buffer, item->notes);
  g_signal_handlers_unblock_by_func (buffer, note_changed_cb, self);
}

/**
 * ik_notes_pane_show_item:
 * @self: a pane
 * @index: index of an item, the current one of the live interview
 *
 * Shows the note of one question; the cursor is where it was left.
 */
void
ik_notes_pane_show_item (IkNotesPane *self,
                         guint        index)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (IK_IS_NOTES_PANE (self));
  g_return_if_fail (self->live != NULL);

  if (index >= self->buffers->len)
    return;

  buffer = get_buffer (self, index);
  sync_buffer (self, buffer, index);
  if (gtk_text_view_get_buffer (self->note_view) == buffer)
    return;

  ik_note_times_set_notes (self->note_times, get_item (self, index)->notes);
  gtk_text_view_set_buffer (self->note_view, buffer);
  gtk_text_view_scroll_mark_onscreen (self->note_view, gtk_text_buffer_get_insert (buffer));
}

/**
 * ik_notes_pane_focus_note:
 * @self: a pane
 *
 * Gives the focus to the note of the question.
 */
void
ik_notes_pane_focus_note (IkNotesPane *self)
{
  g_return_if_fail (IK_IS_NOTES_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

/**
 * ik_notes_pane_focus_general:
 * @self: a pane
 *
 * Gives the focus to the general note.
 */
void
ik_notes_pane_focus_general (IkNotesPane *self)
{
  g_return_if_fail (IK_IS_NOTES_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->general_view));
}

/**
 * ik_notes_pane_take_key:
 * @self: a pane
 * @controller: a controller that handles a key event
 *
 * Types the key of the event into the note of the question, wherever the focus
 * was.
 *
 * Returns: whether the note took it
 */
gboolean
ik_notes_pane_take_key (IkNotesPane           *self,
                        GtkEventControllerKey *controller)
{
  g_return_val_if_fail (IK_IS_NOTES_PANE (self), FALSE);

  ik_notes_pane_focus_note (self);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->note_view));
}

/* The words, as they are typed. */
static void
show_comments (IkNotesPane *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->comments->len; i++)
    g_string_append_printf (words, "%s;%s", i > 0 ? "  " : "",
                            ((IkComment *) self->comments->pdata[i])->word);

  /* Translators: the words of comments, such as ";hint  ;slow" */
  text = g_strdup_printf (_("Comments: %s"), words->str);
  gtk_label_set_text (self->comments_hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->comments_hint), self->comments->len > 0);
}

/**
 * ik_notes_pane_set_comments:
 * @self: a pane
 * @comments: (element-type IkComment): reusable comments
 *
 * Lets a short word become one of @comments in each note.
 */
void
ik_notes_pane_set_comments (IkNotesPane *self,
                            GPtrArray   *comments)
{
  g_return_if_fail (IK_IS_NOTES_PANE (self));

  g_ptr_array_set_size (self->comments, 0);
  for (guint i = 0; i < comments->len; i++)
    {
      const IkComment *comment = comments->pdata[i];

      g_ptr_array_add (self->comments, ik_comment_new (comment->word, comment->text));
    }
  show_comments (self);
}
