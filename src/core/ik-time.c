#include "ik-time.h"

#include <string.h>

/**
 * ik_time_format_utc:
 * @at_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the time as RFC 3339 in UTC, whole seconds
 */
char *
ik_time_format_utc (gint64 at_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/**
 * ik_time_parse:
 * @text: a time as people and programs write it: RFC 3339 or ISO 8601, with a
 *   "T" or a space, with or without seconds; local time where no zone is given
 * @out_us: (out): microseconds since 1970 UTC
 *
 * Returns: whether @text is a time
 */
gboolean
ik_time_parse (const char *text,
               gint64     *out_us)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GString) iso = g_string_new (text);

  g_string_replace (iso, " ", "T", 1);

  /* GDateTime wants the seconds: "2026-03-01T09:30" gets them. */
  if (iso->len == strlen ("2026-03-01T09:30") && iso->str[13] == ':')
    g_string_append (iso, ":00");

  time = g_date_time_new_from_iso8601 (iso->str, local);
  if (time == NULL)
    return FALSE;

  *out_us = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
  return TRUE;
}
