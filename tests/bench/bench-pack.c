/* What reading a large pack file takes, in time and in memory, beside what is
 * in it: its text, and the questions as they stand in memory afterwards. */

#include "ik-pack-json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MB (1024.0 * 1024.0)
#define DEFAULT_MB 100

/* More than the text and the questions: what the reading itself may hold. */
#define MOST_TIMES_TEXT 3.0

static double
get_status_mb (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, name) : NULL;
  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024 : 0;
}

static GBytes *
make_pack (gsize size)
{
  GString *text = g_string_sized_new (size + 4096);
  guint number = 0;

  g_string_append (text, "{\"format\":\"interview-kit-pack\",\"version\":1,\"title\":\"Many\","
                   "\"sections\":[");
  while (text->len < size)
    {
      g_string_append_printf (text, "%s{\"title\":\"Part %u\",\"questions\":[",
                              number > 0 ? "," : "", number / 50 + 1);
      for (guint i = 0; i < 50; i++, number++)
        g_string_append_printf (text, "%s{\"prompt\":\"Why is request %u slower than others?\","
                                "\"answer\":\"%0400u\",\"follow_ups\":[\"What next?\"],"
                                "\"red_flags\":[\"Guesses\"],\"minutes\":5}",
                                i > 0 ? "," : "", number, number);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}

int
main (int   argc,
      char *argv[])
{
  gsize size = (gsize) ((argc > 1 ? g_ascii_strtod (argv[1], NULL) : DEFAULT_MB) * MB);
  g_autoptr(GBytes) bytes = make_pack (size);
  double text_mb = (double) g_bytes_get_size (bytes) / MB;
  double before_mb = get_status_mb ("VmRSS:");
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);
  double elapsed_ms = (double) (g_get_monotonic_time () - start_us) / 1000;
  double peak_mb = get_status_mb ("VmHWM:");
  double after_mb = get_status_mb ("VmRSS:");

  g_assert_no_error (error);
  printf ("pack file of %.0f MB, %u questions: %.0f ms; before %.0f MB, peak %.0f MB, "
          "after %.0f MB: above the text %.2f times its size, bound %.1f\n",
          text_mb, ik_pack_count_questions (pack), elapsed_ms, before_mb, peak_mb, after_mb,
          (peak_mb - before_mb) / text_mb, MOST_TIMES_TEXT);

  return (peak_mb - before_mb) / text_mb <= MOST_TIMES_TEXT ? EXIT_SUCCESS : EXIT_FAILURE;
}
