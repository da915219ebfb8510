#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _IkPdfFile IkPdfFile;

IkPdfFile *ik_pdf_file_new          (GOutputStream *output);
void       ik_pdf_file_free         (IkPdfFile  *self);

guint      ik_pdf_file_reserve      (IkPdfFile  *self);
void       ik_pdf_file_put_object   (IkPdfFile  *self,
                                     guint       object,
                                     const char *text,
                                     gsize       length);
void       ik_pdf_file_put_stream   (IkPdfFile  *self,
                                     guint       object,
                                     const char *entries,
                                     GBytes     *data,
                                     gboolean    is_packed);
gboolean   ik_pdf_file_finish       (IkPdfFile  *self,
                                     guint       catalog,
                                     guint       information,
                                     GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPdfFile, ik_pdf_file_free)

G_END_DECLS
