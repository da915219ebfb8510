#include "ik-pdf-flow.h"

/**
 * IkPdfFlow:
 *
 * Puts paragraphs one below the other into the same area of each page. A
 * paragraph goes on at the next page where it does not fit, with at least two
 * lines on either side. For one thread at a time.
 */

struct _IkPdfFlow
{
  GObject parent_instance;

  IkPdfCanvas *canvas; /* (owned) */
  IkPdfBox     area;
  double       y;      /* where the next thing goes */
};

G_DEFINE_FINAL_TYPE (IkPdfFlow, ik_pdf_flow, G_TYPE_OBJECT)

static void
ik_pdf_flow_dispose (GObject *object)
{
  IkPdfFlow *self = IK_PDF_FLOW (object);

  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (ik_pdf_flow_parent_class)->dispose (object);
}

static void
ik_pdf_flow_class_init (IkPdfFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ik_pdf_flow_dispose;
}

static void
ik_pdf_flow_init (IkPdfFlow *self)
{
}

/**
 * ik_pdf_flow_new:
 * @canvas: a canvas
 * @area: the part of each page to fill
 *
 * Returns: (transfer full): a flow at the top of a new page
 */
IkPdfFlow *
ik_pdf_flow_new (IkPdfCanvas    *canvas,
                 const IkPdfBox *area)
{
  IkPdfFlow *self = g_object_new (IK_TYPE_PDF_FLOW, NULL);

  self->canvas = g_object_ref (canvas);
  self->area = *area;
  ik_pdf_flow_break (self);

  return self;
}

/**
 * ik_pdf_flow_get_y:
 * @self: a flow
 *
 * Returns: where the next thing goes, in points from the top of the page
 */
double
ik_pdf_flow_get_y (IkPdfFlow *self)
{
  return self->y;
}

static double
get_room (IkPdfFlow *self)
{
  return self->area.y + self->area.height - self->y;
}

static gboolean
is_at_top (IkPdfFlow *self)
{
  return self->y <= self->area.y;
}

/**
 * ik_pdf_flow_has_room:
 * @self: a flow
 * @height: in points
 *
 * Returns: whether so much is left on this page
 */
gboolean
ik_pdf_flow_has_room (IkPdfFlow *self,
                      double     height)
{
  return height <= get_room (self);
}

/**
 * ik_pdf_flow_break:
 * @self: a flow
 *
 * Goes on at the top of a new page.
 */
void
ik_pdf_flow_break (IkPdfFlow *self)
{
  ik_pdf_canvas_add_page (self->canvas);
  self->y = self->area.y;
}

/**
 * ik_pdf_flow_need:
 * @self: a flow
 * @height: in points
 *
 * Begins a new page unless so much is left on this one; what is higher than a
 * page goes where it is.
 */
void
ik_pdf_flow_need (IkPdfFlow *self,
                  double     height)
{
  if (!ik_pdf_flow_has_room (self, MIN (height, self->area.height)) && !is_at_top (self))
    ik_pdf_flow_break (self);
}

/**
 * ik_pdf_flow_skip:
 * @self: a flow
 * @height: in points
 *
 * Leaves a gap, but not at the top of a page.
 */
void
ik_pdf_flow_skip (IkPdfFlow *self,
                  double     height)
{
  if (!is_at_top (self))
    self->y += height;
}

/**
 * ik_pdf_flow_skip_to:
 * @self: a flow
 * @page: number of pages when @y was taken
 * @y: in points from the top of that page
 *
 * Goes down to @y where the flow is still on that page and above.
 */
void
ik_pdf_flow_skip_to (IkPdfFlow *self,
                     guint      page,
                     double     y)
{
  if (ik_pdf_canvas_get_n_pages (self->canvas) == page)
    self->y = MAX (self->y, y);
}

/**
 * ik_pdf_flow_rule:
 * @self: a flow
 * @colour: in what
 * @height: how thick, in points
 *
 * Draws a rule across the area; takes no room.
 */
void
ik_pdf_flow_rule (IkPdfFlow   *self,
                  IkPdfColour  colour,
                  double       height)
{
  IkPdfBox box = { self->area.x, self->y, self->area.width, height };

  ik_pdf_canvas_fill (self->canvas, &box, colour);
}

/* How many lines from @from on go into @room, orphans and widows looked after;
 * 0 if the paragraph should go on at the next page. */
static guint
fit_lines (const IkPdfParagraph *paragraph,
           guint                 from,
           double                room)
{
  guint n_left = paragraph->lines->len - from;
  guint n = 0;
  double height = 0;

  while (n < n_left)
    {
      height += ik_pdf_paragraph_get_line (paragraph, from + n)->height;
      if (height > room)
        break;
      n++;
    }

  if (n == n_left)
    return n;

  if (n > 0 && n_left - n < IK_PDF_MIN_LINES)
    n = n_left > IK_PDF_MIN_LINES ? n_left - IK_PDF_MIN_LINES : 0;

  return from == 0 && n < IK_PDF_MIN_LINES ? 0 : n;
}

/* Draws lines at a fixed place and returns their height. */
static double
draw_lines (IkPdfFlow            *self,
            const IkPdfParagraph *paragraph,
            guint                 from,
            guint                 n_lines,
            double                x,
            double                y)
{
  double top = y;

  for (guint i = from; i < from + n_lines; i++)
    {
      const IkPdfLine *line = ik_pdf_paragraph_get_line (paragraph, i);

      ik_pdf_canvas_draw_line (self->canvas, line, self->area.x + x + line->x,
                               y + line->ascent, paragraph->colour);
      y += line->height;
    }

  return y - top;
}

static void
begin_tag (IkPdfFlow  *self,
           const char *tag)
{
  if (tag != NULL)
    ik_pdf_canvas_begin_tag (self->canvas, tag);
}

static void
end_tag (IkPdfFlow  *self,
         const char *tag)
{
  if (tag != NULL)
    ik_pdf_canvas_end_tag (self->canvas);
}

/**
 * ik_pdf_flow_place:
 * @self: a flow
 * @x: left edge, from that of the area
 * @y: upper edge, from the top of the page
 * @tag: (nullable): structure type, a literal
 * @paragraph: what
 *
 * Puts a paragraph at a place of this page, besides the flow.
 *
 * Returns: its height
 */
double
ik_pdf_flow_place (IkPdfFlow            *self,
                   double                x,
                   double                y,
                   const char           *tag,
                   const IkPdfParagraph *paragraph)
{
  double height;

  begin_tag (self, tag);
  height = draw_lines (self, paragraph, 0, paragraph->lines->len, x, y);
  end_tag (self, tag);

  return height;
}

/* At least one line goes on a page, or the flow would never end. */
static guint
take_page (IkPdfFlow            *self,
           const IkPdfParagraph *paragraph,
           guint                 from,
           double                padding)
{
  guint n_lines = fit_lines (paragraph, from, get_room (self) - 2 * padding);

  if (n_lines == 0 && is_at_top (self))
    n_lines = 1;

  return n_lines;
}

/**
 * ik_pdf_flow_put:
 * @self: a flow
 * @x: left edge, from that of the area
 * @tag: (nullable): structure type, a literal
 * @paragraph: what
 *
 * Puts a paragraph below what is there, over as many pages as it takes.
 */
void
ik_pdf_flow_put (IkPdfFlow            *self,
                 double                x,
                 const char           *tag,
                 const IkPdfParagraph *paragraph)
{
  guint from = 0;

  while (from < paragraph->lines->len)
    {
      guint n_lines = take_page (self, paragraph, from, 0);

      if (n_lines > 0)
        {
          begin_tag (self, tag);
          self->y += draw_lines (self, paragraph, from, n_lines, x, self->y);
          end_tag (self, tag);
          from += n_lines;
        }
      if (from < paragraph->lines->len)
        ik_pdf_flow_break (self);
    }
}

/* Lines of a heading that go on this page; the last ones only with what they
 * head. */
static guint
take_heading (IkPdfFlow            *self,
              const IkPdfParagraph *heading,
              guint                 from,
              double                next_height)
{
  guint n_left = heading->lines->len - from;
  guint n_lines = take_page (self, heading, from, 0);
  double height = 0;

  if (n_lines < n_left)
    return n_lines;

  for (guint i = from; i < heading->lines->len; i++)
    height += ik_pdf_paragraph_get_line (heading, i)->height;
  if (is_at_top (self) || height + next_height <= get_room (self))
    return n_left;

  return n_left >= 2 * IK_PDF_MIN_LINES ? n_left - IK_PDF_MIN_LINES : 0;
}

/**
 * ik_pdf_flow_put_heading:
 * @self: a flow
 * @x: left edge, from that of the area
 * @tag: (nullable): structure type, a literal
 * @heading: what
 * @next_height: of what has to stand below it on the same page, in points
 *
 * Puts a paragraph that does not end at the foot of a page.
 */
void
ik_pdf_flow_put_heading (IkPdfFlow            *self,
                         double                x,
                         const char           *tag,
                         const IkPdfParagraph *heading,
                         double                next_height)
{
  guint from = 0;

  while (from < heading->lines->len)
    {
      guint n_lines = take_heading (self, heading, from, next_height);

      if (n_lines > 0)
        {
          begin_tag (self, tag);
          self->y += draw_lines (self, heading, from, n_lines, x, self->y);
          end_tag (self, tag);
          from += n_lines;
        }
      if (from < heading->lines->len)
        ik_pdf_flow_break (self);
    }
}

/**
 * ik_pdf_flow_measure_code:
 * @self: a flow
 * @padding: between the words and the edge of the box
 * @paragraph: what
 *
 * Returns: the height of what stands on one page of it, in points
 */
double
ik_pdf_flow_measure_code (IkPdfFlow            *self,
                          double                padding,
                          const IkPdfParagraph *paragraph)
{
  double height = paragraph->height;

  if (height + 2 * padding > self->area.height * IK_PDF_WHOLE_CODE_PART)
    height = ik_pdf_paragraph_measure_head (paragraph);

  return height + 2 * padding;
}

/**
 * ik_pdf_flow_put_code:
 * @self: a flow
 * @x: left edge, from that of the area
 * @padding: between the words and the edge of the box
 * @paragraph: what
 *
 * Puts a paragraph on a shaded box that reaches to the right edge of the area.
 * It is torn only where it is higher than %IK_PDF_WHOLE_CODE_PART of a page:
 * code is read as a whole, but what heads it has to have room above.
 */
void
ik_pdf_flow_put_code (IkPdfFlow            *self,
                      double                x,
                      double                padding,
                      const IkPdfParagraph *paragraph)
{
  guint from = 0;

  ik_pdf_flow_need (self, ik_pdf_flow_measure_code (self, padding, paragraph));

  while (from < paragraph->lines->len)
    {
      guint n_lines = take_page (self, paragraph, from, padding);

      if (n_lines > 0)
        {
          IkPdfBox box = { self->area.x + x, self->y, self->area.width - x, 0 };
          guint place = ik_pdf_canvas_reserve (self->canvas);

          begin_tag (self, "Code");
          box.height = draw_lines (self, paragraph, from, n_lines, x + padding,
                                   self->y + padding) + 2 * padding;
          end_tag (self, "Code");
          ik_pdf_canvas_fill_reserved (self->canvas, place, &box, IK_PDF_COLOUR_SHADE);
          self->y += box.height;
          from += n_lines;
        }
      if (from < paragraph->lines->len)
        ik_pdf_flow_break (self);
    }
}

static void
begin_link (IkPdfFlow       *self,
            const IkPdfCell *cell)
{
  if (cell->target != NULL)
    ik_pdf_canvas_begin_link (self->canvas, cell->target);
}

static void
end_link (IkPdfFlow       *self,
          const IkPdfCell *cell)
{
  if (cell->target != NULL)
    ik_pdf_canvas_end_tag (self->canvas);
}

static void
draw_figure (IkPdfFlow         *self,
             const IkPdfFigure *figure)
{
  ik_pdf_canvas_begin_figure (self->canvas, figure->alternative);
  figure->draw (self->y, figure->user_data);
  ik_pdf_canvas_end_tag (self->canvas);
}

/* The first lines of all cells stand on one base line, whatever their style. */
static double
get_drop (const IkPdfCell *cells,
          guint            n_cells,
          guint            index)
{
  double ascent = 0;

  for (guint i = 0; i < n_cells; i++)
    ascent = MAX (ascent, ik_pdf_paragraph_get_line (cells[i].paragraph, 0)->ascent);

  return ascent - ik_pdf_paragraph_get_line (cells[index].paragraph, 0)->ascent;
}

/* What of a row has to stand on one page. */
static double
measure_row_head (IkPdfFlow       *self,
                  const IkPdfCell *cells,
                  guint            n_cells)
{
  double height = 0;
  double head = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      double drop = get_drop (cells, n_cells, i);

      height = MAX (height, drop + cells[i].paragraph->height);
      head = MAX (head, drop + ik_pdf_paragraph_measure_head (cells[i].paragraph));
    }

  return height <= self->area.height * IK_PDF_WHOLE_ROW_PART ? height : head;
}

/* Draws what this page takes of each cell; @done counts the lines that are on
 * paper. Returns whether lines are left. */
static gboolean
draw_row (IkPdfFlow       *self,
          const IkPdfCell *cells,
          guint            n_cells,
          guint           *done)
{
  double height = 0;
  gboolean has_more = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      const IkPdfCell *cell = &cells[i];
      double drop = done[i] == 0 ? get_drop (cells, n_cells, i) : 0;
      guint n_lines = fit_lines (cell->paragraph, done[i], get_room (self) - drop);

      if (n_lines == 0 && done[i] < cell->paragraph->lines->len && is_at_top (self))
        n_lines = 1;

      if (n_lines > 0)
        {
          double cell_height = drop;

          begin_tag (self, cell->tag);
          if (cell->figure != NULL && done[i] == 0)
            draw_figure (self, cell->figure);
          begin_link (self, cell);
          cell_height += draw_lines (self, cell->paragraph, done[i], n_lines, cell->x,
                                     self->y + drop);
          end_link (self, cell);
          end_tag (self, cell->tag);
          height = MAX (height, cell_height);
        }

      done[i] += n_lines;
      has_more |= done[i] < cell->paragraph->lines->len;
    }

  self->y += height;
  return has_more;
}

/**
 * ik_pdf_flow_put_row:
 * @self: a flow
 * @tag: (nullable): structure type of the whole, a literal
 * @cells: what stands side by side
 * @n_cells: number of @cells, at least one
 *
 * Puts paragraphs side by side; a high row goes on at the next page.
 */
void
ik_pdf_flow_put_row (IkPdfFlow       *self,
                     const char      *tag,
                     const IkPdfCell *cells,
                     guint            n_cells)
{
  g_autofree guint *done = g_new0 (guint, n_cells);
  gboolean has_more;

  ik_pdf_flow_need (self, measure_row_head (self, cells, n_cells));

  do
    {
      begin_tag (self, tag);
      has_more = draw_row (self, cells, n_cells, done);
      end_tag (self, tag);
      if (has_more)
        ik_pdf_flow_break (self);
    }
  while (has_more);
}
