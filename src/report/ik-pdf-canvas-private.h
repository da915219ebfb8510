#pragma once

#include "ik-pdf-canvas.h"

G_BEGIN_DECLS

/* What ik-pdf-canvas.c collects and ik-pdf-canvas-write.c writes. */

typedef enum
{
  IK_PDF_OP_NOTHING,
  IK_PDF_OP_FILL,
  IK_PDF_OP_SHAPE,
  IK_PDF_OP_LINE,
  IK_PDF_OP_BEGIN_TAG,
  IK_PDF_OP_END_TAG,
} IkPdfOpKind;

typedef struct
{
  IkPdfOpKind kind;
  IkPdfColour colour;
  IkPdfShape  shape;
  IkPdfBox    box;         /* of a line: x and baseline only */

  PangoLayoutLine *line;   /* (unowned) */
  const char      *tag;    /* (unowned): a literal, or one of @strings */
  const char      *attributes;
  const char      *alternative; /* (nullable): of a figure, one of @strings */
} IkPdfOp;

typedef struct
{
  const char *title;       /* both (unowned): of @strings */
  const char *target;
  gboolean    is_nested;
} IkPdfOutlineEntry;

struct _IkPdfCanvas
{
  GObject parent_instance;

  double        width;     /* points */
  double        height;
  PangoContext *context;   /* (owned) */

  GPtrArray    *pages;     /* (owned) (element-type GArray of IkPdfOp) */
  GArray       *page;      /* (unowned): the one drawn on */
  GArray       *outline;   /* (owned) (element-type IkPdfOutlineEntry) */
  GStringChunk *strings;   /* (owned) */
  GPtrArray    *open_tags; /* (owned) (element-type utf8): names */
};

G_END_DECLS
