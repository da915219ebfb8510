#include "ik-pdf-canvas.h"

#include "ik-pdf-language.h"
#include "ik-pdf-text.h"
#include "ik-report.h"
#include "ik-time.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/**
 * IkPdfCanvas:
 *
 * Pages on which text, boxes and tags are put down first and written last, so
 * that a page can say how many there are. Lines are borrowed: their layouts
 * have to live until the canvas is finished. For one thread at a time.
 */

typedef enum
{
  OP_NOTHING,
  OP_FILL,
  OP_SHAPE,
  OP_LINE,
  OP_BEGIN_TAG,
  OP_END_TAG,
} OpKind;

typedef struct
{
  OpKind      kind;
  IkPdfColour colour;
  IkPdfShape  shape;
  IkPdfBox    box;         /* of a line: x and baseline only */

  PangoLayoutLine *line;   /* (unowned) */
  const char      *tag;    /* (unowned): a literal, or one of @strings */
  const char      *attributes;
} Op;

typedef struct
{
  const char *title;       /* both (unowned): of @strings */
  const char *target;
  gboolean    is_nested;
} OutlineEntry;

struct _IkPdfCanvas
{
  GObject parent_instance;

  double        width;     /* points */
  double        height;
  PangoContext *context;   /* (owned) */

  GPtrArray    *pages;     /* (owned) (element-type GArray of Op) */
  GArray       *page;      /* (unowned): the one drawn on */
  GArray       *outline;   /* (owned) (element-type OutlineEntry) */
  GStringChunk *strings;   /* (owned) */
  GPtrArray    *open_tags; /* (owned) (element-type utf8): names */
};

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
  self->outline = g_array_new (FALSE, FALSE, sizeof (OutlineEntry));
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
  self->page = g_array_new (FALSE, FALSE, sizeof (Op));
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
  Op op = { .kind = OP_NOTHING };

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
  Op *op = &g_array_index (self->page, Op, place);

  g_return_if_fail (place < self->page->len && op->kind == OP_NOTHING);

  op->kind = OP_FILL;
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
  Op op = { .kind = OP_FILL, .box = *box, .colour = colour };

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
  Op op = { .kind = OP_SHAPE, .shape = shape, .box = *box, .colour = colour };

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
  Op op = { .kind = OP_LINE, .line = line, .box = { x, baseline, 0, 0 }, .colour = colour };

  g_array_append_val (self->page, op);
}

static void
begin_tag (IkPdfCanvas *self,
           const char  *tag,
           const char  *attributes)
{
  Op op = { .kind = OP_BEGIN_TAG, .tag = tag, .attributes = attributes };

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
  Op op = { .kind = OP_END_TAG };

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
  OutlineEntry entry = {
    .title = g_string_chunk_insert (self->strings, label),
    .target = g_string_chunk_insert (self->strings, target),
    .is_nested = is_nested,
  };

  g_array_append_val (self->outline, entry);
}

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
write_shape (cairo_t  *cr,
             const Op *op)
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
write_op (cairo_t  *cr,
          const Op *op)
{
  switch (op->kind)
    {
    case OP_NOTHING:
      break;

    case OP_FILL:
      set_colour (cr, op->colour);
      cairo_rectangle (cr, op->box.x, op->box.y, op->box.width, op->box.height);
      cairo_fill (cr);
      break;

    case OP_SHAPE:
      set_colour (cr, op->colour);
      write_shape (cr, op);
      break;

    case OP_LINE:
      set_colour (cr, op->colour);
      cairo_move_to (cr, op->box.x, op->box.y);
      pango_cairo_show_layout_line (cr, op->line);
      break;

    case OP_BEGIN_TAG:
      cairo_tag_begin (cr, op->tag, op->attributes);
      break;

    case OP_END_TAG:
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
        write_op (cr, &g_array_index (page, Op, j));
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
}

static void
write_outline (IkPdfCanvas     *self,
               cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->outline->len; i++)
    {
      const OutlineEntry *entry = &g_array_index (self->outline, OutlineEntry, i);
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
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
