#include "ik-pdf-arena.h"

#include <string.h>

#define BLOCK_SIZE 65536

/* Of a pointer or a double. */
#define ALIGNMENT 8

/**
 * ik_pdf_arena_init:
 * @self: (out caller-allocates): an arena
 */
void
ik_pdf_arena_init (IkPdfArena *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->used = 0;
  self->size = 0;
}

/**
 * ik_pdf_arena_clear:
 * @self: an arena
 *
 * Gives everything back, for good.
 */
void
ik_pdf_arena_clear (IkPdfArena *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

/**
 * ik_pdf_arena_reset:
 * @self: an arena
 *
 * Gives everything back but one block, which is used again.
 */
void
ik_pdf_arena_reset (IkPdfArena *self)
{
  if (self->blocks->len > 1)
    {
      g_ptr_array_set_size (self->blocks, 0);
      self->size = 0;
    }
  self->used = 0;
}

/**
 * ik_pdf_arena_take:
 * @self: an arena
 * @size: bytes
 *
 * Returns: (transfer none): memory that is not zeroed, until the reset
 */
gpointer
ik_pdf_arena_take (IkPdfArena *self,
                   gsize       size)
{
  gpointer memory;

  size = MAX ((size + ALIGNMENT - 1) / ALIGNMENT, 1) * ALIGNMENT;
  if (size > self->size - self->used)
    {
      self->size = MAX (size, BLOCK_SIZE);
      self->used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->size));
    }

  memory = (guint8 *) self->blocks->pdata[self->blocks->len - 1] + self->used;
  self->used += size;

  return memory;
}

/**
 * ik_pdf_arena_copy_text:
 * @self: an arena
 * @text: a text
 * @length: bytes of it
 *
 * Returns: (transfer none): a copy, until the reset
 */
char *
ik_pdf_arena_copy_text (IkPdfArena *self,
                        const char *text,
                        gsize       length)
{
  char *copy = ik_pdf_arena_take (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}
