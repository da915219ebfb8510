#include "ik-note.h"

#include "ik-text.h"

#include <string.h>

/* U+2029 */
#define PARAGRAPH_SEPARATOR "\342\200\251"

/**
 * ik_note_new:
 * @text: one paragraph
 * @at_us: when it was written, microseconds since 1970 UTC
 *
 * Returns: (transfer full): a note with a new id
 */
IkNote *
ik_note_new (const char *text,
             gint64      at_us)
{
  IkNote *self = g_new0 (IkNote, 1);

  self->id = g_uuid_string_random ();
  self->at_us = at_us;
  self->text = g_strdup (text);

  return self;
}

/**
 * ik_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): a copy with the same id
 */
IkNote *
ik_note_copy (const IkNote *self)
{
  IkNote *copy = g_new0 (IkNote, 1);

  copy->id = g_strdup (self->id);
  copy->at_us = self->at_us;
  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * ik_note_free:
 * @self: (transfer full): a note
 */
void
ik_note_free (IkNote *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

/**
 * ik_notes_new:
 *
 * Returns: (transfer full) (element-type IkNote): an empty list
 */
GPtrArray *
ik_notes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_note_free);
}

/**
 * ik_notes_to_text:
 * @notes: (element-type IkNote): paragraphs
 *
 * Returns: (transfer full): the paragraphs joined by line breaks
 */
char *
ik_notes_to_text (GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, ((IkNote *) notes->pdata[i])->text);
    }

  return g_string_free (text, FALSE);
}

/* Bytes of the break that begins at @at, 0 for none: what a text view takes for
 * the end of a paragraph, as pasted text has it. */
static gsize
get_break_length (const char *at)
{
  if (at[0] == '\r' && at[1] == '\n')
    return 2;
  if (*at == '\n' || *at == '\r')
    return 1;

  return g_str_has_prefix (at, PARAGRAPH_SEPARATOR) ? strlen (PARAGRAPH_SEPARATOR) : 0;
}

static GStrv
split_paragraphs (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = text;

  for (const char *at = text; *at != '\0';)
    {
      gsize length = get_break_length (at);

      if (length > 0)
        {
          g_autofree char *paragraph = g_strndup (start, (gsize) (at - start));

          g_strv_builder_add (builder, paragraph);
          start = at + length;
        }
      at += MAX (length, 1);
    }
  if (*text != '\0')
    g_strv_builder_add (builder, start);

  return g_strv_builder_end (builder);
}

static guint
count_common_head (GPtrArray          *notes,
                   const char *const  *lines,
                   guint               n_lines)
{
  guint n = 0;

  while (n < notes->len && n < n_lines &&
         strcmp (((IkNote *) notes->pdata[n])->text, lines[n]) == 0)
    n++;

  return n;
}

static guint
count_common_tail (GPtrArray         *notes,
                   const char *const *lines,
                   guint              n_lines,
                   guint              n_head)
{
  guint n = 0;

  while (n < notes->len - n_head && n < n_lines - n_head &&
         strcmp (((IkNote *) notes->pdata[notes->len - 1 - n])->text,
                 lines[n_lines - 1 - n]) == 0)
    n++;

  return n;
}

/**
 * ik_notes_update:
 * @notes: (element-type IkNote): paragraphs
 * @text: the text as it is now
 * @at_us: now, microseconds since 1970 UTC
 *
 * Makes @notes say @text, whatever ends its paragraphs: "\n", "\r", both, or
 * U+2029. Paragraphs that did not change keep id and time, and
 * so does one that was edited in place; new ones are of @at_us. An empty text
 * leaves no notes. Linear in both.
 *
 * Returns: whether anything changed
 */
gboolean
ik_notes_update (GPtrArray  *notes,
                 const char *text,
                 gint64      at_us)
{
  g_auto(GStrv) lines = split_paragraphs (text);
  guint n_lines = g_strv_length (lines);
  guint n_head = count_common_head (notes, (const char *const *) lines, n_lines);
  guint n_tail = count_common_tail (notes, (const char *const *) lines, n_lines, n_head);
  guint n_old = notes->len - n_head - n_tail;
  guint n_new = n_lines - n_head - n_tail;

  for (guint i = 0; i < MIN (n_old, n_new); i++)
    ik_text_set (&((IkNote *) notes->pdata[n_head + i])->text, lines[n_head + i]);

  if (n_old > n_new)
    g_ptr_array_remove_range (notes, n_head + n_new, n_old - n_new);

  for (guint i = n_old; i < n_new; i++)
    g_ptr_array_insert (notes, (int) (n_head + i), ik_note_new (lines[n_head + i], at_us));

  return n_old > 0 || n_new > 0;
}

/**
 * ik_notes_are_blank:
 * @notes: (element-type IkNote): paragraphs
 *
 * Returns: whether nothing but white space was written
 */
gboolean
ik_notes_are_blank (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const char *text = ((IkNote *) notes->pdata[i])->text;

      if (text[strspn (text, " \t\r\n")] != '\0')
        return FALSE;
    }

  return TRUE;
}
