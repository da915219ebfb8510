#include "ik-pdf-picture.h"

#include <cairo.h>
#include <poppler.h>

#include "ik-importer.h"
#include "ik-rich-error.h"

/* Sharp enough to be enlarged to twice the width of a window; a page that is
 * a long strip becomes narrower. */
#define PICTURE_WIDTH 1600.0
#define MAX_PICTURE_HEIGHT 4800.0

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (PopplerPage *page)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cairo;
  double width = 0;
  double height = 0;
  double scale;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1))
    return NULL;

  scale = MIN (PICTURE_WIDTH / width, MAX_PICTURE_HEIGHT / height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale + 0.5),
                                        (int) (height * scale + 0.5));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  status = cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&png)) : NULL;
}

static GBytes *
draw_page (PopplerDocument *pdf,
           int              page)
{
  PopplerPage *drawn = poppler_document_get_page (pdf, page);
  GBytes *picture;

  if (drawn == NULL)
    return NULL;

  picture = draw (drawn);
  g_object_unref (drawn);

  return picture;
}

/**
 * ik_pdf_picture_draw:
 * @bytes: a PDF
 * @name: its name, for messages
 * @page: number of a page, from 0; the last one where there are fewer
 * @out_n_pages: (out): how many there are
 * @error: return location
 *
 * Draws a page in this process, with a library that was not made for hostile
 * documents: see ik_reader_process_draw().
 *
 * Returns: (transfer full): a picture as PNG, or %NULL with
 *   %IK_IMPORTER_ERROR_DAMAGED or %IK_IMPORTER_ERROR_ENCRYPTED
 */
GBytes *
ik_pdf_picture_draw (GBytes      *bytes,
                     const char  *name,
                     guint        page,
                     guint       *out_n_pages,
                     GError     **error)
{
  g_autoptr(GError) reason = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &reason);
  GBytes *picture = NULL;

  *out_n_pages = 0;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    {
      ik_rich_error_set_encrypted (name, error);
      return NULL;
    }

  if (pdf != NULL)
    *out_n_pages = (guint) MAX (poppler_document_get_n_pages (pdf), 0);
  if (*out_n_pages > 0)
    picture = draw_page (pdf, (int) MIN (page, *out_n_pages - 1));
  g_clear_object (&pdf);
  if (picture == NULL)
    ik_rich_error_set_damaged (name, error);

  return picture;
}
