#pragma once

#include "ik-pdf-arena.h"
#include "ik-pdf-canvas.h"
#include "ik-pdf-embedding.h"
#include "ik-pdf-structure.h"
#include "ik-report-pages-private.h"

G_BEGIN_DECLS

/* What ik-pdf-canvas.c collects and the others of the canvas draw and write. */

typedef enum
{
  IK_PDF_OP_NOTHING,
  IK_PDF_OP_FILL,
  IK_PDF_OP_SHAPE,
  IK_PDF_OP_RUN,
  IK_PDF_OP_IMAGE,
  IK_PDF_OP_MARK,
} IkPdfOpKind;

typedef struct
{
  IkPdfOpKind kind;
  IkPdfColour colour;
  IkPdfShape  shape;
  IkPdfBox    box;         /* of a run: x and baseline only */
  IkPdfRun    run;         /* glyphs and text (unowned): of an arena */
  guint       image;       /* index in @images */
  const char *tag;         /* of a mark (unowned) (nullable): a literal; no part of the document
                            * where NULL */
  guint       mark;        /* of a mark: its number on the page */
} IkPdfOp;

typedef struct
{
  GArray *ops;             /* (owned) (nullable) (element-type IkPdfOp): not written so far */
  guint   object;          /* all three: numbers in the file */
  guint   contents[2];     /* what was written when the page was full, and at the end; 0 if none */
  guint   parents;         /* elements of its marks */
} IkPdfPage;

typedef struct
{
  const char *title;       /* both (unowned): of @strings */
  const char *target;
  gboolean    is_nested;
} IkPdfOutlineEntry;

typedef struct
{
  const char *target;      /* (unowned): of @strings */
  guint       page;        /* from 0 */
  IkPdfBox    box;         /* from the foot of the page */
  guint       object;
  guint       element;     /* it belongs to */
} IkPdfLink;

typedef struct
{
  guint  page;             /* from 0 */
  double y;                /* from the foot of the page */
} IkPdfTarget;

struct _IkPdfCanvas
{
  GObject parent_instance;

  double          width;      /* points */
  double          height;
  PangoContext   *context;    /* (owned) */
  IkPdfFonts     *fonts;      /* (owned) */

  GArray         *pages;      /* (owned) (element-type IkPdfPage) */
  guint           page;       /* the one drawn on */
  guint           n_written;  /* pages that are full and in the file */
  guint           closing;    /* where @is_closing: the one that is drawn on for the last time */
  gboolean        is_closing;
  IkPdfArena      arena;      /* glyphs of pages that are not full */
  IkPdfArena      late_arena; /* glyphs of what full pages get */

  GPtrArray      *images;     /* (owned) (element-type cairo_surface_t) */
  GStringChunk   *strings;    /* (owned) */
  GArray         *outline;    /* (owned) (element-type IkPdfOutlineEntry) */
  GArray         *links;      /* (owned) (element-type IkPdfLink) */
  GHashTable     *targets;    /* (owned) (element-type utf8 IkPdfTarget): keys of @strings */
  GArray         *open_tags;  /* (owned): of ik-pdf-canvas.c */
  guint           n_decorations; /* open ones */
  const char     *new_target; /* (unowned) (nullable): begins at what is drawn next */
  guint           marked;     /* element of what was drawn last on the page, 0 if none */
  gboolean        is_marked;  /* whether a mark was begun on the page */

  GOutputStream  *output;     /* (owned) (nullable): where @shown is */
  IkPdfFile      *file;       /* (owned) (nullable): before the first page, and where @shown is */
  IkPdfStructure *structure;  /* (owned) (nullable): with @file */
  GPtrArray      *embeddings; /* (owned) (element-type IkPdfEmbedding): by index of the face */

  IkReportPages  *shown;      /* (owned) (nullable): what takes the pages in place of a PDF */
};

void ik_pdf_canvas_show_page  (IkPdfCanvas *self,
                               guint        page);
void ik_pdf_canvas_write_page (IkPdfCanvas *self,
                               guint        page);

G_END_DECLS
