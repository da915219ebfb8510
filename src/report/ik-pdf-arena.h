#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkPdfArena:
 * @blocks: (owned) (element-type guint8): each of at least a block's size
 * @used: bytes used of the last one
 * @size: bytes of the last one
 *
 * Memory that is given back all at once.
 */
typedef struct
{
  GPtrArray *blocks;
  gsize      used;
  gsize      size;
} IkPdfArena;

void      ik_pdf_arena_init  (IkPdfArena *self);
void      ik_pdf_arena_clear (IkPdfArena *self);
void      ik_pdf_arena_reset (IkPdfArena *self);
gpointer  ik_pdf_arena_take  (IkPdfArena *self,
                              gsize       size);
char     *ik_pdf_arena_copy_text (IkPdfArena *self,
                              const char *text,
                              gsize       length);

G_END_DECLS
