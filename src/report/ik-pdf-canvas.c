#include "ik-pdf-canvas-private.h"

#include "ik-pdf-text.h"

#include <string.h>

/**
 * IkPdfCanvas:
 *
 * Pages on which text, boxes and tags are put down. A page is written when the
 * next one begins, so that a document may be of any length; what is known only
 * at the end, such as the number of pages, can be drawn on it all the same and
 * is written last. Where pages are shown they are kept. For one thread at a
 * time.
 */

/* What opened a tag. */
typedef enum
{
  OPEN_PART,
  OPEN_DECORATION,
  OPEN_LINK,
  OPEN_TARGET,
} OpenKind;

typedef struct
{
  OpenKind    kind;
  const char *target;  /* (unowned) (nullable): of a link */
  IkPdfBox    box;     /* of a link: what was drawn since */
} OpenTag;

G_DEFINE_FINAL_TYPE (IkPdfCanvas, ik_pdf_canvas, G_TYPE_OBJECT)

static void
ik_pdf_canvas_finalize (GObject *object)
{
  IkPdfCanvas *self = IK_PDF_CANVAS (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->output);
  g_clear_pointer (&self->structure, ik_pdf_structure_free);
  g_clear_pointer (&self->file, ik_pdf_file_free);
  g_clear_pointer (&self->embeddings, g_ptr_array_unref);
  g_clear_object (&self->fonts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pages, g_array_unref);
  ik_pdf_arena_clear (&self->arena);
  ik_pdf_arena_clear (&self->late_arena);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->open_tags, g_array_unref);

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
page_clear (IkPdfPage *self)
{
  g_clear_pointer (&self->ops, g_array_unref);
}

static void
ik_pdf_canvas_init (IkPdfCanvas *self)
{
  self->context = create_context ();
  self->fonts = ik_pdf_fonts_new (self->context);
  self->embeddings = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pdf_embedding_free);
  self->pages = g_array_new (FALSE, TRUE, sizeof (IkPdfPage));
  g_array_set_clear_func (self->pages, (GDestroyNotify) page_clear);
  ik_pdf_arena_init (&self->arena);
  ik_pdf_arena_init (&self->late_arena);
  self->outline = g_array_new (FALSE, FALSE, sizeof (IkPdfOutlineEntry));
  self->links = g_array_new (FALSE, FALSE, sizeof (IkPdfLink));
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->strings = g_string_chunk_new (4096);
  self->open_tags = g_array_new (FALSE, FALSE, sizeof (OpenTag));
}

/**
 * ik_pdf_canvas_new:
 * @width: width of a page in points
 * @height: height of a page in points
 *
 * It has to be said where the pages go before there is one.
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
 * ik_pdf_canvas_set_output:
 * @self: a canvas without a page
 * @output: what a PDF is written to as its pages become full, from another
 *   thread; left open
 *
 * Has the pages written.
 */
void
ik_pdf_canvas_set_output (IkPdfCanvas   *self,
                          GOutputStream *output)
{
  g_return_if_fail (self->pages->len == 0 && self->shown == NULL);

  g_set_object (&self->output, output);
}

/**
 * ik_pdf_canvas_set_shown:
 * @self: a canvas without a page
 * @shown: what takes the pages in place of a PDF
 *
 * Has the pages shown rather than written.
 */
void
ik_pdf_canvas_set_shown (IkPdfCanvas   *self,
                         IkReportPages *shown)
{
  g_return_if_fail (self->pages->len == 0 && self->output == NULL);

  g_set_object (&self->shown, shown);
  ik_report_pages_begin (shown, self->width, self->height);
}

/**
 * ik_pdf_canvas_get_fonts:
 * @self: a canvas
 *
 * Returns: (transfer none): what words on this canvas are set in
 */
IkPdfFonts *
ik_pdf_canvas_get_fonts (IkPdfCanvas *self)
{
  return self->fonts;
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

static IkPdfPage *
get_page (IkPdfCanvas *self)
{
  return &g_array_index (self->pages, IkPdfPage, self->page);
}

/* Nobody waits for the end of a long document to see its beginning. */
static void
end_page (IkPdfCanvas *self)
{
  guint last = self->pages->len - 1;

  if (self->shown == NULL)
    {
      ik_pdf_canvas_write_page (self, last);
      ik_pdf_arena_reset (&self->arena);
    }
  else if (last == 0)
    {
      ik_pdf_canvas_show_page (self, last);
    }
}

static void
begin_file (IkPdfCanvas *self)
{
  self->file = ik_pdf_file_new (self->output);
  self->structure = ik_pdf_structure_new (self->file);
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
  if (self->pages->len > 0)
    end_page (self);
  else if (self->shown == NULL)
    begin_file (self);

  g_array_set_size (self->pages, self->pages->len + 1);
  ik_pdf_canvas_select_page (self, self->pages->len - 1);
  if (self->file != NULL)
    get_page (self)->object = ik_pdf_file_reserve (self->file);
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

  self->page = page;
  self->is_marked = FALSE;
  if (get_page (self)->ops == NULL)
    get_page (self)->ops = g_array_new (FALSE, FALSE, sizeof (IkPdfOp));
}

/**
 * ik_pdf_canvas_close_page:
 * @self: a canvas to which no pages are added any more
 * @page: one of its pages, from 0
 *
 * Goes on behind what stands on that page for the last time: as soon as the
 * next one is closed, it is written and takes no memory any more.
 */
void
ik_pdf_canvas_close_page (IkPdfCanvas *self,
                          guint        page)
{
  if (self->file != NULL)
    {
      if (self->n_written < self->pages->len)
        end_page (self);
      if (self->is_closing)
        ik_pdf_canvas_write_page (self, self->closing);
      ik_pdf_arena_reset (&self->arena);
      self->is_closing = TRUE;
      self->closing = page;
    }

  ik_pdf_canvas_select_page (self, page);
}

static gboolean
is_late (IkPdfCanvas *self)
{
  return self->page < self->n_written;
}

static void
append (IkPdfCanvas   *self,
        const IkPdfOp *op)
{
  g_array_append_vals (get_page (self)->ops, op, 1);
}

/* What is drawn next belongs to an element, or to none of the document: a rule
 * tells nobody anything who can't see it. */
static void
mark (IkPdfCanvas *self,
      gboolean     is_text)
{
  IkPdfOp op = { .kind = IK_PDF_OP_MARK };
  guint element;

  if (self->structure == NULL)
    return;

  element = is_late (self) || self->n_decorations > 0
            ? 0 : ik_pdf_structure_get_element (self->structure);
  if (element != 0)
    {
      op.tag = ik_pdf_structure_get_tag (self->structure);
      if (!is_text && !g_str_equal (op.tag, "Figure"))
        element = 0;
    }

  if (self->is_marked && self->marked == element)
    return;

  self->is_marked = TRUE;
  self->marked = element;
  if (element != 0)
    op.mark = ik_pdf_structure_mark (self->structure, get_page (self)->object);
  else
    op.tag = NULL;
  append (self, &op);
}

static OpenTag *
get_open_tag (IkPdfCanvas *self)
{
  return self->open_tags->len > 0
         ? &g_array_index (self->open_tags, OpenTag, self->open_tags->len - 1) : NULL;
}

static void
extend_box (IkPdfBox       *self,
            const IkPdfBox *other)
{
  double right = MAX (self->x + self->width, other->x + other->width);
  double top = MAX (self->y + self->height, other->y + other->height);

  if (self->width <= 0)
    {
      *self = *other;
      return;
    }

  self->x = MIN (self->x, other->x);
  self->y = MIN (self->y, other->y);
  self->width = right - self->x;
  self->height = top - self->y;
}

/* Says where a link, a figure or a target is. */
static void
cover (IkPdfCanvas    *self,
       const IkPdfBox *box)
{
  IkPdfBox turned = { box->x, self->height - box->y - box->height, box->width, box->height };
  OpenTag *open = get_open_tag (self);

  if (self->structure == NULL || open == NULL)
    return;

  if (open->kind == OPEN_LINK)
    extend_box (&open->box, &turned);
  if (g_strcmp0 (ik_pdf_structure_get_tag (self->structure), "Figure") == 0)
    ik_pdf_structure_extend (self->structure, &turned);
  if (self->new_target != NULL)
    {
      IkPdfTarget *target = g_new (IkPdfTarget, 1);

      *target = (IkPdfTarget) { self->page, turned.y + turned.height };
      g_hash_table_replace (self->targets, (gpointer) self->new_target, target);
      self->new_target = NULL;
    }
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

  mark (self, FALSE);
  append (self, &op);
  return get_page (self)->ops->len - 1;
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
  IkPdfOp *op = &g_array_index (get_page (self)->ops, IkPdfOp, place);

  g_return_if_fail (place < get_page (self)->ops->len && op->kind == IK_PDF_OP_NOTHING);

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

  mark (self, FALSE);
  append (self, &op);
  cover (self, box);
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

  mark (self, FALSE);
  append (self, &op);
  cover (self, box);
}

/* The line's own go with the paragraph, which need not live as long. */
static void
keep_run (IkPdfCanvas *self,
          IkPdfRun    *run)
{
  gboolean is_kept = is_late (self) && !self->is_closing;
  IkPdfArena *arena = is_kept ? &self->late_arena : &self->arena;
  gsize size = run->n_glyphs * sizeof (IkPdfGlyph);
  IkPdfGlyph *glyphs = ik_pdf_arena_take (arena, size);

  memcpy (glyphs, run->glyphs, size);
  run->glyphs = glyphs;
  if (run->text != NULL)
    run->text = ik_pdf_arena_copy_text (arena, run->text, strlen (run->text));
}

/**
 * ik_pdf_canvas_draw_line:
 * @self: a canvas
 * @line: a line of a paragraph
 * @x: left end in points
 * @baseline: in points from the top
 * @colour: in what
 */
void
ik_pdf_canvas_draw_line (IkPdfCanvas     *self,
                         const IkPdfLine *line,
                         double           x,
                         double           baseline,
                         IkPdfColour      colour)
{
  IkPdfBox box = { x, baseline - line->ascent, line->width, line->height };

  for (guint i = 0; i < line->n_runs; i++)
    {
      IkPdfOp op = {
        .kind = IK_PDF_OP_RUN, .run = line->runs[i],
        .box = { x + (double) line->runs[i].x / PANGO_SCALE, baseline, 0, 0 }, .colour = colour,
      };

      mark (self, TRUE);
      keep_run (self, &op.run);
      append (self, &op);
    }
  cover (self, &box);
}

/* The same picture on many pages is in the file once. */
static guint
keep_image (IkPdfCanvas     *self,
            cairo_surface_t *image)
{
  guint index;

  if (!g_ptr_array_find (self->images, image, &index))
    {
      g_ptr_array_add (self->images, cairo_surface_reference (image));
      index = self->images->len - 1;
    }

  return index;
}

/**
 * ik_pdf_canvas_draw_image:
 * @self: a canvas
 * @image: an image surface, of which the canvas takes a reference
 * @box: what it fills
 */
void
ik_pdf_canvas_draw_image (IkPdfCanvas     *self,
                          cairo_surface_t *image,
                          const IkPdfBox  *box)
{
  IkPdfOp op = { .kind = IK_PDF_OP_IMAGE, .image = keep_image (self, image), .box = *box };

  mark (self, FALSE);
  append (self, &op);
  cover (self, box);
}

static void
begin_part (IkPdfCanvas *self,
            OpenKind     kind,
            const char  *tag,
            const char  *alternative)
{
  OpenTag open = { .kind = kind };

  if (self->structure != NULL)
    ik_pdf_structure_begin (self->structure, tag, alternative);
  g_array_append_val (self->open_tags, open);
}

/**
 * ik_pdf_canvas_begin_tag:
 * @self: a canvas
 * @name: a structure type of PDF, a literal
 *
 * Opens a part of the document's structure. Parts nest, and go over as many
 * pages as they take. Items (LI) that follow each other become a list.
 */
void
ik_pdf_canvas_begin_tag (IkPdfCanvas *self,
                         const char  *name)
{
  begin_part (self, OPEN_PART, name, NULL);
}

/**
 * ik_pdf_canvas_begin_decoration:
 * @self: a canvas
 *
 * Opens what is no part of the document's structure, words as well: what other
 * words say already. Closed as a tag is.
 */
void
ik_pdf_canvas_begin_decoration (IkPdfCanvas *self)
{
  OpenTag open = { .kind = OPEN_DECORATION };

  g_array_append_val (self->open_tags, open);
  self->n_decorations++;
}

/**
 * ik_pdf_canvas_reserve_mark:
 * @self: a canvas with an open tag
 *
 * Keeps a place among what is read out, for words that are known only at the
 * end.
 *
 * Returns: the place, on this page
 */
guint
ik_pdf_canvas_reserve_mark (IkPdfCanvas *self)
{
  if (self->structure == NULL)
    return 0;

  /* Whatever is drawn next has a mark of its own. */
  self->is_marked = FALSE;
  return ik_pdf_structure_mark (self->structure, get_page (self)->object);
}

/**
 * ik_pdf_canvas_use_mark:
 * @self: a canvas
 * @tag: what was open when the place was reserved, a literal
 * @mark: a place that was reserved on this page
 *
 * Has what is drawn, until a page is selected again, stand at that place.
 */
void
ik_pdf_canvas_use_mark (IkPdfCanvas *self,
                        const char  *tag,
                        guint        mark)
{
  IkPdfOp op = { .kind = IK_PDF_OP_MARK, .tag = tag, .mark = mark };

  if (self->structure == NULL)
    return;

  append (self, &op);
  self->is_marked = TRUE;
  self->marked = 0;
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
  begin_part (self, OPEN_PART, "Figure", alternative);
}

/**
 * ik_pdf_canvas_begin_link:
 * @self: a canvas
 * @target: name of a target
 *
 * Opens a tag whose words lead to the target, wherever that stands. It is
 * closed on its own page.
 */
void
ik_pdf_canvas_begin_link (IkPdfCanvas *self,
                          const char  *target)
{
  begin_part (self, OPEN_LINK, "Link", NULL);
  g_array_index (self->open_tags, OpenTag, self->open_tags->len - 1).target =
    g_string_chunk_insert_const (self->strings, target);
}

/**
 * ik_pdf_canvas_begin_target:
 * @self: a canvas
 * @target: its name
 *
 * Opens a tag that links and the outline lead to.
 */
void
ik_pdf_canvas_begin_target (IkPdfCanvas *self,
                            const char  *target)
{
  OpenTag open = { .kind = OPEN_TARGET };

  g_array_append_val (self->open_tags, open);
  self->new_target = g_string_chunk_insert_const (self->strings, target);
}

static void
end_link (IkPdfCanvas   *self,
          const OpenTag *open)
{
  IkPdfLink link = { .target = open->target, .page = self->page, .box = open->box };

  if (self->structure == NULL || open->box.width <= 0)
    return;

  link.object = ik_pdf_file_reserve (self->file);
  link.element = ik_pdf_structure_add_link (self->structure, link.object);
  g_array_append_val (self->links, link);
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
  OpenTag open;

  g_return_if_fail (self->open_tags->len > 0);

  open = *get_open_tag (self);
  g_array_set_size (self->open_tags, self->open_tags->len - 1);
  if (open.kind == OPEN_LINK)
    end_link (self, &open);
  if (open.kind == OPEN_DECORATION)
    self->n_decorations--;
  if ((open.kind == OPEN_PART || open.kind == OPEN_LINK) && self->structure != NULL)
    ik_pdf_structure_end (self->structure);
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
    .target = g_string_chunk_insert_const (self->strings, target),
    .is_nested = is_nested,
  };

  g_array_append_val (self->outline, entry);
}
