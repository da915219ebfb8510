#include "ik-id.h"

/* Bits of a half that are set by the form of the identifier, see RFC 9562. */
#define VERSION_4 (4ull << 12)
#define VERSION_BITS (15ull << 12)
#define VARIANT (2ull << 62)

/* One more in the first four digits, which are those that people have to type. */
#define STEP 0x10001u

static guint64
random_bits (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

/* The first eight digits: from a random start upwards, a step for each id. */
static guint32
next_front (void)
{
  static gsize once;
  static guint front; /* atomic */

  if (g_once_init_enter (&once))
    {
      g_atomic_int_set (&front, g_random_int ());
      g_once_init_leave (&once, 1);
    }

  return (guint32) g_atomic_int_add (&front, STEP);
}

/**
 * ik_id_new:
 *
 * Makes a UUID of version 4, for what is made by the thousand. Its first digits
 * go upwards from a random start: what was made together stands together in an
 * index, where chance alone would touch all of its pages, and yet a few digits
 * tell one from the other. Nor is it made by printf, as those of GLib. On any
 * thread.
 *
 * Returns: (transfer full): a new id
 */
char *
ik_id_new (void)
{
  const guint64 halves[] = {
    (guint64) next_front () << 32 | (g_random_int () & ~VERSION_BITS) | VERSION_4,
      VARIANT | random_bits () >> 2,
  };
  char *id = g_malloc (sizeof "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx");
  char *at = id;

  for (guint i = 0; i < 32; i++)
    {
      if (i == 8 || i == 12 || i == 16 || i == 20)
        *at++ = '-';
      *at++ = "0123456789abcdef"[halves[i / 16] >> (60 - i % 16 * 4) & 0xf];
    }
  *at = '\0';

  return id;
}
