#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkPhrases:
 * @phrases: (array length=n_phrases): the phrases, none of them empty
 * @n_phrases: how many there are
 * @by_byte: the phrases by their first bytes, filled when first needed
 * @starts: where those of each first byte begin in @by_byte
 * @is_sorted: whether these are filled
 *
 * Phrases that are looked for in many texts, all at once. Make it static, with
 * IK_PHRASES().
 */
typedef struct
{
  const char *const *phrases;
  gsize              n_phrases;
  const char       **by_byte;
  guint16            starts[257];
  gsize              is_sorted;
} IkPhrases;

#define IK_PHRASES(array) { .phrases = array, .n_phrases = G_N_ELEMENTS (array) }

gboolean ik_phrases_begin (IkPhrases  *self,
                           const char *text);
gboolean ik_phrases_occur (IkPhrases  *self,
                           const char *text,
                           gsize       length);

G_END_DECLS
