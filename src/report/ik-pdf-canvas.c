#include "ik-pdf-canvas-private.h"

#include "ik-pdf-text.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/**
 * IkPdfCanvas:
 *
 * Pages on which text, boxes and tags are put down first and written last, so
 * that a page can say how many there are. Lines are borrowed: their layouts
 * have to live until the canvas is finished. For one thread at a time.
 */

G_DEFINE_FINAL_TYPE (IkPdfCanvas, ik_pdf_canvas, G_TYPE_OBJECT)

static void
ik_pdf_canvas_finalize (GObject *object)
{
  IkPdfCanvas *self = IK_PDF_CANVAS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->open_tags, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_pdf_canvas_parent_class)->finalize (object);
}

static void
ik_pdf_canvas_class_init (IkPdfCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_pdf_canvas_finalize;
}

/* Points are the unit everywhere; glyphs stand where the font wants them, not
 * on the pixels of a screen. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static void
ik_pdf_canvas_init (IkPdfCanvas *self)
{
  self->context = create_context ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->outline = g_array_new (FALSE, FALSE, sizeof (IkPdfOutlineEntry));
  self->strings = g_string_chunk_new (4096);
  self->open_tags = g_ptr_array_new ();
}

/**
 * ik_pdf_canvas_new:
 * @width: width of a page in points
 * @height: height of a page in points
 *
 * Returns: (transfer full): a canvas without a page
 */
IkPdfCanvas *
ik_pdf_canvas_new (double width,
                   double height)
{
  IkPdfCanvas *self = g_object_new (IK_TYPE_PDF_CANVAS, NULL);

  self->width = width;
  self->height = height;

  return self;
}

/**
 * ik_pdf_canvas_get_context:
 * @self: a canvas
 *
 * Returns: (transfer none): what layouts for this canvas are made with
 */
PangoContext *
ik_pdf_canvas_get_context (IkPdfCanvas *self)
{
  return self->context;
}

/**
 * ik_pdf_canvas_get_n_pages:
 * @self: a canvas
 *
 * Returns: the number of pages so far
 */
guint
ik_pdf_canvas_get_n_pages (IkPdfCanvas *self)
{
  return self->pages->len;
}

/**
 * ik_pdf_canvas_add_page:
 * @self: a canvas
 *
 * Adds a page and goes on there.
 */
void
ik_pdf_canvas_add_page (IkPdfCanvas *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (IkPdfOp));
  g_ptr_array_add (self->pages, self->page);
}

/**
 * ik_pdf_canvas_select_page:
 * @self: a canvas
 * @page: one of its pages, from 0
 *
 * Goes on behind what stands on that page.
 */
void
ik_pdf_canvas_select_page (IkPdfCanvas *self,
                           guint        page)
{
  g_return_if_fail (page < self->pages->len);

  self->page = self->pages->pdata[page];
}

/**
 * ik_pdf_canvas_reserve:
 * @self: a canvas
 *
 * Returns: a place on this page, below what is drawn from here on
 */
guint
ik_pdf_canvas_reserve (IkPdfCanvas *self)
{
  IkPdfOp op = { .kind = IK_PDF_OP_NOTHING };

  g_array_append_val (self->page, op);
  return self->page->len - 1;
}

/**
 * ik_pdf_canvas_fill_reserved:
 * @self: a canvas
 * @place: a place of this page
 * @box: what to fill
 * @colour: with what
 *
 * Fills a box at a place that was reserved.
 */
void
ik_pdf_canvas_fill_reserved (IkPdfCanvas    *self,
                             guint           place,
                             const IkPdfBox *box,
                             IkPdfColour     colour)
{
  IkPdfOp *op = &g_array_index (self->page, IkPdfOp, place);

  g_return_if_fail (place < self->page->len && op->kind == IK_PDF_OP_NOTHING);

  op->kind = IK_PDF_OP_FILL;
  op->box = *box;
  op->colour = colour;
}

/**
 * ik_pdf_canvas_fill:
 * @self: a canvas
 * @box: what to fill
 * @colour: with what
 */
void
ik_pdf_canvas_fill (IkPdfCanvas    *self,
                    const IkPdfBox *box,
                    IkPdfColour     colour)
{
  IkPdfOp op = { .kind = IK_PDF_OP_FILL, .box = *box, .colour = colour };

  g_array_append_val (self->page, op);
}

/**
 * ik_pdf_canvas_draw_shape:
 * @self: a canvas
 * @shape: a mark
 * @box: where it goes
 * @colour: in what
 */
void
ik_pdf_canvas_draw_shape (IkPdfCanvas    *self,
                          IkPdfShape      shape,
                          const IkPdfBox *box,
                          IkPdfColour     colour)
{
  IkPdfOp op = { .kind = IK_PDF_OP_SHAPE, .shape = shape, .box = *box, .colour = colour };

  g_array_append_val (self->page, op);
}

/**
 * ik_pdf_canvas_draw_line:
 * @self: a canvas
 * @line: a line of a layout that lives longer
 * @x: left end in points
 * @baseline: in points from the top
 * @colour: in what
 */
void
ik_pdf_canvas_draw_line (IkPdfCanvas     *self,
                         PangoLayoutLine *line,
                         double           x,
                         double           baseline,
                         IkPdfColour      colour)
{
  IkPdfOp op = { .kind = IK_PDF_OP_LINE, .line = line, .box = { x, baseline, 0, 0 }, .colour = colour };

  g_array_append_val (self->page, op);
}

static void
begin_tag (IkPdfCanvas *self,
           const char  *tag,
           const char  *attributes)
{
  IkPdfOp op = { .kind = IK_PDF_OP_BEGIN_TAG, .tag = tag, .attributes = attributes };

  g_array_append_val (self->page, op);
  g_ptr_array_add (self->open_tags, (gpointer) tag);
}

/**
 * ik_pdf_canvas_begin_tag:
 * @self: a canvas
 * @name: a structure type of PDF, a literal
 *
 * Opens a part of the document's structure. Parts nest; one that holds text
 * is closed on its own page.
 */
void
ik_pdf_canvas_begin_tag (IkPdfCanvas *self,
                         const char  *name)
{
  begin_tag (self, name, NULL);
}

/**
 * ik_pdf_canvas_begin_figure:
 * @self: a canvas
 * @alternative: what it shows, in words
 *
 * Opens a figure of the document's structure; it is closed on its own page.
 */
void
ik_pdf_canvas_begin_figure (IkPdfCanvas *self,
                            const char  *alternative)
{
  IkPdfOp *op;

  begin_tag (self, "Figure", NULL);
  op = &g_array_index (self->page, IkPdfOp, self->page->len - 1);
  op->alternative = g_string_chunk_insert (self->strings, alternative);
}

/**
 * ik_pdf_canvas_begin_link:
 * @self: a canvas
 * @target: name of a target, without quotation marks
 *
 * Opens a tag whose words lead to the target, wherever that stands.
 */
void
ik_pdf_canvas_begin_link (IkPdfCanvas *self,
                          const char  *target)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", target);

  begin_tag (self, CAIRO_TAG_LINK, g_string_chunk_insert (self->strings, attributes));
}

/**
 * ik_pdf_canvas_begin_target:
 * @self: a canvas
 * @target: its name, without quotation marks
 *
 * Opens a tag that links and the outline lead to.
 */
void
ik_pdf_canvas_begin_target (IkPdfCanvas *self,
                            const char  *target)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s'", target);

  begin_tag (self, CAIRO_TAG_DEST, g_string_chunk_insert (self->strings, attributes));
}

/**
 * ik_pdf_canvas_end_tag:
 * @self: a canvas
 *
 * Closes the tag that was opened last.
 */
void
ik_pdf_canvas_end_tag (IkPdfCanvas *self)
{
  IkPdfOp op = { .kind = IK_PDF_OP_END_TAG };

  g_return_if_fail (self->open_tags->len > 0);

  op.tag = g_ptr_array_steal_index (self->open_tags, self->open_tags->len - 1);
  g_array_append_val (self->page, op);
}

/**
 * ik_pdf_canvas_add_outline:
 * @self: a canvas
 * @title: what the reader's side bar says
 * @target: name of a target
 * @is_nested: whether it belongs below the last entry that is not
 */
void
ik_pdf_canvas_add_outline (IkPdfCanvas *self,
                           const char  *title,
                           const char  *target,
                           gboolean     is_nested)
{
  g_autofree char *label = ik_pdf_make_label (title);
  IkPdfOutlineEntry entry = {
    .title = g_string_chunk_insert (self->strings, label),
    .target = g_string_chunk_insert (self->strings, target),
    .is_nested = is_nested,
  };

  g_array_append_val (self->outline, entry);
}
