#include "ik-pdf-embedding-private.h"

#include "ik-pdf-image.h"
#include "ik-pdf-text.h"

#include <cairo.h>
#include <hb-ot.h>
#include <string.h>

/* Fonts whose glyphs are drawn one by one (ISO 32000-1, 9.6.5): an instance of
 * a variable font is in no file that could be taken, and a picture is no
 * outline. */

#define PART_SIZE 256

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         place;
} Reading;

static void
append_point (GString *out,
              float    x,
              float    y)
{
  ik_pdf_append_number (out, x);
  ik_pdf_append_number (out, y);
}

static void
move_to_cb (hb_draw_funcs_t *functions,
            void            *draw_data,
            hb_draw_state_t *state,
            float            x,
            float            y,
            void            *user_data)
{
  append_point (draw_data, x, y);
  g_string_append (draw_data, "m\n");
}

static void
line_to_cb (hb_draw_funcs_t *functions,
            void            *draw_data,
            hb_draw_state_t *state,
            float            x,
            float            y,
            void            *user_data)
{
  append_point (draw_data, x, y);
  g_string_append (draw_data, "l\n");
}

static void
cubic_to_cb (hb_draw_funcs_t *functions,
             void            *draw_data,
             hb_draw_state_t *state,
             float            control1_x,
             float            control1_y,
             float            control2_x,
             float            control2_y,
             float            x,
             float            y,
             void            *user_data)
{
  append_point (draw_data, control1_x, control1_y);
  append_point (draw_data, control2_x, control2_y);
  append_point (draw_data, x, y);
  g_string_append (draw_data, "c\n");
}

static void
close_path_cb (hb_draw_funcs_t *functions,
               void            *draw_data,
               hb_draw_state_t *state,
               void            *user_data)
{
  g_string_append (draw_data, "h\n");
}

/* Quadratic curves come as cubic ones where nobody takes them. */
static GString *
draw_outline (IkPdfEmbedding *self,
              guint           glyph)
{
  hb_draw_funcs_t *functions = hb_draw_funcs_create ();
  GString *out = g_string_new (NULL);
  hb_glyph_extents_t extents = { 0 };

  hb_draw_funcs_set_move_to_func (functions, move_to_cb, NULL, NULL);
  hb_draw_funcs_set_line_to_func (functions, line_to_cb, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (functions, cubic_to_cb, NULL, NULL);
  hb_draw_funcs_set_close_path_func (functions, close_path_cb, NULL, NULL);

  hb_font_get_glyph_extents (self->face->font, glyph, &extents);
  g_string_printf (out, "%d 0 %d %d %d %d d1\n",
                   hb_font_get_glyph_h_advance (self->face->font, glyph), extents.x_bearing,
                   extents.y_bearing + extents.height, extents.x_bearing + extents.width,
                   extents.y_bearing);
  hb_font_get_glyph_shape (self->face->font, glyph, functions, out);
  g_string_append (out, "f\n");
  hb_draw_funcs_destroy (functions);

  return out;
}

static cairo_status_t
read_cb (void          *user_data,
         unsigned char *data,
         unsigned int   length)
{
  Reading *reading = user_data;

  if (length > reading->size - reading->place)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reading->data + reading->place, length);
  reading->place += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_picture (IkPdfEmbedding *self,
              guint           glyph)
{
  hb_blob_t *blob = hb_ot_color_glyph_reference_png (self->face->font, glyph);
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  Reading reading = { (const guint8 *) data, length, 0 };
  cairo_surface_t *picture = length > 0
                             ? cairo_image_surface_create_from_png_stream (read_cb, &reading)
                             : NULL;

  hb_blob_destroy (blob);
  if (picture != NULL && cairo_surface_status (picture) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&picture, cairo_surface_destroy);

  return picture;
}

static GString *
draw_glyph (IkPdfEmbedding *self,
            IkPdfFile      *file,
            guint           glyph,
            GString        *pictures)
{
  cairo_surface_t *picture = read_picture (self, glyph);
  hb_glyph_extents_t extents = { 0 };
  GString *out;

  if (picture == NULL)
    return draw_outline (self, glyph);

  hb_font_get_glyph_extents (self->face->font, glyph, &extents);
  out = g_string_new (NULL);
  g_string_printf (out, "%d 0 d0\nq %d 0 0 %d %d %d cm /P%u Do Q\n",
                   hb_font_get_glyph_h_advance (self->face->font, glyph), extents.width,
                   -extents.height, extents.x_bearing, extents.y_bearing + extents.height, glyph);
  g_string_append_printf (pictures, "/P%u %u 0 R ", glyph, ik_pdf_image_put (picture, file));
  cairo_surface_destroy (picture);

  return out;
}

/*< private >
 * ik_pdf_embedding_put_drawn:
 * @self: what is taken of a font that is drawn
 * @file: where to
 * @font: number of the font
 * @part: which of the fonts of the file
 */
void
ik_pdf_embedding_put_drawn (IkPdfEmbedding *self,
                            IkPdfFile      *file,
                            guint           font,
                            guint           part)
{
  char unit[G_ASCII_DTOSTR_BUF_SIZE];
  guint n = MIN (PART_SIZE, self->order->len - part * PART_SIZE);
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GString) procedures = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) widths = g_string_new (NULL);
  g_autoptr(GString) pictures = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  g_array_append_vals (glyphs, &g_array_index (self->order, guint, part * PART_SIZE), n);
  for (guint i = 0; i < n; i++)
    {
      guint glyph = g_array_index (glyphs, guint, i);
      guint object = ik_pdf_file_reserve (file);
      GString *drawing = draw_glyph (self, file, glyph, pictures);
      g_autoptr(GBytes) data = g_string_free_to_bytes (drawing);

      ik_pdf_file_put_stream (file, object, "", data, TRUE);
      g_string_append_printf (procedures, "/g%u %u 0 R ", glyph, object);
      g_string_append_printf (names, "/g%u ", glyph);
      g_string_append_printf (widths, "%d ", hb_font_get_glyph_h_advance (self->face->font, glyph));
    }

  g_ascii_formatd (unit, sizeof unit, "%.8f", 1.0 / self->face->units);
  g_string_append_printf (text, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] "
                          "/FontMatrix [%s 0 0 %s 0 0] /CharProcs << %s>> /Encoding << "
                          "/Type /Encoding /Differences [0 %s] >> /FirstChar 0 /LastChar %u "
                          "/Widths [%s] /Resources << /XObject << %s>> >> /ToUnicode %u 0 R >>",
                          unit, unit, procedures->str, names->str, n - 1, widths->str,
                          pictures->str,
                          ik_pdf_embedding_put_texts (self, file, glyphs, 1));
  ik_pdf_file_put_object (file, font, text->str, text->len);
}
