#include "report-file.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * report_render:
 * @options: (nullable): defaults if %NULL
 *
 * Returns: (transfer full): a report that came out well
 */
GBytes *
report_render (IkInterview           *interview,
               IkReportFormat         format,
               const IkReportOptions *options)
{
  const IkReportOptions defaults = { IK_REPORT_AUDIENCE_INTERNAL, IK_PAGE_SIZE_A4, 0 };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GBytes *report;

  g_ptr_array_add (interviews, interview);
  report = ik_report_render (interviews, options != NULL ? options : &defaults, format, NULL,
                             &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);

  return report;
}

/**
 * report_file_new_of:
 * @report: a PDF
 *
 * Returns: (transfer full): the PDF as a file
 */
ReportFile *
report_file_new_of (GBytes *report)
{
  ReportFile *self = g_new0 (ReportFile, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("ik-report-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "report.pdf", NULL);
  g_file_set_contents (self->path, g_bytes_get_data (report, NULL),
                       (gssize) g_bytes_get_size (report), &error);
  g_assert_no_error (error);

  return self;
}

/**
 * report_file_new:
 *
 * Returns: (transfer full): the PDF of an interview as a file
 */
ReportFile *
report_file_new (IkInterview           *interview,
                 const IkReportOptions *options)
{
  g_autoptr(GBytes) report = report_render (interview, IK_REPORT_FORMAT_PDF, options);

  return report_file_new_of (report);
}

void
report_file_free (ReportFile *self)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/**
 * report_file_read_by:
 * @command: words of a command; "@" stands for the file
 *
 * Returns: (transfer full) (nullable): what the command printed; it has to
 *   end well. %NULL, with the test marked as skipped, where it is not there.
 */
char *
report_file_read_by (ReportFile *self,
                     const char *command)
{
  g_auto(GStrv) words = g_strsplit (command, " ", -1);
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  int status = 0;

  if (program == NULL)
    {
      g_test_skip_printf ("%s is not installed", words[0]);
      return NULL;
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "@"))
        {
          g_free (words[i]);
          words[i] = g_strdup (self->path);
        }
    }

  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

static void
append_inflated (GByteArray *all,
                 const char *from,
                 gsize       size)
{
  g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr(GInputStream) packed = g_memory_input_stream_new_from_data (from, (gssize) size, NULL);
  g_autoptr(GInputStream) stream =
    g_converter_input_stream_new (packed, G_CONVERTER (inflater));
  guint8 buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_byte_array_append (all, buffer, (guint) n);
}

/**
 * report_file_inflate:
 *
 * Returns: (transfer full): the bytes of a PDF, then what its streams hold
 *   without their compression
 */
GBytes *
report_file_inflate (ReportFile *self)
{
  g_autoptr(GByteArray) all = g_byte_array_new ();
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  const char *at;
  gsize size;

  g_file_get_contents (self->path, &bytes, &size, &error);
  g_assert_no_error (error);
  g_byte_array_append (all, (const guint8 *) bytes, (guint) size);

  for (at = bytes; (at = memmem (at, size - (gsize) (at - bytes), "\nstream\n", 8)) != NULL;)
    {
      at += 8;
      append_inflated (all, at, size - (gsize) (at - bytes));
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * report_file_read:
 *
 * Returns: (transfer full): the same as a text, with NUL bytes made visible
 */
char *
report_file_read (ReportFile *self)
{
  g_autoptr(GBytes) bytes = report_file_inflate (self);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    text[i] = data[i] != '\0' ? data[i] : '?';
  text[size] = '\0';

  return text;
}

static gboolean
holds (GBytes     *report,
       const void *word,
       gsize       length)
{
  gsize size;
  const void *data = g_bytes_get_data (report, &size);

  return memmem (data, size, word, length) != NULL;
}

/**
 * report_holds:
 * @word: letters of ASCII
 *
 * Returns: whether they stand there, as they are or as a PDF writes texts of
 *   its own, in UTF-16 and that in hexadecimal digits
 */
gboolean
report_holds (GBytes     *report,
              const char *word)
{
  g_autoptr(GString) wide = g_string_new (NULL);
  g_autoptr(GString) digits = g_string_new (NULL);
  g_autofree char *upper = NULL;

  for (const char *at = word; *at != '\0'; at++)
    {
      g_string_append_c (wide, '\0');
      g_string_append_c (wide, *at);
      g_string_append_printf (digits, "00%02x", (guint) *at);
    }
  upper = g_ascii_strup (digits->str, -1);

  return holds (report, word, strlen (word)) || holds (report, wide->str, wide->len) ||
         holds (report, digits->str, digits->len) || holds (report, upper, digits->len);
}

void
report_assert_lacks (GBytes     *report,
                     const char *word)
{
  if (report_holds (report, word))
    g_error ("“%s” stands in:\n%s", word, (const char *) g_bytes_get_data (report, NULL));
}
