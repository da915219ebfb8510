#include "ik-id.h"

/* Bits of a half that are set by the form of the identifier, see RFC 9562. */
#define VERSION_7 (7ull << 12)
#define VARIANT (2ull << 62)

static guint64
random_bits (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

/**
 * ik_id_new:
 *
 * Makes a UUID of version 7: the time, to the microsecond,
 * and 62 bits of chance. For what is made by the thousand: what was made
 * together stands together in an index, where UUIDs of nothing but chance
 * would touch all of its pages. Nor are they made by printf, as those of GLib.
 *
 * Returns: (transfer full): a new id
 */
char *
ik_id_new (void)
{
  gint64 now_us = g_get_real_time ();
  guint64 milliseconds = (guint64) (now_us / 1000);
  guint64 fraction = (guint64) (now_us % 1000) << 12;
  const guint64 halves[] = {
    milliseconds << 16 | VERSION_7 | fraction / 1000,
      VARIANT | random_bits () >> 2,
  };
  char *id = g_malloc (sizeof "xxxxxxxx-xxxx-7xxx-yxxx-xxxxxxxxxxxx");
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
