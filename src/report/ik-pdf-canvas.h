#pragma once

#include "ik-pdf-line.h"
#include "ik-report-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Chosen to keep their order of darkness when printed in grey. */
typedef enum
{
  IK_PDF_COLOUR_INK,
  IK_PDF_COLOUR_MUTED,
  IK_PDF_COLOUR_ACCENT,
  IK_PDF_COLOUR_TINT,
  IK_PDF_COLOUR_RULE,
  IK_PDF_COLOUR_SHADE,
  IK_PDF_COLOUR_PAPER,
} IkPdfColour;

typedef enum
{
  IK_PDF_SHAPE_CHECK,
  IK_PDF_SHAPE_CROSS,
  IK_PDF_SHAPE_FLAG,
  IK_PDF_SHAPE_DIAMOND,
  IK_PDF_SHAPE_FRAME,
} IkPdfShape;

/**
 * IkPdfBox:
 * @x: left edge in points
 * @y: upper edge in points, from the top of the page
 * @width: width in points
 * @height: height in points
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} IkPdfBox;

/**
 * IkPdfMetadata:
 * @title: title of the document
 * @author: who wrote it
 * @subject: what it is about
 * @language: BCP 47 tag
 * @created_at_us: microseconds since 1970 UTC
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language;
  gint64      created_at_us;
} IkPdfMetadata;

#define IK_TYPE_PDF_CANVAS (ik_pdf_canvas_get_type ())
G_DECLARE_FINAL_TYPE (IkPdfCanvas, ik_pdf_canvas, IK, PDF_CANVAS, GObject)

IkPdfCanvas  *ik_pdf_canvas_new          (double           width,
                                          double           height);
void          ik_pdf_canvas_set_output   (IkPdfCanvas     *self,
                                          GOutputStream   *output);
void          ik_pdf_canvas_set_shown    (IkPdfCanvas     *self,
                                          IkReportPages   *shown);
IkPdfFonts   *ik_pdf_canvas_get_fonts    (IkPdfCanvas     *self);
guint         ik_pdf_canvas_get_n_pages  (IkPdfCanvas     *self);
void          ik_pdf_canvas_add_page     (IkPdfCanvas     *self);
void          ik_pdf_canvas_select_page  (IkPdfCanvas     *self,
                                          guint            page);
void          ik_pdf_canvas_close_page   (IkPdfCanvas     *self,
                                          guint            page);

guint         ik_pdf_canvas_reserve      (IkPdfCanvas     *self);
void          ik_pdf_canvas_fill         (IkPdfCanvas     *self,
                                          const IkPdfBox  *box,
                                          IkPdfColour      colour);
void          ik_pdf_canvas_fill_reserved (IkPdfCanvas    *self,
                                          guint            place,
                                          const IkPdfBox  *box,
                                          IkPdfColour      colour);
void          ik_pdf_canvas_draw_shape   (IkPdfCanvas     *self,
                                          IkPdfShape       shape,
                                          const IkPdfBox  *box,
                                          IkPdfColour      colour);
void          ik_pdf_canvas_draw_line    (IkPdfCanvas     *self,
                                          const IkPdfLine *line,
                                          double           x,
                                          double           baseline,
                                          IkPdfColour      colour);
void          ik_pdf_canvas_draw_image   (IkPdfCanvas     *self,
                                          cairo_surface_t *image,
                                          const IkPdfBox  *box);

void          ik_pdf_canvas_begin_tag    (IkPdfCanvas     *self,
                                          const char      *name);
void          ik_pdf_canvas_begin_decoration (IkPdfCanvas *self);
guint         ik_pdf_canvas_reserve_mark (IkPdfCanvas     *self);
void          ik_pdf_canvas_use_mark     (IkPdfCanvas     *self,
                                          const char      *tag,
                                          guint            mark);
void          ik_pdf_canvas_begin_figure (IkPdfCanvas    *self,
                                          const char      *alternative);
void          ik_pdf_canvas_begin_link   (IkPdfCanvas     *self,
                                          const char      *target);
void          ik_pdf_canvas_begin_target (IkPdfCanvas     *self,
                                          const char      *target);
void          ik_pdf_canvas_end_tag      (IkPdfCanvas     *self);
void          ik_pdf_canvas_add_outline  (IkPdfCanvas     *self,
                                          const char      *title,
                                          const char      *target,
                                          gboolean         is_nested);

void          ik_pdf_canvas_draw_page    (IkPdfCanvas     *self,
                                          guint            page,
                                          cairo_t         *cr);
gboolean      ik_pdf_canvas_finish       (IkPdfCanvas          *self,
                                          const IkPdfMetadata  *metadata,
                                          GError              **error);

G_END_DECLS
