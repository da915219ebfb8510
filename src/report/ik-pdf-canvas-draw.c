#include "ik-pdf-canvas-private.h"

#include "ik-pdf-shapes.h"

#include <pango/pangocairo.h>
#include <string.h>

/* The marks of a page on any surface of cairo's, as they are in the file. */

static void
set_colour (cairo_t     *cr,
            IkPdfColour  colour)
{
  const double *parts = ik_pdf_colour_get_parts (colour);

  cairo_set_source_rgb (cr, parts[0], parts[1], parts[2]);
}

static void
draw_stroke (cairo_t           *cr,
             const IkPdfBox    *box,
             const IkPdfStroke *stroke)
{
  cairo_new_path (cr);
  for (guint i = 0; i < stroke->n_points; i++)
    cairo_line_to (cr, box->x + stroke->points[i][0] * box->width,
                   box->y + stroke->points[i][1] * box->height);
  if (stroke->is_closed)
    cairo_close_path (cr);

  if (stroke->is_filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
draw_shape (cairo_t       *cr,
            const IkPdfOp *op)
{
  guint n_strokes;
  const IkPdfStroke *strokes = ik_pdf_shape_get_strokes (op->shape, &n_strokes);

  cairo_set_line_width (cr, ik_pdf_shape_get_line_width (op->shape, &op->box));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n_strokes; i++)
    {
      set_colour (cr, strokes[i].is_paper ? IK_PDF_COLOUR_PAPER : op->colour);
      draw_stroke (cr, &op->box, &strokes[i]);
    }
}

static void
place_glyphs (const IkPdfOp *op,
              cairo_glyph_t *glyphs)
{
  double x = op->box.x;

  for (guint i = 0; i < op->run.n_glyphs; i++)
    {
      const IkPdfGlyph *glyph = &op->run.glyphs[i];

      glyphs[i].index = glyph->id;
      glyphs[i].x = x + (double) glyph->x_offset / PANGO_SCALE;
      glyphs[i].y = op->box.y + (double) glyph->y_offset / PANGO_SCALE;
      x += (double) glyph->advance / PANGO_SCALE;
    }
}

/* What is printed into a file can be searched as well. */
static char *
make_text (const IkPdfRun       *run,
           cairo_text_cluster_t *clusters,
           int                  *out_n_clusters)
{
  GString *text = g_string_new (run->text);

  if (run->text != NULL)
    {
      clusters[0] = (cairo_text_cluster_t) { (int) text->len, (int) run->n_glyphs };
      *out_n_clusters = 1;
      return g_string_free (text, FALSE);
    }

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      gpointer glyph = GUINT_TO_POINTER (run->glyphs[i].id);
      const char *letter = g_hash_table_lookup (run->font->face->texts, glyph);

      g_string_append (text, letter);
      clusters[i] = (cairo_text_cluster_t) { (int) strlen (letter), 1 };
    }

  *out_n_clusters = (int) run->n_glyphs;
  return g_string_free (text, FALSE);
}

static void
draw_run (cairo_t       *cr,
          const IkPdfOp *op)
{
  const IkPdfRun *run = &op->run;
  cairo_scaled_font_t *font =
    pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font->pango));
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs + 1);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, run->n_glyphs + 1);
  g_autofree char *text = NULL;
  int n_clusters;

  if (font == NULL)
    return;

  place_glyphs (op, glyphs);
  text = make_text (run, clusters, &n_clusters);
  set_colour (cr, op->colour);
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, text, -1, glyphs, (int) run->n_glyphs, clusters, n_clusters, 0);
}

static void
draw_image (cairo_t         *cr,
            const IkPdfBox  *box,
            cairo_surface_t *image)
{
  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, box->width / cairo_image_surface_get_width (image),
               box->height / cairo_image_surface_get_height (image));
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_op (IkPdfCanvas   *self,
         cairo_t       *cr,
         const IkPdfOp *op)
{
  switch (op->kind)
    {
    case IK_PDF_OP_NOTHING:
    case IK_PDF_OP_MARK:
      break;

    case IK_PDF_OP_FILL:
      set_colour (cr, op->colour);
      cairo_rectangle (cr, op->box.x, op->box.y, op->box.width, op->box.height);
      cairo_fill (cr);
      break;

    case IK_PDF_OP_SHAPE:
      draw_shape (cr, op);
      break;

    case IK_PDF_OP_RUN:
      draw_run (cr, op);
      break;

    case IK_PDF_OP_IMAGE:
      draw_image (cr, &op->box, self->images->pdata[op->image]);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * ik_pdf_canvas_draw_page:
 * @self: a canvas whose pages are shown, or the last page of any
 * @page: one of its pages, from 0
 * @cr: where it goes, a point as the unit
 *
 * Draws what stands on a page so far, without the structure of the document.
 */
void
ik_pdf_canvas_draw_page (IkPdfCanvas *self,
                         guint        page,
                         cairo_t     *cr)
{
  GArray *ops = g_array_index (self->pages, IkPdfPage, page).ops;

  for (guint i = 0; ops != NULL && i < ops->len; i++)
    draw_op (self, cr, &g_array_index (ops, IkPdfOp, i));
}

/*< private >
 * ik_pdf_canvas_show_page:
 * @self: a canvas whose pages are shown
 * @page: one of its pages, from 0
 *
 * Hands over a page as it is now. Fonts belong to the thread that made them; a
 * recording can be drawn on another one.
 */
void
ik_pdf_canvas_show_page (IkPdfCanvas *self,
                         guint        page)
{
  cairo_rectangle_t extents = { 0, 0, self->width, self->height };
  cairo_surface_t *picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (picture);

  ik_pdf_canvas_draw_page (self, page, cr);
  cairo_destroy (cr);
  ik_report_pages_put (self->shown, page, picture);
}
