#include "ik-report-logo.h"

#include "ik-file-access.h"
#include "ik-reader-process.h"
#include "ik-setting-store.h"

#include <glib/gi18n.h>

/* In the table "setting": a PNG in base 64. */
#define LOGO_KEY "report-logo"

/**
 * ik_report_logo_read:
 * @file: a picture
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a picture for the first page of reports. It is decoded and made small
 * in a process with limits. Blocks.
 *
 * Returns: (transfer full) (nullable): a PNG; %NULL with #IkImporterError or
 *   #G_IO_ERROR
 */
GBytes *
ik_report_logo_read (GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GBytes) bytes = ik_file_access_load (file, cancellable, error);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (bytes == NULL)
    return NULL;

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  return ik_reader_process_read_logo (bytes, shown, cancellable, error);
}

static gboolean
find_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_setting_store_find (database, LOGO_KEY, data, error);
}

/**
 * ik_report_logo_find:
 * @library: a library
 * @out_logo: (out) (transfer full) (nullable): a PNG, %NULL where there is none
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Finds the logo that reports of this library get. Off the main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_report_logo_find (IkLibrary     *library,
                     GBytes       **out_logo,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *text = NULL;
  guchar *data;
  gsize size;

  *out_logo = NULL;
  if (!ik_library_read (library, find_in_library, &text, cancellable, error))
    return FALSE;

  if (text != NULL)
    {
      data = g_base64_decode (text, &size);
      *out_logo = g_bytes_new_take (data, size);
    }
  return TRUE;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_setting_store_save (database, LOGO_KEY, data, error);
}

/**
 * ik_report_logo_save:
 * @library: a library
 * @logo: (nullable): a PNG of ik_report_logo_read(), %NULL for none
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Gives the reports of a library a logo, or takes it away; can be undone. Off
 * the main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_report_logo_save (IkLibrary     *library,
                     GBytes        *logo,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *text = NULL;
  gsize size;
  const void *data = logo != NULL ? g_bytes_get_data (logo, &size) : NULL;

  if (data != NULL)
    text = g_base64_encode (data, size);

  return ik_library_write (library, logo != NULL ? _("Set Logo") : _("Remove Logo"),
                           IK_PRIORITY_USER, save_in_library, text, cancellable, error);
}
