#include "ik-pdf-content.h"

#include "ik-pdf-shapes.h"
#include "ik-pdf-text.h"

#include <string.h>

/* Operators of a page (ISO 32000-1, 7.8.2): what is drawn, with lengths from
 * its foot. */

/* A glyph may stand so far from its place, in points, before it is moved: less
 * than any eye or printer sees, and a third of the operators. */
#define TOLERANCE 0.02

typedef struct
{
  IkPdfCanvas     *canvas;
  GString         *out;
  double           height;
  int              colour;     /* of what is filled, -1 if none was set */
  gboolean         in_text;    /* between BT and ET */
  gboolean         in_mark;    /* between BDC and EMC */
  gboolean         in_array;   /* between [ and ] */
  gboolean         in_string;  /* between ( and ) */
  const IkPdfFont *font;       /* the one set in this text */
  guint            part;
  double           start;      /* where the text was moved to */
  double           pen;        /* where the next glyph goes by itself, from there */
  double           rise;
} Content;

static void
end_string (Content *self)
{
  if (self->in_string)
    g_string_append_c (self->out, ')');
  self->in_string = FALSE;
}

static void
end_array (Content *self)
{
  end_string (self);
  if (self->in_array)
    g_string_append (self->out, "] TJ\n");
  self->in_array = FALSE;
}

static void
end_text (Content *self)
{
  end_array (self);
  if (self->in_text)
    g_string_append (self->out, "ET\n");
  self->in_text = FALSE;
}

static void
begin_text (Content *self)
{
  if (self->in_text)
    return;

  g_string_append (self->out, "BT\n");
  self->in_text = TRUE;
  self->font = NULL;
  self->rise = 0;
}

static void
end_mark (Content *self)
{
  end_text (self);
  if (self->in_mark)
    g_string_append (self->out, "EMC\n");
  self->in_mark = FALSE;
}

static void
write_mark (Content       *self,
            const IkPdfOp *op)
{
  end_mark (self);
  if (op->tag != NULL)
    g_string_append_printf (self->out, "/%s << /MCID %u >> BDC\n", op->tag, op->mark);
  else
    g_string_append (self->out, "/Artifact BMC\n");
  self->in_mark = TRUE;
}

static void
set_colour (Content     *self,
            IkPdfColour  colour)
{
  const double *parts = ik_pdf_colour_get_parts (colour);

  if (self->colour == (int) colour)
    return;

  end_array (self);
  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 3; j++)
        ik_pdf_append_number (self->out, parts[j]);
      g_string_append (self->out, i == 0 ? "rg " : "RG\n");
    }
  self->colour = (int) colour;
}

static void
write_fill (Content       *self,
            const IkPdfOp *op)
{
  end_text (self);
  set_colour (self, op->colour);
  ik_pdf_append_number (self->out, op->box.x);
  ik_pdf_append_number (self->out, self->height - op->box.y - op->box.height);
  ik_pdf_append_number (self->out, op->box.width);
  ik_pdf_append_number (self->out, op->box.height);
  g_string_append (self->out, "re f\n");
}

static void
write_stroke (Content           *self,
              const IkPdfOp     *op,
              const IkPdfStroke *stroke)
{
  for (guint i = 0; i < stroke->n_points; i++)
    {
      ik_pdf_append_number (self->out, op->box.x + stroke->points[i][0] * op->box.width);
      ik_pdf_append_number (self->out, self->height - op->box.y -
                            stroke->points[i][1] * op->box.height);
      g_string_append (self->out, i == 0 ? "m " : "l ");
    }

  if (stroke->is_closed)
    g_string_append (self->out, "h ");
  g_string_append (self->out, stroke->is_filled ? "f\n" : "S\n");
}

static void
write_shape (Content       *self,
             const IkPdfOp *op)
{
  guint n_strokes;
  const IkPdfStroke *strokes = ik_pdf_shape_get_strokes (op->shape, &n_strokes);

  end_text (self);
  g_string_append (self->out, "1 J 1 j ");
  ik_pdf_append_number (self->out, ik_pdf_shape_get_line_width (op->shape, &op->box));
  g_string_append (self->out, "w\n");
  for (guint i = 0; i < n_strokes; i++)
    {
      set_colour (self, strokes[i].is_paper ? IK_PDF_COLOUR_PAPER : op->colour);
      write_stroke (self, op, &strokes[i]);
    }
}

/* Where the base line is; a slanted font leans on it. */
static void
move_text (Content         *self,
           const IkPdfFont *font,
           double           x,
           double           y)
{
  end_array (self);
  g_string_append (self->out, "1 0 ");
  ik_pdf_append_number (self->out, font->slant);
  g_string_append (self->out, "1 ");
  ik_pdf_append_number (self->out, x);
  ik_pdf_append_number (self->out, y);
  g_string_append (self->out, "Tm\n");
  self->start = x;
  self->pen = 0;
}

static void
set_font (Content         *self,
          const IkPdfFont *font,
          guint            part)
{
  if (self->font == font && self->part == part)
    return;

  end_array (self);
  g_string_append_printf (self->out, "/F%u.%u ", font->face->index, part);
  ik_pdf_append_number (self->out, font->size);
  g_string_append (self->out, "Tf\n");
  self->font = font;
  self->part = part;
}

static void
set_rise (Content *self,
          double   rise)
{
  if (ABS (self->rise - rise) < TOLERANCE)
    return;

  end_array (self);
  ik_pdf_append_number (self->out, rise);
  g_string_append (self->out, "Ts\n");
  self->rise = rise;
}

/* Goes on in the same array where the glyph follows by itself. */
static void
move_pen (Content         *self,
          const IkPdfFont *font,
          double           x)
{
  int thousandths;

  if (!self->in_array)
    {
      g_string_append_c (self->out, '[');
      self->in_array = TRUE;
    }

  if (ABS (x - self->pen) <= TOLERANCE)
    return;

  end_string (self);
  thousandths = (int) ((self->pen - x) * 1000 / font->size + (self->pen > x ? 0.5 : -0.5));
  g_string_append_printf (self->out, "%d", thousandths);
  self->pen -= thousandths * font->size / 1000;
}

static void
append_byte (Content *self,
             guint8   byte)
{
  if (byte == '(' || byte == ')' || byte == '\\')
    g_string_append_c (self->out, '\\');

  /* A reader takes it for the end of a line. */
  if (byte == '\r')
    g_string_append (self->out, "\\r");
  else
    g_string_append_c (self->out, (char) byte);
}

static void
write_glyph (Content          *self,
             const IkPdfFont  *font,
             const IkPdfGlyph *glyph,
             double            x)
{
  IkPdfCode code;

  ik_pdf_embedding_use (self->canvas->embeddings->pdata[font->face->index], glyph->id, &code);
  set_font (self, font, code.part);
  set_rise (self, -(double) glyph->y_offset / PANGO_SCALE);
  move_pen (self, font, x + (double) glyph->x_offset / PANGO_SCALE);
  if (!self->in_string)
    g_string_append_c (self->out, '(');
  self->in_string = TRUE;

  if (code.n_bytes == 2)
    append_byte (self, (guint8) (code.code >> 8));
  append_byte (self, (guint8) code.code);
  self->pen += code.width * font->size / 1000;
}

static void
write_run (Content       *self,
           const IkPdfOp *op)
{
  const IkPdfRun *run = &op->run;
  double x = 0;

  set_colour (self, op->colour);
  if (run->text != NULL)
    {
      end_text (self);
      g_string_append (self->out, "/Span << /ActualText ");
      ik_pdf_append_text (self->out, run->text);
      g_string_append (self->out, " >> BDC\n");
    }

  begin_text (self);
  move_text (self, run->font, op->box.x, self->height - op->box.y);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      write_glyph (self, run->font, &run->glyphs[i], x);
      x += (double) run->glyphs[i].advance / PANGO_SCALE;
    }
  end_array (self);

  if (run->text != NULL)
    {
      end_text (self);
      g_string_append (self->out, "EMC\n");
    }
}

static void
write_image (Content       *self,
             const IkPdfOp *op)
{
  end_text (self);
  g_string_append (self->out, "q ");
  ik_pdf_append_number (self->out, op->box.width);
  g_string_append (self->out, "0 0 ");
  ik_pdf_append_number (self->out, op->box.height);
  ik_pdf_append_number (self->out, op->box.x);
  ik_pdf_append_number (self->out, self->height - op->box.y - op->box.height);
  g_string_append_printf (self->out, "cm /I%u Do Q\n", op->image);
}

static void
write_op (Content       *self,
          const IkPdfOp *op)
{
  switch (op->kind)
    {
    case IK_PDF_OP_NOTHING:
      break;

    case IK_PDF_OP_FILL:
      write_fill (self, op);
      break;

    case IK_PDF_OP_SHAPE:
      write_shape (self, op);
      break;

    case IK_PDF_OP_RUN:
      write_run (self, op);
      break;

    case IK_PDF_OP_IMAGE:
      write_image (self, op);
      break;

    case IK_PDF_OP_MARK:
      write_mark (self, op);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* A font's index is its place. */
static void
need_embeddings (IkPdfCanvas *canvas)
{
  GPtrArray *faces = ik_pdf_fonts_get_faces (canvas->fonts);

  while (canvas->embeddings->len < faces->len)
    g_ptr_array_add (canvas->embeddings,
                     ik_pdf_embedding_new (faces->pdata[canvas->embeddings->len]));
}

/**
 * ik_pdf_content_new:
 * @canvas: a canvas; its embeddings take the glyphs
 * @ops: (element-type IkPdfOp): what is drawn
 *
 * Returns: (transfer full): the same as a page has it
 */
GBytes *
ik_pdf_content_new (IkPdfCanvas *canvas,
                    GArray      *ops)
{
  Content content = { .canvas = canvas, .height = canvas->height, .colour = -1 };

  need_embeddings (canvas);
  content.out = g_string_sized_new (ops->len * 64);
  for (guint i = 0; i < ops->len; i++)
    write_op (&content, &g_array_index (ops, IkPdfOp, i));
  end_mark (&content);

  return g_string_free_to_bytes (content.out);
}
