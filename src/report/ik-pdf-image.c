#include "ik-pdf-image.h"

/* A surface is any number of bits a pixel. */
static cairo_surface_t *
make_plain (cairo_surface_t *picture)
{
  cairo_surface_t *plain;
  cairo_t *cr;

  if (cairo_image_surface_get_format (picture) == CAIRO_FORMAT_ARGB32)
    return cairo_surface_reference (picture);

  plain = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (picture),
                                      cairo_image_surface_get_height (picture));
  cr = cairo_create (plain);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return plain;
}

/* cairo's colours have been multiplied by what is left of them; a PDF has the
 * two apart. */
static void
split_pixels (cairo_surface_t *picture,
              GByteArray      *colours,
              GByteArray      *cover)
{
  int stride = cairo_image_surface_get_stride (picture);

  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    {
      const guint32 *row = (const guint32 *) (const void *)
                           (cairo_image_surface_get_data (picture) + y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
        {
          guint8 alpha = (guint8) (row[x] >> 24);
          guint whole = MAX (alpha, 1);
          guint8 colour[] = {
            (guint8) MIN (((row[x] >> 16) & 0xff) * 255 / whole, 255),
            (guint8) MIN (((row[x] >> 8) & 0xff) * 255 / whole, 255),
            (guint8) MIN ((row[x] & 0xff) * 255 / whole, 255),
          };

          g_byte_array_append (colours, colour, sizeof colour);
          g_byte_array_append (cover, &alpha, 1);
        }
    }
}

/**
 * ik_pdf_image_put:
 * @picture: an image surface
 * @file: where to
 *
 * Returns: number of the picture
 */
guint
ik_pdf_image_put (cairo_surface_t *picture,
                  IkPdfFile       *file)
{
  cairo_surface_t *plain = make_plain (picture);
  guint image = ik_pdf_file_reserve (file);
  guint mask = ik_pdf_file_reserve (file);
  GByteArray *colours = g_byte_array_new ();
  GByteArray *cover = g_byte_array_new ();
  g_autofree char *size = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %d /Height %d "
                                           "/BitsPerComponent 8",
                                           cairo_image_surface_get_width (picture),
                                           cairo_image_surface_get_height (picture));
  g_autofree char *image_entries = g_strdup_printf ("%s /ColorSpace /DeviceRGB /SMask %u 0 R",
                                                    size, mask);
  g_autofree char *mask_entries = g_strdup_printf ("%s /ColorSpace /DeviceGray", size);
  g_autoptr(GBytes) image_data = NULL;
  g_autoptr(GBytes) mask_data = NULL;

  split_pixels (plain, colours, cover);
  cairo_surface_destroy (plain);
  image_data = g_byte_array_free_to_bytes (colours);
  mask_data = g_byte_array_free_to_bytes (cover);
  ik_pdf_file_put_stream (file, image, image_entries, image_data, TRUE);
  ik_pdf_file_put_stream (file, mask, mask_entries, mask_data, TRUE);

  return image;
}
