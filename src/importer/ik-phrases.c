#include "ik-phrases.h"

#include <string.h>

static void
sort (IkPhrases *self)
{
  guint16 n_before = 0;

  self->by_byte = g_new (const char *, self->n_phrases);
  for (guint byte = 0; byte < 256; byte++)
    {
      self->starts[byte] = n_before;
      for (gsize i = 0; i < self->n_phrases; i++)
        {
          if ((guint8) self->phrases[i][0] == byte)
            self->by_byte[n_before++] = self->phrases[i];
        }
    }
  self->starts[256] = n_before;
}

static gboolean
begins_with (const char *text,
             const char *phrase)
{
  while (*phrase != '\0' && *text == *phrase)
    {
      text++;
      phrase++;
    }

  return *phrase == '\0';
}

/* The phrase that stands at @text, not behind @end. */
static gboolean
stands_at (const IkPhrases *self,
           const char      *text,
           const char      *end)
{
  guint8 byte = (guint8) *text;

  for (guint i = self->starts[byte]; i < self->starts[byte + 1]; i++)
    {
      const char *phrase = self->by_byte[i];

      if (begins_with (text, phrase) && (gsize) (end - text) >= strlen (phrase))
        return TRUE;
    }

  return FALSE;
}

static void
make_ready (IkPhrases *self)
{
  if (g_once_init_enter (&self->is_sorted))
    {
      sort (self);
      g_once_init_leave (&self->is_sorted, 1);
    }
}

/**
 * ik_phrases_begin:
 * @self: phrases
 * @text: a text
 *
 * Returns: whether @text begins with one of them
 */
gboolean
ik_phrases_begin (IkPhrases  *self,
                  const char *text)
{
  make_ready (self);

  return stands_at (self, text, text + strlen (text));
}

/**
 * ik_phrases_occur:
 * @self: phrases
 * @text: a text
 * @length: how much of it to look at, in bytes
 *
 * Returns: whether one of them stands anywhere in it
 */
gboolean
ik_phrases_occur (IkPhrases  *self,
                  const char *text,
                  gsize       length)
{
  const char *end = text + length;

  make_ready (self);
  for (const char *p = text; p < end; p++)
    {
      if (stands_at (self, p, end))
        return TRUE;
    }

  return FALSE;
}
