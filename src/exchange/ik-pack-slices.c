#include "ik-pack-slices.h"

typedef struct
{
  IkPackSlices *slices;
  IkJsonCursor  cursor;
  const char   *copied; /* up to where the text is in the frame */
} Cutter;

static void
copy_up_to (Cutter     *self,
            const char *end)
{
  g_string_append_len (self->slices->frame, self->copied, end - self->copied);
  self->copied = end;
}

/* Leaves the brackets of the list in the frame. */
static void
cut_questions (Cutter *self,
               GArray *questions)
{
  IkJsonSlice question;

  g_array_set_size (questions, 0);
  ik_json_cursor_enter (&self->cursor, '[');
  copy_up_to (self, self->cursor.p);

  while (ik_json_cursor_next_element (&self->cursor) &&
         ik_json_cursor_skip (&self->cursor, &question))
    {
      g_array_append_val (questions, question);
      self->copied = self->cursor.p;
    }

  if (!self->cursor.has_failed)
    self->copied = self->cursor.p - 1;
}

static void
cut_section (Cutter *self)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (IkJsonSlice));
  IkJsonSlice key;

  g_ptr_array_add (self->slices->sections, questions);
  if (!ik_json_cursor_is_at (&self->cursor, '{'))
    {
      ik_json_cursor_skip (&self->cursor, NULL);
      return;
    }

  ik_json_cursor_enter (&self->cursor, '{');
  while (ik_json_cursor_next_member (&self->cursor, &key))
    {
      if (ik_json_slice_is (key, "questions") && ik_json_cursor_is_at (&self->cursor, '['))
        cut_questions (self, questions);
      else
        ik_json_cursor_skip (&self->cursor, NULL);
    }
}

/* Of members of one name the last one counts, as with json-glib. */
static void
cut_sections (Cutter *self)
{
  g_ptr_array_set_size (self->slices->sections, 0);
  ik_json_cursor_enter (&self->cursor, '[');
  while (ik_json_cursor_next_element (&self->cursor))
    cut_section (self);
}

static void
cut_pack (Cutter *self)
{
  IkJsonSlice key;

  ik_json_cursor_enter (&self->cursor, '{');
  while (ik_json_cursor_next_member (&self->cursor, &key))
    {
      if (ik_json_slice_is (key, "sections") && ik_json_cursor_is_at (&self->cursor, '['))
        cut_sections (self);
      else
        ik_json_cursor_skip (&self->cursor, NULL);
    }
}

/**
 * ik_pack_slices_init:
 * @self: (out caller-allocates): the parts
 * @text: a pack document, which need not be right; has to outlive @self
 * @length: its length in bytes
 * @out_broken: (out): where it is not JSON any more
 *
 * Takes a pack document apart. A list of questions that is named in another
 * way than by its letters stays in the frame. Linear.
 *
 * Returns: whether the frame may be JSON
 */
gboolean
ik_pack_slices_init (IkPackSlices  *self,
                     const char    *text,
                     gsize          length,
                     const char   **out_broken)
{
  Cutter cutter = { .slices = self, .copied = text };

  self->frame = g_string_new (NULL);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  ik_json_cursor_init (&cutter.cursor, text, length);
  if (ik_json_cursor_is_at (&cutter.cursor, '{'))
    cut_pack (&cutter);
  copy_up_to (&cutter, text + length);

  *out_broken = cutter.cursor.p;
  return !cutter.cursor.has_failed;
}

/**
 * ik_pack_slices_clear:
 * @self: the parts
 */
void
ik_pack_slices_clear (IkPackSlices *self)
{
  if (self->frame != NULL)
    g_string_free (g_steal_pointer (&self->frame), TRUE);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
}
