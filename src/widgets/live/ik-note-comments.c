#include "ik-note-comments.h"

#include "ik-comment.h"

/* A semicolon, a stored word and a space become the comment: nobody types a
 * semicolon right before a word for anything else. */
#define SIGN ';'

typedef struct
{
  GPtrArray *comments;  /* (element-type IkComment) */
  gboolean   has_space; /* a space was just typed */
} Expander;

static void
expander_free (gpointer  data,
               GClosure *closure)
{
  Expander *self = data;

  g_ptr_array_unref (self->comments);
  g_free (self);
}

/* By itself: what is pasted, or comes back by an undo, stays what it is. */
static void
inserted_cb (GtkTextBuffer *buffer,
             GtkTextIter   *location,
             const char    *text,
             int            length,
             Expander      *self)
{
  self->has_space = length == 1 && (*text == ' ' || *text == '\n');
}

/* From the sign to the space that was typed. */
static gboolean
find_word (GtkTextBuffer *buffer,
           GtkTextIter   *start,
           GtkTextIter   *end)
{
  GtkTextIter limit;

  gtk_text_buffer_get_iter_at_mark (buffer, end, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_backward_char (end);
  *start = limit = *end;
  gtk_text_iter_set_line_offset (&limit, 0);

  while (gtk_text_iter_compare (start, &limit) > 0)
    {
      gtk_text_iter_backward_char (start);
      if (gtk_text_iter_get_char (start) == SIGN)
        return TRUE;
      if (g_unichar_isspace (gtk_text_iter_get_char (start)))
        return FALSE;
    }

  return FALSE;
}

/* Part of what the key does, so that one undo brings back the word alone. */
static void
end_user_action_cb (GtkTextBuffer *buffer,
                    Expander      *self)
{
  g_autofree char *word = NULL;
  const IkComment *comment;
  GtkTextIter start;
  GtkTextIter end;

  if (!self->has_space)
    return;

  self->has_space = FALSE;
  if (!find_word (buffer, &start, &end))
    return;

  word = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  comment = ik_comments_find (self->comments, word + 1);
  if (comment == NULL)
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, comment->text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * ik_note_comments_add:
 * @buffer: the text of a note
 * @comments: (element-type IkComment): reusable comments, referenced
 *
 * Lets ";word" and a space, or the end of the paragraph, become the comment
 * that the word stands for. One undo takes that back.
 */
void
ik_note_comments_add (GtkTextBuffer *buffer,
                      GPtrArray     *comments)
{
  Expander *self;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (comments != NULL);

  self = g_new0 (Expander, 1);
  self->comments = g_ptr_array_ref (comments);
  g_signal_connect_data (buffer, "insert-text", G_CALLBACK (inserted_cb), self, NULL,
                         G_CONNECT_AFTER);
  g_signal_connect_data (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self,
                         expander_free, 0);
}
