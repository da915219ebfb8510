#include "ik-logo-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "ik-importer.h"

/* As in a photograph of 50 megapixels; what is larger is no logo. */
#define MAX_PIXELS (50 * 1000 * 1000)

/* What becomes of a picture while its size is not known, where it is too large,
 * and where it is taken. */
typedef struct
{
  gboolean is_too_large;
} Prepared;

/* A drawing is set as large as it may be, a picture of pixels never larger than
 * it is. */
static void
prepared_cb (GdkPixbufLoader *loader,
             int              width,
             int              height,
             Prepared        *prepared)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  gboolean is_drawing = format != NULL && gdk_pixbuf_format_is_scalable (format);
  double scale = MIN ((double) IK_LOGO_MAX_WIDTH / MAX (width, 1),
                      (double) IK_LOGO_MAX_HEIGHT / MAX (height, 1));

  prepared->is_too_large = !is_drawing && (gint64) width * height > MAX_PIXELS;
  if (prepared->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1 || is_drawing)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
load (GBytes   *bytes,
      Prepared *prepared)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), prepared);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, NULL) || prepared->is_too_large)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, NULL))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/**
 * ik_logo_picture_read:
 * @bytes: a picture in any format that is known here
 * @name: its name, for messages
 * @error: return location
 *
 * Makes a picture as small as a logo on paper needs to be. For a process with
 * limits: decoders of pictures are what hostile ones aim at.
 *
 * Returns: (transfer full): a PNG, or %NULL with %IK_IMPORTER_ERROR_DAMAGED or
 *   %IK_IMPORTER_ERROR_TOO_LARGE
 */
GBytes *
ik_logo_picture_read (GBytes      *bytes,
                      const char  *name,
                      GError     **error)
{
  Prepared prepared = { 0 };
  g_autoptr(GdkPixbuf) pixbuf = load (bytes, &prepared);
  char *png = NULL;
  gsize size;

  if (prepared.is_too_large)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” has more than 50 million points: save it smaller"), name);
      return NULL;
    }
  if (pixbuf == NULL || !gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", NULL, NULL))
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED,
                   _("“%s” is no picture that can be read: choose a PNG, JPEG or SVG file"), name);
      return NULL;
    }

  return g_bytes_new_take (png, size);
}
