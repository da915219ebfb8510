#include "ik-note-markup.h"

#include <string.h>

/* What a note says with Markdown looks like that while it is typed: **bold**
 * and entries of lists. The text stays what was typed, signs and all. */

#define BOLD "note-bold"
#define SIGN "note-sign"
#define ENTRY "note-entry"

/* Of an entry of a list, and how far its first line hangs out. */
#define ENTRY_MARGIN 18
#define ENTRY_INDENT -12

/* The signs are there to be read past. */
#define SIGN_COLOR "rgba(127, 127, 127, 0.9)"

static void
apply (GtkTextBuffer *buffer,
       const char    *tag,
       GtkTextIter   *line,
       int            start,
       int            end)
{
  GtkTextIter from = *line;
  GtkTextIter to = *line;

  gtk_text_iter_set_line_index (&from, start);
  gtk_text_iter_set_line_index (&to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

/* Two stars, then something that doesn't begin or end with a space, two stars. */
static void
mark_bold (GtkTextBuffer *buffer,
           GtkTextIter   *line,
           const char    *text)
{
  const char *open = strstr (text, "**");

  while (open != NULL)
    {
      const char *close = strstr (open + 2, "**");

      if (close == NULL)
        return;

      if (close == open + 2 || open[2] == ' ' || close[-1] == ' ')
        {
          open = close;
          continue;
        }

      apply (buffer, SIGN, line, (int) (open - text), (int) (open - text) + 2);
      apply (buffer, BOLD, line, (int) (open - text) + 2, (int) (close - text));
      apply (buffer, SIGN, line, (int) (close - text), (int) (close - text) + 2);
      open = strstr (close + 2, "**");
    }
}

static void
mark_line (GtkTextBuffer *buffer,
           GtkTextIter   *line)
{
  GtkTextIter end = *line;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_remove_tag_by_name (buffer, BOLD, line, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, SIGN, line, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, ENTRY, line, &end);

  text = gtk_text_buffer_get_slice (buffer, line, &end, TRUE);
  if (g_str_has_prefix (text, "- ") || g_str_has_prefix (text, "* "))
    {
      gtk_text_buffer_apply_tag_by_name (buffer, ENTRY, line, &end);
      apply (buffer, SIGN, line, 0, 1);
    }
  mark_bold (buffer, line, text);
}

static void
mark_lines (GtkTextBuffer     *buffer,
            const GtkTextIter *start,
            const GtkTextIter *end)
{
  GtkTextIter line = *start;

  gtk_text_iter_set_line_offset (&line, 0);
  do
    mark_line (buffer, &line);
  while (gtk_text_iter_forward_line (&line) && gtk_text_iter_compare (&line, end) <= 0);
}

static void
inserted_cb (GtkTextBuffer *buffer,
             GtkTextIter   *location,
             const char    *text,
             int            length)
{
  GtkTextIter start = *location;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  mark_lines (buffer, &start, location);
}

static void
deleted_cb (GtkTextBuffer *buffer,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  mark_lines (buffer, start, end);
}

/**
 * ik_note_markup_add:
 * @buffer: the text of a note
 *
 * Makes Markdown in @buffer look like what it means, from now on. Only the
 * paragraphs that change are looked at. It is no part of what undo takes back.
 */
void
ik_note_markup_add (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_create_tag (buffer, BOLD, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, SIGN, "foreground", SIGN_COLOR, NULL);
  gtk_text_buffer_create_tag (buffer, ENTRY, "left-margin", ENTRY_MARGIN, "indent", ENTRY_INDENT,
                              NULL);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), NULL);
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb), NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  mark_lines (buffer, &start, &end);
}
