#include "ik-report-output.h"

/* Where the forms of a report meet: a PDF is written as its pages become full,
 * what is text is made as a whole. */

/**
 * ik_report_output_put:
 * @output: where to
 * @bytes: (transfer full): what
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether all of it was written; a #GIOErrorEnum otherwise
 */
gboolean
ik_report_output_put (GOutputStream  *output,
                      GBytes         *bytes,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(GBytes) owned = bytes;
  gsize size;
  const void *data = g_bytes_get_data (owned, &size);

  return g_output_stream_write_all (output, data, size, NULL, cancellable, error);
}

/**
 * ik_report_output_steal:
 * @memory: a #GMemoryOutputStream that all was written to
 *
 * Closes it.
 *
 * Returns: (transfer full): what was written
 */
GBytes *
ik_report_output_steal (GOutputStream *memory)
{
  g_output_stream_close (memory, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}
