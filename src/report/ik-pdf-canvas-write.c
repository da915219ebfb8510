#include "ik-pdf-canvas-private.h"

#include "ik-pdf-alternatives.h"
#include "ik-pdf-language.h"
#include "ik-pdf-text.h"
#include "ik-report.h"
#include "ik-time.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

static void
set_colour (cairo_t     *cr,
            IkPdfColour  colour)
{
  static const struct
  {
    double red;
    double green;
    double blue;
  } colours[] = {
    { 0.11, 0.13, 0.16 }, /* ink: 16:1 on paper */
    { 0.36, 0.40, 0.45 }, /* muted: 5.8:1 */
    { 0.10, 0.32, 0.46 }, /* accent: 8.2:1 */
    { 0.66, 0.75, 0.81 }, /* tint */
    { 0.83, 0.85, 0.87 }, /* rule */
    { 0.955, 0.96, 0.965 }, /* shade */
    { 1, 1, 1 },
  };

  cairo_set_source_rgb (cr, colours[colour].red, colours[colour].green, colours[colour].blue);
}

/* Points of a stroke as parts of its box. */
static void
trace (cairo_t        *cr,
       const IkPdfBox *box,
       const double    points[][2],
       guint           n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, box->x + points[i][0] * box->width, box->y + points[i][1] * box->height);
}

static void
write_shape (cairo_t       *cr,
             const IkPdfOp *op)
{
  static const double check[][2] = { { 0.08, 0.55 }, { 0.38, 0.85 }, { 0.92, 0.18 } };
  static const double fall[][2] = { { 0.15, 0.15 }, { 0.85, 0.85 } };
  static const double rise[][2] = { { 0.15, 0.85 }, { 0.85, 0.15 } };
  static const double pole[][2] = { { 0.2, 1 }, { 0.2, 0.05 } };
  static const double cloth[][2] = { { 0.2, 0.05 }, { 0.95, 0.3 }, { 0.2, 0.58 } };
  static const double diamond[][2] = { { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } };
  const IkPdfBox *box = &op->box;

  cairo_set_line_width (cr, op->shape == IK_PDF_SHAPE_FRAME ? 0.75 : box->height / 6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);

  switch (op->shape)
    {
    case IK_PDF_SHAPE_CHECK:
      trace (cr, box, check, G_N_ELEMENTS (check));
      break;

    case IK_PDF_SHAPE_CROSS:
      trace (cr, box, fall, G_N_ELEMENTS (fall));
      cairo_new_sub_path (cr);
      trace (cr, box, rise, G_N_ELEMENTS (rise));
      break;

    case IK_PDF_SHAPE_FLAG:
      trace (cr, box, cloth, G_N_ELEMENTS (cloth));
      cairo_fill (cr);
      trace (cr, box, pole, G_N_ELEMENTS (pole));
      break;

    case IK_PDF_SHAPE_DIAMOND:
      trace (cr, box, diamond, G_N_ELEMENTS (diamond));
      cairo_close_path (cr);
      cairo_fill_preserve (cr);
      set_colour (cr, IK_PDF_COLOUR_PAPER);
      cairo_set_line_width (cr, 1);
      break;

    case IK_PDF_SHAPE_FRAME:
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      break;

    default:
      g_assert_not_reached ();
    }

  cairo_stroke (cr);
}

static void
write_op (cairo_t       *cr,
          const IkPdfOp *op)
{
  switch (op->kind)
    {
    case IK_PDF_OP_NOTHING:
      break;

    case IK_PDF_OP_FILL:
      set_colour (cr, op->colour);
      cairo_rectangle (cr, op->box.x, op->box.y, op->box.width, op->box.height);
      cairo_fill (cr);
      break;

    case IK_PDF_OP_SHAPE:
      set_colour (cr, op->colour);
      write_shape (cr, op);
      break;

    case IK_PDF_OP_LINE:
      set_colour (cr, op->colour);
      cairo_move_to (cr, op->box.x, op->box.y);
      pango_cairo_show_layout_line (cr, op->line);
      break;

    case IK_PDF_OP_BEGIN_TAG:
      cairo_tag_begin (cr, op->tag, op->attributes);
      break;

    case IK_PDF_OP_END_TAG:
      cairo_tag_end (cr, op->tag);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
write_pages (IkPdfCanvas     *self,
             cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *page = self->pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        write_op (cr, &g_array_index (page, IkPdfOp, j));
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
}

/* In the order in which they are written. */
static GPtrArray *
list_alternatives (IkPdfCanvas *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *page = self->pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        {
          const IkPdfOp *op = &g_array_index (page, IkPdfOp, j);

          if (op->alternative != NULL)
            g_ptr_array_add (texts, (gpointer) op->alternative);
        }
    }

  return texts;
}

static void
write_outline (IkPdfCanvas     *self,
               cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->outline->len; i++)
    {
      const IkPdfOutlineEntry *entry = &g_array_index (self->outline, IkPdfOutlineEntry, i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", entry->target);
      int id = cairo_pdf_surface_add_outline (surface,
                                              entry->is_nested ? parent : CAIRO_PDF_OUTLINE_ROOT,
                                              entry->title, attributes,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (!entry->is_nested)
        parent = id;
    }
}

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  kind,
              const char           *text)
{
  g_autofree char *label = ik_pdf_make_label (text);

  cairo_pdf_surface_set_metadata (surface, kind, label);
}

static void
write_metadata (cairo_surface_t     *surface,
                const IkPdfMetadata *metadata)
{
  g_autofree char *created = ik_time_format_utc (metadata->created_at_us);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, metadata->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, metadata->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, metadata->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Interview Kit");
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static cairo_status_t
append_cb (void                *user_data,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (user_data, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * ik_pdf_canvas_finish:
 * @self: a canvas with at least one page and all tags closed
 * @metadata: what the document says about itself
 * @error: return location for an error
 *
 * Writes the pages.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with
 *   %IK_REPORT_ERROR_FAILED
 */
GBytes *
ik_pdf_canvas_finish (IkPdfCanvas          *self,
                      const IkPdfMetadata  *metadata,
                      GError              **error)
{
  g_autoptr(GByteArray) data = g_byte_array_new ();
  g_autoptr(GPtrArray) alternatives = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (self->pages->len > 0 && self->open_tags->len == 0, NULL);

  surface = cairo_pdf_surface_create_for_stream (append_cb, data, self->width, self->height);
  write_metadata (surface, metadata);
  write_pages (self, surface);
  write_outline (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_FAILED,
                   _("the PDF could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  ik_pdf_add_language (data, metadata->language);
  alternatives = list_alternatives (self);
  if (alternatives->len > 0)
    ik_pdf_add_alternatives (data, alternatives);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
