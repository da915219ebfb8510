#pragma once

#include "ik-pdf-canvas.h"
#include "ik-pdf-file.h"

G_BEGIN_DECLS

typedef struct _IkPdfStructure IkPdfStructure;

IkPdfStructure *ik_pdf_structure_new          (IkPdfFile       *file);
void            ik_pdf_structure_free         (IkPdfStructure  *self);

void            ik_pdf_structure_begin        (IkPdfStructure  *self,
                                               const char      *tag,
                                               const char      *alternative);
void            ik_pdf_structure_end          (IkPdfStructure  *self);
guint           ik_pdf_structure_get_element  (IkPdfStructure  *self);
const char     *ik_pdf_structure_get_tag      (IkPdfStructure  *self);

guint           ik_pdf_structure_mark         (IkPdfStructure  *self,
                                               guint            page_object);
void            ik_pdf_structure_extend       (IkPdfStructure  *self,
                                               const IkPdfBox  *box);
guint           ik_pdf_structure_add_link     (IkPdfStructure  *self,
                                               guint            annotation);
guint           ik_pdf_structure_end_page     (IkPdfStructure  *self);
guint           ik_pdf_structure_finish       (IkPdfStructure  *self,
                                               const char      *parents,
                                               guint            n_parents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPdfStructure, ik_pdf_structure_free)

G_END_DECLS
